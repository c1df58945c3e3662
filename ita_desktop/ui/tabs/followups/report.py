"""The report of one measure by one round, beside whichever view it was chosen in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.records import FollowUp, Measure, Round
from ita_desktop.ui import reading
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.session import Session
from ita_desktop.ui.tabs.followups.evidence_files import EvidenceFiles
from ita_desktop.ui.tabs.followups.evidence_list import EvidenceList
from ita_desktop.ui.tabs.followups.report_form import ReportForm
from ita_desktop.ui.widgets.arrangement import row_in
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped

ANYTHING = FileKind("ไฟล์หลักฐาน", "")


class ReportPanel(Detail):
    committed = Signal(str, object)
    evidence_committed = Signal(object)
    history_wanted = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(EmptyState("followup", "เลือกมาตรการและรอบที่จะรายงาน"))
        self._session = session
        self._shown: tuple[Measure, Round, FollowUp] | None = None
        self.files = EvidenceFiles(session, jobs, self)
        self.files.known.connect(self._show_evidence)
        self.form = ReportForm(session.today)
        self.form.committed.connect(self.committed)
        self.evidence = EvidenceList()
        self.evidence.committed.connect(self.evidence_committed)
        self.evidence.refused.connect(session.messages.error)
        self.evidence.files.connect(self.take_files)
        self.evidence.picture.connect(self.take_picture)
        self.evidence.choose.connect(self.choose_files)
        self.evidence.open.connect(self.files.open)
        self.title = Wrapped(rank="heading")
        self.about = Wrapped(tone="muted", rank="small")
        self.late = Wrapped(tone="bad", rank="small")
        self.history = icon_button("restore", "ประวัติการแก้ไขของรายงานนี้", key="Ctrl+H")
        self.history.clicked.connect(self.history_wanted)
        head = QWidget()
        row = row_in(head)
        row.addWidget(self.title, 1)
        row.addWidget(self.history)
        for part in (head, self.about, self.late, self.form, self.evidence):
            self.add(part)

    def show_nothing(self) -> None:
        self._shown = None
        self.show_form(False)

    def show_report(self, measure: Measure, round: Round, report: FollowUp) -> None:
        self._shown = (measure, round, report)
        self.show_form(True)
        self.title.say(measure.title or "มาตรการที่ยังไม่มีชื่อ")
        due = f"ครบกำหนด {reading.day_text(round.due)}" if round.due else ""
        ends = [f"แล้วเสร็จตามแผน {reading.day_text(measure.end)}" if measure.end else ""]
        ends.append(f"ขยายถึง {reading.day_text(measure.revised_end)}" if measure.revised_end else "")
        owners = ", ".join(measure.owners)
        self.about.say(" · ".join(filter(None, (round.name, due, *ends, owners))))
        self._say_late(measure, round)
        self.form.show_report(measure, report)
        document = self._session.document
        self.evidence.allow_files(document is not None and not document.read_only)
        self._show_evidence()

    def _say_late(self, measure: Measure, round: Round) -> None:
        """A measure that a later round saw done is not late, whichever of its reports is looked at."""
        due, today, words = self._session.due, self._session.today(), []
        for progress in due.progress if due is not None else ():
            if progress.measure.id != measure.id:
                continue
            end = measure.revised_end or measure.end
            if round.due and progress.at(round).is_missed(today):
                words.append(f"เลยกำหนดรายงาน {(today - round.due).days:,} วัน")
            if end and progress.is_late(today):
                words.append(f"เลยวันสิ้นสุด {(today - end).days:,} วัน")
        self.late.say(" · ".join(words))
        self.late.setVisible(bool(words))

    def _show_evidence(self) -> None:
        if self._shown is not None:
            pieces = self._shown[2].evidence
            self.evidence.show_evidence(pieces, self.files.standings(pieces))

    def go_to(self, field: str, start: int | None, end: int | None) -> None:
        if field == "evidence":
            self.evidence.table.setFocus()
            self.scroll_to(self.evidence)
        else:
            self.form.focus(field, start, end)

    # Files

    def choose_files(self) -> None:
        paths = self._session.messages.open_files("เลือกไฟล์หลักฐาน", [ANYTHING], Path.home())
        if paths:
            self.take_files(list(paths))

    def take_files(self, paths: list[Path]) -> None:
        if self._shown is not None:
            self.form.flush()
            self.files.take_files(self._shown[0], self._shown[1], paths)

    def take_picture(self, png: bytes) -> None:
        if self._shown is not None:
            self.form.flush()
            self.files.take_picture(self._shown[0], self._shown[1], png)
