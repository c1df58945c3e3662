"""Where Ctrl and an arrow lead in a table: to the end of what is filled, as in Excel."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

_Action = QAbstractItemView.CursorAction
DIRECTIONS = {_Action.MoveUp: (-1, 0), _Action.MoveDown: (1, 0), _Action.MoveLeft: (0, -1), _Action.MoveRight: (0, 1)}
"""Rows and columns of one step."""
JUMPING = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


def without_ctrl(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers() & ~Qt.KeyboardModifier.ControlModifier)


def end_of_run(start: QModelIndex, direction: tuple[int, int]) -> QModelIndex:
    """The last filled cell of the run one is in; from its end or from an empty cell, the next filled one; and where
    none follows, the edge of the table."""
    down, across = direction

    def step(at: QModelIndex) -> QModelIndex:
        return at.siblingAtRow(at.row() + down) if down else at.siblingAtColumn(at.column() + across)

    at, ahead = start, step(start)
    inside = _filled(start) and _filled(ahead)
    while ahead.isValid() and (_filled(ahead) or not inside):
        at, ahead = ahead, step(ahead)
        if not inside and _filled(at):
            break
    return at


def _filled(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.data())
