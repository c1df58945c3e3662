"""Reading single JSON values strictly: each reader takes a plain value and gives ours, or says why it does not fit."""

from __future__ import annotations

import base64
import binascii
import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from ita_desktop.domain.json_text import NamedTwice, Plain

Reader = Callable[[object], Any]


class Misfit(ValueError):
    """A plain value that cannot be what it should be: where it stands, and why in Thai."""

    def __init__(self, reason: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path

    def under(self, step: str | int) -> Misfit:
        return Misfit(self.reason, (step, *self.path))

    @property
    def where(self) -> str:
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path).lstrip(".")


# Single values


def text(plain: object) -> str:
    if type(plain) is not str:
        raise Misfit("ต้องเป็นข้อความ")
    if _NO_TEXT.search(plain):
        raise Misfit("มีอักขระควบคุมที่ใช้ในเอกสารไม่ได้")
    return plain


_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(written: str) -> str:
    """Without what no document can hold; pasted text has such characters, a word processor's line break above all."""
    if not _NO_TEXT.search(written):
        return written
    return _NO_TEXT.sub("", written.replace("\v", "\n").replace("\f", "\n"))


def matching(pattern: str, what: str) -> Reader:
    whole_pattern = re.compile(pattern)

    def read(plain: object) -> str:
        if type(plain) is str and whole_pattern.fullmatch(plain):
            return plain
        raise Misfit(f"ต้องเป็น{what}")

    return read


def whole(lowest: int, highest: int) -> Reader:
    def read(plain: object) -> int:
        if type(plain) is int and lowest <= plain <= highest:
            return plain
        raise Misfit(f"ต้องเป็นจำนวนเต็มตั้งแต่ {lowest} ถึง {highest}")

    return read


def number(lowest: int, highest: int) -> Reader:
    """A decimal kept digit for digit: 86.50 stays 86.50."""

    def read(plain: object) -> Decimal:
        if type(plain) is int:
            plain = Decimal(plain)
        if type(plain) is not Decimal or not plain.is_finite() or not lowest <= plain <= highest:
            raise Misfit(f"ต้องเป็นตัวเลขตั้งแต่ {lowest} ถึง {highest}")
        return exact(plain)

    return read


def exact(plain: Decimal) -> Decimal:
    """Written out in full; nobody means a number of a thousand digits, and writing one out would fill the memory."""
    _, digits, exponent = plain.as_tuple()
    if not isinstance(exponent, int) or len(digits) > _MOST_DIGITS or abs(exponent) > _MOST_DIGITS:
        raise Misfit(f"มีตัวเลขเกิน {_MOST_DIGITS} หลัก")
    return Decimal(format(plain or plain.copy_abs(), "f"))


_MOST_DIGITS = 20


def date(plain: object) -> datetime.date:
    if type(plain) is not str or not _ISO_DATE.fullmatch(plain):
        raise Misfit("ต้องเป็นวันที่แบบ ปปปป-ดด-วว ตามคริสต์ศักราช เช่น 2023-03-20")
    try:
        read = datetime.date.fromisoformat(plain)
    except ValueError:
        raise Misfit(f"ไม่มีวันที่ {plain} ในปฏิทิน") from None
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        raise Misfit(f"วันที่ {plain} ต้องเป็นปีคริสต์ศักราช")
    return read


_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def true_or_false(plain: object) -> bool:
    if type(plain) is not bool:
        raise Misfit("ต้องเป็น true หรือ false")
    return plain


def content(plain: object) -> bytes:
    try:
        return base64.b64decode(text(plain), validate=True)
    except (binascii.Error, ValueError):
        raise Misfit("ต้องเป็นข้อมูลแบบ base64") from None


def choice(kind: type[StrEnum]) -> Reader:
    known = {member.value: member for member in kind}

    def read(plain: object) -> StrEnum:
        if type(plain) is str and plain in known:
            return known[plain]
        raise Misfit(f"ต้องเป็นค่าใดค่าหนึ่งใน {', '.join(known)}")

    return read


def anything(plain: object) -> Plain:
    """Whatever JSON can say, once and exactly."""
    match plain:
        case bool() | None | int():
            return plain
        case Decimal():
            return exact(plain)
        case str():
            return text(plain)
        case list():
            return [inside(index, anything, element) for index, element in enumerate(plain)]
        case dict():
            return {text(key): inside(key, anything, value) for key, value in plain.items()}
        case _:
            raise not_this(plain, "ค่าที่ JSON เขียนได้")


# Values made of others


def optional(read: Reader) -> Reader:
    return lambda plain: None if plain is None else read(plain)


def tuple_of(read: Reader) -> Reader:
    def read_all(plain: object) -> tuple[Any, ...]:
        if type(plain) is not list:
            raise Misfit("ต้องเป็นรายการ [ … ]")
        return tuple(inside(index, read, element) for index, element in enumerate(plain))

    return read_all


def table_of(read_key: Reader, read_value: Reader) -> Reader:
    def read_all(plain: object) -> Mapping[Any, Any]:
        if type(plain) is not dict:
            raise not_this(plain, "วัตถุ { … }")
        return MappingProxyType(
            {inside(key, read_key, key): inside(key, read_value, value) for key, value in plain.items()}
        )

    return read_all


def inside(step: str | int, read: Reader, plain: object) -> object:
    try:
        return read(plain)
    except Misfit as misfit:
        raise misfit.under(step) from None


def not_this(plain: object, wanted: str) -> Misfit:
    if isinstance(plain, NamedTwice):
        return Misfit("เขียนไว้ซ้ำสองครั้ง").under(plain.key)
    return Misfit(f"ต้องเป็น{wanted}")
