"""The paper's words at the left, what is wrong with them at the right; a click goes to the words, marked there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ita_desktop.domain.problems import Problem
from ita_desktop.domain.records import Year
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.places import SEVERITIES
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.review_panel import counts
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL, colours, theme
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped, card, label

if TYPE_CHECKING:  # the review is entered when a paper has been chosen
    from ita_desktop.review.outside import Passage

PAPERS = FileKind("เอกสาร Word, PDF หรือข้อความ", ".docx *.pdf *.txt")


class ProofWindow(QDialog):
    def __init__(self, session: Session, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._begins: dict[str, int] = {}
        """Where each passage begins in the text that is shown."""
        self.problems: tuple[Problem, ...] = ()
        self._places: list[str] = []
        """Of the problems, in words."""
        self.setWindowTitle("ตรวจเอกสารจากภายนอก")
        resize_to_fit(self, 1120, 680)
        self.name = label(rank="heading")
        self.said = Wrapped(tone="muted", rank="small")
        self.paper = QPlainTextEdit()
        self.paper.setReadOnly(True)
        self.paper.setProperty("look", "page")
        self.paper.setAccessibleName("ข้อความในเอกสาร")
        self.paper.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.list = RecordList("สิ่งที่ตรวจพบในเอกสาร")
        self.list.current.connect(self._go)
        self.detail = Wrapped()
        self._lay_out()
        theme().changed.connect(self._mark)
        self.begin()

    def _lay_out(self) -> None:
        choose = verb_button("เลือกเอกสาร", "open", "เลือกเอกสาร Word, PDF หรือข้อความที่จะตรวจ")
        choose.clicked.connect(self.choose)
        self.copy = verb_button("คัดลอกรายการ", "duplicate", "คัดลอกสิ่งที่ตรวจพบทั้งหมดเป็นข้อความ ส่งให้ผู้จัดทำเอกสาร")
        self.copy.clicked.connect(self.copy_list)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(choose)
        head.addWidget(self.name, 1)
        head.addWidget(self.copy)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(PANEL, GAP, PANEL, GAP)
        inside.addWidget(self.detail)
        right = QWidget()
        beside = column_in(right)
        beside.addWidget(self.list, 1)
        beside.addWidget(frame)
        halves = side_by_side(self.paper, right, sizes=(680, 400))
        column = column_in(self, margin=PANEL)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(halves, 1)
        column.addLayout(closing_row(self))

    def begin(self) -> None:
        year = self._session.year
        self.name.setText("")
        self.said.say(
            f"ตรวจตัวเลข ชื่อ วันที่ รหัสข้อ และภาษาในเอกสาร เทียบกับข้อมูลปี {year.number} ในสมุดงาน เอกสารไม่ถูกแก้ไข" if year else ""
        )
        self.copy.setEnabled(False)
        self.detail.say("เลือกเอกสารที่จะตรวจ")

    # What the officer does

    def choose(self) -> None:
        path = self._session.messages.open_file("ตรวจเอกสารใด", [PAPERS], Path.home())
        if path is not None:
            self.examine(path)

    def examine(self, path: Path) -> None:
        """Read and reviewed elsewhere: sixty pages take a second or two."""
        year, today = self._session.year, self._session.today()
        if year is None:
            return

        def work(progress: Progress) -> tuple[tuple[Passage, ...], tuple[Problem, ...]]:
            from ita_desktop.exchange.paper_text import read_paper
            from ita_desktop.review import review_text

            progress.report("กำลังอ่านเอกสาร", 0.1)
            passages = read_paper(path)
            progress.report("กำลังตรวจเอกสาร", 0.5)
            return passages, review_text(year, passages, today)

        def show(found: tuple[tuple[Passage, ...], tuple[Problem, ...]]) -> None:
            if isValid(self):  # it may have been closed meanwhile
                self.show_paper(path.name, year, *found)

        self._jobs.run("กำลังตรวจเอกสาร", work, show)

    def show_paper(self, name: str, year: Year, passages: Sequence[Passage], problems: tuple[Problem, ...]) -> None:
        from ita_desktop.review.place_names import place_name

        self.problems = problems
        self.name.setText(name)
        self._begins.clear()
        text = ""
        for passage in passages:
            self._begins.setdefault(passage.where, len(text))
            text += f"{passage.text}\n"
        self.paper.setPlainText(text)
        self._places = [place_name(year, problem.where) for problem in problems]
        entries = zip(problems, self._places, strict=True)
        self.list.show_entries([_entry(at, problem, where) for at, (problem, where) in enumerate(entries)])
        counted = counts(problems)
        told = [f"{SEVERITIES[severity].text} {count}" for severity, count in counted.items() if count]
        self.said.say(" · ".join(told) or "ไม่พบสิ่งที่ต้องแก้ไขเมื่อเทียบกับข้อมูลของปีนี้")
        self.copy.setEnabled(bool(problems))
        self._mark()
        if problems:
            self.list.go_to(0)
        else:
            self.detail.say("ไม่พบสิ่งที่ต้องแก้ไข")

    def copy_list(self) -> None:
        lines = [
            "\t".join((SEVERITIES[one.severity].text, where, one.quote or "", one.message, one.expected or ""))
            for one, where in zip(self.problems, self._places, strict=True)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._session.said.emit(f"คัดลอกสิ่งที่ตรวจพบ {len(lines)} รายการแล้ว")

    # Marking

    def _go(self, problem: Problem | None) -> None:
        if problem is None:
            return
        change = f"“{problem.quote}”" if problem.quote else ""
        if problem.expected:
            change = f"{change} → “{problem.expected}”"
        self.detail.say("\n".join(filter(None, (problem.message, change))))
        place = self._span(problem)
        if place is not None:
            self.paper.setTextCursor(self._cursor(*place))
            self.paper.centerCursor()
        self._mark()

    def _span(self, problem: Problem) -> tuple[int, int] | None:
        begin = self._begins.get(problem.where.field or "")
        if begin is None or problem.where.start is None:
            return None
        end = problem.where.end if problem.where.end is not None else problem.where.start
        return begin + problem.where.start, begin + end

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.paper.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self) -> None:
        """Every place that was found, in the colour of its severity."""
        marks = []
        for problem in self.problems:
            place = self._span(problem)
            if place is None:
                continue
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor(colours().soft(SEVERITIES[problem.severity].tone)))
            mark.format = look
            mark.cursor = self._cursor(*place)
            marks.append(mark)
        self.paper.setExtraSelections(marks)


def _entry(at: int, problem: Problem, where: str) -> Entry:
    look = SEVERITIES[problem.severity]
    return Entry(
        record=problem, key=at, title=problem.message, note=where, icon=look.icon, tone=look.tone, group=look.text
    )
