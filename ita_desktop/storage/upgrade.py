"""Making a file what this version of the program works with: from nothing, or from an older version."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ita_desktop.storage import migrations
from ita_desktop.storage.copying import free_name, verified_copy
from ita_desktop.storage.opening import check
from ita_desktop.storage.troubles import in_words


def make_new(connection: sqlite3.Connection, path: Path) -> None:
    _walk(connection, path)


def upgrade_in_memory(connection: sqlite3.Connection, path: Path) -> None:
    """For a file that is only looked at: it stays as it is."""
    if _version(connection) < migrations.newest():
        _walk(connection, path)


def upgrade_if_older(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Returns the copy of the file as it was before, where there was anything to do. Fails as a whole or not at all."""
    version = _version(connection)
    if version == migrations.newest():
        return None
    copy = verified_copy(connection, free_name(path, f"ก่อนปรับรุ่น {version}"))
    _walk(connection, path)
    check(connection, path)
    return copy


def _walk(connection: sqlite3.Connection, path: Path) -> None:
    with in_words(path):
        connection.execute("pragma foreign_keys = off")  # tables may be built anew; they are checked before it counts
        connection.execute("begin immediate")
        try:
            migrations.walk(connection)
            if orphan := connection.execute("pragma foreign_key_check").fetchone():
                raise sqlite3.IntegrityError(f"a migration left rows that refer to nothing: {orphan}")
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])
