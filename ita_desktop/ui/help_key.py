"""F1 in a dialog: the menu, whose key it is, cannot be reached while one is open.

Listens to the dialogs of one window. The help is shown over the dialog, for the windows beside it are closed to the
mouse and the keys.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_PAGE = "page of help"


class HelpKey(QObject):
    wanted = Signal(str, object)
    """The page, empty for that of the tab one came from; and the dialog to show it over."""

    def watch(self, dialog: QWidget, page: str) -> None:
        dialog.setProperty(_PAGE, page)
        dialog.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F1 or event.modifiers():
            return False
        self.wanted.emit(watched.property(_PAGE), watched)
        return True
