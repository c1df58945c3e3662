"""How one cell of a table looks and how it is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP, NEAR, colours, row_height, table_font, theme
from ita_desktop.ui.wrapping import cell_lines

if TYPE_CHECKING:
    from ita_desktop.ui.table import Table

Index = QModelIndex | QPersistentModelIndex
_ICON = 18
_WIDEST = 560
"""Pixels to which a double click on the edge of a column widens it: a long text wraps."""


class CellDelegate(QStyledItemDelegate):
    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._refused: str | None = None
        """What was typed, could not be taken, and stands in the cell once more to be corrected."""

    # Looks

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RecordTable)
        record, column = model.record(index), model.columns[index.column()]
        state: QStyle.StateFlag = option.state
        cell = QRectF(option.rect)
        painter.save()
        self._ground(painter, cell, state, index)
        inner = cell.adjusted(GAP, 0, -GAP, 0)
        if column.bar:
            inner = _bar(painter, inner, column.bar(record))
        if column.indent:
            inner.setLeft(inner.left() + column.indent(record) * 20 * theme().zoom)
        tone = column.tone(record) if column.tone else "ink"
        picture = column.icon(record) if column.icon else ""
        if picture:
            side = _ICON * theme().zoom
            middle = inner.center().y() - side / 2
            icons.paint(painter, picture, QRectF(inner.left(), middle, side, side), tone)
        if column.icon:
            inner.setLeft(inner.left() + _ICON * theme().zoom + NEAR * 1.5)
        said = column.value(record)
        if not said and column.hint:
            said, tone = column.hint(record), "muted"
        painter.setPen(QColor(colours().tone(tone)))
        _text(painter, inner, column, said, bold=bool(column.bold and column.bold(record)))
        painter.restore()

    def _ground(self, painter: QPainter, cell: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        chosen, hover = state & QStyle.StateFlag.State_Selected, self._table.row_under_mouse == index.row()
        if chosen:
            painter.fillRect(cell, QColor(colours().chosen))
        elif hover:
            painter.fillRect(cell, QColor(colours().hover))
        painter.setPen(QPen(QColor(colours().line), 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus and not self._table.whole_rows:
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -1.5, -1.5))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data() or "")
        width = QFontMetricsF(table_font()).horizontalAdvance(text)
        return QSize(min(round(width) + 2 * GAP, round(_WIDEST * theme().zoom)), row_height())

    # Typing

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        model = index.model()
        assert isinstance(model, RecordTable)
        column = model.columns[index.column()]
        editor.setAccessibleName(column.title)
        editor.setFont(table_font())
        if column.right:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)) if self._refused is None else self._refused)
        editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.text() != self._refused:  # whoever leaves it as it is has been told why, and gives it up
            model.setData(index, editor.text())
        self._refused = None

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab commit and move on, without opening the next cell's editor: as in Excel."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            move = {
                Qt.Key.Key_Return: self._table.move_down,
                Qt.Key.Key_Enter: self._table.move_down,
                Qt.Key.Key_Tab: self._table.move_right,
                Qt.Key.Key_Backtab: self._table.move_left,
            }.get(Qt.Key(event.key()))
            if event.key() == Qt.Key.Key_Escape:
                self._refused = None
            if move:
                # Closed before the value is handed over: saving may replace the rows, and the editor with them.
                index, text = self._table.currentIndex(), editor.text()
                self._refused = None
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self._table.setFocus()
                if self._table.model().setData(index, text):
                    move()
                else:
                    self._type_again(index, text)
                return True
        return super().eventFilter(editor, event)

    def _type_again(self, index: QModelIndex, text: str) -> None:
        """Whoever is told why it cannot be taken corrects it, and need not type it anew; Esc gives it up."""
        self._refused = text
        self._table.edit(index)


def _bar(painter: QPainter, inner: QRectF, share: float | None) -> QRectF:
    """A thin bar at the left of the figure; the figure keeps its own room, so the bars of all rows compare."""
    figure = 52 * theme().zoom
    room = QRectF(inner.left(), inner.center().y() - 4, inner.width() - figure, 8)
    if share is not None and room.width() > 8:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().line))
        painter.drawRoundedRect(room, 3, 3)
        if share > 0:
            room.setWidth(max(3.0, room.width() * min(1.0, share)))
            painter.setBrush(QColor(colours().warn))
            painter.drawRoundedRect(room, 3, 3)
    return QRectF(inner.right() - figure, inner.top(), figure, inner.height())


def _text(painter: QPainter, room: QRectF, column: Column, text: str, *, bold: bool) -> None:
    if not text:
        return
    font = table_font(bold=bold)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    high = max(1, int(room.height() / (metrics.height() * 1.02)))
    lines = cell_lines(text, room.width(), high, bold=bold)
    align = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    step = metrics.height() * 1.02
    top = room.center().y() - step * len(lines) / 2
    for number, line in enumerate(lines):
        painter.drawText(QRectF(room.left(), top + number * step, room.width(), step), align | _MIDDLE, line)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
