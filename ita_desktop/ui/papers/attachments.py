"""Photographs and signed papers at the end of the report: added, named, put in order, taken out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ita_desktop.actions import appendix
from ita_desktop.actions.appendix import Attachment
from ita_desktop.actions.pictures import read_picture_or_pdf
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.papers.lines_table import LineColumn, LinesTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.labels import Wrapped

ATTACHMENTS = FileKind("ภาพหรือ PDF", ".png *.jpg *.jpeg *.pdf")
_HINT = "ภาพการประชุม คำสั่งหรือบันทึกที่ลงนามแล้ว พิมพ์ต่อจากคำสั่งและระเบียบวาระ คำบรรยายอยู่ใต้ภาพ ไฟล์ละไม่เกิน 10 MB"


class Attachments(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._options = session, PaperOptions()
        self.lines = LinesTable(
            "ภาพและเอกสารท้ายรายงาน",
            [LineColumn("caption", "คำบรรยาย", share=1)],
            Attachment(),
            lambda attachment: not attachment.picture,
        )
        self.lines.committed.connect(self._keep)
        self.add = QPushButton("เพิ่มภาพหรือ PDF")
        self.add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Wrapped(_HINT, tone="muted", rank="small"))
        column.addWidget(self.add)
        column.addWidget(self.lines)

    def show_year(self, year: int, options: PaperOptions) -> None:
        self._options = options
        found = self._session.run(appendix.attachments, year) or ()
        self.lines.setVisible(bool(found))
        self.lines.show_records(found)

    def _add(self) -> None:
        year = self._session.year
        paths = self._session.messages.open_files("เพิ่มภาพหรือ PDF ท้ายรายงาน", [ATTACHMENTS], Path.home())
        if year is None or not paths:
            return
        files = self._session.attempt(lambda: [read_picture_or_pdf(path) for path in paths])
        if files is not None:
            self._session.run(appendix.attach, year.number, files, self._options)

    def _keep(self, kept: tuple[Attachment, ...], what: str) -> None:
        if self._session.year is not None:
            kept = tuple(replace(one, caption=one.caption.strip()) for one in kept)
            self._session.run(appendix.keep_attachments, self._session.year.number, kept, what)
