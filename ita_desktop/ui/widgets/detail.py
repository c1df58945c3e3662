"""The right half of a tab: a form that scrolls, or, with nothing chosen, a sentence and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.empty import EmptyState


class Detail(QStackedWidget):
    def __init__(self, empty: EmptyState) -> None:
        super().__init__()
        self.empty = empty
        self._inside = QWidget()
        self._inside.setProperty("ground", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, GAP, PANEL)
        self._column.setSpacing(GAP + 4)
        self._column.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        self.addWidget(self.area)
        self.addWidget(empty)

    def add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_form(self, there: bool) -> None:
        self.setCurrentWidget(self.area if there else self.empty)

    def scroll_to(self, widget: QWidget) -> None:
        self.area.ensureWidgetVisible(widget, 0, 60)
