"""Where tables begin and end, what stands above them, and where a page ended in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_desktop.exchange.recognise.heads import Head, Sheet, find_heads
from ita_desktop.exchange.recognise.words import bare, clean, years_in
from ita_desktop.thai.dates_in_text import find_dates

_MOST_TITLE_ROWS = 8
_MOST_BLANK_ROWS = 3
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Extent:
    """One table on a sheet: its heading, its rows, its title."""

    head: Head
    first: int
    last: int
    breaks: frozenset[int]
    title: str


def extents(sheet: Sheet) -> Iterator[Extent]:
    """The tables of a sheet. A heading that stands once more only because a page ended begins no table."""
    heads = list(find_heads(sheet))
    beside = {head.row for head in heads if sum(other.row == head.row for other in heads) > 1}
    titles = {
        id(head): _title_rows(sheet, head, alone=index == 0 and head.row not in beside)
        for index, head in enumerate(heads)
    }
    used: set[int] = set()
    for index, head in enumerate(heads):
        if index in used:
            continue
        title = _text_of(sheet, titles[id(head)], head, alone=head.row not in beside)
        breaks: set[int] = set()
        last = len(sheet.grid.rows) - 1
        for later_index in range(index + 1, len(heads)):
            later = heads[later_index]
            if later.row == head.row or later.right < head.left or later.left > head.right:
                continue  # beside it
            above = titles[id(later)]
            if _is_repeated(head, later) and _says_nothing_new(_text_of(sheet, above, later, alone=True), title):
                used.add(later_index)
                breaks |= {*range(later.row, later.row + later.rows), *above}
                continue
            last = min([later.row, *above]) - 1
            break
        words = f"{sheet.grid.above}\n{title}".strip() if index == 0 else title
        yield Extent(head, head.row + head.rows, last, frozenset(breaks), words)


def _is_repeated(head: Head, later: Head) -> bool:
    """The same words over the same columns, of the same years and tools."""
    return (later.key, later.left, later.rows) == (head.key, head.left, head.rows) and [
        _names(heading) for heading in later.headings
    ] == [_names(heading) for heading in head.headings]


def _names(heading: object) -> tuple[object, ...]:
    return tuple(getattr(heading, name, None) for name in ("year", "tool", "round"))


def _says_nothing_new(title: str, before: str) -> bool:
    """A title printed again on the next page, not that of another table."""
    return not title or "(ต่อ)" in title or bare(title) == bare(before)


def _title_rows(sheet: Sheet, head: Head, *, alone: bool) -> list[int]:
    """Rows above a heading that hold a title, the lowest first. Above the first table (`alone`) all is title."""
    rows: list[int] = []
    blanks = 0
    for row in range(head.row - 1, -1, -1):
        cells = [
            (column, value)
            for column, value in enumerate(sheet.grid.rows[row])
            if value is not None and (alone or head.left <= column <= head.right)
        ]
        if not cells:
            blanks += 1
            if blanks > _MOST_BLANK_ROWS and not alone:
                break
            continue
        if len(rows) == _MOST_TITLE_ROWS or not _could_be_title(sheet, row, cells, head, alone=alone):
            break
        rows.append(row)
    return rows


def _could_be_title(sheet: Sheet, row: int, cells: Sequence[tuple[int, object]], head: Head, *, alone: bool) -> bool:
    if alone:
        return True
    if len(cells) != 1 or not isinstance(cells[0][1], str):
        return False
    # A single cell in the middle is what is left of a sentence from the page before.
    span = sheet.span_at(row, cells[0][0])
    return cells[0][0] == head.left or (span is not None and span.right > span.left)


def _text_of(sheet: Sheet, rows: list[int], head: Head, *, alone: bool) -> str:
    """The words of these rows; of a table beside another one only those above its own columns."""
    columns = slice(None) if alone else slice(head.left, head.right + 1)
    lines = [
        " ".join(clean(value) for value in sheet.grid.rows[row][columns] if isinstance(value, str))
        for row in reversed(rows)
    ]
    return "\n".join(lines)[-_LONGEST_TITLE:]


# ---------------------------------------------------------------------------------------------------- what a title says


def years_of_title(title: str) -> tuple[int, ...]:
    """The years a title names, each once; those of dates are of something else."""
    for found in reversed(find_dates(title)):
        title = title[: found.start] + title[found.end :]
    return tuple(dict.fromkeys(years_in(title)[0]))
