"""A workbook on a stick or a server is worked on as a copy on this computer, and brought back when it is done.

What lies beside it (scans, evidence) goes along both ways; no file there is ever written over.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.delivery.keeping import folder_beside
from ita_desktop.delivery.names import free
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.delivery.trouble import could_not_read
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.storage import backups
from ita_desktop.storage.document import Document

_ASIDE = "ก่อนส่งกลับ"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A copy, and what it is a copy of."""

    copy: Path
    origin: Path
    seal: str
    """Of the file as it was then, so that a change of it behind our back can be told."""


def take_in(path: Path, folder: Path, *, frameworks: Frameworks) -> TakenIn:
    """A verified copy in this folder; it is the copy that is worked on."""
    seal = seal_of(path)
    with Document.open(path, frameworks=frameworks, read_only=True) as document:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            taken = frozenset(other.name for other in folder.iterdir())
        except OSError as error:
            raise FileTrouble(f"ใช้โฟลเดอร์ {folder.name} ไม่ได้", safe="ไฟล์เดิมไม่เปลี่ยน", do="เลือกโฟลเดอร์อื่น") from error
        copy = document.copy_to(folder / free(path.name, taken))
    _take_along(path, copy)
    return TakenIn(copy, path, seal)


def bring_back(backup: Path, copy: Path, origin: Path, now: datetime.datetime) -> Path | None:
    """The copy as its newest backup has it, where it came from; the copy itself is open and stays alone.

    What stood there keeps its content under the name returned.
    """
    aside = backups.restore(backup, origin, now, why=_ASIDE)
    _take_along(copy, origin)
    return aside


def seal_of(path: Path) -> str:
    """Of a file that this process has not open; empty where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise could_not_read(error, path) from error


def _take_along(source: Path, target: Path) -> None:
    """The files beside a workbook bear their names in it. Where one of that name stands already, it stays."""
    here, there = folder_beside(source), folder_beside(target)
    try:
        files = sorted(file for file in here.iterdir() if file.is_file()) if here.is_dir() else []
        for file in files:
            if not (there / file.name).exists():
                write_whole(there / file.name, file.read_bytes())
    except OSError as error:
        raise could_not_read(error, here) from error
