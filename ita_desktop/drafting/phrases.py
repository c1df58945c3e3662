"""All phrases of the program, read from their folder and checked; an office's own are merged in as a value.

Files whose name begins with `items`, and `indicators` and `topics`, hold entries; every other file holds the sentences
that stand around them, found by their path: `findings.opening.fix`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.framework import Indicator
from ita_desktop.drafting.entries import Entry, Suggestion
from ita_desktop.drafting.own import OwnPhrases
from ita_desktop.drafting.template import PhraseTrouble, parts_of

NOBODY = OwnPhrases()
_ENTRY_FACTS = ("about", "name", "tool", "topic", "owner", "period", "measures")
_NEEDED = {
    "items": ("good", "weak", "advice", "followup", "evidence"),
    "indicators": ("purpose", "very_high", "high", "middling", "low", "keep", "advice", "followup", "evidence"),
    "topics": ("strong", "fair", "weak", "advice", "followup", "evidence"),
}
_SINGLE = frozenset({"followup", "evidence"})
"""Said once a measure, so that one wording is enough."""
_STEPS = range(3, 6)


class Phrases:
    def __init__(
        self,
        sentences: Mapping[str, tuple[str, ...]],
        facts: Mapping[str, Any],
        entries: Mapping[str, Entry],
    ) -> None:
        self._sentences = sentences
        self._facts = facts
        self._entries = entries

    @classmethod
    def load(cls, folder: Path) -> Phrases:
        sentences: dict[str, tuple[str, ...]] = {}
        facts: dict[str, Any] = {}
        entries: dict[str, Entry] = {}
        files = sorted(folder.glob("*.toml"))
        if not files:
            raise FileTrouble("ไม่พบไฟล์ถ้อยคำในโปรแกรม", do="ติดตั้งโปรแกรมใหม่อีกครั้ง")
        for file in files:
            try:
                found = tomllib.loads(file.read_text(encoding="utf-8"))
            except OSError as problem:
                raise FileTrouble(f"อ่านไฟล์ถ้อยคำ {file.name} ไม่ได้", do="ติดตั้งโปรแกรมใหม่อีกครั้ง") from problem
            kind = "items" if file.stem.startswith("items") else file.stem
            for path, value in _leaves(kind, found, entry_depth=kind in _NEEDED):
                _keep(kind, path, value, sentences, facts, entries)
        _check_arrangements(facts, entries)
        return cls(MappingProxyType(sentences), MappingProxyType(facts), MappingProxyType(entries))

    def variants(self, key: str) -> tuple[str, ...]:
        """The wordings of one sentence; a key that is not there is our mistake."""
        return self._sentences[key]

    def has(self, key: str) -> bool:
        return key in self._sentences

    def fact(self, key: str) -> Any:  # noqa: ANN401 - what the file says: words, a table, a day
        return self._facts[key]

    def entry(self, key: str) -> Entry | None:
        return self._entries.get(key)

    def item(self, meaning: str) -> Entry | None:
        return self._entries.get(f"items.{meaning}") if meaning else None

    def indicator(self, number: int) -> Entry | None:
        """By the number under which it is written; `Desk.entry_of_indicator` finds what a year's own number means."""
        return self._entries.get(f"indicators.{number}")

    @cached_property
    def written_indicators(self) -> tuple[Indicator, ...]:
        return tuple(entry.indicator for entry in self._entries.values() if entry.indicator is not None)

    def topic(self, number: int) -> Entry | None:
        return self._entries.get(f"topics.{number}")

    @property
    def entries(self) -> Mapping[str, Entry]:
        return self._entries

    @property
    def sentences(self) -> Mapping[str, tuple[str, ...]]:
        return self._sentences

    def with_own(self, own: OwnPhrases) -> Phrases:
        """These phrases with the office's own before them. What it is about may be known to no shipped phrase."""
        entries = dict(self._entries)
        for key in {*own.advice, *own.measures}:
            said = {"advice": own.advice[key]} if key in own.advice else {}
            entry = entries.get(key) or _bare(key)
            entries[key] = entry.with_own(MappingProxyType(said), own.measures.get(key, ()))
        return Phrases(self._sentences, self._facts, MappingProxyType(entries))


