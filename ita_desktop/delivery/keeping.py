"""Files that belong to a workbook lie in a folder beside it, each whole, named once, and never written over."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ita_desktop.delivery.names import fitting, free
from ita_desktop.delivery.safe_write import Progress, write_whole
from ita_desktop.delivery.trouble import could_not_read
from ita_desktop.domain.errors import FileTrouble

LARGEST = 200 * 2**20
_LONGEST_NAME = 255
"""Bytes; a Thai letter takes three."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the folder, as it was on the day it was put there."""

    file: str
    size: int
    sha256: str


class Standing(Enum):
    INTACT = "intact"
    CHANGED = "changed"
    MISSING = "missing"


def folder_beside(workbook: Path) -> Path:
    name = f"{workbook.stem}-หลักฐาน"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{workbook.stem[:40]}-{hashlib.blake2b(name.encode(), digest_size=4).hexdigest()}-หลักฐาน"
    return workbook.with_name(name)


def keep(source: Path, folder: Path, name: str, *, progress: Progress | None = None) -> Kept:
    """A copy of `source` under this name, or the next one that is free."""
    return keep_bytes(_content(source), folder, name, progress=progress)


def keep_bytes(content: bytes, folder: Path, name: str, *, progress: Progress | None = None) -> Kept:
    """What never was a file: a picture from the clipboard."""
    with _in_words(folder):
        taken = frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()
    file = free(fitting(name), taken)
    digest = write_whole(folder / file, content, progress=progress)
    _for_the_owner_alone(folder, folder / file)
    return Kept(file=file, size=len(content), sha256=digest)


def carry(
    files: Iterable[Kept], source: Path, target: Path, *, quick: bool = False, progress: Progress | None = None
) -> tuple[Kept, ...]:
    """Copies what `target` does not have yet, under the same names; what it holds under such a name is never touched.

    `quick` takes a file of the right size there for the right one, where this is done again and again.

    The answer is what could not be brought: gone or changed at the source, or another file of that name at the target.
    """
    left: list[Kept] = []
    for kept in files:
        if progress is not None:
            progress(0)
        if _has_its_size(target, kept) if quick else standing(target, kept) is Standing.INTACT:
            continue
        if standing(source, kept) is not Standing.INTACT or os.path.lexists(target / kept.file):
            left.append(kept)
            continue
        write_whole(target / kept.file, _content(source / kept.file), progress=progress)
        _for_the_owner_alone(target, target / kept.file)
    return tuple(left)


def _has_its_size(folder: Path, kept: Kept) -> bool:
    try:
        return (folder / kept.file).stat().st_size == kept.size
    except OSError:
        return False


def _for_the_owner_alone(folder: Path, file: Path) -> None:
    with contextlib.suppress(OSError):  # some drives know no such thing; the digest tells anyway
        folder.chmod(0o700)  # scans carry names and signatures
        file.chmod(0o400)


def standing(folder: Path, kept: Kept) -> Standing:
    """Whether the file is still, byte for byte, what was kept."""
    path = folder / kept.file
    try:
        if path.stat().st_size != kept.size:
            return Standing.CHANGED
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except FileNotFoundError:
        return Standing.MISSING
    except OSError as error:
        raise could_not_read(error, path) from error
    return Standing.INTACT if digest == kept.sha256 else Standing.CHANGED


def _content(source: Path) -> bytes:
    with _in_words(source):
        if source.stat().st_size > LARGEST:
            raise FileTrouble(f"ไฟล์ {source.name} ใหญ่เกิน 200 MB", do="ย่อขนาดไฟล์ก่อน หรือเก็บเป็นลิงก์แทน")
        return source.read_bytes()


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise could_not_read(error, path) from error
