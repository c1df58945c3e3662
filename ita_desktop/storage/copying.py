"""A copy of a workbook counts only when it was read back whole; until then it does not bear its name."""

from __future__ import annotations

import logging
import os
import sqlite3
from hashlib import blake2b
from pathlib import Path

from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.storage.opening import check, connect_to_existing, connect_to_new, journal_of
from ita_desktop.storage.troubles import in_words

_log = logging.getLogger(__name__)

_LONGEST_NAME = 255 - len(".partial-journal")
_LONGEST_STEM = 40
"""Thai letters take three bytes each, and a name may have 255."""


def verified_copy(connection: sqlite3.Connection, target: Path) -> Path:
    """Everything in the open workbook, as a new file of this name: written, on the disk, checked, then named."""
    partial = partial_of(target)
    try:
        with in_words(target):
            refuse_existing(target)
            partial.unlink(missing_ok=True)
            _copy(connection, partial, target)
            settle(partial)
        _compare(connection, partial, target)
        move_into_place(partial, target)
    finally:
        discard(partial)
    return target


def partial_of(target: Path) -> Path:
    """Beside the target, with room left for the name of SQLite's journal."""
    name = target.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{short_stem(target)}-{blake2b(name.encode(), digest_size=4).hexdigest()}.ita"
    return target.with_name(f"{name}.partial")


def short_stem(path: Path) -> str:
    """As much of a name as leaves room for what is put behind it."""
    return path.stem[:_LONGEST_STEM]


def free_name(path: Path, why: str) -> Path:
    """A name beside the file that says why it is kept, and that no earlier one has: also when a clock was set back."""
    number = 1
    while True:
        again = f" {number}" if number > 1 else ""
        name = path.with_name(f"{short_stem(path)} ({why}{again}){path.suffix}")
        if not name.exists():
            return name
        number += 1


def discard(partial: Path) -> None:
    """Take an unfinished file away, if it is there and the place still lets us."""
    try:
        partial.unlink(missing_ok=True)
        journal_of(partial).unlink(missing_ok=True)
    except OSError as error:
        _log.info("an unfinished file stays behind: %s", error.strerror)


def make_private_folder(folder: Path) -> None:
    """With all that is missing above it, for its owner alone, and on the disk."""
    for place in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        place.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(place.parent)


def refuse_existing(target: Path) -> None:
    if target.exists():
        raise FileTrouble(f"มีไฟล์ชื่อ {target.name} อยู่แล้ว", safe="ไฟล์เดิมไม่เปลี่ยน", do="ตั้งชื่ออื่น")


def move_into_place(partial: Path, target: Path) -> None:
    """Give a finished file its name, never the name of another."""
    with in_words(target):
        refuse_existing(target)
        # Of a file that is gone. SQLite would take it for ours and roll it back into the new one.
        journal_of(target).unlink(missing_ok=True)
        partial.rename(target)
        settle(target)
        _sync_folder(target.parent)


def _copy(connection: sqlite3.Connection, partial: Path, target: Path) -> None:
    copy = connect_to_new(partial, called=target)
    try:
        # No journal and no waiting for the disk: a copy that was cut short is thrown away, and at the end all of it
        # is brought to the disk at once.
        copy.execute("pragma journal_mode = off")
        copy.execute("pragma synchronous = off")
        connection.backup(copy)
    finally:
        copy.close()


def _compare(original: sqlite3.Connection, partial: Path, target: Path) -> None:
    """A copy that reads otherwise than it was written: either the original is damaged, or the drive does not keep."""
    try:
        _check_copy(partial, target)
    except DamagedFile as damage:
        check(original, target)
        raise FileTrouble(
            f"เขียนไฟล์ {target.name} ไม่สำเร็จ เพราะอ่านกลับมาแล้วไม่ตรงกับที่เขียน",
            safe="ข้อมูลเดิมยังอยู่ครบ",
            do="ตรวจว่าไดรฟ์ยังเสียบอยู่และไม่ชำรุด แล้วลองอีกครั้ง หรือเก็บไว้ในไดรฟ์อื่น",
        ) from damage


def _check_copy(partial: Path, target: Path) -> None:
    copy = connect_to_existing(partial)
    try:
        check(copy, target)
    finally:
        copy.close()


def settle(path: Path) -> None:
    """Bring to the disk what a file holds, and what it is called.

    Also after it was renamed: FAT keeps where a file begins and how long it is with its name, and a new name has
    neither until then.
    """
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name != "nt":  # Windows has no such call; there a rename is on the disk with the next flush of the volume
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
