"""What a text claims of many at once: every indicator, no item of EIT, all three tools; and what they got.

A claim is read off the text alone; whom it means in a year (`members`) and whether it holds is asked of the scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ita_desktop.review.predicates import PREDICATE, Predicate, predicate_of
from ita_desktop.thai.numbers import read_count

_ITEM = (
    "ข้อคำถาม|ข้อย่อย|ข้อ(?!มูล|เสนอ|ร้อง|สังเกต|ค้น|บกพร่อง|ซัก|ตกลง|บังคับ|กำหนด|ความ|หารือ|ราชการ|สั่ง|พิจารณา|แนะนำ|สงสัย|เท็จ|ปฏิบัติ|ห้าม"
    "|บัญญัติ|ดี(?!ขึ้น)|เสีย|จำกัด|ควร|ผูกพัน|คิด|ตรวจ|โต้|ขัด|ยุติ|อ้าง|กฎหมาย|คับ|ได้เปรียบ|ๆ|ที่[0-9]|[ ]?[a-zA-Z0-9])"
)
NOUN = f"ตัวชี้วัด|เครื่องมือ|แบบวัด|ด้าน|{_ITEM}"
_EACH = "ตัวชี้วัด|เครื่องมือ|รายการ|ตัว|ข้อ|แบบ|ด้าน"
COUNT = "[0-9]{1,3}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ"


def scope(suffix: str) -> str:
    """ "ของแบบวัด EIT", "ในตัวชี้วัดที่ 8": of what the many are a part."""
    return (
        rf"(?:\s*(?:ของ|ใน|ตาม|จาก|ภายใต้)?\s*(?:แบบวัด|เครื่องมือ|แบบ)?\s*\(?(?P<tool_{suffix}>IIT|EIT|OIT)(?![A-Za-z])\)?"
        rf"|\s*(?:ของ|ใน|ภายใต้)\s*ตัวชี้วัดที่\s*(?P<of_{suffix}>[0-9]{{1,2}}))?"
    )


_ALL = (
    rf"(?:(?<!เกือบ)ทุก(?P<noun_a>{NOUN}){scope('a')}"
    rf"|(?P<noun_b>{NOUN}){scope('b')}\s*"
    rf"(?:ทุก(?P<each_b>{_EACH})|ทั้งหมด(?!\s*[0-9])|ทั้ง\s*(?P<count_b>{COUNT})\s*(?P<each_c>{_EACH})?){scope('f')}"
    rf"|ทั้ง\s*(?P<count_c>{COUNT})\s*(?P<noun_c>{NOUN}){scope('c')}"
    r"|ราย(?P<noun_d>เครื่องมือ|ตัวชี้วัด)(?:ทุกรายการ|ทุกตัว|ทั้งหมด)|(?P<noun_e>รายเครื่องมือ)(?=[^\n]{0,60}คะแนน\s*ขึ้นไป))"
)
_HOPE = "ให้|เพื่อ|ต้อง|ควร|จึง|หาก|กำหนด|ยกระดับ|ห่าง|ขาด|อีก|ใช้|หลักเกณฑ์|เกณฑ์การ|มา(?:วิเคราะห์|ปรับ|เปรียบ|จัดทำ)"
_ANOTHER = "(?:มี|บาง|ส่วน)(?:ตัวชี้วัด|ข้อ|เครื่องมือ)|บาง|บ้าง|ทั้งที่|แต่|ซึ่งมี|ยกเว้น|เว้นแต่|ไม่รวม|จุดแข็ง|จุดอ่อน"
_GOING_ON = rf"(?:(?!{_HOPE}|{_ANOTHER})[^0-9\n:])"
"""Between those spoken of and what is said of them: no word of what is wanted, and none that turns to others."""
_MANY_FIRST = re.compile(rf"{_ALL}{_GOING_ON}{{0,60}}?{PREDICATE}", re.VERBOSE)
_MANY_LAST = re.compile(rf"{PREDICATE}(?:ใน|ครบ|ทั้งหมด|จาก|\s)*{_ALL}", re.VERBOSE)
_NONE = re.compile(
    rf"ไม่(?:มี|พบ|ปรากฏ)(?:ว่า)?(?:มี)?(?P<noun_a>{NOUN})(?:ใด|ไหน)?{scope('a')}(?:ใด)?\s*(?:ที่|ซึ่ง)?"
    rf"(?:มี|ได้|รับ|การประเมิน|ผล|คะแนน|\s)*?{PREDICATE}",
    re.VERBOSE,
)
_NOT_ALL = re.compile("ไม่(?!ต่ำกว่า|น้อยกว่า|เกิน)|ยังไม่")
""" "ไม่เพิ่มขึ้นทุกตัวชี้วัด": some did."""
_TRIGGER = re.compile(
    rf"ทุก(?:{NOUN}|ตัว|แบบ|รายการ)|(?:{NOUN})ทั้งหมด|ทั้ง\s*(?:{COUNT})\s*(?:{NOUN}|ตัว)|ราย(?:เครื่องมือ|ตัวชี้วัด)|ไม่(?:มี|พบ|ปรากฏ)(?:ว่า)?(?:มี)?(?:{NOUN})"
)


class Quantity(StrEnum):
    ALL = "all"
    NONE = "none"
    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Claim:
    """`text[start:end]` says of so many of some group that the predicate holds."""

    start: int
    end: int
    quantity: Quantity
    noun: str
    tool: str | None
    indicator: int | None
    count: int | None
    """How many they are altogether, where that is said."""
    predicate: Predicate
    number: tuple[int, int] | None = None
    """Of a count or share: where it stands."""


_BEFORE, _BEHIND = 110, 190
"""Letters that a claim takes at most on both sides of the word that says how many."""


def around(trigger: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text, within its lines, that are worth reading closely: where such a word stands."""
    last: tuple[int, int] | None = None
    for match in trigger.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        start = max(line, match.start() - _BEFORE)
        end = min(len(text) if line_end < 0 else line_end, match.end() + _BEHIND)
        if last is not None and start < last[1]:
            last = (last[0], max(end, last[1]))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


@lru_cache(maxsize=4096)
def claims_in(arabic: str) -> tuple[Claim, ...]:
    """A text that nobody touched since the last review is not read again."""
    found: list[Claim] = []
    patterns = ((Quantity.NONE, _NONE), (Quantity.ALL, _MANY_FIRST), (Quantity.ALL, _MANY_LAST))
    stretches = list(around(_TRIGGER, arabic))
    for quantity, pattern in patterns:
        for match in (match for start, end in stretches for match in pattern.finditer(arabic, start, end)):
            if pattern is _MANY_LAST and _NOT_ALL.match(match.group()):
                continue
            claim = _claim(match, quantity)
            if not any(one.start < claim.end and claim.start < one.end for one in found):
                found.append(claim)
    return tuple(found)


def said_in(match: re.Match[str], name: str) -> str | None:
    """A group that the pattern has once for each order of words."""
    return next((value for key, value in match.groupdict().items() if value and key.startswith(f"{name}_")), None)


def _claim(match: re.Match[str], quantity: Quantity) -> Claim:
    of, count, noun = said_in(match, "of"), said_in(match, "count"), said_in(match, "noun") or ""
    tool, each = said_in(match, "tool"), said_in(match, "each")
    if tool and each in {"ตัวชี้วัด", "ข้อ"}:
        noun = each  # "แบบวัด IIT ทั้ง 5 ตัวชี้วัด"
    return Claim(
        *match.span(),
        quantity,
        noun.removeprefix("ราย"),
        tool,
        int(of) if of else None,
        read_count(count) if count else None,
        predicate_of(match),
    )
