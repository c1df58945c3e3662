"""The OIT items of the year as a table to type in, with everything about the chosen one beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.actions import checklist
from ita_desktop.domain.oit import OitItem, from_last_year, oit_items, states
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import ChecklistEntry, Year
from ita_desktop.ui.oit.columns import COLUMN_OF, COLUMNS, Heading, ItemRow, Row, rows
from ita_desktop.ui.oit.form import OitPanel
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Edit, RecordTable
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.filters import Filters
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.words import NOBODY, OVERDUE, STATES

_LATE, _DUE, _NO_LINK, _NOBODY = "late", "due", "no-link", "nobody"


class OitView(QWidget):
    opened = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: tuple[OitItem, ...] = ()
        self.model = RecordTable(COLUMNS, stripe=type, parent=self)
        self.model.edited.connect(self._save_cells)
        self.model.refused.connect(session.messages.error)
        self.table = Table(self.model, "รายการข้อมูล OIT")
        self.table.set_rows_high(1.4)
        self.table.current.connect(self._look_at)
        self.panel = OitPanel(session)
        self.panel.committed.connect(self._save)
        self.filters = Filters({"state": "สถานะ", "owner": "ผู้รับผิดชอบ"})
        self.filters.changed.connect(self._show_rows)
        self.last_year = verb_button("ยกจากปีก่อน", "restore", "เติมผู้รับผิดชอบและลิงก์ของปีก่อน เฉพาะช่องที่ยังว่าง")
        self.last_year.clicked.connect(self.take_from_last_year)
        self.paper = verb_button("พิมพ์รายการ", "paper", "ดูและพิมพ์รายการข้อมูลสาธารณะ (OIT)")
        self.paper.clicked.connect(lambda: session.show(Place("papers", "checklist")))
        self.summary = Wrapped(tone="muted")
        self._lay_out()

    def _lay_out(self) -> None:
        verbs = QWidget()
        flow = FlowLayout(verbs)
        flow.setSpacing(GAP)
        for button in (self.filters, self.last_year, self.paper):
            flow.addWidget(button)
        left = QWidget()
        column = column_in(left)
        column.addWidget(verbs)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        halves = side_by_side(left, self.panel, sizes=(960, 340), stretch=(3, 1))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    # Showing

    def forget(self) -> None:
        self.filters.clear()
        self.panel.form.forget()

    def show_year(self, year: Year) -> None:
        self._items = oit_items(year)
        self.last_year.setEnabled(bool(from_last_year(year)))
        special = [
            (_LATE, OVERDUE.text),
            (_DUE, "เกินกำหนดหรือครบกำหนดเดือนนี้"),
            (_NO_LINK, "ยังไม่มีลิงก์"),
            (_NOBODY, NOBODY),
        ]
        self.filters.set_choices("state", [*special, *((state, look.text) for state, look in STATES.items())])
        owners = dict.fromkeys(item.entry.owner for item in self._items if item.entry.owner)
        self.filters.set_choices("owner", [(owner, owner) for owner in owners])
        self._show_rows()

    def _show_rows(self) -> None:
        year, today = self._session.year, self._session.today()
        if year is None:
            return
        wanted = [item for item in self._items if self._wanted(item)]
        listed = rows(year, wanted, today)
        self.table.show_records(listed)
        self._span_headings(listed)
        if not self.table.currentIndex().isValid() and wanted:
            self.table.go_to(wanted[0].code, COLUMN_OF["owner"])
        self._summarise(wanted)
        self._look_at(self.table.current_record())

    def _span_headings(self, listed: list[Row]) -> None:
        self.table.clearSpans()
        for number, row in enumerate(listed):
            if isinstance(row, Heading):
                self.table.setSpan(number, 0, 1, self.model.columnCount())

    def _wanted(self, item: OitItem) -> bool:
        state, owner = self.filters.value("state"), self.filters.value("owner")
        if owner is not None and item.entry.owner != owner:
            return False
        if state in (_LATE, _DUE):
            today = self._session.today()
            return item.days_late(today) > 0 or (state == _DUE and item.due_this_month(today))
        if state == _NO_LINK:
            return not item.entry.link
        return not item.entry.owner if state == _NOBODY else state is None or item.entry.state == state

    def _summarise(self, items: list[OitItem]) -> None:
        found = states(items)
        late = sum(item.days_late(self._session.today()) > 0 for item in items)
        words = [f"{len(items)} ข้อ", *(f"{look.text} {found[state]}" for state, look in STATES.items() if found[state])]
        self.summary.say(" · ".join([*words, *([f"{OVERDUE.text} {late}"] if late else [])]))

    def _look_at(self, row: Row | None) -> None:
        self.panel.form.flush()
        year = self._session.year
        if isinstance(row, ItemRow) and year is not None:
            self.panel.show_item(year, row.item, row.days_late)
        else:
            self.panel.show_nothing()

    def flush(self) -> None:
        self.panel.form.flush()

    def go_to(self, code: str, field: str) -> None:
        self.filters.clear()
        if code:
            self.table.go_to(code, COLUMN_OF.get(field, COLUMN_OF["owner"]))
        self.table.setFocus()

    def show_due(self) -> None:
        """What is late, and what is to be done this month."""
        self.filters.clear()
        self.filters.choose("state", _DUE)
        self.table.setFocus()

    # Verbs

    def take_from_last_year(self) -> None:
        self.flush()
        count = self._session.run_in_year(checklist.take_from_last_year)
        if count:
            self._session.said.emit(f"เติมจากปีก่อนแล้ว {count} ข้อ")

    def _save_cells(self, edits: list[Edit]) -> None:
        """A range that was pasted or filled is one step."""
        changed: dict[str, ChecklistEntry] = {}
        for edit in edits:
            item: OitItem = edit.record.item
            entry = changed.get(item.code, item.entry)
            changed[item.code] = replace(entry, **{edit.column.field: edit.value})
        what = edits[0].column.title if len(edits) == 1 else ""
        self._session.run_in_year(checklist.save_entries, *changed.values(), what=what)

    def _save(self, entry: ChecklistEntry, what: str) -> None:
        self._session.run_in_year(checklist.save_entries, entry, what=what)