def _bare(key: str) -> Entry:
    return Entry(key=key, owner="all", period="year", said={}, measures=(), own_said={})


def _leaves(path: str, value: Mapping[str, Any], *, entry_depth: bool) -> Iterator[tuple[str, Any]]:
    """Entries whole, tables with `from` or `words` whole, anything else down to its words."""
    for key, inner in value.items():
        here = f"{path}.{key}"
        whole = isinstance(inner, Mapping) and (
            {"from", "words"} & inner.keys() or (entry_depth and "measures" in inner)
        )
        if isinstance(inner, Mapping) and not whole:
            yield from _leaves(here, inner, entry_depth=entry_depth)
        else:
            yield here, inner


def _keep(
    kind: str,
    path: str,
    value: Any,  # noqa: ANN401 - as TOML holds it
    sentences: dict[str, tuple[str, ...]],
    facts: dict[str, Any],
    entries: dict[str, Entry],
) -> None:
    if isinstance(value, Mapping) and "measures" in value:
        if path in entries:
            raise PhraseTrouble(f"{path} is there twice")
        entries[path] = _entry(kind, path, value)
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        sentences[path] = _checked(path, value)
    else:
        if isinstance(value, str):
            parts_of(value)
        facts[path] = value


def _entry(kind: str, path: str, value: Mapping[str, Any]) -> Entry:
    said = {key: _checked(f"{path}.{key}", texts) for key, texts in value.items() if key not in _ENTRY_FACTS}
    for key in _NEEDED[kind]:
        if len(said.get(key, ())) < (1 if key in _SINGLE else 2):
            raise PhraseTrouble(f"{path}.{key} needs another wording")
    if unknown := said.keys() - set(_NEEDED[kind]):
        raise PhraseTrouble(f"{path} says {', '.join(sorted(unknown))}, which nobody reads")
    return Entry(
        key=path,
        about=value.get("about", ""),
        indicator=_indicator(path, value) if kind == "indicators" else None,
        topic=value.get("topic"),
        owner=value["owner"],
        period=value["period"],
        said=MappingProxyType(said),
        measures=tuple(_suggestion(path, one) for one in value["measures"]),
        own_said=MappingProxyType({}),
    )


def _indicator(path: str, value: Mapping[str, Any]) -> Indicator:
    return Indicator(number=int(path.rpartition(".")[2]), name=value["name"], tool=value["tool"])


def _suggestion(path: str, value: Mapping[str, Any]) -> Suggestion:
    steps = _checked(f"{path}.measures.steps", value["steps"])
    if len(steps) not in _STEPS:
        raise PhraseTrouble(f"{path}: {value['title']} has {len(steps)} steps")
    if unknown := value.keys() - {"title", "steps", "followup", "evidence"}:
        raise PhraseTrouble(f"{path}: a measure says {', '.join(sorted(unknown))}, which nobody reads")
    return Suggestion(
        title=_checked(path, [value["title"]])[0],
        steps=steps,
        followup=value.get("followup", ""),
        evidence=tuple(value.get("evidence", ())),
    )


def _checked(path: str, texts: list[str]) -> tuple[str, ...]:
    if not texts or not all(text.strip() for text in texts):
        raise PhraseTrouble(f"{path} is empty")
    for text in texts:
        parts_of(text)
    return tuple(texts)


def _check_arrangements(facts: Mapping[str, Any], entries: Mapping[str, Entry]) -> None:
    for entry in entries.values():
        for key in (f"measures.owner.{entry.owner}", f"measures.period.{entry.period}"):
            if key not in facts:
                raise PhraseTrouble(f"{entry.key} asks for {key}")
