"""What became of one measure by one round: the form on the right."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.records import Evidence, FollowUp
from ita_desktop.ui import reading
from ita_desktop.ui.form import Form
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP, NEAR, row_height
from ita_desktop.ui.widgets.buttons import icon_button, verb_button
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.labels import label
from ita_desktop.ui.words import STATES

TITLES = {
    "state": "สถานะ",
    "progress": "ความก้าวหน้า",
    "reported": "วันที่รายงาน",
    "result": "ผลการดำเนินการ",
    "obstacles": "ปัญหาและข้อเสนอแนะ",
}


class ReportForm(Form):
    def __init__(self, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        states = ChoiceField([(state, look.text) for state, look in STATES.items()])
        self.add("state", TITLES["state"], states, wide=False)
        progress = LineField(reading.percent, lambda value: "" if value is None else str(value), hint="0–100")
        self.add("progress", "ความก้าวหน้า (ร้อยละ)", progress, wide=False)
        self.add("reported", TITLES["reported"], DateEdit(today), wide=False)
        self.add("result", TITLES["result"], TextField(least=4, hint="ทำอะไรไปแล้ว เกิดผลอย่างไร"))
        self.add("obstacles", TITLES["obstacles"], TextField(least=2))

    def show_report(self, report: FollowUp) -> None:
        self.load({name: getattr(report, name) for name in TITLES})


@dataclass(frozen=True, slots=True)
class _Line:
    """One piece of evidence and its place; the last line is empty, to write in."""

    id: int
    evidence: Evidence


class EvidenceList(QWidget):
    """Evidence as a small table: a title and a link. Writing in the last line adds one."""

    committed = Signal(object)
    """All evidence, as it should be."""
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._value: tuple[Evidence, ...] = ()
        self._model = RecordTable(
            (
                Column(title="หลักฐาน", value=lambda line: line.evidence.title, read=str.strip),
                Column(
                    title="ลิงก์บนเว็บไซต์",
                    value=lambda line: line.evidence.link or line.evidence.file,
                    read=_read_link,
                    tip=lambda line: line.evidence.link,
                ),
            ),
            parent=self,
        )
        self._model.edited.connect(self._edit)
        self._model.refused.connect(self.refused)
        self.table = Table(self._model, "หลักฐาน")
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        open_ = verb_button("เปิดลิงก์", "link", "เปิดลิงก์ของหลักฐานที่เลือก")
        open_.clicked.connect(self._open)
        away = icon_button("delete", "ลบหลักฐานที่เลือก")
        away.clicked.connect(self._delete)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label("หลักฐาน", tone="muted", rank="small"))
        head.addStretch()
        head.addWidget(open_)
        head.addWidget(away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addLayout(head)
        column.addWidget(self.table)

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        self._value = evidence
        lines = [_Line(number, piece) for number, piece in enumerate(evidence)]
        self.table.show_records([*lines, _Line(len(evidence), Evidence(title=""))])
        shown = min(len(evidence) + 1, 5)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + shown * row_height() + NEAR)

    def _edit(self, edits: list[Edit]) -> None:
        pieces = dict(enumerate(self._value))
        for edit in edits:
            piece = pieces.get(edit.record.id, Evidence(title=""))
            named = edit.column.title == "หลักฐาน"
            pieces[edit.record.id] = replace(piece, title=edit.value) if named else replace(piece, link=edit.value)
        self.committed.emit(tuple(piece for piece in pieces.values() if piece.title or piece.link or piece.file))

    def _delete(self) -> None:
        gone = {line.id for line in self.table.selected_records()}
        kept = tuple(piece for number, piece in enumerate(self._value) if number not in gone)
        if kept != self._value:
            self.committed.emit(kept)

    def _open(self) -> None:
        line = self.table.current_record()
        if line is not None and line.evidence.link:
            QDesktopServices.openUrl(QUrl(line.evidence.link))


def _read_link(text: str) -> str:
    link = text.strip()
    if link and not link.lower().startswith(("http://", "https://")):
        if " " in link or "." not in link:
            raise ItaError(f"“{link}” ไม่ใช่ลิงก์", do="คัดลอกที่อยู่จากช่องด้านบนของเว็บเบราว์เซอร์ ขึ้นต้นด้วย https://")
        return f"https://{link}"
    return link
