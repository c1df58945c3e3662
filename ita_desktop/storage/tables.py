"""Which tables the file has, and how a record becomes a row: driven by the records' own fields.

A new field on a record is therefore one migration and the field, and nothing here. A row is a tuple of cells, its key
first. Plain values have columns of their own; lists and what is nested in a record are JSON text in one column.
"""

from __future__ import annotations

import datetime
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, TypeVar

from ita_desktop.domain import records
from ita_desktop.domain.json_text import read_json, write_json
from ita_desktop.domain.kinds import KIND_NAMES
from ita_desktop.domain.plain import reader_of, to_plain

Cell = None | int | str | bytes
Row = tuple[Cell, ...]
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    kind: str
    """What announcements, problems and people call its rows."""
    key: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.key + self.rest

    @property
    def by_year(self) -> bool:
        return self.key[0] == "year"

    def key_of(self, row: Row) -> Row:
        return row[: len(self.key)]


class RecordTable(Generic[R]):
    """A table whose rows are records of one class, each in its year and in the officer's order."""

    def __init__(self, record: type[R], name: str, kind: str, key: tuple[str, ...] = ("id",), prefix: str = "") -> None:
        self.record = record
        self.prefix = prefix
        """What new ids begin with."""
        self._cells = Cells(record, first=key)
        self.table: Table = Table(name, kind, ("year", *key), ("position", *self._cells.names[len(key) :]))
        self._keys = len(key)

    def row(self, year: int, position: int, record: R) -> Row:
        cells = self._cells.of(record)
        return (year, *cells[: self._keys], position, *cells[self._keys :])

    def key(self, year: int, record: R) -> Row:
        return (year, *self._cells.of(record)[: self._keys])

    def from_row(self, row: Row) -> R:
        return self._cells.record(row[1 : 1 + self._keys] + row[2 + self._keys :])

    def from_cells(self, cells: Mapping[str, Cell]) -> R:
        """From a row as it was once, when the table may have had other columns."""
        return self._cells.record_of(cells)

    def position(self, row: Row) -> int:
        return typing.cast("int", row[1 + self._keys])

    def id(self, row: Row) -> str:
        """What the officer's side calls the row: `f3`, or `m1/r2` for a follow-up."""
        return "/".join(str(cell) for cell in row[1 : 1 + self._keys])


class Cells(Generic[R]):
    """A record's fields as cells, the fields of its key first."""

    def __init__(self, record: type[R], first: tuple[str, ...] = ()) -> None:
        hints = typing.get_type_hints(record)
        own = [field.name for field in fields(record)]  # type: ignore[arg-type]
        self.names = first + tuple(name for name in own if name not in first)
        self._record = record
        self._values = attrgetter(*self.names)
        self._columns = {name: _column(hints[name]) for name in self.names}
        self._writers = tuple(column.write for column in self._columns.values())
        self._readers = tuple((name, column.read) for name, column in self._columns.items())

    def of(self, record: R) -> Row:
        return tuple(write(value) for write, value in zip(self._writers, self._values(record), strict=True))

    def record(self, cells: Row) -> R:
        return self._record(**{name: read(cell) for (name, read), cell in zip(self._readers, cells, strict=True)})

    def record_of(self, cells: Mapping[str, Cell]) -> R:
        return self._record(**{name: self._columns[name].read(cells[name]) for name in self.names if name in cells})


@dataclass(frozen=True, slots=True)
class _Column:
    write: Callable[[Any], Cell]
    read: Callable[[Any], Any]


def _column(hint: Any) -> _Column:  # noqa: ANN401 - a type hint can be anything
    if typing.get_origin(hint) is None and isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return _Column(str, {member.value: member for member in hint}.__getitem__)
        return _PLAIN_COLUMNS[hint]
    inner = [part for part in typing.get_args(hint) if part is not type(None)]
    if len(inner) < len(typing.get_args(hint)):
        return _or_none(_column(inner[0]))
    read = reader_of(hint)
    return _Column(
        lambda value: write_json(to_plain(value)), lambda cell: () if cell == "[]" else read(read_json(cell))
    )


