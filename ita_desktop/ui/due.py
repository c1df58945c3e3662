"""What is to be reported when, and how far each measure is, as the window's lists show it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from ita_desktop.domain.progress import Progress, progress_of
from ita_desktop.domain.records import FollowUpState, Measure, Round, Year


@dataclass(frozen=True, slots=True)
class HowFar:
    """One measure today."""

    state: FollowUpState
    days_late: int

    @property
    def late(self) -> bool:
        return self.days_late > 0


class Due:
    """The measures of a year as they stand on a day. Reckoned once: nearly everything in the window asks."""

    def __init__(self, year: Year, today: datetime.date) -> None:
        self.year = year
        self.today = today
        self.progress: tuple[Progress, ...] = progress_of(year)
        self.far = {one.measure.id: HowFar(one.state, one.days_late(today)) for one in self.progress}

    @cached_property
    def late(self) -> frozenset[str]:
        """Measures that are late, with a report or with themselves: what the paper counts as well."""
        return frozenset(id for id, far in self.far.items() if far.late)

    @cached_property
    def soon(self) -> frozenset[str]:
        """Measures that are to be reported on, or to be done, by the end of this month."""
        ends = ((measure.id, measure.revised_end or measure.end) for measure in self.unsettled)
        ending = {id for id, end in ends if end and self._by_the_end_of_this_month(end)}
        return frozenset({measure.id for measure, _ in self.this_month} | ending) - self.late

    @cached_property
    def unsettled(self) -> list[Measure]:
        """Measures that are neither done nor called off."""
        return [one.measure for one in self.progress if not one.settled]

    @cached_property
    def this_month(self) -> list[tuple[Measure, Round]]:
        """Reports that are still owed."""
        owed = [(one.measure, at.round) for one in self.progress for at in one.rounds if at.owed]
        return [(measure, round) for measure, round in owed if round.due and self._by_the_end_of_this_month(round.due)]

    def _by_the_end_of_this_month(self, day: datetime.date) -> bool:
        return day >= self.today and (day.year, day.month) == (self.today.year, self.today.month)
