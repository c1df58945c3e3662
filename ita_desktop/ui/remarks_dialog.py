"""What the assessor wrote about items that lost points, kept beside their scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from ita_desktop.actions import scores
from ita_desktop.domain.framework import Item
from ita_desktop.domain.records import Remark, Year
from ita_desktop.domain.scoring import FULL, half_up
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped


@dataclass(frozen=True, slots=True)
class Line:
    item: Item
    score: Decimal | None
    remark: str

    @property
    def id(self) -> str:
        return self.item.code


def lines(year: Year, *, all_items: bool) -> list[Line]:
    """Items with a remark or with points lost; or all of the year."""
    said = {remark.item: remark.text for remark in year.remarks}
    listed = [Line(item, year.item_scores.get(item.code), said.get(item.code, "")) for item in year.framework.items]
    return [line for line in listed if all_items or line.remark or (line.score is not None and line.score < FULL)]


class RemarksDialog(QDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("ข้อเสนอแนะของผู้ประเมิน")
        resize_to_fit(self, 860, 560)
        self._model = RecordTable(
            (
                Column(title="ข้อ", value=lambda line: line.item.code, width=64),
                Column(title="เรื่อง", value=lambda line: line.item.title, width=280, tip=lambda line: line.item.title),
                Column(
                    title="คะแนน",
                    value=lambda line: "" if line.score is None else str(half_up(line.score)),
                    sort=lambda line: line.score,
                    right=True,
                    width=80,
                ),
                Column(title="ข้อเสนอแนะ", value=lambda line: line.remark, read=str.strip, tip=lambda line: line.remark),
            ),
            parent=self,
        )
        self._model.edited.connect(self._save)
        self.table = Table(self._model, "ข้อเสนอแนะของผู้ประเมิน")
        self.table.set_rows_high(1.5)
        self.everything = QCheckBox("แสดงทุกข้อ")
        self.everything.toggled.connect(self._show)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Wrapped("คัดลอกจากผลการประเมินของ ป.ป.ช. มาเก็บไว้ข้างคะแนนของข้อนั้น", tone="muted"), 1)
        head.addWidget(self.everything)
        column = column_in(self, margin=PANEL)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(closing_row(self))
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        year = self._session.year
        if year is not None:
            self.table.show_records(lines(year, all_items=self.everything.isChecked()))

    def _save(self, edits: list[Edit]) -> None:
        remarks = [Remark(item=edit.record.item.code, text=edit.value) for edit in edits]
        self._session.run_in_year(scores.set_remarks, *remarks)
