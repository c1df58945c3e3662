"""A text that has usual words until the officer writes others. The usual ones follow the figures by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.fields import TextField
from ita_desktop.ui.widgets.labels import Wrapped, card, label


class OwnWordsField(QWidget):
    """Its value is the officer's words; empty = the usual ones stand."""

    committed = Signal(object)

    def __init__(self, *, most: int = 16) -> None:
        super().__init__()
        self._value = ""
        self._usual = ""
        self._writing = False
        self._shown = Wrapped(tone="muted")
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._paper = card()
        inside = QVBoxLayout(self._paper)
        inside.setContentsMargins(GAP + NEAR, GAP, GAP + NEAR, GAP)
        inside.addWidget(self._shown)
        self.text = TextField(least=3, most=most)
        self.text.committed.connect(self._commit)
        self._state = label(rank="small", tone="muted")
        self.write = _flat("เขียนข้อความเอง", "paste")
        self.write.clicked.connect(self._begin)
        self.back = _flat("กลับไปใช้ข้อความมาตรฐาน", "undo")
        self.back.clicked.connect(self._give_back)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.write)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self._paper)
        column.addWidget(self.text)
        column.addLayout(foot)
        self.setMinimumWidth(PANEL * 10)
        self._dress()

    def value(self) -> str:
        return self._value

    def set_value(self, value: object) -> None:
        assert isinstance(value, str)
        self._value = value
        if not (self._writing and self.text.hasFocus() and not value):
            self._writing = bool(value)
            self.text.set_value(value)
        self._dress()

    def set_usual(self, usual: str, note: str = "") -> None:
        """What stands there without own words; `note` says whose the own words are."""
        self._usual = usual
        self._shown.say(usual or "ส่วนนี้ไม่มีข้อความมาตรฐาน ข้อความที่เขียนจะพิมพ์ไว้ก่อนตาราง")
        self._state.setText(note)
        self._dress()

    def typed_value(self) -> str:
        typed = self.text.toPlainText().strip() if self._writing else ""
        return "" if typed == self._usual else typed

    def flush(self) -> None:
        if self._writing:
            self.text.flush()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.text.setAccessibleName(name)
        self.write.setAccessibleName(f"เขียนข้อความเอง: {name}")
        self.back.setAccessibleName(f"กลับไปใช้ข้อความมาตรฐาน: {name}")

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        (self.text if self._writing else self.write).setFocus(reason)

    def select_range(self, start: int, end: int) -> None:
        if self._writing:
            self.text.select_range(start, end)

    def _begin(self) -> None:
        """Writing starts from the usual words; as long as they stay the same, they stay the program's."""
        self._writing = True
        self.text.set_value(self._usual)
        self._dress()
        self.text.setFocus()

    def _give_back(self) -> None:
        self._writing = False
        self.text.set_value("")
        self._dress()
        self.write.setFocus()
        self._settle("")

    def _commit(self, typed: object) -> None:
        own = str(typed)
        self._settle("" if own == self._usual else own)

    def _settle(self, value: str) -> None:
        changed, self._value = value != self._value, value
        if not value and not self.text.hasFocus():
            self._writing = False
        self._dress()
        if changed:
            self.committed.emit(value)

    def _dress(self) -> None:
        self._paper.setVisible(not self._writing)
        self.write.setVisible(not self._writing)
        self.text.setVisible(self._writing)
        self.back.setVisible(self._writing)
        self._state.setVisible(bool(self._state.text()) and self._writing)


def _flat(text: str, picture: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "flat")
    icons.give(button, picture, "accent")
    return button
