"""What is claimed of all or of none: "ทุกเครื่องมือเกิน 85", "ไม่มีข้อใดต่ำกว่า 80", "ทุกตัวชี้วัดสูงกว่าปีก่อน"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import compared_tools, half_up, score_text
from ita_desktop.review.case import Case
from ita_desktop.review.many import Claim, Quantity
from ita_desktop.review.members import Member, members
from ita_desktop.review.predicates import AT_LEAST, Sense
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import is_hoped, is_narrowed, is_to_come, year_meant
from ita_desktop.review.words_about import named

_TOOLS_LISTED = re.compile(
    r"(?P<who>(?:IIT|EIT|OIT)[^\n]{0,60}(?:IIT|EIT|OIT)[^\n0-9]{0,12})(?:ที่|มี|ได้|ต่าง|ล้วน|ค่า|ผล|คะแนน|\s)*"
    rf"(?:(?:{AT_LEAST})(?:คะแนน|ร้อยละ|เกณฑ์|ที่|\s)*(?P<mark>[0-9]{{2,3}}(?:\.[0-9]+)?)|(?P<plain>[0-9]{{2,3}})\s*คะแนน\s*ขึ้นไป)"
)


def lists_tools(prose: Prose, at: int) -> bool:
    """Whether a mark stands in a claim about several tools named one after the other: it is looked at as one claim."""
    listed = _TOOLS_LISTED.search(prose.arabic, *prose.line_of(at))
    return listed is not None and listed.start() < at < listed.end()


@rule(
    "claim-about-all",
    Severity.ERROR,
    Group.FIGURES,
    title="อ้างว่าทุกตัวชี้วัดหรือทุกเครื่องมือถึงเกณฑ์ หรือไม่มีข้อใดต่ำกว่าเกณฑ์ ทั้งที่ไม่ใช่",
    bad="ผลการประเมินทุกตัวชี้วัดมีคะแนนเกิน 85 คะแนน",
    good="ผลการประเมินทุกตัวชี้วัดมีคะแนนเกิน 75 คะแนน",
    texts=True,
)
def claim_about_all(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for claim in prose.claims:
            if not claim.predicate.is_move:
                yield from _claimed(case, prose, claim)
        if "ขึ้นไป" in prose.text or "IT" in prose.text:
            yield from _tools_claimed(case, prose)


@rule(
    "change-of-all",
    Severity.ERROR,
    Group.FIGURES,
    title="อ้างว่าเพิ่มขึ้นหรือลดลงทุกตัวชี้วัด หรือไม่มีตัวใดลดลง ทั้งที่ไม่ใช่",
    bad="ทุกตัวชี้วัดมีคะแนนสูงกว่าปีก่อน",
    good="มี 6 ตัวชี้วัดที่มีคะแนนสูงกว่าปีก่อน",
    texts=True,
)
def change_of_all(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for claim in prose.claims:
            of_scores = claim.noun in {"ตัวชี้วัด", "เครื่องมือ", "แบบวัด"} or "คะแนน" in _around(prose, claim)
            if claim.predicate.is_move and of_scores:
                yield from _claimed(case, prose, claim)


def _is_planned(prose: Prose) -> bool:
    """What stands in a measure is mostly what it is to bring about."""
    return prose.place.kind == "measure" and prose.place.field != "analysis"


def _around(prose: Prose, claim: Claim) -> str:
    return prose.text[max(0, claim.start - 20) : claim.end]


def _claimed(case: Case, prose: Prose, claim: Claim) -> Iterator[Found]:
    number, predicate = case.year.number, claim.predicate
    if is_hoped(prose, claim.start, claim.end) or is_narrowed(prose, claim.start):
        return
    if is_to_come(prose, number, claim.end):
        return
    year = year_meant(prose, number, claim.start)
    mark = case.year.strength_rule.mark
    against = [
        member
        for member in members(case.known, prose, claim, year)
        if predicate.holds(member.score, member.before, mark) is (claim.quantity is Quantity.NONE)
    ]
    if not against:
        return
    against.sort(key=lambda member: _how_far(claim, member), reverse=True)
    told = [f"{one.name} ({_figure(claim, one)})" for one in against[:3]]
    noun = "ข้อ" if claim.noun.startswith("ข้อ") else "เครื่องมือ" if claim.noun == "แบบวัด" else "ตัวชี้วัด"
    worst = named(told) + (f" และอีก {len(against) - 3} {noun}" if len(against) > 3 else "")
    when = "ของปีนี้" if year == number else f"ของปี {year}"
    yield Found(
        where=prose.at(claim.start, claim.end),
        quote=prose.text[claim.start : claim.end],
        expected=worst,
        message=f"ไม่จริงตามคะแนน{when} เพราะ{worst} {_is(claim, predicate.limit(mark))}",
        severity=Severity.HINT if _is_planned(prose) else None,
    )


def _how_far(claim: Claim, member: Member) -> Decimal:
    """The farthest off is told first."""
    if claim.predicate.is_move and member.before is not None:
        return abs(member.score - member.before)
    low = claim.predicate.sense in {Sense.BELOW, Sense.AT_MOST, Sense.NOTHING} and claim.quantity is not Quantity.NONE
    return member.score if low else -member.score


def _figure(claim: Claim, member: Member) -> str:
    if not claim.predicate.is_move or member.before is None:
        return str(half_up(member.score))
    change = half_up(member.score - member.before)
    return f"เพิ่มขึ้น {change}" if change > 0 else f"ลดลง {-change}" if change else "เท่าเดิม"


_STANDS = {
    Sense.ABOVE: ("ต่ำกว่า {}", "ไม่ต่ำกว่า {}"),
    Sense.BELOW: ("ไม่ต่ำกว่า {}", "ต่ำกว่า {}"),
    Sense.AT_MOST: ("เกิน {}", "ไม่เกิน {}"),
    Sense.FULL: ("ไม่ได้คะแนนเต็ม", "ได้คะแนนเต็ม"),
    Sense.NOT_FULL: ("ได้คะแนนเต็ม", "ไม่ได้คะแนนเต็ม"),
    Sense.NOTHING: ("ได้คะแนน", "ไม่ได้คะแนน"),
}


def _is(claim: Claim, limit: str) -> str:
    """How it stands with those that speak against a claim about all, or about none."""
    if claim.predicate.is_move:
        return "เมื่อเทียบกับปีก่อน" if claim.predicate.since is None else f"เมื่อเทียบกับปี {claim.predicate.since}"
    return _STANDS[claim.predicate.sense][claim.quantity is Quantity.NONE].format(limit)


def _tools_claimed(case: Case, prose: Prose) -> Iterator[Found]:
    """ "IIT EIT และ OIT ได้ 85 คะแนนขึ้นไป"."""
    for match in _TOOLS_LISTED.finditer(prose.arabic):
        if is_hoped(prose, *match.span()) or year_meant(prose, case.year.number, match.start()) != case.year.number:
            continue
        mark = Decimal(match["mark"] or match["plain"])
        tools = compared_tools(case.year.framework, case.year.indicator_scores, case.year.eit_parts)
        low = [(name, score) for name, score in tools.items() if name.split()[0] in match["who"] and score < mark]
        if low:
            worst = named(f"{name} ({score})" for name, score in low)
            yield Found(
                where=prose.at(*match.span()),
                quote=prose.text[slice(*match.span())],
                expected=worst,
                message=f"ไม่จริงตามคะแนนของปีนี้ เพราะ{worst} ต่ำกว่า {mark}",
            )


_NO_WEAKNESS = re.compile(r"ไม่(?:มี|พบ|ปรากฏ)(?:ตัวชี้วัดที่เป็น)?จุดอ่อน(?!ใน|ของ(?:ข้อ|ตัวชี้วัด)|ด้าน)")


@rule(
    "no-weakness",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าไม่มีจุดอ่อนทั้งที่มีตัวชี้วัดต่ำกว่าเกณฑ์",
    bad="ปีนี้หน่วยงานไม่มีจุดอ่อนที่ต้องแก้ไข",
    good="ปีนี้หน่วยงานมีจุดอ่อนที่ต้องแก้ไข 2 ตัวชี้วัด",
    texts=True,
)
def no_weakness(case: Case) -> Iterator[Found]:
    weak = [one for one in case.results.group("weak") if one.score is not None]
    if not weak or case.year.strength_rule.top is not None:
        return
    for prose in case.texts:
        if "จุดอ่อน" not in prose.text or prose.indicator is not None:
            continue
        for match in _NO_WEAKNESS.finditer(prose.arabic):
            number = case.year.number
            if is_hoped(prose, *match.span()) or year_meant(prose, number, match.start()) != number:
                continue
            worst = named(f"ตัวชี้วัดที่ {one.number} {one.name} ({score_text(one.score)})" for one in weak[:3])
            yield Found(
                where=prose.at(*match.span()),
                quote=prose.text[slice(*match.span())],
                expected=worst,
                message=f"มีตัวชี้วัดต่ำกว่าเกณฑ์ {len(weak)} ตัว เช่น {worst}",
            )
