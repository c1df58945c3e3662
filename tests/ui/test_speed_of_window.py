"""Twenty years of work, far more than any office has, and still nobody waits for the window."""

from __future__ import annotations

import itertools
import statistics
import time
from dataclasses import replace
from decimal import Decimal

import pytest
import workbooks
from PySide6.QtWidgets import QApplication

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.followups import save_follow_up
from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.scores import set_scores
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

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
def full(window, places, tmp_path):
    """20 years of 300 measures in 4 rounds."""
    workbook = workbooks.full_years(20)
    path = tmp_path / "ยี่สิบปี.ita"
    fill = lambda change: add_years(change, workbook)  # noqa: E731
    Document.create(path, workbook.office, frameworks=places.frameworks, fill=fill).close()
    window.files.open(path)
    return window


def test_every_tab_opens_at_once(full):
    spent = {page.title: milliseconds(lambda page=page: full.tabs.go_to_page(page)) for page in full.pages[1:]}
    again = {f"{page.title} อีกครั้ง": milliseconds(lambda page=page: full.tabs.go_to_page(page)) for page in full.pages}
    assert {what: took for what, took in {**spent, **again}.items() if took > 200} == {}


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
    for page, work in zip(full.pages, (score, finding, measure, report), strict=True):
        full.tabs.go_to_page(page)
        spent[page.title] = milliseconds(work, 15)
    assert {what: took for what, took in spent.items() if took > 50} == {}


def test_lists_scroll_smoothly(full):
    spent = {}
    for page, view in ((2, lambda: full.pages[2].pane.list), (3, lambda: full.pages[3].views.table)):
        full.tabs.go_to(page)
        QApplication.processEvents()
        seen, place = view(), itertools.count(0, 60)

        def scroll(seen=seen, place=place):
            seen.verticalScrollBar().setValue(next(place))
            seen.viewport().repaint()

        spent[full.pages[page].title] = milliseconds(scroll, 60)
    assert {what: took for what, took in spent.items() if took > 16} == {}
