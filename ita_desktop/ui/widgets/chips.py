"""Several things chosen from many: shown as chips, added by typing a part of their name.

Owners of a measure, the items and findings it belongs to. Down shows everything there is; Enter adds; a chip's own
button takes it away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.sought import folded
from ita_desktop.ui.theme import NEAR
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.flow import FlowLayout

_LATER = Qt.ConnectionType.QueuedConnection


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    text: str
    """As it is searched for and listed."""
    short: str = ""
    """As the chip shows it; empty = the text."""


class ChipsField(QWidget):
    committed = Signal(object)
    refused = Signal(str)

    def __init__(self, choices: Callable[[], Sequence[Choice]], *, free: bool = False, hint: str = "") -> None:
        super().__init__()
        self._choices = choices
        self._free = free
        self._value: tuple[str, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self._names = QStringListModel(self)
        self._completer = completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(9)
        # Queued: the completer writes its choice into the line after this signal.
        completer.activated[str].connect(self._add_text, _LATER)  # type: ignore[index]
        self.line.setCompleter(completer)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(lambda: self.refused.emit(""))
        self.setFocusProxy(self.line)
        column = column_in(self, spacing=NEAR)
        column.addWidget(self._chips)
        column.addWidget(self.line)
        self._chips.hide()

    def value(self) -> tuple[str, ...]:
        return self._value

    def set_value(self, value: object) -> None:
        assert isinstance(value, tuple)
        self.line.clear()
        self._value = value
        self._show()
        self.refused.emit("")  # that was said of what stood here before

    def flush(self) -> None:
        """Words left in the line are added where they can be; a typed name should not get lost."""
        if self.line.text().strip():
            self._add_text(self.line.text())

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _add_text(self, text: str) -> None:
        text = text.strip()
        like = folded(text)
        found = next((c for c in self._choices() if like in map(folded, (c.text, c.key, c.short))), None)
        key = found.key if found else text if self._free else ""
        self.line.clear()
        if (popup := self._completer.popup()) is not None:
            popup.hide()  # with its line empty the list has nothing to say
        if not text:
            return
        if not key:
            self.refused.emit(f"ไม่มี “{text}” ในรายการ กดลูกศรลงเพื่อดูทั้งหมด")
        elif key not in self._value:
            self._commit((*self._value, key))

    def _remove(self, key: str) -> None:
        self._commit(tuple(other for other in self._value if other != key))
        self.line.setFocus()

    def _commit(self, value: tuple[str, ...]) -> None:
        self._value = value
        self._show()
        self.refused.emit("")
        self.committed.emit(value)

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        known = {choice.key: choice for choice in self._choices()}
        for key in self._value:
            choice = known.get(key, Choice(key, key))
            chip = QToolButton()
            chip.setProperty("look", "button")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the name
            chip.setText(choice.short or choice.text)
            chip.setToolTip(f"{choice.text}\nกดเพื่อเอาออก")
            chip.setAccessibleName(f"เอา {choice.text} ออก")
            icons.give(chip, "close", "muted")
            chip.clicked.connect(lambda _checked=False, key=key: self._remove(key))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._value))
        self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._names.setStringList([c.text for c in self._choices() if c.key not in self._value])
        if event.type() == QEvent.Type.FocusOut and self.line.text() and self._free:
            QTimer.singleShot(0, self, self._flush_if_left)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
                self._add_text(self.line.text())
                return True
            if event.key() == Qt.Key.Key_Down and not self.line.text():
                self._completer.setCompletionPrefix("")
                self._completer.complete()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._value:
                self._remove(self._value[-1])
                return True
        return super().eventFilter(watched, event)

    def _flush_if_left(self) -> None:
        popup = self._completer.popup()
        if not self.line.hasFocus() and not (popup and popup.isVisible()):
            self.flush()
