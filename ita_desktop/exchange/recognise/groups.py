"""Rows that are one record: a cell that goes on below, after a page ended, or next to a merged cell.

A record is a row with a key (the measure, the finding). What stands in a row without a key belongs to the record before
it. After a heading that was printed once more, a cut sentence goes on; elsewhere a new line begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as made_by

from ita_desktop.exchange.recognise.body import RowCells
from ita_desktop.exchange.recognise.found import Column
from ita_desktop.exchange.recognise.lists import starts_a_list
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.thai.likeness import says_nothing


@dataclass(slots=True)
class Group:
    """The rows of one record; the texts of its cells in their order, and whether each goes on from the one before."""

    cells: RowCells
    rows: list[RowCells]
    texts: dict[Column, str] = made_by(default_factory=dict)
    whole: dict[Column, list[str]] = made_by(default_factory=dict)
    """Each cell for itself."""

    def text(self, meaning: Meaning) -> str:
        column = self.cells.layout.column(meaning)
        return self.texts.get(column, "") if column else ""

    def each(self, meaning: Meaning) -> list[str]:
        column = self.cells.layout.column(meaning)
        return self.whole.get(column, []) if column else []

    @property
    def continued(self) -> tuple[int, ...]:
        return tuple(cells.row for cells in self.rows[1:])


def group_rows(body: Iterable[RowCells], keys: tuple[Column, ...], always: tuple[Column, ...]) -> Iterator[Group]:
    """`keys` begin a record; `always` are columns that a record of its own has filled, such as its period."""
    group: Group | None = None
    for cells in body:
        if group is None or not _goes_on(cells, keys, always):
            if group is not None:
                yield group
            group = Group(cells, [cells])
            _take(group, cells, first=True)
        else:
            group.rows.append(cells)
            _take(group, cells, first=False)
    if group is not None:
        yield group


def _goes_on(cells: RowCells, keys: tuple[Column, ...], always: tuple[Column, ...]) -> bool:
    if cells.text(Meaning.ID):
        return False
    texts = [cells.text(key) for key in keys]
    if not any(texts):
        return True
    if not cells.after_break or texts[0] == "" or starts_a_list(texts[-1]):
        return False
    # A key cut by the end of a page: nothing of what every record has stands in its row.
    return bool(always) and not any(cells.text(column) for column in always) and _nothing_before(cells, keys)


def _nothing_before(cells: RowCells, keys: tuple[Column, ...]) -> bool:
    """No cell that would begin something new, such as an indicator."""
    starts = (Meaning.INDICATOR, Meaning.TOPIC, Meaning.ORDER, Meaning.ID)
    return not any(cells.text(column) for column in cells.layout.all(*starts) if column not in keys)


def _take(group: Group, cells: RowCells, *, first: bool) -> None:
    for column in cells.layout.columns:
        text = cells.text(column)
        if first and not text:
            text = cells.text(column, filled=True)  # merged over several records
        if says_nothing(text):
            continue
        group.whole.setdefault(column, [])
        before = group.texts.get(column)
        if before is None:
            group.texts[column] = text
            group.whole[column].append(text)
        elif cells.after_break and not starts_a_list(text):
            group.texts[column] = f"{before} {text}"
            group.whole[column][-1] += f" {text}"
        else:
            group.texts[column] = f"{before}\n{text}"
            group.whole[column].append(text)


def id_of(cells: RowCells) -> str:
    """Our own id; only where the sheet says that it came from this office's workbook."""
    column = cells.layout.column(Meaning.ID)
    return cells.text(column) if column and re.fullmatch(r"[^\s]{1,130}", cells.text(column)) else ""
