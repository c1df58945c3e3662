"""The result in figures: total, level, the goal, tables, the ranking as a chart; and what the assessor remarked."""

from __future__ import annotations

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import IndicatorResult, Results, half_up, results
from ita_desktop.papers import report_texts, wording
from ita_desktop.papers.blocks import Align, Block, Cell, Column, Figure, PaperOptions, Paragraph, Row, Run, Table
from ita_desktop.papers.charts import Bar, BarChart, Threshold
from ita_desktop.papers.layout import cell, lead_in, prose
from ita_desktop.papers.plan import preset_of

GOAL_LABEL = f"ค่าเป้าหมาย {wording.GOAL} คะแนน"


def scores(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    found = results(year)
    extremes = report_texts.extremes(year, found)
    table = _ranked if preset_of(year, options).ranked else _by_number
    return (
        *lead_in(text or report_texts.scores_summary(year, found)),
        table(year, found),
        *((Paragraph(extremes),) if extremes else ()),
        _by_tool(year, found),
        *_chart(year, found),
    )


# -------------------------------------------------------------------------------------------------- tables


def _by_number(year: Year, found: Results) -> Table:
    columns = (
        Column("เครื่องมือ", 1.5, Align.CENTER),
        Column("ที่", 0.9, Align.CENTER),
        Column("ตัวชี้วัด", 5.6),
        Column("คะแนน", 1.8, Align.CENTER),
        Column("อันดับ", 1.3, Align.CENTER),
    )
    rows: list[Row] = []
    for tool in dict.fromkeys(indicator.tool for indicator in found.indicators):
        group = [indicator for indicator in found.indicators if indicator.tool == tool]
        for place, indicator in enumerate(group):
            first = (cell(tool, bold=True, rows=len(group)),) if place == 0 else ()
            rows.append(Row((*first, *_numbered(indicator))))
    rows += _totals(found, before=3, over=2)
    return Table(columns=columns, rows=tuple(rows), caption=f"ผลคะแนนรายตัวชี้วัด {wording.fiscal(year.number)}")


def _numbered(indicator: IndicatorResult) -> tuple[Cell, ...]:
    return (
        cell(str(indicator.number)),
        cell(indicator.name),
        cell(wording.score(indicator.score)),
        cell("–" if indicator.rank is None else str(indicator.rank)),
    )


def _ranked(year: Year, found: Results) -> Table:
    columns = (
        Column("อันดับ", 1.3, Align.CENTER),
        Column("ตัวชี้วัด", 6.6),
        Column("เครื่องมือ", 1.6, Align.CENTER),
        Column("คะแนน", 1.8, Align.CENTER),
    )
    rows = [
        Row(
            (
                cell("–" if indicator.rank is None else str(indicator.rank)),
                cell(wording.indicator_name(year.framework, indicator.number)),
                cell(indicator.tool),
                cell(wording.score(indicator.score)),
            )
        )
        for indicator in by_rank(found)
    ]
    rows += _totals(found, before=3, over=1)
    return Table(columns=columns, rows=tuple(rows), caption=f"ผลคะแนนเรียงตามอันดับ {wording.fiscal(year.number)}")


def by_rank(found: Results) -> list[IndicatorResult]:
    unknown = [indicator for indicator in found.indicators if indicator.rank is None]
    return [*found.ranking(), *unknown]


def _totals(found: Results, *, before: int, over: int) -> list[Row]:
    level = found.level.name if found.level else wording.UNKNOWN
    lines = (("คะแนนรวม", wording.score(found.total)), ("ระดับผลการประเมิน", level))
    return [
        Row(
            (cell(name, columns=before, align=Align.RIGHT), cell(value, columns=over, align=Align.CENTER)),
            emphasis=True,
        )
        for name, value in lines
    ]


def _by_tool(year: Year, found: Results) -> Table:
    columns = (
        Column("เครื่องมือ", 6.0),
        Column("คะแนนเฉลี่ย", 2.0, Align.CENTER),
        Column("น้ำหนัก (ร้อยละ)", 2.0, Align.CENTER),
        Column("คะแนนถ่วงน้ำหนัก", 2.2, Align.CENTER),
    )
    rows: list[Row] = []
    for tool in year.framework.tools:
        mean = found.tools.get(tool.code)
        weighted = None if mean is None else half_up(mean * tool.weight / wording.FULL)
        weight = f"{tool.weight.normalize():f}"
        rows.append(
            Row(
                (
                    cell(wording.tool_short(tool)),
                    cell(wording.score(mean)),
                    cell(weight),
                    cell(wording.score(weighted)),
                )
            )
        )
        if tool.code == "EIT":
            rows += [
                Row((cell(f"– EIT ส่วนที่ {part}"), cell(wording.score(value)), cell("–"), cell("–")))
                for part, value in sorted(year.eit_parts.items())
            ]
    rows.append(Row((cell("คะแนนรวม", columns=3, align=Align.RIGHT), cell(wording.score(found.total))), emphasis=True))
    return Table(columns=columns, rows=tuple(rows), caption=f"ผลคะแนนรายเครื่องมือ {wording.fiscal(year.number)}")


def _chart(year: Year, found: Results) -> tuple[Block, ...]:
    if all(indicator.score is None for indicator in found.indicators):
        return ()
    bars = tuple(
        Bar(
            label=f"{indicator.number}. {indicator.name}",
            value=None if indicator.score is None else float(indicator.score),
            note=indicator.tool,
            tone="accent" if indicator.score is None or indicator.score >= wording.GOAL else "warn",
        )
        for indicator in by_rank(found)
    )
    goal = Threshold(value=float(wording.GOAL), label=GOAL_LABEL)
    return (
        Figure(
            BarChart(bars=bars, thresholds=(goal,)),
            caption=f"คะแนนรายตัวชี้วัดเรียงตามอันดับ {wording.fiscal(year.number)}",
        ),
    )


# ------------------------------------------------------------------------------------------------- remarks


def remarks(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    if not year.remarks:
        return prose(text)
    columns = (Column("ข้อ", 3.2), Column("คะแนน", 1.5, Align.CENTER), Column("ข้อเสนอแนะของผู้ประเมิน", 6.0))
    rows = tuple(
        Row(
            (
                cell(_item(year, remark.item)),
                cell(wording.score(year.item_scores.get(remark.item))),
                cell(remark.text),
            )
        )
        for remark in year.remarks
    )
    intro = text or "ผู้ประเมินให้ข้อเสนอแนะต่อข้อที่ยังไม่ได้คะแนนเต็ม ดังนี้"
    return (*lead_in(intro), Table(columns=columns, rows=rows, caption="ข้อเสนอแนะของผู้ประเมินรายข้อ"))


def _item(year: Year, code: str) -> tuple[Run, ...]:
    item = year.framework.item(code)
    return (Run(code, bold=True), Run(f" {item.title}" if item else ""))
