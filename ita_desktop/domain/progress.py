"""How far each measure is: what every round heard of it, what it still owes, and how late it is on a given day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.records import FollowUp, FollowUpState, Measure, Round, Year

SETTLED = frozenset({FollowUpState.DONE, FollowUpState.CANCELLED})


def is_reported(report: FollowUp) -> bool:
    """A row that was only made ready is no report."""
    return bool(
        report.reported
        or report.result.strip()
        or report.obstacles.strip()
        or report.evidence
        or report.progress
        or report.state is not FollowUpState.NOT_STARTED
    )


def report_of(year: Year, measure: Measure, round: Round) -> FollowUp | None:
    """What was reported of a measure by a round, if anything was."""
    reports = (report for report in year.followups if (report.measure, report.round) == (measure.id, round.id))
    return next((report for report in reports if is_reported(report)), None)


def rounds_in_order(year: Year) -> tuple[Round, ...]:
    return tuple(sorted(year.rounds, key=lambda one: one.due or date.max))


def current_round(year: Year, today: date | None) -> Round | None:
    """The one that is reported on now: the next to fall due, else the last."""
    rounds = rounds_in_order(year)
    coming = [one for one in rounds if one.due is None or today is None or one.due >= today]
    return coming[0] if coming else rounds[-1] if rounds else None


@dataclass(frozen=True, slots=True)
class AtRound:
    """One measure at one round."""

    round: Round
    report: FollowUp | None
    """None where nothing was reported."""
    state: FollowUpState
    """What is known by then, from this round or an earlier one."""
    asked: bool
    """False once it was reported as done or called off: nothing more is asked, unless a later report says otherwise."""

    @property
    def owed(self) -> bool:
        return self.asked and self.report is None

    def is_missed(self, today: date | None) -> bool:
        return bool(self.owed and today and self.round.due and self.round.due < today)


@dataclass(frozen=True, slots=True)
class Progress:
    """One measure through all rounds. The last report has the word: what was done may have to be done again."""

    measure: Measure
    rounds: tuple[AtRound, ...]
    """In the order in which they fall due."""

    @property
    def state(self) -> FollowUpState:
        return self.rounds[-1].state if self.rounds else FollowUpState.NOT_STARTED

    @property
    def settled(self) -> bool:
        return self.state in SETTLED

    def at(self, round: Round) -> AtRound:
        return next(one for one in self.rounds if one.round.id == round.id)

    def missed(self, today: date | None) -> tuple[Round, ...]:
        """Rounds that fell due without a report."""
        return tuple(one.round for one in self.rounds if one.is_missed(today))

    def is_late(self, today: date | None) -> bool:
        """Its end has passed and it is not settled."""
        end = self.measure.revised_end or self.measure.end
        return bool(today and end and end < today and not self.settled)

    def is_overdue(self, today: date | None) -> bool:
        return self.is_late(today) or any(one.is_missed(today) for one in self.rounds)

    def days_late(self, today: date) -> int:
        """Since its end, or since the first round it still owes a report for, whichever is longer ago."""
        ends = [self.measure.revised_end or self.measure.end] if self.is_late(today) else []
        passed = [day for day in (*ends, *(round.due for round in self.missed(today))) if day]
        return (today - min(passed)).days if passed else 0


def progress_of(year: Year) -> tuple[Progress, ...]:
    """Every measure of the year, in their order."""
    reports = {(report.measure, report.round): report for report in year.followups if is_reported(report)}
    rounds = rounds_in_order(year)
    return tuple(Progress(measure, tuple(_through(measure, rounds, reports))) for measure in year.measures)


def _through(
    measure: Measure, rounds: Iterable[Round], reports: Mapping[tuple[str, str], FollowUp]
) -> Iterator[AtRound]:
    state = FollowUpState.NOT_STARTED
    for round in rounds:
        report = reports.get((measure.id, round.id))
        asked = state not in SETTLED
        state = report.state if report else state
        yield AtRound(round, report, state, asked)


@dataclass(frozen=True, slots=True)
class Counts:
    """Measures by state, with those that are overdue among them."""

    total: int
    states: Counter[FollowUpState]
    overdue: int


def counts(measures: Iterable[Progress], today: date | None = None) -> Counts:
    listed = tuple(measures)
    return Counts(len(listed), Counter(one.state for one in listed), sum(one.is_overdue(today) for one in listed))
