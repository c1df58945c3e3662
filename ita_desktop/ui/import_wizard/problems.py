"""What is wrong with a table, gathered by how it is mended: seventeen wrong dates are one line, not seventeen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.grid import Place
from ita_desktop.exchange.recognise import CellProblem, FoundTable
from ita_desktop.ui.import_wizard.draft import OTHER_YEAR
from ita_desktop.ui.import_wizard.preview import LOOKS
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import label

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


@dataclass(frozen=True)
class Line:
    """A group's head where `members` has several, else one problem."""

    problem: CellProblem
    members: tuple[CellProblem, ...]
    inside: bool = False

    @property
    def where(self) -> str:
        return f"{len(self.members)} ช่อง" if len(self.members) > 1 else self.problem.cell

    @property
    def words(self) -> str:
        if len(self.members) == 1 or len({each.message for each in self.members}) == 1:
            return self.problem.message
        return f"{self.problem.message} และอีก {len(self.members) - 1} ช่องที่แก้แบบเดียวกัน"


def grouped(problems: Iterable[CellProblem]) -> Iterator[Line]:
    groups: dict[tuple[int, str], list[CellProblem]] = {}
    for problem in problems:
        groups.setdefault((_ORDER.index(problem.severity), problem.group or problem.message), []).append(problem)
    for key in sorted(groups, key=lambda key: key[0]):
        members = tuple(groups[key])
        yield Line(members[0], members)
        if len(members) > 1:
            yield from (Line(problem, (problem,), inside=True) for problem in members)


class ProblemPane(QWidget):
    wanted = Signal(object)
    """A `CellProblem` to look at."""
    mended = Signal(object)
    """Places on the sheet and what is to stand there."""
    any_year = Signal()
    """The table is meant for the year at hand, whatever it says."""
    other_year = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._table: FoundTable | None = None
        self.summary = label(rank="heading")
        self.use_fix = verb_button("แก้ตามที่เสนอ", "done", "เขียนค่าที่โปรแกรมเสนอลงในทุกช่องของกลุ่มนี้")
        self.use_fix.clicked.connect(self._mend)
        self.use_year = verb_button("", "calendar", "อ่านตารางนี้ใหม่เป็นปีที่ตารางบอก")
        self.use_year.clicked.connect(self._take_its_year)
        self.keep_year = verb_button("", "done", "ข้อมูลในตารางเป็นของปีที่เลือกไว้จริง")
        self.keep_year.clicked.connect(self.any_year)
        columns = (
            Column(
                title="สิ่งที่ควรดู",
                value=lambda line: line.words,
                icon=lambda line: LOOKS[line.problem.severity][0],
                tone=lambda line: LOOKS[line.problem.severity][1],
                tip=lambda line: line.words,
                indent=lambda line: int(line.inside),
                bold=lambda line: len(line.members) > 1,
            ),
            Column(title="ที่", value=lambda line: line.where, width=80),
            Column(title="ในตาราง", value=lambda line: line.problem.value if _one(line) else "", width=150),
            Column(title="ค่าที่เสนอ", value=lambda line: (line.problem.fix or "") if _one(line) else "", width=130),
        )
        self.list = Table(RecordTable(columns, key=lambda line: line, parent=self), "สิ่งที่ควรดูในตารางนี้", whole_rows=True)
        self.list.current.connect(self._choose)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.summary, 1)
        for button in (self.use_year, self.keep_year, self.use_fix):
            head.addWidget(button)
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_table(self, table: FoundTable, year: int) -> None:
        self._table = table
        problems = table.problems
        count = Counter(problem.severity for problem in problems)
        errors, warnings = count[Severity.ERROR], count[Severity.WARNING]
        words = [f"ผิด {errors}" if errors else "", f"เตือน {warnings}" if warnings else ""]
        self.summary.setText(" · ".join(filter(None, words)) or "ไม่พบสิ่งผิดปกติ")
        self.list.show_records(grouped(problems))
        foreign = any(problem.group == OTHER_YEAR for problem in problems)
        its_year = table.year
        self.use_year.setText(f"นำเข้าเป็นปี {its_year}")
        self.use_year.setVisible(foreign and its_year not in (None, year))
        self.keep_year.setText(f"เป็นของปี {year}")
        self.keep_year.setVisible(foreign)
        self._choose(self.list.current_record())

    def _fixes(self) -> dict[Place, str]:
        line = self.list.current_record()
        if not isinstance(line, Line):
            return {}
        return {
            (each.row, each.column): each.fix
            for each in line.members
            if each.fix is not None and each.column is not None
        }

    def _choose(self, line: Line | None) -> None:
        count = len(self._fixes())
        self.use_fix.setVisible(bool(count))
        self.use_fix.setText(f"แก้ตามที่เสนอ {count} ช่อง" if count > 1 else "แก้ตามที่เสนอ")
        if line is not None:
            self.wanted.emit(line.problem)

    def _mend(self) -> None:
        self.mended.emit(self._fixes())

    def _take_its_year(self) -> None:
        year = self._table.year if self._table else None
        if year is not None:
            self.other_year.emit(year)


def _one(line: Line) -> bool:
    return len(line.members) == 1
