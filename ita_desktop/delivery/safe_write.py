"""A file appears under its name only when it is whole, on the disk, and read back the same."""

from __future__ import annotations

import contextlib
import errno
import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ita_desktop.delivery.disk import REAL_DISK, Disk
from ita_desktop.delivery.trouble import came_back_different, could_not_write, would_replace_a_workbook

CHUNK = 1 << 20
_WORKBOOK_ENDING, _WORKBOOK_HEAD = ".ita", b"SQLite format 3\0"

Progress = Callable[[int], None]
"""Told how many bytes were written so far; it may raise to stop the work."""


def write_whole(target: Path, data: bytes, *, disk: Disk = REAL_DISK, progress: Progress | None = None) -> str:
    """Writes, syncs, reads back, renames; the SHA-256 of what now lies there. Whatever stood there stays until then."""
    wanted = hashlib.sha256(data).hexdigest()
    partial = target.with_name(f"~{wanted[:12]}.part")
    try:
        _spare_a_workbook(target, data)
        disk.make_folder(target.parent)
        try:
            _fill(partial, data, disk, progress)
            if hashlib.sha256(disk.read(partial)).hexdigest() != wanted:
                raise came_back_different(target)
            disk.replace(partial, target)
        except BaseException:
            with contextlib.suppress(OSError):
                disk.remove(partial)
            raise
        _settle(target, disk)
    except OSError as error:
        raise could_not_write(error, target) from error
    return wanted


def _spare_a_workbook(target: Path, data: bytes) -> None:
    """A paper given the name of a workbook by mistake must not be the end of all the years in it."""
    if data.startswith(_WORKBOOK_HEAD) or not target.is_file():
        return
    # The name first: opening and closing a file that SQLite holds in this process would drop its locks.
    if target.suffix.lower() == _WORKBOOK_ENDING or _begins_like_a_workbook(target):
        raise would_replace_a_workbook(target)


def _begins_like_a_workbook(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_WORKBOOK_HEAD)) == _WORKBOOK_HEAD
    except OSError:
        return False  # what cannot be read will be told by the writing


def _fill(partial: Path, data: bytes, disk: Disk, progress: Progress | None) -> None:
    handle = disk.create(partial)
    try:
        rest = memoryview(data)
        while rest:
            written = disk.write(handle, rest[:CHUNK])
            if written <= 0:  # a full disk may write nothing and say nothing
                raise OSError(errno.ENOSPC, "nothing was written")
            rest = rest[written:]
            if progress is not None:
                progress(len(data) - len(rest))
        disk.sync(handle)
    finally:
        disk.close(handle)


def _settle(target: Path, disk: Disk) -> None:
    """The new name reaches the disk too, and only with what it names.

    Some file systems cannot sync a folder, and lose nothing by it; some guard has the new file open for a moment.
    """
    for step in (partial(disk.settle, target), partial(disk.sync_folder, target.parent)):
        try:
            step()
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES):
                raise
