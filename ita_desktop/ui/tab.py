"""What the four tabs have in common: they draw one year, and again only when they are looked at and concerned."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ita_desktop.domain.problems import Place
from ita_desktop.storage.document import Changed
from ita_desktop.ui.session import Session


class Tab(QWidget):
    title = ""
    icon = ""
    help = ""
    """The help page that F1 opens here."""
    concerns: frozenset[str] = frozenset()
    """Kinds of records that this tab shows, as `Changed` names them."""
    kinds: frozenset[str] = frozenset()
    """Kinds of places it can go to."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stale = True
        session.changed.connect(self._hear)
        session.year_chosen.connect(self._begin_anew)

    def refresh(self) -> None:
        """Show the year as it now is."""
        raise NotImplementedError

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""

    def show_place(self, place: Place) -> None:
        """Go to a record and its field."""

    def forget(self) -> None:
        """Another year or workbook: what was chosen or unfolded belongs to the one before."""

    def _hear(self, changed: Changed) -> None:
        if changed.kinds & (self.concerns | {"year", "office"}):
            self._refresh_if_seen()

    def _begin_anew(self) -> None:
        self.forget()
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale and self.session.year is not None:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.session.year is not None:
            self._stale = False
            self.refresh()
