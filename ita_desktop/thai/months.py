"""The twelve months as they are written, shortened and mistyped; the seven days of the week."""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Monday first, as `date.weekday()` counts."""

_NOT_LETTERS = re.compile(r"[\s.\-–]+")
_ENDINGS = ("คม", "ยน", "พันธ์")


def _known_names() -> dict[str, int]:
    names: dict[str, int] = {}
    for number, (name, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), 1):
        names[name] = number
        names[short.replace(".", "")] = number
        for ending in _ENDINGS:
            names[name.removesuffix(ending)] = number  # "มีนา", as people say it
    return names


_NAMES = _known_names()

MONTH_PATTERN = "|".join(
    (
        *MONTHS,
        # Said short, "มีนา", unless a letter follows: "ข้อ 1 มีนายก…".
        *(rf"{name}(?![ก-๎])" for name in _NAMES if len(name) > 3 and name not in MONTHS),
        # Dots forgotten or set apart: "มีค", "มี. ค.".
        *(rf"{first}\s?\.?\s?{last}(?:\.|(?![ก-๎]))" for first, last in (s[:-1].split(".") for s in SHORT_MONTHS)),
    )
)
"""Matches a month in prose, every name and short form that is certain to be one."""

_TYPING_SLIPS = 2


@lru_cache(maxsize=1024)
def read_month(word: str) -> int | None:
    """1–12 of a month's name, short form, or a name mistyped in a way that can only mean one month."""
    name = _NOT_LETTERS.sub("", word)
    if known := _NAMES.get(name):
        return known
    if not 5 <= len(name) <= 14:
        return None  # one slip in "มิค" is as near to March as to June
    near = sorted((_slips(name, month), number) for number, month in enumerate(MONTHS, 1))
    (best, number), (next_best, _) = near[:2]
    return number if best <= _TYPING_SLIPS and best < next_best else None


def _slips(typed: str, meant: str) -> int:
    """How many letters were left out, put in or mistaken: the edit distance."""
    row = list(range(len(meant) + 1))
    for i, a in enumerate(typed, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(meant, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]
