"""Where the headings of tables are on a grid: one row or two, with the words of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ita_desktop.exchange.grid import Grid, Place, Span, Value, shown
from ita_desktop.exchange.recognise.headings import Heading, read_heading
from ita_desktop.exchange.recognise.kinds import fitting_kinds
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.words import clean
from ita_desktop.thai.digits import to_arabic

_WIDEST = 200
_MOST_COVERED = 200_000
_ITEM = re.compile(r"(?:ข้อ\s*)?[ieoIEO]\s?[1-9][0-9]?")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its rows, and for every column from `left` on what stands above it."""

    row: int
    rows: int
    left: int
    headings: tuple[Heading | None, ...]

    @property
    def right(self) -> int:
        return self.left + len(self.headings) - 1

    @property
    def key(self) -> str:
        """The same for the same words, whatever the year."""
        return "|".join(heading.key if heading else "" for heading in self.headings)


class Sheet:
    """A grid with its merged cells known: which cell a covered one belongs to."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.covered: dict[Place, Place] = {}
        height = len(grid.rows)
        for span in grid.spans:
            bottom, right = min(span.bottom, height - 1), min(span.right, _WIDEST)
            if len(self.covered) + (bottom - span.top + 1) * (right - span.left + 1) > _MOST_COVERED:
                break
            for row in range(span.top, bottom + 1):
                for column in range(span.left, right + 1):
                    if (row, column) != (span.top, span.left):
                        self.covered[row, column] = (span.top, span.left)

    def span_at(self, row: int, column: int) -> Span | None:
        return next((span for span in self.grid.spans if (span.top, span.left) == (row, column)), None)

    def value(self, row: int, column: int) -> Value:
        return self.grid.value(row, column)

    def filled(self, row: int, column: int) -> Value:
        """The value of the merged cells that this one is part of."""
        return self.grid.value(*self.covered.get((row, column), (row, column)))

    def text(self, row: int, column: int) -> str:
        return clean(shown(self.grid.value(row, column)))


def find_heads(sheet: Sheet) -> Iterator[Head]:
    """The headings on a sheet from top to bottom, tables beside each other one by one."""
    row, height = 0, len(sheet.grid.rows)
    while row < height:
        head = _two_rows(sheet, row) or _one_row(sheet, row)
        if head is None:
            row += 1
            continue
        yield from _side_by_side(head)
        row += head.rows


_NO_HEADING = Heading("", "-", ())


def _heading(value: Value) -> Heading | None:
    if value is None:
        return None
    if isinstance(value, float | int) and 2400 < value < 2700 and value == int(value):
        value = str(int(value))  # a year
    return _year_is_score(read_heading(clean(value))) if isinstance(value, str) else _NO_HEADING


def _headings(sheet: Sheet, row: int) -> list[Heading | None]:
    cells = sheet.grid.rows[row][:_WIDEST] if row < len(sheet.grid.rows) else ()
    if any(isinstance(value, float) and not 2400 < value < 2700 for value in cells):
        return []  # figures: no heading, and long sheets are made of them
    if any(isinstance(value, str) and _ITEM.fullmatch(to_arabic(value.strip())) for value in cells):
        return []  # a row about an item, whatever else its words could be
    return [_heading(value) for value in cells]


def _could_be(headings: list[Heading | None]) -> bool:
    """Most of its cells are words for columns; rows of figures and sentences are not."""
    cells = [heading for heading in headings if heading]
    saying = sum(heading.says_something for heading in cells)
    return saying >= 2 and saying * 2 > len(cells)


def _one_row(sheet: Sheet, row: int) -> Head | None:
    headings = _headings(sheet, row)
    if not _could_be(headings) or not fitting_kinds(headings):
        return None
    return _cut(Head(row, 1, 0, tuple(headings)))


def _two_rows(sheet: Sheet, row: int) -> Head | None:
    """Words above words: "คะแนน" over 2564 and 2565, IIT over ชาย and หญิง."""
    below = _headings(sheet, row + 1)
    cells_below = [heading for heading in below if heading]
    if not cells_below or not all(heading.says_something for heading in cells_below):
        return None
    above = _headings(sheet, row)
    cells_above = [heading for heading in above if heading]
    if not any(heading.says_something for heading in cells_above) or not _head_groups(above, below):
        return None
    first = next(index for index, heading in enumerate(below) if heading)
    if len(cells_above) == 1 and above[first] and fitting_kinds(below):
        return None  # a title
    if fitting_kinds(above) and fitting_kinds(below) and not _completes(above, below):
        return None  # two headings, the upper of an empty table
    joined = _joined(sheet, row, above, below)
    return _cut(Head(row, 2, 0, tuple(joined))) if fitting_kinds(joined) else None


def _head_groups(above: list[Heading | None], below: list[Heading | None]) -> bool:
    """Every upper word is one we know; or stands above one that needs it, and is only the name of a group."""
    complete = bool(fitting_kinds(below))
    return all(
        heading.says_something
        or (not complete and heading.key != "-" and index < len(below) and below[index] is not None)
        for index, heading in enumerate(above)
        if heading
    )


def _completes(above: list[Heading | None], below: list[Heading | None]) -> bool:
    return sum(1 for index, heading in enumerate(above) if heading and (index >= len(below) or not below[index])) > 0


def _joined(sheet: Sheet, row: int, above: list[Heading | None], below: list[Heading | None]) -> list[Heading | None]:
    width = max(len(above), len(below))
    above = above + [None] * (width - len(above))
    below = below + [None] * (width - len(below))
    joined: list[Heading | None] = []
    group: Heading | None = None
    for column in range(width):
        upper, lower = above[column], below[column]
        if upper is None and (row, column) in sheet.covered:
            upper = _heading(sheet.filled(row, column))
        if upper is None and lower is not None and group is not None:
            upper = group  # without merged cells, as .ods and CSV come
        group = upper if upper is not None and lower is not None else None
        joined.append(_both(upper, lower))
    return joined


def _both(upper: Heading | None, lower: Heading | None) -> Heading | None:
    if upper is None or lower is None:
        return upper or lower
    return Heading(
        text=f"{upper.text} {lower.text}",
        key=f"{upper.key} {lower.key}".strip(),
        meanings=lower.meanings or upper.meanings,
        year=lower.year or upper.year,
        tool=lower.tool or upper.tool,
        round=lower.round or upper.round,
    )


def _cut(head: Head) -> Head:
    """Without empty columns at both ends."""
    filled = [index for index, heading in enumerate(head.headings) if heading]
    return replace(head, left=head.left + filled[0], headings=head.headings[filled[0] : filled[-1] + 1])


def _year_is_score(heading: Heading) -> Heading:
    """A bare year above figures."""
    if not heading.meanings and not heading.key and heading.year:
        return replace(heading, meanings=(Meaning.SCORE,))
    return heading


def _side_by_side(head: Head) -> Iterator[Head]:
    """Two tables with an empty column between them are two, where each has all it needs."""
    parts: list[Head] = []
    start = 0
    for index in [*(i for i, heading in enumerate(head.headings) if heading is None), len(head.headings)]:
        if index > start:
            parts.append(replace(head, left=head.left + start, headings=head.headings[start:index]))
        start = index + 1
    whole = all(fitting_kinds(part.headings) for part in parts)
    yield from parts if len(parts) > 1 and whole else [head]
