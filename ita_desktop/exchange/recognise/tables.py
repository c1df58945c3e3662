"""Every table on every grid, understood; and one table understood once more, the way a person says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.telling import Progress, quietly
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.recognise.body import Layout, Reading
from ita_desktop.exchange.recognise.columns import columns_of, signature_of
from ita_desktop.exchange.recognise.findings import read_findings
from ita_desktop.exchange.recognise.followups import read_followups
from ita_desktop.exchange.recognise.found import (
    CellProblem,
    Column,
    FoundTable,
    IndicatorScore,
    Kind,
    Known,
    Recognised,
    TableRow,
)
from ita_desktop.exchange.recognise.guess import guess_table
from ita_desktop.exchange.recognise.heads import Sheet
from ita_desktop.exchange.recognise.items import read_items
from ita_desktop.exchange.recognise.kinds import kind_of
from ita_desktop.exchange.recognise.layouts import extents
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.plans import read_measures
from ita_desktop.exchange.recognise.respondents import read_respondents
from ita_desktop.exchange.recognise.scores import read_scores
from ita_desktop.exchange.recognise.years import check_years, choose_scores

_READERS: dict[Kind, Callable[[Reading], None]] = {
    Kind.SCORES: read_scores,
    Kind.COMPARED: read_scores,
    Kind.ITEMS: read_items,
    Kind.RESPONDENTS: read_respondents,
    Kind.FINDINGS: read_findings,
    Kind.MEASURES: read_measures,
    Kind.FOLLOWUP: read_followups,
}
_MOST_ROWS = 5000

Along = Callable[[float], None]


def _nowhere(_share: float) -> None: ...


def recognise(grids: Sequence[Grid], known: Known, *, progress: Progress = quietly) -> Recognised:
    tables: list[FoundTable] = []
    notices: list[CellProblem] = []
    for number, grid in enumerate(grids):
        along = _part_of(progress, f"ดูแผ่นงาน {grid.name}", number, len(grids))
        along(0)
        found = list(_tables_on(number, Sheet(grid), known, along))
        tables += found
        if not found:
            notices.append(_nothing_here(grid))
    return Recognised(grids=tuple(grids), tables=tuple(tables), notices=tuple(notices))


def _part_of(progress: Progress, doing: str, number: int, count: int) -> Along:
    return lambda share: progress(doing, (number + share) / count)


def reread(
    grids: Sequence[Grid],
    table: FoundTable,
    known: Known,
    *,
    columns: tuple[Column, ...] | None = None,
    any_year: bool = False,
) -> FoundTable:
    """The same table with other meanings given to its columns, or after a cell of its grid was mended.

    With `any_year` a person has said that the table is meant for the year at hand, whatever year it names.
    """
    by_hand = table.by_hand or columns is not None
    columns = table.columns if columns is None else columns
    kinds = kind_of({column.meaning for column in columns})
    kind: Kind = Kind.SCORES if table.kind is Kind.COMPARED else table.kind
    if kind not in kinds:
        kind = kinds[0] if kinds else kind
    if any_year:
        columns = tuple(replace(column, year=None) if _is_only_score(column, columns) else column for column in columns)
    return _read(
        replace(table, kind=kind, columns=columns, by_hand=by_hand), Sheet(grids[table.grid]), known, any_year=any_year
    )


def _is_only_score(column: Column, columns: tuple[Column, ...]) -> bool:
    scores = [each for each in columns if each.meaning is Meaning.SCORE]
    return column.meaning is Meaning.SCORE and len(scores) == 1


def _tables_on(number: int, sheet: Sheet, known: Known, along: Along) -> Iterable[FoundTable]:
    found = False
    for extent in extents(sheet):
        found = True
        kind, columns = columns_of(sheet, extent, known)
        table = FoundTable(
            grid=number,
            sheet=sheet.grid.name,
            kind=kind,
            head=extent.head.row,
            first=extent.first,
            last=extent.last,
            breaks=extent.breaks,
            columns=columns,
            title=extent.title,
            signature=signature_of(extent.head),
        )
        yield _read(table, sheet, known, along)
    if not found:
        guessed = guess_table(number, sheet, known.framework)
        if guessed:
            yield _read(guessed, sheet, known, along)


def _read(
    table: FoundTable, sheet: Sheet, known: Known, along: Along = _nowhere, *, any_year: bool = False
) -> FoundTable:
    layout = Layout(
        sheet=sheet,
        columns=table.columns,
        first=table.first,
        last=table.last,
        breaks=table.breaks,
        title=table.title,
    )
    reading = Reading(layout, known, along)
    also: tuple[Kind, ...] = ()
    kind = table.kind
    if not kind_of({column.meaning for column in table.columns}):
        reading.refuse("คอลัมน์ที่เลือกไว้ยังไม่พอให้อ่านตารางนี้ได้", "columns")
    elif table.last - table.first >= _MOST_ROWS:
        reading.refuse(f"ตารางนี้ยาวเกิน {_MOST_ROWS} แถว แบ่งเป็นหลายไฟล์แล้วนำเข้าทีละไฟล์", "too-long")
    else:
        if kind in {Kind.SCORES, Kind.ITEMS}:
            choose_scores(reading)
        _READERS[kind](reading)
        also = _also(kind, reading)
    year = check_years(reading, kind, any_year=any_year)
    return replace(
        table,
        kind=Kind.COMPARED if kind is Kind.SCORES and _years_beside(reading) > 1 else kind,
        also=also,
        year=year,
        rows=tuple(_with_words(row, sheet) for row in reading.rows),
        notices=tuple(reading.notices),
        left_out=tuple(reading.left_out),
    )


def _years_beside(reading: Reading) -> int:
    return len({column.year for column in reading.layout.all(Meaning.SCORE)})


def _with_words(row: TableRow, sheet: Sheet) -> TableRow:
    """Records of our own sheets come with the words of their cells, so that what was not touched is known."""
    if not any(entry.id for entry in row.entries):
        return row
    entries = (
        replace(entry, said={field: sheet.text(*place) for field, place in entry.given.items()}) if entry.id else entry
        for entry in row.entries
    )
    return replace(row, entries=tuple(entries))


def _also(kind: Kind, reading: Reading) -> tuple[Kind, ...]:
    """What else the rows hold: findings beside their measures, scores beside findings."""
    if kind is Kind.MEASURES and any(entry.answers for row in reading.rows for entry in row.entries):
        return (Kind.FINDINGS,)
    if kind is Kind.ITEMS and any(
        isinstance(entry.record, IndicatorScore) for row in reading.rows for entry in row.entries
    ):
        return (Kind.SCORES,)
    if kind is Kind.FINDINGS and reading.layout.has(Meaning.SCORE) and reading.layout.has(Meaning.INDICATOR):
        scores = Reading(reading.layout, reading.known)
        read_scores(scores)
        reading.rows = _joined(reading.rows, [row for row in scores.rows if row.entries])
        return (Kind.SCORES,)
    return ()


def _joined(rows: list[TableRow], more: list[TableRow]) -> list[TableRow]:
    by_row = {row.row: row for row in rows}
    for row in more:
        if before := by_row.get(row.row):
            row = replace(before, entries=(*before.entries, *row.entries), problems=(*before.problems, *row.problems))
        by_row[row.row] = row
    return [by_row[row] for row in sorted(by_row)]


def _nothing_here(grid: Grid) -> CellProblem:
    return CellProblem(
        sheet=grid.name,
        row=0,
        column=0,
        severity=Severity.HINT,
        message="ไม่พบตารางที่รู้จักในแผ่นงานนี้",
        group="no-table",
    )
