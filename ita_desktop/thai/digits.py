"""Thai and Arabic digits. A document uses one kind throughout, people type either, and we count with neither."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from ita_desktop.thai.links import LINK
from ita_desktop.thai.quoting import quoted

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_SOME_THAI = re.compile(f"[{_THAI}]")
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


class Digits(StrEnum):
    """One kind of digits for a whole paper."""

    THAI = "thai"
    ARABIC = "arabic"


def to_thai(text: str) -> str:
    """Every Arabic digit as a Thai one; everything else stays."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """Every Thai digit as an Arabic one; everything else stays, and stays where it was."""
    # Most texts have none, and looking is ten times as fast as translating.
    return text.translate(_TO_ARABIC) if _SOME_THAI.search(text) else text


def in_digits_of(written: str, text: str) -> str:
    """A text of Arabic digits as it stands in the place of what is written: in Thai ones, if that has any."""
    return to_thai(text) if _SOME_THAI.search(written) else text


def in_digits(text: str, digits: Digits) -> str:
    """A text in the one kind of digits of its paper. Links, e-mail addresses and file names stay as they must be."""
    table = _TO_THAI if digits is Digits.THAI else _TO_ARABIC
    parts: list[str] = []
    done = 0
    for link in LINK.finditer(text):
        parts += text[done : link.start()].translate(table), link.group()
        done = link.end()
    parts.append(text[done:].translate(table))
    return "".join(parts)


# ------------------------------------------------------------------------------------------------------ typed numbers


class NumberProblem(ValueError):
    """What was typed is no number, or could be two. `reason` says so to the officer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_NOTHING = frozenset({"", "-", "–", "—", "ไม่มี", "ไม่มีข้อมูล", "n/a"})
_WORDS_BEFORE = re.compile(r"(?:(?:คะแนน|ร้อยละ|จำนวน|เท่ากับ|ได้)\s*)+")
_WORDS_AFTER = re.compile(r"\s*(?:คะแนน|%|เปอร์เซ็นต์|เปอร์เซนต์|บาท|คน|ราย|ข้อ|ครั้ง)$")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
_IN_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")


def read_number(text: str) -> Decimal | None:
    """A number as people type it: either digits, with or without its unit. Nothing typed, or a dash, is None.

    What can be read in two ways is refused, for a score misread is worse than one typed again.
    """
    typed = " ".join(text.split())
    if typed.lower() in _NOTHING:
        return None
    before = _WORDS_BEFORE.match(typed)
    bare = _WORDS_AFTER.sub("", typed[before.end() :] if before else typed)
    bare = to_arabic(bare).replace("−", "-").replace("–", "-")
    if _NUMBER.fullmatch(bare):
        return Decimal(bare)
    if _IN_THOUSANDS.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if comma := _DECIMAL_COMMA.fullmatch(bare):
        raise NumberProblem(f"{quoted(typed)} อ่านได้สองอย่าง หากเป็นทศนิยมให้พิมพ์ {comma[1]}.{comma[2]}")
    raise NumberProblem(f"{quoted(typed)} ไม่ใช่ตัวเลข")
