"""A file is let in only when it is ours, not newer than we are, free, and everything in it is still what was stored.

In this order, and nothing is written before all of it is known: a file that is refused is left byte for byte as it was.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from ita_desktop.domain.errors import DamagedFile, FileTrouble, ItaError, NotAWorkbook
from ita_desktop.storage import migrations
from ita_desktop.storage.digests import Seal, damaged_tables, stored_seals
from ita_desktop.storage.holder import opened_elsewhere
from ita_desktop.storage.tables import ALL_TABLES, kinds_in_words
from ita_desktop.storage.troubles import UNTOUCHED, damaged, in_words, is_locked, not_ours, read_only, trouble

_log = logging.getLogger(__name__)

_KINDS = {table.name: table.kind for table in ALL_TABLES}
_FOREIGN_TO_US = "select 1 from sqlite_schema where type in ('view', 'trigger') or sql like 'create virtual%'"
"""Nothing that acts by itself belongs into a workbook."""
_SMALLEST = 4096
"""Bytes of one page; nothing that we wrote is smaller."""
_PATIENCE = 0.3
"""Seconds to wait for a lock: somebody who only reads the file holds it for some thousandths."""
_SNAPSHOT_TRIES = 20
_SNAPSHOT_PAUSE = 0.05


def open_for_writing(path: Path) -> sqlite3.Connection:
    """The file's only connection, for as long as it stays open: everybody else is locked out by SQLite itself."""
    _look_at_the_head(path)
    if not os.access(path.parent, os.W_OK):
        raise read_only(path)  # SQLite would find out at the first change, when it puts its journal beside the file
    connection = _connect(path, "mode=rw", patience=_PATIENCE)
    try:
        with in_words(path):
            connection.execute("pragma locking_mode = exclusive")
            connection.execute("begin exclusive")
            connection.execute("commit")
            connection.execute("pragma journal_mode = delete")
            connection.execute("pragma synchronous = extra")
        check(connection, path)
    except FileTrouble as error:
        connection.close()
        if is_locked(error.__cause__):
            raise opened_elsewhere(path) from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """The file's content as of now, in memory: also while somebody else works on it, also from a medium that is full.

    Beside a program that holds the lock the file is read without one; the digests tell whether that met a moment
    between two changes, and if not, it is tried again.
    """
    _look_at_the_head(path)
    try:
        return _checked_snapshot(path, "mode=rw")
    except FileTrouble as error:
        if not is_locked(error.__cause__):
            raise
    for _ in range(_SNAPSHOT_TRIES):
        try:
            return _checked_snapshot(path, "mode=ro&immutable=1")
        except DamagedFile:
            time.sleep(_SNAPSHOT_PAUSE)
    raise opened_elsewhere(path)


