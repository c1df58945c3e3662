"""How far the measures are: the latest word on each, and what is overdue on a given day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.records import FollowUp, FollowUpState, Measure, Round, Year

SETTLED = frozenset({FollowUpState.DONE, FollowUpState.CANCELLED})


def is_reported(report: FollowUp | None) -> bool:
    """A row that was only made ready is no report."""
    if report is None:
        return False
    return bool(
        report.reported
        or report.result.strip()
        or report.obstacles.strip()
        or report.evidence
        or report.progress
        or report.state is not FollowUpState.NOT_STARTED
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """One measure on one day."""

    measure: Measure
    state: FollowUpState
    progress: int | None
    late: bool
    """Its end has passed and it is not settled."""
    rounds_missed: tuple[Round, ...]
    """Rounds that fell due without a report."""

    @property
    def overdue(self) -> bool:
        return self.late or bool(self.rounds_missed)


def report_of(year: Year, measure: Measure, round: Round) -> FollowUp | None:
    return next((r for r in year.followups if r.measure == measure.id and r.round == round.id), None)


def rounds_in_order(year: Year) -> tuple[Round, ...]:
    return tuple(sorted(year.rounds, key=lambda one: one.due or date.max))


def current_round(year: Year, today: date | None) -> Round | None:
    """The one that is reported on now: the next to fall due, else the last."""
    rounds = rounds_in_order(year)
    coming = [one for one in rounds if one.due is None or today is None or one.due >= today]
    return coming[0] if coming else rounds[-1] if rounds else None


def settled_before(year: Year, measure: Measure, round: Round) -> bool:
    """Nothing more is asked of a measure that an earlier round saw done or cancelled."""
    for earlier in rounds_in_order(year):
        if earlier.id == round.id:
            return False
        report = report_of(year, measure, earlier)
        if report and report.state in SETTLED:
            return True
    return False


def is_missed(year: Year, measure: Measure, round: Round, today: date | None) -> bool:
    return bool(
        today
        and round.due
        and today > round.due
        and not is_reported(report_of(year, measure, round))
        and not settled_before(year, measure, round)
    )


def standing(year: Year, measure: Measure, today: date | None = None) -> Standing:
    """The last report in the order of the rounds has the word: what was done may have to be done again."""
    rounds = rounds_in_order(year)
    by_round = {report.round: report for report in year.followups if report.measure == measure.id}
    reports = [report for round in rounds if (report := by_round.get(round.id)) and is_reported(report)]
    latest = reports[-1] if reports else None
    state = latest.state if latest else FollowUpState.NOT_STARTED
    end = measure.revised_end or measure.end
    return Standing(
        measure=measure,
        state=state,
        progress=100 if state is FollowUpState.DONE else latest.progress if latest else None,
        late=bool(today and end and today > end and state not in SETTLED),
        rounds_missed=tuple(round for round in rounds if is_missed(year, measure, round, today)),
    )


def standings(year: Year, today: date | None = None) -> tuple[Standing, ...]:
    return tuple(standing(year, measure, today) for measure in year.measures)


@dataclass(frozen=True, slots=True)
class Counts:
    """Measures by state, with those that are overdue among them."""

    total: int
    states: Counter[FollowUpState]
    overdue: int


def counts(found: Iterable[Standing]) -> Counts:
    listed = tuple(found)
    return Counts(len(listed), Counter(one.state for one in listed), sum(one.overdue for one in listed))
