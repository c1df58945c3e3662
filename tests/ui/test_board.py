"""The board by state and the list by owner: two more ways to look at the measures, and to move them on."""

import datetime
from itertools import chain

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui.history_dialog import HistoryDialog
from ita_desktop.ui.tabs.followups.card import as_dragged
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OWNERS
from ita_desktop.ui.tabs.followups.views import DUE, LATE
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.words import STATES

CTRL = Qt.KeyboardModifier.ControlModifier
NOT_STARTED, STARTED, DONE, CANCELLED = STATES


@pytest.fixture
def tab(filled):
    filled.tabs.go_to(3)
    page = filled.pages[3]
    page.look_through(BOARD)
    return page


@pytest.fixture
def board(tab):
    return tab.views.board


def report(tab, measure):
    year = tab.session.year
    return next((r for r in year.followups if r.id == f"{measure}/{tab.views.round.id}"), None)


def columns_of(board):
    return {
        state: [board.cards_in(state)._model.card(board.cards_in(state)._model.index(row)).id for row in range(count)]
        for state in STATES
        if (count := board.cards_in(state).count()) >= 0
    }


def drop(cards, data):
    """Dragged in and let go: as Qt tells it, which sends a drop only to who took the drag."""
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(cards.viewport(), QDragEnterEvent(QPoint(20, 20), move, data, left, none))
    event = QDropEvent(QPointF(20, 20), move, data, left, none)
    event.ignore()
    QApplication.sendEvent(cards.viewport(), event)
    return event.isAccepted()


def test_every_measure_is_a_card_in_the_column_of_its_state(tab, board):
    placed = columns_of(board)
    assert sorted(chain.from_iterable(placed.values())) == sorted(measure.id for measure in tab.session.year.measures)
    for row in tab.views._rows:
        assert row.id in placed[row.states[tab.views.round.id]]


def test_there_is_always_a_card_to_report_on_and_it_stays_chosen_when_its_report_moves_it(tab, board, filled):
    tab.forget()
    tab.refresh()
    card = board.current()
    assert card == next(chain.from_iterable(columns_of(board).values()))
    before = tab.report.form.value("state")
    wanted = DONE if before is not DONE else STARTED
    tab.report.form.committed.emit("state", wanted)
    assert card in columns_of(board)[wanted]
    assert board.current() == card
    assert tab._chosen[0] == card


def test_the_board_is_about_the_round_that_is_reported_now(tab, filled):
    assert tab.views.round.name == "รอบ 6 เดือน"
    filled.session.today = lambda: datetime.date(2026, 5, 1)
    tab.views.forget()
    tab.refresh()
    assert tab.views.round.name == "รอบ 12 เดือน"


def test_a_card_dropped_on_another_column_is_one_step_and_stays_chosen(tab, board, filled):
    before = filled.session.document.workbook()
    assert drop(board.cards_in(DONE), as_dragged(["m3"]))
    told = report(tab, "m3")
    assert (told.state, told.progress, told.result) == (FollowUpState.DONE, 100, "ตั้งคณะที่ปรึกษาแล้ว")
    assert board.cards_in(DONE).current() == "m3"
    assert tab.report.form.value("state") is FollowUpState.DONE
    assert filled.session.document.undo_label == "ย้ายสถานะมาตรการ"
    filled.undo()
    assert filled.session.document.workbook() == before
    assert "m3" in columns_of(board)[STARTED]


def test_several_cards_are_moved_together(tab, board, filled):
    drop(board.cards_in(CANCELLED), as_dragged(["m1", "m2"]))
    assert {"m1", "m2"} <= set(columns_of(board)[CANCELLED])
    assert filled.session.document.undo_label == "ย้ายสถานะมาตรการ 2 ข้อ"


def test_what_is_dragged_in_from_elsewhere_is_left_alone(tab, board, filled):
    words = QMimeData()
    words.setText("m1")
    assert not drop(board.cards_in(DONE), words)
    drop(board.cards_in(DONE), as_dragged(["m99"]))
    assert filled.session.document.undo_label is None


def test_the_keyboard_alone_moves_a_card(tab, board, filled, qtbot):
    board.go_to("m3", focus=True)
    cards = QApplication.focusWidget()
    qtbot.keyClick(cards, Qt.Key.Key_Right, CTRL)
    assert report(tab, "m3").state is FollowUpState.DONE
    assert QApplication.focusWidget() is board.cards_in(DONE)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, CTRL)
    told = report(tab, "m3")
    assert (told.state, told.progress) == (FollowUpState.NOT_STARTED, None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, CTRL)  # there is nothing further left
    assert report(tab, "m3") == told


def test_arrows_go_from_column_to_column_and_enter_to_the_result(tab, board, qtbot):
    first = columns_of(board)[STARTED][0]
    board.go_to(first, focus=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is board.cards_in(DONE)
    assert tab.report.title.said() == next(
        m.title for m in tab.session.year.measures if m.id == columns_of(board)[DONE][0]
    )
    assert board.cards_in(STARTED).current() == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(tab.report.form.field("result").hasFocus)


def test_the_menu_of_a_card_names_the_other_states(tab, board, qtbot):
    board.go_to("m3", focus=True)
    cards = board.cards_in(STARTED)
    place = QPoint(10, 10)
    QApplication.sendEvent(cards, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, cards.mapToGlobal(place)))
    menu = cards.findChild(QMenu)
    names = [action.text() for action in menu.actions()]
    assert names[:3] == [f"ย้ายไป {STATES[state].text}" for state in (NOT_STARTED, DONE, CANCELLED)]
    menu.actions()[1].trigger()
    menu.close()
    assert report(tab, "m3").state is FollowUpState.DONE


