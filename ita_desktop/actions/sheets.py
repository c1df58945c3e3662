"""Sheets in: what a sheet would change, and the import as one step."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.actions.importing import Importer
from ita_desktop.actions.outcomes import Duplicates, Outcome, RowState
from ita_desktop.actions.workbook import back_up
from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import Measure
from ita_desktop.domain.telling import Progress, quietly
from ita_desktop.exchange.recognise import (
    CellProblem,
    FoundTable,
    Kind,
    Known,
    Meaning,
    TableRow,
    mapping_of,
)
from ita_desktop.exchange.recognise.found import Report
from ita_desktop.storage.change import Change
from ita_desktop.storage.document import Document
from ita_desktop.thai.dates import fiscal_year_of

MAPPINGS = "import-mapping"
"""The shelf for meanings that a person gave to the columns of a kind of sheet."""

_ROWS_BETWEEN = 50
"""Rows from one word of progress to the next."""

_ORDER = (Kind.SCORES, Kind.COMPARED, Kind.ITEMS, Kind.RESPONDENTS, Kind.FINDINGS, Kind.MEASURES, Kind.FOLLOWUP)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A row of a table and what becomes, or would become, of it."""

    table: int
    """Which of the tables that were given."""
    row: int
    state: RowState
    outcomes: tuple[Outcome, ...] = ()

    @property
    def changed_values(self) -> int:
        """How many values of the workbook it replaces; a cell that fills several fields counts once."""
        return sum(
            len({change.place for change in outcome.changes})
            for outcome in self.outcomes
            if outcome.state is RowState.UPDATED
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an import did, or would do."""

    year: int
    tables: tuple[FoundTable, ...]
    rows: tuple[PlannedRow, ...]
    problems: tuple[CellProblem, ...]
    dry_run: bool

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)

    @property
    def taken(self) -> int:
        """Rows that are in the workbook now, new or not."""
        return self.count(RowState.NEW) + self.count(RowState.UPDATED) + self.count(RowState.UNCHANGED)

    @property
    def changed(self) -> int:
        return sum(row.changed_values for row in self.rows if row.state is RowState.UPDATED)

    @property
    def differing(self) -> int:
        """Rows that say something else than the workbook does, whatever becomes of them."""
        return sum(map(_differs, self.rows))

    @property
    def came_back(self) -> bool:
        """What differs was written by us and changed by a person since: on our own sheets, known by its id."""
        differing = {(row.table, row.row) for row in self.rows if _differs(row)}
        return all(
            all(entry.id for entry in row.entries)
            for number, table in enumerate(self.tables)
            for row in table.rows
            if (number, row.row) in differing
        )

    @property
    def skipped(self) -> int:
        return self.count(RowState.SKIPPED) + self.count(RowState.ERROR)


def _differs(row: PlannedRow) -> bool:
    return row.state in {RowState.UPDATED, RowState.SKIPPED} and any(outcome.changes for outcome in row.outcomes)


class WouldOverwrite(AnswerIsNo):
    """Rows say something else than the workbook does, and nobody has said that they may."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(
            f"มี {summary.differing} แถวที่มีข้อมูลในสมุดงานอยู่แล้วและไม่ตรงกัน",
            safe="ยังไม่ได้นำเข้าสิ่งใด",
            do="เลือกว่าจะข้ามแถวเหล่านั้นหรือแก้ตามตาราง",
        )
        self.summary = summary


class _TakenBack(Exception):
    """Ends a rehearsal: everything was done, and none of it stays."""

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self.summary = summary


def known_of(document: Document, year: int, frameworks: Frameworks) -> Known:
    """What the workbook knows that helps to understand a sheet; it takes no workbook along, so it fits any thread."""
    own = {number: document.year(number).framework for number in document.years()}
    office = document.office
    return Known(
        year=year,
        framework_of=lambda number: own.get(number) or frameworks.for_year(number),
        measures_year=document.records(year).measures_year if year in own else year + 1,
        office=office.name,
        divisions=office.divisions,
        mappings=document.shelf(MAPPINGS),
    )


def plan_import(
    document: Document,
    tables: Sequence[FoundTable],
    year: int,
    *,
    on_duplicates: Duplicates = Duplicates.UPDATE,
    progress: Progress = quietly,
) -> Summary:
    """What an import would do, found out by doing it and taking it back."""
    return import_tables(document, tables, year, on_duplicates=on_duplicates, dry_run=True, progress=progress)


