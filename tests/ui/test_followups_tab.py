"""What became of each measure is reported by round."""

import datetime

import pytest
from officer import type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from ita_desktop.actions import followups
from ita_desktop.domain.problems import Place
from ita_desktop.domain.progress import counts, progress_of, rounds_in_order
from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui.history_dialog import HistoryDialog
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OWNERS
from ita_desktop.ui.tabs.followups.rounds import RoundsDialog

LATE = datetime.date(2026, 12, 1)


@pytest.fixture
def tab(filled):
    filled.tabs.go_to(3)
    return filled.pages[3]


def editor(table):
    return next(each for each in reversed(table.findChildren(QLineEdit)) if each.isVisible())


def test_looking_at_reports_saves_nothing(tab, filled):
    for row in range(tab.views.model.rowCount()):
        for column in range(tab.views.model.columnCount()):
            tab.views.table.setCurrentIndex(tab.views.model.index(row, column))
    tab.flush()
    assert filled.session.document.undo_label is None


def test_what_is_late_is_said_in_words(tab, filled):
    filled.session.today = lambda: LATE
    tab.refresh()
    late = [row for row in tab.views.model.records() if row.far.late]
    assert late
    assert "เกินกำหนด" in tab.views.summary.said()
    assert any("เกินกำหนด" in tab.views.model.index(row, 3).data() for row in range(tab.views.model.rowCount()))


def test_where_there_is_little_room_what_is_late_is_said_first(tab, filled):
    filled.session.today = lambda: LATE
    tab.refresh()
    words, shown = tab.views.summary.said().split(" · "), tab.views.summary
    metrics = shown.fontMetrics()
    for room, wanted in (
        (metrics.horizontalAdvance(" · ".join(words)) + 4, " · ".join(words)),
        (metrics.horizontalAdvance(words[-1]) + 4, words[-1]),
        (8, ""),
    ):
        shown.setFixedWidth(room)
        QApplication.processEvents()
        assert shown.text() == wanted
    assert words[-1].startswith("เกินกำหนด")


def test_a_round_after_a_measure_was_done_is_not_called_late(tab, filled):
    filled.session.today = lambda: LATE
    first, *_, last = progress_of(filled.session.year)[0].rounds
    late = next(row for row in tab.views.model.records() if not row.told(last.round.id))
    tab.views.go_to(late.id, last.round.id)
    assert "เลยกำหนดรายงาน" in tab.report.late.text()
    filled.session.run(
        followups.move_to_state, filled.session.year.number, [late.id], first.round.id, FollowUpState.DONE
    )
    assert not tab.report.late.isVisibleTo(tab)


def test_what_is_due_this_month_is_said_at_the_foot(filled):
    filled.session.today = lambda: datetime.date(2026, 9, 2)
    filled.session.year_chosen.emit()
    due = filled.session.due
    coming, gone = due.soon, due.late
    assert {measure.id for measure, _ in due.this_month} <= coming | gone
    assert filled.status.due.text() == f"มาตรการเกินกำหนด {len(gone)} ข้อ · ครบกำหนดเดือนนี้ {len(coming)} ข้อ"
    assert filled.status.oit_due.text() == "OIT ถึงกำหนด 5 ข้อ"
    filled.status.due.click()
    tab = filled.pages[3]
    assert filled.tabs.current() is tab
    assert {row.id for row in tab.views.model.records()} == coming | gone
    filled.status.oit_due.click()
    assert tab.oit.isVisible()
    assert sum(hasattr(row, "item") for row in tab.oit.model.records()) == 5


def test_the_window_counts_what_is_late_as_the_paper_does(filled):
    for day in (datetime.date(2026, 3, 1), datetime.date(2026, 9, 2), datetime.date(2026, 11, 21)):
        counted = counts(progress_of(filled.session.year), day).overdue
        filled.session.today = lambda day=day: day
        filled.session.year_chosen.emit()
        told = f"เกินกำหนด {counted}"
        assert len(filled.session.due.late) == counted
        assert (told in filled.strip.buttons["followup"].text()) == bool(counted)
        assert (told in filled.status.due.text()) == bool(counted)


def test_a_measure_that_is_done_is_not_called_late_in_an_earlier_round(tab, filled):
    year, day = filled.session.year, datetime.date(2026, 11, 21)
    filled.session.today = lambda: day
    by_round = {(report.measure, report.round): report.state for report in year.followups}
    first, last = (round.id for round in rounds_in_order(year))
    settled = {FollowUpState.DONE, FollowUpState.CANCELLED}
    measure = next(m for m in year.measures if by_round.get((m.id, last)) in settled and (m.id, first) in by_round)
    filled.go_to(Place("followup", f"{measure.id}/{first}"))
    assert tab.report.late.said() == ""


