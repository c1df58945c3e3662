"""How one record looks in a list: its icon, its title in at most two lines, a note; a heading before a group."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.record_model import ENTRY, Entry, EntryModel
from ita_desktop.ui.theme import GAP, NEAR, PANEL, colours, row_height, table_font, theme
from ita_desktop.ui.wrapping import cell_lines

Index = QModelIndex | QPersistentModelIndex
ICON = 18


def paint_ground(painter: QPainter, room: QRectF, state: QStyle.StateFlag) -> None:
    """Whether a row is chosen, pointed at or where the keys go; and the line to the next."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(room, QColor(colours().chosen))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(room, QColor(colours().hover))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRectF(room.left(), room.top(), 3, room.height()), QColor(colours().accent))
    painter.setPen(QPen(QColor(colours().line), 1))
    painter.drawLine(room.bottomLeft(), room.bottomRight())


class EntryDelegate(QStyledItemDelegate):
    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY)
        width = self._view.viewport().width()
        if isinstance(entry, str):
            return QSize(width, round(row_height() + NEAR))
        room = self._room(self._words_wide(width)) - _aside_wide(entry)
        lines = len(cell_lines(entry.title or "–", room, 2)) + bool(entry.note)
        return QSize(width, round(lines * line_height() + GAP * 1.5))

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
            paint_ground(painter, room, option.state)
            self._entry(painter, room, entry)
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
        painter.drawText(inner, ON_THE_LEFT, shown)

    def _entry(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        line, side = line_height(), ICON * theme().zoom
        top = room.top() + GAP * 0.75
        if entry.icon:
            where = QRectF(room.left() + GAP + NEAR, top + (line - side) / 2, side, side)
            icons.paint(painter, entry.icon, where, entry.tone)
        left, width = room.left() + self._indent(), self._room(room.width())
        painter.setFont(table_font())
        painter.setPen(QColor(colours().muted))
        painter.drawText(QRectF(left, top, width, line), ON_THE_RIGHT, entry.aside)
        width -= _aside_wide(entry)
        painter.setPen(QColor(colours().ink if entry.title else colours().muted))
        for text in cell_lines(entry.title or UNNAMED, width, 2):
            painter.drawText(QRectF(left, top, width, line), ON_THE_LEFT, text)
            top += line
        if entry.note:
            painter.setPen(QColor(colours().tone(entry.note_tone)))
            (note,) = cell_lines(entry.note, self._room(room.width()), 1)
            painter.drawText(QRectF(left, top, width, line), ON_THE_LEFT, note)

    def _words_wide(self, width: float) -> float:
        """How much of a row's width its words have."""
        return width

    def _indent(self) -> float:
        return GAP + NEAR + ICON * theme().zoom + GAP

    def _room(self, width: float) -> float:
        return max(40.0, width - self._indent() - PANEL)


UNNAMED = "ยังไม่ได้เขียน"
ON_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
ON_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def _aside_wide(entry: Entry) -> float:
    return QFontMetricsF(table_font()).horizontalAdvance(entry.aside) + PANEL if entry.aside else 0


def line_height() -> float:
    return QFontMetricsF(table_font()).height() * 1.04
