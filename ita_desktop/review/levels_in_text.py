"""What texts say of the level: its name, whether it rose, whether the office passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.known import GOAL
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import is_wanted, year_meant
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject, called

_THIS_YEAR = re.compile("ปีนี้|ครั้งนี้|ปัจจุบัน")
_SAID = (
    r"(?:อยู่ใน(?:เกณฑ์)?|อยู่|จัดอยู่ใน|จัดเป็น|ได้(?:รับ)?|ผล(?:การประเมิน)?(?:อยู่ใน)?|คงอยู่ใน|มีผล|(?:ผ่าน)?การประเมิน(?:ใน)?|\()\s*"
    r"|(?P<scored>[0-9]{2}\.[0-9]{2})\s*(?:คะแนน)?\s*|(?P<headed>ระดับผลการประเมิน)\s*(?:คือ|:|=)?\s*"
)
_LETTERS = ("AA", "A", "B", "C", "D", "E", "F")
_OFFICIAL = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง")
_LOOSE = (
    "ดีเยี่ยม",
    "ดีมาก",
    "ดี",
    "พอใช้",
    "ปานกลาง",
    "ควรปรับปรุง",
    "ปรับปรุง",
    "Excellent",
    "Very Good",
    "Good",
    "Fair",
    "Poor",
)
"""Words that no year's scheme has for a level; some are pieces of one."""


@rule(
    "level-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="ระดับผลการประเมินในข้อความไม่ตรงกับคะแนนหรือหลักเกณฑ์ของปี",
    bad="เทศบาลตำบลตัวอย่างได้คะแนนรวม 88.98 คะแนน อยู่ในระดับ A",
    good="เทศบาลตำบลตัวอย่างได้คะแนนรวม 88.98 คะแนน อยู่ในระดับผ่านดี",
    texts=True,
)
def level_in_text(case: Case) -> Iterator[Found]:
    if not case.known.level():
        return
    schemes = {level.name for year in case.known.years.values() for level in year.framework.levels}
    names = "|".join(map(re.escape, sorted({*schemes, *_LETTERS, *_OFFICIAL, *_LOOSE}, key=len, reverse=True)))
    patterns = (
        re.compile(
            rf"(?:{_SAID})(?P<word>ระดับ)?\s*[“\"]?(?P<level>{names})(?![A-Za-zก-๎])(?!\s*(?:\)?\s*ขึ้นไป|หรือ|–|-))"
        ),
        re.compile(
            rf"(?P<headed>ระดับ)(?P<word>ผลการประเมิน)?\s*[“\"]?(?P<level>{names})[”\"]?\s*"
            r"(?:\(|ด้วย|โดย|ได้|มี|คะแนน|รวม|\s)*(?P<scored>[0-9]{2}\.[0-9]{2})"
        ),
    )
    for prose in case.texts:
        if "ระดับ" not in prose.text and "ผ่าน" not in prose.text and "ปรับปรุง" not in prose.text:
            continue
        told: set[int] = set()
        for match in (match for pattern in patterns for match in pattern.finditer(prose.arabic)):
            if match.start("level") in told or not _is_claimed_level(case, prose, match):
                continue
            told.add(match.start("level"))
            yield from _level_said(case, prose, match)


def _is_claimed_level(case: Case, prose: Prose, match: re.Match[str]) -> bool:
    letter, worded = match["level"].isascii(), bool(match["word"] or match["headed"])
    if (letter and not worded) or (not worded and not _after_a_score(prose, match.start("level"))):
        return False
    if "\t" in match.group() and prose.arabic[slice(*prose.line_of(match.start()))].count("\t") > 1:
        return False  # a row of several years
    return not is_wanted(prose, *match.span()) and not _is_another_total(case, match)


def _after_a_score(prose: Prose, at: int) -> bool:
    before = prose.arabic[max(0, at - 45) : at]
    return (
        re.search(r"[0-9]{2}(?:\.[0-9]+)?\s*(?:คะแนน)?\s*(?:ซึ่ง|และ|โดย|ถือว่า)?\s*(?:[ก-๎]{2,14}|\()?\s*$", before)
        is not None
    )


def _is_another_total(case: Case, match: re.Match[str]) -> bool:
    """ "85.00 คะแนน ระดับ A" stands in the table of levels: only a total of ours has a level."""
    if match["scored"] is None:
        return False
    totals = {case.known.score(Subject(About.TOTAL), year) for year in case.known.years}
    return Decimal(match["scored"]) not in totals


