"""One text under review, and all that can be read off it at once: numbers, dates, codes, what it speaks of.

Every rule looks at the same reading, so a text is scanned once however many rules there are; and a text that nobody
touched since the last review is not scanned again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ita_desktop.domain.codes import FoundCode, find_codes
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.problems import Place
from ita_desktop.review import speech
from ita_desktop.review.counted import counts_in
from ita_desktop.review.many import Claim, claims_in
from ita_desktop.review.speech import Mention
from ita_desktop.thai.dates_in_text import FoundDate, FoundYear, find_dates, find_years
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.links import LINK
from ita_desktop.thai.numbers import FoundNumber, find_numbers

_REMEMBERED = 4096
"""Texts: those of a full year several times over."""
_MAY_LINK = re.compile(r"[A-Za-z0-9][./@]")
_DIGIT = re.compile("[0-9๐-๙]")


class Spans:
    """Stretches of a text, asked whether something lies in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def touch(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._spans[at][1] > start


@dataclass(frozen=True, slots=True)
class _Figures:
    numbers: tuple[FoundNumber, ...]
    """Without those that belong to dates and years."""
    dates: tuple[FoundDate, ...]
    years: tuple[FoundYear, ...]


@lru_cache(maxsize=_REMEMBERED)
def _figures(text: str) -> _Figures:
    dates, years = (tuple(find_dates(text)), tuple(find_years(text))) if _DIGIT.search(text) else ((), ())
    dated = Spans([*((date.start, date.end) for date in dates), *((year.start, year.end) for year in years)])
    numbers = (number for number in find_numbers(text) if not dated.touch(number.start, number.end))
    return _Figures(tuple(numbers), dates, years)


class _TheSame:
    """A framework as a key: the rules of a year are the same only if they are this very object."""

    __slots__ = ("framework",)

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __hash__(self) -> int:
        return id(self.framework)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheSame) and self.framework is other.framework


@lru_cache(maxsize=_REMEMBERED)
def _codes(text: str, rules: _TheSame, indicator: int | None) -> tuple[FoundCode, ...]:
    return tuple(find_codes(text, rules.framework, indicator)) if _DIGIT.search(text) else ()


@lru_cache(maxsize=_REMEMBERED)
def _mentions(text: str, rules: _TheSame, indicator: int | None, office: str) -> tuple[Mention, ...]:
    codes = _codes(text, rules, indicator)
    return tuple(speech.mentions(text, to_arabic(text), rules.framework, codes, office, indicator))


@dataclass(frozen=True)
class Prose:
    place: Place
    """The field; without characters."""
    text: str
    framework: Framework
    office: str = ""
    indicator: int | None = None
    """What the record is about, where it says so."""
    columns: tuple[int | None, ...] = ()
    """Of a row of a table: the year that the head row gives each cell."""
    heading: bool = False
    """A subject or title: it says what the paper is about and nothing else."""
    offset: int = 0
    """Of a line of an outside paper: where it begins in its page or paragraph."""
    following: str = ""
    """What comes after it there."""

    def at(self, start: int, end: int) -> Place:
        return replace(self.place, start=start + self.offset, end=end + self.offset)

    @cached_property
    def arabic(self) -> str:
        """As long as the text, with Arabic digits: patterns need to know only one kind."""
        return to_arabic(self.text)

    @cached_property
    def numbers(self) -> tuple[FoundNumber, ...]:
        return _figures(self.text).numbers

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        return _figures(self.text).dates

    @cached_property
    def years(self) -> tuple[FoundYear, ...]:
        return _figures(self.text).years

    @cached_property
    def codes(self) -> tuple[FoundCode, ...]:
        return _codes(self.text, _TheSame(self.framework), self.indicator)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return _mentions(self.text, _TheSame(self.framework), self.indicator, self.office)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is claimed of all, or of none."""
        return claims_in(self.arabic)

    @cached_property
    def counts(self) -> tuple[Claim, ...]:
        """Of how many something is said."""
        return counts_in(self.arabic)

    @cached_property
    def claimed(self) -> Spans:
        """Where many are spoken of: a figure there is no score of what was named before."""
        return Spans((claim.start, claim.end) for claim in (*self.claims, *self.counts))

    @cached_property
    def links(self) -> Spans:
        """Looked for only where a link could be."""
        found = LINK.finditer(self.text) if _MAY_LINK.search(self.text) else ()
        return Spans(link.span() for link in found)

    def line_of(self, at: int) -> tuple[int, int]:
        """Start and end of the line that a character stands in."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return start, len(self.text) if end < 0 else end

    def lines(self) -> Iterator[tuple[int, str]]:
        start = 0
        for line in self.text.split("\n"):
            yield start, line
            start += len(line) + 1
