"""What a disk refuses, as a sentence that names the cause: a full stick is not a locked file."""

from __future__ import annotations

import errno
from pathlib import Path

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.refusals import PULLED_OUT, cause

_CAUSES: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("เนื้อที่ในไดรฟ์ไม่พอ", "ลบไฟล์ที่ไม่ใช้ในไดรฟ์นั้น หรือเลือกไดรฟ์อื่น"),
    errno.EDQUOT: ("เนื้อที่ที่ใช้ได้ในไดรฟ์หมดแล้ว", "ลบไฟล์ที่ไม่ใช้ในไดรฟ์นั้น หรือเลือกไดรฟ์อื่น"),
    errno.EFBIG: ("ไฟล์ใหญ่เกินกว่าที่ไดรฟ์นี้รับได้", "เลือกไดรฟ์อื่น"),
    errno.EROFS: ("ไดรฟ์นี้อ่านได้อย่างเดียวหรือถูกล็อกการเขียน", "ปลดล็อกการเขียนที่ตัวไดรฟ์ หรือเลือกไดรฟ์อื่น"),
    errno.EACCES: (
        "ไม่มีสิทธิ์เขียนที่นี่ หรือไฟล์ชื่อนี้เปิดอยู่ในโปรแกรมอื่น",
        "ปิดไฟล์นั้นในโปรแกรมอื่น หรือเลือกโฟลเดอร์อื่น",
    ),
    errno.EPERM: ("ไม่มีสิทธิ์เขียนที่นี่", "เลือกโฟลเดอร์อื่น"),
    errno.EIO: ("ไดรฟ์เขียนหรืออ่านไม่ได้ อาจถูกถอดออกหรือชำรุด", "เสียบไดรฟ์ให้แน่นแล้วลองใหม่ หรือใช้ไดรฟ์อื่น"),
    **dict.fromkeys(PULLED_OUT, ("ไม่พบไดรฟ์ อาจถูกถอดออกแล้ว", "เสียบไดรฟ์แล้วลองใหม่")),
    errno.EBUSY: ("ไฟล์ชื่อนี้เปิดอยู่ในโปรแกรมอื่น", "ปิดไฟล์นั้นในโปรแกรมอื่นแล้วลองใหม่"),
    errno.ENOENT: ("ไม่พบโฟลเดอร์นี้ ไดรฟ์อาจถูกถอดออกแล้ว", "ตรวจว่าไดรฟ์ยังเสียบอยู่ หรือเลือกโฟลเดอร์อื่น"),
    errno.ENOTDIR: ("ที่ที่เลือกไม่ใช่โฟลเดอร์", "เลือกโฟลเดอร์อื่น"),
    errno.EISDIR: ("มีโฟลเดอร์ชื่อนี้อยู่แล้ว", "ตั้งชื่อไฟล์ใหม่"),
    errno.ENAMETOOLONG: ("ชื่อไฟล์หรือที่อยู่โฟลเดอร์ยาวเกินไป", "ตั้งชื่อให้สั้นลง หรือเลือกโฟลเดอร์ที่อยู่ตื้นกว่านี้"),
    errno.EINVAL: ("ไดรฟ์นี้ไม่รับชื่อไฟล์นี้", "ตั้งชื่อไฟล์ใหม่"),
}
_OTHER = ("ระบบไม่ยอมให้เขียนไฟล์", "ลองเลือกโฟลเดอร์หรือไดรฟ์อื่น")


def could_not_write(error: OSError, target: Path) -> FileTrouble:
    why, remedy = _CAUSES.get(cause(error), _OTHER)
    return FileTrouble(
        f"บันทึกไฟล์ “{target.name}” ไม่สำเร็จ เพราะ{why}",
        safe="ข้อมูลในสมุดงานยังอยู่ครบ และไม่มีไฟล์ชื่อนี้ที่เขียนไว้ไม่ครบ",
        do=remedy,
    )


def came_back_different(target: Path) -> FileTrouble:
    return FileTrouble(
        f"เขียนไฟล์ “{target.name}” แล้วอ่านกลับได้ไม่ตรงกัน ไดรฟ์นี้อาจชำรุด",
        safe="ข้อมูลในสมุดงานยังอยู่ครบ และลบไฟล์ที่เขียนไม่สมบูรณ์แล้ว",
        do="ใช้ไดรฟ์อื่น",
    )


def would_replace_a_workbook(target: Path) -> FileTrouble:
    return FileTrouble(
        f"ไม่ได้บันทึก เพราะ “{target.name}” เป็นสมุดงาน หากเขียนทับ ข้อมูลทุกปีในสมุดงานจะหายไป",
        safe="สมุดงานไม่เปลี่ยนแปลง",
        do="ตั้งชื่อไฟล์อื่น",
    )


def could_not_read(error: OSError, source: Path) -> FileTrouble:
    gone = cause(error) in PULLED_OUT | {errno.EIO, errno.ENOENT}
    return FileTrouble(
        f"อ่าน “{source.name}” ไม่ได้" + (" ไดรฟ์อาจถูกถอดออกหรือชำรุด" if gone else ""),
        safe="ข้อมูลในสมุดงานยังอยู่ครบ",
        do="เสียบไดรฟ์ให้แน่นแล้วลองใหม่" if gone else "ตรวจว่าท่านมีสิทธิ์อ่านไฟล์นี้ และไฟล์ไม่ได้เปิดอยู่ในโปรแกรมอื่น",
    )
