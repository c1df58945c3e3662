"""Every measure that is known for what the year's rules ask: the office's own, and those that come with the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ita_desktop.domain.records import Measure, Year
from ita_desktop.drafting.desk import Desk
from ita_desktop.drafting.entries import Entry
from ita_desktop.drafting.measures import as_measure
from ita_desktop.drafting.phrases import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A measure that could be this year's, with its dates and owners; it has no id yet."""

    measure: Measure
    is_own: bool
    """Kept by the office, not one of ours."""


def library(year: Year, phrases: Phrases) -> tuple[Offered, ...]:
    """In the order of the indicators and their items; the office's own before ours."""
    return tuple(_offered(Desk(year, phrases)))


def _offered(desk: Desk) -> Iterator[Offered]:
    year, phrases = desk.year, desk.phrases
    for indicator in year.framework.indicators:
        for item in desk.items_by_indicator[indicator.number]:
            base = Measure(id="", indicator=indicator.number, items=(item.code,))
            yield from _of_entry(desk, phrases.item(item.meaning), base)
        whole = desk.entry_of_indicator(indicator.number)
        yield from _of_entry(desk, whole, Measure(id="", indicator=indicator.number))
    for topic in year.framework.topics:
        yield from _of_entry(desk, phrases.topic(topic.number), Measure(id="", topic=topic.number))


def _of_entry(desk: Desk, entry: Entry | None, base: Measure) -> Iterator[Offered]:
    if entry is None:
        return
    for suggestion in (*entry.own_measures, *entry.measures):
        measure = as_measure(desk, base, suggestion, entry)
        yield Offered(measure=replace(measure, drafts=()), is_own=suggestion in entry.own_measures)
