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


def unsettled(year: Year) -> list[Measure]:
    """Measures that are neither done nor called off."""
    return [one.measure for one in progress_of(year) if not one.settled]


def overdue(year: Year, today: datetime.date) -> list[tuple[Measure, Round]]:
    return [(one.measure, round) for one in progress_of(year) for round in one.missed(today)]


def due_this_month(year: Year, today: datetime.date) -> list[tuple[Measure, Round]]:
    month = (today.year, today.month)
    owed = [(one.measure, at.round) for one in progress_of(year) for at in one.rounds if at.owed]
    return [(m, r) for m, r in owed if r.due and r.due >= today and (r.due.year, r.due.month) == month]
