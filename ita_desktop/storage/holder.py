"""Who has a file open: a note beside it, read only once SQLite has said that somebody does.

The lock is SQLite's own and the operating system drops it when a program ends, however it ends. A note that is left
behind can therefore mislead nobody and block nothing.
"""

from __future__ import annotations

import datetime
import getpass
import json
import logging
import platform
from pathlib import Path

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.storage.troubles import locked
from ita_desktop.thai.dates import moment_words

_log = logging.getLogger(__name__)


def note_beside(path: Path) -> Path:
    return path.with_name(f".~{path.name}.open")


def write_note(path: Path, now: datetime.datetime) -> None:
    note = {"user": _user(), "computer": platform.node(), "since": now.astimezone(datetime.UTC).isoformat()}
    try:
        note_beside(path).write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        # Nothing depends on it; where the folder cannot be written at all, the first change says so.
        _log.info("no note of who has the workbook open: %s", error.strerror)


def remove_note(path: Path) -> None:
    try:
        note_beside(path).unlink(missing_ok=True)
    except OSError as error:
        _log.info("the note of who has the workbook open stays behind: %s", error.strerror)


def opened_elsewhere(path: Path) -> FileTrouble:
    """SQLite said that the file is in use: say by whom and since when, as far as the note tells."""
    trouble = locked(path)
    try:
        note = json.loads(note_beside(path).read_text(encoding="utf-8"))
        since = datetime.datetime.fromisoformat(note["since"]).astimezone()
        who = f"{note['user']} ที่เครื่อง {note['computer']}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.info("it is not known who has the workbook open: %s", type(error).__name__)
        return trouble
    when = moment_words(since)
    return FileTrouble(f"เปิดไฟล์ {path.name} ไม่ได้ เพราะ {who} เปิดใช้อยู่ตั้งแต่วันที่ {when}", safe=trouble.safe, do=trouble.do)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a system that has no names for its users
        return "ผู้ใช้อีกคนหนึ่ง"
