"""One measure as every view of the follow-up shows it: its reports, how far it is, how late."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.domain.measure_facts import NOBODY, indicator_of
from ita_desktop.domain.progress import AtRound, is_reported
from ita_desktop.domain.records import FollowUp, FollowUpState, Measure
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.due import Due, HowFar
from ita_desktop.ui.words import OVERDUE, STATES, Look

NOT_NEEDED = Look("–", "", "muted", "แล้วเสร็จหรือยกเลิกไปแล้วในรอบก่อน")
NOT_YET = Look("ยังไม่รายงาน", "todo", "muted")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    measure: Measure
    indicator: int | None
    far: HowFar
    reports: Mapping[str, FollowUp]
    looks: Mapping[str, Look]
    """By round."""
    states: Mapping[str, FollowUpState]
    """By round: what is known by then, from this round or an earlier one."""

    @property
    def id(self) -> str:
        return self.measure.id

    @property
    def owners(self) -> tuple[str, ...]:
        return self.measure.owners or (NOBODY,)

    def told(self, round: str) -> bool:
        """Whether this round itself was reported on."""
        report = self.reports.get(round)
        return report is not None and is_reported(report)


def measure_rows(due: Due) -> list[MeasureRow]:
    year, far = due.year, due.far
    by_measure: dict[str, dict[str, FollowUp]] = {}
    for report in year.followups:
        by_measure.setdefault(report.measure, {})[report.round] = report
    return [
        MeasureRow(
            one.measure,
            indicator_of(year, one.measure),
            far[one.measure.id],
            by_measure.get(one.measure.id, {}),
            looks={at.round.id: _look(at, due.today) for at in one.rounds},
            states={at.round.id: at.state for at in one.rounds},
        )
        for one in due.progress
    ]


def _look(one: AtRound, today: datetime.date) -> Look:
    if one.report is not None:
        return STATES[one.report.state]
    if not one.asked:
        return NOT_NEEDED
    if one.round.due and one.is_missed(today):
        return late_look((today - one.round.due).days)
    return NOT_YET


def late_look(days: int) -> Look:
    return Look(f"{OVERDUE.text} {days:,} วัน", OVERDUE.icon, OVERDUE.tone, OVERDUE.tip)


def end_words(measure: Measure) -> str:
    """The planned end, and the revised one beside it."""
    planned = thai_date(measure.end, DateStyle.SHORT)
    revised = thai_date(measure.revised_end, DateStyle.SHORT)
    if planned and revised:
        return f"{planned} ขยายถึง {revised}"
    return f"ขยายถึง {revised}" if revised else planned
