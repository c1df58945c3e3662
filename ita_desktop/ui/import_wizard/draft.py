"""An import on its way: the sheets, the tables found on them, and what the officer has said about them.

Values only. What takes long is handed out as a piece of work over values of that moment, fit for any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ita_desktop.exchange.grid import Grid, Place
from ita_desktop.exchange.recognise import FoundTable, Known, Meaning, Recognised, recognise, reread
from ita_desktop.exchange.recognise.kinds import MANY

OTHER_YEAR = "other-year"
"""The group of problems that say: this table is of another year."""


class Draft:
    def __init__(self, recognised: Recognised, known: Known) -> None:
        self.known = known
        self.grids: tuple[Grid, ...] = ()
        self.tables: list[FoundTable] = []
        self.taken: set[int] = set()
        """Which of the tables are wanted."""
        self._any_year: set[int] = set()
        self.take(recognised, known)

    def take(self, recognised: Recognised, known: Known) -> None:
        self.known = known
        self.grids = recognised.grids
        self.notices = recognised.notices
        self.tables = list(recognised.tables)
        self._any_year.clear()
        self.taken = {number for number, table in enumerate(self.tables) if table.usable}

    def wanted(self) -> list[FoundTable]:
        return [table for number, table in enumerate(self.tables) if number in self.taken and table.usable]

    def put(self, number: int, table: FoundTable) -> None:
        """A table read again. One that could not be used before and now can is wanted: it was mended for that."""
        if table.usable and not self.tables[number].usable:
            self.taken.add(number)
        self.tables[number] = table

    # What the officer says

    def mend(self, number: int, cells: Mapping[Place, str]) -> None:
        grids = list(self.grids)
        at = self.tables[number].grid
        for (row, column), text in cells.items():
            grids[at] = grids[at].with_value(row, column, text.strip() or None)
        self.grids = tuple(grids)

    def mean(self, number: int, index: int, meaning: Meaning) -> None:
        """What a column holds. A meaning that is one of a kind is taken from the column that had it."""
        table = self.tables[number]
        self.tables[number] = replace(
            table,
            by_hand=True,
            columns=tuple(
                replace(column, meaning=meaning, guessed=False)
                if column.index == index
                else replace(column, meaning=Meaning.IGNORED)
                if column.meaning is meaning and meaning not in MANY
                else column
                for column in table.columns
            ),
        )

    def is_of_any_year(self, number: int) -> None:
        self._any_year.add(number)

    # Work

    def rereading(self, number: int) -> Callable[[], FoundTable]:
        grids, table, known, any_year = self.grids, self.tables[number], self.known, number in self._any_year
        columns = table.columns if table.by_hand else None
        return lambda: reread(grids, table, known, columns=columns, any_year=any_year)

    def recognising(self, known: Known) -> Callable[[Callable[[str, float], None]], Recognised]:
        """Everything once more for another year; what was said about columns still holds."""
        grids = self.grids
        by_hand = {(table.grid, table.head): table.columns for table in self.tables if table.by_hand}

        def work(progress: Callable[[str, float], None]) -> Recognised:
            found = recognise(grids, known, progress=progress)
            tables = (
                reread(grids, table, known, columns=by_hand[table.grid, table.head])
                if (table.grid, table.head) in by_hand
                else table
                for table in found.tables
            )
            return replace(found, tables=tuple(tables))

        return work
