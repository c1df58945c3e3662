"""Which record of the workbook a row of a sheet means: by its id, by its words, by words nearly the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ita_desktop.domain.records import Finding, Measure, Respondents, Round
from ita_desktop.domain.respondents import official_class
from ita_desktop.exchange.recognise import Entry
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import best_match, likeness, name_key

R = TypeVar("R", Finding, Measure)

_ALIKE = 0.9


def matches(entries: Sequence[Entry], kept: Mapping[str, R], text_of: Callable[[R], str]) -> dict[int, str]:
    """Each record is meant once: by its id, else by the same words, else by words nearly the same."""
    meant: dict[int, str] = {}
    free = dict(kept)

    def left() -> list[Entry]:
        return [entry for entry in entries if id(entry) not in meant]

    def take(entry: Entry, key: str) -> None:
        meant[id(entry)] = key
        del free[key]

    for entry in entries:
        if entry.id in free:
            take(entry, entry.id)
    by_words: dict[str, list[str]] = {}
    for key, record in free.items():
        by_words.setdefault(name_key(text_of(record)), []).append(key)
    for entry in left():
        same = by_words.get(name_key(_text_of(entry)), [])
        found = next((key for key in same if key in free and _could_mean(entry, free[key])), None)
        if found is not None:
            take(entry, found)
    for entry in left():
        near = {
            key: likeness(_text_of(entry), text_of(record))
            for key, record in free.items()
            if _could_mean(entry, record) and _as_long(_text_of(entry), text_of(record))
        }
        best = max(near, key=lambda key: near[key], default=None)
        if best is not None and near[best] >= _ALIKE:
            take(entry, best)
    return meant


def _could_mean(entry: Entry, record: Finding | Measure) -> bool:
    """About the same indicator and topic, where both say."""
    said = entry.record
    assert isinstance(said, Finding | Measure)
    return all(
        getattr(said, field) is None or getattr(record, field) is None or getattr(said, field) == getattr(record, field)
        for field in ("indicator", "topic")
    ) and (not isinstance(said, Finding) or not isinstance(record, Finding) or said.kind == record.kind)


def _as_long(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= 0.7 * longer


def _text_of(entry: Entry) -> str:
    match entry.record:
        case Finding() as finding:
            return text_of_finding(finding)
        case Measure() as measure:
            return title_of_measure(measure)
    return ""


def text_of_finding(finding: Finding) -> str:
    return finding.text or finding.advice


def title_of_measure(measure: Measure) -> str:
    return measure.title


def measure_meant(id: str, title: str, measures: Mapping[str, Measure]) -> str | None:
    if id and id.split("/", maxsplit=1)[0] in measures:
        return id.split("/", maxsplit=1)[0]
    exact = [measure.id for measure in measures.values() if name_key(measure.title) == name_key(title)]
    if exact:
        return exact[0] if len(exact) == 1 else None
    return best_match(title, {measure.title: measure.id for measure in measures.values() if measure.title})


def round_meant(name: str, rounds: Mapping[str, Round]) -> str | None:
    key = name_key(name)
    for round in rounds.values():
        if name_key(round.name) == key:
            return round.id
    months = re.search(r"(\d+)\s*เดือน", to_arabic(name))
    same = [
        round.id
        for round in rounds.values()
        if months and (theirs := re.search(r"(\d+)\s*เดือน", to_arabic(round.name))) and theirs[1] == months[1]
    ]
    return same[0] if len(same) == 1 else None


def respondents_key(row: Respondents) -> tuple[str, str, str]:
    return row.tool, row.by, official_class(row.by, row.group) or row.group
