"""The follow-up tab: the measures in three views with the report of the chosen one beside them, and the OIT items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import followups, measures
from ita_desktop.domain.fields import with_field
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Evidence, FollowUp, FollowUpState, Measure, Round
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, ENDS, OIT, OWNERS, TITLES
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import side_by_side
from ita_desktop.ui.widgets.buttons import verb, verb_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.segments import Segments, Way

if TYPE_CHECKING:
    from ita_desktop.ui.oit.view import OitView

DUE = "due"
"""A place without a record: what is late or due this month."""
_WAYS = (
    Way(BY_ROUND, "ตามรอบ", "followup", "มาตรการและรอบรายงานเป็นตาราง"),
    Way(BOARD, "กระดาน", "board", "การ์ดแยกตามสถานะ ลากย้ายได้"),
    Way(OWNERS, "ผู้รับผิดชอบ", "people", "มาตรการแยกตามส่วนราชการ"),
    Way(OIT, "OIT", "checklist", "ข้อมูลที่ต้องเปิดเผย ใครเตรียม เมื่อใด เผยแพร่ที่ใด"),
)


class FollowUpsTab(Tab):
    concerns = frozenset({"measure", "round", "followup", "checklist", "scores", "remark"})

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        self._jobs = jobs
        self._chosen: tuple[str, str] | None = None
        self._way = BY_ROUND
        self._oit: OitView | None = None

    @override
    def build(self) -> None:
        """The parts are loaded with the tab: the window starts with what it shows."""
        from ita_desktop.ui.tabs.followups.report import ReportPanel
        from ita_desktop.ui.tabs.followups.views import MeasureViews

        self.report = ReportPanel(self.session, self._jobs)
        self.report.committed.connect(self._save)
        self.report.evidence_committed.connect(self._save_evidence)
        self.report.history_wanted.connect(self.show_history)
        self._rounds_button = verb_button("รอบติดตาม", "calendar", "กำหนดรอบและวันครบกำหนดรายงาน")
        self._rounds_button.clicked.connect(lambda _checked=False: self.edit_rounds())
        self._forms_button = verb_button("แบบรายงาน", "export", "ส่งแบบให้ส่วนราชการกรอก แล้วนำเข้ากลับมา")
        self._forms_button.clicked.connect(lambda: self.session.show(Place("division-forms")))
        self.views = MeasureViews((self._rounds_button, self._forms_button))
        self.views.chosen.connect(self._look_at)
        self.views.opened.connect(lambda: self.report.form.focus("result"))
        self.views.moved.connect(self.move_cards)
        self.views.add_verbs(self._make_verbs())
        self.ways = Segments("มุมมอง", _WAYS)
        self.ways.chosen.connect(self._go_through)
        self.corner = self.ways
        self._empty = EmptyState("followup", "", "กำหนดรอบติดตาม", self._next_step)
        self._lay_out()
        self.look_through(BY_ROUND)

    def _make_verbs(self) -> list[QAction]:
        return [
            verb(self, "เขียนผลของรอบนี้", "draft", "F2", lambda: self.report.form.focus("result")),
            verb(self, "ไปที่มาตรการ", "measure", "", self.go_to_measure),
            verb(self, "ประวัติการแก้ไขของรายงานนี้", "restore", "Ctrl+H", self.show_history, everywhere=True),
        ]

    def _lay_out(self) -> None:
        self._halves = side_by_side(self.views, self.report, sizes=(820, 460), stretch=(3, 2))
        self._stack = QStackedWidget()
        for page in (self._halves, self._empty):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, GAP)
        whole.addWidget(self._stack)

    @property
    def oit(self) -> OitView:
        """Made when it is first looked at."""
        if self._oit is None:
            from ita_desktop.ui.oit.view import OitView

            self._oit = OitView(self.session)
            self._stack.addWidget(self._oit)
        return self._oit

    # Showing

    @override
    def forget(self) -> None:
        self._chosen = None
        if self._built:
            self.views.forget()
            self.report.form.forget()
        if self._oit is not None:
            self._oit.forget()

    @override
    def refresh(self) -> None:
        due = self.session.due
        assert due is not None
        if self._way == OIT:
            self.oit.show_year(due.year)
        else:
            self.views.show_year(due)
            self._show_report()
        self._show_page()

    def _show_page(self) -> None:
        year = self.session.year
        if year is not None and year.measures:
            self._empty.say("ยังไม่ได้กำหนดว่าจะติดตามกี่รอบ ครบกำหนดเมื่อใด", "กำหนดรอบติดตาม")
        else:
            self._empty.say("ยังไม่มีมาตรการให้ติดตาม เขียนมาตรการก่อน", "ไปที่มาตรการ")
        ready = year is not None and bool(year.measures and year.rounds)
        page: QWidget = self._halves if ready else self._empty
        self._stack.setCurrentWidget(self.oit if self._way == OIT else page)

    def look_through(self, way: str) -> None:
        self.flush_typed()
        self._way = way
        self.ways.choose(way)
        due = self.session.due if self.isVisible() else None
        if way != OIT:
            self.views.look_through(way, due)
            self._show_report()
        elif due is not None:
            self.oit.show_year(due.year)
        self.setFocusProxy(self.oit.table if way == OIT else self.views.view)
        self._show_page()

    def _go_through(self, way: str) -> None:
        """Chosen by its button or key: one goes on in the view itself."""
        self.look_through(way)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look_at(self, measure: Measure | None, round: Round | None) -> None:
        self.report.form.flush()
        self._chosen = (measure.id, round.id) if measure and round else None
        self._show_report()

    def _show_report(self) -> None:
        measure, round = self._measure(), self._round()
        if measure is None or round is None:
            self.report.show_nothing()
        else:
            self.report.show_report(measure, round, self._report(measure, round))

    def _measure(self) -> Measure | None:
        year = self.session.year
        return year.measure(self._chosen[0]) if year and self._chosen else None

    def _round(self) -> Round | None:
        year, chosen = self.session.year, self._chosen
        return next((one for one in year.rounds if one.id == chosen[1]), None) if year and chosen else None

    def _report(self, measure: Measure, round: Round) -> FollowUp:
        empty = FollowUp(measure=measure.id, round=round.id)
        year = self.session.year
        return next((r for r in year.followups if r.id == empty.id), empty) if year else empty

    @override
    def commit_typed(self) -> None:
        self.flush_typed()

    def flush_typed(self) -> None:
        self.report.form.flush()
        if self._oit is not None:
            self._oit.flush()

    @override
    def show_place(self, place: Place) -> None:
        if place.kind == "checklist":
            self.look_through(OIT)
            if place.field == DUE:
                self.oit.show_due()
            else:
                self.oit.go_to(place.id or "", place.field or "")
            return
        if self._way == OIT:
            self.look_through(BY_ROUND)
        if place.kind == "round":
            self.views.go_to_round(place.id or "")
            if place.field:
                self.edit_rounds(place)
            return
        measure, _, round = (place.id or "").partition("/")
        if place.field == DUE:
            self.views.show_due()
        if measure and self.views.go_to(measure, round) and place.field:
            self.report.go_to(place.field.partition("[")[0], place.start, place.end)
        else:
            self.views.view.setFocus()

    # Verbs

    def edit_rounds(self, place: Place | None = None) -> None:
        from ita_desktop.ui.tabs.followups.rounds import RoundsDialog

        dialog = RoundsDialog(self.session, self)
        open_dialog(dialog)
        if place is not None:
            dialog.show_place(place)

    def _next_step(self) -> None:
        if self.session.year is not None and not self.session.year.measures:
            self.session.show(Place("measure"))
        else:
            self.edit_rounds()

    def move_cards(self, ids: list[str], round: Round | None, state: FollowUpState) -> None:
        """On the board; what was moved stays chosen, wherever it is now."""
        year = self.session.year
        known = {measure.id for measure in year.measures} if year else set()
        wanted = [id for id in ids if id in known]  # another window of this program drags cards of its own
        if year is None or round is None or not wanted:
            return
        self.report.form.flush()
        self.session.run(followups.move_to_state, year.number, wanted, round.id, state)
        self.views.board.go_to(wanted[0], focus=True)

    def go_to_measure(self) -> None:
        measure = self._measure()
        if measure is not None:
            self.session.show(Place("measure", measure.id))

    def show_history(self) -> None:
        from ita_desktop.ui.history_dialog import HistoryDialog

        document, year, measure, round = self.session.document, self.session.year, self._measure(), self._round()
        if document is None or year is None or measure is None or round is None:
            return
        self.report.form.flush()
        now = self._report(measure, round)
        past = document.history(year.number, FollowUp, now.id)
        dialog = HistoryDialog(now, past, {**TITLES, "evidence": "หลักฐาน"}, self)
        dialog.chosen.connect(lambda then: self.session.run(followups.give_follow_up_back, year.number, then))
        open_dialog(dialog)

    def _save(self, name: str, value: object) -> None:
        year, measure, round = self.session.year, self._measure(), self._round()
        if year is None or measure is None or round is None:
            return
        if name in ENDS:
            self.session.run(measures.change_measure, year.number, with_field(measure, name, value), ENDS[name])
            return
        changed = with_field(self._report(measure, round), name, value)
        if name == "state" and changed.state is FollowUpState.DONE and changed.progress is None:
            changed = replace(changed, progress=100)
        self.session.run(followups.save_follow_up, year.number, changed, TITLES[name])

    def _save_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        year, measure, round = self.session.year, self._measure(), self._round()
        if year is not None and measure is not None and round is not None:
            changed = replace(self._report(measure, round), evidence=evidence)
            self.session.run(followups.save_follow_up, year.number, changed, "หลักฐาน")
