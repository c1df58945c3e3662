"""The review runs beside the window: out of its way, never out of date, and not silent about our own mistakes."""

from __future__ import annotations

import sys
import time
from decimal import Decimal

import pytest

import ita_desktop.review
from ita_desktop.actions.scores import set_scores
from ita_desktop.domain.problems import Place, Problem, Severity
from ita_desktop.ui import reviewer


def problem(name: str) -> Problem:
    return Problem(rule=name, severity=Severity.HINT, where=Place("scores"), message="ตรวจสอบ")


@pytest.fixture
def rules(filled, monkeypatch, qtbot):
    """Ten rules, each as long as a slice; tells which were asked, of which year."""
    asked = []
    filled.reviewer._clock.stop()
    with qtbot.waitSignal(filled.reviewer.found):
        filled.reviewer._begin()

    def by_rule(year, _today):
        for at in range(10):
            asked.append((at, year))
            time.sleep(reviewer.SLICE_S * 1.1)
            yield [problem(f"rule-{at}")]

    filled.reviewer._clock.setInterval(0)
    monkeypatch.setattr(ita_desktop.review, "by_rule", by_rule)
    return asked


def wait_for_thread(seconds=0.3):
    """The window is busy: no event comes through."""
    time.sleep(seconds)


def test_a_busy_window_is_waited_for(filled, rules, qtbot):
    filled.reviewer._begin()
    wait_for_thread()
    assert len(rules) == 1
    with qtbot.waitSignal(filled.reviewer.found):
        pass
    assert [one.rule for one in filled.reviewer.problems] == [f"rule-{at}" for at in range(10)]


def test_a_change_ends_the_review_of_what_was(filled, rules, qtbot):
    before = filled.session.year
    filled.reviewer._begin()
    wait_for_thread()
    with qtbot.waitSignal(filled.reviewer.found):
        filled.session.run(set_scores, before.number, indicators={1: Decimal(77)})
    asked_of_before = [at for at, year in rules if year is before]
    assert asked_of_before == [0]
    assert {at for at, year in rules if year is filled.session.year} == set(range(10))


def test_a_closed_window_asks_nothing_more(filled, rules, qtbot):
    filled.reviewer._begin()
    wait_for_thread()
    filled.reviewer.close()
    qtbot.wait(50)
    assert len(rules) == 1


def test_our_own_mistake_is_not_swallowed(filled, monkeypatch, qtbot):
    def by_rule(_year, _today):
        yield []
        raise ZeroDivisionError

    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda *trouble: seen.append(trouble[0]))
    monkeypatch.setattr(ita_desktop.review, "by_rule", by_rule)
    filled.reviewer._begin()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen == [ZeroDivisionError]