def _year_said(case: Case, prose: Prose, at: int) -> int:
    start, _ = prose.line_of(at)
    near = max(start, at - 60)
    said = [(one.end(), case.year.number - 1) for one in LAST_YEAR.finditer(prose.text, near, at)]
    said += [(one.end(), case.year.number) for one in _THIS_YEAR.finditer(prose.text, near, at)]
    said += [(one.end, one.year) for one in prose.years if near <= one.start < at]
    return min(max(said)[1] if said else case.year.number, case.year.number)


def _level_said(case: Case, prose: Prose, match: re.Match[str]) -> Iterator[Found]:
    year, said = _year_said(case, prose, match.start()), match["level"]
    right = case.known.level(year) if year in case.known.years else None
    if right is None or said == right:
        return
    if year == case.year.number and said == case.year.reported.level:
        return  # as announced: what is wrong then is said of the announcement
    part = _part_named(prose, match.start())
    severity: Severity | None = None
    if said in _LOOSE:
        if part is not None or not match["word" if match["headed"] is None else "headed"]:
            return  # how good a part of it is may be said in any words
        if match["headed"] is None and not _of_the_whole(prose, match.start("level"), case):
            return
        severity = _how_sure(said, right)
    elif part is not None:
        own = _level_of(case, part, year)
        if own is None or said == own:
            return
        right, severity = own, Severity.WARNING
    scheme = [level.name for level in case.known.years[year].framework.levels]
    why = f"หลักเกณฑ์ปี {year} ไม่มีระดับ{'นี้' if said not in _LOOSE else said} " if said not in scheme else ""
    of = f"คะแนนของ{called(part.subjects[0], case.year.framework)}" if part else f"คะแนนปี {year}"
    yield Found(
        where=prose.at(*match.span("level")),
        quote=said,
        expected=right,
        fix=right if part is None else None,
        message=f"{why}{of} อยู่ในระดับ{right}",
        severity=severity,
    )


def _how_sure(said: str, right: str) -> Severity | None:
    """A level cut short is no more than that; the name of another level is wrong; other words are no level at all."""
    if right == f"ผ่าน{said}" or right.isascii():
        return Severity.HINT
    return None if f"ผ่าน{said}" in _OFFICIAL[:1] else Severity.WARNING


_OF_SOMETHING_ELSE = re.compile(
    "บุคลากร|พนักงาน|ข้าราชการ|เจ้าหน้าที่|โครงการ|แผน|LPA|พึงพอใจ|กองทุน|ศูนย์|โรงเรียน|ประสิทธิภาพ|ปฏิบัติราชการ"
)
_WHOLE = re.compile("ได้รับการประเมิน|ผลการประเมิน|คะแนนรวม|ภาพรวม|ผ่านการประเมิน|ผลประเมิน|ITA")


def _of_the_whole(prose: Prose, at: int, case: Case) -> bool:
    start, _ = prose.line_of(at)
    before = prose.text[max(start, at - 60) : at]
    if _OF_SOMETHING_ELSE.search(before):
        return False
    return _WHOLE.search(before) is not None or (bool(case.year.office.name) and case.year.office.name in before)


def _part_named(prose: Prose, at: int) -> Mention | None:
    """An indicator, item or tool that the sentence is about, and not the whole."""
    start, _ = prose.line_of(at)
    near = [one for one in prose.mentions if start <= one.start < at and at - one.end <= 120 and one.firm]
    if any(one.about in {About.TOTAL, About.OFFICE} for one in near):
        return None
    return near[-1] if near else None


def _level_of(case: Case, part: Mention, year: int) -> str | None:
    """By its score alone: schemes are made for totals, but papers give parts a level too."""
    score = case.known.score(part.subjects[0], year)
    levels = case.known.years[year].framework.levels
    return None if score is None else next((level.name for level in levels if score >= level.minimum), None)


# ------------------------------------------------------------------------------------------------ passed, better, worse

