"""The measures tab: a list under headings with the form of the chosen one, the same as a table, or over the year."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QAction
from typing_extensions import override

from ita_desktop.actions import measures
from ita_desktop.domain.measure_facts import indicator_of
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Measure, Year
from ita_desktop.thai.periods import period_or_words
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.draft_bar import DraftBar
from ita_desktop.ui.list_pane import ListPane
from ita_desktop.ui.record_list import Entry
from ita_desktop.ui.record_tab import AS_LIST, AS_TABLE, TABLE, Kind, RecordTab
from ita_desktop.ui.tabs.measures.columns import COLUMNS, MeasureRow, measure_rows
from ita_desktop.ui.tabs.measures.entries import GROUPINGS, IN_THE_PAPER, LATE, entries, state_key
from ita_desktop.ui.tabs.measures.form import TITLES, MeasureForm
from ita_desktop.ui.tabs.measures.timeline import Timeline
from ita_desktop.ui.widgets.buttons import icon_button, more_button, verb, verb_button
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.filters import Filters
from ita_desktop.ui.widgets.score_line import ScoreLine
from ita_desktop.ui.widgets.segments import Way
from ita_desktop.ui.words import NOBODY, OVERDUE, STATES

_DELETE = "ลบมาตรการที่เลือก"
_DRAFTED = {name: TITLES[name] for name in ("title", "analysis", "steps", "followup")}
TIME = "time"
_AS_TIMELINE = Way(TIME, "ช่วงเวลา", "view-time", "มาตรการบนปฏิทินของปีงบประมาณ")
_STATES = [(LATE, OVERDUE.text), *((state.value, look.text) for state, look in STATES.items())]
_GENERAL = -1
"""Of no indicator of its own."""


class MeasuresTab(RecordTab):
    kind = Kind(
        name="measure",
        plural="measures",
        record=Measure,
        titles=TITLES,
        first="title",
        change=measures.change_measure,
        change_many=measures.change_measures,
        duplicate=measures.duplicate_measure,
        move=measures.move_measure,
        delete=measures.delete_measures,
        give_back=measures.give_measure_back,
    )
    concerns = frozenset({"measure", "finding", "scores", "followup", "round"})

    form: MeasureForm

    @override
    def build(self) -> None:
        self.score = ScoreLine()
        self.form = MeasureForm(lambda: self.session.year, self.session.today)
        self.form.committed.connect(self.save_field)
        self.drafts = DraftBar(self.session, _DRAFTED)
        self.drafts.renew.connect(self.draft_again)
        self.detail = Detail(EmptyState("measure", "", "ร่างให้", self._next_step))
        for part in (self.score, self.drafts, self.form):
            self.detail.add(part)
        verbs = self.seldom_verbs(keep="เก็บไว้ในคลังของหน่วยงาน")
        self.timeline = Timeline("มาตรการบนปฏิทินของปีงบประมาณ")
        self.pane = self._make_pane(verbs)
        self.make_table("ตารางมาตรการ", COLUMNS)
        ways = AS_LIST, AS_TABLE, _AS_TIMELINE
        self.put_together(ways, {TABLE: self.table, TIME: self.timeline}, verbs, delete=_DELETE)

    def _make_pane(self, verbs: list[QAction]) -> ListPane:
        add = verb_button("เพิ่ม", "add", "เพิ่มมาตรการ", key="Ctrl+Shift+N")
        add.clicked.connect(self.add)
        draft_all = verb_button("ร่างให้", "draft", "ร่างมาตรการของข้อค้นพบที่ยังไม่มีมาตรการ", key="Ctrl+R")
        draft_all.clicked.connect(self.draft)
        copy = verb_button("เลือกจากคลัง", "pages", "คัดลอกมาตรการจากปีก่อน จากคลังของหน่วยงาน หรือจากคลังตัวอย่าง", key="Ctrl+L")
        copy.clicked.connect(self.open_library)
        away = icon_button("delete", _DELETE, key="Delete")
        away.clicked.connect(self.delete)
        papers = verb(self, "ตัวอย่างตารางในเอกสาร", "view-table", "", lambda: self.session.show(Place("table-shapes")))
        effects = verb(self, "มาตรการปีก่อนได้ผลหรือไม่", "chart-change", "", lambda: self.session.show(Place("effects")))
        more = more_button([*verbs, papers, effects])
        filters = Filters({"owner": "ผู้รับผิดชอบ", "state": "สถานะ", "indicator": "ตัวชี้วัด"})
        filters.set_choices("state", _STATES)
        return ListPane("มาตรการ", (add, draft_all, copy, away, more), GROUPINGS, filters, of_a_record=(away,))

    # Showing

    @override
    def refresh(self) -> None:
        year = self.session.year
        assert year is not None
        self.form.show_year(year)
        if year.findings:
            self.detail.empty.say("ยังไม่มีมาตรการของปีนี้ ให้โปรแกรมร่างจากข้อค้นพบ หรือกดเพิ่มเพื่อเขียนเอง", "ร่างให้")
        else:
            self.detail.empty.say("ยังไม่มีมาตรการของปีนี้ มาตรการเริ่มจากข้อค้นพบ", "ไปที่ข้อค้นพบ")
        self._show_filters(year)
        self.show_list()

    def _show_filters(self, year: Year) -> None:
        owners = sorted({owner for measure in year.measures for owner in measure.owners})
        numbers = {indicator_of(year, measure) for measure in year.measures}
        indicators = [(i.number, f"{i.number}. {i.name}") for i in year.framework.indicators if i.number in numbers]
        nobody = [(NOBODY, NOBODY)] if any(not measure.owners for measure in year.measures) else []
        general = [(_GENERAL, "ทุกตัวชี้วัด")] if None in numbers else []
        self.pane.filters.set_choices("owner", [*((name, name) for name in owners), *nobody])
        self.pane.filters.set_choices("indicator", [*indicators, *general])

    @override
    def show_list(self) -> None:
        year, results, due = self.session.year, self.session.results, self.session.due
        if year is None or results is None or due is None:
            return
        filters, far = self.pane.filters, due.far
        owner, state, number = (filters.value(name) for name in ("owner", "state", "indicator"))

        def keep(entry: Entry) -> bool:
            measure: Measure = entry.record
            return (
                (owner is None or owner in (measure.owners or (NOBODY,)))
                and (state is None or state_key(entry, far) == state)
                and (number is None or number == (indicator_of(year, measure) or _GENERAL))
            )

        self.timeline.show_year(year.measures_year, year.rounds, due.today)
        grouping = str(self.pane.grouping.value()) if self.view is not self.table else IN_THE_PAPER
        listed = entries(year, results, grouping, far)
        self.show_entries(listed, keep, there_are_others=bool(year.measures))

    @override
    def rows(self, records: list[Measure]) -> list[MeasureRow]:
        year, due = self.session.year, self.session.due
        return measure_rows(year, records, due.far) if year is not None and due is not None else []

    @override
    def record_in(self, row: MeasureRow) -> Measure:
        return row.measure

    @override
    def fill_form(self, record: Measure, year: Year) -> None:
        number, results = indicator_of(year, record), self.session.results
        self.score.setVisible(number is not None)
        self.score.show_result(results.indicator(number) if number is not None and results is not None else None)
        self.form.load({name: getattr(record, name) for name in TITLES}, of=record.id)
        self.drafts.show_record(record)

    # Verbs

    def add(self) -> None:
        self.form.flush()
        self.go_to_new(self.session.run_in_year(measures.add_measure))

    def _next_step(self) -> None:
        year = self.session.year
        if year is not None and year.findings:
            self.draft()
        else:
            self.session.show(Place("finding"))

    def open_library(self) -> None:
        from ita_desktop.ui.tabs.measures.library_dialog import LibraryDialog

        if self.session.year is not None:
            self.form.flush()
            dialog = LibraryDialog(self.session, self)
            dialog.taken.connect(self.go_to_new)
            open_dialog(dialog)

    @override
    def keep_in_library(self) -> None:
        from ita_desktop.actions.own_phrases import keep_measure

        measure = self.current_as_typed()
        if measure is not None and self.session.run_in_year(keep_measure, measure) is not None:
            self.session.said.emit(f"เก็บ “{measure.title}” ไว้ในคลังของหน่วยงานแล้ว")

    @override
    def with_value(self, record: Measure, name: str, value: object) -> Measure:
        """A period in words is read as dates, where none are given yet."""
        changed: Measure = super().with_value(record, name, value)
        year = self.session.year
        if name != "period_text" or changed.start is not None or changed.end is not None or year is None:
            return changed
        period = period_or_words(changed.period_text, fiscal_year=year.measures_year)
        return replace(changed, start=period.start, end=period.end)
