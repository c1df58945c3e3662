"""One measure as every view of the follow-up shows it: its reports, how far it is, how late."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.domain.progress import SETTLED, is_reported, rounds_in_order
from ita_desktop.domain.records import FollowUp, FollowUpState, Measure, Round, Year
from ita_desktop.papers.measure_facts import NOBODY, indicator_of
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.due import HowFar, how_far
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


def measure_rows(year: Year, today: datetime.date) -> list[MeasureRow]:
    far = how_far(year, today)
    by_measure: dict[str, dict[str, FollowUp]] = {}
    for report in year.followups:
        by_measure.setdefault(report.measure, {})[report.round] = report
    rounds = rounds_in_order(year)
    rows = []
    for measure in year.measures:
        reports = by_measure.get(measure.id, {})
        looks: dict[str, Look] = {}
        states: dict[str, FollowUpState] = {}
        settled, state = False, FollowUpState.NOT_STARTED
        for round in rounds:
            told = reports.get(round.id)
            looks[round.id] = _look(told, round, today, settled=settled)
            if told is not None and is_reported(told):
                state = told.state
            states[round.id] = state
            settled = settled or state in SETTLED
        rows.append(MeasureRow(measure, indicator_of(year, measure), far[measure.id], reports, looks, states))
    return rows


def _look(report: FollowUp | None, round: Round, today: datetime.date, *, settled: bool) -> Look:
    if report is not None and is_reported(report):
        return STATES[report.state]
    if settled:
        return NOT_NEEDED
    if round.due and round.due < today:
        return late_look((today - round.due).days)
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
