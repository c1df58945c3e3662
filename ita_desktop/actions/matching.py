"""Which record of the workbook a row of a sheet means: by its id, by its words, by words nearly the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ita_desktop.domain.records import Finding, Measure, Respondents, Round
from ita_desktop.domain.respondents import official_class
from ita_desktop.exchange.recognise import Entry
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import Names, name_key

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
    names = Names((text_of(record), key) for key, record in free.items())

    def like(entry: Entry) -> dict[str, float]:
        return names.like(_text_of(entry), _ALIKE, of=lambda key: key in free and _could_mean(entry, free[key]))

    for entry in left():
        near = like(entry)
        if near:
            take(entry, max(near, key=lambda key: near[key]))
    return meant


def _could_mean(entry: Entry, record: Finding | Measure) -> bool:
    """About the same indicator and topic, where both say."""
    said = entry.record
    assert isinstance(said, Finding | Measure)
    return all(
        getattr(said, field) is None or getattr(record, field) is None or getattr(said, field) == getattr(record, field)
        for field in ("indicator", "topic")
    ) and (not isinstance(said, Finding) or not isinstance(record, Finding) or said.kind == record.kind)


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


class Titles:
    """The measures of a year by their titles, for the many reports that name them."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._measures = measures
        self._by_words: dict[str, list[str]] = {}
        for measure in measures.values():
            self._by_words.setdefault(name_key(measure.title), []).append(measure.id)
        self._names = Names((measure.title, measure.id) for measure in measures.values() if measure.title)

    def meant(self, id: str, title: str) -> str | None:
        if id and id.split("/", maxsplit=1)[0] in self._measures:
            return id.split("/", maxsplit=1)[0]
        same = self._by_words.get(name_key(title), [])
        if same:
            return same[0] if len(same) == 1 else None
        return self._names.best(title)


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
