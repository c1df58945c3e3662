"""The rows below a heading, cell by cell, with whatever is wrong with them collected on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from dataclasses import field as made_by
from typing import TypeVar

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.grid import Place, Value, shown
from ita_desktop.exchange.recognise.cells import Note, Unreadable
from ita_desktop.exchange.recognise.found import CellProblem, Column, Known, LeftOut, TableRow
from ita_desktop.exchange.recognise.heads import Sheet
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.words import bare, clean

T = TypeVar("T")

EXAMPLE = "ตัวอย่าง"
"""What the first cell of an example says; such a row of a template is nobody's data."""

_ROWS_BETWEEN = 50
"""Rows from one word of progress to the next."""

_NOTE = re.compile(r"^\s*(?:หมายเหตุ|ที่มา|ข้อมูล ณ|แหล่งข้อมูล|\*|ผู้รายงาน|ผู้จัดทำ|ลงชื่อ|\(ลงชื่อ\)|ข้อสังเกต\s*:)")
_SUM = re.compile("(?:ผล)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทุก.{1,12}|[0-9].{0,20}|มาตรการ|ข้อ|รายการ)*")
_TOTAL = re.compile(
    "(?:ผล)?รวม(?:ทั้งสิ้น|ทั้งหมด|คะแนน|เฉลี่ย|ทุก.{1,12})*|(?:ผล|สรุป)*(?:คะแนน)?(?:ภาพรวม|เฉลี่ย|รวม|ผลการประเมิน|ค่าเฉลี่ย).{0,40}"
    "|คะแนน(?:ita|เฉลี่ย|รวม|ภาพรวม|ผลการประเมิน|ของหน่วยงาน).{0,40}|ระดับ(?:(?:ผล|การประเมิน|คะแนน|คุณภาพ|ของ).{0,30})?|total|average"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table as found, before its rows are read."""

    sheet: Sheet
    columns: tuple[Column, ...]
    first: int
    last: int
    breaks: frozenset[int] = frozenset()
    """Rows on which the heading stands once more."""
    title: str = ""

    @property
    def name(self) -> str:
        return self.sheet.grid.name

    def column(self, meaning: Meaning) -> Column | None:
        return next((column for column in self.columns if column.meaning is meaning), None)

    def all(self, *meanings: Meaning) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.meaning in meanings)

    def has(self, *meanings: Meaning) -> bool:
        return any(column.meaning in meanings for column in self.columns)


class RowCells:
    """One row, read by the meaning of its columns."""

    def __init__(self, layout: Layout, row: int, after_break: bool) -> None:
        self.layout = layout
        self.row = row
        self.after_break = after_break
        """The heading stood once more just above: a page ended in between."""
        self.problems: list[CellProblem] = []

    def value(self, column: Column | None, *, filled: bool = False) -> Value:
        if column is None:
            return None
        sheet = self.layout.sheet
        return sheet.filled(self.row, column.index) if filled else sheet.value(self.row, column.index)

    def text(self, what: Column | Meaning | None, *, filled: bool = False) -> str:
        column = self.layout.column(what) if isinstance(what, Meaning) else what
        return clean(shown(self.value(column, filled=filled)))

    def place(self, what: Column | Meaning) -> Place:
        column = self.layout.column(what) if isinstance(what, Meaning) else what
        assert column is not None
        return (self.row, column.index)

    @property
    def filled_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.layout.columns if self.value(column) is not None or self.flaw(column))

    def flaw(self, column: Column) -> str | None:
        return self.layout.sheet.grid.flaws.get((self.row, column.index))

    def first_text(self) -> str:
        """The first words of the row, which say what it is."""
        texts = (self.text(column) for column in self.layout.columns)
        return next((text for text in texts if text and not text.replace(".", "").isdecimal()), "")

    def say(
        self,
        column: Column | None,
        message: str,
        group: str,
        *,
        severity: Severity = Severity.ERROR,
        fix: str | None = None,
    ) -> None:
        self.problems.append(
            CellProblem(
                sheet=self.layout.name,
                row=self.row,
                column=column.index if column else None,
                severity=severity,
                message=message,
                value=self.text(column) if column else "",
                group=group,
                fix=fix,
            )
        )

    def warn(self, column: Column | None, message: str, group: str, *, fix: str | None = None) -> None:
        self.say(column, message, group, severity=Severity.WARNING, fix=fix)

    def read(self, column: Column | None, read: Callable[[Value], T], *, filled: bool = False) -> T | None:
        """What the cell says; None where it says nothing or nothing that can be read, which is then told."""
        if column is None:
            return None
        if flaw := self.flaw(column):
            self.say(column, flaw, "formula")
            return None
        try:
            return read(self.value(column, filled=filled))
        except Unreadable as unreadable:
            self._told(column, unreadable.remark)
            return None

    def read_remarked(
        self, column: Column | None, read: Callable[[Value], tuple[T | None, Note | None]], *, filled: bool = False
    ) -> T | None:
        found = self.read(column, read, filled=filled)
        if found is None or column is None:
            return None
        value, remark = found
        if remark:
            self._told(column, remark)
        return value

    def _told(self, column: Column, remark: Note) -> None:
        self.say(column, remark.message, remark.group, severity=remark.severity, fix=remark.fix)

    def done(self, *entries: object, continued: tuple[int, ...] = ()) -> TableRow:
        return TableRow(
            row=self.row,
            entries=entries,  # type: ignore[arg-type]
            continued=continued,
            problems=tuple(self.problems),
        )


@dataclass(slots=True)
class Reading:
    """What reading a table gathers."""

    layout: Layout
    known: Known
    along: Callable[[float], None] = lambda _share: None
    """Told how much of the sheet has been read, 0 to 1; it may raise to stop the reading."""
    rows: list[TableRow] = made_by(default_factory=list)
    notices: list[CellProblem] = made_by(default_factory=list)
    left_out: list[LeftOut] = made_by(default_factory=list)
    framework: Framework = made_by(init=False)

    def __post_init__(self) -> None:
        self.framework = self.known.framework  # may have to be looked up; every row asks for it

    def body(self) -> Iterator[RowCells]:
        """Rows with something in them; headings once more, numbers of columns and notes are passed over."""
        after_break = False
        for row in range(self.layout.first, self.layout.last + 1):
            if row % _ROWS_BETWEEN == 0:
                self.along(row / len(self.layout.sheet.grid.rows))
            if row in self.layout.breaks:
                after_break = True
                self.left_out.append(LeftOut(row, "หัวตารางซ้ำ"))
                continue
            cells = RowCells(self.layout, row, after_break)
            filled = cells.filled_columns
            if not filled:
                continue
            if _numbers_of_columns(cells, filled):
                self.left_out.append(LeftOut(row, "เลขลำดับคอลัมน์"))
            elif len(filled) < 3 and _NOTE.match(cells.first_text()):
                self.left_out.append(LeftOut(row, "หมายเหตุ"))
            elif cells.text(filled[0]).strip() == EXAMPLE:
                self.left_out.append(LeftOut(row, "แถวตัวอย่าง"))
            else:
                yield cells
                after_break = False

    def leave_out(self, cells: RowCells, why: str) -> None:
        self.left_out.append(LeftOut(cells.row, why))
        self.notices += [replace(problem, severity=_milder(problem.severity)) for problem in cells.problems]

    def notice(self, cells: RowCells, column: Column | None, message: str, group: str) -> None:
        self.notices.append(
            CellProblem(
                sheet=self.layout.name,
                row=cells.row,
                column=column.index if column else None,
                severity=Severity.WARNING,
                message=message,
                value=cells.text(column) if column else "",
                group=group,
            )
        )

    def refuse(self, message: str, group: str, *, column: Column | None = None) -> None:
        """An error of the table as a whole: nothing of it is taken."""
        self.notices.append(
            CellProblem(
                sheet=self.layout.name,
                row=max(self.layout.first - 1, 0),
                column=(column or self.layout.columns[0]).index,
                severity=Severity.ERROR,
                message=message,
                value=column.heading if column else self.layout.title[:60],
                group=group,
            )
        )


def _milder(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.ERROR else severity


def _numbers_of_columns(cells: RowCells, filled: tuple[Column, ...]) -> bool:
    """(1) (2) (3) below a heading."""
    texts = [re.sub(r"[()\s]", "", bare(cells.text(column))) for column in filled]
    return len(texts) > 2 and texts == [str(number) for number in range(1, len(texts) + 1)]


def is_total(text: str) -> bool:
    """In a table of figures: "คะแนนเฉลี่ยรวม", "ระดับผลการประเมิน", "รวมทั้งสิ้น"."""
    return _TOTAL.fullmatch(bare(text)) is not None


def is_sum(text: str) -> bool:
    """In a table of sentences: "รวม 12 มาตรการ"."""
    return _SUM.fullmatch(bare(text)) is not None
