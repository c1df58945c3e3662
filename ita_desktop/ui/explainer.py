"""Official terms explain themselves wherever they are read: the mouse rests on one, and its meaning is told.

A widget with a tip of its own keeps it. One without lets Qt ask the window it is in, and there this listens: once for
each window, and never for every event of the program.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from ita_desktop.ui.wrapping import message

_AROUND = 24
"""Letters before and after the place of the mouse in which a term may begin and end."""


class Explainer(QObject):
    def __init__(self, window: QWidget, explain: Callable[[str], str]) -> None:
        super().__init__(window)
        self._explain = explain
        self.watch(window)

    def watch(self, window: QWidget) -> None:
        """A dialog over the window as well."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() != QEvent.Type.ToolTip:
            return False
        widget = watched.childAt(watched.mapFromGlobal(event.globalPos()))
        told = self._explain(text_at(widget, event.globalPos())) if widget is not None else ""
        if not told or widget is None:
            return False
        QToolTip.showText(event.globalPos(), message(told), widget)
        return True


def text_at(widget: QWidget | None, place: QPoint) -> str:
    """What is read there: of a long text only the words around the place."""
    if widget is None:
        return ""
    owner = widget.parentWidget()
    if isinstance(owner, QPlainTextEdit):
        cursor = owner.cursorForPosition(widget.mapFromGlobal(place))
        at, text = cursor.positionInBlock(), cursor.block().text()
        return text[max(0, at - _AROUND) : at + _AROUND]
    if isinstance(owner, QAbstractItemView):
        return str(owner.indexAt(widget.mapFromGlobal(place)).data() or "")
    if isinstance(widget, QLineEdit):
        at = widget.cursorPositionAt(widget.mapFromGlobal(place))
        return widget.text()[max(0, at - _AROUND) : at + _AROUND]
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text().replace("\n", "")
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return ""
