"""The open workbook as the window sees it: which year is looked at, what changed, what went wrong.

The one place where the window runs actions, so the one place that turns a known trouble into a message. Screens
listen to `changed` and redraw only if they are concerned.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.problems import Place
from ita_desktop.ui.messages import Messages

if TYPE_CHECKING:  # the window stands before a workbook is there
    from ita_desktop.domain.records import Year
    from ita_desktop.domain.scoring import Results
    from ita_desktop.drafting.phrases import Phrases
    from ita_desktop.storage.document import Changed, Document
    from ita_desktop.ui.due import Due
    from ita_desktop.ui.terms import Glossary

P = ParamSpec("P")
R = TypeVar("R")


class Session(QObject):
    changed = Signal(object)
    """A `Changed` of the workbook: what kinds of records, of which years."""
    year_chosen = Signal()
    """Another year is looked at, or another workbook is open."""
    workbook_changed = Signal()
    """A workbook was opened or closed."""
    said = Signal(str)
    """Something worth knowing that needs no answer; the window shows it for a while."""
    go_to = Signal(object)
    """A `Place` somebody wants to look at."""

    def __init__(
        self,
        messages: Messages,
        today: Callable[[], datetime.date],
        phrases: Callable[[], Phrases],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.messages = messages
        self.today = today
        self.phrases = phrases
        self.glossary: Glossary | None = None
        """Given by the window, which knows where the help lies."""
        self._document: Document | None = None
        self._number: int | None = None
        self._results: tuple[Year, Results] | None = None
        self._due: Due | None = None
        self._stop_listening: Callable[[], None] = _nothing

    # Workbook

    @property
    def document(self) -> Document | None:
        return self._document

    @property
    def path(self) -> Path | None:
        return self._document.path if self._document else None

    def use(self, document: Document | None) -> None:
        """Look at this workbook from now on (or at none); the one before is closed."""
        self._stop_listening()
        before, self._document = self._document, document
        self._results = self._due = None
        self._number = None
        self._stop_listening = _nothing
        if document is not None:
            self._stop_listening = document.listen(self._announce)
            self._number = max(document.years(), default=None)
        if before is not None:
            before.close()
        self.workbook_changed.emit()
        self.year_chosen.emit()

    # Year

    @property
    def year(self) -> Year | None:
        if self._document is None or self._number is None:
            return None
        return self._document.year(self._number)

    @property
    def results(self) -> Results | None:
        """Reckoned once for each value of the year."""
        from ita_desktop.domain.scoring import results

        year = self.year
        if year is None:
            return None
        if self._results is None or self._results[0] is not year:
            self._results = (year, results(year))
        return self._results[1]

    @property
    def due(self) -> Due | None:
        """Reckoned once for each value of the year and each day."""
        from ita_desktop.ui.due import Due

        year, today = self.year, self.today()
        if year is None:
            return None
        if self._due is None or self._due.year is not year or self._due.today != today:
            self._due = Due(year, today)
        return self._due

    def explain(self, text: str) -> str:
        """The official terms and codes in a text, by the rules of the year that is looked at."""
        return self.glossary.explain(text, self.year.framework if self.year else None) if self.glossary else ""

    def choose_year(self, number: int) -> None:
        if number != self._number and self._document is not None and number in self._document.years():
            self._number = number
            self.year_chosen.emit()

    # Actions

    def run(self, action: Callable[Concatenate[Document, P], R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Do what the officer asked for. What cannot be done is said, and the workbook stays as it was."""
        if self._document is None:
            return None
        document = self._document
        return self.attempt(lambda: action(document, *args, **kwargs))

    def run_in_year(
        self, action: Callable[Concatenate[Document, int, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """As `run`, for the year that is looked at; where there is none, nothing is done."""
        return self.run(action, self._number, *args, **kwargs) if self._number is not None else None

    def attempt(self, work: Callable[[], R]) -> R | None:
        try:
            return work()
        except ItaError as trouble:
            self.messages.error(trouble)
            return None

    def undo(self) -> None:
        self.run(lambda document: document.undo())

    def redo(self) -> None:
        self.run(lambda document: document.redo())

    def show(self, place: Place) -> None:
        self.go_to.emit(place)

    def _announce(self, changed: Changed) -> None:
        assert self._document is not None
        if self._number not in self._document.years() or self._number is None:
            self._number = max(self._document.years(), default=None)
            self.year_chosen.emit()
        self.changed.emit(changed)


def _nothing() -> None: ...
