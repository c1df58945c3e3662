"""The page of an open workbook: header, the year's steps, the tabs, the review beside them.

It is loaded with the first workbook: until then the window stands without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from ita_desktop.ui.header import Header
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.reviewer import Reviewer
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab, TabPages
from ita_desktop.ui.tabs import SIGNS
from ita_desktop.ui.theme import theme
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.year_strip import YearStrip

if TYPE_CHECKING:
    from ita_desktop.ui.review_panel import ReviewPanel

_ROOM_FOR_BOTH = 1160
"""Pixels that the tabs and the review beside them need."""
_NO_YEAR = "สมุดงานนี้ยังไม่มีปีที่ประเมิน เพิ่มปีแรกแล้วใส่คะแนนได้เลย"


class WorkPage(QWidget):
    add_year = Signal()
    rules_wanted = Signal()
    """What the review looks for is to be explained."""

    def __init__(self, session: Session, jobs: Jobs, reviewer: Reviewer) -> None:
        super().__init__()
        self._session, self._reviewer = session, reviewer
        self.header = Header(session)
        self.strip = YearStrip(session)
        self.tabs = TabPages(SIGNS, lambda sign: sign.load(session, jobs))
        self._no_year = EmptyState("calendar", _NO_YEAR, "เพิ่มปี", self.add_year.emit)
        self._lay_out()
        self.header.add_year.connect(self.add_year)
        self.header.review.toggled.connect(self._show_review)
        self.strip.chosen.connect(lambda step: session.show(step.place))
        self.tabs.left.connect(Tab.flush)
        reviewer.found.connect(lambda: self.header.show_problems(reviewer.problems))
        session.year_chosen.connect(self._show_year)

    def _lay_out(self) -> None:
        self._sides = QSplitter()
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self.tabs)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sides)
        self._stack.addWidget(self._no_year)
        column = column_in(self, spacing=0)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    @cached_property
    def review(self) -> ReviewPanel:
        """Made when it is first wanted."""
        from ita_desktop.ui.review_panel import ReviewPanel

        panel = ReviewPanel(self._session, self._reviewer)
        panel.help_wanted.connect(self.rules_wanted)
        panel.going.connect(self._make_way)
        panel.closed.connect(lambda: self.header.review.setChecked(False))
        panel.hide()
        self._sides.addWidget(panel)
        self._sides.setStretchFactor(0, 1)
        self._sides.setStretchFactor(1, 0)
        self._sides.setSizes([1000, 320])
        return panel

    def _show_review(self, shown: bool) -> None:
        self.review.setVisible(shown)
        self._share_room()

    def _share_room(self) -> None:
        """A small screen has room for the tabs or the review: who goes to a problem sees the tabs again."""
        small = self.width() < _ROOM_FOR_BOTH * theme().zoom
        alone = small and self.review.isVisibleTo(self._sides)
        self.review.stand(alone=alone)
        self.tabs.setHidden(alone)

    def _make_way(self) -> None:
        if self.tabs.isHidden():
            self.header.review.setChecked(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "review" in vars(self):
            self._share_room()

    def _show_year(self) -> None:
        self._stack.setCurrentWidget(self._sides if self._session.year is not None else self._no_year)
        self.strip.setVisible(self._session.year is not None)
