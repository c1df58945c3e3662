"""Papers on a stick: each whole and read back, in a folder of the office and the year, with a list to check them by.

A stick may be full, locked, pulled out or lying. Whatever happens, a file under its final name is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.delivery.disk import REAL_DISK, Disk
from ita_desktop.delivery.hash_list import LIST_NAME, list_text, read_list
from ita_desktop.delivery.names import fitting
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.delivery.trouble import could_not_read
from ita_desktop.domain.errors import FileTrouble, WrongUsage
from ita_desktop.domain.sizes import room_words, size_words

_log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Told the file, the bytes written so far and all bytes there are; it may raise to stop the work."""

_ROOM_FOR_THE_LIST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A paper on its way out."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Delivered:
    folder: Path
    files: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    """Names that not every drive accepts, and what stands there instead."""
    digests: tuple[str, ...]
    """SHA-256 of each of the files, as read back."""


def folder_on(drive: Path, office: str, year: int) -> Path:
    return drive / fitting(office) / str(year)


def conflicts(papers: Iterable[Outgoing], folder: Path) -> tuple[str, ...]:
    """Names under which something else lies there already; the same content is no conflict."""
    found = []
    for paper in papers:
        path = folder / fitting(paper.name)
        try:
            if path.exists() and (path.is_dir() or _digest(path) != hashlib.sha256(paper.content).hexdigest()):
                found.append(path.name)
        except OSError as error:
            raise could_not_read(error, path) from error
    return tuple(found)


def copy_papers(
    papers: Collection[Outgoing],
    folder: Path,
    *,
    title: str,
    replacing: Collection[str] = (),
    disk: Disk = REAL_DISK,
    progress: Progress = lambda _name, _done, _all: None,
) -> Delivered:
    """What lies there under one of the names stays, unless the officer said of that name that it may be replaced.

    `folder` is usually that of `folder_on`, `title` what the list says it is a list of.
    """
    mended = {paper.name: fitting(paper.name) for paper in papers}
    if len({name.lower() for name in (*mended.values(), LIST_NAME)}) <= len(papers):
        raise WrongUsage("เอกสารที่เลือกมีชื่อซ้ำกัน", safe="ยังไม่ได้คัดลอกไฟล์ใด", do="ตั้งชื่อให้ต่างกัน")
    if taken := set(conflicts(papers, folder)) - set(replacing):
        raise FileTrouble(
            f"ในไดรฟ์มีไฟล์ “{min(taken)}” อยู่แล้วและเนื้อหาต่างกัน", safe="ไฟล์เดิมไม่เปลี่ยน", do="เลือกแทนที่ไฟล์เดิม หรือตั้งชื่อใหม่"
        )
    everything = sum(len(paper.content) for paper in papers)
    _refuse_if_it_cannot_fit(everything, folder)
    listed = read_list(folder)
    sizes: dict[str, int] = {}
    if outdated := listed.keys() & set(replacing) & set(mended.values()):
        # First off the list, then replaced: pulled out in between, the stick has no list that calls good papers bad.
        listed = {name: digest for name, digest in listed.items() if name not in outdated}
        _write_list(folder, title, listed, sizes, disk)
    done = 0
    try:
        for paper in papers:
            name = mended[paper.name]
            # Bound now: the next paper has another name and another beginning.
            told = _telling(progress, name, done, everything)
            listed[name] = write_whole(folder / name, paper.content, disk=disk, progress=told)
            _forget_other_spellings(listed, name, folder)
            sizes[name] = len(paper.content)
            done += len(paper.content)
    except BaseException:
        if sizes:  # what has arrived is whole, and belongs on the list
            with _failing_quietly():
                _write_list(folder, title, listed, sizes, disk)
        raise
    _write_list(folder, title, listed, sizes, disk)
    changed = tuple((old, new) for old, new in mended.items() if old != new)
    names = tuple(mended.values())
    return Delivered(folder, names, changed, tuple(listed[name] for name in names))


def _telling(progress: Progress, name: str, before: int, everything: int) -> Callable[[int], None]:
    return lambda written: progress(name, before + written, everything)


def _forget_other_spellings(listed: dict[str, str], name: str, folder: Path) -> None:
    """A stick takes “A.pdf” and “a.pdf” for one file, which has just got new content under either name."""
    others = [other for other in listed if other != name and other.lower() == name.lower()]
    if others and sum(path.name.lower() == name.lower() for path in folder.iterdir()) == 1:
        for other in others:
            del listed[other]


def _write_list(folder: Path, title: str, digests: dict[str, str], sizes: dict[str, int], disk: Disk) -> None:
    write_whole(folder / LIST_NAME, list_text(title, digests, sizes).encode(), disk=disk)


@contextlib.contextmanager
def _failing_quietly() -> Iterator[None]:
    """The officer is told of the first trouble; that the list suffers from it too is for the log."""
    try:
        yield
    except FileTrouble as trouble:
        _log.info("the list of files could not be written: %s", type(trouble.__cause__).__name__)


def _refuse_if_it_cannot_fit(size: int, folder: Path) -> None:
    """Known beforehand it costs nobody any time. Whoever writes meanwhile is found out by the writing itself."""
    there = next((place for place in (folder, *folder.parents) if os.path.lexists(place)), folder)
    try:
        room = shutil.disk_usage(there)
    except OSError as error:
        raise could_not_read(error, there) from error
    free = room.free
    needed = size + _ROOM_FOR_THE_LIST
    if room.total and needed > free:  # some drives do not tell how large they are
        raise FileTrouble(
            f"เนื้อที่ในไดรฟ์ไม่พอ ต้องใช้ {size_words(needed)} แต่เหลือ {room_words(free)}",
            safe="ยังไม่ได้คัดลอกไฟล์ใด",
            do="ลบไฟล์ที่ไม่ใช้ในไดรฟ์นั้น หรือเลือกไดรฟ์อื่น",
        )


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