_PASSED = re.compile(
    r"(?P<denied>ยังไม่|ไม่)?(?:(?P<goal>บรรลุ(?:ค่า)?เป้าหมาย)|ผ่าน(?:เกณฑ์)?การประเมิน|ผ่านเกณฑ์(?:ที่กำหนด|ขั้นต่ำ|มาตรฐาน))"
    r"(?!\s*(?:ใน)?(?:ระดับ|ครบ|ทุก|ทั้ง|ของ(?:ตัวชี้วัด|ข้อ)|จำนวน|[0-9]+\s*(?:ตัว|ข้อ|เครื่อง)|โครงการ|มาตรการ|ข้อ|ตัวชี้วัด))"
)
_OF_PARTS = re.compile(
    r"(?:ข้อ|ตัวชี้วัด|เครื่องมือ|เรื่อง|ประเด็น|รายการ|โครงการ|มาตรการ|หน่วยงาน(?:ที่|ใด|อื่น|ภาครัฐ|ของรัฐ)|ผู้)[^0-9\n]{0,30}$"
)


@rule(
    "passed-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าผ่านหรือไม่ผ่านการประเมิน ไม่ตรงกับคะแนนรวม",
    bad="ผลการประเมินของเทศบาลตำบลตัวอย่าง ไม่ผ่านเกณฑ์การประเมิน",
    good="ผลการประเมินของเทศบาลตำบลตัวอย่าง ผ่านเกณฑ์การประเมิน",
    texts=True,
)
def passed_in_text(case: Case) -> Iterator[Found]:
    total, level = case.results.total, case.results.level
    if total is None or level is None:
        return
    for prose in case.texts:
        if "ผ่าน" not in prose.text and "บรรลุ" not in prose.text:
            continue
        for match in _PASSED.finditer(prose.arabic):
            passed = total >= GOAL if match["goal"] else level.passed
            if passed != bool(match["denied"]) or not _is_claimed(case, prose, match):
                continue
            stands = f"{total} คะแนน ระดับ{level.name}"
            goal = f"{'ถึง' if total >= GOAL else 'ไม่ถึง'}เป้าหมาย {GOAL} คะแนน"
            yield Found(
                where=prose.at(*match.span()),
                quote=prose.text[slice(*match.span())],
                expected=stands,
                message=f"คะแนนรวมปี {case.year.number} คือ {stands} จึง{goal}",
            )


def _is_claimed(case: Case, prose: Prose, match: re.Match[str]) -> bool:
    """Of the office and this year, and not of a part of its scores."""
    start, number = match.start(), case.year.number
    line, _ = prose.line_of(start)
    before = prose.arabic[max(line, start - 60) : start]
    whole = re.search("หน่วยงาน|ผลการประเมิน|คะแนนรวม|ภาพรวม", before) or (case.year.office.name or "\n") in before
    return bool(
        whole
        and not _OF_PARTS.search(before[-40:])
        and _part_named(prose, start) is None
        and not prose.claimed.touch(*match.span())
        and not is_wanted(prose, *match.span())
        and year_meant(prose, number, start) == number
    )


_LEVEL_MOVED = re.compile(
    r"ระดับ(?:ของ)?(?:ผล)?(?:การประเมิน)?(?:ของหน่วยงาน)?(?P<word>(?P<up>ดีขึ้น|สูงขึ้น|เลื่อนขึ้น)|(?P<down>ลดลง|ต่ำลง)|คงเดิม|เท่าเดิม)"
)


@rule(
    "level-change",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าระดับดีขึ้น ลดลง หรือคงเดิม ไม่ตรงกับระดับของสองปี",
    bad="ระดับผลการประเมินดีขึ้นจากปีก่อน",
    good="ระดับผลการประเมินเท่าเดิม",
    texts=True,
)
def level_change(case: Case) -> Iterator[Found]:
    now, last = case.known.level(), case.known.level(case.year.number - 1)
    names = [level.name for level in case.year.framework.levels]
    if now not in names or last not in names:
        return
    change = names.index(last) - names.index(now)
    for prose in case.texts:
        for match in _LEVEL_MOVED.finditer(prose.text) if "ระดับ" in prose.text else ():
            said = 1 if match["up"] else -1 if match["down"] else 0
            if (change > 0) - (change < 0) == said or is_wanted(prose, *match.span()):
                continue
            if year_meant(prose, case.year.number, match.start()) == case.year.number:
                right = "ดีขึ้น" if change > 0 else "ลดลง" if change else "เท่าเดิม"
                yield Found(
                    where=prose.at(*match.span("word")),
                    quote=match["word"],
                    expected=right,
                    fix=right,
                    message=f"ปีก่อนอยู่ในระดับ{last} ปีนี้อยู่ในระดับ{now}",
                )
