"""The follow-up tab: measures down, rounds across, and the report of the chosen cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import followups
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Evidence, FollowUp, FollowUpState, Measure, Round, Year
from ita_desktop.papers.progress import SETTLED, rounds_in_order
from ita_desktop.ui import reading
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import RecordTable
from ita_desktop.ui.tabs.followups.columns import FIRST_ROUND, MeasureRow, columns, measure_rows
from ita_desktop.ui.tabs.followups.report_form import TITLES, EvidenceList, ReportForm
from ita_desktop.ui.tabs.followups.rounds import RoundsDialog
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, label
from ita_desktop.ui.words import OVERDUE, STATES

_LATE = "late"


class FollowUpsTab(Tab):
    title = "การติดตาม"
    icon = "followup"
    help = "followups"
    concerns = frozenset({"measure", "round", "followup"})
    kinds = frozenset({"followup", "round"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chosen: tuple[Measure, Round] | None = None
        self._rounds: tuple[Round, ...] | None = None

    @override
    def build(self) -> None:
        self.model = RecordTable((), parent=self)
        self.table = Table(self.model, "มาตรการและรอบติดตาม")
        self.table.set_rows_high(1.5)
        self.table.allow_sorting()
        self.table.selectionModel().currentChanged.connect(self._look_at_cell)
        self.form = ReportForm(self.session.today)
        self.form.committed.connect(self._save)
        self.evidence = EvidenceList()
        self.evidence.committed.connect(self._save_evidence)
        self.evidence.refused.connect(self.session.messages.error)
        self._measure_title = Wrapped(rank="heading")
        self._round_title = Wrapped(tone="muted", rank="small")
        self.detail = Detail(EmptyState("followup", "เลือกช่องของมาตรการและรอบที่จะรายงาน"))
        for part in (self._measure_title, self._round_title, self.form, self.evidence):
            self.detail.add(part)
        self._summary = label(tone="muted")
        self._rounds_button = verb_button("รอบติดตาม", "calendar", "กำหนดรอบและวันครบกำหนดรายงาน")
        self._rounds_button.clicked.connect(self.edit_rounds)
        states = [("", "ทุกสถานะ"), (_LATE, OVERDUE.text), *((s.value, look.text) for s, look in STATES.items())]
        self._state = ChoiceField(states, as_wide_as_words=True)
        self._state.setAccessibleName("กรองตามสถานะ")
        self._state.set_value("")
        self._state.committed.connect(self._filter)
        self._empty = EmptyState("followup", "", "กำหนดรอบติดตาม", self._next_step)
        self.setFocusProxy(self.table)
        self._lay_out()

    def _lay_out(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        verbs.addWidget(self._rounds_button)
        verbs.addWidget(self._state)
        verbs.addStretch()
        verbs.addWidget(self._summary)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(verbs)
        column.addWidget(self.table, 1)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(PANEL)
        self._halves.addWidget(self._left)
        self._halves.addWidget(self.detail)
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 2)
        self._halves.setSizes([800, 480])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        whole.addWidget(self._halves)
        whole.addWidget(self._empty)

    # Showing

    @override
    def forget(self) -> None:
        self._chosen = None
        self._rounds = None

    @override
    def refresh(self) -> None:
        year = self.session.year
        assert year is not None
        ready = bool(year.measures and year.rounds)
        self._halves.setVisible(ready)
        self._empty.setVisible(not ready)
        if year.measures:
            self._empty.say("ยังไม่ได้กำหนดว่าจะติดตามกี่รอบ ครบกำหนดเมื่อใด", "กำหนดรอบติดตาม")
        else:
            self._empty.say("ยังไม่มีมาตรการให้ติดตาม เขียนมาตรการก่อน", "ไปที่มาตรการ")
        rounds = rounds_in_order(year)
        if rounds != self._rounds:
            self._rounds = rounds
            self.model.set_columns(columns(year))
        self.table.show_records(measure_rows(year, self.session.today()))
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.choose(self.model.index(0, FIRST_ROUND))
        self._summarise(year)
        self._show_report()

    def _summarise(self, year: Year) -> None:
        rows: tuple[MeasureRow, ...] = self.model.records()
        done = sum(row.far.state in SETTLED for row in rows)
        late = sum(row.far.late for row in rows)
        words = [f"มาตรการ {len(year.measures)} ข้อ", f"แล้วเสร็จ {done}", f"เกินกำหนด {late}" if late else ""]
        self._summary.setText(" · ".join(filter(None, words)))

    def _filter(self) -> None:
        wanted = self._state.value()
        if not wanted:
            self.model.set_filter(None)
        elif wanted == _LATE:
            self.model.set_filter(lambda row: row.far.late)
        else:
            self.model.set_filter(lambda row: row.far.state.value == wanted)

    def _look_at_cell(self) -> None:
        self.form.flush()
        index = self.table.currentIndex()
        self._chosen = None
        if index.isValid() and self._rounds:
            place = max(index.column() - FIRST_ROUND, 0)
            if place < len(self._rounds):
                self._chosen = (self.model.record(index).measure, self._rounds[place])
        self._show_report()

    def _show_report(self) -> None:
        self.detail.show_form(self._chosen is not None)
        if self._chosen is None:
            return
        measure, round = self._chosen
        report = self._report()
        self._measure_title.say(measure.title or "มาตรการที่ยังไม่มีชื่อ")
        due = f" · ครบกำหนด {reading.day_text(round.due)}" if round.due else ""
        late = report.state not in SETTLED and round.due is not None and round.due < self.session.today()
        self._round_title.say(f"{round.name}{due}" + (" · เลยกำหนดแล้ว" if late else ""))
        self.form.show_report(report)
        self.evidence.show_evidence(report.evidence)

    def _report(self) -> FollowUp:
        assert self._chosen is not None
        measure, round = self._chosen
        empty = FollowUp(measure=measure.id, round=round.id)
        year = self.session.year
        return next((r for r in year.followups if r.id == empty.id), empty) if year else empty

    @override
    def commit_typed(self) -> None:
        self.form.flush()

    @override
    def show_place(self, place: Place) -> None:
        self._state.set_value("")
        self.model.set_filter(None)
        measure, _, round = (place.id or "").partition("/")
        numbers = [each.id for each in self._rounds or ()]
        column = FIRST_ROUND + numbers.index(round) if round in numbers else FIRST_ROUND
        if measure and self.table.go_to(measure, column) and place.field:
            self.form.focus(place.field.partition("[")[0], place.start, place.end)
        else:
            self.table.setFocus()

    # Verbs

    def edit_rounds(self) -> None:
        open_dialog(RoundsDialog(self.session, self))

    def _next_step(self) -> None:
        if self.session.year is not None and not self.session.year.measures:
            self.session.show(Place("measure"))
        else:
            self.edit_rounds()

    def _save(self, name: str, value: object) -> None:
        if self.session.year is None or self._chosen is None:
            return
        changed = replace(self._report(), **{name: value})  # type: ignore[arg-type]
        if name == "state" and changed.state is FollowUpState.DONE and changed.progress is None:
            changed = replace(changed, progress=100)
        self.session.run(followups.save_follow_up, self.session.year.number, changed, TITLES[name])

    def _save_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        if self.session.year is not None and self._chosen is not None:
            changed = replace(self._report(), evidence=evidence)
            self.session.run(followups.save_follow_up, self.session.year.number, changed, "หลักฐาน")
