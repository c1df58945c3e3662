"""The OIT items of a year as a list of work: what has to be shown, who prepares it, by when, where it is published.

The rules of the year say which items there are; what the office decided about each is a `ChecklistEntry`. The tab and
the printed list both read this.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.progress import SETTLED
from ita_desktop.domain.records import ChecklistEntry, FollowUpState, Year

TOOL = "OIT"


@dataclass(frozen=True, slots=True, kw_only=True)
class OitItem:
    code: str
    title: str
    """What has to be shown; empty for a code that the year's rules do not know."""
    indicator: int | None
    meaning: str
    entry: ChecklistEntry
    """What the office decided, or an empty entry."""
    to_check: bool = False
    """No source confirmed the item: the officer compares it with the manual."""

    @property
    def id(self) -> str:
        return self.code

    def days_late(self, today: datetime.date) -> int:
        due = self.entry.due
        return (today - due).days if due and due < today and self.entry.state not in SETTLED else 0

    def due_this_month(self, today: datetime.date) -> bool:
        due = self.entry.due
        return (
            due is not None
            and due >= today
            and (due.year, due.month) == (today.year, today.month)
            and self.entry.state not in SETTLED
        )


def oit_codes(year: Year) -> tuple[str, ...]:
    numbers = {indicator.number for indicator in year.framework.indicators_of(TOOL)}
    return tuple(item.code for item in year.framework.items if item.indicator in numbers)


def oit_items(year: Year) -> tuple[OitItem, ...]:
    """In the order of the rules; entries for codes that the rules do not know come last, for nothing is hidden."""
    entries = {entry.item: entry for entry in year.checklist}
    found = []
    for indicator in year.framework.indicators_of(TOOL):
        for item in year.framework.items_of(indicator.number):
            entry = entries.pop(item.code, ChecklistEntry(item=item.code))
            unsure = item.confidence is not Confidence.SURE
            found.append(
                OitItem(
                    code=item.code,
                    title=item.title,
                    indicator=indicator.number,
                    meaning=item.meaning,
                    entry=entry,
                    to_check=unsure,
                )
            )
    found += [OitItem(code=code, title="", indicator=None, meaning="", entry=entry) for code, entry in entries.items()]
    return tuple(found)


def by_indicator(items: Iterable[OitItem]) -> dict[int | None, tuple[OitItem, ...]]:
    groups: dict[int | None, list[OitItem]] = {}
    for item in items:
        groups.setdefault(item.indicator, []).append(item)
    return {number: tuple(group) for number, group in groups.items()}


def states(items: Iterable[OitItem]) -> Counter[FollowUpState]:
    return Counter(item.entry.state for item in items)


def from_last_year(year: Year) -> tuple[ChecklistEntry, ...]:
    """Entries with the owners and links of last year where this year has none, matched by what the items ask for."""
    before = year.last_year
    if before is None:
        return ()
    known = {item.meaning: item.entry for item in oit_items(before) if item.meaning}
    found = []
    for item in oit_items(year):
        old = known.get(item.meaning)
        if old is None:
            continue
        now = item.entry
        filled = ChecklistEntry(
            item=now.item,
            owner=now.owner or old.owner,
            due=now.due,
            link=now.link or old.link,
            state=now.state,
            note=now.note,
        )
        if filled != now:
            found.append(filled)
    return tuple(found)
