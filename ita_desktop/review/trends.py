"""Claims about several years: "เพิ่มขึ้นต่อเนื่อง 3 ปี", "ต่ำกว่า 85 ติดต่อกัน 2 ปี", "สูงที่สุดในรอบ 3 ปี"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import half_up
from ita_desktop.review.case import Case
from ita_desktop.review.extremes import HIGH, LOW
from ita_desktop.review.moves import GOING_ON
from ita_desktop.review.predicates import DOWN, PREDICATE, UP, predicate_of
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import is_hoped, year_meant
from ita_desktop.review.speech import Mention
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import named
from ita_desktop.thai.numbers import read_count

_YEARS = r"(?P<years>[0-9]{1,2}|สอง|สาม|สี่|ห้า)\s*ปี"
_ON_AND_ON = (
    rf"(?:(?:อย่าง)?(?:ต่อเนื่อง|ติดต่อกัน|สม่ำเสมอ)(?:ติดต่อ|กัน|มาแล้ว|มา|เป็นเวลา|ตลอด|ใน|ทุกปี|\s)*(?:{_YEARS}|เป็นปีที่\s*(?P<nth>[0-9]|สอง|สาม|สี่|ห้า))?"
    r"|เป็นปีที่\s*(?P<nth_first>[0-9]|สอง|สาม|สี่|ห้า)(?:ติดต่อกัน|ต่อเนื่อง)?|ทุกปี|(?P<since_only>(?=(?:มา)?ตั้งแต่ปี)))(?:\s*(?:มา)?(?:ตั้งแต่|นับแต่)(?:ปี|งบประมาณ|พ\.ศ\.|\s)*(?P<since>25[0-9]{2}))?"
)
_TREND = re.compile(rf"{GOING_ON}(?P<claim>(?:(?P<up>{UP})|(?P<down>{DOWN}))\s*{_ON_AND_ON})")
_RUN = re.compile(
    rf"{GOING_ON}(?P<claim>{PREDICATE}\s*(?:อย่าง)?(?:ต่อเนื่อง|ติดต่อ)(?:กัน|มาแล้ว|มา|เป็นเวลา|\s)*(?:{_YEARS})?)", re.VERBOSE
)
_RECORD = re.compile(
    rf"{GOING_ON}(?P<claim>(?:(?P<high>{HIGH})|(?P<low>{LOW}))(?:ใน)?รอบ\s*{_YEARS})(?:\s*(?:คือ|ได้แก่)?\s*(?:ใน)?ปี(?:งบประมาณ|พ\.ศ\.|\s)*(?P<in>25[0-9]{{2}}))?"
)
_AT_LEAST_TWO = 2


def _claims(prose: Prose, pattern: re.Pattern[str]) -> Iterator[tuple[Mention, re.Match[str]]]:
    for at, mention in enumerate(prose.mentions):
        _, line_end = prose.line_of(mention.start)
        following = prose.mentions[at + 1].start if at + 1 < len(prose.mentions) else line_end
        match = pattern.match(prose.arabic, mention.end, min(following, line_end, mention.end + 160))
        if match and len(mention.subjects) == 1 and not is_hoped(prose, mention.start, match.end()):
            yield mention, match


def _scores(case: Case, mention: Mention, until: int) -> list[tuple[int, Decimal]]:
    """Of the years without a gap that are known, the latest first."""
    subject = mention.subjects[0]
    subject = Subject(About.TOTAL) if subject.about is About.OFFICE else subject
    found = []
    for year in range(until, until - 20, -1):
        score = case.known.score(subject, year)
        if score is None:
            break
        found.append((year, score))
    return found


@rule(
    "trend-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าเพิ่มขึ้นหรือลดลงต่อเนื่องหลายปีทั้งที่ไม่ใช่",
    bad="คะแนนรวมเพิ่มขึ้นต่อเนื่อง 3 ปี",
    good="คะแนนเฉลี่ย IIT เพิ่มขึ้นต่อเนื่อง 3 ปี",
    texts=True,
)
def trend_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if not re.search("เป็นปีที่|ต่อเนื่อง|ติดต่อ|ทุกปี|ตั้งแต่ปี|สม่ำเสมอ", prose.text):
            continue
        for mention, match in _claims(prose, _TREND):
            scores = _scores(case, mention, year_meant(prose, case.year.number, mention.start))
            changes = [(year, now - before) for (year, now), (_, before) in pairwise(scores)]
            changes = changes[: _how_many(match, changes)]
            against = [(year, change) for year, change in changes if (change <= 0 if match["up"] else change >= 0)]
            if against:
                told = named(_moved(year, change) for year, change in against)
                yield _found(case, prose, mention, match, told, told)


def _how_many(match: re.Match[str], changes: list[tuple[int, Decimal]]) -> int:
    """Three years have two changes between them."""
    if match["since"]:
        return sum(year > int(match["since"]) for year, _ in changes)
    if nth := match["nth"] or match["nth_first"]:
        return read_count(nth) or _AT_LEAST_TWO
    if match["years"]:
        return max(1, (read_count(match["years"]) or _AT_LEAST_TWO) - 1)
    return len(changes) if "ทุกปี" in match["claim"] else _AT_LEAST_TWO


def _moved(year: int, change: Decimal) -> str:
    figure = abs(half_up(change))
    return f"ปี {year} " + (f"เพิ่มขึ้น {figure}" if change > 0 else f"ลดลง {figure}" if change else "เท่าเดิม")


@rule(
    "run-of-years",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าถึงเกณฑ์หรือต่ำกว่าเกณฑ์ติดต่อกันหลายปีทั้งที่ไม่ใช่",
    bad="ตัวชี้วัดที่ 10 การป้องกันการทุจริต ต่ำกว่า 85 คะแนนติดต่อกัน 2 ปี",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ต่ำกว่า 85 คะแนนติดต่อกัน 2 ปี",
    texts=True,
)
def run_of_years(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if "ต่อเนื่อง" not in prose.text and "ติดต่อ" not in prose.text:
            continue
        for mention, match in _claims(prose, _RUN):
            predicate = predicate_of(match)
            if predicate.is_move:
                continue
            years = read_count(match["years"]) if match["years"] else None
            scores = _scores(case, mention, year_meant(prose, case.year.number, mention.start))
            against = [
                (year, score)
                for year, score in scores[: years or _AT_LEAST_TWO]
                if predicate.holds(score, None, case.year.strength_rule.mark) is False
            ]
            if against:
                told = named(f"ปี {year} ได้ {score}" for year, score in against)
                yield _found(case, prose, mention, match, told, told)


@rule(
    "record-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าสูงสุดหรือต่ำสุดในรอบหลายปีทั้งที่ไม่ใช่",
    bad="คะแนนรวมสูงที่สุดในรอบ 3 ปี",
    good="คะแนนรวมสูงที่สุดในรอบ 3 ปี คือ ปี 2567",
    texts=True,
)
def record_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if "รอบ" not in prose.text:
            continue
        for mention, match in _claims(prose, _RECORD):
            scores = _scores(case, mention, case.year.number)[: read_count(match["years"])]
            year = int(match["in"]) if match["in"] else year_meant(prose, case.year.number, mention.start)
            own = next((score for of, score in scores if of == year), None)
            if own is None:
                continue
            edge = max(score for _, score in scores) if match["high"] else min(score for _, score in scores)
            if own != edge:
                told = named(f"ปี {of} ได้ {score}" for of, score in scores if score == edge)
                yield _found(case, prose, mention, match, told, f"ปี {year} ได้ {own} แต่{told}")


def _found(case: Case, prose: Prose, mention: Mention, match: re.Match[str], right: str, why: str) -> Found:
    subject = mention.subjects[0]
    return Found(
        where=prose.at(*match.span("claim")),
        quote=prose.text[slice(*match.span("claim"))],
        expected=right,
        message=f"{called(subject, case.year.framework)} {why} จึงไม่เป็นตามที่เขียน",
    )
