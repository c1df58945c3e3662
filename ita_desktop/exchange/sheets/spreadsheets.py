"""Workbooks of Excel and LibreOffice, sheet by sheet."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ita_desktop.exchange.grid import NO_FLAWS, Place, Span, exact
from ita_desktop.exchange.sheets.look import Seen, Source, damaged, refused, too_large
from ita_desktop.exchange.sheets.wire import Sheet

_MOST_SHEETS = 200
_MOST_CELLS = 8_000_000
"""Empty ones between count too."""
_Percents = Mapping[int, Sequence[int]]
"""By row, the columns that are shown in per cent."""
_NEVER_CALCULATED = "สูตรในเซลล์นี้ยังไม่มีค่า เปิดไฟล์ใน Excel แล้วบันทึกหนึ่งครั้ง หรือพิมพ์ตัวเลขแทนสูตร"


def read_spreadsheet(data: bytes, seen: Seen) -> Iterator[Sheet]:
    """Sheets that can be seen; hidden ones are no tables of the officer's. Each is to be taken before the next."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if len(workbook.sheet_names) > _MOST_SHEETS:
            raise too_large()
        details = _details(data) if seen.in_detail and seen.source is Source.XLSX else {}
        cells = 0
        for about in workbook.sheets_metadata:
            if about.visible is not SheetVisibleEnum.Visible or about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            percents, flaws = details.get(about.name, ({}, NO_FLAWS))
            height, width = _size(sheet)
            cells += height * width
            if cells > _MOST_CELLS:
                raise too_large()
            rows = _as_percents(_rows(sheet), percents) if percents else _rows(sheet)
            yield Sheet(name=about.name, rows=rows, height=height, spans=_spans(sheet.merged_cell_ranges), flaws=flaws)
    except PasswordError as error:
        raise refused("ไฟล์นี้ใส่รหัสผ่านไว้ จึงอ่านไม่ได้", "เปิดใน Excel เอารหัสผ่านออก บันทึก แล้วนำเข้าอีกครั้ง") from error
    except CalamineError as error:
        raise damaged() from error


def _size(sheet: Any) -> tuple[int, int]:  # noqa: ANN401 - python-calamine is not loaded before it is needed
    return (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)


def _rows(sheet: Any) -> Iterator[list[Any]]:  # noqa: ANN401
    """From the first row and column on: what calamine leaves out because it is empty has its place all the same."""
    if sheet.start is None:
        return
    beside: list[Any] = [None] * sheet.start[1]
    for cells in sheet.iter_rows():
        while cells and cells[-1] == "":
            cells.pop()
        yield beside + cells if beside else cells


def _spans(ranges: Any) -> tuple[Span, ...]:  # noqa: ANN401 - None for .ods
    return tuple(Span(top, left, bottom, right) for (top, left), (bottom, right) in ranges or ())


def _as_percents(rows: Iterator[list[Any]], percents: _Percents) -> Iterator[list[Any]]:
    """86.42% is kept as 0.8642; the officer sees a percentage, and so do we."""
    for number, cells in enumerate(rows):
        for column in percents.get(number, ()):
            if column < len(cells) and isinstance(cells[column], int | float):
                cells[column] = f"{exact(exact_percent(cells[column])):f}%"
        yield cells


def exact_percent(value: float) -> float:
    return float(exact(value) * 100)


def _details(data: bytes) -> Mapping[str, tuple[_Percents, Mapping[Place, str]]]:
    """By sheet: cells shown in per cent, and cells whose value the fast reader cannot tell."""
    import openpyxl

    found = {}
    workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in workbook.worksheets:
        percents: dict[int, list[int]] = defaultdict(list)
        flaws: dict[Place, str] = {}
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
                    percents[place[0]].append(place[1])
        found[sheet.title] = (percents, flaws)
    return found
