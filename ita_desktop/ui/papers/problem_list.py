"""What the review found in the paper, at the foot: how many, whether pages are stamped, each one a click away."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ita_desktop.actions.papers import DRAFT
from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.ui import icons
from ita_desktop.ui.places import SEVERITIES, place_words
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.theme import GAP, set_property


class ProblemList(RecordList):
    chosen = Signal(object)
    """A `Problem` somebody wants to look at."""

    def __init__(self) -> None:
        super().__init__("ผลการตรวจทาน")
        self.setFixedHeight(150)
        self.clicked.connect(self._open_problem)
        self.activated.connect(self._open_problem)
        self.hide()

    def show_problems(self, problems: tuple[Problem, ...], year: Year) -> None:
        self.show_entries([_entry(at, problem, year) for at, problem in enumerate(problems)])

    def _open_problem(self, _index: QModelIndex) -> None:
        problem = self.current_record()
        if problem is not None:
            self.chosen.emit(problem)


class ProblemCount(QWidget):
    """Beside the button that sends papers out."""

    opened = Signal(bool)
    stamped = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.button = QToolButton()
        self.button.setProperty("look", "flat")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setToolTip("ดูผลการตรวจทานเอกสารนี้ (F8)")
        self.button.toggled.connect(self.opened)
        self.stamp = QToolButton()
        self.stamp.setProperty("look", "flat")
        self.stamp.setText(f"ประทับ “{DRAFT}”")
        self.stamp.setCheckable(True)
        self.stamp.setChecked(True)
        self.stamp.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.stamp.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stamp.setToolTip(f"ประทับคำว่า “{DRAFT}” ทุกหน้า จนกว่าจะแก้ข้อผิดพลาดครบ หรือเลือกไม่ประทับ")
        self.stamp.toggled.connect(self._tick)
        self.stamp.toggled.connect(self.stamped)
        self._tick(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.button)
        row.addWidget(self.stamp)
        self.show_problems(())

    def _tick(self, wanted: bool) -> None:
        icons.give(self.stamp, "done" if wanted else "todo", "accent")

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        counted = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
        said = [f"{look.text} {counted[severity]}" for severity, look in SEVERITIES.items() if counted[severity]]
        worst = next((severity for severity in Severity if counted[severity]), None)
        picture, tone = (SEVERITIES[worst].icon, SEVERITIES[worst].tone) if worst else ("done", "good")
        icons.give(self.button, picture, tone)
        self.button.setText(" · ".join(said) or "ไม่พบข้อผิดพลาด")
        self.button.setAccessibleName(f"ผลการตรวจทาน {self.button.text()}")
        set_property(self.button, "tone", tone)
        self.button.setEnabled(bool(problems))
        self.stamp.setVisible(bool(counted[Severity.ERROR]))
        if not problems:
            self.button.setChecked(False)


def _entry(at: int, problem: Problem, year: Year) -> Entry:
    look = SEVERITIES[problem.severity]
    quote = f"“{' '.join(problem.quote.split())}”" if problem.quote else ""
    expected = f"ควรเป็น “{problem.expected}”" if problem.expected else ""
    note = " · ".join(filter(None, (look.text, place_words(problem.where, year), f"{quote} {expected}".strip())))
    return Entry(record=problem, key=at, title=problem.message, note=note, icon=look.icon, tone=look.tone)
