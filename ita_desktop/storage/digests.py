"""Every row carries a digest of itself and every table a seal of its rows, so that damage cannot pass for content.

SQLite notices a broken page, but a flipped bit inside a stored text or number is a perfectly good value to it: it
would come out on paper as a wrong figure. A digest notices changed and swapped values, a seal lost and doubled rows.
They guard against accidents, not against a person.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

DIGEST = "digest"
SCHEMA = "sqlite_schema"
"""The seal under this name is that of the tables' own definitions."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex).encode


def digest_of(table: str, cells: Iterable[Any]) -> int:
    """Of a row's cells in the order of their columns' names, so that it does not hang on the order of columns."""
    written = _encode([table, *cells]).encode()
    return int.from_bytes(blake2b(written, digest_size=8).digest(), "big", signed=True)


@dataclass(frozen=True, slots=True)
class Seal:
    """How many rows a table has and the sum (without carry) of their digests: a row in or out changes it at once."""

    rows: int = 0
    mark: int = 0

    def with_row(self, digest: int) -> Seal:
        return Seal(self.rows + 1, self.mark ^ digest)

    def without_row(self, digest: int) -> Seal:
        return Seal(self.rows - 1, self.mark ^ digest)


def stored_seals(connection: sqlite3.Connection) -> dict[str, Seal]:
    return {name: Seal(rows, mark) for name, rows, mark in connection.execute("select name, rows, mark from seals")}


def store_seals(connection: sqlite3.Connection, seals: Iterable[tuple[str, Seal]]) -> None:
    connection.executemany(
        "insert into seals (name, rows, mark) values (?, ?, ?) "
        "on conflict (name) do update set rows = excluded.rows, mark = excluded.mark",
        [(name, seal.rows, seal.mark) for name, seal in seals],
    )


def sealed_tables(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The tables whose rows carry digests, with their other columns in the order of their names.

    Read from the file itself and not from what this version expects: files of older versions are checked as well.
    """
    found = {}
    for (name,) in connection.execute("select name from sqlite_schema where type = 'table'").fetchall():
        columns = sorted(column for (column,) in connection.execute("select name from pragma_table_info(?)", [name]))
        if DIGEST in columns:
            columns.remove(DIGEST)
            found[name] = tuple(columns)
    return found


def schema_seal(connection: sqlite3.Connection) -> Seal:
    seal = Seal()
    for row in connection.execute("select type, name, tbl_name, sql from sqlite_schema"):
        seal = seal.with_row(digest_of(SCHEMA, row))
    return seal


def damaged_tables(connection: sqlite3.Connection) -> set[str]:
    """The names of all tables of which anything is no longer what was stored."""
    seals = stored_seals(connection)
    damaged = {SCHEMA} if seals.pop(SCHEMA, None) != schema_seal(connection) else set()
    tables = sealed_tables(connection)
    damaged |= seals.keys() ^ tables.keys()
    for name, columns in tables.items():
        try:
            if _seal_of(connection, name, columns) != seals.get(name):
                damaged.add(name)
        except (sqlite3.DatabaseError, UnicodeDecodeError, _RowChanged):
            damaged.add(name)
    return damaged


def reseal(connection: sqlite3.Connection) -> None:
    """Digests and seals anew after a migration changed tables. Only ever after the old ones were found to be right."""
    seals = {SCHEMA: schema_seal(connection)}
    for name, columns in sealed_tables(connection).items():
        key = _key(connection, name)
        rows = connection.execute(_select(name, columns)).fetchall()
        found = {column: position for position, column in enumerate(columns)}
        connection.executemany(
            f"update {quoted(name)} set {DIGEST} = ? where {' and '.join(f'{quoted(k)} is ?' for k in key)}",
            [(digest_of(name, cells), *(cells[found[k]] for k in key)) for *cells, _ in rows],
        )
        seals[name] = _seal_of(connection, name, columns)
    connection.execute("delete from seals")
    store_seals(connection, seals.items())


class _RowChanged(Exception):
    pass


def _seal_of(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> Seal:
    rows = mark = 0
    for *cells, digest in connection.execute(_select(table, columns)):
        if digest != digest_of(table, cells):
            raise _RowChanged
        rows += 1
        mark ^= digest
    return Seal(rows, mark)


def _select(table: str, columns: Sequence[str]) -> str:
    return f"select {', '.join(map(quoted, (*columns, DIGEST)))} from {quoted(table)}"


def _key(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute("select name from pragma_table_info(?) where pk > 0", [table])]


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
