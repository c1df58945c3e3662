"""What is to be reported when, and how far each measure is, as the window's lists show it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ita_desktop.domain.progress import progress_of
from ita_desktop.domain.records import FollowUpState, Measure, Round, Year


@dataclass(frozen=True, slots=True)
class HowFar:
    """One measure today."""

    state: FollowUpState
    days_late: int

    @property
    def late(self) -> bool:
        return self.days_late > 0


def how_far(year: Year, today: datetime.date) -> dict[str, HowFar]:
    return {one.measure.id: HowFar(one.state, one.days_late(today)) for one in progress_of(year)}


def late(year: Year, today: datetime.date) -> frozenset[str]:
    """Measures that are late, with a report or with themselves: what the paper counts as well."""
    return frozenset(id for id, far in how_far(year, today).items() if far.late)


def soon(year: Year, today: datetime.date) -> frozenset[str]:
    """Measures that are to be reported on, or to be done, by the end of this month."""
    ending = {
        measure.id
        for measure in unsettled(year)
        if (end := measure.revised_end or measure.end) and end >= today and _same_month(end, today)
    }
    return frozenset({measure.id for measure, _ in due_this_month(year, today)} | ending) - late(year, today)


def unsettled(year: Year) -> list[Measure]:
    """Measures that are neither done nor called off."""
    return [one.measure for one in progress_of(year) if not one.settled]


def due_this_month(year: Year, today: datetime.date) -> list[tuple[Measure, Round]]:
    owed = [(one.measure, at.round) for one in progress_of(year) for at in one.rounds if at.owed]
    return [(m, r) for m, r in owed if r.due and r.due >= today and _same_month(r.due, today)]


def _same_month(one: datetime.date, other: datetime.date) -> bool:
    return (one.year, one.month) == (other.year, other.month)
