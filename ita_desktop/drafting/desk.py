"""Where a year's texts are written: its figures, the phrases, and a pen that remembers what it looked at."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from ita_desktop.domain.drafts import as_text, in_turn
from ita_desktop.domain.figures import Figures
from ita_desktop.domain.framework import Item, same_indicators
from ita_desktop.domain.records import Draft, Year
from ita_desktop.drafting.entries import Entry
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.drafting.template import Value, fill

T = TypeVar("T")
_A_WORD, _LONGEST_WORD = 3, 20


class Desk:
    """One year with the phrases it is written with.

    Which of several wordings is taken follows from the office, the year and the place in the text: the same year is
    always written alike, and two offices seldom. A `turn` takes the next wording everywhere.
    """

    def __init__(self, year: Year, phrases: Phrases, *, turn: int = 0) -> None:
        self.year = year
        self.phrases = phrases
        self.turn = turn
        self.figures = Figures(year)
        self._seed = zlib.crc32(f"{year.office.name}/{year.number}".encode())

    def pen(self) -> Pen:
        return Pen(self)

    def choose(self, variants: Sequence[T], key: str, slot: int = 0) -> T:
        return variants[(zlib.crc32(key.encode()) + self._seed + self.turn + slot) % len(variants)]

    def code_of(self, meaning: str) -> str:
        return self._codes.get(meaning, "")

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return {item.meaning: item.code for item in reversed(self.year.framework.items) if item.meaning}

    @cached_property
    def items_by_indicator(self) -> Mapping[int, tuple[Item, ...]]:
        return {one.number: self.year.framework.items_of(one.number) for one in self.year.framework.indicators}

    def entry_of_indicator(self, number: int) -> Entry | None:
        """What is written about the indicator that this year calls by this number; an office may write of its own."""
        written = self.phrases.written_indicators
        same = same_indicators(self.year.framework.indicators, written).get(number)
        if same is None and any(one.number == number for one in written):
            return None
        return self.phrases.indicator(number if same is None else same)

    def entry_of(self, code: str) -> Entry | None:
        item = self.year.framework.item(code)
        return self.phrases.item(item.meaning) if item else None


class Sentence(str):
    """A sentence that could also be said in other words, of the same figures."""

    __slots__ = ("otherwise",)

    def __new__(cls, text: str, otherwise: Callable[[], Iterator[str]]) -> Sentence:
        made = super().__new__(cls, text)
        made.otherwise = otherwise
        return made

    otherwise: Callable[[], Iterator[str]]


class Pen:
    """Writes one text. Every figure it reads becomes part of what the text rests on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._basis: dict[str, str] = {}

    # Figures

    def score(self, name: str) -> Decimal | None:
        value = self._read(name)
        return value if isinstance(value, Decimal) else None

    def count(self, name: str) -> int:
        value = self._read(name)
        return value if isinstance(value, int) else 0

    def words(self, name: str) -> str:
        self._read(name)
        return self._basis[name]

    def _read(self, name: str) -> object:
        self._basis[name] = self.desk.figures.text(name)
        return self.desk.figures.value(name)

    # Sentences

    def say(self, key: str, slot: int = 0, /, **values: Value) -> str:
        """A sentence of the files, in the wording that falls to this place."""
        variants = self.desk.phrases.variants(key)
        first = self.desk.choose(range(len(variants)), key, slot)
        return self._sentence((*variants[first:], *variants[:first]), values)

    def said(self, entry: Entry, what: str, slot: int = 0, /, **values: Value) -> str:
        """A wording of an entry: the office's own first, ours where it has none or asks for another."""
        own, ours = entry.own_said.get(what, ()), entry.said.get(what, ())
        if own and (self.desk.turn < len(own) or not ours):
            return self.fill(own[self.desk.turn % len(own)], **values)
        first = self.desk.choose(range(len(ours)), f"{entry.key}.{what}", slot)
        return self._sentence((*ours[first:], *ours[:first]), values)

    def _sentence(self, variants: Sequence[str], values: Mapping[str, Value]) -> Sentence:
        return Sentence(self.fill(variants[0], **values), lambda: (self.fill(v, **values) for v in variants[1:]))

    def fact(self, key: str, /, **values: Value) -> str:
        return self.fill(self.desk.phrases.fact(key), **values)

    def fill(self, phrase: str, /, **values: Value) -> str:
        """Who writes and of which year is known everywhere."""
        year = self.desk.year
        if "{office}" in phrase:
            values.setdefault("office", self.words("office"))
        for gap, number in (("year", year.number), ("measures_year", year.measures_year)):
            if f"{{{gap}}}" in phrase:
                self.count(gap)
                values.setdefault(gap, number)
        if "{previous_year}" in phrase:
            values.setdefault("previous_year", year.number - 1)
        return fill(phrase, values, self.desk.code_of)

    # The result

    def draft(self, field: str, value: object) -> Draft:
        return in_turn(Draft(field=field, text=as_text(value), basis=dict(self._basis)), self.desk.turn)


def paragraph(*sentences: str) -> str:
    """Sentences of one paragraph: Thai sets a space between them.

    One that begins with the word on which the last one ended is said in other words where it can be.
    """
    told = ""
    for sentence in sentences:
        if sentence:
            told = f"{told} {_unlike(told, sentence)}" if told else str(sentence)
    return told


def _unlike(before: str, sentence: str) -> str:
    if not _stumbles(before, sentence) or not isinstance(sentence, Sentence):
        return str(sentence)
    return next((other for other in sentence.otherwise() if not _stumbles(before, other)), str(sentence))


def _stumbles(before: str, after: str) -> bool:
    """`… 5.00 คะแนน คะแนนที่ขาด …`"""
    return any(before.endswith(after[:length]) for length in range(_A_WORD, _LONGEST_WORD) if length <= len(after))


def paragraphs(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
