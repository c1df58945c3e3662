"""Are the program's own files the ones that were built? Each against the list of sums that lies among them.

The list says nothing of itself, so whoever wants certainty holds its own sum against the one that came on paper.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.domain.errors import DamagedFile, FileTrouble

LIST = "files.sha256"
_NOT_LISTED = ("uninstall.exe", "portable/")  # what installing adds, and what a stick keeps of the person's own
_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")

Progress = Callable[[int, int], None]
"""Told how many of how many files were looked at; it may raise to stop the work."""


@dataclass(frozen=True)
class Examined:
    """What was found, by path inside the program's folder."""

    files: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    list_sum: str

    @property
    def as_built(self) -> bool:
        return not self.faults

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """What is wrong with which file, in the officer's words."""
        kinds = (("ถูกแก้ไข", self.changed), ("หายไป", self.missing), ("แปลกปลอม", self.unknown))
        return tuple((what, path) for what, paths in kinds for path in paths)


def examine(program: Path, *, progress: Progress = lambda _done, _all: None) -> Examined:
    """Reads every file of the program; what is there and in no list is named too, since it may be run."""
    listed, list_sum = _read_list(program / LIST)
    changed, missing = [], []
    for done, (path, wanted) in enumerate(listed.items()):
        progress(done, len(listed))
        found = _sum(program / path)
        if found is None:
            missing.append(path)
        elif found != wanted:
            changed.append(path)
    there = (file.relative_to(program).as_posix() for file in program.rglob("*") if file.is_file())
    unknown = sorted(path for path in there if path not in listed and path != LIST and not path.startswith(_NOT_LISTED))
    progress(len(listed), len(listed))
    return Examined(len(listed), tuple(changed), tuple(missing), tuple(unknown), list_sum)


def _read_list(file: Path) -> tuple[dict[str, str], str]:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise FileTrouble(
            "ตรวจโปรแกรมไม่ได้ เพราะไม่พบรายการไฟล์ของโปรแกรม", safe="ข้อมูลงานไม่เสียหาย", do="ติดตั้งโปรแกรมใหม่"
        ) from error
    lines = [_LINE.fullmatch(line) for line in content.decode("utf-8", "replace").splitlines()]
    if not lines or None in lines:
        raise DamagedFile("รายการไฟล์ของโปรแกรมเสียหาย", safe="ข้อมูลงานไม่เสียหาย", do="ติดตั้งโปรแกรมใหม่")
    return {line[2]: line[1] for line in lines if line}, hashlib.sha256(content).hexdigest()


def _sum(file: Path) -> str | None:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError:  # there, and not to be read: not what was built
        return ""
