"""What an officer's hands do in the tables of the rules."""

from __future__ import annotations

from officer import type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

CTRL = Qt.KeyboardModifier.ControlModifier


def part(window, name: str):
    """The tab of this part of the rules, its table with the focus."""
    found = next(tab for tab in window.parts if tab.part.field == name)
    window.tabs.setCurrentWidget(found)
    found.table.setFocus()
    return found


def retype(qtbot, tab, row: int, column: int, text: str) -> None:
    """F2, the new text over the old, Enter."""
    tab.table.setCurrentIndex(tab.model.index(row, column))
    qtbot.keyClick(tab.table, Qt.Key.Key_F2)
    editor = tab.table.findChildren(QLineEdit)[-1]
    editor.selectAll()
    editor.del_()
    type_in(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
