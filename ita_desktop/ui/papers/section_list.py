"""The sections of the report: which are printed, in which order. Space switches one, Alt+Up and Alt+Down or the mouse
move it; those that are not printed wait below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ita_desktop.papers.presets import SECTION_KEYS
from ita_desktop.ui import icons
from ita_desktop.ui.record_rows import paint_ground
from ita_desktop.ui.theme import GAP, NEAR, colours, row_height, table_font, theme

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_ICON = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    key: str
    title: str
    printed: bool
    note: str = ""
    note_tone: str = "muted"


class SectionList(QListWidget):
    looked_at = Signal(str)
    """The key of the section the cursor is on."""
    arranged = Signal(object)
    """The keys to be printed, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SectionRow, ...] = ()
        self.setAccessibleName("ส่วนของรายงาน")
        self.setItemDelegate(_RowDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._announce)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[SectionRow]) -> None:
        """The one the cursor is on keeps it, wherever it now stands."""
        kept, place = self.current_key(), self.verticalScrollBar().value()
        self._rows = tuple(rows)
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(row))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if row.printed else flags)
            self.addItem(item)
        self.go_to(kept or (rows[0].key if rows else ""))
        self.verticalScrollBar().setValue(place)
        self.blockSignals(False)

    def current_key(self) -> str:
        at = self.currentRow()
        return self._shown()[at].key if at >= 0 else ""

    def go_to(self, key: str) -> None:
        at = next((at for at, row in enumerate(self._rows) if row.key == key), None)
        if at is not None:
            self.setCurrentRow(at)

    def printed(self) -> list[str]:
        return [row.key for row in self._shown() if row.printed]

    # What the officer does

    def switch(self, key: str) -> None:
        """A section that comes back stands where it usually stands."""
        keys = self.printed()
        if key in keys:
            keys.remove(key)
        else:
            usual = SECTION_KEYS.index(key)
            later = (at for at, other in enumerate(keys) if SECTION_KEYS.index(other) > usual)
            keys.insert(next(later, len(keys)), key)
        self.arranged.emit(tuple(keys))

    def shift(self, by: int) -> None:
        keys, key = self.printed(), self.current_key()
        if key not in keys:
            return
        at = keys.index(key)
        to = min(max(at + by, 0), len(keys) - 1)
        if to != at:
            keys.insert(to, keys.pop(at))
            self.arranged.emit(tuple(keys))

    def _shown(self) -> list[SectionRow]:
        return [self.item(at).data(_ROW) for at in range(self.count())]

    def _announce(self, now: QListWidgetItem | None) -> None:
        if now is not None and not self.signalsBlocked():
            self.looked_at.emit(now.data(_ROW).key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Space if self.current_key():
                self.switch(self.current_key())
            case Qt.Key.Key_Up if alt:
                self.shift(-1)
            case Qt.Key.Key_Down if alt:
                self.shift(+1)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.position().x() < 2 * GAP + _ICON * theme().zoom:
            self.setCurrentItem(item)
            self.switch(item.data(_ROW).key)
            return
        super().mousePressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.read_order()

    def read_order(self) -> None:
        """After rows were moved by hand. What is not printed has no order, and goes back to its place."""
        keys = self.printed()
        if keys != [row.key for row in self._rows if row.printed]:
            self.arranged.emit(tuple(keys))
        else:
            self.show_rows(self._rows)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()


def _spoken(row: SectionRow) -> str:
    return " ".join(filter(None, (row.title, "พิมพ์" if row.printed else "ไม่พิมพ์", row.note)))


class _RowDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SectionRow = index.data(_ROW)
        room = QRectF(option.rect)
        painter.save()
        paint_ground(painter, room, option.state)
        side = _ICON * theme().zoom
        where = QRectF(room.left() + GAP, room.center().y() - side / 2, side, side)
        icons.paint(painter, "done" if row.printed else "todo", where, "accent" if row.printed else "muted")
        left = where.right() + GAP
        metrics = QFontMetricsF(table_font())
        noted = metrics.horizontalAdvance(row.note) + GAP if row.note else 0.0
        painter.setFont(table_font())
        painter.setPen(QColor(colours().tone(row.note_tone)))
        note = QRectF(room.right() - noted - NEAR, room.top(), noted, room.height())
        painter.drawText(note, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.note)
        painter.setPen(QColor(colours().ink if row.printed else colours().muted))
        text = QRectF(left, room.top(), note.left() - left - NEAR, room.height())
        shown = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
