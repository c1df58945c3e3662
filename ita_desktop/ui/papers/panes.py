"""What the papers window shows side by side: the papers, the pages, the texts; under them problems and ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ita_desktop.ui.papers.foot import Foot
from ita_desktop.ui.papers.paper_list import PaperList
from ita_desktop.ui.papers.preview import Preview
from ita_desktop.ui.papers.problem_list import ProblemList
from ita_desktop.ui.papers.side import Side
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.labels import heading


class Panes(QWidget):
    def __init__(self, papers: PaperList, preview: Preview, side: Side, problems: ProblemList, foot: Foot) -> None:
        super().__init__()
        self._papers, self._preview, self._side, self._problems, self._foot = papers, preview, side, problems, foot
        self.title = heading("")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(PANEL, GAP, 0, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(papers, 1)
        thirds = QSplitter()
        thirds.setChildrenCollapsible(False)
        thirds.setHandleWidth(GAP)
        for at, (widget, least) in enumerate(((left, 170), (preview, 340), (side, 290))):
            widget.setMinimumWidth(least)
            thirds.addWidget(widget)
            thirds.setStretchFactor(at, (1, 4, 2)[at])
        thirds.setSizes([236, 720, 410])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(thirds, 1)
        column.addWidget(problems)
        column.addWidget(foot)

    def go_on(self) -> None:
        """From the list to the pages, the texts, and to the list again."""
        if self._papers.hasFocus():
            self._preview.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._preview.view.hasFocus():
            self._side.focus()
        else:
            self._papers.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_problems(self) -> None:
        if self._foot.count.button.isEnabled():
            self._foot.count.button.setChecked(True)
            self._problems.setFocus(Qt.FocusReason.ShortcutFocusReason)
