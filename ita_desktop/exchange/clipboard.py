"""A table from the clipboard: of Excel, of Word, of a web page."""

from __future__ import annotations

import csv
import io

from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.exchange.grid import Grid, Value, trimmed
from ita_desktop.exchange.html_tables import TooManyCells, read_html

NAME = "คลิปบอร์ด"
_MOST_LETTERS = 20 * 2**20


def read(text: str, html: str = "") -> Grid:
    """The table on the clipboard. HTML is asked first, for it knows merged cells and lines within a cell.

    Several tables come as one grid, one below the other.
    """
    if len(text) + len(html) > _MOST_LETTERS:
        raise _too_much()
    try:
        grids = read_html(html, NAME) if "<table" in html.lower() else []
    except TooManyCells as error:
        raise _too_much() from error
    if grids:
        return _below_each_other(grids)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter="\t"))
    except csv.Error as error:
        raise _too_much() from error
    return Grid(name=NAME, rows=trimmed([tuple(cell.strip() or None for cell in row) for row in rows]))


def _below_each_other(grids: list[Grid]) -> Grid:
    if len(grids) == 1:
        return grids[0]
    from dataclasses import replace

    rows: list[tuple[Value, ...]] = []
    spans = []
    for grid in grids:
        rows += [(), (grid.above,)] if grid.above else [()]
        spans += [replace(span, top=span.top + len(rows), bottom=span.bottom + len(rows)) for span in grid.spans]
        rows += grid.rows
    return Grid(name=NAME, rows=trimmed(rows), spans=tuple(spans))


def _too_much() -> AnswerIsNo:
    return AnswerIsNo("สิ่งที่คัดลอกมามีมากเกินไป", safe="ยังไม่ได้นำเข้าสิ่งใด", do="คัดลอกเฉพาะตารางที่ต้องการแล้ววางใหม่")
