"""Which of a list's records are wanted: by who, how far, about what. A button that says how many such wishes there are,
and under it one question each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout

from ita_desktop.ui import icons
from ita_desktop.ui.form import Form
from ita_desktop.ui.theme import GAP, PANEL, set_property
from ita_desktop.ui.widgets.enter import EnterPresses
from ita_desktop.ui.widgets.fields import ChoiceField

Choices = Sequence[tuple[object, str]]
EVERYTHING = ""


class Filters(QToolButton):
    changed = Signal()

    def __init__(self, questions: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("look", "button")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel = QFrame(self, Qt.WindowType.Popup)
        self.panel.setProperty("frame", "card")
        self.panel.setMinimumWidth(320)
        self._fields = {name: ChoiceField() for name in questions}
        form = Form(columns=1)
        for name, field in self._fields.items():
            form.add(name, questions[name], field)
        form.committed.connect(self._say)
        away = QPushButton("เลิกกรอง")
        away.clicked.connect(self.clear)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.setSpacing(GAP)
        column.addWidget(form)
        column.addWidget(away, alignment=Qt.AlignmentFlag.AlignRight)
        EnterPresses(self.panel)
        self.clicked.connect(self._open)
        self._dress()

    def set_choices(self, name: str, choices: Choices) -> None:
        """What can be asked for; everything stands first. A wish that can no longer be met is dropped."""
        field = self._fields[name]
        field.set_choices([(EVERYTHING, "ทั้งหมด"), *choices])
        if field.currentIndex() < 0:
            field.set_value(EVERYTHING)
            self._dress()

    def value(self, name: str) -> object:
        """What is asked for; nothing where everything is wanted."""
        found = self._fields[name].value()
        return None if found == EVERYTHING else found

    def choose(self, name: str, value: object) -> None:
        self._fields[name].set_value(value)
        self._say()

    def wishes(self) -> int:
        return sum(self.value(name) is not None for name in self._fields)

    def clear(self) -> None:
        if self.wishes():
            for field in self._fields.values():
                field.set_value(EVERYTHING)
            self._say()

    def _say(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        count = self.wishes()
        self.setText(f"ตัวกรอง {count}" if count else "ตัวกรอง")
        told = [f.currentText() for name, f in self._fields.items() if self.value(name) is not None]
        self.setToolTip("แสดงเฉพาะ " + " และ ".join(told) if told else "แสดงเฉพาะบางรายการ")
        self.setAccessibleName(f"ตัวกรอง {' '.join(told)}".strip())
        set_property(self, "tone", "accent" if count else "ink")
        icons.give(self, "filter", "accent")

    def _open(self) -> None:
        self.panel.adjustSize()
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        left = min(corner.x(), room.right() - self.panel.width())
        top = min(corner.y(), room.bottom() - self.panel.height())
        self.panel.move(max(left, room.left()), max(top, room.top()))
        self.panel.show()
        next(iter(self._fields.values())).setFocus()
