"""What a record was before each change, so that the window can show it and give an old text back.

History only grows, by what is changed and by what is undone, up to a bound; it is no part of the content that undo
restores or that two files are compared by.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from ita_desktop.domain.json_text import read_json, write_json
from ita_desktop.domain.plain import from_plain
from ita_desktop.storage.rows import Rows
from ita_desktop.storage.tables import BY_RECORD, HISTORY, PAPER_NAMES, PAPERS, PICTURES, Cell, Row
from ita_desktop.storage.undo import Edit

MOST = 5_000
"""Entries kept, some years of one officer's work; checking them all on opening takes a few hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Past:
    """A record as it was until the change that is named here."""

    until: datetime.datetime
    label: str
    record: object


def remember(rows: Rows, label: str, at: datetime.datetime, edits: Iterable[Edit]) -> None:
    for edit in edits:
        if edit.before is None or edit.table is PICTURES or not _says_something_else(edit):
            continue
        columns = dict(zip(edit.table.columns, edit.before, strict=True))
        key = [str(cell) for cell in edit.key]
        row: Row = (
            1 + rows.highest(HISTORY, "seq"),
            at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
            label,
            edit.table.name,
            edit.year,
            "/".join(key[1:] if edit.table.by_year else key),
            write_json(cast("dict[str, object]", columns)),
        )
        rows.write(HISTORY, None, row)
    if rows.count(HISTORY) > MOST:
        for row in rows.all(HISTORY)[: -MOST * 9 // 10]:
            rows.write(HISTORY, row, None)


def past(rows: Rows, record_class: type, year: int, id: str) -> tuple[Past, ...]:
    """What a record was, the latest first. A paper has no id."""
    paper = PAPER_NAMES.get(record_class)
    wanted = (PAPERS.name, year, paper) if paper else (BY_RECORD[record_class].table.name, year, id)
    found = []
    for _, at, label, source, of_year, of_id, before in rows.all(HISTORY):
        if (source, of_year, of_id) == wanted:
            cells = cast("dict[str, Cell]", read_json(str(before)))
            record: object
            if paper:
                record = from_plain(record_class, read_json(str(cells["body"])))
            else:
                record = BY_RECORD[record_class].from_cells(cells)
            found.append(Past(datetime.datetime.fromisoformat(str(at)), str(label), record))
    return tuple(reversed(found))


def _says_something_else(edit: Edit) -> bool:
    """A row that only changed its place in the list is still what it was."""
    if edit.after is None or "position" not in edit.table.columns:
        return True
    place = edit.table.columns.index("position")
    before, after = list(edit.before or ()), list(edit.after)
    del before[place], after[place]
    return before != after
