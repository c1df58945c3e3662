"""The rounds of a year: their names and due dates."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ita_desktop.actions import followups
from ita_desktop.domain.problems import Place
from ita_desktop.domain.progress import rounds_in_order
from ita_desktop.domain.records import Round
from ita_desktop.ui import reading
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped


class RoundsDialog(QDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("รอบติดตาม")
        resize_to_fit(self, 520, 380)
        self._model = RecordTable(
            (
                Column(title="ชื่อรอบ", field="name", value=lambda r: r.name, read=str.strip),
                Column(
                    title="วันครบกำหนด",
                    field="due",
                    value=lambda r: reading.day_text(r.due),
                    read=reading.day,
                    width=180,
                ),
            ),
            parent=self,
        )
        self._model.edited.connect(self._save)
        self._model.refused.connect(session.messages.error)
        self.table = Table(self._model, "รอบติดตาม")
        add = verb_button("เพิ่มรอบ", "add")
        add.clicked.connect(self.add)
        self.usual = verb_button("ใช้รอบที่ใช้กันทั่วไป", "calendar", "เพิ่มรอบตามที่หน่วยงานส่วนใหญ่ใช้ ในปีที่ดำเนินมาตรการ")
        self.usual.clicked.connect(self.add_usual)
        away = verb_button("ลบรอบ", "delete", "ลบรอบที่เลือกและผลการติดตามของรอบนั้น เลิกทำได้")
        away.clicked.connect(self.delete)
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        for button in (add, self.usual, away):
            verbs.addWidget(button)
        verbs.addStretch()
        column = column_in(self, margin=PANEL)
        column.addWidget(Wrapped("แต่ละมาตรการรายงานผลทุกรอบ กด F2 หรือพิมพ์ทับเพื่อแก้ชื่อและวัน", tone="muted"))
        column.addLayout(verbs)
        column.addWidget(self.table, 1)
        column.addLayout(closing_row(self))
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        year = self._session.year
        if year is not None:
            self.table.show_records(rounds_in_order(year))
            self.usual.setVisible(not year.rounds and bool(year.framework.rounds))

    def show_place(self, place: Place) -> None:
        self.table.go_to(place.id, 1 if place.field == "due" else 0)
        self.table.setFocus()

    def add(self) -> None:
        year = self._session.year
        if year is not None:
            id = self._session.run(followups.add_round, year.number, f"รอบที่ {len(year.rounds) + 1}")
            if id is not None:
                self.table.go_to(id, 1)
                self.table.setFocus()

    def add_usual(self) -> None:
        self._session.run_in_year(followups.add_usual_rounds)

    def delete(self) -> None:
        round = self.table.current_record()
        if round is not None:
            self._session.run_in_year(followups.delete_round, round)

    def _save(self, edits: list[Edit]) -> None:
        changed: dict[str, Round] = {}
        for edit in edits:
            round: Round = changed.get(edit.record.id) or edit.record
            if edit.value or edit.column.field != "name":  # a round without a name could not be told from another
                changed[round.id] = replace(round, **{edit.column.field: edit.value})
        self._session.run_in_year(followups.change_rounds, *changed.values())
