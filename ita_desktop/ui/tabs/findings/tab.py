"""The findings tab: a list with the form of the chosen one and its score in sight; the same as a table."""

from __future__ import annotations

from PySide6.QtGui import QAction
from typing_extensions import override

from ita_desktop.actions import findings
from ita_desktop.domain.measure_facts import indicator_of_finding
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Finding, FindingKind, Year
from ita_desktop.domain.scoring import half_up
from ita_desktop.ui.draft_bar import DraftBar
from ita_desktop.ui.list_pane import ListPane
from ita_desktop.ui.record_list import Entry
from ita_desktop.ui.record_tab import AS_LIST, AS_TABLE, TABLE, Kind, RecordTab
from ita_desktop.ui.tabs.findings.answers import Answers
from ita_desktop.ui.tabs.findings.columns import COLUMNS, FindingRow, finding_rows
from ita_desktop.ui.tabs.findings.entries import GROUPINGS, NOT_SAID, entries
from ita_desktop.ui.tabs.findings.form import TITLES, FindingForm
from ita_desktop.ui.tabs.findings.remarks import Remarks
from ita_desktop.ui.widgets.buttons import icon_button, more_button, verb, verb_button
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.filters import Filters
from ita_desktop.ui.widgets.score_line import ScoreLine
from ita_desktop.ui.words import KINDS

_DELETE = "ลบข้อค้นพบที่เลือก"
_ANSWERED, _BARE = "answered", "bare"
_OF_NONE = -1
"""Of no indicator."""


