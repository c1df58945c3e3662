"""Twenty years of work, far more than any office has, and still nobody waits for the window."""

from __future__ import annotations

import itertools
import statistics
import time
from dataclasses import replace
from decimal import Decimal

import pytest
import workbooks
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ita_desktop.actions.checklist import save_entries
from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.followups import save_follow_up
from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.scores import set_scores
from ita_desktop.domain.records import ChecklistEntry, FollowUpState
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years
from ita_desktop.ui.tabs import SIGNS
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OIT, OWNERS

pytestmark = pytest.mark.bench


def milliseconds(work, times=1):
    """The median, with everything painted."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        QApplication.processEvents()
        spent.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(spent), 1)


@pytest.fixture
def full(window, places, tmp_path, qtbot):
    """20 years of 300 measures in 4 rounds, a moment after opening: reviewed, and the code of all tabs loaded."""
    workbook = workbooks.full_years(20)
    path = tmp_path / "ยี่สิบปี.ita"
    fill = lambda change: add_years(change, workbook)  # noqa: E731
    Document.create(path, workbook.office, frameworks=places.frameworks, fill=fill).close()
    window.files.open(path)
    qtbot.waitUntil(lambda: bool(window.reviewer.problems) and len(window.tabs.loaded) == len(SIGNS), timeout=30_000)
    return window


def test_every_tab_opens_at_once(full):
    """The first time it is built as well."""
    numbers = range(len(SIGNS))
    spent = {SIGNS[number].title: milliseconds(lambda number=number: full.tabs.go_to(number)) for number in numbers}
    again = {f"{sign.title} อีกครั้ง": milliseconds(lambda at=at: full.tabs.go_to(at)) for at, sign in enumerate(SIGNS)}
    assert {what: took for what, took in {**spent, **again}.items() if took > 200} == {}


def test_every_view_of_the_follow_up_opens_at_once(full):
    full.tabs.go_to(3)
    tab = full.pages[3]
    first = {way: milliseconds(lambda way=way: tab.look_through(way)) for way in (BOARD, OWNERS, OIT, BY_ROUND)}
    again = {f"{way} again": milliseconds(lambda way=way: tab.look_through(way)) for way in (BOARD, OWNERS, OIT)}
    assert {what: took for what, took in {**first, **again}.items() if took > 200} == {}


def test_a_card_is_moved_and_an_item_changed_at_once(full):
    full.tabs.go_to(3)
    tab, number = full.pages[3], full.session.year.number
    states, count = itertools.cycle((FollowUpState.IN_PROGRESS, FollowUpState.DONE)), itertools.count(1)

    def item():
        full.session.run(save_entries, number, ChecklistEntry(item="o1", note=f"ครั้งที่ {next(count)}"))

    spent = {}
    for way, work in ((BOARD, lambda: tab.move_cards(["m7"], tab.views.round, next(states))), (OIT, item)):
        tab.look_through(way)
        spent[way] = milliseconds(work, 15)
    assert {what: took for what, took in spent.items() if took > 50} == {}


def test_a_change_is_saved_and_shown_at_once(full):
    session, number = full.session, full.session.year.number
    count = itertools.count(1)

    def score():
        session.run(set_scores, number, indicators={1: Decimal(next(count))})

    def finding():
        session.run(change_finding, number, replace(session.year.findings[0], text=f"ครั้งที่ {next(count)}"), "ข้อความ")

    def measure():
        session.run(change_measure, number, replace(session.year.measures[0], title=f"ครั้งที่ {next(count)}"), "ชื่อ")

    def report():
        session.run(save_follow_up, number, replace(session.year.followups[0], result=f"ครั้งที่ {next(count)}"))

    spent = {}
    for tab, work in enumerate((score, finding, measure, report)):
        full.tabs.go_to(tab)
        spent[SIGNS[tab].title] = milliseconds(work, 15)
    assert {what: took for what, took in spent.items() if took > 50} == {}


def test_lists_scroll_smoothly(full):
    spent = {}
    views = full.pages[3].ensure_built() or full.pages[3].views
    for page, way, view in (
        (2, "", lambda: full.pages[2].pane.list),
        (3, BY_ROUND, lambda: views.table),
        (3, BOARD, lambda: views.board.cards_in(FollowUpState.DONE)),
        (3, OWNERS, lambda: views.owners),
        (3, OIT, lambda: full.pages[3].oit.table),
    ):
        full.tabs.go_to(page)
        if way:
            full.pages[page].look_through(way)
        QApplication.processEvents()
        seen, place = view(), itertools.count(0, 60)

        def scroll(seen=seen, place=place):
            seen.verticalScrollBar().setValue(next(place))
            seen.viewport().repaint()

        spent[SIGNS[page].title, way] = milliseconds(scroll, 60)
    assert {what: took for what, took in spent.items() if took > 16} == {}


def test_a_backup_is_not_felt(full, qtbot):
    """The longest time in which nothing else came to its turn, while the window is painted all the time."""
    turns = [time.perf_counter()]

    def take_a_turn():
        full.repaint()
        turns.append(time.perf_counter())

    clock = QTimer(interval=5)
    clock.timeout.connect(take_a_turn)
    clock.start()
    full.files.backups.quietly()
    qtbot.waitUntil(lambda: not full.files.backups.busy, timeout=60_000)
    clock.stop()
    assert len(full.files.backups.known()) == 1
    longest = max(after - before for before, after in itertools.pairwise(turns))
    assert longest < 0.25, f"{longest * 1000:.0f} ms"
