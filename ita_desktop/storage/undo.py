"""Undo and redo: every step keeps the rows as they were and as they became, so going back is writing them again.

All writing goes through one door (`Change`), so nothing can be forgotten, and what a deletion takes along is part of
its step like any other row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_desktop.storage.tables import Row, Table, kind_of


@dataclass(frozen=True, slots=True)
class Edit:
    """One row as it was and as it became; None where there was or is none."""

    table: Table
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        row = self.before if self.after is None else self.after
        assert row is not None
        return row

    @property
    def key(self) -> Row:
        return self.table.key_of(self.row)

    @property
    def year(self) -> int | None:
        year = self.row[0]
        return year if isinstance(year, int) and (self.table.by_year or self.table.name == "years") else None

    @property
    def kind(self) -> str:
        return kind_of(self.table, self.row)

    def undone(self) -> Edit:
        return Edit(self.table, self.after, self.before)


def net(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The same outcome with each row touched once, and rows that ended as they began left out."""
    merged: dict[tuple[str, Row], Edit] = {}
    for edit in edits:
        place = edit.table.name, edit.key
        earlier = merged.get(place)
        merged[place] = Edit(edit.table, earlier.before, edit.after) if earlier else edit
    return tuple(edit for edit in merged.values() if edit.before != edit.after)


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    edits: tuple[Edit, ...]

    def undone(self) -> Step:
        return Step(self.label, tuple(edit.undone() for edit in reversed(self.edits)))


@dataclass(slots=True)
class UndoStack:
    """What can be taken back and what can be done again, in this session."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        self.done.append(step)
        self.undone.clear()

    def went_back(self) -> None:
        self.undone.append(self.done.pop())

    def went_forward(self) -> None:
        self.done.append(self.undone.pop())
