"""A table that behaves as people expect from Excel.

Enter goes down, Tab right, Ctrl and an arrow to the end of what is filled; F2 edits, typing replaces, Esc gives back,
Ctrl+D fills, Delete clears, Ctrl+C and Ctrl+V carry ranges. The selection and the place on the page survive every
refresh, by record and not by row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLineEdit, QTableView, QToolTip, QWidget
from typing_extensions import override

from ita_desktop.ui import clipboard, icons
from ita_desktop.ui.cell import CellDelegate
from ita_desktop.ui.table_jumps import DIRECTIONS, JUMPING, end_of_run, without_ctrl
from ita_desktop.ui.table_model import Record, RecordTable
from ita_desktop.ui.table_widths import ColumnWidths
from ita_desktop.ui.theme import row_height, table_font, theme
from ita_desktop.ui.widgets.context import pop_up


class Table(QTableView):
    current = Signal(object)
    """The record the cursor is on, or None."""
    opened = Signal(object)
    """The record was double-clicked, or Enter pressed where nothing can be typed."""

    def __init__(
        self, model: RecordTable, name: str, *, whole_rows: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.whole_rows = whole_rows
        self.row_under_mouse = -1
        self._jumps = False
        """The key that is being answered is one of those with Ctrl that lead far."""
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        if whole_rows:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(40)
        self.setSortingEnabled(False)
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        self._copying = self._add_action("คัดลอก", "duplicate", copy, self.copy)
        self._changing = self._make_actions()
        self._widths = ColumnWidths(self)
        self._rows_high = 1.0
        self.lay_out()
        theme().changed.connect(self.lay_out)
        model.modelReset.connect(self._lay_out_columns)
        self.selectionModel().currentChanged.connect(self._announce)
        self.doubleClicked.connect(self._open)

    # Looks

    def set_rows_high(self, times: float) -> None:
        """How many usual rows one row of this table is high."""
        self._rows_high = times
        self.lay_out()

    def lay_out(self) -> None:
        self.setFont(table_font())
        self.verticalHeader().setDefaultSectionSize(round(row_height() * self._rows_high))
        self._lay_out_columns()

    def allow_sorting(self) -> None:
        """A click on a column's head sorts by it; a third click gives the natural order back."""
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _lay_out_columns(self) -> None:
        self._know_what_can_be_typed()
        self._widths.lay_out(self._model.columns)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.share_the_rest()

    # Records

    def show_records(self, records: Iterable[Record]) -> None:
        kept, place, where = self._selected_keys(), self.verticalScrollBar().value(), self._current_cell()
        self._model.set_records(records)
        self._select(kept, where)
        self.verticalScrollBar().setValue(place)

    def current_record(self) -> Record | None:
        index = self.currentIndex()
        return self._model.record(index) if index.isValid() else None

    def selected_records(self) -> list[Record]:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._model.record(self._model.index(row, 0)) for row in rows]

    def go_to(self, key: Hashable, column: int = 0) -> bool:
        row = self._model.row_of(key)
        if row is None:
            return False
        self.choose(self._model.index(row, column))
        self.scrollTo(self._model.index(row, column))
        return True

    def choose(self, index: QModelIndex) -> None:
        """Whatever keys are held: Ctrl of a shortcut would otherwise make Qt leave the cell unselected."""
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows if self.whole_rows else chosen
        self.selectionModel().setCurrentIndex(index, chosen | rows)

    def _current_cell(self) -> tuple[Hashable, int] | None:
        index = self.currentIndex()
        return (self._model.key(self._model.record(index)), index.column()) if index.isValid() else None

    def _selected_keys(self) -> list[tuple[Hashable, int]]:
        chosen = self.selectionModel().selectedIndexes()
        return [(self._model.key(self._model.record(index)), index.column()) for index in chosen]

    def _select(self, kept: list[tuple[Hashable, int]], where: tuple[Hashable, int] | None) -> None:
        if self.currentIndex().isValid() or where is None:
            return  # the rows were not replaced, so nothing was lost
        row = self._model.row_of(where[0])
        if row is None:
            return
        index = self._model.index(row, min(where[1], self._model.columnCount() - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen = QItemSelection()
        for key, column in kept:
            row = self._model.row_of(key)
            if row is not None and column < self._model.columnCount():
                cell = self._model.index(row, column)
                chosen.select(cell, cell)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _announce(self, _index: QModelIndex, _before: QModelIndex) -> None:
        """Where one is by now: what was being written was committed first, and the rows may be others than before."""
        self.current.emit(self.current_record())

    def _open(self, index: QModelIndex) -> None:
        if not self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self._model.record(index))

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            index = self.currentIndex()
            if self.whole_rows and index.isValid():
                self._open(index)
            else:
                self.move_down()
            return
        if event.key() == Qt.Key.Key_F6:
            self._leave(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        self._say_where_nothing_is_typed(event)
        self._jumps = event.key() in JUMPING and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        # With Ctrl, Qt would go there and leave the cells selected that one comes from.
        super().keyPressEvent(without_ctrl(event) if self._jumps else event)
        self._jumps = False

    def _say_where_nothing_is_typed(self, event: QKeyEvent) -> None:
        """Some columns of a table that is typed into are reckoned: a letter typed there is answered."""
        index, held = self.currentIndex(), event.modifiers() & ~(_KEYPAD | Qt.KeyboardModifier.ShiftModifier)
        letter = bool(event.text().strip()) and event.text().isprintable() and not held
        if letter and self.tabKeyNavigation() and not self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            QToolTip.showText(below, NOT_TYPED, self)

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if self._jumps and action in DIRECTIONS and self.currentIndex().isValid():
            return end_of_run(self.currentIndex(), DIRECTIONS[action])
        return super().moveCursor(action, modifiers | Qt.KeyboardModifier.ControlModifier if self._jumps else modifiers)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt opens the editor for a committed letter, and loses the letter."""
        typing = self.state() == QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        opened = self.state() == QAbstractItemView.State.EditingState and not typing
        editor = self.findChildren(QLineEdit)[-1:] if opened and event.commitString() else []
        for each in editor:
            QApplication.sendEvent(each, event)

    def _leave(self, *, forward: bool) -> None:
        walking = self.tabKeyNavigation()
        self.setTabKeyNavigation(False)  # else Qt would take even this for a step to the next cell
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(walking)

    def move_down(self) -> None:
        self._move(QAbstractItemView.CursorAction.MoveDown)

    def move_right(self) -> None:
        self._move(QAbstractItemView.CursorAction.MoveRight)

    def move_left(self) -> None:
        self._move(QAbstractItemView.CursorAction.MoveLeft)

    def _move(self, where: QAbstractItemView.CursorAction) -> None:
        index = self.moveCursor(where, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.choose(index)
            self.scrollTo(index)

    def _cells(self) -> list[tuple[int, int]]:
        return [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]

    def copy(self) -> None:
        cells = self._cells()
        if not cells:
            return
        rows = range(min(row for row, _ in cells), max(row for row, _ in cells) + 1)
        columns = range(min(column for _, column in cells), max(column for _, column in cells) + 1)
        chosen = set(cells)
        clipboard.copy(
            [
                [str(self._model.index(row, column).data()) if (row, column) in chosen else "" for column in columns]
                for row in rows
                if any((row, column) in chosen for column in columns)
            ]
        )

    def paste(self) -> None:
        index = self.currentIndex()
        cells = self._cells()
        if not index.isValid():
            return
        anchor = (min(row for row, _ in cells), min(column for _, column in cells)) if cells else None
        self._model.paste(self.block_to_paste(), anchor or (index.row(), index.column()), cells)

    def block_to_paste(self) -> clipboard.Block:
        """What is on the clipboard; a table may look for its own part of it."""
        return clipboard.paste()

    def fill_down(self) -> None:
        self._model.fill_down(self._cells())

    def clear_cells(self) -> None:
        self._model.clear(self._cells())

    def _make_actions(self) -> list[QAction]:
        """Those that change cells are there where something can be typed."""
        key = QKeySequence.StandardKey
        return [
            self._add_action("วาง", "paste", QKeySequence(key.Paste), self.paste),
            self._add_action("เติมลงล่าง", "down", QKeySequence("Ctrl+D"), self.fill_down),
            self._add_action("ล้างช่องที่เลือก", "close", QKeySequence(key.Delete), self.clear_cells),
        ]

    def _add_action(self, text: str, picture: str, key: QKeySequence, verb: Callable[[], None]) -> QAction:
        action = QAction(text, self, shortcut=key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(verb)
        icons.give(action, picture)
        self.addAction(action)
        return action

    def _know_what_can_be_typed(self) -> None:
        """Where nothing can, Tab leads out of the table; where something can, F6 does."""
        typing = any(column.read for column in self._model.columns)
        self.setTabKeyNavigation(typing and not self.whole_rows)
        for action in self._changing:
            action.setVisible(typing)
            action.setEnabled(typing)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        cells = (self._copying, *self._changing)
        others = [action for action in self.actions() if action not in cells]
        pop_up(self, event, [action for action in cells if action.isVisible()], others)

    # Mouse

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.row_under_mouse:
            self.row_under_mouse = row
            self.viewport().update()


NOT_TYPED = "ช่องนี้โปรแกรมแสดงให้ จึงพิมพ์ไม่ได้"
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
