"""A table behaves as people expect from Excel."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from ita_desktop.ui import reading
from ita_desktop.ui.table import NOT_TYPED, Table
from ita_desktop.ui.table_model import Column, RecordTable


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    score: Decimal | None = None
    part: bool = False


NAME, SCORE = 0, 1


class Held:
    """A table and whoever owns it: edits become new records, one change at a time."""

    def __init__(self, rows):
        self.rows = {row.id: row for row in rows}
        self.changes = []
        self.refusals = []
        columns = (
            Column(title="ชื่อ", value=lambda r: r.name),
            Column(
                title="คะแนน",
                value=lambda r: "" if r.score is None else f"{r.score:.2f}",
                sort=lambda r: r.score,
                read=reading.score,
                right=True,
                width=100,
            ),
        )
        self.model = RecordTable(columns, stripe=lambda r: r.part)
        self.model.set_records(rows)
        self.table = Table(self.model, "ตาราง")
        self.table.resize(400, 300)
        self.model.edited.connect(self.save)
        self.model.refused.connect(self.refusals.append)

    def save(self, edits):
        self.changes.append([(edit.record.id, edit.value) for edit in edits])
        for edit in edits:
            self.rows[edit.record.id] = replace(self.rows[edit.record.id], score=edit.value)
        self.table.show_records(self.rows.values())

    def scores(self):
        return [row.score for row in self.rows.values()]

    def at(self, row, column=SCORE):
        self.table.setCurrentIndex(self.model.index(row, column))

    def select(self, *rows, column=SCORE):
        self.at(rows[0], column)
        for row in rows:
            flag = QItemSelectionModel.SelectionFlag.Select
            self.table.selectionModel().select(self.model.index(row, column), flag)


@pytest.fixture
def held(qtbot, theme):
    made = Held([Row(n, name) for n, name in enumerate(["ก", "ข", "ค", "ง"])])
    qtbot.addWidget(made.table)
    made.table.show()
    qtbot.waitExposed(made.table)
    made.table.activateWindow()
    made.table.setFocus()
    return made


def editor(held):
    return next(each for each in reversed(held.table.findChildren(QLineEdit)) if each.isVisible())


def test_leaving_a_cell_may_replace_the_rows_before_the_table_tells_where_one_is(held, qtbot):
    class Committing(Table):
        def currentChanged(self, now, before):  # noqa: N802
            """Where Qt hands over what is still being written."""
            super().currentChanged(now, before)
            if now.isValid():
                self._model.set_records([])

    table, told = Committing(held.model, "ตาราง"), []
    qtbot.addWidget(table)
    table.current.connect(told.append)
    with qtbot.captureExceptions() as mistakes:
        table.choose(held.model.index(3, SCORE))
    assert mistakes == []
    assert mistakes == []
    assert told[-1] is None


def test_the_model_keeps_qts_rules(held, qtmodeltester):
    qtmodeltester.check(held.model, force_py=True)


def test_typing_replaces_and_enter_goes_down(held, qtbot):
    held.at(0)
    for score in ("94.68", "๘๘.๕๕"):
        type_in(held.table, score[0])
        type_in(editor(held), score[1:])
        qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    assert held.scores()[:2] == [Decimal("94.68"), Decimal("88.55")]
    assert held.table.currentIndex().row() == 2
    assert held.changes == [[(0, Decimal("94.68"))], [(1, Decimal("88.55"))]]


def test_an_input_method_can_type_into_a_cell(held, qtbot):
    held.at(0)
    event = QInputMethodEvent()
    event.setCommitString("๘๕")
    QApplication.sendEvent(held.table, event)
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    assert held.scores()[0] == 85


def test_f2_edits_what_is_there_and_esc_gives_it_back(held, qtbot):
    held.save([type("E", (), {"record": held.rows[0], "value": Decimal(90)})])
    held.at(0)
    qtbot.keyClick(held.table, Qt.Key.Key_F2)
    assert editor(held).text() == "90.00"
    type_in(editor(held), "1")
    qtbot.keyClick(editor(held), Qt.Key.Key_Escape)
    assert held.scores()[0] == 90


def test_f2_and_enter_alone_change_nothing(held, qtbot):
    held.at(0)
    qtbot.keyClick(held.table, Qt.Key.Key_F2)
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    assert held.changes == []


def test_tab_commits_and_goes_on_without_opening_the_next_cell(held, qtbot):
    held.at(1)
    type_in(held.table, "9")
    qtbot.keyClick(editor(held), Qt.Key.Key_Tab)
    assert held.scores()[1] == 9
    assert held.table.state() != held.table.State.EditingState


def test_f6_leaves_the_table_that_tab_walks_through(qtbot, theme):
    held, page = Held([Row(0, "ก")]), QWidget()
    column = QVBoxLayout(page)
    after = QLineEdit()
    column.addWidget(held.table)
    column.addWidget(after)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    held.table.setFocus()
    held.at(0, NAME)
    qtbot.keyClick(held.table, Qt.Key.Key_Tab)
    assert held.table.currentIndex().column() == SCORE
    qtbot.keyClick(held.table, Qt.Key.Key_F6)
    assert after.hasFocus()


def test_what_is_no_score_is_refused_and_the_cell_stays(held, qtbot):
    held.at(0)
    type_in(held.table, "9")
    type_in(editor(held), "46.8")
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    assert held.changes == []
    assert "946.8" in str(held.refusals[0])
    assert "0 ถึง 100" in str(held.refusals[0])


def test_what_was_refused_is_corrected_and_not_typed_anew(held, qtbot):
    held.at(0)
    type_in(held.table, "9")
    type_in(editor(held), "46.8")
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    assert held.table.currentIndex().row() == 0
    assert editor(held).text() == "946.8"
    qtbot.keyClick(editor(held), Qt.Key.Key_Escape)
    qtbot.keyClick(held.table, Qt.Key.Key_F2)
    assert editor(held).text() == "", "Esc gives it up"
    editor(held).setText("94.68")
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    assert held.scores()[0] == Decimal("94.68")
    assert held.table.currentIndex().row() == 1


def test_what_was_refused_and_is_left_is_given_up_without_another_word(held, qtbot):
    held.at(0)
    type_in(held.table, "9")
    type_in(editor(held), "46.8")
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    held.at(2)
    assert len(held.refusals) == 1
    assert held.changes == []
    qtbot.keyClick(held.table, Qt.Key.Key_F2)
    assert editor(held).text() == ""


def test_a_letter_typed_where_nothing_can_be_typed_is_answered(held, qtbot):
    held.at(0, SCORE)
    type_in(held.table, "9")
    assert QToolTip.text() != NOT_TYPED
    qtbot.keyClick(editor(held), Qt.Key.Key_Escape)
    held.at(0, NAME)
    type_in(held.table, "ก")
    assert QToolTip.text() == NOT_TYPED
    QToolTip.hideText()


def test_a_pasted_range_goes_down_from_its_anchor_as_one_change(held, qtbot):
    put_on_clipboard("94.68\r\n๘๘.๕๕\r\n91.8\r\n")
    held.at(1)
    qtbot.keyClick(held.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert held.scores() == [None, Decimal("94.68"), Decimal("88.55"), Decimal("91.8")]
    assert len(held.changes) == 1


def test_a_range_longer_than_the_table_is_refused_whole(held, qtbot):
    put_on_clipboard("1\n2\n3\n4\n5")
    held.at(0)
    held.table.paste()
    assert held.changes == []
    assert "5 แถว" in str(held.refusals[0])


def test_a_range_wider_than_the_table_is_refused_whole_but_for_empty_cells(held):
    put_on_clipboard("94.68\tเกินมา\n88.55\t")
    held.at(0)
    held.table.paste()
    assert held.changes == []
    assert "2 คอลัมน์" in str(held.refusals[0])
    put_on_clipboard("94.68\t\n88.55\t")
    held.table.paste()
    assert held.scores()[:2] == [Decimal("94.68"), Decimal("88.55")]


def test_one_wrong_cell_refuses_the_whole_range_and_is_named(held):
    put_on_clipboard("94.68\nไม่ทราบ")
    held.at(1)
    held.table.paste()
    assert held.changes == []
    (refusal,) = held.refusals
    assert "คะแนน แถวที่ 3" in refusal.happened
    assert refusal.safe


def test_pasting_where_nothing_can_be_typed_is_answered(held):
    put_on_clipboard("100")
    held.at(0, NAME)
    held.table.paste()
    assert held.changes == []
    assert "ช่องที่กรอกได้" in held.refusals[0].do


def test_ctrl_and_arrows_go_to_the_end_of_what_is_filled_and_take_the_selection_along(held, qtbot):
    held.save([type("E", (), {"record": held.rows[row], "value": Decimal(90)}) for row in (0, 1, 3)])
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    keys = Qt.Key

    def cells(key, modifiers=ctrl):
        qtbot.keyClick(held.table, key, modifiers)
        return [(index.row(), index.column()) for index in held.table.selectedIndexes()]

    held.at(0)
    assert cells(keys.Key_Down) == [(1, SCORE)]
    assert cells(keys.Key_Down) == [(3, SCORE)]
    assert cells(keys.Key_Left) == [(3, NAME)]
    assert cells(keys.Key_Home) == [(0, NAME)]
    assert cells(keys.Key_End) == [(3, SCORE)]
    assert cells(keys.Key_Up) == [(1, SCORE)]
    assert cells(keys.Key_Down, ctrl | shift) == [(1, SCORE), (2, SCORE), (3, SCORE)]


def test_one_value_fills_the_selection(held):
    put_on_clipboard("100")
    held.select(0, 2, 3)
    held.table.paste()
    assert held.scores() == [100, None, 100, 100]
    assert len(held.changes) == 1


def test_a_row_of_scores_goes_down_the_one_column_that_takes_them(held):
    put_on_clipboard("1\t2\t3\t4")
    held.at(0)
    held.table.paste()
    assert held.scores() == [1, 2, 3, 4]


def test_rows_of_another_kind_are_passed_over(qtbot, theme):
    held = Held([Row(0, "ตัวชี้วัด 1"), Row(1, "ข้อ i1", part=True), Row(2, "ตัวชี้วัด 2")])
    qtbot.addWidget(held.table)
    put_on_clipboard("90\n80")
    held.at(0)
    held.table.paste()
    assert held.scores() == [90, None, 80]


def test_ctrl_d_fills_down_and_delete_clears(held, qtbot):
    held.at(0)
    type_in(held.table, "7")
    qtbot.keyClick(editor(held), Qt.Key.Key_Return)
    held.select(0, 1, 2)
    qtbot.keyClick(held.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert held.scores() == [7, 7, 7, None]
    qtbot.keyClick(held.table, Qt.Key.Key_Delete)
    assert held.scores() == [None] * 4
    assert len(held.changes) == 3


def test_ctrl_d_on_one_cell_takes_the_one_above(held, qtbot):
    held.save([type("E", (), {"record": held.rows[0], "value": Decimal(90)})])
    held.at(1)
    qtbot.keyClick(held.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert held.scores()[1] == 90


def test_copying_takes_the_rectangle(held, qtbot):
    held.save([type("E", (), {"record": held.rows[0], "value": Decimal(90)})])
    held.table.setRangeSelected = None
    held.table.selectRow(0)
    qtbot.keyClick(held.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "ก\t90.00"


def test_sorting_keeps_the_record_that_was_chosen(held):
    for number, score in ((0, 50), (1, 90), (2, 70)):
        held.rows[number] = replace(held.rows[number], score=Decimal(score))
    held.table.show_records(held.rows.values())
    held.table.allow_sorting()
    held.at(1)
    held.model.sort(SCORE, Qt.SortOrder.DescendingOrder)
    assert [row.id for row in held.model.records()] == [1, 2, 0, 3]  # what is not known comes last
    assert held.table.current_record().id == 1
    held.model.sort(SCORE, Qt.SortOrder.AscendingOrder)
    assert [row.id for row in held.model.records()] == [0, 2, 1, 3]
    assert held.table.current_record().id == 1


def test_a_column_stays_as_wide_as_it_was_drawn(held, qtbot):
    head = held.table.horizontalHeader()
    port, none = head.viewport(), Qt.KeyboardModifier.NoModifier
    edge, middle = head.sectionViewportPosition(SCORE) + head.sectionSize(SCORE) - 1, head.height() // 2
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, none, QPoint(edge, middle))
    qtbot.mouseMove(port, QPoint(edge + 30, middle))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, none, QPoint(edge + 30, middle))
    assert head.sectionSize(SCORE) == 130
    held.table.show_records([*held.rows.values(), Row(9, "ใหม่")])
    held.table.resize(500, 300)
    assert head.sectionSize(SCORE) == 130
    held.model.set_columns(held.model.columns[:1])
    held.model.set_columns((*held.model.columns, Column(title="อื่น", value=lambda r: r.name, width=77)))
    assert head.sectionSize(SCORE) == 77


def test_the_mark_of_the_order_stands_over_the_words_of_the_head(held):
    held.table.allow_sorting()
    head = held.table.horizontalHeader()
    left, width = head.sectionViewportPosition(SCORE), head.sectionSize(SCORE)

    def picture(top, bottom):
        return head.viewport().grab(QRect(left, top, width, bottom - top)).toImage()

    over, words = (0, 11), (11, head.height())
    plain = [picture(*over), picture(*words)]
    seen = [plain[0]]
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        head.setSortIndicator(SCORE, order)
        assert picture(*words) == plain[1]
        assert picture(*over) not in seen
        seen.append(picture(*over))


def test_the_chosen_record_stays_chosen_when_others_come_and_go(held):
    held.select(2)
    held.table.show_records([Row(9, "ใหม่"), *held.rows.values()])
    assert held.table.current_record().id == 2
    assert [row.id for row in held.table.selected_records()] == [2]


def test_a_filter_shows_what_is_wanted_and_gives_the_rest_back(held):
    held.model.set_filter(lambda row: row.name == "ค")
    assert [row.name for row in held.model.records()] == ["ค"]
    held.model.set_filter(None)
    assert held.model.rowCount() == 4


def test_rows_are_high_enough_for_stacked_marks(held):
    assert held.table.rowHeight(0) >= 30