def _or_none(column: _Column) -> _Column:
    return _Column(
        lambda value: None if value is None else column.write(value),
        lambda cell: None if cell is None else column.read(cell),
    )


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - whatever the column holds
    return value


_PLAIN_COLUMNS: Mapping[type, _Column] = {
    str: _Column(_as_it_is, _as_it_is),
    int: _Column(_as_it_is, _as_it_is),
    bytes: _Column(_as_it_is, _as_it_is),
    Decimal: _Column(lambda value: format(value, "f"), Decimal),
    datetime.date: _Column(datetime.date.isoformat, datetime.date.fromisoformat),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What is said about a year as a whole."""

    number: int
    measures_year: int
    framework: str
    reported_total: Decimal | None = None
    reported_level: str | None = None
    strength_mark: Decimal = Decimal(85)
    strength_top: int | None = None


RESPONDENTS = RecordTable(records.Respondents, "respondents", "respondents", ("tool", "by", "group"))
REMARKS = RecordTable(records.Remark, "remarks", "remark", ("item",))
FINDINGS = RecordTable(records.Finding, "findings", "finding", prefix="f")
MEASURES = RecordTable(records.Measure, "measures", "measure", prefix="m")
ROUNDS = RecordTable(records.Round, "rounds", "round", prefix="r")
FOLLOWUPS = RecordTable(records.FollowUp, "followups", "followup", ("measure", "round"))
CHECKLIST = RecordTable(records.ChecklistEntry, "checklist", "checklist", ("item",))
CALENDAR = RecordTable(records.CalendarEntry, "calendar", "calendar", prefix="c")
SILENCED = RecordTable(records.Silenced, "silenced", "silenced", ("rule", "kind", "record", "field", "quote"))

RECORD_TABLES: tuple[RecordTable[Any], ...] = (
    RESPONDENTS,
    REMARKS,
    FINDINGS,
    MEASURES,
    ROUNDS,
    FOLLOWUPS,
    CHECKLIST,
    CALENDAR,
    SILENCED,
)
"""Named as the fields of `Year` that they fill."""

BY_RECORD: Mapping[type, RecordTable[Any]] = {table.record: table for table in RECORD_TABLES}

INDICATOR_SCORES = Table("indicator_scores", "scores", ("year", "number"), ("score",))
EIT_PARTS = Table("eit_parts", "scores", ("year", "number"), ("score",))
ITEM_SCORES = Table("item_scores", "scores", ("year", "code"), ("score",))
PAPERS = Table("papers", "paper", ("year", "name"), ("body",))
"""The texts of a year's papers, each as one JSON body; announced by the paper's own name."""

PAPER_RECORDS: Mapping[str, type] = {
    "memo": records.Memo,
    "report": records.Report,
    "order": records.Order,
    "agenda": records.Agenda,
}
PAPER_NAMES: Mapping[type, str] = {record: name for name, record in PAPER_RECORDS.items()}

OFFICE_CELLS = Cells(records.Office)
OFFICE = Table("office", "office", ("id",), OFFICE_CELLS.names)
YEAR_CELLS = Cells(YearFacts)
YEARS = Table("years", "year", ("number",), YEAR_CELLS.names[1:])
SHELF = Table("shelf", "shelf", ("kind", "name"), ("body",))
PICTURES = Table("pictures", "picture", ("name",), ("media_type", "content"))
HISTORY = Table("history", "history", ("seq",), ("at", "label", "source", "year", "record", "before"))

YEAR_TABLES: tuple[Table, ...] = (
    INDICATOR_SCORES,
    EIT_PARTS,
    ITEM_SCORES,
    *(table.table for table in RECORD_TABLES),
    PAPERS,
)
CONTENT_TABLES: tuple[Table, ...] = (OFFICE, YEARS, *YEAR_TABLES, SHELF, PICTURES)
ALL_TABLES: tuple[Table, ...] = (*CONTENT_TABLES, HISTORY)


def kind_of(table: Table, row: Row) -> str:
    """What a change of this row is called: papers go by their names."""
    return str(row[1]) if table is PAPERS else table.kind


def kinds_in_words(kinds: Iterable[str]) -> str:
    return " ".join(sorted({KIND_NAMES.get(kind, kind) for kind in kinds}))
