"""The way into the papers window: one for each main window, and nothing of it loaded before it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.problems import Place, Problem
from ita_desktop.ui.explainer import Explainer
from ita_desktop.ui.help_key import HelpKey
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.records import Year
    from ita_desktop.ui.papers.window import PapersWindow


class PapersDoor(QObject):
    help_wanted = Signal()
    help_over = Signal(object)
    """In this dialog over the papers."""
    stick_wanted = Signal(object, object)
    """The name of a paper, and the window that asks."""

    def __init__(self, owner: QWidget, session: Session, fonts: Path, now: Callable[[], datetime.datetime]) -> None:
        super().__init__(owner)
        self._owner, self._session, self._fonts, self._now = owner, session, fonts, now
        self.window: PapersWindow | None = None

    def open(self, place: Place | None = None) -> PapersWindow:
        """The window, brought to the front, at this place of a paper."""
        if self.window is None:
            self.window = self._make()
        window = self.window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        if place is not None:
            window.go_to(place)
        return window

    def _make(self) -> PapersWindow:
        from ita_desktop.ui.papers.window import PapersWindow, Surroundings

        window = PapersWindow(self._session, Surroundings(self._fonts, self._review, self._now), self._owner)
        window.elsewhere.connect(self._go_elsewhere)
        window.help_wanted.connect(self.help_wanted)
        Explainer(window, self._session.explain)
        HelpKey(window).wanted.connect(lambda _page, dialog: self.help_over.emit(dialog))
        window.stick_wanted.connect(lambda paper: self.stick_wanted.emit(paper, window))
        window.destroyed.connect(self._forget)
        return window

    def _review(self, year: Year) -> tuple[Problem, ...]:
        from ita_desktop.review import review

        return review(year, self._session.today())

    def _go_elsewhere(self, place: Place) -> None:
        self._owner.activateWindow()
        self._owner.raise_()
        self._session.show(place)

    def _forget(self) -> None:
        self.window = None
