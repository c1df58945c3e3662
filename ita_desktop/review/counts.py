"""Counts in prose: "จำนวน 4 ตัวชี้วัด", "กึ่งหนึ่งของตัวชี้วัด", "12 มาตรการ"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import IndicatorResult, half_up
from ita_desktop.review.case import Case
from ita_desktop.review.many import Claim, Quantity
from ita_desktop.review.members import Member, members
from ita_desktop.review.prose import Prose
from ita_desktop.review.readings import count_found
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import is_hoped, is_to_come, year_meant
from ita_desktop.review.speech import LAST_YEAR
from ita_desktop.review.subjects import About
from ita_desktop.review.words_about import (
    agrees,
    in_these_digits,
    listed_from,
    words_after,
    words_before,
)
from ita_desktop.thai.numbers import FoundNumber, read_count


@rule(
    "count-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="จำนวนตัวชี้วัด เครื่องมือ หรือข้อในข้อความไม่ตรงกับที่นับได้",
    bad="ปีนี้หน่วยงานมีจุดแข็ง จำนวน 9 ตัวชี้วัด",
    good="ปีนี้หน่วยงานมีจุดแข็ง จำนวน 8 ตัวชี้วัด",
    texts=True,
)
def count_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        counts = [claim for claim in prose.counts if claim.quantity is Quantity.COUNT]
        for claim in counts:
            yield from _miscounted(case, prose, claim)
        told = [claim.number[0] for claim in counts if claim.number]
        for number in prose.numbers:
            if number.unit == "ตัวชี้วัด" and not number.label and number.start not in told:
                yield from _group_counted(case, prose, number)


def _fitting(case: Case, prose: Prose, claim: Claim) -> Iterator[tuple[tuple[Member, ...], int]]:
    """The group and how many of it fit, as the words can be taken: narrowly, and widely where that differs."""
    number = case.year.number
    if is_hoped(prose, claim.start, claim.end) or is_to_come(prose, number, claim.end):
        return
    year = year_meant(prose, number, claim.start)
    mark = case.year.strength_rule.mark
    groups = dict.fromkeys(members(case.known, prose, claim, year, wide=wide) for wide in (False, True))
    for group in groups:
        judged = [claim.predicate.holds(one.score, one.before, mark) for one in group]
        told = [one for one in judged if one is not None]
        whole = bool(told) if claim.predicate.is_move else len(told) == len(judged)
        if group and whole:
            yield group, sum(one is True for one in judged)


def _miscounted(case: Case, prose: Prose, claim: Claim) -> Iterator[Found]:
    assert claim.number is not None
    written = prose.text[slice(*claim.number)]
    said = read_count(written.removesuffix(claim.noun)) if not written.endswith("เดียว") else 1
    fitting = list(_fitting(case, prose, claim))
    if not fitting or said is None or any(count == said for _, count in fitting):
        return
    group, count = next((one for one in fitting if len(one[0]) >= said), fitting[-1])
    if said > 2 * len(group):
        return  # no count of these
    noun = "ข้อ" if claim.noun.startswith("ข้อ") else claim.noun
    right = f"{count} {noun}" if written.endswith("เดียว") else in_these_digits(count, written)
    yield Found(
        where=prose.at(*claim.number),
        quote=written,
        expected=right,
        fix=None if written.endswith("เดียว") else right,
        message=f"นับได้ {count} {noun} แต่ข้อความเขียน {written}",
    )


@rule(
    "share-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าส่วนใหญ่ กึ่งหนึ่ง หรือร้อยละของตัวชี้วัด ไม่ตรงกับที่นับได้",
    bad="ตัวชี้วัดส่วนใหญ่มีคะแนนลดลงจากปีก่อน",
    good="ตัวชี้วัดส่วนใหญ่มีคะแนนเพิ่มขึ้นจากปีก่อน",
    texts=True,
)
def share_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for claim in prose.counts:
            if claim.quantity is Quantity.SHARE:
                yield from _misjudged(case, prose, claim)


def _misjudged(case: Case, prose: Prose, claim: Claim) -> Iterator[Found]:
    assert claim.number is not None
    share = prose.arabic[slice(*claim.number)]
    fitting = list(_fitting(case, prose, claim))
    if not fitting or any(_is_share(share, count, len(group)) for group, count in fitting):
        return
    group, count = fitting[0]
    percent = half_up(Decimal(100 * count) / len(group)).normalize()
    right = f"{count} จาก {len(group)} (ร้อยละ {percent:f})"
    yield Found(
        where=prose.at(*claim.number),
        quote=prose.text[slice(*claim.number)],
        expected=right,
        message=f"นับได้ {right} แต่ข้อความเขียนว่า{share}",
        severity=Severity.HINT if 2 * count == len(group) and "ร้อยละ" not in share else None,
    )


def _is_share(share: str, count: int, whole: int) -> bool:
    if percent := re.search(r"[0-9.]+$", share):
        return agrees(Decimal(percent.group()), Decimal(100 * count) / whole)
    if re.match("ส่วนน้อย|น้อยกว่า|ไม่ถึง", share):
        return 2 * count < whole
    more = re.match("ส่วนใหญ่|ส่วนมาก|มากกว่า|เกิน|กว่า", share)
    return 2 * count > whole if more else 2 * count == whole


# ----------------------------------------------------------------------------------------- groups that have a name

_OF_A_TOOL = re.compile(r"(?P<tool>IIT|EIT|OIT)\)?\s*(?:มี|ประกอบด้วย|จำนวน|รวม|\s)+$")
_STRONG = re.compile(r"จุดแข็ง(?:ของหน่วยงาน)?(?:\s*\([^()]*\))?[^0-9()]{0,22}$")
_WEAK = re.compile(r"(?:จุดอ่อน|ต้องพัฒนา|ต้องแก้ไข|ต้องปรับปรุง|ไม่ผ่านเกณฑ์)(?:\s*/\s*[ก-๎]+)?(?:\s*\([^()]*\))?[^0-9()]{0,22}$")
_MARK = r"(?:คะแนน|ร้อยละ|เกณฑ์|\s)*(?P<mark>[0-9]{2,3}(?:\.[0-9]+)?)\s*(?:คะแนน)?\s*"
_BELOW = re.compile(rf"(?:ต่ำกว่า|น้อยกว่า|ไม่ถึง){_MARK}\)?[^0-9\n]{{0,25}}$")
_ABOVE = re.compile(rf"(?:ตั้งแต่|มากกว่า|เกินกว่า|เกิน|สูงกว่า|ไม่ต่ำกว่า|ไม่น้อยกว่า)?{_MARK}(?:ขึ้นไป)\)?[^0-9\n]{{0,25}}$")
_OVER = re.compile(rf"(?:มากกว่า|เกินกว่า|เกิน|สูงกว่า|ไม่ต่ำกว่า|ไม่น้อยกว่า){_MARK}\)?[^0-9\n]{{0,25}}$")
_OUT_OF = re.compile(r"[0-9ก-๎]\s*(?:ใน|จาก)(?:ทั้งหมด)?\s*$|ทั้ง\s*$")
_SAID_OF_THEM = re.compile(r"\s*ตัวชี้วัด\s*(?:ที่|ซึ่ง|ได้|มี|อยู่|ผ่าน|ต่ำ|ไม่|เพิ่ม|ลด)")


def _group_counted(case: Case, prose: Prose, number: FoundNumber) -> Iterator[Found]:
    before = words_before(prose, number.start)
    if LAST_YEAR.search(before) or any(one.score is None for one in case.results.indicators):
        return
    for what, right in _group_meant(case, before, words_after(prose, number.end, 70)):
        if right != number.value:
            yield count_found(prose, number, right, f"{what} มี {right} ตัวชี้วัด แต่ข้อความเขียน {number.text}")


def _group_meant(case: Case, before: str, after: str) -> Iterator[tuple[str, int]]:
    """What is counted, the surest reading first."""
    known, rule = list(case.results.indicators), case.year.strength_rule
    named_whole = _OUT_OF.search(before)
    if _STRONG.search(before) and "ไม่" not in before[-25:]:
        yield "จุดแข็ง", len(case.results.group("strength"))
    elif named_whole:
        return
    elif below := _BELOW.search(before):
        yield f"ตัวชี้วัดที่ต่ำกว่า {below['mark']}", _count(known, lambda score: score < Decimal(below["mark"]))
    elif above := _ABOVE.search(before):
        yield f"ตัวชี้วัดที่ได้ {above['mark']} ขึ้นไป", _count(known, lambda score: score >= Decimal(above["mark"]))
    elif _WEAK.search(before) and rule.top is None and not re.match(r"\s*ตัวชี้วัด[^\n]{0,40}ถึงเกณฑ์", after):
        yield "ตัวชี้วัดที่ต้องพัฒนา", len(case.results.group("weak"))
    elif (of := _OF_A_TOOL.search(before)) and not _SAID_OF_THEM.match(after):
        yield f"แบบวัด {of['tool']}", len(case.year.framework.indicators_of(of["tool"]))
    elif over := _OVER.search(before):
        yield f"ตัวชี้วัดที่เกิน {over['mark']}", _count(known, lambda score: score >= Decimal(over["mark"]))


def _count(known: list[IndicatorResult], fits: Callable[[Decimal], bool]) -> int:
    return sum(1 for one in known if one.score is not None and fits(one.score))


# ---------------------------------------------------------------------------- lists, measures, levels of the scheme

_LISTED = re.compile(r"[^0-9\n]{0,12}?(?:ได้แก่|คือ|ประกอบด้วย)\s*")


@rule(
    "count-of-list",
    Severity.ERROR,
    Group.FIGURES,
    title="จำนวนที่บอกไว้ไม่เท่ากับรายการที่เขียนตามมา",
    bad="เรื่องที่ควรดูแลต่อมี 3 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ และตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร",
    good="เรื่องที่ควรดูแลต่อมี 2 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ และตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร",
    texts=True,
)
def count_of_list(case: Case) -> Iterator[Found]:
    kinds = {"ตัวชี้วัด": About.INDICATOR, "ข้อ": About.ITEM, "เครื่องมือ": About.TOOL}
    for prose in case.texts:
        for number in prose.numbers:
            about = kinds.get(number.unit)
            if about is None or number.label:
                continue
            after = words_after(prose, number.end)
            opening = _LISTED.match(after.removeprefix(" ").removeprefix(number.unit))
            if not opening:
                continue
            skipped = len(after) - len(after.removeprefix(" ").removeprefix(number.unit))
            listed = [one for one in listed_from(prose, number.end + skipped + opening.end()) if one.about is about]
            count = len({subject for mention in listed for subject in mention.subjects})
            if listed and count != number.value and _list_ends(prose, listed[-1].end):
                yield count_found(
                    prose,
                    number,
                    count,
                    f"บอกว่ามี {number.text} {number.unit} แต่รายการที่ตามมามี {count} {number.unit}",
                    None if count > 1 else Severity.WARNING,
                )


def _list_ends(prose: Prose, at: int) -> bool:
    """Whether nothing more of the list follows that could not be read."""
    rest = words_after(prose, at, 30)
    return not re.match(r"(?:\s*\([^()]*\))?\s*(?:,|และ|หรือ|ฯลฯ|เป็นต้น|ตัวชี้วัดที่|ข้อ)", rest)


@rule(
    "measures-counted",
    Severity.WARNING,
    Group.FIGURES,
    title="จำนวนมาตรการในข้อความไม่เท่ากับมาตรการที่มี",
    bad="สำนักปลัดเทศบาลได้จัดทำมาตรการประจำปีงบประมาณ พ.ศ. 2569 จำนวน 12 มาตรการ",
    good="สำนักปลัดเทศบาลได้จัดทำมาตรการประจำปีงบประมาณ พ.ศ. 2569 จำนวน 6 มาตรการ",
    texts=True,
)
def measures_counted(case: Case) -> Iterator[Found]:
    count = len(case.year.measures)
    if not count:
        return
    for prose in case.texts:
        if prose.place.kind not in {"memo", "report", "paper", "order", "agenda", "finding"}:
            continue
        for number in prose.numbers:
            before = words_before(prose, number.start)
            if number.unit != "มาตรการ" or number.label or LAST_YEAR.search(before):
                continue
            all_of_them = re.search(
                r"(?:จัดทำ|กำหนด)[^\n]{0,40}มาตรการ[^\n]{0,45}(?:จำนวน|รวม|ทั้งสิ้น|ทั้งหมด)\s*$|มาตรการ(?:ทั้งหมด|ทั้งสิ้น)\s*(?:จำนวน|รวม)?\s*$",
                before,
            )
            last_year = any(
                number.start - 90 < year.start < number.start and year.year < case.year.number for year in prose.years
            )
            if all_of_them and not last_year and number.value != count:
                yield count_found(prose, number, count, f"ปีนี้มี {count} มาตรการ แต่ข้อความเขียน {number.text}")


@rule(
    "levels-counted",
    Severity.WARNING,
    Group.FIGURES,
    title="จำนวนระดับผลการประเมินไม่ตรงกับหลักเกณฑ์ของปี",
    bad="หลักเกณฑ์แบ่งผลการประเมินออกเป็น 7 ระดับ",
    good="หลักเกณฑ์แบ่งผลการประเมินออกเป็น 5 ระดับ",
    texts=True,
)
def levels_counted(case: Case) -> Iterator[Found]:
    right = len(case.year.framework.levels)
    for prose in case.texts:
        for number in prose.numbers:
            before, after = words_before(prose, number.start, 60), words_after(prose, number.end, 10)
            counted = re.search(r"(?:ออกเป็น|แบ่งเป็น|จัดเป็น|ไว้)\s*$", before) and after.lstrip().startswith("ระดับ")
            if counted and re.search("ประเมิน|เกณฑ์|คะแนน", before) and right and number.value != right:
                yield count_found(prose, number, right, f"หลักเกณฑ์ปี {case.year.number} มี {right} ระดับ")
