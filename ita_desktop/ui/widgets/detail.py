"""The right half of a tab: a form that scrolls, or, with nothing chosen, a sentence and the next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

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
        self._following = False
        """Whether the field with the focus is kept in sight."""
        self._inside.installEventFilter(self)
        self.area.verticalScrollBar().actionTriggered.connect(self._scrolled)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_form(self, there: bool) -> None:
        self.setCurrentWidget(self.area if there else self.empty)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where one goes on by a key is in sight. Under the mouse nothing moves."""
        if now is not None and self._inside.isAncestorOf(now):
            self._following = not QApplication.mouseButtons()
            self._keep_in_sight()

    def _scrolled(self, _action: int) -> None:
        """The officer looks elsewhere."""
        self._following = False

    def _keep_in_sight(self) -> None:
        now = QApplication.focusWidget()
        if self._following and now is not None and self._inside.isAncestorOf(now):
            self.scroll_to(now)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A line that was opened just now has its place only when the form has grown by it."""
        if watched is self._inside and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._keep_in_sight)
        return super().eventFilter(watched, event)

    def scroll_to(self, widget: QWidget) -> None:
        self.area.ensureWidgetVisible(widget, 0, 60)
