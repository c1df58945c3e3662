"""What was recognised: tables, the meaning of their columns, what is to be taken from each row, and what is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import Finding, FollowUp, Measure, Remark, Respondents
from ita_desktop.exchange.grid import Grid, Place, address
from ita_desktop.exchange.recognise.meanings import Meaning


class Kind(StrEnum):
    """Kinds of tables, by the names of the command line's contract."""

    SCORES = "scores"
    COMPARED = "compared"
    ITEMS = "items"
    RESPONDENTS = "respondents"
    FINDINGS = "findings"
    MEASURES = "measures"
    FOLLOWUP = "followup"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_KIND_LABELS = {
    Kind.SCORES: "คะแนนรายตัวชี้วัด",
    Kind.COMPARED: "คะแนนเปรียบเทียบรายปี",
    Kind.ITEMS: "คะแนนรายข้อ",
    Kind.RESPONDENTS: "จำนวนผู้ตอบ",
    Kind.FINDINGS: "ข้อค้นพบ",
    Kind.MEASURES: "มาตรการ",
    Kind.FOLLOWUP: "การติดตามผล",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What helps to understand a sheet: the year it is wanted for, the rules of the years, the office."""

    year: int
    framework_of: Callable[[int], Framework]
    measures_year: int
    office: str = ""
    divisions: tuple[str, ...] = ()
    mappings: Mapping[str, Mapping[str, str]] = made_by(default_factory=lambda: MappingProxyType({}))
    """Meanings a person gave to columns before: signature of a heading → heading → meaning."""

    @property
    def framework(self) -> Framework:
        return self.framework_of(self.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table and what it was taken for."""

    index: int
    heading: str
    meaning: Meaning
    year: int | None = None
    tool: str | None = None
    round: str = ""
    key: str = ""
    """What it is remembered by; empty where there is no heading to know it again by."""
    guessed: bool = False
    """Found by what stands in the cells, not by its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """Something about one cell that the officer has to know. An error leaves its row out."""

    sheet: str
    row: int
    column: int | None
    severity: Severity
    message: str
    value: str = ""
    group: str = ""
    """Problems of one group are mended in one way."""
    fix: str | None = None
    """What to write into the cell, where that is known."""

    @property
    def cell(self) -> str:
        return f"{self.row + 1}" if self.column is None else address(self.row, self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorScore:
    indicator: int
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class EitPartScore:
    part: int
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    code: str
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a measure by a round, the two still by their names."""

    measure: str
    """The measure's title, or its id where the sheet came from us."""
    round: str
    due: datetime.date | None = None
    followup: FollowUp = made_by(default_factory=lambda: FollowUp(measure="", round=""))


Record = IndicatorScore | EitPartScore | ItemScore | Remark | Respondents | Finding | Measure | Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record to be taken over, as far as the sheet tells it."""

    record: Record
    year: int | None = None
    """The year the sheet names for it; None is the year that was asked for."""
    given: Mapping[str, Place]
    """The record's fields that the sheet has a column for, and where each stands."""
    id: str = ""
    """Our own id, where the sheet was made by us from this office's workbook."""
    said: Mapping[str, str] = made_by(default_factory=lambda: MappingProxyType({}))
    """For a record of our own sheet: what stands in the cell of each field now."""
    sent: Mapping[str, str] | None = None
    """For a form that came back: the marks of what stood in its cells when it was sent (`own.sent`)."""
    answers: Entry | None = None
    """The finding in the same row, which this measure answers."""
    answers_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table, with the rows that continue it, and what is taken from it."""

    row: int
    entries: tuple[Entry, ...]
    continued: tuple[int, ...] = ()
    problems: tuple[CellProblem, ...] = ()

    @property
    def rejected(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is none of the table's: a total, a note, a heading once more."""

    row: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    grid: int
    """Which of the grids it was found on."""
    sheet: str
    kind: Kind
    also: tuple[Kind, ...] = ()
    head: int
    """The row of its heading; -1 where it has none."""
    first: int
    last: int
    """First and last row below the heading."""
    breaks: frozenset[int] = frozenset()
    """Rows on which the heading stands once more."""
    columns: tuple[Column, ...]
    title: str = ""
    year: int | None = None
    """The year that title, heading or sheet name say."""
    rows: tuple[TableRow, ...] = ()
    notices: tuple[CellProblem, ...] = ()
    """Problems of the table as a whole, and of totals."""
    left_out: tuple[LeftOut, ...] = ()
    signature: str = ""
    by_hand: bool = False
    """A person has said what its columns mean."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return (self.kind, *self.also)

    @property
    def usable(self) -> tuple[TableRow, ...]:
        return () if self.refused else tuple(row for row in self.rows if row.entries and not row.rejected)

    @property
    def refused(self) -> bool:
        """An error that is not of one row spoils the table."""
        return any(problem.severity is Severity.ERROR for problem in self.notices)

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        of_rows = tuple(problem for row in self.rows for problem in row.problems)
        return tuple(sorted((*self.notices, *of_rows), key=lambda one: (one.row, one.column or 0)))

    def column(self, meaning: Meaning) -> Column | None:
        return next((column for column in self.columns if column.meaning is meaning), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    grids: tuple[Grid, ...]
    tables: tuple[FoundTable, ...]
    notices: tuple[CellProblem, ...] = ()
    """Sheets in which no table was recognised, and why."""

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        return (*(problem for table in self.tables for problem in table.problems), *self.notices)
