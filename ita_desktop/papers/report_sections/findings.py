"""Strengths, weak points and what should get better: from the findings, else from the scores alone."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.domain.measure_facts import indicator_of_finding
from ita_desktop.domain.records import Finding, FindingKind, Year
from ita_desktop.domain.scoring import IndicatorResult, Results, results
from ita_desktop.papers import report_texts, wording
from ita_desktop.papers.blocks import Block, PaperOptions
from ita_desktop.papers.layout import bold_line, led, prose
from ita_desktop.thai.lists import code_ranges, joined

SECTION_OF = {
    FindingKind.STRENGTH: "strengths",
    FindingKind.KEEP: "strengths",
    FindingKind.FIX: "weaknesses",
    FindingKind.IMPROVE: "improve",
}
"""Where a finding is told in full; other sections then only point to it."""

ADVICE = "ข้อเสนอแนะในการพัฒนาหรือปรับปรุง"
KEEP_UP = "ข้อเสนอแนะ"


def strengths(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    found = results(year)
    strong = sorted(found.group("strength"), key=lambda indicator: indicator.rank or 0)
    body = _told(year, found, strong, (FindingKind.STRENGTH, FindingKind.KEEP), KEEP_UP)
    intro = ""
    if strong:
        intro = _counted(year, "จุดแข็ง", strong, strong=True)
    elif body:
        intro = "การดำเนินงานที่เป็นจุดแข็ง มีดังนี้"
    return (*prose(text or intro), *body)


def weaknesses(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    found = results(year)
    weak = sorted(found.group("weak"), key=lambda indicator: -(indicator.rank or 0))
    body = _told(year, found, weak, (FindingKind.FIX,), ADVICE)
    intro = ""
    if weak:
        intro = _counted(year, "จุดอ่อน", weak, strong=False)
    elif found.group("strength"):
        mark = "" if year.strength_rule.top is not None else f" ตั้งแต่ {wording.points(year.strength_rule.mark)}ขึ้นไป"
        rest = "แต่มีประเด็นที่ควรแก้ไข ดังนี้" if body else "จึงไม่มีข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน"
        intro = f"ทุกตัวชี้วัดที่มีคะแนนอยู่ในเกณฑ์จุดแข็ง{mark} {rest}"
    elif body:
        intro = "ประเด็นที่ต้องแก้ไข มีดังนี้"
    return (*prose(text or intro), *body)


def improve(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    """Without findings: strong indicators that fell from last year, or that hold an item below the mark."""
    found = results(year)
    mark = year.strength_rule.mark
    low = {item.indicator for item in found.items if item.score is not None and item.score < mark}
    middle = [
        indicator
        for indicator in found.group("strength")
        if indicator.number in low or (indicator.change is not None and indicator.change < 0)
    ]
    written = [finding for finding in year.findings if finding.kind is FindingKind.IMPROVE]
    body = tuple(block for finding in written for block in tell(year, finding))
    intro = "ประเด็นที่ควรพัฒนาให้ดีขึ้น มีดังนี้" if body else ""
    if middle and not body:
        intro = "ตัวชี้วัดต่อไปนี้อยู่ในเกณฑ์จุดแข็งแล้ว แต่ยังพัฒนาให้ดีขึ้นได้"
        body = tuple(block for one in middle for block in prose(_could_be_better(year, found, one)))
    return (*prose(text or intro), *body)


def _counted(year: Year, what: str, group: list[IndicatorResult], *, strong: bool) -> str:
    named = joined(wording.indicator_name(year.framework, one.number) for one in group)
    return f"{what} คือ ตัวชี้วัดที่{_rule(year, strong=strong)} จำนวน {len(group)} ตัวชี้วัด ได้แก่ {named}"


def _rule(year: Year, *, strong: bool) -> str:
    rule = year.strength_rule
    if rule.top is not None:
        return f"ได้คะแนน {rule.top} อันดับแรก" if strong else f"ได้คะแนนรองจาก {rule.top} อันดับแรก"
    mark = wording.points(rule.mark)
    return f"ได้คะแนนตั้งแต่ {mark}ขึ้นไป" if strong else f"ได้คะแนนต่ำกว่า {mark}"


# ------------------------------------------------------------------------------------------ one by one


def _told(
    year: Year,
    found: Results,
    group: Iterable[IndicatorResult],
    kinds: tuple[FindingKind, ...],
    advice: str,
) -> tuple[Block, ...]:
    """Findings in the order of the group; an indicator of it that nothing was written about gets a default.

    Findings of indicators outside the group, and of none, follow.
    """
    of_kind = [finding for finding in year.findings if finding.kind in kinds]
    written = {number for finding in year.findings if (number := indicator_of_finding(year, finding)) is not None}
    blocks: list[Block] = []
    told: set[str] = set()
    for indicator in group:
        own = [f for f in of_kind if indicator_of_finding(year, f) == indicator.number]
        told.update(finding.id for finding in own)
        if own:
            blocks += [block for finding in own for block in tell(year, finding, advice)]
        elif indicator.number not in written:
            blocks += prose(default(year, found, indicator))
    blocks += [block for f in of_kind if f.id not in told for block in tell(year, f, advice)]
    return tuple(blocks)


def tell(year: Year, finding: Finding, advice: str = ADVICE, *, named: bool = False) -> tuple[Block, ...]:
    """The finding in full: what it is about, unless a heading or the text itself named it; the text, the advice."""
    number = indicator_of_finding(year, finding)
    head = wording.indicator_name(year.framework, number) if number is not None else ""
    if not head and finding.items:
        head = joined(wording.item_name(year.framework, code) for code in finding.items)
    named = named or not head or finding.text.lstrip().startswith(head)
    text = finding.text.strip()
    return (
        *((bold_line(head, indent=True),) if not named else ()),
        *prose(text),
        *((led(advice, finding.advice.strip()),) if finding.advice.strip() else ()),
    )


def default(year: Year, found: Results, indicator: IndicatorResult) -> str:
    """`ตัวชี้วัดที่ 8 … (EIT) ได้ 83.40 คะแนน ลดลง … จากปีก่อน …`: what the scores alone can say."""
    name = wording.indicator_name(year.framework, indicator.number)
    change = "" if indicator.change is None else f" {wording.changed_by(indicator.change)}จากปีก่อน"
    purpose = report_texts.purpose_of_indicator(year.framework, indicator.number)
    text = f"{name} ({indicator.tool}) ได้ {wording.points(indicator.score)}{change}"
    text = f"{text} เป็นตัวชี้วัดที่{purpose}" if purpose else text
    return " ".join(part for part in (text, lowest_items(found, indicator)) if part)


def _could_be_better(year: Year, found: Results, indicator: IndicatorResult) -> str:
    name = wording.indicator_name(year.framework, indicator.number)
    fell = indicator.change is not None and indicator.change < 0
    mark = year.strength_rule.mark
    low = [i.code for i in found.items if i.indicator == indicator.number and i.score is not None and i.score < mark]
    reasons = (
        f"คะแนน{wording.changed_by(indicator.change)}จากปีก่อน" if fell and indicator.change is not None else "",
        f"มีข้อที่ได้คะแนนต่ำกว่า {wording.points(mark)} คือ ข้อ {code_ranges(low)}" if low else "",
    )
    return f"{name} {joined(reasons)}"


def lowest_items(found: Results, indicator: IndicatorResult) -> str:
    scored = [(i.score, i.code) for i in found.items if i.indicator == indicator.number and i.score is not None]
    if len(scored) < 2 or min(scored)[0] == max(scored)[0]:
        return ""
    low = min(scored)[0]
    codes = [code for score, code in scored if score == low]
    return f"โดยข้อที่ได้คะแนนต่ำสุด คือ ข้อ {code_ranges(codes)} ({wording.points(low)})"
