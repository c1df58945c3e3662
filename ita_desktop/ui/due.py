"""What is to be reported when, and how far each measure is: the same answers as `papers.progress`, for a whole year at
once, because the window asks with every keystroke that is saved."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ita_desktop.domain.progress import SETTLED, is_reported, rounds_in_order
from ita_desktop.domain.records import FollowUp, FollowUpState, Measure, Round, Year


@dataclass(frozen=True, slots=True)
class HowFar:
    """One measure today: its latest reported state, and whether it is late with a report or with itself."""

    state: FollowUpState
    days_late: int
    """Since its end, or since the first round it still owes a report for, whichever is longer ago."""

    @property
    def late(self) -> bool:
        return self.days_late > 0


def how_far(year: Year, today: datetime.date) -> dict[str, HowFar]:
    reports = _reports(year)
    rounds = rounds_in_order(year)
    owed: dict[str, datetime.date] = {}
    for measure, round in overdue(year, today):
        assert round.due is not None
        owed[measure.id] = min(round.due, owed.get(measure.id, round.due))
    found = {}
    for measure in year.measures:
        told = [r for round in rounds if is_reported(r := reports.get((measure.id, round.id))) and r]
        state = told[-1].state if told else FollowUpState.NOT_STARTED
        end = measure.revised_end or measure.end
        passed = [owed[measure.id]] if measure.id in owed else []
        if end is not None and state not in SETTLED:
            passed.append(end)
        found[measure.id] = HowFar(state, max(0, *((today - day).days for day in passed)) if passed else 0)
    return found


def waiting(year: Year) -> list[tuple[Measure, Round]]:
    """Every measure and round that a report is still to be written for; a settled measure waits in no later round."""
    reports = _reports(year)
    rounds = rounds_in_order(year)
    found = []
    for measure in year.measures:
        for round in rounds:
            report = reports.get((measure.id, round.id))
            if not is_reported(report):
                found.append((measure, round))
            elif report and report.state in SETTLED:
                break
    return found


def unsettled(year: Year) -> list[Measure]:
    """Measures that no report says to be done or called off."""
    settled = {report.measure for report in year.followups if report.state in SETTLED}
    return [measure for measure in year.measures if measure.id not in settled]


def overdue(year: Year, today: datetime.date) -> list[tuple[Measure, Round]]:
    return [(measure, round) for measure, round in waiting(year) if round.due and round.due < today]


def due_this_month(year: Year, today: datetime.date) -> list[tuple[Measure, Round]]:
    month = (today.year, today.month)
    return [(m, r) for m, r in waiting(year) if r.due and r.due >= today and (r.due.year, r.due.month) == month]


def _reports(year: Year) -> dict[tuple[str, str], FollowUp]:
    return {(report.measure, report.round): report for report in year.followups}