class FindingsTab(RecordTab):
    kind = Kind(
        name="finding",
        plural="findings",
        record=Finding,
        titles=TITLES,
        first="text",
        change=findings.change_finding,
        change_many=findings.change_findings,
        duplicate=findings.duplicate_finding,
        move=findings.move_finding,
        delete=findings.delete_findings,
        give_back=findings.give_finding_back,
    )
    concerns = frozenset({"finding", "measure", "scores", "remark"})

    form: FindingForm

    @override
    def build(self) -> None:
        self.form = FindingForm(lambda: self.session.year)
        self.form.committed.connect(self.save_field)
        self.drafts = DraftBar(self.session, {"text": "ข้อค้นพบ", "advice": "ข้อเสนอแนะ"})
        self.drafts.renew.connect(self.draft_again)
        self.score = ScoreLine()
        self.remarks = Remarks()
        self.answers = Answers()
        self.answers.wanted.connect(self.session.show)
        self.detail = Detail(EmptyState("finding", "", "ร่างให้", self._next_step))
        for part in (self.score, self.remarks, self.drafts, self.form, self.answers):
            self.detail.add(part)
        verbs = [
            verb(self, "สร้างมาตรการ", "measure", "", self.make_measure),
            *self.seldom_verbs(keep="เก็บข้อเสนอแนะไว้ในคลังของหน่วยงาน"),
        ]
        self.pane = self._make_pane(verbs)
        self.make_table("ตารางข้อค้นพบ", COLUMNS)
        self.put_together((AS_LIST, AS_TABLE), {TABLE: self.table}, verbs, delete=_DELETE)

    def _make_pane(self, verbs: list[QAction]) -> ListPane:
        add = verb_button("เพิ่ม", "add", "เพิ่มข้อค้นพบ", key="Ctrl+Shift+N")
        add.clicked.connect(self.add)
        draft_all = verb_button("ร่างให้", "draft", "ร่างข้อค้นพบที่ยังขาดจากคะแนน ไม่ทับข้อความที่มีคนเขียน", key="Ctrl+R")
        draft_all.clicked.connect(self.draft)
        measure = verb_button("สร้างมาตรการ", "measure", "สร้างมาตรการจากข้อค้นพบที่เลือก", key="Ctrl+M")
        measure.clicked.connect(self.make_measure)
        away = icon_button("delete", _DELETE, key="Delete")
        away.clicked.connect(self.delete)
        filters = Filters({"kind": "ประเภท", "indicator": "ตัวชี้วัด", "answered": "มาตรการ"})
        filters.set_choices("kind", [(kind.value, look.text) for kind, look in KINDS.items()])
        filters.set_choices("answered", [(_BARE, "ยังไม่มีมาตรการรองรับ"), (_ANSWERED, "มีมาตรการรองรับแล้ว")])
        shown = (add, draft_all, measure, away, more_button(verbs[1:]))
        return ListPane("ข้อค้นพบ", shown, GROUPINGS, filters, of_a_record=(measure, away))

    # Showing

    @override
    def refresh(self) -> None:
        year = self.session.year
        assert year is not None
        self.form.show_year(year)
        if year.indicator_scores:
            self.detail.empty.say("ยังไม่มีข้อค้นพบของปีนี้ ให้โปรแกรมร่างจากคะแนนแล้วแก้เป็นคำของท่าน หรือกดเพิ่มเพื่อเขียนเอง", "ร่างให้")
        else:
            self.detail.empty.say("ยังไม่มีข้อค้นพบของปีนี้ ใส่คะแนนก่อนแล้วโปรแกรมช่วยร่างได้", "ไปที่คะแนน")
        self._show_filters(year)
        self.show_list()

    def _show_filters(self, year: Year) -> None:
        numbers = {indicator_of_finding(year, finding) for finding in year.findings}
        indicators = [(i.number, f"{i.number}. {i.name}") for i in year.framework.indicators if i.number in numbers]
        of_none = [(_OF_NONE, NOT_SAID)] if None in numbers else []
        self.pane.filters.set_choices("indicator", [*indicators, *of_none])

    @override
    def show_list(self) -> None:
        year, results = self.session.year, self.session.results
        if year is None or results is None:
            return
        kind, number, answered = (self.pane.filters.value(name) for name in ("kind", "indicator", "answered"))
        served = {id for measure in year.measures for id in measure.findings}

        def keep(entry: Entry) -> bool:
            finding: Finding = entry.record
            return (
                (kind is None or finding.kind == kind)
                and (number is None or number == (indicator_of_finding(year, finding) or _OF_NONE))
                and (answered is None or (finding.id in served) == (answered == _ANSWERED))
            )

        listed = entries(year, results, str(self.pane.grouping.value()))
        self.show_entries(listed, keep, there_are_others=bool(year.findings))

    @override
    def rows(self, records: list[Finding]) -> list[FindingRow]:
        year, results = self.session.year, self.session.results
        return finding_rows(year, results, records) if year is not None and results is not None else []

    @override
    def record_in(self, row: FindingRow) -> Finding:
        return row.finding

    @override
    def fill_form(self, record: Finding, year: Year) -> None:
        self.form.show_finding(record)
        number, results = indicator_of_finding(year, record), self.session.results
        result = results.indicator(number) if number is not None and results is not None else None
        self.score.show_result(result, _item_figures(year, record))
        self.remarks.show_finding(year, record)
        self.drafts.show_record(record)
        self.answers.show_finding(year, record)

    # Verbs

    def add(self) -> None:
        """A new finding belongs to the indicator that is looked at; without one, to the weakest that has none yet."""
        year, results = self.session.year, self.session.results
        if year is None or results is None:
            return
        self.form.flush()
        covered = {finding.indicator for finding in year.findings}
        weakest = next((r for r in reversed(results.ranking()) if r.number not in covered), None)
        indicator = self._record.indicator if self._record else weakest.number if weakest else None
        strong = indicator is not None and (r := results.indicator(indicator)) is not None and r.group == "strength"
        kind = FindingKind.STRENGTH if strong else FindingKind.FIX
        new = Finding(id="", indicator=indicator, kind=kind)
        self.go_to_new(self.session.run_in_year(findings.add_finding, new))

    def _next_step(self) -> None:
        year = self.session.year
        if year is not None and year.indicator_scores:
            self.draft()
        else:
            self.session.show(Place("scores"))

    def make_measure(self) -> None:
        chosen = self.chosen_as_typed()
        if chosen and (id := self.session.run_in_year(findings.make_measure, chosen)) is not None:
            self.session.show(Place("measure", id, "title"))

    @override
    def keep_in_library(self) -> None:
        from ita_desktop.actions.own_phrases import keep_advice

        finding = self.current_as_typed()
        if finding is not None and self.session.run_in_year(keep_advice, finding) is not None:
            self.session.said.emit("เก็บข้อเสนอแนะไว้ในคลังของหน่วยงานแล้ว")


def _item_figures(year: Year, finding: Finding) -> str:
    figures = [(code, year.item_scores.get(code)) for code in finding.items]
    return "  ".join(f"{code} {'–' if score is None else half_up(score)}" for code, score in figures)
