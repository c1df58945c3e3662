"""Sheets out: the whole workbook, rows that an import left out, blank ones to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ita_desktop.actions.outcomes import RowState
from ita_desktop.actions.sheets import Summary
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.recognise import FoundTable
from ita_desktop.storage.document import Document


def export_rejected(grids: Sequence[Grid], summary: Summary, target: Path) -> int:
    """The rows that were left out as a sheet of their own, each with its reason, to be mended and imported again."""
    from ita_desktop.exchange.own.rejected import rejected_workbook

    data, count = rejected_workbook(grids, _with_reasons(summary))
    write_whole(target, data)
    return count


def _with_reasons(summary: Summary) -> Iterable[tuple[FoundTable, dict[int, str]]]:
    for index, table in enumerate(summary.tables):
        reasons: dict[int, list[str]] = {}
        for problem in summary.problems:
            if problem.sheet == table.sheet and problem.severity is Severity.ERROR:
                reasons.setdefault(problem.row, []).append(problem.message)
        rows = [planned.row for planned in summary.rows if planned.table == index and planned.state is RowState.ERROR]
        of_table = [problem.message for problem in table.notices if problem.severity is Severity.ERROR]
        yield table, {row: " ".join(reasons.get(row, of_table)) for row in rows}


def export_template(framework: Framework, target: Path) -> Path:
    """Blank sheets of every kind with an example row each and instructions, for the rules of a year."""
    from ita_desktop.exchange.own.template import template_workbook

    write_whole(target, template_workbook(framework))
    return target


def export_workbook(document: Document, target: Path) -> Path:
    """Everything in the workbook that has rows, as sheets that can be edited and imported again."""
    from ita_desktop.exchange.own.workbook import workbook_sheets

    write_whole(target, workbook_sheets(document.office, [document.year(number) for number in document.years()]))
    return target
