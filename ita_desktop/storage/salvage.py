"""What can still be read of a damaged file: every row whose digest is right, wherever in the file it lies.

The damaged file is only ever read, and never through SQLite, which would write to it. What was found becomes a new
file in the usual way, so that it is checked like any other. The history of changes is not carried over.
"""

from __future__ import annotations

import contextlib
import datetime
import logging
import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.domain.errors import DamagedFile
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage import migrations
from ita_desktop.storage.carving import Candidate, Pages
from ita_desktop.storage.digests import DIGEST, Seal, digest_of, sealed_tables
from ita_desktop.storage.opening import journal_of
from ita_desktop.storage.piecing import Found, piece_together
from ita_desktop.storage.tables import CONTENT_TABLES, kinds_in_words
from ita_desktop.storage.troubles import in_words

_log = logging.getLogger(__name__)

_COPIES = "ita-desktop-salvage-"
_AN_HOUR = 3600
_BLOCK = 4096


@dataclass(frozen=True, slots=True)
class Saved:
    """How much of one kind of records was saved."""

    kind: str
    words: str
    """The kind, as the officer calls it."""
    saved: int
    of: int | None
    """None where the file no longer says how many there were."""


@dataclass(frozen=True, slots=True)
class Salvage:
    workbook: Workbook
    kinds: tuple[Saved, ...]
    stand_ins: tuple[str, ...]
    """What could not be read but is referred to, and now stands there empty, in the officer's words."""
    may_be_old: bool
    """Records that were deleted or changed long ago may have come back; the officer should look them through."""


def read_what_can_be_read(path: Path) -> Salvage:
    """Not to be called for a file that this process has open: reading its bytes would drop SQLite's locks."""
    with in_words(path):
        pages = Pages(_content(path))
    found, seals, conflicts = _sorted_out(pages.candidates())
    if not any(found.values()):
        raise DamagedFile(
            f"ไม่พบข้อมูลของ ITA Desktop ที่ยังอ่านได้ในไฟล์ {path.name}", safe="โปรแกรมไม่ได้แก้ไขไฟล์นี้", do="กู้คืนจากข้อมูลสำรองล่าสุด"
        )
    workbook, used, stand_ins = piece_together(found)
    kinds = _counted(used, seals)
    too_many = any(kind.of is not None and kind.saved > kind.of for kind in kinds)
    return Salvage(workbook, kinds, stand_ins, may_be_old=conflicts or too_many or not pages.free_is_known)


def _content(path: Path) -> bytes:
    """With a change that was cut short taken back, as SQLite would have done: on a copy."""
    journal = journal_of(path)
    if not journal.exists():
        return _bytes_of(path)
    with tempfile.TemporaryDirectory(prefix=_COPIES, ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.ita"
        copy.write_bytes(_bytes_of(path))
        shutil.copyfile(journal, journal_of(copy))
        try:
            with contextlib.closing(sqlite3.connect(copy)) as connection:
                connection.execute("select count(*) from sqlite_schema").fetchone()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            _log.info("the journal of the damaged file could not be used: %s", type(error).__name__)
        return _bytes_of(copy)


def remove_copies(now: datetime.datetime) -> int:
    """Those that a crash left behind, and how many they were; one of this hour may still be read."""
    gone = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{_COPIES}*"):
        try:
            age = now.timestamp() - folder.stat().st_mtime
        except OSError as error:
            _log.info("a copy of a damaged file was gone already: %s", error.strerror)
            continue
        if abs(age) > _AN_HOUR:  # also of a time to come, after the clock was set back
            shutil.rmtree(folder, ignore_errors=True)
            gone += not folder.exists()
    return gone


def _bytes_of(path: Path) -> bytes:
    """What the medium refuses to read counts as zeroes."""
    content = bytearray()
    with path.open("rb", buffering=0) as file:
        for at in range(0, path.stat().st_size, _BLOCK):
            try:
                file.seek(at)
                block = file.read(_BLOCK)
            except OSError:
                block = b""
            content += block.ljust(_BLOCK, b"\0")
    return bytes(content)


# Which table a row is of


@dataclass(frozen=True, slots=True)
class _Layout:
    """The order in which the file keeps a table's values."""

    table: str
    columns: tuple[str, ...]
    number: str | None
    """The column that SQLite keeps apart from the row's values."""

    def cells(self, candidate: Candidate) -> dict[str, int | str | bytes | None] | None:
        """The values by their columns, if they are what was once stored in this table."""
        cells = dict(zip(self.columns, candidate.values, strict=True))
        if self.number is not None:
            cells[self.number] = candidate.rowid
        digest = cells.pop(DIGEST)
        return cells if digest == digest_of(self.table, (cells[name] for name in sorted(cells))) else None


def _layouts() -> Mapping[int, frozenset[_Layout]]:
    """Of every version there ever was, by the number of values in a row."""
    found: dict[int, set[_Layout]] = defaultdict(set)
    for version in range(1, migrations.newest() + 1):
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.execute("begin")
            migrations.walk(connection, version)
            for table in sealed_tables(connection):
                layout = _layout(connection, table)
                found[len(layout.columns)].add(layout)
    return {size: frozenset(layouts) for size, layouts in found.items()}


def _layout(connection: sqlite3.Connection, table: str) -> _Layout:
    described = connection.execute("select name, type, pk from pragma_table_info(?)", [table]).fetchall()
    (by_key,) = connection.execute("select wr from pragma_table_list where name = ?", [table]).fetchone()
    columns = [name for name, _, _ in described]
    key = [name for name, _, place in sorted(described, key=lambda column: column[2]) if place]
    if by_key:
        return _Layout(table, (*key, *(name for name in columns if name not in key)), None)
    types = {name: type for name, type, _ in described}
    number = key[0] if len(key) == 1 and types[key[0]].lower() == "integer" else None
    return _Layout(table, tuple(columns), number)


def _sorted_out(candidates: Iterable[Candidate]) -> tuple[Found, dict[str, Seal], bool]:
    """Rows by table, the seals, and whether any row was there twice with different content."""
    layouts = _layouts()
    keys = {table.name: table.key for table in CONTENT_TABLES}
    rows: dict[str, dict[tuple[object, ...], dict[str, int | str | bytes | None]]] = {name: {} for name in keys}
    seals: dict[str, Seal] = {}
    conflicts = False
    for candidate in candidates:
        match candidate.values:
            case (str(name), int(count), int(mark)) if name in keys and count >= 0:
                seals[name] = Seal(count, mark)
                continue
        for layout in layouts.get(len(candidate.values), ()):
            if layout.table in keys and (cells := layout.cells(candidate)) is not None:
                kept = rows[layout.table].setdefault(tuple(cells[name] for name in keys[layout.table]), cells)
                conflicts = conflicts or kept != cells
                break
    return {name: tuple(found.values()) for name, found in rows.items()}, seals, conflicts


def _counted(used: Mapping[str, int], seals: Mapping[str, Seal]) -> tuple[Saved, ...]:
    counted = []
    for kind in dict.fromkeys(table.kind for table in CONTENT_TABLES):
        tables = [table.name for table in CONTENT_TABLES if table.kind == kind]
        saved = sum(used[name] for name in tables)
        of = sum(seals[name].rows for name in tables) if all(name in seals for name in tables) else None
        if saved or of != 0:
            counted.append(Saved(kind, kinds_in_words([kind]), saved, of))
    return tuple(counted)
