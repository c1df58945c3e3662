"""What a page says while it has nothing to show: one sentence, one button that takes the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ita_desktop.ui import icons
from ita_desktop.ui.theme import APART, GAP, theme
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped


class EmptyState(QWidget):
    def __init__(
        self,
        picture: str,
        sentence: str,
        verb: str = "",
        action: Callable[[], object] | None = None,
        *,
        tone: str = "muted",
    ) -> None:
        super().__init__()
        self._picture, self._tone = picture, tone
        self._drawing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence = Wrapped(sentence, tone=tone)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMaximumWidth(460)
        self.button = QPushButton(verb)
        self.button.setProperty("look", "main")
        if not verb:
            self.button.hide()
        if action is not None:
            self.button.clicked.connect(action)
        column = column_in(self, spacing=GAP * 2, margin=APART)
        column.addStretch(2)
        column.addWidget(self._drawing)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._draw()
        theme().changed.connect(self._draw)

    def say(self, sentence: str, verb: str = "") -> None:
        """Another next step; without a verb the button stays as it is."""
        self._sentence.say(sentence)
        if verb:
            self.button.setText(verb)

    def _draw(self) -> None:
        self._drawing.setPixmap(icons.pixmap(self._picture, 48, self._tone))
