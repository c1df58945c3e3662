"""What the assessment is: background, rationale, tools, levels."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.domain.framework import Level
from ita_desktop.domain.records import Year
from ita_desktop.papers import report_texts, wording
from ita_desktop.papers.blocks import Align, Block, Column, Heading, PaperOptions, Paragraph, Row, Table
from ita_desktop.papers.layout import cell, lead_in, prose

_SMALLEST = Decimal("0.01")


def background(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    return prose(text or report_texts.background(year))


def rationale(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    return prose(text or report_texts.rationale(year, options.evidence or year.framework))


def tools(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    if text:
        return prose(text)
    blocks: list[Block] = [Paragraph(report_texts.tools_intro(year), keep_with_next=True)]
    for tool in year.framework.tools:
        blocks += [
            Heading(text=wording.tool_short(tool), level=2),
            Paragraph(report_texts.tool(year.framework, tool)),
        ]
    return tuple(blocks)


# -------------------------------------------------------------------------------------------------- levels


def criteria(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    levels = year.framework.levels
    if not levels:
        return prose(text)
    conditions = any(level.tools_minimum is not None for level in levels)
    columns = (
        Column("ระดับ", 2.6, Align.CENTER),
        Column("คะแนนรวม", 3.0, Align.CENTER),
        *((Column("เงื่อนไขรายเครื่องมือ", 4.4),) if conditions else ()),
        Column("ผลการประเมิน", 2.0, Align.CENTER),
    )
    rows = tuple(
        Row(
            (
                cell(level.name, bold=True),
                cell(score_range(levels, level)),
                *((cell(_condition(level)),) if conditions else ()),
                cell("ผ่าน" if level.passed else "ไม่ผ่าน"),
            )
        )
        for level in levels
    )
    return (
        *lead_in(text or report_texts.criteria_intro(year)),
        Table(columns=columns, rows=rows, caption=f"เกณฑ์ระดับผลการประเมิน {wording.fiscal(year.number)}"),
    )


def score_range(levels: Sequence[Level], level: Level) -> str:
    """`85.00–94.99`: up to the next level that asks for nothing but the total.

    A level above that also looks at the tools takes only some of the offices of its range.
    """
    above = levels[: levels.index(level)]
    closed = [higher.minimum for higher in above if higher.tools_minimum is None and higher.minimum > level.minimum]
    top = min(closed) - _SMALLEST if closed else wording.FULL
    return f"{wording.score(level.minimum)}–{wording.score(top)}"


def _condition(level: Level) -> str:
    if level.tools_minimum is None:
        return "ไม่กำหนด"
    return f"ทุกเครื่องมือไม่น้อยกว่า {wording.points(level.tools_minimum)}"
