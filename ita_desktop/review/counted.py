"""How many of some group a text says something of: "3 ตัวชี้วัดที่ลดลง", "กึ่งหนึ่งของตัวชี้วัด", "ร้อยละ 80"."""

from __future__ import annotations

import re
from functools import lru_cache

from ita_desktop.review.many import NOUN, Claim, Quantity, around, said_in, scope
from ita_desktop.review.predicates import PREDICATE, predicate_of
from ita_desktop.thai.numbers import count_word, read_count

_N = "[0-9]{1,3}|(?:ยี่|สอง|สาม|สี่)?สิบ(?:เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า"
_NUMBER = rf"(?<![0-9./])(?<!ที่)(?<!ที่\ )(?<!ทั้ง)(?<!ทั้ง\ )(?P<number>{_N})(?![0-9.])"
_OUT_OF = rf"(?:\s*(?:ใน|จาก)(?:ทั้งหมด|จำนวน|\s)*(?P<count_z>{_N})(?![0-9.]))?"
_GOT = r"(?:ที่|ซึ่ง|มี|ได้|รับ|ผล|การประเมิน|คะแนน|อยู่|\s)*?"
_AMOUNTS = r"(?:\s|คะแนน|มี|จำนวน|รวม|เพียง|ทั้งสิ้น|ทั้งหมด|อยู่|เท่ากับ|คือ|ถึง|แล้ว)*"
_HALF = "(?:กึ่ง|ครึ่ง)(?:หนึ่ง)?"
_SHARE = (
    rf"(?P<share>ส่วนใหญ่|ส่วนมาก|ส่วนน้อย|(?:มากกว่า|เกินกว่า|เกิน|กว่า|น้อยกว่า|ไม่ถึง)?{_HALF}"
    r"|ร้อยละ\s*[0-9]{1,3}(?:\.[0-9]+)?(?![0-9.]))"
)

_COUNTED_AT_LAST = (
    rf"(?:(?P<noun_a>{NOUN}){scope('a')}\s*(?:ที่|ซึ่ง)?{_GOT})?{PREDICATE}"
    rf"{scope('c')}{_AMOUNTS}{_NUMBER}{_OUT_OF}\s*(?P<noun_b>{NOUN}|ตัว){scope('b')}"
)
_SHARED_AT_LAST = (
    rf"(?P<noun_a>{NOUN}){scope('a')}\s*(?:ที่|ซึ่ง)?{_GOT}{PREDICATE}"
    rf"{_AMOUNTS}(?:คิดเป็น)?{_SHARE}\s*ของ(?:จำนวน)?(?:ตัวชี้วัด|ข้อ|เครื่องมือ)"
)
_PATTERNS = tuple(
    (quantity, re.compile(pattern, re.VERBOSE))
    for quantity, pattern in (
        (
            Quantity.COUNT,
            rf"{_NUMBER}{_OUT_OF}\s*(?P<noun_a>{NOUN}){scope('a')}(?:เท่านั้น)?(?:\s*(?:ที่|ซึ่ง|มีคะแนน|ได้คะแนน)|(?!\s)){_GOT}{PREDICATE}",
        ),
        (Quantity.COUNT, rf"(?P<number>(?P<noun_a>{NOUN})เดียว){scope('a')}{_GOT}{PREDICATE}"),
        (
            Quantity.COUNT,
            _COUNTED_AT_LAST,
        ),
        (
            Quantity.SHARE,
            rf"(?P<noun_a>{NOUN}){scope('a')}(?:ของหน่วยงาน)?{_SHARE}(?:ของหน่วยงาน)?{scope('b')}{_GOT}{PREDICATE}",
        ),
        (Quantity.SHARE, rf"{_SHARE}\s*ของ(?P<noun_a>{NOUN})(?:ทั้งหมด)?{scope('a')}{_GOT}{PREDICATE}"),
        (
            Quantity.SHARE,
            _SHARED_AT_LAST,
        ),
    )
)
_NO_PLACE = r"(?<!ที่)(?<!ที่ )(?<!จาก )(?<!ของ )(?<!ใน )(?<![0-9.])"
"""Not "อันดับที่ 2", nor the whole of which others are a part."""
_COUNTED = rf"\s*(?:(?:ใน|จาก)(?:ทั้งหมด|\s)*(?:{_N})\s*)?(?:{NOUN}|ตัว)"
_IN_FIGURES = re.compile(rf"[0-9](?<!ที่[0-9])(?<!ที่ [0-9])(?<!จาก [0-9])[0-9]{{0,2}}{_COUNTED}")
_IN_WORDS = re.compile(
    rf"{_NO_PLACE}(?:{_N}){_COUNTED}|(?:{NOUN})เดียว|ส่วนใหญ่|ส่วนมาก|ส่วนน้อย|{_HALF}|ร้อยละ\s*[0-9]+\s*ของ|(?:{NOUN})ร้อยละ"
)
_HINTS = ("เดียว", "ส่วนใหญ่", "ส่วนมาก", "ส่วนน้อย", "กึ่ง", "ครึ่ง", "ร้อยละ", *map(count_word, range(1, 11)))


@lru_cache(maxsize=4096)
def counts_in(arabic: str) -> tuple[Claim, ...]:
    # Words are many and slow to look for; figures are not, and most texts have no others.
    trigger = _IN_WORDS if any(hint in arabic for hint in _HINTS) else _IN_FIGURES
    found: list[Claim] = []
    stretches = list(around(trigger, arabic))
    for quantity, pattern in _PATTERNS:
        for match in (match for start, end in stretches for match in pattern.finditer(arabic, start, end)):
            number = match.span("share" if quantity is Quantity.SHARE else "number")
            if not any(one.number == number for one in found):
                found.append(_claim(match, quantity, number))
    return tuple(found)


def _claim(match: re.Match[str], quantity: Quantity, number: tuple[int, int]) -> Claim:
    of = said_in(match, "of")
    groups = match.groupdict()
    # "แบบวัด OIT ไม่ได้คะแนน 3 ข้อ" counts items of the tool that was named first.
    noun = next((said for key in ("noun_b", "noun_a") if (said := groups.get(key)) and said != "ตัว"), "")
    out_of = groups.get("count_z")
    return Claim(
        *match.span(),
        quantity,
        noun,
        said_in(match, "tool"),
        int(of) if of else None,
        read_count(out_of) if out_of else None,
        predicate_of(match),
        number,
    )
