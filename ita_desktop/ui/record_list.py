"""Records under headings: the left side of a tab whose right side is the form of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from ita_desktop.ui import clipboard
from ita_desktop.ui.record_model import Entry, EntryModel, Record
from ita_desktop.ui.record_rows import EntryDelegate
from ita_desktop.ui.theme import PANEL, colours, table_font, theme
from ita_desktop.ui.widgets.context import pop_up

__all__ = ["Entry", "EntryModel", "RecordList"]

EMPTY = "ยังไม่มีรายการ"


class RecordList(QListView):
    current = Signal(object)
    """The record that is looked at, or None."""
    opened = Signal(object)
    """Enter or F2 was pressed on a record, or it was double-clicked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EntryModel(self)
        self._last: Hashable = None
        """The record that was chosen last: also where a filter left nothing for a while."""
        self.setModel(self._model)
        self.setItemDelegate(EntryDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._announce)
        self.doubleClicked.connect(lambda _index: self._open())
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def explain_by(self, explain: Callable[[str], str]) -> None:
        """What is told of the official terms in a row, under its whole title."""
        self._model.explain = explain

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """The chosen record stays chosen; where it is gone, its neighbour is."""
        before = self._model.entry(self.currentIndex().row())
        self._last = before.key if before else self._last
        row, place = self.currentIndex().row(), self.verticalScrollBar().value()
        listed = list(entries)
        self.blockSignals(True)
        if self._model.set_entries(listed):
            kept = self._model.row_of(self._last)
            at = kept if kept is not None else self._near(row)
            if at is not None:
                self._choose(at)
            self.verticalScrollBar().setValue(place)
        self.blockSignals(False)
        self.current.emit(self.current_record())

    def current_record(self) -> Record:
        entry = self._model.entry(self.currentIndex().row())
        return entry.record if entry else None

    def selected_records(self) -> list[Record]:
        """Each once, also where it stands under several headings."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        chosen = {entry.key: entry.record for row in rows if (entry := self._model.entry(row))}
        return list(chosen.values())

    def go_to(self, key: Hashable) -> bool:
        row = self._model.row_of(key)
        if row is None:
            return False
        self._choose(row)
        self.scrollTo(self._model.index(row))
        return True

    def _choose(self, row: int) -> None:
        """Whatever keys are held: Ctrl of a shortcut would otherwise make Qt leave the row unselected."""
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row), chosen)

    def _near(self, row: int) -> int | None:
        count = self._model.rowCount()
        order = sorted(range(count), key=lambda at: (abs(at - row), at))
        return next((at for at in order if self._model.entry(at)), None) if row >= 0 else self._model.first()

    def _announce(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self.signalsBlocked():
            self.current.emit(self.current_record())

    def copy(self) -> None:
        """All that are chosen, a row each, as they read."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        chosen = [entry for row in rows if (entry := self._model.entry(row))]
        if chosen:
            clipboard.copy([[entry.title, entry.note] for entry in chosen])

    def _open(self) -> None:
        record = self.current_record()
        if record is not None:
            self.opened.emit(record)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pop_up(self, event, self.actions())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setFont(table_font())
            painter.setPen(QColor(colours().muted))
            top = self.viewport().rect().adjusted(PANEL, PANEL, -PANEL, 0)
            painter.drawText(top, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, EMPTY)
            painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
