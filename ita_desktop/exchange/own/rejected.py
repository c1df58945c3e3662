"""Rows that were left out of an import, each as it stood and with its reason, to be mended and imported again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ita_desktop.exchange.grid import Grid, Value
from ita_desktop.exchange.own.layout import OwnColumn, OwnSheet, make_workbook
from ita_desktop.exchange.recognise import FoundTable

REASON = "เหตุผลที่ไม่นำเข้า"


def rejected_workbook(
    grids: Sequence[Grid], tables: Iterable[tuple[FoundTable, Mapping[int, str]]]
) -> tuple[bytes, int]:
    """An .xlsx with a sheet for each table that has such rows, and how many rows there are."""
    sheets: list[OwnSheet] = []
    for table, reasons in tables:
        if reasons:
            sheets.append(_sheet(grids[table.grid], table, reasons, {sheet.name for sheet in sheets}))
    count = sum(len(sheet.rows) for sheet in sheets)
    if not sheets:
        sheets = [OwnSheet(name="ไม่มีแถวที่เหลือ", columns=(OwnColumn(REASON, 60),), rows=[])]
    return make_workbook(sheets, header="แถวที่ไม่ได้นำเข้า", choices={}), count


def _sheet(grid: Grid, table: FoundTable, reasons: Mapping[int, str], taken: set[str]) -> OwnSheet:
    indices = [column.index for column in table.columns]
    columns = tuple(OwnColumn(column.heading, 24) for column in table.columns)
    rows: list[list[Value]] = []
    for row in table.rows:
        if row.row in reasons:
            for number in (row.row, *row.continued):
                reason = reasons[row.row] if number == row.row else None
                rows.append([*(grid.value(number, index) for index in indices), reason])
    return OwnSheet(name=_free(table.sheet, taken), columns=(*columns, OwnColumn(REASON, 50)), rows=rows)


def _free(name: str, taken: set[str]) -> str:
    """Excel refuses some signs in the names of sheets, names over 31 letters, and one name twice."""
    plain = "".join(" " if letter in "[]:*?/\\'" else letter for letter in name).strip()[:24] or "ตาราง"
    number = 1
    while (free := plain if number == 1 else f"{plain} {number}") in taken:
        number += 1
    return free
