"""A table's block on the grid: columns as wide as their shares, cells with their text in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ita_desktop.papers.blocks import Align, Cell, Row, Table
from ita_desktop.render.pdf.form import BODY_BOLD, CELL, CELL_HEAD, PART_GAP, Look
from ita_desktop.render.pdf.grid import PAD_SIDE, Spot, spots
from ita_desktop.render.pdf.prose import in_cell
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab, gap, stacked
from ita_desktop.render.pdf.tables import Kept, LaidCell, LaidRow, TableOverPages

_GOES_ON = "(ต่อ)"
_LINES_WORTH_REPEATING = 3
"""A cell up to this long is named again where it goes on; of a longer one only "(ต่อ)" is said."""
_MOST_HEAD = 1 / 2
"""Of the text block. A head higher than this would leave no room under it, so it is printed once."""


def table(block: Table, setting: Setting, *, sticks: bool) -> list[Slab | TableOverPages]:
    if not block.columns:
        return []
    head = block.head or (Row(tuple(Cell(column.title) for column in block.columns)),)
    rows, heads = _laid(block.rows, block, setting), _laid(head, block, setting, heads=len(head))
    laid = TableOverPages(rows, heads, before=PART_GAP, sticks=sticks)
    if laid.head_height > _MOST_HEAD * setting.leaf.text_height:
        rows = _laid((*head, *block.rows), block, setting, heads=len(head))
        laid = TableOverPages(rows, before=PART_GAP, sticks=sticks)
    caption = setting.lines(block.caption, BODY_BOLD, setting.width) if block.caption else ()
    return [*stacked(caption, before=PART_GAP, sticks=True), laid, gap(PART_GAP, sticks=sticks)]


def kept_together(block: Table, setting: Setting) -> Kept:
    return TableOverPages(_laid(block.rows, block, setting)).kept_together(setting.leaf.text_height)


def _laid(rows: Sequence[Row], block: Table, setting: Setting, heads: int = 0) -> list[LaidRow]:
    """Rows with their cells set; the first `heads` of them are the table's head."""
    edges = _edges(block, setting.width)
    cells: list[list[LaidCell]] = [[] for _ in rows]
    for spot in spots(rows, len(block.columns)):
        row, is_head = rows[spot.row], spot.row < heads
        align = Align.CENTER if is_head else spot.cell.align or block.columns[spot.column].align
        look = CELL_HEAD if is_head or row.emphasis or spot.cell.bold else CELL
        says_on = not spot.is_single or not any(cell.spot.is_single and cell.mark for cell in cells[spot.row])
        laid = _cell(spot, edges, look, align, setting, says_on=says_on)
        cells[spot.row].append(replace(laid, shaded=is_head or row.emphasis, middle=is_head))
    last_plain = max((number for number, row in enumerate(rows) if not row.emphasis), default=-1)
    return [
        LaidRow(
            tuple(begun),
            leads=row.emphasis and number < last_plain,
            sums=row.emphasis and number > last_plain,
        )
        for number, (row, begun) in enumerate(zip(rows, cells, strict=True))
    ]


def _edges(block: Table, width: float) -> list[float]:
    shares = [max(column.share, 0.0) for column in block.columns]
    if not sum(shares):
        shares = [1.0] * len(shares)
    return [0.0, *(width * share / sum(shares) for share in accumulate(shares))]


def _cell(spot: Spot, edges: Sequence[float], look: Look, align: Align, setting: Setting, *, says_on: bool) -> LaidCell:
    """`says_on`: it spans rows or is the first that does not, so where it is torn the next page says "(ต่อ)" in it, if
    that has room beside itself."""
    x, width = edges[spot.column], edges[spot.end_column] - edges[spot.column]
    room = max(width - 2 * PAD_SIDE, 1.0)
    content = spot.cell.content
    slabs = tuple(in_cell(content, look, setting, room, align))
    mark = tuple(in_cell(_GOES_ON, look, setting, room, align)) if says_on else ()
    if len(mark) != 1:
        return LaidCell(spot, x, width, slabs)
    name = content if isinstance(content, str) and len(slabs) <= _LINES_WORTH_REPEATING else ""
    last_mark = in_cell(f"{name} {_GOES_ON}".strip(), look, setting, room, align)
    return LaidCell(spot, x, width, slabs, mark, tuple(last_mark))
