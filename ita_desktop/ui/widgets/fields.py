"""Fields of a form. Filling one never saves; leaving it (or Enter) commits what a person changed, once.

Each has `value`, `set_value`, `flush` and the signal `committed`. Undo belongs to the field while it holds words that
are not committed yet, and to the workbook otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)
from typing_extensions import override

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.theme import set_property
from ita_desktop.ui.widgets.elided import ElidedChoice


@runtime_checkable
class Field(Protocol):
    @property
    def committed(self) -> SignalInstance: ...
    def value(self) -> object: ...
    def set_value(self, value: object) -> None: ...
    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        ...


_OF_THE_WINDOW = QKeySequence("Ctrl+E"), QKeySequence("Ctrl+U")
"""The papers and the stick: on Linux Qt's lines take these keys to go to the end, and to empty themselves."""


def leaves_key_to_the_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Qt's text fields keep Ctrl+Z for themselves even where they have nothing to undo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    leaves = (
        (event.matches(QKeySequence.StandardKey.Undo) and not undo)
        or (event.matches(QKeySequence.StandardKey.Redo) and not redo)
        or QKeySequence(event.keyCombination()) in _OF_THE_WINDOW
    )
    if leaves:
        event.ignore()
    return leaves


class LineField(QLineEdit):
    """One line. With `read` it holds a value: a number, an amount."""

    committed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        read: Callable[[str], object] = str.strip,
        show: Callable[[Any], str] = str,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._show = read, show
        self._value: object = read("")
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.flush)
        self.textEdited.connect(lambda: self.refuse(""))

    def value(self) -> object:
        return self._value

    def set_value(self, value: object) -> None:
        self._value = value
        if self.text() != self._show(value) or self.isUndoAvailable():
            place = self.cursorPosition()
            self.setText(self._show(value))
            self.setCursorPosition(min(place, len(self.text())))
        self.refuse("")

    def flush(self) -> None:
        if self.text() == self._show(self._value):
            return
        try:
            self.take(self._read(self.text()))
        except ItaError as trouble:
            self.refuse(str(trouble))

    def take(self, value: object) -> None:
        """A person's value, typed or picked."""
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.committed.emit(value)

    def is_refused(self) -> bool:
        """What stands in it is not its value: that is still the one before."""
        return bool(self.property("bad") == "true")

    def refuse(self, reason: str) -> None:
        """Say what is wrong with what stands there; nothing is, where no reason is given."""
        set_property(self, "bad", "true" if reason else "false")
        self.refused.emit(reason)

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_key_to_the_window(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            return False
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Words that are longer than the field are read from their beginning."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._show(self._value):
            self.set_value(self._value)
            return
        super().keyPressEvent(event)


class TextField(QPlainTextEdit):
    """Several lines; as high as its text, between `least` and `most` lines."""

    committed = Signal(object)

    def __init__(self, *, least: int = 3, most: int = 12, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = self._shown = ""
        self._least, self._most = least, most
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def value(self) -> str:
        return self._value

    def set_value(self, value: object) -> None:
        assert isinstance(value, str)
        self._value = value
        if self.toPlainText() != value:
            place = self.textCursor().position()
            self.setPlainText(value)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(value)))
            self.setTextCursor(cursor)
        self._shown = self.toPlainText()
        self.document().clearUndoRedoStacks()

    def flush(self) -> None:
        """A text that came with blanks around it, or with line ends of another system, is not changed by looking."""
        if self.toPlainText() == self._shown:
            return
        value = self.toPlainText().strip()
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.committed.emit(value)

    def select_range(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(start, len(self._value)))
        cursor.setPosition(min(end, len(self._value)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @override
    def event(self, event: QEvent) -> bool:
        document = self.document()
        if leaves_key_to_the_window(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            return False
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Qt would keep the question for a tip to itself; the window explains the term that is pointed at."""
        if event.type() == QEvent.Type.ToolTip:
            event.ignore()
            return False
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._value:
            self.set_value(self._value)
            return
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self, _size: object = None) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        text, block = 0.0, self.document().firstBlock()
        while block.isValid() and text < line * self._most:
            text += self.blockBoundingRect(block).height()
            block = block.next()
        around = 2 * self.document().documentMargin() + self.height() - self.contentsRect().height()
        high = math.ceil(min(max(text, line * self._least), line * self._most) + around)
        if self.minimumHeight() != high:
            self.setFixedHeight(high)


class ChoiceField(ElidedChoice):
    """One of several. The wheel turns it only where it has the focus: a form is scrolled over."""

    committed = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]] = (),
        *,
        as_wide_as_words: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        adjust = QComboBox.SizeAdjustPolicy
        self.setSizeAdjustPolicy(
            adjust.AdjustToContents if as_wide_as_words else adjust.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(10)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one of its own does not heed the stylesheet
        self.set_choices(choices)
        self.activated.connect(self._choose)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        shown = [(self.itemData(row), self.itemText(row)) for row in range(self.count())]
        if shown == list(choices):
            return
        self.blockSignals(True)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.blockSignals(False)
        self.set_value(self._value)

    def value(self) -> object:
        return self._value

    def set_value(self, value: object) -> None:
        self._value = value
        self.setCurrentIndex(next((row for row in range(self.count()) if self.itemData(row) == value), -1))

    def flush(self) -> None:
        """Nothing waits: a choice is committed when it is made."""

    @override
    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def _choose(self, row: int) -> None:
        value = self.itemData(row)
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())
