"""Text files that somebody sent: rules, phrases, a whole workbook's data. Read with a bound, and refused in words."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.errors import FileTrouble

_LARGEST = 5 * 2**20


def text_of(source: Path, what: str, *, do: str, safe: str = "", largest: int = _LARGEST) -> str:
    """`what` the file should hold and what the officer may `do`, where it does not."""
    try:
        if source.stat().st_size > largest:
            raise FileTrouble(f"ไฟล์ {source.name} ใหญ่เกินไปสำหรับ{what}", safe=safe, do=do)
        return source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise FileTrouble(f"ไม่พบไฟล์ {source.name}", safe=safe, do="ตรวจชื่อไฟล์และโฟลเดอร์") from error
    except UnicodeDecodeError as error:
        raise FileTrouble(f"ไฟล์ {source.name} ไม่ใช่ข้อความแบบ UTF-8", safe=safe, do=do) from error
    except OSError as error:
        raise FileTrouble(f"อ่านไฟล์ {source.name} ไม่ได้", safe=safe, do=f"ตรวจสิทธิ์ในการอ่าน หรือ{do}") from error