def import_tables(
    document: Document,
    tables: Sequence[FoundTable],
    year: int,
    *,
    on_duplicates: Duplicates = Duplicates.STOP,
    dry_run: bool = False,
    backup: Callable[[], object] | None = None,
    progress: Progress = quietly,
) -> Summary:
    """All rows that are in order, as one step; rows with an error stay out. `backup` is called before any change."""
    if backup is not None and not dry_run and any(table.usable for table in tables):
        backup()
    try:
        with document.change(_label(tables)) as change:
            summary = _taken_over(document, change, tables, year, on_duplicates, progress, dry_run=dry_run)
            if dry_run:
                raise _TakenBack(summary)
            if on_duplicates is Duplicates.STOP and summary.count(RowState.UPDATED):
                raise WouldOverwrite(summary)
    except _TakenBack as taken_back:
        return taken_back.summary
    return summary


def with_backup(document: Document, root: Path, now: datetime.datetime) -> Callable[[], object]:
    """A verified backup in the usual place, for `import_tables` to make first."""
    return lambda: back_up(document, root, now)


def _label(tables: Sequence[FoundTable]) -> str:
    kinds = dict.fromkeys(table.kind.label for table in tables)
    return f"นำเข้า{' และ '.join(kinds)}" if len(kinds) < 3 else f"นำเข้าตาราง {len(tables)} ตาราง"


def _taken_over(
    document: Document,
    change: Change,
    tables: Sequence[FoundTable],
    year: int,
    on_duplicates: Duplicates,
    progress: Progress,
    *,
    dry_run: bool,
) -> Summary:
    importer = Importer(document, change, year, on_duplicates)
    order = sorted(range(len(tables)), key=lambda index: _ORDER.index(tables[index].kind))
    entries = [entry for index in order for row in tables[index].usable for entry in row.entries]
    importer.prepare(entries, _measures_years(tables, year))
    planned: dict[tuple[int, int], PlannedRow] = {}
    problems = [problem for table in tables for problem in table.problems]
    doing, rows = "ทดลองนำเข้า" if dry_run else "นำเข้า", sum(len(table.rows) for table in tables)
    for index in order:
        for row in tables[index].rows:
            if len(planned) % _ROWS_BETWEEN == 0:
                progress(doing, len(planned) / rows)
            planned[index, row.row] = one = _plan(importer, index, tables[index], row)
            problems += _problems_of(tables[index], row, one)
        if tables[index].by_hand and tables[index].signature:
            change.put_on_shelf(MAPPINGS, tables[index].signature, mapping_of(tables[index].columns))
    return Summary(
        year=year,
        tables=tuple(tables),
        rows=tuple(planned[key] for key in sorted(planned)),
        problems=tuple(problems),
        dry_run=dry_run,
    )


def _plan(importer: Importer, index: int, table: FoundTable, row: TableRow) -> PlannedRow:
    if table.refused or row.rejected:
        return PlannedRow(table=index, row=row.row, state=RowState.ERROR)
    if not row.entries:
        return PlannedRow(table=index, row=row.row, state=RowState.SKIPPED)
    outcomes = tuple(importer.take(entry) for entry in row.entries)
    return PlannedRow(table=index, row=row.row, state=_state(outcomes), outcomes=outcomes)


def _state(outcomes: Sequence[Outcome]) -> RowState:
    states = {outcome.state for outcome in outcomes}
    for state in (RowState.UPDATED, RowState.NEW, RowState.SKIPPED, RowState.UNCHANGED):
        if state in states:
            return state
    return RowState.ERROR


def _problems_of(table: FoundTable, row: TableRow, planned: PlannedRow) -> Iterator[CellProblem]:
    """What could only be seen against the workbook."""
    for outcome in planned.outcomes:
        if outcome.message:
            yield CellProblem(
                sheet=table.sheet,
                row=row.row,
                column=_column_of(table, row),
                severity=Severity.ERROR,
                message=outcome.message,
                value=outcome.what,
                group="no-measure",
            )


def _column_of(table: FoundTable, row: TableRow) -> int | None:
    """Where the measure is named, which a report is about; else the first cell that says anything."""
    if any(isinstance(entry.record, Report) for entry in row.entries):
        return next((column.index for column in table.columns if column.meaning is Meaning.MEASURE), None)
    return next((column for entry in row.entries for _, column in entry.given.values()), None)


def _measures_years(tables: Sequence[FoundTable], year: int) -> dict[int, int]:
    """A year made by the import gets the year in which most of its measures end, else the one their title names."""
    possible = {year, year + 1}
    measures = [table for table in tables if table.kind is Kind.MEASURES]
    ends = Counter(
        fiscal_year_of(entry.record.end)
        for table in measures
        for row in table.rows
        for entry in row.entries
        if isinstance(entry.record, Measure) and entry.record.end
    )
    named = [table.year for table in measures if table.year is not None]
    likely = [candidate for candidate in (*(ended for ended, _ in ends.most_common()), *named) if candidate in possible]
    return {year: likely[0]} if likely else {}
