"""The few things that delivery asks of a disk, in one place, so that a test can make any of them fail."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Protocol

_BINARY = getattr(os, "O_BINARY", 0)


class Disk(Protocol):
    """What a file needs on its way out of the house. Every call may raise `OSError`."""

    def make_folder(self, folder: Path) -> None: ...
    def create(self, path: Path) -> int: ...
    def write(self, handle: int, data: memoryview) -> int: ...
    def sync(self, handle: int) -> None: ...
    def close(self, handle: int) -> None: ...
    def read(self, path: Path) -> bytes: ...
    def replace(self, source: Path, target: Path) -> None: ...
    def settle(self, path: Path) -> None: ...
    def sync_folder(self, folder: Path) -> None: ...
    def remove(self, path: Path) -> None: ...


class RealDisk:
    def make_folder(self, folder: Path) -> None:
        """A new folder reaches the disk by being synced from the one above it, like a file."""
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for place in missing:
            with contextlib.suppress(OSError):  # not every file system can; the file in it will tell
                self.sync_folder(place.parent)

    def create(self, path: Path) -> int:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)

    def write(self, handle: int, data: memoryview) -> int:
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        os.fsync(handle)
        if sys.platform == "linux":  # forget the pages, so that reading back asks the medium
            with contextlib.suppress(OSError):
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)

    def close(self, handle: int) -> None:
        os.close(handle)

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        source.replace(target)

    def settle(self, path: Path) -> None:
        """FAT keeps where a file begins and how long it is with its name: a new name has neither until it is synced."""
        handle = os.open(path, os.O_RDWR | _BINARY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def sync_folder(self, folder: Path) -> None:
        if os.name == "nt":  # folders cannot be opened there; NTFS writes its journal by itself
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)


REAL_DISK = RealDisk()
