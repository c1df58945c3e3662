"""What is inconsistent or missing, live at the side: each problem one click from its field."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ita_desktop.actions import review
from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.ui.places import SEVERITIES, place_words
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.reviewer import Reviewer
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, NEAR, PANEL, row_height, theme
from ita_desktop.ui.widgets.buttons import icon_button, key_within, verb, verb_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped, card, heading

_BESIDE, _ALONE = 420, 16_777_215
"""As wide as it grows."""


class ReviewPanel(QWidget):
    closed = Signal()
    going = Signal()
    """The place of a problem will be shown."""
    help_wanted = Signal()

    def __init__(self, session: Session, reviewer: Reviewer) -> None:
        super().__init__()
        self._session = session
        self._reviewer = reviewer
        self._went_to: Problem | None = None
        self.list = RecordList("ปัญหาที่ตรวจพบ")
        self.list.current.connect(self._show)
        self.list.clicked.connect(self._go)
        key_within(self.list, "Return", self.go)
        self._nothing = EmptyState("done", "ไม่พบข้อผิดพลาด\nตัวเลขกับข้อความตรงกัน", tone="good")
        self._message = Wrapped()
        self._change = Wrapped(tone="muted", rank="small")
        self.fix = QPushButton("แก้ให้")
        self.fix.setProperty("look", "main")
        self.fix.clicked.connect(self.mend)
        self.go_button = QPushButton("ไปที่นั่น")
        self.go_button.clicked.connect(self.go)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("เพราะอะไรจึงไม่ผิด")
        self.reason.setAccessibleName("เหตุผลที่ไม่ใช่ข้อผิดพลาด")
        self.reason.returnPressed.connect(self.silence)
        self.skip = verb_button("ข้าม", "done", "ไม่ใช่ข้อผิดพลาด เก็บเหตุผลไว้ในสมุดงาน")
        self.skip.clicked.connect(self.silence)
        self.again = verb_button("", "undo", "ตรวจเรื่องที่เคยข้ามไว้อีกครั้ง")
        self.again.clicked.connect(self.speak_again)
        self.list.addActions(
            [
                verb(self.list, "ไปที่นั่น", "chevron-right", "", self.go),
                verb(self.list, "แก้ให้", "done", "", self.mend),
                verb(self.list, "ข้าม พร้อมเหตุผล", "cancelled", "", self.reason.setFocus),
            ]
        )
        self._lay_out()
        theme().changed.connect(self._make_room)
        self._make_room()
        reviewer.found.connect(self._refresh)
        session.changed.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        rules = icon_button("help", "กฎการตรวจทานและตัวอย่าง")
        rules.clicked.connect(self.help_wanted)
        close = icon_button("close", "ปิดแถบตรวจทาน")
        close.clicked.connect(self.closed)
        head, acts, silent = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, acts, silent):
            row.setSpacing(NEAR)
        head.addWidget(heading("ตรวจทาน"))
        head.addStretch()
        head.addWidget(self.again)
        head.addWidget(rules)
        head.addWidget(close)
        acts.addWidget(self.fix)
        acts.addWidget(self.go_button)
        acts.addStretch()
        silent.addWidget(self.reason, 1)
        silent.addWidget(self.skip)
        self._detail = card()
        inside = QVBoxLayout(self._detail)
        inside.setContentsMargins(PANEL, GAP, PANEL, GAP)
        inside.setSpacing(GAP)
        for widget in (self._message, self._change):
            inside.addWidget(widget)
        inside.addLayout(acts)
        inside.addLayout(silent)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self._detail)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(280)
        self.stand(alone=False)

    def stand(self, *, alone: bool) -> None:
        """Beside the tabs, or in their place."""
        self.setMaximumWidth(_ALONE if alone else _BESIDE)
        self._column.setContentsMargins(PANEL if alone else 0, GAP, PANEL, GAP)

    def _make_room(self) -> None:
        """On a small screen the list is what can be scrolled; the problem itself is seen whole."""
        self.list.setMinimumHeight(row_height() * 3 // 2)

    # Showing

    def _refresh(self) -> None:
        year = self._session.year
        if year is None:
            return
        problems = self._reviewer.problems
        self._nothing.setVisible(not problems)
        self.list.setVisible(bool(problems))
        self.list.show_entries([_entry(problem, year) for problem in problems])
        silenced = len(year.silenced)
        self.again.setText(f"ข้ามไว้ {silenced}")
        self.again.setVisible(bool(silenced))

    def _show(self, problem: Problem | None) -> None:
        self._detail.setVisible(problem is not None)
        if problem is None:
            return
        self._message.say(problem.message)
        change = f"“{problem.quote}”" if problem.quote else ""
        if problem.expected:
            change = f"{change} → “{problem.expected}”"
        self._change.say(change)
        self._change.setVisible(bool(change))
        self.fix.setVisible(problem.fix is not None)
        self.reason.clear()

    # Verbs

    def next(self) -> None:
        """The problem after the one that is looked at, and its field."""
        problems = self._reviewer.problems
        if not problems:
            return
        current = self.list.current_record()
        at = problems.index(current) if current in problems else 0
        if current == self._went_to:
            at += 1
        self.list.go_to(_key(problems[at % len(problems)]))
        self.go()

    def go(self) -> None:
        problem: Problem | None = self.list.current_record()
        if problem is not None:
            self._went_to = problem
            self.going.emit()
            self._session.show(problem.where)

    def _go(self, _index: QModelIndex) -> None:
        self.go()

    def mend(self) -> None:
        problem: Problem | None = self.list.current_record()
        if problem is not None:
            self._session.run_in_year(review.apply_fix, problem)

    def silence(self) -> None:
        problem: Problem | None = self.list.current_record()
        if problem is not None:
            self._session.run_in_year(review.silence, problem, self.reason.text(), self._session.today())

    def speak_again(self) -> None:
        """All that was skipped is looked at again; undo skips it again."""
        year = self._session.year
        if year is not None:
            self._session.run(review.speak_again, year.number, *year.silenced)


def counts(problems: tuple[Problem, ...]) -> dict[Severity, int]:
    return {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}


def _key(problem: Problem) -> tuple[object, ...]:
    return (problem.rule, problem.where, problem.quote)


def _entry(problem: Problem, year: Year) -> Entry:
    look = SEVERITIES[problem.severity]
    return Entry(
        record=problem,
        key=_key(problem),
        title=problem.message,
        note=place_words(problem.where, year),
        icon=look.icon,
        tone=look.tone,
        group=look.text,
    )
