"""Records under headings: the left side of a tab whose right side is the form of the chosen one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.theme import GAP, NEAR, PANEL, colours, row_height, table_font, theme
from ita_desktop.ui.wrapping import cell_lines
from ita_desktop.ui.wrapping import message as tip

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
Record = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How one record reads in the list."""

    record: Record
    key: Hashable
    title: str
    note: str = ""
    icon: str = ""
    tone: str = "ink"
    note_tone: str = "muted"
    group: str = ""
    group_note: str = ""


class EntryModel(QAbstractListModel):
    """Entries in their groups; a heading before each group where there is more than a nameless one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []
        self._notes: dict[str, str] = {}

    def set_entries(self, entries: Sequence[Entry]) -> bool:
        """Answer whether the rows are others than before; else only what they say was renewed."""
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.group, []).append(entry)
        rows: list[Entry | str] = []
        for name, members in groups.items():
            rows += ([name] if name else []) + list(members)
        self._notes = {entry.group: entry.group_note for entry in entries}
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def entry(self, row: int) -> Entry | None:
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return found if isinstance(found, Entry) else None

    def heading(self, row: int) -> tuple[str, str] | None:
        found = self._rows[row]
        return (found, self._notes.get(found, "")) if isinstance(found, str) else None

    def row_of(self, key: Hashable) -> int | None:
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Entry) and row.key == key), None)

    def first(self) -> int | None:
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Entry)), None)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Record:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else f"{row.title} {row.note}"
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Entry):
            return tip(row.title) or None
        return row if role == ENTRY else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _key(row: Entry | str) -> Hashable:
    return row if isinstance(row, str) else (row.key, row.group)


class RecordList(QListView):
    current = Signal(object)
    """The record that is looked at, or None."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EntryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._announce)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """The chosen record stays chosen; where it is gone, its neighbour is."""
        before = self._model.entry(self.currentIndex().row())
        row, place = self.currentIndex().row(), self.verticalScrollBar().value()
        listed = list(entries)
        self.blockSignals(True)
        if self._model.set_entries(listed):
            kept = self._model.row_of(before.key) if before else None
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
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [entry.record for row in rows if (entry := self._model.entry(row))]

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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, view: RecordList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY)
        width = self._view.viewport().width()
        line = _line_height()
        if isinstance(entry, str):
            return QSize(width, round(row_height() + NEAR))
        lines = len(cell_lines(entry.title or "–", self._room(width), 2)) + bool(entry.note)
        return QSize(width, round(lines * line + GAP * 1.5))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room = QRectF(option.rect)
        model = index.model()
        assert isinstance(model, EntryModel)
        painter.save()
        entry = model.entry(index.row())
        if entry is None:
            self._heading(painter, room, *(model.heading(index.row()) or ("", "")))
        else:
            self._entry(painter, room, option.state, entry)
        painter.restore()

    def _heading(self, painter: QPainter, room: QRectF, text: str, note: str) -> None:
        painter.fillRect(room, QColor(colours().ground))
        inner = room.adjusted(GAP, 0, -GAP, 0)
        font = table_font(bold=True)
        side = QFontMetricsF(table_font()).horizontalAdvance(note) + GAP if note else 0
        painter.setFont(table_font())
        painter.setPen(QColor(colours().muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width() - side)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _entry(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag, entry: Entry) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(colours().chosen))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(colours().hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(room.left(), room.top(), 3, room.height()), QColor(colours().accent))
        painter.setPen(QPen(QColor(colours().line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        line, side = _line_height(), 18 * theme().zoom
        top = room.top() + GAP * 0.75
        if entry.icon:
            where = QRectF(room.left() + GAP + NEAR, top + (line - side) / 2, side, side)
            icons.paint(painter, entry.icon, where, entry.tone)
        left, width = room.left() + self._indent(), self._room(room.width())
        painter.setFont(table_font())
        painter.setPen(QColor(colours().ink if entry.title else colours().muted))
        for text in cell_lines(entry.title or "ยังไม่ได้เขียน", width, 2):
            painter.drawText(QRectF(left, top, width, line), _LEFT, text)
            top += line
        if entry.note:
            painter.setPen(QColor(colours().tone(entry.note_tone)))
            (note,) = cell_lines(entry.note, width, 1)
            painter.drawText(QRectF(left, top, width, line), _LEFT, note)

    def _indent(self) -> float:
        return GAP + NEAR + 18 * theme().zoom + GAP

    def _room(self, width: float) -> float:
        return max(40.0, width - self._indent() - PANEL)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def _line_height() -> float:
    return QFontMetricsF(table_font()).height() * 1.04
