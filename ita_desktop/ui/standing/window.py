"""The window of three questions about the scores. Nothing in it changes what is on record, but the table of others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.session import Session
from ita_desktop.ui.standing.others import OthersPage
from ita_desktop.ui.standing.target import TargetPage
from ita_desktop.ui.standing.trend import TrendPage
from ita_desktop.ui.theme import GAP, PANEL


class StandingWindow(QDialog):
    def __init__(self, session: Session, jobs: Jobs, fonts: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("วิเคราะห์คะแนน")
        resize_to_fit(self, 1120, 680)
        self.target = TargetPage()
        self.trend = TrendPage()
        self.others = OthersPage(session, jobs, fonts)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("วิเคราะห์คะแนน")
        self.tabs.tabBar().setAccessibleName("วิเคราะห์คะแนน")
        self.tabs.addTab(self.target, "ตั้งเป้าคะแนน")
        self.tabs.addTab(self.trend, "หลายปี")
        self.tabs.addTab(self.others, "เทียบกับหน่วยงานอื่น")
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        column.setSpacing(GAP)
        column.addWidget(self.tabs, 1)
        column.addLayout(closing_row(self))
        for key, verb in (("Ctrl+Z", session.undo), ("Ctrl+Y", session.redo), ("Ctrl+Shift+Z", session.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(verb)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        year = self._session.year
        if year is None:
            self.reject()
            return
        self.target.show_year(year)
        self.trend.show_year(year)
        self.others.show_year(year)
