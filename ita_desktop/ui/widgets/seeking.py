"""The line in which one types what one seeks: a glass in front, and a cross that empties it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from ita_desktop.ui import icons

_CROSS_OF_QT = "_q_qlineeditclearaction"


def seeking_line(name: str, hint: str = "") -> QLineEdit:
    """Its `name` is for those who cannot see it, and its hint where there is no other."""
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint or name)
    line.setClearButtonEnabled(True)
    cross = line.findChild(QAction, _CROSS_OF_QT)
    if cross is not None:
        cross.setText("ล้างคำที่พิมพ์")
        icons.give(cross, "close", "muted")
    glass = QAction(name, line)
    icons.give(glass, "find", "muted")
    line.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
    return line
