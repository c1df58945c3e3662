"""Ranks and counts in prose: "อันดับที่ 3", "จำนวน 4 ตัวชี้วัด", "ห้าอันดับแรก"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import IndicatorResult
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import in_the_same_digits, listed_from, named
from ita_desktop.thai.numbers import DigitKind, FoundNumber, count_word


def _before(prose: Prose, at: int, reach: int = 80) -> str:
    start, _ = prose.line_of(at)
    return prose.arabic[max(start, at - reach) : at]


def _after(prose: Prose, at: int, reach: int = 60) -> str:
    _, end = prose.line_of(at)
    return prose.arabic[at : min(end, at + reach)]


def _count_found(
    prose: Prose, number: FoundNumber, right: int, message: str, severity: Severity | None = None
) -> Found:
    """The right count in the same form: figures, Thai figures or words."""
    text = count_word(right) if number.digits is DigitKind.WORDS else in_the_same_digits(str(right), number)
    return Found(
        where=prose.at(number.start, number.end),
        quote=number.text,
        expected=text,
        fix=text if severity is None else None,
        message=message,
        severity=severity,
    )


# --------------------------------------------------------------------------------------------------------------- ranks


@rule(
    "rank-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="อันดับในข้อความไม่ตรงกับอันดับตามคะแนน",
    bad="ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 97.33 คะแนน อยู่ในอันดับที่ 2 จาก 10 ตัวชี้วัด",
    good="ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 97.33 คะแนน อยู่ในอันดับที่ 1 จาก 10 ตัวชี้วัด",
    texts=True,
)
def rank_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for number in prose.numbers:
            if number.label not in {"อันดับที่", "อันดับ"}:
                continue
            mention = _indicator_before(prose, number.start)
            if mention is None or len(mention.subjects) != 1 or LAST_YEAR.search(_before(prose, number.start, 30)):
                continue
            result = case.results.indicator(int(mention.subjects[0].key))
            if result is None or result.rank is None or result.rank == number.value:
                continue
            name = called(mention.subjects[0], case.year.framework)
            yield _count_found(prose, number, result.rank, f"{name} อยู่อันดับที่ {result.rank} แต่ข้อความเขียน {number.text}")


def _indicator_before(prose: Prose, at: int) -> Mention | None:
    """The indicator that a sentence goes on about: the last thing named before, not too far off."""
    line, _ = prose.line_of(at)
    near = [mention for mention in prose.mentions if line <= mention.start < at and at - mention.end <= 120]
    return near[-1] if near and near[-1].about is About.INDICATOR and near[-1].firm else None


# ----------------------------------------------------------------------------------------------- counts of indicators

_LISTED = re.compile(r"[^0-9\n]{0,12}?(?:ได้แก่|คือ|ประกอบด้วย)\s*")
_CHANGED = (
    (re.compile(r"(?:เพิ่มขึ้น|สูงขึ้น|ดีขึ้น)\s*(?:จำนวน|รวม|มี)?\s*$"), "เพิ่มขึ้น", 1),
    (re.compile(r"(?:ลดลง|ต่ำลง)\s*(?:จำนวน|รวม|มี)?\s*$"), "ลดลง", -1),
    (re.compile(r"(?:คงเดิม|เท่าเดิม)\s*(?:จำนวน|รวม|มี)?\s*$"), "คงเดิม", 0),
)
_PASSED = re.compile(r"(?<!ไม่)ผ่านเกณฑ์\s*(?:จำนวน|รวม)?\s*$")
_OF_A_TOOL = re.compile(r"(?P<tool>IIT|EIT|OIT)\)?\s*(?:มี|ประกอบด้วย|จำนวน|รวม|\s)+$")
_STRONG = re.compile(r"จุดแข็ง(?:ของหน่วยงาน)?(?:\s*\([^()]*\))?[^0-9()]{0,22}$")
_WEAK = re.compile(r"(?:จุดอ่อน|ต้องพัฒนา|ต้องแก้ไข|ต้องปรับปรุง|ไม่ผ่านเกณฑ์)(?:\s*/\s*[ก-๎]+)?(?:\s*\([^()]*\))?[^0-9()]{0,22}$")
_MARK = r"(?:คะแนน|ร้อยละ|เกณฑ์|\s)*(?P<mark>[0-9]{2,3}(?:\.[0-9]+)?)\s*(?:คะแนน)?\s*"
_BELOW = re.compile(rf"(?:ต่ำกว่า|น้อยกว่า|ไม่ถึง){_MARK}\)?[^0-9\n]{{0,25}}$")
_ABOVE = re.compile(rf"(?:ตั้งแต่|มากกว่า|เกินกว่า|เกิน|สูงกว่า|ไม่ต่ำกว่า|ไม่น้อยกว่า)?{_MARK}(?:ขึ้นไป)\)?[^0-9\n]{{0,25}}$")
_OVER = re.compile(rf"(?:มากกว่า|เกินกว่า|เกิน|สูงกว่า|ไม่ต่ำกว่า|ไม่น้อยกว่า){_MARK}\)?[^0-9\n]{{0,25}}$")


_TOLD_AFTER = re.compile(
    r"\s*ตัวชี้วัด\s*(?:ที่|ซึ่ง)?(?:มี|ได้|ผล|คะแนน|\s)*(?P<how>ต่ำกว่า|น้อยกว่า|ไม่ถึง|ตั้งแต่|ไม่ต่ำกว่า|ไม่น้อยกว่า|เกินกว่า|เกิน|สูงกว่า|มากกว่า)"
    r"(?:คะแนน|ร้อยละ|เกณฑ์|\s)*(?P<mark>[0-9]{2,3}(?:\.[0-9]+)?)(?![0-9.])"
)


@rule(
    "count-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="จำนวนตัวชี้วัดในข้อความไม่ตรงกับที่นับได้",
    bad="ปีนี้หน่วยงานมีจุดแข็ง จำนวน 9 ตัวชี้วัด",
    good="ปีนี้หน่วยงานมีจุดแข็ง จำนวน 8 ตัวชี้วัด",
    texts=True,
)
def count_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for number in prose.numbers:
            counted = number.unit == "ตัวชี้วัด" or _TOLD_AFTER.match(_after(prose, number.end, 70))
            if counted and not number.label:
                yield from _indicators_counted(case, prose, number)


def _indicators_counted(case: Case, prose: Prose, number: FoundNumber) -> Iterator[Found]:
    before = _before(prose, number.start)
    for what, right in _counts_meant(case, prose, number, before):
        if right != number.value:
            yield _count_found(prose, number, right, f"{what} มี {right} ตัวชี้วัด แต่ข้อความเขียน {number.text}")
        return


def _counts_meant(case: Case, prose: Prose, number: FoundNumber, before: str) -> Iterator[tuple[str, int]]:
    """What is counted, the surest reading first."""
    known = [one for one in case.results.indicators if one.score is not None]
    changes = [one.change for one in known if one.change is not None]
    for pattern, word, sign in _CHANGED:
        if changes and pattern.search(before):
            yield f"ตัวชี้วัดที่{word}", sum((change > 0) - (change < 0) == sign for change in changes)
            return
    if len(known) < len(case.results.indicators) or LAST_YEAR.search(before):
        return
    rule = case.year.strength_rule
    after = _after(prose, number.end, 70)
    if told := _TOLD_AFTER.match(after):
        mark, under = Decimal(told["mark"]), told["how"] in {"ต่ำกว่า", "น้อยกว่า", "ไม่ถึง"}
        of_tool = _OF_A_TOOL.search(before)
        within = [one for one in known if of_tool is None or one.tool == of_tool["tool"]]
        what = f"{'แบบวัด ' + of_tool['tool'] + ' ' if of_tool else ''}ตัวชี้วัดที่{told['how']} {told['mark']}"
        yield what, _count(within, (lambda score: score < mark) if under else (lambda score: score >= mark))
    elif below := _BELOW.search(before):
        yield f"ตัวชี้วัดที่ต่ำกว่า {below['mark']}", _count(known, lambda score: score < Decimal(below["mark"]))
    elif above := _ABOVE.search(before):
        yield f"ตัวชี้วัดที่ได้ {above['mark']} ขึ้นไป", _count(known, lambda score: score >= Decimal(above["mark"]))
    elif _STRONG.search(before) and "ไม่" not in before[-25:]:
        yield "จุดแข็ง", len(case.results.group("strength"))
    elif _WEAK.search(before) and rule.top is None and not re.match(r"\s*ตัวชี้วัด[^\n]{0,40}ถึงเกณฑ์", after):
        yield "ตัวชี้วัดที่ต้องพัฒนา", len(case.results.group("weak"))
    elif rule.top is None and _PASSED.search(before):
        yield "ตัวชี้วัดที่ผ่านเกณฑ์", len(case.results.group("strength"))
    elif (of := _OF_A_TOOL.search(before)) and not re.match(r"\s*ตัวชี้วัด\s*(?:ที่|ซึ่ง|ได้|มี|อยู่|ผ่าน|ต่ำ|ไม่|เพิ่ม|ลด)", after):
        yield f"แบบวัด {of['tool']}", len(case.year.framework.indicators_of(of["tool"]))
    elif over := _OVER.search(before):
        yield f"ตัวชี้วัดที่เกิน {over['mark']}", _count(known, lambda score: score >= Decimal(over["mark"]))


def _count(known: list[IndicatorResult], fits: Callable[[Decimal], bool]) -> int:
    return sum(1 for one in known if one.score is not None and fits(one.score))


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
            after = _after(prose, number.end)
            opening = _LISTED.match(after.removeprefix(" ").removeprefix(number.unit))
            if not opening:
                continue
            skipped = len(after) - len(after.removeprefix(" ").removeprefix(number.unit))
            listed = [one for one in listed_from(prose, number.end + skipped + opening.end()) if one.about is about]
            count = len({subject for mention in listed for subject in mention.subjects})
            if listed and count != number.value and _list_ends(prose, listed[-1].end):
                yield _count_found(
                    prose,
                    number,
                    count,
                    f"บอกว่ามี {number.text} {number.unit} แต่รายการที่ตามมามี {count} {number.unit}",
                    None if count > 1 else Severity.WARNING,
                )


def _list_ends(prose: Prose, at: int) -> bool:
    """Whether nothing more of the list follows that could not be read."""
    rest = _after(prose, at, 30)
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
            before = _before(prose, number.start)
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
                yield _count_found(prose, number, count, f"ปีนี้มี {count} มาตรการ แต่ข้อความเขียน {number.text}")


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
            before, after = _before(prose, number.start, 60), _after(prose, number.end, 10)
            counted = re.search(r"(?:ออกเป็น|แบ่งเป็น|จัดเป็น|ไว้)\s*$", before) and after.lstrip().startswith("ระดับ")
            if counted and re.search("ประเมิน|เกณฑ์|คะแนน", before) and right and number.value != right:
                yield _count_found(prose, number, right, f"หลักเกณฑ์ปี {case.year.number} มี {right} ระดับ")


# ------------------------------------------------------------------------------------------------------- best and last


@rule(
    "top-list",
    Severity.ERROR,
    Group.FIGURES,
    title="รายชื่ออันดับแรกหรืออันดับท้ายไม่ตรงกับคะแนน",
    bad="ตัวชี้วัดที่ได้คะแนน 2 อันดับแรก ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 2 การใช้งบประมาณ",
    good="ตัวชี้วัดที่ได้คะแนน 2 อันดับแรก ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
    texts=True,
)
def top_list(case: Case) -> Iterator[Found]:
    ranked = list(case.results.ranking())
    for prose in case.texts:
        for number in prose.numbers:
            if (
                not _after(prose, number.end, 8).lstrip().startswith("อันดับ")
                or number.label
                or not 1 <= number.value < len(ranked)
            ):
                continue
            if _before(prose, number.start, 8).rstrip().endswith("นอก"):
                continue
            after = _after(prose, number.end, 80)
            opening = re.match(r"\s*อันดับ\s*(?:แรก|(?P<last>สุดท้าย|ต่ำสุด|ท้าย))[^\n]{0,40}?(?:ได้แก่|คือ)\s*", after)
            if not opening:
                continue
            listed = listed_from(prose, number.end + opening.end())
            if not listed or listed[0].about is not About.INDICATOR or len(listed) != number.value:
                continue
            yield from _out_of_place(case, prose, listed, ranked, last=opening["last"] is not None)


def _out_of_place(
    case: Case, prose: Prose, listed: list[Mention], ranked: list[IndicatorResult], *, last: bool
) -> Iterator[Found]:
    order = list(reversed(ranked)) if last else ranked
    edge = order[len(listed) - 1].score
    assert edge is not None
    right = named(
        called(Subject(About.INDICATOR, str(one.number)), case.year.framework) for one in order[: len(listed)]
    )
    for mention in listed:
        score = case.known.score(mention.subjects[0])
        if score is not None and (score > edge if last else score < edge):
            yield Found(
                where=prose.at(mention.start, mention.end),
                quote=prose.text[mention.start : mention.end],
                expected=right,
                message=f"{called(mention.subjects[0], case.year.framework)} ไม่อยู่ใน {len(listed)} อันดับนี้ ที่ถูกคือ {right}",
            )