@pytest.mark.parametrize("way", [BY_ROUND, BOARD, OWNERS])
def test_the_menu_of_a_report_leads_on_in_every_view(tab, filled, qtbot, way):
    tab.look_through(way)
    filled.go_to(Place("followup", "m3/r2"))
    view = QApplication.focusWidget()
    place = view.rect().center()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.mapToGlobal(place)))
    menu = view.findChild(QMenu)
    verbs = {action.text(): action for action in menu.actions()}
    verbs["เขียนผลของรอบนี้"].trigger()
    assert tab.report.form.field("result").hasFocus()
    verbs["ไปที่มาตรการ"].trigger()
    assert filled.tabs.current() is filled.pages[2]
    assert filled.pages[2].pane.list.current_record().id == "m3"
    menu.close()


def test_the_key_of_the_history_is_heard_in_the_list_and_in_the_form(tab, filled, qtbot):
    reported = filled.session.year.followups[0]
    filled.go_to(Place("followup", reported.id))
    for field in (tab.views.table, tab.report.form.field("result")):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        dialog = next(each for each in tab.findChildren(HistoryDialog) if each.isVisible())
        dialog.reject()
        filled.activateWindow()
        qtbot.waitUntil(filled.isActiveWindow)


def test_a_report_is_written_where_there_was_none(tab, filled, qtbot):
    year = filled.session.year
    reported = {(report.measure, report.round) for report in year.followups}
    measure, round = next((m, r) for m in year.measures for r in year.rounds if (m.id, r.id) not in reported)
    filled.go_to(Place("followup", f"{measure.id}/{round.id}", "result"))
    field = tab.report.form.field("result")
    qtbot.waitUntil(field.hasFocus)
    type_in(field, "ประชุมแล้ว")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    report = next(r for r in filled.session.year.followups if r.id == f"{measure.id}/{round.id}")
    assert report.result == "ประชุมแล้ว"
    assert filled.session.document.undo_label == "แก้ผลการดำเนินการในการติดตาม"


def test_done_is_a_hundred_per_cent_unless_somebody_said_otherwise(tab, filled):
    year = filled.session.year
    reported = {(report.measure, report.round) for report in year.followups}
    measure, round = next((m, r) for m in year.measures for r in year.rounds if (m.id, r.id) not in reported)
    filled.go_to(Place("followup", f"{measure.id}/{round.id}"))
    tab.report.form.committed.emit("state", FollowUpState.DONE)
    report = next(r for r in filled.session.year.followups if r.id == f"{measure.id}/{round.id}")
    assert (report.state, report.progress) == (FollowUpState.DONE, 100)


def test_evidence_is_written_in_the_empty_line(tab, filled, qtbot):
    report = filled.session.year.followups[0]
    filled.go_to(Place("followup", report.id))
    table = tab.report.evidence.table
    last = table.model().rowCount() - 1
    table.setFocus()
    table.setCurrentIndex(table.model().index(last, 0))
    type_in(table, "ภ")
    type_in(editor(table), "าพถ่าย")
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    table.setCurrentIndex(table.model().index(last, 1))
    type_in(table, "w")
    type_in(editor(table), "ww.tuayang.example/1")
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    added = next(r for r in filled.session.year.followups if r.id == report.id).evidence[-1]
    assert (added.title, added.link) == ("ภาพถ่าย", "https://www.tuayang.example/1")


def test_what_is_no_link_is_refused(tab, filled, heard, qtbot):
    report = filled.session.year.followups[0]
    filled.go_to(Place("followup", report.id))
    table = tab.report.evidence.table
    table.setCurrentIndex(table.model().index(0, 1))
    type_in(table, "ด")
    type_in(editor(table), "ูที่บอร์ด")
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert "ไม่ใช่ลิงก์" in str(heard.errors.pop())


def test_without_measures_the_tab_leads_to_them(new):
    new.tabs.go_to(3)
    new.pages[3]._empty.button.click()
    assert new.tabs.current() is new.pages[2]


def test_rounds_are_added_named_and_dated(tab, filled, qtbot):
    tab.edit_rounds()
    dialog = tab.findChild(RoundsDialog)
    before = len(filled.session.year.rounds)
    dialog.add()
    type_in(dialog.table, "3")
    type_in(editor(dialog.table), "1/12/69")
    qtbot.keyClick(editor(dialog.table), Qt.Key.Key_Return)
    assert len(filled.session.year.rounds) == before + 1
    assert filled.session.year.rounds[-1].due == datetime.date(2026, 12, 31)
    dialog.delete()
    assert len(filled.session.year.rounds) == before
    dialog.accept()
