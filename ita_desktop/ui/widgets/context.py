"""The menu of a list or table: what can be done with what is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu


def pop_up(view: QAbstractItemView, event: QContextMenuEvent, *groups: Sequence[QAction]) -> None:
    """By the mouse where it is; by the menu key at the chosen place. Between groups is a line."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        if group and menu.actions():
            menu.addSeparator()
        menu.addActions(list(group))
    by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
    chosen = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
    if menu.actions():
        menu.popup(chosen if by_key else event.globalPos())
