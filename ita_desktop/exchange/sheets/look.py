"""What a file is, by its content and never by its name, and whether it may be opened at all.

A spreadsheet is a zip archive that anybody can make: a few kilobytes that unfold to gigabytes, or a cell in the last
corner of the sheet. Its directory tells before anything is unfolded.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.grid import address

MB = 2**20
LARGEST_FILE = 20 * MB
_LARGEST_INFLATED = 200 * MB
_LARGEST_ENTRY = 128 * MB
"""100,000 rows with every text in its cell instead of the list of texts, as some programs write them, are 110 MB."""
_MOST_ENTRIES = 1000
_HIGHEST_RATIO = 100
_RATIO_MATTERS_FROM = MB
_LARGEST_AREA = 5_000_000
"""Rows times columns up to the last cell; a reader holds the empty ones between as well."""

_SAFE = "ข้อมูลในสมุดงานไม่เปลี่ยนแปลง"


class Source(StrEnum):
    XLSX = "xlsx"
    OTHER_SPREADSHEET = "spreadsheet"
    """.xls, .ods, .xlsb: what is in them is read, what was lost in them is not found."""
    WORD = "docx"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Seen:
    source: Source
    in_detail: bool = False
    """A small workbook with formulas, errors or percentages, which want a second, slower look."""


def refused(why: str, do: str) -> FileTrouble:
    return FileTrouble(why, safe=_SAFE, do=do)


def damaged() -> FileTrouble:
    return refused(
        "อ่านไฟล์นี้ไม่ได้ เพราะเนื้อหาเสียหายหรือไม่ครบ",
        "เปิดไฟล์ใน Excel หรือ LibreOffice แล้วบันทึกเป็นไฟล์ใหม่ชนิด .xlsx จากนั้นนำเข้าอีกครั้ง",
    )


def too_large() -> FileTrouble:
    return refused(
        "ไฟล์นี้มีข้อมูลมากเกินกว่าที่จะอ่านได้อย่างปลอดภัย",
        "คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่ แล้วนำเข้าไฟล์ใหม่",
    )


def look_at(data: bytes) -> Seen:
    """What the file is; raises FileTrouble where it is nothing that tables can be read from, or too dangerous."""
    if not data.strip():
        raise refused("ไฟล์นี้ว่างเปล่า", "ตรวจว่าเลือกไฟล์ถูกต้อง")
    for start, called, do in _FOREIGN:
        if data.startswith(start):
            raise refused(f"ไฟล์นี้เป็น{called} ไม่ใช่ตาราง", do)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _look_into_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _look_into_ole(data)
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta")):
        return Seen(Source.HTML)
    if start.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        if b"<html" in start:
            return Seen(Source.HTML)
        raise refused("ไฟล์นี้เป็น XML ซึ่งโปรแกรมนี้ไม่อ่าน", "เปิดใน Excel แล้วบันทึกเป็นชนิด .xlsx จากนั้นนำเข้าอีกครั้ง")
    return Seen(Source.TEXT)


_SAVE_AS_XLSX = "เปิดตารางใน Excel หรือ LibreOffice แล้วบันทึกเป็นชนิด .xlsx จากนั้นนำเข้าอีกครั้ง"
_FOREIGN = (
    (b"%PDF", "เอกสาร PDF", "คัดลอกตารางจาก PDF ไปวางใน Excel ตรวจให้ถูกต้อง แล้วนำเข้าไฟล์ Excel"),
    (b"SQLite format 3\x00", "สมุดงานของ ITA Desktop", "เปิดด้วยเมนูเปิดไฟล์"),
    (b"\x89PNG", "รูปภาพ", _SAVE_AS_XLSX),
    (b"\xff\xd8\xff", "รูปภาพ", _SAVE_AS_XLSX),
    (b"GIF8", "รูปภาพ", _SAVE_AS_XLSX),
    (b"MZ", "โปรแกรม", _SAVE_AS_XLSX),
    (b"Rar!", "ไฟล์บีบอัด", "แตกไฟล์ก่อน แล้วเลือกตารางที่อยู่ข้างใน"),
    (b"7z\xbc\xaf", "ไฟล์บีบอัด", "แตกไฟล์ก่อน แล้วเลือกตารางที่อยู่ข้างใน"),
    (b"{\\rtf", "เอกสาร RTF", "เปิดใน Word แล้วบันทึกเป็นชนิด .docx จากนั้นนำเข้าอีกครั้ง"),
    (b'{"format"', "เอกสารข้อมูล JSON", "สร้างสมุดงานจากเอกสารนี้ด้วยคำสั่ง new --from"),
    (b'{\n "format"', "เอกสารข้อมูล JSON", "สร้างสมุดงานจากเอกสารนี้ด้วยคำสั่ง new --from"),
)


def _look_into_zip(data: bytes) -> Seen:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _within_limits(entries)
            names = {entry.filename for entry in entries}
            if "mimetype" in names:
                return _open_document(archive.read("mimetype")[:100].decode("ascii", "replace"))
            if "word/document.xml" in names:
                return Seen(Source.WORD)
            if "xl/workbook.bin" in names:
                return Seen(Source.OTHER_SPREADSHEET)
            if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
                return Seen(Source.XLSX, in_detail=_wants_detail(archive, entries))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise damaged() from error
    raise refused("ไฟล์นี้เป็นไฟล์บีบอัดที่ไม่ใช่ตาราง", "แตกไฟล์ก่อน แล้วเลือกตารางที่อยู่ข้างใน")


def _within_limits(entries: list[zipfile.ZipInfo]) -> None:
    inflated = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or inflated > _LARGEST_INFLATED:
        raise too_large()
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _LARGEST_ENTRY or (entry.file_size > _RATIO_MATTERS_FROM and ratio > _HIGHEST_RATIO):
            raise too_large()
        if entry.flag_bits & 1:
            raise _locked()


def _open_document(mimetype: str) -> Seen:
    if "opendocument.spreadsheet" in mimetype:
        return Seen(Source.OTHER_SPREADSHEET)
    raise refused("ไฟล์นี้เป็นเอกสาร OpenDocument ที่ไม่ใช่ตาราง", "บันทึกเป็นชนิด .docx หรือ .xlsx แล้วนำเข้าอีกครั้ง")


def _look_into_ole(data: bytes) -> Seen:
    """The container of Office before 2007, in which encrypted files of today still come."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("DRMEncryptedDataSpace") or holds("DRMContent"):
        raise refused("ไฟล์นี้ถูกจำกัดสิทธิ์ (IRM) จึงอ่านไม่ได้", "ขอไฟล์ที่ไม่จำกัดสิทธิ์จากเจ้าของไฟล์ หรือคัดลอกตารางไปไว้ในไฟล์ใหม่")
    if holds("EncryptedPackage"):
        raise _locked()
    if holds("Workbook") or holds("Book"):
        return Seen(Source.OTHER_SPREADSHEET)
    if holds("WordDocument"):
        raise refused("ไฟล์นี้เป็นเอกสาร Word รุ่นเก่า (.doc)", "เปิดใน Word แล้วบันทึกเป็นชนิด .docx จากนั้นนำเข้าอีกครั้ง")
    raise damaged()


