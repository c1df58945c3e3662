"""Cells on the lines of a table: where each stands, how high its rows are, and how cells are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Cell, Row
from ita_desktop.render.pdf.form import MM
from ita_desktop.render.pdf.slabs import Slab, height_of

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

PAD_SIDE = 1.7 * MM
PAD_ABOVE = 0.8 * MM
PAD_BELOW = 0.7 * MM
PAD = PAD_ABOVE + PAD_BELOW
"""Marks reach high and low already, so little room is needed above and below."""

_RULE = 0.5
SHADE = "#EDF1F4"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell's place on the grid, cut to the grid where a paper asks for more rows or columns than there are."""

    cell: Cell
    row: int
    column: int
    end_row: int
    end_column: int

    @property
    def is_single(self) -> bool:
        return self.end_row == self.row + 1


def spots(rows: Sequence[Row], columns: int) -> list[Spot]:
    """A place for each cell, from the left, beside what spans down from the rows above, as in HTML."""
    taken: set[tuple[int, int]] = set()
    found: list[Spot] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            if column >= columns:
                break
            end_column = column + 1
            while end_column < min(column + cell.columns, columns) and (number, end_column) not in taken:
                end_column += 1
            end_row = min(number + max(1, cell.rows), len(rows))
            taken.update((r, c) for r in range(number, end_row) for c in range(column, end_column))
            found.append(Spot(cell, number, column, end_row, end_column))
            column = end_column
        found += (
            Spot(Cell(), number, column, number + 1, column + 1)
            for column in range(columns)
            if (number, column) not in taken
        )
    return found


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell, or the part of it that stands on this page. Measured from the upper left corner of the table's part."""

    x: float
    y: float
    width: float
    height: float
    slabs: tuple[Slab, ...]
    shaded: bool = False
    middle: bool = False
    """Its text stands half way down."""

    def lower(self, by: float) -> DrawnCell:
        return replace(self, y=self.y + by)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.box(x + self.x, y + self.y, self.width, self.height, line=_RULE, fill=SHADE if self.shaded else "")
        down = (self.height - PAD - height_of(self.slabs)) / 2 if self.middle else 0.0
        at = y + self.y + PAD_ABOVE + max(0.0, down)
        for number, slab in enumerate(self.slabs):
            at += slab.before if number else 0.0
            if slab.content:
                slab.content.draw(sheet, x + self.x + PAD_SIDE + slab.x, at)
            at += slab.height


@dataclass(frozen=True, slots=True)
class DrawnRows:
    """The rows of a table that stand on one page, under its head."""

    cells: tuple[DrawnCell, ...]
    opening: str

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for cell in self.cells:
            cell.draw(sheet, x, y)
