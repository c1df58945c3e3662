"""To look is not to change: words that came untidy from a sheet or another program stay until somebody types."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.problems import Place
from ita_desktop.papers.registry import PAPERS
from ita_desktop.storage.document import Document
from ita_desktop.ui.record_tab import TABLE
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OIT, OWNERS
from ita_desktop.ui.tabs.measures.tab import TIME

NAMES_OF_THINGS = {
    "id",
    "indicator",
    "item",
    "items",
    "measure",
    "round",
    "findings",
    "key",
    "preset",
    "file",
    "sha256",
}
LISTS = ("findings", "measures", "rounds", "followups", "checklist", "remarks", "calendar")
PAPERS_OF_A_YEAR = ("memo", "report", "order", "agenda")


def untidy(value: Any) -> Any:
    match value:
        case str() if type(value) is str:
            return f"  {value} \r\n ก  ข\t" if value else value
        case tuple():
            return tuple(map(untidy, value))
        case _ if dataclasses.is_dataclass(value):
            names = [field.name for field in dataclasses.fields(value) if field.name not in NAMES_OF_THINGS]
            return dataclasses.replace(value, **{name: untidy(getattr(value, name)) for name in names})
    return value


def records_of(year) -> dict[str, object]:
    return {part: getattr(year, part) for part in (*LISTS, *PAPERS_OF_A_YEAR)}


@pytest.fixture
def messy(filled, places):
    """The sample, with blanks and foreign line ends in all its words; freshly opened."""
    session = filled.session
    document, year = session.document, session.year
    with document.change("นำเข้า") as change:
        for part in LISTS:
            change.save(year.number, *map(untidy, getattr(year, part)))
        change.save(year.number, *filter(None, (untidy(getattr(year, paper)) for paper in PAPERS_OF_A_YEAR)))
    path = document.path
    filled.files.close()
    filled.files.open(path)
    return filled


def look_around(window) -> None:
    """Each tab, each of its views, each record."""
    scores, findings, measures, followups = window.pages
    year = window.session.year
    for tab, kind, records in ((findings, "finding", year.findings), (measures, "measure", year.measures)):
        window.tabs.go_to_page(tab)
        for record in records:
            window.session.show(Place(kind, record.id))
            QApplication.processEvents()
    for tab, ways in ((findings, (TABLE,)), (measures, (TABLE, TIME)), (followups, (BY_ROUND, BOARD, OWNERS, OIT))):
        window.tabs.go_to_page(tab)
        for way in ways:
            tab.look_through(way)
            QApplication.processEvents()
    for report in year.followups:
        window.session.show(Place("followup", report.id))
        QApplication.processEvents()
    window.tabs.go_to_page(scores)


def test_looking_at_all_of_a_year_changes_nothing(messy):
    document: Document = messy.session.document
    before = records_of(messy.session.year)
    assert any("\r\n" in finding.text for finding in before["findings"])
    look_around(messy)
    messy.flush()
    assert document.undo_label is None
    assert records_of(messy.session.year) == before


def test_looking_at_all_papers_changes_nothing(messy, qtbot):
    document: Document = messy.session.document
    before = records_of(messy.session.year)
    messy.doors.papers()
    papers = messy.doors.paper_door.open()
    for paper in PAPERS:
        papers.show_paper(paper)
        QApplication.processEvents()
        papers.flush()
    papers.close()
    assert document.undo_label is None
    assert records_of(messy.session.year) == before


def test_what_is_typed_into_an_untidy_text_is_saved_tidily(messy):
    measures = messy.pages[2]
    measure = messy.session.year.measures[0]
    messy.tabs.go_to_page(measures)
    messy.session.show(Place("measure", measure.id, "analysis"))
    field = measures.form.field("analysis")
    field.setPlainText(field.toPlainText() + "และประกาศ ")
    messy.flush()
    assert messy.session.year.measures[0].analysis == (measure.analysis + "และประกาศ").strip().replace("\r\n", "\n")
