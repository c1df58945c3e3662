"""How far a measure is: paper, window, review and draft all ask here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ita_desktop.domain.progress import Progress, counts, current_round, is_reported, progress_of, report_of
from ita_desktop.domain.records import Evidence, FollowUp, FollowUpState, Measure, Round, Year

DUE, END = date(2026, 3, 31), date(2026, 9, 30)
LONG_AFTER = date(2027, 1, 1)
HALF, WHOLE = Round(id="r1", name="รอบ 6 เดือน", due=DUE), Round(id="r2", name="รอบ 12 เดือน", due=END)
DONE, GOING = FollowUpState.DONE, FollowUpState.IN_PROGRESS


def report(round: Round, state: FollowUpState = FollowUpState.NOT_STARTED, **said) -> FollowUp:
    return FollowUp(measure="m1", round=round.id, state=state, **said)


@pytest.fixture
def one_measure(make_year):
    """The only measure of a year, through two rounds that are kept the wrong way round."""

    def made(*reports: FollowUp, end: date | None = None, revised_end: date | None = None) -> Progress:
        measure = Measure(id="m1", title="งานเดียว", end=end, revised_end=revised_end)
        year = replace(make_year(2568), measures=(measure,), rounds=(WHOLE, HALF), followups=reports)
        (only,) = progress_of(year)
        return only

    return made


def test_a_row_that_was_only_made_ready_is_no_report(one_measure):
    for nothing in (report(HALF), report(HALF, progress=0), report(HALF, result="  ", obstacles=" ")):
        assert not is_reported(nothing)
        assert one_measure(nothing).rounds[0].report is None
    for said in ({"reported": DUE}, {"result": "เริ่มแล้ว"}, {"obstacles": "ไม่มีงบ"}, {"progress": 5}):
        assert is_reported(report(HALF, **said))
    assert is_reported(report(HALF, evidence=(Evidence(title="ภาพถ่าย"),)))
    assert is_reported(report(HALF, FollowUpState.CANCELLED))


def test_rounds_go_by_the_day_they_fall_due_and_those_without_one_come_last(one_measure, make_year):
    assert [one.round for one in one_measure().rounds] == [HALF, WHOLE]
    some_day = Round(id="r0", name="รอบพิเศษ")
    year = replace(make_year(2568), rounds=(some_day, WHOLE, HALF))
    assert current_round(year, DUE) == HALF
    assert current_round(year, DUE + timedelta(days=1)) == WHOLE
    assert current_round(year, LONG_AFTER) == some_day
    assert current_round(replace(year, rounds=(HALF, WHOLE)), LONG_AFTER) == WHOLE
    assert current_round(year, None) == HALF
    assert current_round(make_year(2568), DUE) is None


def test_a_round_without_a_report_is_missed_from_the_day_after_it_was_due(one_measure):
    assert not one_measure().is_overdue(DUE)
    assert one_measure().missed(DUE + timedelta(days=1)) == (HALF,)
    assert one_measure().is_overdue(DUE + timedelta(days=1))
    assert one_measure(report(HALF, GOING)).missed(LONG_AFTER) == (WHOLE,)


def test_without_a_day_nothing_is_overdue(one_measure):
    assert not one_measure(end=date(2020, 1, 1)).is_overdue(None)


@pytest.mark.parametrize("state", [FollowUpState.DONE, FollowUpState.CANCELLED])
def test_a_settled_measure_owes_nothing_more(one_measure, state):
    one = one_measure(report(HALF, state), end=DUE)
    assert (one.state, one.settled, one.is_overdue(LONG_AFTER)) == (state, True, False)
    assert [at.asked for at in one.rounds] == [True, False]
    assert not one.at(WHOLE).owed


def test_what_has_to_be_done_again_is_asked_about_again(one_measure, make_year):
    third = Round(id="r3", name="รอบ 15 เดือน", due=date(2026, 12, 31))
    measure = Measure(id="m1", end=DUE)
    reports = (report(HALF, DONE), report(WHOLE, GOING))
    year = replace(make_year(2568), measures=(measure,), rounds=(HALF, WHOLE, third), followups=reports)
    (one,) = progress_of(year)
    assert one.state is GOING
    assert one.is_late(LONG_AFTER)
    assert one.missed(LONG_AFTER) == (third,)


def test_a_measure_is_late_when_its_end_has_passed_unless_a_later_one_was_agreed(one_measure):
    begun = report(HALF, GOING)
    january = date(2026, 1, 31)
    assert one_measure(begun, end=january).is_late(january + timedelta(days=1))
    assert not one_measure(begun, end=january).is_late(january)
    assert not one_measure(begun, end=january, revised_end=DUE).is_late(DUE)


def test_it_is_late_since_its_end_or_since_the_first_round_it_owes(one_measure):
    assert one_measure().days_late(DUE) == 0
    assert one_measure().days_late(END + timedelta(days=1)) == 184
    assert one_measure(end=DUE - timedelta(days=10)).days_late(DUE + timedelta(days=1)) == 11
    assert one_measure(report(HALF, GOING), end=END).days_late(END + timedelta(days=3)) == 3
    assert one_measure(report(HALF, DONE), end=END).days_late(LONG_AFTER) == 0


def test_the_last_round_that_reported_gives_the_state(one_measure):
    one = one_measure(report(WHOLE), report(HALF, GOING, progress=40))
    assert [at.state for at in one.rounds] == [GOING, GOING]
    assert one_measure().state is FollowUpState.NOT_STARTED


def test_reports_of_other_measures_and_rounds_that_are_gone_count_for_nothing(one_measure, make_year):
    strange = FollowUp(measure="m2", round="r1", state=DONE)
    gone = FollowUp(measure="m1", round="r9", state=DONE)
    assert one_measure(strange, gone).state is FollowUpState.NOT_STARTED
    year = replace(make_year(2568), followups=(strange, report(HALF), report(WHOLE, GOING)))
    assert report_of(year, Measure(id="m1"), WHOLE) == report(WHOLE, GOING)
    assert report_of(year, Measure(id="m1"), HALF) is None


def test_counts_add_up(make_year):
    measures = tuple(Measure(id=f"m{number}") for number in (1, 2, 3))
    reports = (report(HALF, DONE), FollowUp(measure="m2", round="r1", state=GOING))
    year: Year = replace(make_year(2568), measures=measures, rounds=(HALF, WHOLE), followups=reports)
    found = counts(progress_of(year), DUE + timedelta(days=1))
    assert found.total == sum(found.states.values()) == 3
    assert (found.states[DONE], found.states[GOING], found.overdue) == (1, 1, 1)
    assert counts(progress_of(year)).overdue == 0
