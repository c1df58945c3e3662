"""The officer's one file: opened, changed step by step, undone, copied, closed.

Every change is one transaction that is on the disk when it ends, one named step to undo, and one announcement of what
kinds of things changed. A document is used by one thread at a time.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office, Year
from ita_desktop.domain.workbook import Picture, Workbook, YearRecords
from ita_desktop.storage import history, opening, upgrade
from ita_desktop.storage.change import Change
from ita_desktop.storage.copying import discard, move_into_place, partial_of, refuse_existing, verified_copy
from ita_desktop.storage.digests import stored_seals
from ita_desktop.storage.history import Past
from ita_desktop.storage.holder import remove_note, write_note
from ita_desktop.storage.rows import Rows
from ita_desktop.storage.troubles import in_words, read_only
from ita_desktop.storage.undo import Edit, Step, UndoStack, net
from ita_desktop.storage.years import Years

Clock = Callable[[], datetime.datetime]


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change touched, for whoever shows it. No years: something of the office as a whole."""

    label: str
    years: frozenset[int]
    kinds: frozenset[str]


class Document:
    def __init__(
        self, connection: sqlite3.Connection, path: Path, frameworks: Frameworks, clock: Clock, *, read_only: bool
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.upgraded_from: Path | None = None
        """The copy that was kept of the file as it was, where opening it brought it up to date."""
        connection.execute("pragma foreign_keys = on")
        self._connection = connection
        self._frameworks = frameworks
        self._clock = clock
        self._rows = Rows(connection, path)
        self._years = Years(self._rows, frameworks)
        self._stack = UndoStack()
        self._listeners: list[Callable[[Changed], None]] = []
        self._changing = False
        self._closed = False
        self._has_note = False

    # Opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        office: Office,
        *,
        frameworks: Frameworks,
        fill: Callable[[Change], None] | None = None,
        clock: Clock = _now,
    ) -> Document:
        """A new file, with what `fill` puts into it. It bears its name only once all of it is on the disk."""
        partial = partial_of(path)
        try:
            with in_words(path):
                refuse_existing(path)
                partial.unlink(missing_ok=True)
            connection = opening.connect_to_new(partial, called=path)
            try:
                upgrade.make_new(connection, path)
                document = cls(connection, path, frameworks, clock, read_only=False)
                with document._transaction("") as change:
                    change.save_office(office)
                    if fill:
                        fill(change)
            finally:
                connection.close()
            move_into_place(partial, path)
        finally:
            discard(partial)
        return cls.open(path, frameworks=frameworks, clock=clock)

    @classmethod
    def open(cls, path: Path, *, frameworks: Frameworks, read_only: bool = False, clock: Clock = _now) -> Document:
        """Read-only shows the content as it is now, also while the file is open elsewhere."""
        connection = opening.open_for_reading(path) if read_only else opening.open_for_writing(path)
        try:
            upgraded_from = None
            if read_only:
                upgrade.upgrade_in_memory(connection, path)
            else:
                upgraded_from = upgrade.upgrade_if_older(connection, path)
            document = cls(connection, path, frameworks, clock, read_only=read_only)
            document.upgraded_from = upgraded_from
        except BaseException:
            connection.close()
            raise
        if not read_only:
            write_note(path, clock())
            document._has_note = True
        return document

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            if self._has_note:
                remove_note(self.path)  # before the lock is gone, so that it is never the note of whoever comes next
            self._connection.close()

    def __enter__(self) -> Document:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading

    @property
    def office(self) -> Office:
        return self._years.office()

    def years(self) -> tuple[int, ...]:
        return self._years.numbers()

    def year(self, number: int) -> Year:
        return self._years.year(number)

    def records(self, number: int) -> YearRecords:
        """The year as it is kept: without the office, the rules and the year before."""
        return self._years.records(number)

    def shelf(self, kind: str) -> Mapping[str, Any]:
        return self._years.shelf(kind)

    def pictures(self) -> Mapping[str, Picture]:
        return self._years.pictures()

    def workbook(self) -> Workbook:
        """Everything, as one value: what is written out, and what two files are compared by."""
        return self._years.workbook()

    def history(self, year: int, record_class: type, id: str = "") -> tuple[Past, ...]:
        """What a record was before each of its changes, the latest first; papers have no id."""
        return history.past(self._rows, record_class, year, id)

    # Changing

    @contextmanager
    def change(self, label: str) -> Iterator[Change]:
        """One thing the officer did, by its Thai name: all of it is saved, or none of it; and it can be undone."""
        with self._transaction(label) as change:
            yield change
        edits = net(change.edits)
        if edits:
            self._stack.did(Step(label, edits))
            self._announce(label, edits)

    @property
    def undo_label(self) -> str | None:
        return self._stack.done[-1].label if self._stack.done else None

    @property
    def redo_label(self) -> str | None:
        return self._stack.undone[-1].label if self._stack.undone else None

    def undo(self) -> None:
        """Take back the last change of this session."""
        if self._stack.done:
            step = self._stack.done[-1].undone()
            self._write_again(step, f"เลิกทำ: {step.label}")
            self._stack.went_back()
            self._announce(step.label, step.edits)

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self._stack.undone:
            step = self._stack.undone[-1]
            self._write_again(step, f"ทำซ้ำ: {step.label}")
            self._stack.went_forward()
            self._announce(step.label, step.edits)

    def listen(self, callback: Callable[[Changed], None]) -> Callable[[], None]:
        """Be told after each change that is on the disk. Call what is returned to hear no more."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    # Looking whether all is well

    def verify(self) -> None:
        """Raises DamagedFile unless everything in the file is still what was stored: as the disk has it, not memory."""
        with in_words(self.path):
            self._connection.execute("pragma shrink_memory")
        opening.check(self._connection, self.path)

    def has_content_of(self, path: Path) -> bool:
        """Whether the file there holds the very same, as the seals of both tell; no row is read."""
        return opening.seals_in(path) == stored_seals(self._connection)

    # Copies

    def copy_to(self, target: Path) -> Path:
        """A verified copy of everything under a new name, for a backup or a new place."""
        return verified_copy(self._connection, target)

    def trial(self) -> Document:
        """Everything once more, in memory alone: to find out what a change would do, in whatever one thread."""
        memory = opening.copied_to_memory(self._connection, self.path)
        return Document(memory, self.path, self._frameworks, self._clock, read_only=self.read_only)

    # Underneath

    def _write_again(self, step: Step, label: str) -> None:
        with self._transaction(label) as change:
            change.replay(step.edits)

    @contextmanager
    def _transaction(self, label: str) -> Iterator[Change]:
        if self.read_only:
            raise read_only(self.path)
        if self._changing:
            raise RuntimeError("a change within a change: it would be neither one step to undo nor two")
        change = Change(self._rows, self._years)
        self._changing = True
        try:
            with self._rows.transaction():
                yield change
                history.remember(self._rows, label, self._clock(), net(change.edits))
        except BaseException:
            self._years.forget(change.edits)
            raise
        finally:
            self._changing = False

    def _announce(self, label: str, edits: tuple[Edit, ...]) -> None:
        changed = Changed(
            label=label,
            years=frozenset(edit.year for edit in edits if edit.year is not None),
            kinds=frozenset(edit.kind for edit in edits),
        )
        for listener in tuple(self._listeners):
            listener(changed)
