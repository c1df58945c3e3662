"""The questions before papers go to a stick: which, as what, where to, and behind a password or not."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ita_desktop.delivery.drives import Drive
from ita_desktop.domain.records import Year
from ita_desktop.papers.registry import PAPERS
from ita_desktop.review import review
from ita_desktop.ui.dialogs import foot_row
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.papers.checking import errors, of_paper
from ita_desktop.ui.stick.drive_choice import DriveChoice
from ita_desktop.ui.stick.password import PasswordFields
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, row_in, scrolled
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, card, heading

_USUAL = ("memo", "report", "measures")
_FORMATS = [("pdf", "PDF พร้อมพิมพ์และเผยแพร่"), ("docx", "Word แก้ไขต่อได้"), ("pdf docx", "ทั้ง PDF และ Word")]


class ChoicePage(QWidget):
    send = Signal()
    cancel = Signal()

    def __init__(
        self,
        year: Year,
        today: datetime.date,
        drives: Callable[[], tuple[Drive, ...]],
        messages: Messages,
        *,
        first: str,
    ) -> None:
        super().__init__()
        found = errors(review(year, today))
        self._wrong = {paper: len(of_paper(found, paper)) for paper in PAPERS}
        self.papers = {name: QCheckBox(kind.title) for name, kind in PAPERS.items()}
        for name, box in self.papers.items():
            box.setChecked(name == first if first else name in _USUAL)
            box.toggled.connect(self._show)
        self.formats = ChoiceField(_FORMATS)
        self.formats.setAccessibleName("ชนิดของไฟล์")
        self.formats.set_value("pdf")
        self.formats.committed.connect(lambda _formats: self._show())
        self.stamp = QCheckBox("ประทับคำว่า “ร่าง” ในเอกสารเหล่านี้")
        self.stamp.setChecked(True)
        self.wrong = Wrapped(tone="bad", rank="small")
        self.drives = DriveChoice(drives, messages)
        self.password = PasswordFields()
        self.go = QPushButton()
        self.go.setProperty("look", "main")
        self.go.setDefault(True)
        self.go.clicked.connect(self.send)
        leave = QPushButton("ยกเลิก")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.cancel)
        self._lay_out(leave)
        self.drives.chosen.connect(self._show)
        self._show()

    def _lay_out(self, leave: QPushButton) -> None:
        inside = QWidget()
        inside.setProperty("ground", "plain")
        parts = row_in(inside, spacing=PANEL)
        papers = card()
        lines = QVBoxLayout(papers)
        lines.setContentsMargins(PANEL, GAP, PANEL, GAP)
        lines.setSpacing(NEAR)
        lines.addWidget(heading("เอกสาร"))
        for box in self.papers.values():
            lines.addWidget(box)
        lines.addStretch()
        place = card()
        lines = QVBoxLayout(place)
        lines.setContentsMargins(PANEL, GAP, PANEL, GAP)
        lines.setSpacing(GAP)
        lines.addWidget(heading("ไปที่"))
        lines.addWidget(self.drives)
        lines.addWidget(heading("เป็น"))
        lines.addWidget(self.formats)
        lines.addWidget(self.password)
        lines.addWidget(self.wrong)
        lines.addWidget(self.stamp)
        lines.addStretch()
        parts.addWidget(papers, 1)
        parts.addWidget(place, 1)
        area = scrolled(inside)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        foot = foot_row(leave, self.go)
        column = column_in(self, spacing=PANEL)
        column.addWidget(area, 1)
        column.addLayout(foot)

    def wanted(self) -> list[tuple[str, str, bool]]:
        """Paper, format, and whether it is stamped as a draft."""
        return [
            (name, format, bool(self._wrong[name]) and self.stamp.isChecked())
            for name in self._ticked()
            for format in str(self.formats.value()).split()
        ]

    def _ticked(self) -> list[str]:
        return [name for name, box in self.papers.items() if box.isChecked()]

    def _show(self) -> None:
        ticked = self._ticked()
        wrong = [f"{PAPERS[name].title} {self._wrong[name]} จุด" for name in ticked if self._wrong[name]]
        self.wrong.say(f"ยังมีข้อผิดพลาด: {', '.join(wrong)}")
        self.wrong.setVisible(bool(wrong))
        self.stamp.setVisible(bool(wrong))
        count = len(self.wanted())
        self.go.setText(f"ส่ง {count} ไฟล์" if count else "ส่ง")
        self.go.setEnabled(bool(count) and self.drives.drive is not None)
