"""What an import does to the workbook, value by value: before it is done, and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ita_desktop.actions.outcomes import FieldChange, RowState
from ita_desktop.actions.sheets import PlannedRow, Summary
from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.recognise import FoundTable
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.words import Look

STATES = {
    RowState.NEW: Look("ใหม่", "add", "good"),
    RowState.UPDATED: Look("แก้", "up", "accent"),
    RowState.UNCHANGED: Look("เหมือนเดิม", "done", "muted"),
    RowState.SKIPPED: Look("ข้าม", "cancelled", "muted"),
    RowState.ERROR: Look("ผิด", "error", "bad"),
}


@dataclass(frozen=True)
class Line:
    where: str
    """Sheet and row."""
    state: RowState
    what: str
    field: str = ""
    before: str = ""
    after: str = ""


def in_words(summary: Summary) -> str:
    counts = ((look, summary.count(state)) for state, look in STATES.items())
    return " · ".join(f"{look.text} {count:,} แถว" for look, count in counts if count) or "ไม่มีแถวให้นำเข้า"


def lines(summary: Summary) -> Iterator[Line]:
    """New and changed values, then what stays out; what is as it was is only counted."""
    reasons: dict[tuple[str, int], str] = {}
    for problem in summary.problems:
        if problem.severity is Severity.ERROR:
            reasons.setdefault((problem.sheet, problem.row), problem.message)
    for wanted in (RowState.UPDATED, RowState.NEW, RowState.SKIPPED, RowState.ERROR):
        for row in summary.rows:
            if row.state is wanted:
                table = summary.tables[row.table]
                yield from _of_row(row, table, reasons.get((table.sheet, row.row), ""))


def _of_row(row: PlannedRow, table: FoundTable, reason: str) -> Iterator[Line]:
    where = f"{table.sheet} แถว {row.row + 1}"
    if row.state is RowState.ERROR or not row.outcomes:
        yield Line(where, row.state, reason or "ไม่มีข้อมูลให้นำเข้าในแถวนี้")
        return
    for outcome in row.outcomes:
        if outcome.state is RowState.UNCHANGED:
            continue
        if not outcome.changes:
            yield Line(where, outcome.state, outcome.message or outcome.what)
        for change in outcome.changes:
            yield Line(where, outcome.state, outcome.what, _column(table, change), change.before, change.after)


def _column(table: FoundTable, change: FieldChange) -> str:
    """What was changed, in the words of the column it came from."""
    index = change.place[1] if change.place else None
    return next((column.meaning.label for column in table.columns if column.index == index), "")


def outcome_list(parent: QWidget) -> Table:
    columns = (
        Column(
            title="ผล",
            value=lambda line: STATES[line.state].text,
            icon=lambda line: STATES[line.state].icon,
            tone=lambda line: STATES[line.state].tone,
            width=105,
        ),
        Column(title="แผ่นงานและแถว", value=lambda line: line.where, tip=lambda line: line.where, width=160),
        Column(title="รายการ", value=lambda line: line.what, tip=lambda line: line.what),
        Column(title="ช่อง", value=lambda line: line.field, width=120),
        Column(
            title="ค่าเดิม",
            value=lambda line: line.before,
            tip=lambda line: line.before,
            tone=lambda _: "muted",
            width=200,
        ),
        Column(title="ค่าใหม่", value=lambda line: line.after, tip=lambda line: line.after, width=200),
    )
    return Table(RecordTable(columns, key=lambda line: line, parent=parent), "ผลของการนำเข้าทีละค่า", whole_rows=True)
