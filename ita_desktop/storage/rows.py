"""Reading and writing rows of one open file: the one place through which every value goes in and comes out.

Each row that comes in gets its digest, each row that goes out is checked against it, and the tables' seals go along
in the same transaction.
"""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from ita_desktop.storage.digests import DIGEST, digest_of, quoted, store_seals, stored_seals
from ita_desktop.storage.tables import Cell, Row, Table, kinds_in_words
from ita_desktop.storage.troubles import damaged, in_words


class Rows:
    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._seals = stored_seals(connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything in it is on the disk when it ends, or nothing of it ever happened."""
        before = dict(self._seals)
        with in_words(self._path):
            self._connection.execute("begin immediate")
        try:
            yield  # outside of `in_words`: what goes wrong here may have to do with quite another file
            with in_words(self._path):
                store_seals(self._connection, self._seals.items() - before.items())
                self._connection.execute("commit")
        except BaseException:
            self._seals = before
            if self._connection.in_transaction:
                self._connection.execute("rollback")
            raise

    def all(self, table: Table, *key: object) -> list[Row]:
        """The rows whose key begins like this, in the officer's order where they have one."""
        form = _form(table)
        found = []
        with in_words(self._path):
            for *cells, digest in self._connection.execute(form.select(len(key)), key):
                row = tuple(cells)
                if form.digest(row) != digest:
                    raise damaged(self._path, kinds=frozenset({table.kind}), which=kinds_in_words({table.kind}))
                found.append(row)
        return found

    def get(self, table: Table, key: Row) -> Row | None:
        return next(iter(self.all(table, *key)), None)

    def count(self, table: Table) -> int:
        return self._seals[table.name].rows

    def highest(self, table: Table, column: str, *key: object) -> int:
        """The greatest number in a column, 0 without rows; for the next place in a list, the next number of a log."""
        with in_words(self._path):
            return int(self._connection.execute(_form(table).highest(column, len(key)), key).fetchone()[0])

    def column(self, table: Table, name: str, *key: object) -> list[Cell]:
        """One cell of each row whose key begins like this, without reading the rest of it."""
        with in_words(self._path):
            return [cell for (cell,) in self._connection.execute(_form(table).cells(name, len(key)), key)]

    def write(self, table: Table, before: Row | None, after: Row | None) -> None:
        """Put the row `after` in the place of `before`, which stands in the file; None is no row."""
        if not self._connection.in_transaction:  # SQLite ends one by itself where the disk fails it
            raise RuntimeError("a row is only ever written within a transaction")
        seal = self._seals[table.name]
        form = _form(table)
        with in_words(self._path):
            if before is not None:
                seal = seal.without_row(form.digest(before))
            if after is not None:
                digest = form.digest(after)
                seal = seal.with_row(digest)
                self._connection.execute(form.put, (*after, digest))
            elif before is not None:
                self._connection.execute(form.delete, table.key_of(before))
        self._seals[table.name] = seal


class _Form:
    """The statements of one table."""

    def __init__(self, table: Table) -> None:
        columns = ", ".join(map(quoted, table.columns))
        key = ", ".join(map(quoted, table.key))
        update = ", ".join(f"{quoted(column)} = excluded.{quoted(column)}" for column in (*table.rest, DIGEST))
        slots = ", ".join("?" * (len(table.columns) + 1))
        # An upsert and no replace: a replaced row would be gone for a moment, and what refers to it would object.
        self.put = (
            f"insert into {quoted(table.name)} ({columns}, {DIGEST}) values ({slots}) "
            f"on conflict ({key}) do update set {update}"
        )
        self.delete = f"delete from {quoted(table.name)} where {self._where(table.key)}"
        self._table = table
        self._select = f"select {columns}, {DIGEST} from {quoted(table.name)}"
        self._order = " order by " + ("position, " if "position" in table.rest else "") + key
        in_order_of_names = sorted(range(len(table.columns)), key=table.columns.__getitem__)
        self._arranged: Callable[[Row], Any] = itemgetter(*in_order_of_names)

    def select(self, keys: int) -> str:
        return self._select + self._beginning(keys) + self._order

    def highest(self, column: str, keys: int) -> str:
        greatest = f"select coalesce(max({quoted(column)}), 0) from {quoted(self._table.name)}"
        return greatest + self._beginning(keys)

    def cells(self, column: str, keys: int) -> str:
        return f"select {quoted(column)} from {quoted(self._table.name)}" + self._beginning(keys)

    def digest(self, row: Row) -> int:
        return digest_of(self._table.name, self._arranged(row))

    def _beginning(self, keys: int) -> str:
        return f" where {self._where(self._table.key[:keys])}" if keys else ""

    def _where(self, key: tuple[str, ...]) -> str:
        return " and ".join(f"{quoted(column)} = ?" for column in key)


@functools.cache
def _form(table: Table) -> _Form:
    return _Form(table)
