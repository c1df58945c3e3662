"""Two columns: a tool's indicators with their scores, and beside them what to mend, to improve and to keep."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.framework import Tool
from ita_desktop.domain.measure_facts import indicator_of_finding
from ita_desktop.domain.records import Finding, FindingKind, Year
from ita_desktop.domain.scoring import IndicatorResult, results
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import Block, Column, PaperOptions, Paragraph, Row, Run, Table
from ita_desktop.papers.layout import cell, in_cell, lead_in, prose, stacked
from ita_desktop.papers.plan import includes
from ita_desktop.papers.report_sections.findings import SECTION_OF
from ita_desktop.thai.lists import code_ranges

KINDS = (
    ("ประเด็นที่ต้องแก้ไข", (FindingKind.FIX,)),
    ("ประเด็นที่ต้องปรับปรุง", (FindingKind.IMPROVE,)),
    ("ประเด็นที่ต้องรักษาระดับ", (FindingKind.STRENGTH, FindingKind.KEEP)),
)


def by_tool(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    found = results(year)
    if all(indicator.score is None for indicator in found.indicators) and not year.findings:
        return prose(text)
    rows: list[Row] = []
    for tool in year.framework.tools:
        indicators = [one for one in found.indicators if one.tool == tool.code]
        if indicators:
            rows += _rows(year, options, tool, indicators)
    columns = (Column("ตัวชี้วัดและคะแนน", 4.6), Column("ประเด็นที่ต้องแก้ไข ปรับปรุง หรือรักษาระดับ", 5.4))
    intro = text or "ข้อเสนอแนะจากผลการประเมินจำแนกตามเครื่องมือ มีดังนี้"
    return (*lead_in(intro), Table(columns=columns, rows=tuple(rows), caption="ข้อเสนอแนะรายเครื่องมือ"))


def _rows(year: Year, options: PaperOptions, tool: Tool, indicators: Sequence[IndicatorResult]) -> list[Row]:
    rows = [Row((cell(wording.tool_short(tool), columns=2),), emphasis=True)]
    advice = stacked(_advice(year, options, indicators), rows=len(indicators))
    for place, indicator in enumerate(indicators):
        score = wording.points(indicator.score)
        name = cell((Run(f"{indicator.number}. {indicator.name} "), Run(score, bold=True)))
        rows.append(Row((name, advice) if place == 0 else (name,)))
    return rows


def _advice(year: Year, options: PaperOptions, indicators: Sequence[IndicatorResult]) -> tuple[Paragraph, ...]:
    lines: list[Paragraph] = []
    for words, kinds in KINDS:
        own = [
            finding
            for indicator in indicators
            for finding in year.findings
            if finding.kind in kinds and indicator_of_finding(year, finding) == indicator.number
        ]
        silent = _unwritten(year, indicators, kinds)
        if own or silent:
            lines += in_cell((Run(words, bold=True),))
            told = dict.fromkeys(_short(year, options, finding) for finding in own)
            lines += [p for line in told for p in in_cell(f"- {line}")]
            lines += [p for one in silent for p in in_cell(f"- {one.name} ({wording.points(one.score)})")]
    return tuple(lines) or in_cell(wording.UNKNOWN)


def _short(year: Year, options: PaperOptions, finding: Finding) -> str:
    """The advice, once in a report: where another section tells the finding in full, only what it is about."""
    number = indicator_of_finding(year, finding)
    indicator = year.framework.indicator(number) if number is not None else None
    name = indicator.name if indicator else ""
    if finding.items:
        name = f"{name} ข้อ {code_ranges(finding.items)}"
    advice = finding.advice or finding.text
    if not advice or includes(year, options, SECTION_OF[finding.kind], "by_item"):
        return name
    return f"{name} {advice}"


def _unwritten(
    year: Year, indicators: Sequence[IndicatorResult], kinds: tuple[FindingKind, ...]
) -> list[IndicatorResult]:
    """Indicators without any finding, by their group alone."""
    group = {FindingKind.FIX: "weak", FindingKind.STRENGTH: "strength"}.get(kinds[0])
    written = {indicator_of_finding(year, finding) for finding in year.findings}
    return [one for one in indicators if one.group is not None and one.group == group and one.number not in written]
