"""Tables over pages: the head is repeated, rows stay whole where they can, and what is torn goes on as "(ต่อ)"."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.render.pdf.grid import PAD, DrawnCell, DrawnRows, Spot
from ita_desktop.render.pdf.slabs import Slab, height_of

_TALL = 1 / 3
"""Of the text block. A row higher than this is torn where a page ends; a lower one moves to the next page whole."""
_LEAST_TORN = 60.0
"""Points: three lines. Less of a row is not worth beginning."""
_LEAST_ROW = 20.0


@dataclass(frozen=True, slots=True, eq=False)
class LaidCell:
    """A cell with its text in lines, on its place in the grid."""

    spot: Spot
    x: float
    width: float
    slabs: tuple[Slab, ...]
    mark: tuple[Slab, ...] = ()
    """What says on the next page that it goes on from this one; empty = nothing says so."""
    last_mark: tuple[Slab, ...] = ()
    """The same where nothing of its own text is left."""
    shaded: bool = False
    middle: bool = False


@dataclass(frozen=True, slots=True)
class LaidRow:
    cells: tuple[LaidCell, ...]
    """Those that begin in it."""
    leads: bool = False
    """The name of a group of rows: not the last one on a page."""
    sums: bool = False
    """A total: not the first one on a page."""


class Kept(NamedTuple):
    """What of a table stands together, row by row: for who lays it out elsewhere by the same rules."""

    whole: tuple[bool, ...]
    """It is never torn."""
    with_next: tuple[bool, ...]
    """It stands on the page of the row under it, if there is one."""


class TableOverPages:
    """Hands out the part of a table that fits, page by page. Cells over several rows run on beside the rows."""

    def __init__(
        self, rows: Sequence[LaidRow], head: Sequence[LaidRow] = (), *, before: float = 0.0, sticks: bool = False
    ) -> None:
        self.before = before
        self.sticks = sticks
        self.finished = not rows and not head
        self._rows = rows
        self._ending: defaultdict[int, list[LaidCell]] = defaultdict(list)
        for cell in (cell for row in rows for cell in row.cells if not cell.spot.is_single):
            self._ending[cell.spot.end_row - 1].append(cell)
        self._row = 0
        self._is_begun = False
        """The page before holds the beginning of this row."""
        self._open: list[LaidCell] = []
        self._left: dict[LaidCell, tuple[Slab, ...]] = {}
        """The cells that go on from the page before, and what is left of their text."""
        self._head: list[DrawnCell] = []
        self.head_height = 0.0
        if head:
            whole = TableOverPages(head)
            self._head, self.head_height = whole._part(whole._tops(math.inf), len(head), 0.0)

    def least(self, full: float) -> float:
        """The whole of a small table; of others the head with a first row, or with three lines of a tall one."""
        tops = self._tops(_TALL * full)
        if len(tops) > len(self._rows):
            return self.head_height + tops[-1]
        tops = [0.0]
        for number, row in enumerate(self._rows):
            height = self._row_height(number, tops)
            if height > _TALL * full:
                return self.head_height + tops[-1] + _LEAST_TORN
            tops.append(tops[-1] + height)
            if not row.leads:
                break
        return self.head_height + tops[-1]

    def kept_together(self, full: float) -> Kept:
        """On such a page; to be asked before anything is handed out."""
        tops = self._tops(math.inf)
        heights = [below - top for top, below in pairwise(tops)]
        if tops[-1] <= _TALL * full:
            return Kept((True,) * len(heights), (True,) * len(heights))
        with_next = [above.leads or below.sums for above, below in pairwise(self._rows)]
        if len(heights) > 1 and heights[-1] < _LEAST_TORN:
            with_next[-1] = True
        return Kept(tuple(height <= _TALL * full for height in heights), (*with_next, False))

    def take(self, room: float, full: float, *, at_top: bool, tail: float) -> Slab | None:
        room -= self.head_height
        tops = self._tops(room)
        end = self._row + len(tops) - 1
        torn = 0.0
        if end < len(self._rows):
            torn = self._torn(end, tops, room - tops[-1], full, must=at_top and end == self._row)
            end = end if torn else self._better_end(end, tops)
        elif tops[-1] + tail > room and end > self._row + at_top:
            end -= 1  # the last row goes along with what has to stand under the table
        if end == self._row and not torn and self._rows:
            return None
        cells, height = self._part(tops, end, torn)
        below_head = tuple(cell.lower(self.head_height) for cell in cells)
        return Slab(
            content=DrawnRows(tuple(self._head) + below_head, _opening(cells)), height=self.head_height + height
        )

    # ------------------------------------------------------------------------------------------------------ heights

    def _tops(self, room: float) -> list[float]:
        """Where the next rows begin and end, as many as fit into the room."""
        tops = [0.0]
        for number in range(self._row, len(self._rows)):
            top = tops[-1] + self._row_height(number, tops)
            if top > room:
                break
            tops.append(top)
        return tops

    def _row_height(self, number: int, tops: Sequence[float]) -> float:
        """As high as its cells need, and those that end in it after several rows; the last of `tops` is its own."""
        cells = self._open if number == self._row and self._is_begun else self._rows[number].cells
        height = max((PAD + height_of(self._text(cell)) for cell in cells if cell.spot.is_single), default=0.0)
        for cell in self._ending.get(number, ()):
            above = tops[-1] - self._top(cell, tops)
            height = max(height, PAD + height_of(self._text(cell)) - above)
        return max(height, _LEAST_ROW)

    def _torn(self, end: int, tops: Sequence[float], left: float, full: float, *, must: bool) -> float:
        """How much of the row that does not fit is begun on this page all the same."""
        if must:
            return max(left, _LEAST_TORN)
        return left if left >= _LEAST_TORN and self._row_height(end, tops) > _TALL * full else 0.0

    def _better_end(self, end: int, tops: Sequence[float]) -> int:
        """A little earlier, where a group's name would end the page, or a total or a last row begin the next one."""
        earlier = end
        if end == len(self._rows) - 1 and len(tops) > 2 and tops[-1] - tops[-2] < _LEAST_TORN:
            earlier -= 1
        while earlier > self._row and (self._rows[earlier - 1].leads or self._rows[earlier].sums):
            earlier -= 1
        return earlier if earlier > self._row else end

    # -------------------------------------------------------------------------------------------------------- parts

    def _text(self, cell: LaidCell) -> tuple[Slab, ...]:
        return (*self._mark(cell), *self._left.get(cell, cell.slabs))

    def _mark(self, cell: LaidCell) -> tuple[Slab, ...]:
        if cell not in self._left:
            return ()
        return cell.mark if self._left[cell] else cell.last_mark

    def _part(self, tops: Sequence[float], end: int, torn: float) -> tuple[list[DrawnCell], float]:
        """The rows up to `end`, and the beginning of the next one where it is torn. What is left waits for its page."""
        first, bottom = self._row, tops[end - self._row] + torn
        cells = [*self._open]
        for row in self._rows[first + self._is_begun : end + (torn > 0)]:
            cells += row.cells
        shown: dict[LaidCell, tuple[Slab, ...]] = {}
        left: dict[LaidCell, tuple[Slab, ...]] = {}
        for cell in cells:
            text = self._text(cell)
            if cell.spot.end_row > end:
                count = _fitting(text, bottom - self._top(cell, tops) - PAD)
                left[cell] = text[max(count, len(self._mark(cell))) :]
                text = text[:count]
            shown[cell] = text
        if torn:  # the page ends where the text does, not a line lower
            bottom = max(self._top(cell, tops) + PAD + height_of(shown[cell]) for cell in left)
        drawn: list[DrawnCell] = []
        for cell, text in shown.items():
            top = self._top(cell, tops)
            stop = bottom if cell in left else tops[cell.spot.end_row - first]
            drawn.append(DrawnCell(cell.x, top, cell.width, stop - top, text, cell.shaded, cell.middle))
        self._row, self._is_begun = end, torn > 0
        self._open, self._left = list(left), left
        self.finished = end == len(self._rows)
        return drawn, bottom

    def _top(self, cell: LaidCell, tops: Sequence[float]) -> float:
        """Of what is drawn of it on this page."""
        return tops[max(cell.spot.row - self._row, 0)]


def _fitting(slabs: Sequence[Slab], room: float) -> int:
    """How many fit from the first one on; rather one less than to leave a single line for the next page."""
    for count in range(len(slabs)):
        if height_of(slabs[: count + 1]) > room:
            return count - 1 if count == len(slabs) - 1 and count > 2 else count
    return len(slabs)


def _opening(cells: Sequence[DrawnCell]) -> str:
    return next((slab.content.opening for cell in cells for slab in cell.slabs if slab.content), "")
