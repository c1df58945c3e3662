"""Indicator by indicator under its tool: the score, what it shows, the strongest and the weakest items, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.domain.measure_facts import indicator_of_finding
from ita_desktop.domain.records import Finding, FindingKind, Year
from ita_desktop.domain.scoring import IndicatorResult, ItemResult, Results, results, signed_text
from ita_desktop.papers import report_texts, wording
from ita_desktop.papers.blocks import Align, Block, Cell, Column, Heading, PaperOptions, Paragraph, Row, Table
from ita_desktop.papers.layout import cell, led, prose
from ita_desktop.papers.plan import includes
from ita_desktop.papers.report_sections.findings import ADVICE, KEEP_UP, SECTION_OF, tell
from ita_desktop.thai.lists import code_ranges, joined

FEW = 3
"""So many items are named with their titles; more are drawn together as codes."""


def by_item(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    found = results(year)
    if all(indicator.score is None for indicator in found.indicators) and not year.item_scores and not year.findings:
        return prose(text)
    blocks: list[Block] = [*prose(text)]
    for tool in year.framework.tools:
        blocks.append(Heading(text=wording.tool_short(tool), level=2))
        for indicator in (one for one in found.indicators if one.tool == tool.code):
            blocks += _indicator(year, options, found, indicator)
        blocks += _table(year, found, tool.code)
    blocks += _others(year, options)
    return tuple(blocks)


def _indicator(year: Year, options: PaperOptions, found: Results, indicator: IndicatorResult) -> tuple[Block, ...]:
    name = wording.indicator_name(year.framework, indicator.number)
    findings = _findings(year, options, indicator.number)
    if any(_tells_all(finding, name, indicator) for finding in findings):
        return (Heading(text=name, level=3), *(block for finding in findings for block in _labelled(finding)))
    change = "" if indicator.change is None else f" {wording.changed_by(indicator.change)}จากปีก่อน"
    grouped = includes(year, options, "strengths", "weaknesses")
    purpose = "" if grouped else report_texts.purpose_of_indicator(year.framework, indicator.number)
    score = f"ได้ {wording.points(indicator.score)}" if indicator.score is not None else f"คะแนน {wording.UNKNOWN}"
    items = [item for item in found.items if item.indicator == indicator.number and item.score is not None]
    strong, weak, middling = split(items)
    return (
        Heading(text=name, level=3),
        Paragraph(f"{score}{change}{f' เป็นตัวชี้วัดที่{purpose}' if purpose else ''}"),
        *((led("จุดแข็ง", _named(strong)),) if strong else ()),
        *((led("จุดอ่อนหรือข้อบกพร่อง", _named(weak, lacking=True)),) if weak else ()),
        *((led("ประเด็นที่พัฒนาให้ดีขึ้นได้", _named(middling)),) if middling else ()),
        *(block for finding in findings for block in tell(year, finding, named=True)),
    )


_LABELS = {
    FindingKind.STRENGTH: ("จุดแข็ง", KEEP_UP),
    FindingKind.KEEP: ("ประเด็นที่ควรรักษาระดับ", KEEP_UP),
    FindingKind.IMPROVE: ("ประเด็นที่พัฒนาให้ดีขึ้นได้", ADVICE),
    FindingKind.FIX: ("จุดอ่อนหรือข้อบกพร่อง", ADVICE),
}


def _tells_all(finding: Finding, name: str, indicator: IndicatorResult) -> bool:
    """The finding itself names the indicator and its score, and then its items: nothing is said twice."""
    return finding.text.lstrip().startswith(name) and wording.points(indicator.score) in finding.text


def _labelled(finding: Finding) -> tuple[Block, ...]:
    label, advice = _LABELS[finding.kind]
    return (
        *((led(label, finding.text.strip()),) if finding.text.strip() else ()),
        *((led(advice, finding.advice.strip()),) if finding.advice.strip() else ()),
    )


def split(items: Sequence[ItemResult]) -> tuple[list[ItemResult], list[ItemResult], list[ItemResult]]:
    """The best items, those under the goal, and the lowest of those that reach it: nobody is scolded for a 99."""
    scored = sorted((item.score, place) for place, item in enumerate(items) if item.score is not None)
    if not scored:
        return [], [], []
    worst, best = scored[0][0], scored[-1][0]
    strong = [item for item in items if item.score == best and best >= wording.GOAL]
    weak = [items[place] for score, place in scored if score < wording.GOAL]
    middling = [item for item in items if item.score == worst] if wording.GOAL <= worst < best else []
    return strong, weak, middling


def _named(items: Sequence[ItemResult], *, lacking: bool = False) -> str:
    """`ข้อ o2 … (98.84 คะแนน)`; many of one score as `ข้อ o1–o5 และ o7 (100.00 คะแนน)`.

    A question may ask for something bad, "การเรียกรับสินบน", which nobody reads as a strength: what is good about IIT
    and EIT is told by code alone, and by name in the table below.
    """
    if len(items) <= FEW and (lacking or all(item.code.startswith("o") for item in items)):
        return f"ได้แก่ {joined(f'{_titled(item)} ({wording.points(item.score)})' for item in items)}"
    by_score: dict[str, list[str]] = {}
    for item in items:
        by_score.setdefault(wording.points(item.score), []).append(item.code)
    return f"ได้แก่ {joined(f'ข้อ {code_ranges(codes)} ({score})' for score, codes in by_score.items())}"


def _titled(item: ItemResult) -> str:
    return f"ข้อ {item.code} ประเด็น{item.title}" if item.title else f"ข้อ {item.code}"


def _findings(year: Year, options: PaperOptions, number: int) -> tuple[Finding, ...]:
    """Those that no other section of this report tells in full."""
    return tuple(
        finding
        for finding in year.findings
        if indicator_of_finding(year, finding) == number and not includes(year, options, SECTION_OF[finding.kind])
    )


def _others(year: Year, options: PaperOptions) -> tuple[Block, ...]:
    """Findings about no indicator are not lost; those of a topic belong to the topics where these are printed."""
    loose = tuple(
        finding
        for finding in year.findings
        if indicator_of_finding(year, finding) is None
        and not includes(year, options, SECTION_OF[finding.kind])
        and not (finding.topic and includes(year, options, "topics"))
    )
    if not loose:
        return ()
    return (Heading(text="ประเด็นอื่น", level=2), *(block for finding in loose for block in tell(year, finding)))


def _table(year: Year, found: Results, tool: str) -> tuple[Block, ...]:
    """Every item's score once, under its indicator."""
    indicators = [one for one in found.indicators if one.tool == tool]
    numbers = {one.number for one in indicators}
    compared = any(item.change is not None for item in found.items if item.indicator in numbers)
    columns = (
        Column("ข้อ", 0.9, Align.CENTER),
        Column("ประเด็นการประเมิน", 6.4),
        Column("คะแนน", 1.5, Align.CENTER),
        *((Column("เปลี่ยนแปลง", 1.6, Align.CENTER),) if compared else ()),
    )
    rows: list[Row] = []
    for indicator in indicators:
        items = [item for item in found.items if item.indicator == indicator.number and item.score is not None]
        if not items:
            continue
        name = wording.indicator_name(year.framework, indicator.number)
        rows.append(
            Row(
                (
                    cell(name, columns=2, align=Align.LEFT),
                    cell(wording.score(indicator.score)),
                    *_change(compared, indicator.change),
                ),
                emphasis=True,
            )
        )
        rows += [_item_row(item, compared=compared) for item in items]
    if tool == year.framework.tools[-1].code:
        rows += [_item_row(item, compared=compared) for item in found.items if item.indicator is None]
    return (Table(columns=columns, rows=tuple(rows), caption=f"คะแนนรายข้อของแบบวัด {tool}"),) if rows else ()


def _item_row(item: ItemResult, *, compared: bool) -> Row:
    return Row((cell(item.code), cell(item.title), cell(wording.score(item.score)), *_change(compared, item.change)))


def _change(compared: bool, change: Decimal | None) -> tuple[Cell, ...]:
    return (cell("–" if change is None else signed_text(change)),) if compared else ()