def test_a_report_that_says_nothing_any_more_is_none(tab, board, filled):
    year = filled.session.year
    empty = next(m.id for m in year.measures if f"{m.id}/r2" not in {r.id for r in year.followups})
    tab.views._round_field.set_value("r2")
    tab.views._show_rows()
    drop(board.cards_in(DONE), as_dragged([empty]))
    assert report(tab, empty).state is FollowUpState.DONE
    drop(board.cards_in(NOT_STARTED), as_dragged([empty]))
    assert report(tab, empty) is None


def test_owners_find_their_measures_also_those_they_share(tab, filled):
    tab.look_through(OWNERS)
    model = tab.views.owners.model()
    shown = {}
    for row in range(model.rowCount()):
        if entry := model.entry(row):
            shown.setdefault(entry.group, set()).add(entry.record.id)
    year = filled.session.year
    assert shown == {
        owner: {m.id for m in year.measures if owner in m.owners} for m in year.measures for owner in m.owners
    }
    assert list(shown) == [division for division in year.office.divisions if division in shown]
    tab.views.owners.go_to(("m4", "หน่วยตรวจสอบภายใน"))
    assert "ตรวจสอบการใช้ทรัพย์สิน" in tab.report.title.said()


def test_another_way_of_looking_keeps_the_measure_one_looks_at(tab, filled):
    filled.go_to(Place("followup", "m4/r2"))
    for way in (BOARD, OWNERS, BY_ROUND, OWNERS):
        tab.look_through(way)
        assert tab._chosen[0] == "m4", way
    filled.go_to(Place("followup", "m2/r1", "obstacles"))
    assert tab._chosen == ("m2", "r1")


def test_one_filter_serves_all_ways(tab, filled):
    filled.session.today = lambda: datetime.date(2026, 12, 1)
    tab.refresh()
    tab.views.filters.choose("state", LATE)
    late = {row.id for row in tab.views._rows if row.far.late}
    assert late
    assert set(chain.from_iterable(columns_of(tab.views.board).values())) == late
    tab.views.filters.choose("owner", "กองการศึกษา")
    tab.look_through(BY_ROUND)
    assert not tab.views.model.records()
    assert tab.views._nothing.isVisible()
    tab.views._nothing.button.click()
    assert len(tab.views.model.records()) == len(filled.session.year.measures)


def test_what_is_due_is_shown_from_the_foot_of_the_window(filled):
    filled.session.today = lambda: datetime.date(2026, 9, 2)
    filled.session.year_chosen.emit()
    filled.status.due.click()
    tab = filled.pages[3]
    assert tab.views.filters.value("state") == DUE
    late = {row.id for row in tab.views._rows if row.far.late}
    assert {row.id for row in tab.views.model.records()} == filled.session.due.soon | late


def test_planned_and_revised_ends_are_both_kept_and_said(tab, filled, qtbot):
    filled.go_to(Place("followup", "m3/r2"))
    planned = filled.session.year.measure("m3").end
    tab.report.form.committed.emit("revised_end", datetime.date(2026, 12, 31))
    measure = filled.session.year.measure("m3")
    assert (measure.end, measure.revised_end) == (planned, datetime.date(2026, 12, 31))
    assert "แล้วเสร็จตามแผน 31 ส.ค. 2569 · ขยายถึง 31 ธ.ค. 2569" in tab.report.about.said()
    assert filled.session.document.undo_label == "แก้วันสิ้นสุดที่ปรับใหม่ของมาตรการ"


def test_a_report_that_came_is_not_called_late(tab, filled):
    filled.session.today = lambda: datetime.date(2026, 7, 20)
    filled.go_to(Place("followup", "m1/r1"))
    assert not tab.report.late.isVisible()
    filled.go_to(Place("followup", "m3/r2"))
    filled.session.today = lambda: datetime.date(2026, 10, 2)
    tab.refresh()
    assert tab.report.late.said() == "เลยกำหนดรายงาน 2 วัน · เลยวันสิ้นสุด 32 วัน"


def test_a_report_can_be_given_back_as_it_was(tab, filled, qtbot):
    filled.go_to(Place("followup", "m1/r1"))
    before = filled.session.year.followups[0]
    tab.report.form.committed.emit("result", "เขียนใหม่")
    tab.report.evidence_committed.emit(())
    tab.report.form.committed.emit("state", FollowUpState.DONE)
    tab.show_history()
    dialog = tab.findChild(HistoryDialog)
    said = [label.said() for label in dialog.findChildren(Wrapped)]
    assert "สถานะ: กำลังดำเนินการ" in said
    assert any(each.startswith("หลักฐาน: มาตรการส่งเสริมคุณธรรมและความโปร่งใส · https://") for each in said)
    dialog.buttons[-1].click()
    assert filled.session.year.followups[0] == before
    assert filled.session.document.undo_label == "คืนค่าเดิมของผลการติดตาม"
