"""Backups: verified copies, numbered as they are made, thinned as they age, and given back without loss.

They count by their numbers and not by the clock, which somebody may set back.
"""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.storage.copying import (
    free_name,
    make_private_folder,
    move_into_place,
    partial_of,
    settle,
    short_stem,
    verified_copy,
)
from ita_desktop.storage.document import Document
from ita_desktop.storage.opening import journal_of, open_for_reading, refuse_if_open
from ita_desktop.storage.troubles import in_words

_log = logging.getLogger(__name__)

_NAME = re.compile(r"(?P<stem>.*)-(?P<number>\d{6,})-(?P<made>\d{8}T\d{6}Z)(?:-(?P<why>[a-z]+))?\.ita")
_MADE = "%Y%m%dT%H%M%SZ"
A_DAY = datetime.timedelta(days=1)


class Why(StrEnum):
    """What a backup was made for, as the end of its name says."""

    OPENED = "opened"
    WORKING = "working"
    CLOSED = "closed"
    IMPORT = "import"
    ASKED = ""
    """Somebody wanted one."""


_REASONS = frozenset(Why)


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    number: int
    made: datetime.datetime
    path: Path
    why: Why = Why.ASKED


def folder_of(workbook: Path, root: Path) -> Path:
    """Where the backups of this workbook lie; two files of one name in two folders do not mix."""
    place = blake2b(str(workbook.absolute()).encode(), digest_size=4).hexdigest()
    return root / f"{short_stem(workbook)}-{place}"


def make(document: Document, folder: Path, now: datetime.datetime, why: Why = Why.ASKED) -> Backup:
    with in_words(folder):
        _make_place(folder)
        number = max((backup.number for backup in found_in(folder)), default=0) + 1
    made = now.astimezone(datetime.UTC).replace(microsecond=0)
    name = "-".join(filter(None, (short_stem(document.path), f"{number:06d}", f"{made:{_MADE}}", why)))
    return Backup(number, made, document.copy_to(folder / f"{name}.ita"), why)


def _make_place(folder: Path) -> None:
    try:
        make_private_folder(folder)
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise FileTrouble(
            "ใช้โฟลเดอร์ที่เก็บข้อมูลสำรองไม่ได้",
            safe="สมุดงานบันทึกครบแล้ว",
            do=f"ตรวจว่า {folder.parent} ยังเป็นโฟลเดอร์อยู่ และท่านมีสิทธิ์เขียนในนั้น",
        ) from error


def found_in(folder: Path) -> tuple[Backup, ...]:
    """The backups of a folder, the newest last."""
    found = []
    with in_words(folder):
        for path in folder.iterdir() if folder.is_dir() else ():
            if name := _NAME.fullmatch(path.name):
                made = datetime.datetime.strptime(name["made"], _MADE).replace(tzinfo=datetime.UTC)
                why = Why(name["why"]) if name["why"] in _REASONS else Why.ASKED
                found.append(Backup(int(name["number"]), made, path, why))
    return tuple(sorted(found))


def beside(backup: Backup) -> Path:
    """Where the copy that can be read without this program lies."""
    return backup.path.with_suffix(".json")


def superfluous(backups: Iterable[Backup], now: datetime.datetime) -> tuple[Backup, ...]:
    """All but: everything of the last 24 hours, the last of 30 days, of 12 months and of 5 years, and the newest."""
    now = now.astimezone(now.tzinfo)
    newest_first = sorted(backups, reverse=True)
    kept = set(newest_first[:1])
    kept.update(backup for backup in newest_first if abs(now - backup.made) <= A_DAY)
    for period_of, how_many in _KEPT_PERIODS:
        last_of: dict[Hashable, Backup] = {}
        for backup in newest_first:
            last_of.setdefault(period_of(backup.made.astimezone(now.tzinfo)), backup)
        kept.update(list(last_of.values())[:how_many])
    return tuple(backup for backup in reversed(newest_first) if backup not in kept)


_KEPT_PERIODS: tuple[tuple[Callable[[datetime.datetime], Hashable], int], ...] = (
    (datetime.datetime.date, 30),
    (lambda made: (made.year, made.month), 12),
    (lambda made: made.year, 5),
)


def thin(folder: Path, now: datetime.datetime) -> None:
    """To be called after a new backup was made and verified, never after giving one back."""
    for backup in superfluous(found_in(folder), now):
        for path in (beside(backup), backup.path):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                _log.info("an old backup could not be removed: %s", error.strerror)


def restore(backup: Path, target: Path, now: datetime.datetime, *, why: str = "ก่อนกู้คืน") -> Path | None:
    """Give a backup back under this name. What stood there keeps its content under the name that is returned."""
    content = open_for_reading(backup)
    try:
        if not target.exists():
            verified_copy(content, target)
            return None
        refuse_if_open(target)
        ready = partial_of(target)
        with in_words(target):
            ready.unlink(missing_ok=True)  # of an attempt that was cut short
        verified_copy(content, ready)
    finally:
        content.close()
    kept = _put_aside(target, now, why)
    try:
        move_into_place(ready, target)
    except BaseException as error:
        try:
            _move_with_journal(kept, target)
        except OSError:
            raise _left_aside(target, kept) from error
        raise
    return kept


def _put_aside(target: Path, now: datetime.datetime, why: str) -> Path:
    when = f"{now.year + 543}-{now:%m-%d} {now:%H%M%S}"
    kept = free_name(target, f"{why} {when}")
    with in_words(target):
        _move_with_journal(target, kept)
    try:
        settle(kept)
    except OSError as error:  # it has its new name; whether the drive still works is told by what comes next
        _log.info("what was put aside could not be synced: %s", error.strerror)
    return kept


def _move_with_journal(old: Path, new: Path) -> None:
    """A journal that waits beside a file belongs to it: left behind it would be rolled back into its successor."""
    journal = journal_of(old)
    if not journal.exists():
        old.rename(new)
        return
    journal.rename(journal_of(new))
    try:
        old.rename(new)
    except OSError:
        journal_of(new).rename(journal)
        raise


def _left_aside(target: Path, kept: Path) -> FileTrouble:
    return FileTrouble(
        f"กู้คืนไฟล์ {target.name} ไม่สำเร็จ เพราะไดรฟ์มีปัญหาหรือเต็มในระหว่างนั้น",
        safe=f"ไฟล์เดิมยังอยู่ครบในชื่อ {kept.name}",
        do="ตรวจไดรฟ์และพื้นที่ว่าง แล้วกู้คืนอีกครั้ง หรือเปลี่ยนชื่อไฟล์เดิมกลับ",
    )
