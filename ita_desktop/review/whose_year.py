"""Whose a figure is: this year's, or that of an earlier year that is named beside it."""

from __future__ import annotations

import re

from ita_desktop.review import cues
from ita_desktop.review.prose import Prose
from ita_desktop.review.speech import LAST_YEAR
from ita_desktop.thai.numbers import FoundNumber

_YEAR = r"ปี(?:งบประมาณ|พ\.ศ\.|\s)*(?P<year>25[0-9]{2})"
_AFTER = re.compile(rf"\s*(?:คะแนน)?\s*\(?(?:ใน|ของ|เมื่อ)\s*{_YEAR}")
_SINCE_BEFORE = re.compile(r"(?:จาก|กว่า|กับ)(?:คะแนน|ผล)*(?:ของ|ใน)?\s*(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*$")
_SINCE_AFTER = re.compile(rf"\s*(?:คะแนน)?\s*(?:เมื่อ)?(?:จาก|เทียบกับ|เปรียบเทียบกับ)(?:คะแนน|ผล)*(?:ของ|ใน)?\s*{_YEAR}")


def score_follows(words: str) -> bool:
    """ "ลดลงจากปีก่อน ได้ 83.17" gives the score, "ลดลง 0.41" the change."""
    return cues.SCORE_FOLLOWS.search(words) is not None


def year_said(prose: Prose, number: FoundNumber, lead: str, this: int) -> int | None:
    """The year whose figure this is, where it is said directly before it or after it."""
    if after := _AFTER.match(prose.arabic, number.end):
        return int(after["year"]) if int(after["year"]) <= this else None
    offset = number.start - len(lead)
    said: tuple[int, int] | None = None
    for found in prose.years:
        if offset <= found.start < number.start:
            said = (found.end - offset, found.year)
    for match in LAST_YEAR.finditer(lead):
        if said is None or match.end() > said[0]:
            said = (match.end(), this - 1)
    if said is None or said[1] > this:
        return None
    rest = lead[said[0] :]
    changed = cues.CHANGE.search(lead[: said[0]]) or cues.CHANGE.search(rest)
    if changed and not score_follows(rest):
        return None
    return said[1] if cues.WITHIN_YEAR.fullmatch(rest) else None


def year_before(prose: Prose, start: int, named_at: int, this: int) -> int | None:
    """ "ปี 2566 ได้คะแนนรวม …", "ปีก่อนมีคะแนนรวม …": whose figure it is, where the words leave no doubt."""
    said = [(match.start(), match.end(), this - 1) for match in LAST_YEAR.finditer(prose.arabic, start, named_at)]
    said += [
        (found.start, found.end, found.year) for found in prose.years if start <= found.start and found.end <= named_at
    ]
    if not said:
        return None
    begins, ends, year = max(said)
    if year >= this or not cues.GOT.fullmatch(prose.arabic[ends:named_at]):
        return None
    return None if cues.COMPARED_WITH.search(prose.arabic, max(start, begins - 30), begins) else year


def earlier_year(prose: Prose, start: int, until: int, this: int) -> int | None:
    """The earlier year named last in this stretch; "the year before" where none is named."""
    named = [found.year for found in prose.years if start <= found.start < until]
    earlier = [year for year in named if year < this]
    if earlier:
        return earlier[-1]
    return this - 1 if LAST_YEAR.search(prose.arabic, start, until) else None


def since(prose: Prose, start: int, number: FoundNumber, this: int) -> int | None:
    """The year that a change is reckoned from, where another than the last is named: "จากปี 2566"."""
    if after := _SINCE_AFTER.match(prose.arabic, number.end):
        return int(after["year"])
    for found in reversed(prose.years):
        if start <= found.start < number.start and found.year < this:
            before = prose.arabic[max(start, found.start - 40) : found.start]
            return found.year if _SINCE_BEFORE.search(before) else None
    return None


def of_several(prose: Prose, start: int, end: int, number: FoundNumber) -> bool:
    """ "ปี 2566 ถึงปี 2568 คือ 86.30 90.90 และ 88.98 ตามลำดับ": years and figures in two lists."""
    if "ตามลำดับ" not in prose.text[number.end : end]:
        return False
    return sum(start <= found.start < number.start for found in prose.years) > 1


def of_column(prose: Prose, start: int, number: FoundNumber) -> int | None:
    at = prose.text.count("\t", start, number.start) if prose.columns else 0
    return prose.columns[at] if at < len(prose.columns) else None