def _locked() -> FileTrouble:
    return refused("ไฟล์นี้ใส่รหัสผ่านไว้ จึงอ่านไม่ได้", "เปิดใน Excel เอารหัสผ่านออก บันทึก แล้วนำเข้าอีกครั้ง")


# ---------------------------------------------------------------------------------------------- the sheets of an .xlsx

_SMALL = 6 * MB
_TAIL = 4096
_CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_PERCENT_FORMAT = re.compile(rb'formatCode="[^"]*%|numFmtId="(?:9|10)"')


def _wants_detail(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    """Refuses far cells; says whether a second look is wanted and small enough to be had."""
    sheets = [entry for entry in entries if re.fullmatch(r"xl/worksheets/[^/]+\.xml", entry.filename)]
    small = sum(sheet.file_size for sheet in sheets) <= _SMALL
    wanted = False
    for sheet in sheets:
        tail = b""
        for chunk in _chunks(archive, sheet):
            if small and not wanted:
                joined = tail[-8:] + chunk
                wanted = b"<f" in joined or b't="e"' in joined
            tail = (tail + chunk[-_TAIL:])[-_TAIL:]
        _refuse_far_cells(tail)
    if not small:
        return False
    styles = next((entry for entry in entries if entry.filename == "xl/styles.xml"), None)
    return wanted or (styles is not None and bool(_PERCENT_FORMAT.search(archive.read(styles))))


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        while chunk := part.read(MB):
            yield chunk


def _refuse_far_cells(tail: bytes) -> None:
    cells = [(_column(letters), int(number)) for letters, number in _CELL.findall(tail)]
    if not cells:
        return
    column, row = max(column for column, _ in cells), max(number for _, number in cells)
    if row * (column + 1) > _LARGEST_AREA:
        raise refused(
            f"ในไฟล์มีเซลล์ {address(row - 1, column)} อยู่ไกลจากตารางมาก",
            "ลบแถวและคอลัมน์ที่ว่างท้ายแผ่นงานใน Excel บันทึก แล้วนำเข้าอีกครั้ง",
        )


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1
