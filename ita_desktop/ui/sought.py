"""Typed words looked for as people type them: whichever digits, capitals, order of marks; and codes said apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import tidy

_SPOKEN_CODE = re.compile(r"(?<![a-z0-9])([ieo])[\s.-]+(?=[0-9])")
_ORDINAL = re.compile("ที่(?=\\s*[0-9])")
_THAI_NEXT_TO_DIGITS = re.compile(r"(?<=[ก-๎])(?=[0-9])|(?<=[0-9])(?=[ก-๎])")


def folded(text: str) -> str:
    """One writing for all ways to write it: Arabic digits, small letters, marks and sara am in their order."""
    return to_arabic(tidy(text)).casefold()


def words_of(typed: str) -> tuple[str, ...]:
    """`ตัวชี้วัด๓` and `ตัวชี้วัดที่ 3` are the same two words, `O 8` is one."""
    text = _ORDINAL.sub(" ", _SPOKEN_CODE.sub(r"\1", folded(typed)))
    return tuple(_THAI_NEXT_TO_DIGITS.sub(" ", text).split())


def holds(text: str, words: Sequence[str]) -> bool:
    """All of them, wherever they stand: Thai has no spaces."""
    mine = folded(text) if words else ""
    return all(word in mine for word in words)
