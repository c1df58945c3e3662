"""What SQLite and the system report, said once in the officer's words: a full disk is no lock, a lock is no damage.

What is not listed here (a constraint that fails, a wrong statement) is our own mistake and passes through unchanged.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

from ita_desktop.domain.errors import DamagedFile, FileTrouble, ItaError, NotAWorkbook
from ita_desktop.domain.refusals import PULLED_OUT, cause

UNTOUCHED = "โปรแกรมไม่ได้แก้ไขไฟล์นี้"
_AS_IT_WAS = "ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ"
_LONGEST_PATH = 512 - len(".partial-journal")
"""Bytes, where SQLite runs on POSIX; a Thai letter takes three."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        said = trouble(error, path)
        if said is None:
            raise
        raise said from error
    except OSError as error:
        raise _OF_THE_SYSTEM.get(cause(error), device_trouble)(path) from error


def trouble(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> ItaError | None:
    """None where the officer can do nothing about it because the mistake is ours."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # What Python finds: letters that are none, in a stored text or even in SQLite's own report about the damage.
        return damaged(path) if "decode" in str(error).lower() else None
    say = _EXACTLY.get(code) or _ROUGHLY.get(code & 0xFF)
    return say(path) if say else None


def is_locked(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def damaged(path: Path, *, kinds: frozenset[str] = frozenset(), which: str = "") -> DamagedFile:
    return DamagedFile(
        f"ไฟล์ {path.name} เสียหาย" + (f" ในส่วน {which}" if which else ""),
        safe="โปรแกรมไม่ได้เขียนทับไฟล์นี้",
        do="กู้คืนจากข้อมูลสำรองล่าสุด",
        kinds=kinds,
    )


def _damaged_or_out(path: Path) -> ItaError:
    """A drive that is pulled out while SQLite reads looks like damage, until one reads again."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError:  # a copy on the way, which does not bear this name yet
        return damaged(path)
    except OSError:
        return device_trouble(path)
    return damaged(path)


def _unless_out(say: Callable[[Path], FileTrouble]) -> Callable[[Path], FileTrouble]:
    """Of a drive that was pulled out SQLite may say that a file is locked, cannot be opened or written.

    The folder is asked whether its drive still answers: by opening it, since what it is like is remembered for a while.
    """

    @wraps(say)
    def asked(path: Path) -> FileTrouble:
        try:
            with os.scandir(path.parent):
                return say(path)
        except OSError as error:
            return device_trouble(path) if cause(error) in PULLED_OUT | {errno.EIO} else say(path)

    return asked


@_unless_out
def locked(path: Path) -> FileTrouble:
    return FileTrouble(
        f"เปิดไฟล์ {path.name} ไม่ได้ เพราะเปิดใช้อยู่ในอีกหน้าต่างหนึ่งหรืออีกเครื่องหนึ่ง",
        safe="ข้อมูลไม่เสียหาย",
        do="ปิดไฟล์ที่เปิดอยู่ก่อน หรือเปิดแบบอ่านอย่างเดียว",
    )


def disk_full(path: Path) -> FileTrouble:
    return FileTrouble(
        f"บันทึกไฟล์ {path.name} ไม่ได้ เพราะพื้นที่ในดิสก์เต็ม", safe=_AS_IT_WAS, do="ลบไฟล์ที่ไม่ใช้เพื่อเพิ่มพื้นที่ว่าง แล้วลองอีกครั้ง"
    )


@_unless_out
def read_only(path: Path) -> FileTrouble:
    return FileTrouble(
        f"บันทึกไฟล์ {path.name} ไม่ได้ เพราะไฟล์หรือโฟลเดอร์นี้อ่านได้อย่างเดียว",
        safe=_AS_IT_WAS,
        do="เลือกโฟลเดอร์อื่นที่เขียนได้ ถ้าเป็นสมุดงานที่มีอยู่แล้วให้คัดลอกไปไว้ที่นั่นแล้วเปิดจากที่นั่น",
    )


def device_trouble(path: Path) -> FileTrouble:
    return FileTrouble(
        f"อ่านหรือเขียนไฟล์ {path.name} ไม่สำเร็จ เพราะไดรฟ์มีปัญหาหรือถูกถอดออก",
        safe=_AS_IT_WAS,
        do="ตรวจสายหรือไดรฟ์ แล้วเปิดไฟล์ใหม่",
    )


@_unless_out
def cannot_open(path: Path) -> FileTrouble:
    if len(os.fsencode(path.absolute())) > _LONGEST_PATH:
        return FileTrouble(
            f"เปิดไฟล์ {path.name[:20]} ไม่ได้ เพราะชื่อโฟลเดอร์ที่เก็บไฟล์รวมกันยาวเกินไป",
            safe=UNTOUCHED,
            do="ย้ายไฟล์ไปไว้ในโฟลเดอร์ที่อยู่ตื้นกว่าหรือชื่อสั้นกว่านี้",
        )
    return FileTrouble(f"เปิดไฟล์ {path.name} ไม่ได้", safe=UNTOUCHED, do="ตรวจว่าไฟล์ยังอยู่ที่เดิม และท่านมีสิทธิ์ใช้โฟลเดอร์นั้น")


@_unless_out
def moved(path: Path) -> FileTrouble:
    return FileTrouble(
        f"บันทึกไฟล์ {path.name} ไม่ได้ เพราะไฟล์ถูกย้าย เปลี่ยนชื่อ หรือลบขณะเปิดใช้อยู่",
        safe=_AS_IT_WAS,
        do="นำไฟล์กลับมาไว้ที่เดิม หรือเปิดไฟล์จากที่ใหม่",
    )


def name_too_long(path: Path) -> FileTrouble:
    return FileTrouble(f"ชื่อไฟล์ {path.name[:20]}… ยาวเกินไปสำหรับระบบนี้", safe=_AS_IT_WAS, do="ตั้งชื่อให้สั้นลง")


def not_ours(path: Path) -> FileTrouble:
    return NotAWorkbook(
        f"ไฟล์ {path.name} ไม่ใช่สมุดงานของ ITA Desktop หรือส่วนต้นของไฟล์เสียหาย",
        safe=UNTOUCHED,
        do="เลือกไฟล์ที่ลงท้ายด้วย .ita หรือกู้คืนจากข้อมูลสำรอง",
    )


_EXACTLY: dict[int, Callable[[Path], ItaError]] = {
    sqlite3.SQLITE_READONLY_DBMOVED: moved,
    sqlite3.SQLITE_READONLY_ROLLBACK: read_only,
    sqlite3.SQLITE_READONLY_DIRECTORY: read_only,
}

_ROUGHLY: dict[int, Callable[[Path], ItaError]] = {
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_IOERR: device_trouble,
    sqlite3.SQLITE_CANTOPEN: cannot_open,
    sqlite3.SQLITE_PERM: cannot_open,
    sqlite3.SQLITE_AUTH: cannot_open,
    sqlite3.SQLITE_CORRUPT: _damaged_or_out,
    sqlite3.SQLITE_NOTADB: not_ours,
}

_OF_THE_SYSTEM: dict[int, Callable[[Path], ItaError]] = {
    errno.ENOSPC: disk_full,
    errno.EDQUOT: disk_full,
    errno.EROFS: read_only,
    errno.EACCES: read_only,
    errno.EPERM: read_only,
    errno.EBUSY: locked,
    errno.ENOENT: cannot_open,
    errno.ENOTDIR: cannot_open,
    errno.ENAMETOOLONG: name_too_long,
}
