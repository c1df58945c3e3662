"""Where a day of the measures' year lies on the timeline."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.domain.records import Measure

MONTHS = 12


@dataclass(frozen=True, slots=True)
class YearScale:
    """The fiscal year from its first to its last day, over so many pixels from the left."""

    first: datetime.date
    last: datetime.date
    left: float
    width: float

    def x(self, day: datetime.date) -> float:
        """Where a day begins. Days outside the year lie at its edges."""
        days = (self.last - self.first).days + 1
        return self.left + self.width * min(max((day - self.first).days, 0), days) / days

    def after(self, day: datetime.date) -> float:
        return self.x(day + datetime.timedelta(days=1))

    def holds(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last

    def months(self) -> Iterator[datetime.date]:
        for number in range(MONTHS):
            years, month = divmod(self.first.month - 1 + number, MONTHS)
            yield datetime.date(self.first.year + years, month + 1, 1)


def span_of(measure: Measure, scale: YearScale) -> tuple[datetime.date, datetime.date] | None:
    """From its first day to the end that was planned: a missing start is the year's, a missing end shows nothing."""
    if measure.end is None:
        return None
    start = measure.start or scale.first
    return (start, measure.end) if start <= measure.end else None
