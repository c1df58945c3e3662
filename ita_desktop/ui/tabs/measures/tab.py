"""The measures tab: a list under headings, and the form of the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton
from typing_extensions import override

from ita_desktop.actions import measures
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Measure
from ita_desktop.papers.measure_facts import indicator_of
from ita_desktop.thai.dates import period_or_words
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.draft_bar import DraftBar, draft
from ita_desktop.ui.due import how_far
from ita_desktop.ui.list_pane import ListPane
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.tabs.measures.entries import GROUPINGS, LATE, entries, state_key
from ita_desktop.ui.tabs.measures.form import TITLES, MeasureForm
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.buttons import icon_button, key_within, verb_button
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.score_line import ScoreLine
from ita_desktop.ui.words import OVERDUE, STATES

_DRAFTED = {name: TITLES[name] for name in ("title", "analysis", "steps", "followup")}


class MeasuresTab(Tab):
    title = "มาตรการ"
    icon = "measure"
    help = "measures"
    concerns = frozenset({"measure", "finding", "scores", "followup", "round"})
    kinds = frozenset({"measure"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._measure: Measure | None = None

    @override
    def build(self) -> None:
        self.score = ScoreLine()
        self.form = MeasureForm(lambda: self.session.year, self.session.today)
        self.form.committed.connect(self._save)
        self.drafts = DraftBar(self.session, _DRAFTED)
        self.drafts.renew.connect(self.draft_again)
        self.detail = Detail(EmptyState("measure", "", "ร่างให้", self._next_step))
        self.detail.add(self.score)
        self.detail.add(self.drafts)
        self.detail.add(self.form)
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
        add = verb_button("เพิ่ม", "add", "เพิ่มมาตรการ", key="Ctrl+Shift+N")
        add.clicked.connect(self.add)
        draft_all = verb_button("ร่างให้", "draft", "ร่างมาตรการของข้อค้นพบที่ยังไม่มีมาตรการ", key="Ctrl+R")
        draft_all.clicked.connect(self.draft)
        verbs, keys = [add, draft_all], {}
        for picture, name, key, verb in (
            ("up", "เลื่อนขึ้นในเอกสาร", "Alt+Up", lambda: self.move_by(-1)),
            ("down", "เลื่อนลงในเอกสาร", "Alt+Down", lambda: self.move_by(+1)),
            ("duplicate", "ทำสำเนา", "Ctrl+Shift+D", self.duplicate),
            ("restore", "ประวัติการแก้ไข", "Ctrl+H", self.show_history),
            ("delete", "ลบมาตรการที่เลือก", "Delete", self.delete),
        ):
            verbs.append(_verb(picture, name, key, verb))
            keys[key] = verb
        states = [("", "ทุกสถานะ"), (LATE, OVERDUE.text), *((s.value, look.text) for s, look in STATES.items())]
        self._state = ChoiceField(states, as_wide_as_words=True)
        self._state.setAccessibleName("กรองตามสถานะ")
        self._state.set_value("")
        self._state.committed.connect(self._show_list)
        pane = ListPane("มาตรการ", verbs, GROUPINGS, [self._state])
        for key, verb in keys.items():
            key_within(pane.list, key, verb)
        pane.list.current.connect(self._look_at)
        pane.arranged.connect(self._show_list)
        return pane

    # Showing

    @override
    def refresh(self) -> None:
        assert self.session.year is not None
        self.form.show_year(self.session.year)
        if self.session.year.findings:
            self.detail.empty.say("ยังไม่มีมาตรการของปีนี้ ให้โปรแกรมร่างจากข้อค้นพบ หรือกดเพิ่มเพื่อเขียนเอง", "ร่างให้")
        else:
            self.detail.empty.say("ยังไม่มีมาตรการของปีนี้ มาตรการเริ่มจากข้อค้นพบ", "ไปที่ข้อค้นพบ")
        self._show_list()

    def _show_list(self) -> None:
        year, results, today = self.session.year, self.session.results, self.session.today()
        if year is None or results is None:
            return
        wanted, far = self._state.value(), how_far(year, today)
        self.pane.show_entries(
            entries(year, results, str(self.pane.grouping.value()), today),
            lambda entry: not wanted or state_key(entry, far) == wanted,
        )

    def _look_at(self, measure: Measure | None) -> None:
        if self._measure is not None and (measure is None or measure.id != self._measure.id):
            self.form.flush()
        self._measure = measure
        self.detail.show_form(measure is not None)
        year, results = self.session.year, self.session.results
        if measure is None or year is None or results is None:
            return
        number = indicator_of(year, measure)
        self.score.setVisible(number is not None)
        self.score.show_result(results.indicator(number) if number is not None else None)
        self.form.load({name: getattr(measure, name) for name in TITLES})
        self.drafts.show_record(measure)

    @override
    def forget(self) -> None:
        self._measure = None

    @override
    def commit_typed(self) -> None:
        self.form.flush()

    @override
    def show_place(self, place: Place) -> None:
        if place.id is None:
            self.pane.list.setFocus()
            return
        self.pane.filter.clear()
        self._state.set_value("")
        self._show_list()
        self.pane.list.go_to(place.id)
        if place.field:
            field = place.field.partition("[")[0]
            self.form.focus(field, place.start, place.end)
            self.detail.scroll_to(self.form.field(field))
        else:
            self.pane.list.setFocus()

    # Verbs

    def add(self) -> None:
        if self.session.year is not None:
            self.form.flush()
            self._go_to_new(self.session.run(measures.add_measure, self.session.year.number))

    def _next_step(self) -> None:
        year = self.session.year
        if year is not None and year.findings:
            self.draft()
        else:
            self.session.show(Place("finding"))

    def draft(self) -> None:
        self.form.flush()
        draft(self.session, "measures")

    def draft_again(self) -> None:
        if self._measure is not None:
            draft(self.session, "measures", indicator=self._measure.indicator)

    def duplicate(self) -> None:
        if self.session.year is not None and self._measure is not None:
            self.form.flush()
            self._go_to_new(self.session.run(measures.duplicate_measure, self.session.year.number, self._measure))

    def delete(self) -> None:
        """Undo brings it back, so nobody is asked."""
        chosen = self.pane.list.selected_records()
        if self.session.year is not None and chosen:
            self.session.run(measures.delete_measures, self.session.year.number, chosen)

    def move_by(self, by: int) -> None:
        if self.session.year is not None and self._measure is not None:
            self.session.run(measures.move_measure, self.session.year.number, self._measure, by)

    def _go_to_new(self, id: str | None) -> None:
        if id is not None:
            self.show_place(Place("measure", id, "title"))

    def show_history(self) -> None:
        from ita_desktop.ui.history_dialog import HistoryDialog

        document, year, now = self.session.document, self.session.year, self._measure
        if document is None or year is None or now is None:
            return
        self.form.flush()
        past = document.history(year.number, Measure, now.id)
        dialog = HistoryDialog(self._measure, past, TITLES, self)
        dialog.chosen.connect(lambda then: self.session.run(measures.give_measure_back, year.number, then))
        open_dialog(dialog)

    def _save(self, name: str, value: object) -> None:
        if self.session.year is None or self._measure is None:
            return
        changed = replace(self._measure, **{name: value})  # type: ignore[arg-type]
        if name == "period_text" and changed.start is None and changed.end is None:
            period = period_or_words(changed.period_text, fiscal_year=self.session.year.measures_year)
            changed = replace(changed, start=period.start, end=period.end)
        self._measure = changed
        self.session.run(measures.change_measure, self.session.year.number, changed, TITLES[name])


def _verb(picture: str, name: str, key: str, verb: Callable[[], None]) -> QToolButton:
    button = icon_button(picture, name, key=key)
    button.clicked.connect(verb)
    return button
