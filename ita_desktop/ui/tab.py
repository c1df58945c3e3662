"""What the four tabs have in common: they draw one year, and again only when they are looked at and concerned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from ita_desktop.domain.problems import Place
from ita_desktop.ui.jobs import Jobs, anything_at_work
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import rule_line

if TYPE_CHECKING:
    from ita_desktop.storage.document import Changed


@dataclass(frozen=True)
class Sign:
    """What bar, menu and ways to a place know of a tab before it is loaded."""

    title: str
    icon: str
    help: str
    """The help page that F1 opens in it."""
    kinds: frozenset[str]
    """Kinds of places it can go to."""
    load: Callable[[Session, Jobs], Tab]


class Tab(QWidget):
    concerns: frozenset[str] = frozenset()
    """Kinds of records that this tab shows, as `Changed` names them."""
    corner: QWidget | None = None
    """Stands at the end of the bar of tabs while the tab is looked at: the ways to look at it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stale = True
        self._built = False
        session.changed.connect(self._hear)
        session.year_chosen.connect(self._begin_anew)

    def ensure_built(self) -> None:
        """Before it is first shown: the window opens as fast as one tab."""
        if not self._built:
            self._built = True
            self.build()

    def build(self) -> None:
        """Make the widgets."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the year as it now is."""
        raise NotImplementedError

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if self._built:
            self.commit_typed()

    def commit_typed(self) -> None:
        """The tab's own part of `flush`."""

    def show_place(self, place: Place) -> None:
        """Go to a record and its field; the tab is in sight by then."""

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


LOAD_NEXT_MS = 400
"""After a tab was loaded: the review has been heard of by then, and hardly anybody has asked for another tab."""


class TabPages(QWidget):
    """A bar of tabs over their pages. A QTabWidget would show a page before anybody could build it."""

    left = Signal(object)
    """The tab that was looked at until now."""

    def __init__(self, signs: Sequence[Sign], load: Callable[[Sign], Tab]) -> None:
        super().__init__()
        self._signs = signs
        self._load = load
        self._made: dict[int, Tab] = {}
        self._next = QTimer(self, singleShot=True, interval=LOAD_NEXT_MS)
        self._next.timeout.connect(self._load_another)
        self.bar = QTabBar()
        self.bar.setAccessibleName("งานของปี")
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(False)
        self._stack = QStackedWidget()
        for sign in signs:
            self.bar.addTab(sign.title)
        self.bar.currentChanged.connect(self._show)
        column = column_in(self, spacing=0)
        row = QHBoxLayout()
        row.setContentsMargins(NEAR, 0, PANEL, 0)
        row.addWidget(self.bar)
        row.addStretch()
        self._row = row
        column.addLayout(row)
        column.addWidget(rule_line())
        column.addWidget(self._stack, 1)

    def page(self, number: int) -> Tab:
        """Loaded when it is first asked for, or before that while nothing else is to be done."""
        if number not in self._made:
            page = self._made[number] = self._load(self._signs[number])
            self._stack.addWidget(page)
            self._next.start()
        return self._made[number]

    @property
    def loaded(self) -> tuple[Tab, ...]:
        return tuple(self._made.values())

    @property
    def pages(self) -> tuple[Tab, ...]:
        """All of them."""
        return tuple(self.page(number) for number in range(len(self._signs)))

    def current(self) -> Tab:
        return self.page(self.bar.currentIndex())

    def sign(self) -> Sign:
        """Of the one that is looked at."""
        return self._signs[self.bar.currentIndex()]

    def go_to(self, number: int) -> None:
        self.bar.setCurrentIndex(number)

    def go_to_page(self, page: Tab) -> None:
        self.go_to(next(number for number, made in self._made.items() if made is page))

    def go_to_place(self, place: Place) -> bool:
        """Show the tab where it is, and the field in it; whether there is one."""
        for number, sign in enumerate(self._signs):
            if place.kind in sign.kinds:
                self.go_to(number)
                self.current().show_place(place)
                return True
        return False

    def flush(self) -> None:
        """Commit what was typed in any of them."""
        for page in self._made.values():
            page.flush()

    def _show(self, number: int) -> None:
        before, page = self._stack.currentWidget(), self.page(number)
        page.ensure_built()
        if page.corner is not None and self._row.indexOf(page.corner) < 0:
            self._row.addWidget(page.corner)
        for each in self._made.values():
            if each.corner is not None:
                each.corner.setVisible(each is page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self.left.emit(before)

    def _load_another(self) -> None:
        """The window opened with one tab; who asks for another does not wait for its code."""
        if anything_at_work():
            self._next.start()
            return
        for number in range(len(self._signs)):
            if number not in self._made:
                self.page(number)
                return
