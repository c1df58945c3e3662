"""What every source of tables becomes: a grid of plain values, each with its address.

Sheets, Word tables, CSV and the clipboard all end here, so that whoever recognises tables need not know where they
came from.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made_by
from decimal import Decimal
from types import MappingProxyType

Value = None | bool | int | float | str | datetime.date
"""`datetime.datetime` is a date as well. Empty text is `None`."""

Place = tuple[int, int]
"""Row and column, both from 0."""

NO_FLAWS: Mapping[Place, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells, first and last row and column included; the value stands in the first."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    name: str
    rows: tuple[tuple[Value, ...], ...]
    """Rows end with their last filled cell."""
    spans: tuple[Span, ...] = ()
    above: str = ""
    """Words that stand before the table where the source keeps them apart: a caption, a heading in Word."""
    flaws: Mapping[Place, str] = made_by(default_factory=lambda: NO_FLAWS)
    """Cells that have a value which the file does not tell, with the reason: a formula never calculated, an error."""

    def value(self, row: int, column: int) -> Value:
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        return self.rows[row][column]

    def text(self, row: int, column: int) -> str:
        return shown(self.value(row, column))

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def with_value(self, row: int, column: int, value: Value) -> Grid:
        """The same grid with one cell mended."""
        old = self.rows[row] if row < len(self.rows) else ()
        cells = [*old, *[None] * (column + 1 - len(old))]
        cells[column] = value
        flaws = {place: why for place, why in self.flaws.items() if place != (row, column)}
        empty = ((),) * (row + 1 - len(self.rows))
        rows = (*self.rows, *empty)
        return replace(self, rows=(*rows[:row], tuple(cells), *rows[row + 1 :]), flaws=flaws)


def shown(value: Value) -> str:
    """A value as a person sees it; a date stays in the era in which the cell holds it."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime.datetime() if value.time() != datetime.time():
            return f"{value:%d/%m/}{value.year} {value:%H:%M}"
        case datetime.date():
            return f"{value.day}/{value.month}/{value.year}"
        case int() | float():
            return format(exact(value), "f")


def exact(value: float) -> Decimal:
    """The number that was typed: sheets keep 15 digits, and what a float adds beyond them nobody meant."""
    return Decimal(format(value, ".15g"))


def column_name(column: int) -> str:
    """`A`, `Z`, `AA`."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def address(row: int, column: int) -> str:
    return f"{column_name(column)}{row + 1}"


def trimmed(rows: list[tuple[Value, ...]]) -> tuple[tuple[Value, ...], ...]:
    """Without empty cells at the ends of rows and empty rows at the end."""
    shorter = [cut(row) for row in rows]
    while shorter and not shorter[-1]:
        shorter.pop()
    return tuple(shorter)


def cut(row: tuple[Value, ...]) -> tuple[Value, ...]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row if end == len(row) else row[:end]
