"""The page of an open workbook: header, the year's steps, the tabs, the review beside them.

It is loaded with the first workbook: until then the window stands without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.ui.header import Header
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.reviewer import Reviewer
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab, TabPages
from ita_desktop.ui.tabs import SIGNS
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.year_strip import YearStrip

if TYPE_CHECKING:
    from ita_desktop.ui.review_panel import ReviewPanel

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    @cached_property
    def review(self) -> ReviewPanel:
        """Made when it is first wanted."""
        from ita_desktop.ui.review_panel import ReviewPanel

        panel = ReviewPanel(self._session, self._reviewer)
        panel.help_wanted.connect(self.rules_wanted)
        panel.closed.connect(lambda: self.header.review.setChecked(False))
        panel.hide()
        self._sides.addWidget(panel)
        self._sides.setStretchFactor(0, 1)
        self._sides.setStretchFactor(1, 0)
        self._sides.setSizes([1000, 320])
        return panel

    def _show_review(self, shown: bool) -> None:
        self.review.setVisible(shown)

    def _show_year(self) -> None:
        self._stack.setCurrentWidget(self._sides if self._session.year is not None else self._no_year)
        self.strip.setVisible(self._session.year is not None)
