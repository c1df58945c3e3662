"""Numbers in prose, for comparing what a text says with what the tables say; and small counts in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.links import LINK


class DigitKind(StrEnum):
    THAI = "thai"
    ARABIC = "arabic"
    MIXED = "mixed"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number with its place in the text as it stands, and the words beside it that say what it counts."""

    start: int
    end: int
    text: str
    value: Decimal
    digits: DigitKind
    unit: str = ""
    """`คะแนน`, `ร้อยละ` (for % too), or the noun that was counted: `ตัวชี้วัด`, `ข้อ`, `คน`, …"""
    label: str = ""
    """What names it: `ตัวชี้วัดที่`, `อันดับที่`, `ข้อ`, `พ.ศ.`, …"""


_D = "[0-9๐-๙]"
_COUNTED = (
    "ตัวชี้วัด|เครื่องมือ|มาตรการ|หน่วยงาน|ประเด็น|โครงการ|กิจกรรม|รายการ|อันดับ|ลำดับ|เดือน|เรื่อง|ครั้ง|ด้าน|ข้อ|แห่ง|ฉบับ|กอง|ราย|คน|ปี"
)
_NUMBER = re.compile(
    rf"""
    (?<![A-Za-z0-9๐-๙_])(?<!{_D}\.)                     # no item code (o27), no part of 1.2.3
    (?:(?<![^\s(\[|])[+\-−])?
    (?: {_D}{{1,3}}(?:,{_D}{{3}})+(?:\.{_D}+)? | {_D}+(?:\.{_D}+)? )
    (?![A-Za-z0-9๐-๙_]|\.{_D})
    """,
    re.VERBOSE,
)
_UNIT_AFTER = re.compile(
    rf"[ \u00a0]{{0,3}}(?:(?P<percent>%|เปอร์เซ็นต์|เปอร์เซนต์)|(?P<noun>คะแนน|บาท|น\.|{_COUNTED})(?!ที่))"
)
_THAI_DIGIT, _ARABIC_DIGIT = re.compile("[๐-๙]"), re.compile("[0-9]")
_PERCENT, _POINTS = "ร้อยละ", ("คะแนน", "คะแนนเฉลี่ย", "คะแนนรวม")
_NUMBERED = ("ตัวชี้วัด", "ตัวชี้วัดย่อย", "อันดับ", "ลำดับ", "ข้อ", "ครั้ง", "ประเด็น", "ตาราง", "ภาพ", "รอบ", "ไตรมาส")
_LABELS = (
    *(f"{noun}ที่" for noun in _NUMBERED),
    *("ตัวชี้วัด", "อันดับ", "ลำดับ", "ข้อ", "ระดับ", "เลขที่", "พ.ศ.", "ปีงบประมาณ", "ปี"),
)
_NAMED_BEFORE = tuple(sorted((_PERCENT, *_POINTS, *_LABELS), key=len, reverse=True))
_IN_BETWEEN = ("เท่ากับ", "คือ", "ได้")
_LONGEST_BEFORE = 24


def find_numbers(text: str) -> list[FoundNumber]:
    """Every number of a text in figures, and counts in words before a noun ("ห้าอันดับ"), in their order.

    Item codes (o27), numbers of sections (1.2.3) and what stands in links are no numbers. The numbers of dates are;
    whoever asks for scores leaves out what `find_dates` found.
    """
    links = [link.span() for link in LINK.finditer(text)]
    found = [
        _found(match)
        for match in _NUMBER.finditer(text)
        if not any(start <= match.start() < end for start, end in links)
    ]
    in_words = [_found_in_words(match) for match in _COUNT_IN_TEXT.finditer(text)]
    return sorted(found + in_words, key=lambda number: number.start) if in_words else found


def _found(match: re.Match[str]) -> FoundNumber:
    text, (start, end), figures = match.string, match.span(), match.group()
    after = _UNIT_AFTER.match(text, end)
    before = _word_before(text[max(0, start - _LONGEST_BEFORE) : start])
    label = before if before in _LABELS else ""
    unit = _PERCENT if before == _PERCENT else "คะแนน" if before in _POINTS else ""
    if after:
        unit = _PERCENT if after["percent"] else unit or after["noun"]
    value = Decimal(to_arabic(figures).replace(",", "").replace("−", "-"))
    kind = digits_of(figures)
    assert kind is not None
    return FoundNumber(start, end, figures, value, kind, unit, label)


def _word_before(text: str) -> str:
    """The word that names a number, at the end of what stands before it."""
    text = text.rstrip(" \u00a0")
    for between in _IN_BETWEEN:
        text = text.removesuffix(between)
    if not text.endswith(_NAMED_BEFORE):
        return ""
    return next(word for word in _NAMED_BEFORE if text.endswith(word))


def digits_of(text: str) -> DigitKind | None:
    """Which digits a text is written in; None where it has none."""
    thai, arabic = _THAI_DIGIT.search(text), _ARABIC_DIGIT.search(text)
    if thai and arabic:
        return DigitKind.MIXED
    return DigitKind.THAI if thai else DigitKind.ARABIC if arabic else None


# ---------------------------------------------------------------------------------------------------- counts in words

_ONES = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_MOST = 99


def count_word(count: int) -> str:
    """A count up to 99 in words: สี่, สิบเอ็ด, ยี่สิบ. Larger ones in figures, as papers have them."""
    if not 0 <= count <= _MOST:
        return str(count)
    tens, ones = divmod(count, 10)
    if not tens:
        return _ONES[ones]
    return ("" if tens == 1 else "ยี่" if tens == 2 else _ONES[tens]) + "สิบ" + ("", "เอ็ด", *_ONES[2:])[ones]


_COUNTS = {count_word(count): count for count in range(_MOST + 1)}
_COUNT_PATTERN = rf"(?:ยี่|{'|'.join(_ONES[2:])})?สิบ(?:เอ็ด|{'|'.join(_ONES[2:])})?|{'|'.join(_ONES)}"
_COUNT_IN_TEXT = re.compile(rf"(?P<count>{_COUNT_PATTERN})(?=[ \u00a0]?(?P<unit>{_COUNTED})(?!ที่))")
_COUNT = re.compile(rf"\s*(?P<count>{_COUNT_PATTERN}|{_D}{{1,6}})\s*(?:{_COUNTED})?\s*")


def read_count(text: str) -> int | None:
    """A count in words or figures, with or without what was counted: "สี่", "ห้าอันดับ", "๑๐ ข้อ"."""
    match = _COUNT.fullmatch(text)
    if match is None:
        return None
    count = match["count"]
    return _COUNTS[count] if count in _COUNTS else int(count)


def _found_in_words(match: re.Match[str]) -> FoundNumber:
    value = Decimal(_COUNTS[match["count"]])
    return FoundNumber(*match.span("count"), match["count"], value, DigitKind.WORDS, match["unit"])
