"""Workbooks of Excel and LibreOffice, sheet by sheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping
from typing import Any

from ita_desktop.exchange.grid import NO_FLAWS, Grid, Place, Span, Value, exact
from ita_desktop.exchange.sheets.look import Seen, Source, damaged, refused, too_large

_MOST_SHEETS = 200
_MOST_CELLS = 8_000_000
"""Empty ones between count too."""
_LONGEST_TEXT = 32_767
_NEVER_CALCULATED = "สูตรในเซลล์นี้ยังไม่มีค่า เปิดไฟล์ใน Excel แล้วบันทึกหนึ่งครั้ง หรือพิมพ์ตัวเลขแทนสูตร"


def read_spreadsheet(data: bytes, seen: Seen) -> Iterator[Grid]:
    """Sheets that can be seen and have something in them; hidden ones are no tables of the officer's."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if len(workbook.sheet_names) > _MOST_SHEETS:
            raise too_large()
        details = _details(data) if seen.in_detail and seen.source is Source.XLSX else {}
        cells = 0
        for sheet in workbook.sheets_metadata:
            if sheet.visible is not SheetVisibleEnum.Visible or sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            read = workbook.get_sheet_by_name(sheet.name)
            cells += _area(read)
            if cells > _MOST_CELLS:
                raise too_large()
            percents, flaws = details.get(sheet.name, (frozenset(), NO_FLAWS))
            values = _as_percents(_rows(read), percents)
            flaws = {place: why for place, why in flaws.items() if _at(values, place) is None}
            if values or flaws:
                yield Grid(name=sheet.name, rows=values, spans=_spans(read.merged_cell_ranges), flaws=flaws)
    except PasswordError as error:
        raise refused("ไฟล์นี้ใส่รหัสผ่านไว้ จึงอ่านไม่ได้", "เปิดใน Excel เอารหัสผ่านออก บันทึก แล้วนำเข้าอีกครั้ง") from error
    except CalamineError as error:
        raise damaged() from error


def _area(sheet: Any) -> int:  # noqa: ANN401
    return 0 if sheet.end is None else (sheet.end[0] + 1) * (sheet.end[1] + 1)


def _rows(sheet: Any) -> tuple[tuple[Value, ...], ...]:  # noqa: ANN401 - python-calamine is not loaded before it is needed
    """From the first row and column on: what calamine leaves out because it is empty has its place all the same."""
    if sheet.end is None:
        return ()
    height, width = (last + 1 for last in sheet.end)
    rows = [_row(cells, width) for cells in sheet.iter_rows()]
    empty_above = height - len(rows)
    while rows and not rows[-1]:
        rows.pop()
    return ((),) * empty_above + tuple(rows) if rows else ()


def _row(cells: list[Any], width: int) -> tuple[Value, ...]:
    # The two usual kinds without a call for each: a long sheet has a million of them.
    values = [
        cell
        if type(cell) is float or (type(cell) is str and cell and len(cell) <= _LONGEST_TEXT and not cell.isspace())
        else _value(cell)
        for cell in cells
    ]
    while values and values[-1] is None:
        values.pop()
    return (None,) * (width - len(cells)) + tuple(values) if values else ()


def _value(cell: Any) -> Value:  # noqa: ANN401 - what calamine gives
    match cell:
        case str():
            if len(cell) > _LONGEST_TEXT:
                raise too_large()
            return None if not cell or cell.isspace() else cell
        case datetime.datetime() if cell.time() == datetime.time():
            return cell.date()
        case datetime.time():
            return f"{cell:%H:%M}"
        case datetime.timedelta():
            return str(cell)
    return cell  # type: ignore[no-any-return]


def _at(rows: tuple[tuple[Value, ...], ...], place: Place) -> Value:
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def _spans(ranges: Any) -> tuple[Span, ...]:  # noqa: ANN401 - None for .ods
    return tuple(Span(top, left, bottom, right) for (top, left), (bottom, right) in ranges or ())


def _as_percents(rows: tuple[tuple[Value, ...], ...], percents: frozenset[Place]) -> tuple[tuple[Value, ...], ...]:
    """86.42% is kept as 0.8642; the officer sees a percentage, and so do we."""
    if not percents:
        return rows
    shown = [list(row) for row in rows]
    for row, column in percents:
        value = _at(rows, (row, column))
        if isinstance(value, int | float):
            shown[row][column] = f"{exact(exact_percent(value)):f}%"
    return tuple(map(tuple, shown))


def exact_percent(value: float) -> float:
    return float(exact(value) * 100)


def _details(data: bytes) -> Mapping[str, tuple[frozenset[Place], Mapping[Place, str]]]:
    """By sheet: cells shown in per cent, and cells whose value the fast reader cannot tell."""
    import openpyxl

    found = {}
    workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in workbook.worksheets:
        percents, flaws = set(), {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                place = (cell.row - 1, cell.column - 1)
                if cell.data_type == "f":
                    flaws[place] = _NEVER_CALCULATED
                elif cell.data_type == "e":
                    flaws[place] = f"เซลล์นี้เป็นค่าผิดพลาดของสูตร {cell.value}"
                if "%" in cell.number_format:
                    percents.add(place)
        found[sheet.title] = (frozenset(percents), flaws)
    return found
