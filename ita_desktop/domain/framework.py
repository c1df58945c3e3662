"""The rules of one assessed year: tools, indicators, items, levels. Data read from a file, never code.

A new year of the assessment is one new file in `resources/frameworks/`. What a source did not confirm carries a
`confidence`, and the window shows it as "ตรวจสอบกับคู่มือ".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache


class Confidence(StrEnum):
    """How sure a fact is. Anything but `SURE` is shown to the officer as to be checked with the manual."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"

    def at_most(self, other: Confidence) -> Confidence:
        """The less sure of the two."""
        return max(self, other, key=list(Confidence).index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    code: str
    """`IIT`, `EIT` or `OIT`."""
    name: str
    english: str
    weight: Decimal
    """Share of the total in per cent."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    number: int
    name: str
    tool: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@lru_cache(maxsize=64)
def same_indicators(ours: tuple[Indicator, ...], theirs: tuple[Indicator, ...]) -> Mapping[int, int]:
    """Our numbers to theirs, of the indicators that measure the same: by their names, for a reform may count anew.

    One of the same number and tool, whose name is on neither side anywhere else, was renamed and is the same still.
    """
    named = {name: their.number for their in theirs for name in their.names}
    our_names = {name for our in ours for name in our.names}
    renamed = {(their.number, their.tool): their.number for their in theirs if our_names.isdisjoint(their.names)}
    found = {
        our.number: next((named[name] for name in our.names if name in named), renamed.get((our.number, our.tool)))
        for our in ours
    }
    return {number: same for number, same in found.items() if same is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubIndicator:
    code: str
    name: str
    indicator: int
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    code: str
    """`i1` … , `e1` … , `o1` … ."""
    title: str
    indicator: int
    sub: str = ""
    meaning: str = ""
    """What the item asks for, under one name for all years: items of two years with one meaning are the same item."""
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A result level, the best one first: the total has to reach `minimum`, and every tool `tools_minimum`."""

    name: str
    minimum: Decimal
    tools_minimum: Decimal | None = None
    passed: bool = False
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualRound:
    """A follow-up round as offices usually hold it: a day of the year in which the measures run."""

    name: str
    month: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of the topics by which a year's measures are set out, beside the ten indicators."""

    number: int
    name: str
    indicators: tuple[int, ...] = ()
    """The indicators it draws on, for a first proposal of where a finding belongs."""


@dataclass(frozen=True, kw_only=True)
class Framework:
    year: int
    name: str
    tools: tuple[Tool, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[Item, ...]
    levels: tuple[Level, ...]
    measures_item: str = ""
    followup_item: str = ""
    rounds: tuple[UsualRound, ...] = ()
    eit_in_two_parts: bool = False
    means_from_items: frozenset[str] = frozenset()
    """Tools whose indicator score is the plain mean of its items in this year."""
    means_from_sub_indicators: frozenset[str] = frozenset()
    """Tools whose indicator score is the mean of its sub-indicators' means."""
    announced: date | None = None
    """When ป.ป.ช. announced the results; nothing can discuss them before."""
    preset: str = ""
    """The report that fits the year: `by-item`, `comparison`, `seven-topics`, `full-book` or `short`."""
    topics: tuple[Topic, ...] = ()
    agencies: int | None = None
    """How many agencies were assessed that year, as announced."""
    unconfirmed: frozenset[str] = frozenset()
    """Names of the fields above that no source confirmed."""
    confidence: Confidence = Confidence.SURE
    corrected: bool = False
    """True where the office changed the shipped file."""

    @cached_property
    def _indicators(self) -> dict[int, Indicator]:
        return {indicator.number: indicator for indicator in self.indicators}

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.code: item for item in self.items}

    def indicator(self, number: int) -> Indicator | None:
        return self._indicators.get(number)

    def item(self, code: str) -> Item | None:
        return self._items.get(code)

    def items_of(self, indicator: int) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.indicator == indicator)

    def indicators_of(self, tool: str) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.tool == tool)

    def tool(self, code: str) -> Tool | None:
        return next((tool for tool in self.tools if tool.code == code), None)

    def item_meaning(self, meaning: str) -> Item | None:
        """The item of this year that asks for the same thing, whatever its code here."""
        return next((item for item in self.items if item.meaning == meaning), None) if meaning else None

    def same_indicator(self, number: int, other: Framework) -> int | None:
        """The number that our indicator has in another year's rules."""
        return same_indicators(self.indicators, other.indicators).get(number)

    def same_items(self, codes: Iterable[str], other: Framework) -> tuple[str, ...]:
        """The items of another year's rules that ask for the same as these."""
        known = (self.item(code) for code in codes)
        same = (other.item_meaning(item.meaning) for item in known if item)
        return tuple(dict.fromkeys(item.code for item in same if item))

    def tool_of(self, indicator: int) -> Tool | None:
        found = self.indicator(indicator)
        return self.tool(found.tool) if found else None

    def topic(self, number: int) -> Topic | None:
        return next((topic for topic in self.topics if topic.number == number), None)

    def no_surer_than(self, confidence: Confidence) -> Framework:
        """These rules taken over from somewhere else: nothing in them is surer than the taking over."""
        return replace(
            self,
            confidence=self.confidence.at_most(confidence),
            sub_indicators=tuple(replace(s, confidence=s.confidence.at_most(confidence)) for s in self.sub_indicators),
            items=tuple(replace(item, confidence=item.confidence.at_most(confidence)) for item in self.items),
            levels=tuple(replace(level, confidence=level.confidence.at_most(confidence)) for level in self.levels),
        )

    def relabelled(self, year: int) -> Framework:
        """The same rules as a guess for another year; when that year is announced is not known."""
        return replace(self.no_surer_than(Confidence.UNSURE), year=year, name=str(year), announced=None, agencies=None)
