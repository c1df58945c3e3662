"""One of a few ways to look at the same thing, side by side: exactly one of them is pressed, by mouse or by Alt and
its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget
from typing_extensions import override

from ita_desktop.ui.theme import NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import row_in
from ita_desktop.ui.widgets.buttons import verb_button


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    text: str
    icon: str
    tip: str


class Segments(QWidget):
    chosen = Signal(str)

    def __init__(self, title: str, ways: Sequence[Way]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.buttons: dict[str, QToolButton] = {}
        self._with_words = 0
        group = QButtonGroup(self)
        row = row_in(self, spacing=NEAR)
        for number, way in enumerate(ways, start=1):
            button = verb_button(way.text, way.icon, way.tip, key=f"Alt+{number}", checkable=True)
            button.setProperty("look", "flat")
            button.clicked.connect(lambda _checked=False, name=way.name: self.chosen.emit(name))
            button.setAutoExclusive(True)  # so that it is read out as one of several, not as a box to tick
            group.addButton(button)
            row.addWidget(button)
            self.buttons[way.name] = button

    def choose(self, name: str) -> None:
        """Show it as chosen; nobody is told."""
        self.buttons[name].setChecked(True)

    # On a small screen the icons alone; the tips have the words

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        self._with_words = max(self._with_words, hint.width())
        return QSize(self._with_words, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        icons = (button.iconSize().width() + 2 * PANEL + NEAR for button in self.buttons.values())
        return QSize(sum(icons), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if event.size().width() < self._with_words:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
