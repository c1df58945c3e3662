"""The findings tab: a list under headings, and the form of the chosen one with its score in sight."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget
from typing_extensions import override

from ita_desktop.actions import findings
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Finding, FindingKind, Year
from ita_desktop.domain.scoring import half_up
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.draft_bar import DraftBar, draft
from ita_desktop.ui.form import Form
from ita_desktop.ui.list_pane import ListPane
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.tabs.findings.entries import GROUPINGS, NOT_SAID, entries
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.buttons import icon_button, key_within, verb_button
from ita_desktop.ui.widgets.chips import ChipsField, Choice
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField, TextField
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import Wrapped, heading
from ita_desktop.ui.widgets.score_line import ScoreLine
from ita_desktop.ui.words import KINDS

_TITLES = {
    "indicator": "ตัวชี้วัด",
    "kind": "ประเภท",
    "topic": "ประเด็น",
    "items": "ข้อคำถาม",
    "text": "ข้อความ",
    "advice": "ข้อเสนอแนะ",
}


class FindingsTab(Tab):
    title = "ข้อค้นพบ"
    icon = "finding"
    help = "findings"
    concerns = frozenset({"finding", "measure", "scores", "remark"})
    kinds = frozenset({"finding"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._finding: Finding | None = None

    @override
    def build(self) -> None:
        self.form = self._make_form()
        self.drafts = DraftBar(self.session, {"text": "ข้อค้นพบ", "advice": "ข้อเสนอแนะ"})
        self.drafts.renew.connect(self.draft_again)
        self.score = ScoreLine()
        self._remarks = Wrapped()
        self._measures = QWidget()
        self._measures_flow = FlowLayout(self._measures)
        self.detail = Detail(EmptyState("finding", "", "ร่างให้", self._next_step))
        for part in (self.score, self.drafts, self.form, self._remarks, self._measures):
            self.detail.add(part)
        self.pane = self._make_pane()
        self.setFocusProxy(self.pane.list)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(PANEL)
        halves.addWidget(self.pane)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        halves.setSizes([480, 720])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        whole.addWidget(halves)

    def _make_pane(self) -> ListPane:
        add = verb_button("เพิ่ม", "add", "เพิ่มข้อค้นพบ", key="Ctrl+Shift+N")
        add.clicked.connect(self.add)
        draft_all = verb_button("ร่างให้", "draft", "ร่างข้อค้นพบที่ยังขาดจากคะแนน ไม่ทับข้อความที่มีคนเขียน", key="Ctrl+R")
        draft_all.clicked.connect(self.draft)
        measure = verb_button("สร้างมาตรการ", "measure", "สร้างมาตรการจากข้อค้นพบที่เลือก", key="Ctrl+M")
        measure.clicked.connect(self.make_measure)
        copy = icon_button("duplicate", "ทำสำเนา", key="Ctrl+Shift+D")
        copy.clicked.connect(self.duplicate)
        past = icon_button("restore", "ประวัติการแก้ไข", key="Ctrl+H")
        past.clicked.connect(self.show_history)
        away = icon_button("delete", "ลบข้อค้นพบที่เลือก", key="Delete")
        away.clicked.connect(self.delete)
        pane = ListPane("ข้อค้นพบ", (add, draft_all, measure, copy, past, away), GROUPINGS)
        key_within(pane.list, "Delete", self.delete)
        key_within(pane.list, "Ctrl+Shift+D", self.duplicate)
        key_within(pane.list, "Ctrl+H", self.show_history)
        pane.list.current.connect(self._look_at)
        pane.arranged.connect(self._show_list)
        return pane

    def _make_form(self) -> Form:
        form = Form()
        self._indicator = ChoiceField()
        self._topic = ChoiceField()
        self._items = ChipsField(self._item_choices, hint="พิมพ์รหัสหรือคำในข้อคำถาม เช่น e11")
        kind = ChoiceField([(kind, look.text) for kind, look in KINDS.items()])
        form.add("indicator", _TITLES["indicator"], self._indicator, wide=False)
        form.add("kind", _TITLES["kind"], kind, wide=False, tip="\n".join(f"{k.text}: {k.tip}" for k in KINDS.values()))
        form.add("items", _TITLES["items"], self._items, tip="ข้อ i e o ของปีนี้ที่ข้อค้นพบนี้พูดถึง")
        form.add("text", "ข้อค้นพบ", TextField(least=4, hint="คะแนนบอกอะไร เพราะเหตุใด"))
        form.add("advice", _TITLES["advice"], TextField(least=3, hint="ควรทำอะไรต่อไป"))
        form.add("topic", "ประเด็นในรายงาน", self._topic, tip="ใช้กับรายงานที่วิเคราะห์ตามเจ็ดประเด็น")
        form.committed.connect(self._save)
        return form

    # Showing

    @override
    def refresh(self) -> None:
        year = self.session.year
        assert year is not None
        self._indicator.set_choices(
            [(None, NOT_SAID), *((i.number, f"{i.number}. {i.name}") for i in year.framework.indicators)]
        )
        self._topic.set_choices(
            [(None, "ไม่ระบุ"), *((t.number, f"{t.number}. {t.name}") for t in year.framework.topics)]
        )
        if year.indicator_scores:
            self.detail.empty.say("ยังไม่มีข้อค้นพบของปีนี้ ให้โปรแกรมร่างจากคะแนนแล้วแก้เป็นคำของท่าน หรือกดเพิ่มเพื่อเขียนเอง", "ร่างให้")
        else:
            self.detail.empty.say("ยังไม่มีข้อค้นพบของปีนี้ ใส่คะแนนก่อนแล้วโปรแกรมช่วยร่างได้", "ไปที่คะแนน")
        self._show_list()

    def _show_list(self) -> None:
        year, results = self.session.year, self.session.results
        if year is not None and results is not None:
            self.pane.show_entries(entries(year, results, str(self.pane.grouping.value())))

    def _look_at(self, finding: Finding | None) -> None:
        if self._finding is not None and (finding is None or finding.id != self._finding.id):
            self.form.flush()
        self._finding = finding
        self.detail.show_form(finding is not None)
        year, results = self.session.year, self.session.results
        if finding is None or year is None or results is None:
            return
        self.form.load({name: getattr(finding, name) for name in _TITLES})
        result = results.indicator(finding.indicator) if finding.indicator is not None else None
        self.score.show_result(result, _item_figures(year, finding))
        said = [f"{r.item}: {r.text}" for r in year.remarks if r.item in finding.items]
        self._remarks.say("ความเห็นของผู้ประเมิน\n" + "\n".join(said))
        self._remarks.setVisible(bool(said))
        self.drafts.show_record(finding)
        self._show_measures(year, finding)

    def _show_measures(self, year: Year, finding: Finding) -> None:
        while (item := self._measures_flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        answering = [measure for measure in year.measures if finding.id in measure.findings]
        self._measures.setVisible(bool(answering))
        if answering:
            self._measures_flow.addWidget(heading("มาตรการที่รองรับ"))
        for measure in answering:
            link = QPushButton(_short(measure.title) or "มาตรการที่ยังไม่มีชื่อ")
            link.setProperty("look", "flat")
            link.setToolTip(measure.title)
            link.clicked.connect(lambda _checked=False, m=measure: self.session.show(Place("measure", m.id)))
            self._measures_flow.addWidget(link)

    @override
    def forget(self) -> None:
        self._finding = None

    @override
    def commit_typed(self) -> None:
        self.form.flush()

    @override
    def show_place(self, place: Place) -> None:
        if place.id is None:
            self.pane.list.setFocus()
            return
        self.pane.filter.clear()
        self.pane.list.go_to(place.id)
        if place.field:
            field = place.field.partition("[")[0]
            self.form.focus(field, place.start, place.end)
            self.detail.scroll_to(self.form.field(field))
        else:
            self.pane.list.setFocus()

    # Verbs

    def add(self) -> None:
        """A new finding belongs to the indicator that is looked at; without one, to the weakest that has none yet."""
        year, results = self.session.year, self.session.results
        if year is None or results is None:
            return
        self.form.flush()
        covered = {finding.indicator for finding in year.findings}
        weakest = next((r for r in reversed(results.ranking()) if r.number not in covered), None)
        indicator = self._finding.indicator if self._finding else weakest.number if weakest else None
        strong = indicator is not None and (r := results.indicator(indicator)) is not None and r.group == "strength"
        kind = FindingKind.STRENGTH if strong else FindingKind.FIX
        self._go_to_new(
            self.session.run(findings.add_finding, year.number, Finding(id="", indicator=indicator, kind=kind))
        )

    def _next_step(self) -> None:
        year = self.session.year
        if year is not None and year.indicator_scores:
            self.draft()
        else:
            self.session.show(Place("scores"))

    def draft(self) -> None:
        self.form.flush()
        draft(self.session, "findings")

    def draft_again(self) -> None:
        if self._finding is not None:
            draft(self.session, "findings", indicator=self._finding.indicator)

    def duplicate(self) -> None:
        if self.session.year is not None and self._finding is not None:
            self.form.flush()
            self._go_to_new(self.session.run(findings.duplicate_finding, self.session.year.number, self._finding))

    def delete(self) -> None:
        """Undo brings it back, so nobody is asked."""
        chosen = self.pane.list.selected_records()
        if self.session.year is not None and chosen:
            self.session.run(findings.delete_findings, self.session.year.number, chosen)

    def make_measure(self) -> None:
        chosen = self.pane.list.selected_records()
        if self.session.year is None or not chosen:
            return
        self.form.flush()
        id = self.session.run(findings.make_measure, self.session.year.number, chosen)
        if id is not None:
            self.session.show(Place("measure", id, "title"))

    def _go_to_new(self, id: str | None) -> None:
        if id is not None:
            self.pane.filter.clear()
            self.pane.list.go_to(id)
            self.form.focus("text")

    def show_history(self) -> None:
        from ita_desktop.ui.history_dialog import HistoryDialog

        document, year, now = self.session.document, self.session.year, self._finding
        if document is None or year is None or now is None:
            return
        self.form.flush()
        past = document.history(year.number, Finding, now.id)
        dialog = HistoryDialog(self._finding, past, _TITLES, self)
        dialog.chosen.connect(lambda then: self.session.run(findings.give_finding_back, year.number, then))
        open_dialog(dialog)

    def _save(self, name: str, value: object) -> None:
        if self.session.year is None or self._finding is None:
            return
        changed = replace(self._finding, **{name: value})  # type: ignore[arg-type]
        self._finding = changed
        self.session.run(findings.change_finding, self.session.year.number, changed, _TITLES[name])

    def _item_choices(self) -> list[Choice]:
        """The items of the finding's own indicator first."""
        year = self.session.year
        if year is None:
            return []
        mine = self._finding.indicator if self._finding else None
        ordered = sorted(year.framework.items, key=lambda item: item.indicator != mine)
        return [Choice(item.code, f"{item.code} {item.title}", item.code) for item in ordered]


def _item_figures(year: Year, finding: Finding) -> str:
    figures = [(code, year.item_scores.get(code)) for code in finding.items]
    return "  ".join(f"{code} {'–' if score is None else half_up(score)}" for code, score in figures)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:58].rstrip()} …"
