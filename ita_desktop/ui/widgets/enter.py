"""Enter presses the button that has the focus.

Qt's buttons take only the space bar, and a dialog takes Enter for its main button: whoever went to another one by Tab
would have the dialog done, and closed, instead of what that button says.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from typing_extensions import override

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EnterPresses(QObject):
    """Listens to one window: a key that no part of it wanted comes to the window itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
            return False
        button = watched.focusWidget() if isinstance(watched, QWidget) else None
        if not isinstance(button, QAbstractButton):
            return False
        if not event.isAutoRepeat():
            _press(button)
        return True


def _press(button: QAbstractButton) -> None:
    if isinstance(button, QToolButton) and button.menu() is not None:
        button.showMenu()
    else:
        button.click()