def refuse_if_open(path: Path) -> None:
    """Before a file is put aside. One that is damaged may well be put aside."""
    try:
        connection = _connect(path, "mode=rw")
        try:
            connection.execute("begin exclusive")
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if is_locked(error):
            raise opened_elsewhere(path) from error
        _log.info("the file that is put aside could not be opened: %s", type(error).__name__)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedFile, with the kinds of records concerned, unless every stored value is what was stored."""
    _refuse_strangers(connection, path)
    try:
        version = connection.execute("pragma user_version").fetchone()[0]
        sound = (
            migrations.walked(connection) == migrations.names(version)
            and connection.execute(_FOREIGN_TO_US).fetchone() is None
            and connection.execute("pragma integrity_check(1)").fetchone() == ("ok",)
        )
        tables = damaged_tables(connection) | {row[0] for row in connection.execute("pragma foreign_key_check")}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # Also a table or column that is not there: of a file that is ours that can only be damage.
        raise trouble(error, path) or damaged(path) from error
    if tables or not sound:
        kinds = frozenset(_KINDS[name] for name in tables if name in _KINDS)
        raise damaged(path, kinds=kinds, which=kinds_in_words(kinds))


def seals_in(path: Path) -> dict[str, Seal] | None:
    """What a closed file was sealed with, without looking whether that is still so; None where it cannot be read."""
    try:
        connection = _connect(path, "mode=ro&immutable=1")
        try:
            return stored_seals(connection)
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError, ItaError) as error:
        _log.info("no seals could be read: %s", type(error).__name__)
        return None


def connect_to_new(path: Path, *, called: Path | None = None) -> sqlite3.Connection:
    """A file that does not exist yet. Nobody but its owner may read it, nor the journal that SQLite puts beside it.

    `called` is the name it will bear, which is the one the officer knows.
    """
    with in_words(called or path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return _connect(path, "mode=rwc")


def connect_to_existing(path: Path) -> sqlite3.Connection:
    return _connect(path, "mode=ro")


def copied_to_memory(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Of no thread in particular: who made it need not be who uses it."""
    memory = _guarded(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
    try:
        with in_words(path):
            connection.backup(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it would need to take back a change that was cut short."""
    return path.with_name(f"{path.name}-journal")


def _connect(path: Path, how: str, *, patience: float = 0) -> sqlite3.Connection:
    """Used by one thread at a time, but not by the same one always: a slow drive is waited for beside the window."""
    with in_words(path):
        return _guarded(
            sqlite3.connect(
                f"{_uri(path)}?{how}", uri=True, timeout=patience, isolation_level=None, check_same_thread=False
            )
        )


def _guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A file may come from anywhere: nothing stored in it is to run, and no broken cell is to be trusted."""
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma cell_size_check = on")
    connection.execute("pragma temp_store = memory")
    return connection


def _uri(path: Path) -> str:
    """With an empty authority, which SQLite asks for also where Windows names a server in the path."""
    whole = path.absolute().as_posix()
    return "file://" + quote(whole if whole.startswith("/") else f"/{whole}")


def _look_at_the_head(path: Path) -> None:
    """Refuse what is not ours or newer before anything is touched."""
    with in_words(path):
        if path.is_dir():
            raise FileTrouble(f"{path.name} เป็นโฟลเดอร์ ไม่ใช่สมุดงาน", do="เลือกไฟล์ที่ลงท้ายด้วย .ita")
        if not path.exists():
            raise FileTrouble(f"ไม่พบไฟล์ {path.name}", do="ตรวจชื่อไฟล์และไดรฟ์ หรือเลือกไฟล์จากรายการล่าสุด")
        if path.stat().st_size == 0:
            raise NotAWorkbook(f"ไฟล์ {path.name} ว่างเปล่า ไม่มีข้อมูลอยู่เลย", safe=UNTOUCHED, do="กู้คืนจากข้อมูลสำรองล่าสุด")
    # Through SQLite and not by reading the bytes: closing a file that this process also has open there would drop the
    # locks. `immutable` takes no lock and leaves a journal that waits beside the file alone.
    connection = _connect(path, "mode=ro&immutable=1")
    try:
        _refuse_strangers(connection, path)
        if path.stat().st_size < _SMALLEST:
            raise damaged(path)  # SQLite would take so little for a new file, and complete it
    except DamagedFile:
        if not journal_of(path).exists():
            raise
        # Cut short in the middle of a change: SQLite takes that back when it opens the file, and then we look again.
    finally:
        connection.close()


def _refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    with in_words(path):
        application = connection.execute("pragma application_id").fetchone()[0]
        version = connection.execute("pragma user_version").fetchone()[0]
    if application != migrations.APPLICATION_ID:
        raise not_ours(path)
    if version > migrations.newest():
        raise FileTrouble(f"ไฟล์ {path.name} บันทึกโดยโปรแกรมรุ่นใหม่กว่านี้", safe=UNTOUCHED, do="ติดตั้งโปรแกรมรุ่นล่าสุดแล้วเปิดใหม่")


def _checked_snapshot(path: Path, how: str) -> sqlite3.Connection:
    source = _connect(path, how)
    memory = _guarded(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
    try:
        with in_words(path):
            # Reading first: a backup waits for a lock, a query says at once that there is one.
            source.execute("select count(*) from sqlite_schema").fetchone()
            source.backup(memory)
        check(memory, path)
    except BaseException:
        memory.close()
        raise
    finally:
        source.close()
    return memory
