"""Small helpers for what rules say: figures as a text has them, the same digits, lists of things named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ita_desktop.domain.scoring import half_up, score_text
from ita_desktop.review.prose import Prose
from ita_desktop.review.speech import Mention
from ita_desktop.thai.digits import in_digits_of, to_thai
from ita_desktop.thai.numbers import DigitKind, FoundNumber, count_word


def decimals_of(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def agrees(said: Decimal, figure: Decimal) -> bool:
    """Whether a figure is said rightly, with as many decimals as the text gives it."""
    return half_up(figure, min(decimals_of(said), 2)) == said


def in_the_same_digits(text: str, number: FoundNumber) -> str:
    return to_thai(text) if number.digits is DigitKind.THAI else text


def in_these_digits(count: int, written: str) -> str:
    """A count as this text has counts: in words, in Thai figures or in others."""
    if not re.match("[0-9๐-๙]", written):
        return count_word(count)
    return in_digits_of(written, str(count))


def as_said(figure: Decimal, number: FoundNumber) -> str:
    """A figure as it would stand in this text: its digits, and two decimals."""
    return in_the_same_digits(score_text(figure), number)


_JOIN = re.compile(
    r"(?:\s*\([^()\n]{0,60}\))?(?:\s*(?:ได้|มี)?\s*(?:คะแนน)?\s*[0-9]{1,3}(?:\.[0-9]+)?\s*คะแนน)?\s*"
    r"(?:,|และ|หรือ|รวมทั้ง|\s)?\s*(?:ข้อ(?:ที่)?|ตัวชี้วัด(?:ที่)?|แบบวัด|เครื่องมือ|\(?[0-9]{1,2}[.)])?\s*"
)
_START = re.compile(r"\s*(?:ข้อ(?:ที่)?|แบบวัด|เครื่องมือ|\(?[0-9]{1,2}[.)])?\s*")


def listed_from(prose: Prose, at: int) -> list[Mention]:
    """The things of one kind that are listed from here on: "… คือ ข้อ i4 (98.96 คะแนน) และข้อ i5"."""
    found: list[Mention] = []
    for mention in prose.mentions:
        if mention.start < at:
            continue
        before = prose.arabic[found[-1].end if found else at : mention.start]
        joined = (_JOIN if found else _START).fullmatch(before)
        if not joined or (found and mention.about is not found[0].about):
            break
        found.append(mention)
    return found


def words_before(prose: Prose, at: int, reach: int = 80) -> str:
    """Of the same line."""
    start, _ = prose.line_of(at)
    return prose.arabic[max(start, at - reach) : at]


def words_after(prose: Prose, at: int, reach: int = 60) -> str:
    _, end = prose.line_of(at)
    return prose.arabic[at : min(end, at + reach)]


def named(parts: Iterable[str]) -> str:
    """`ก ข และ ค`"""
    members = list(parts)
    return members[0] if len(members) == 1 else f"{' '.join(members[:-1])} และ {members[-1]}" if members else ""
