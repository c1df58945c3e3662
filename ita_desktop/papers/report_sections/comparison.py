"""This year beside last year: every indicator, the totals and levels, gains and losses as a chart, the trend."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results, half_up, results
from ita_desktop.papers import report_texts, wording
from ita_desktop.papers.blocks import Align, Block, Column, Figure, PaperOptions, Row, Table
from ita_desktop.papers.charts import Bar, ChangeChart, LineChart, Series, Threshold
from ita_desktop.papers.layout import cell, lead_in, prose
from ita_desktop.papers.report_sections.scores import GOAL_LABEL


def comparison(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    found = results(year)
    if year.last_year is None or not _comparable(found):
        return prose(text)
    return (
        *lead_in(text or report_texts.comparison_summary(year, found)),
        _table(year, found),
        *_chart(year, found),
        *_trend(year),
    )


def _comparable(found: Results) -> bool:
    return found.previous_total is not None or any(indicator.previous is not None for indicator in found.indicators)


def _table(year: Year, found: Results) -> Table:
    columns = (
        Column("ที่", 0.8, Align.CENTER),
        Column("ตัวชี้วัด", 5.2),
        Column(f"ปี {year.number - 1}", 1.8, Align.CENTER),
        Column(f"ปี {year.number}", 1.8, Align.CENTER),
        Column("การเปลี่ยนแปลง", 2.6, Align.CENTER),
    )
    rows = [
        Row(
            (
                cell(str(indicator.number)),
                cell(f"{indicator.name} ({indicator.tool})"),
                cell(wording.score(indicator.previous)),
                cell(wording.score(indicator.score)),
                cell(wording.change(indicator.change)),
            )
        )
        for indicator in found.indicators
    ]
    level = found.level.name if found.level else wording.UNKNOWN
    rows += [
        Row(
            (
                cell("คะแนนรวม", columns=2, align=Align.RIGHT),
                cell(wording.score(found.previous_total)),
                cell(wording.score(found.total)),
                cell(wording.change(found.total_change)),
            ),
            emphasis=True,
        ),
        Row(
            (
                cell("ระดับผลการประเมิน", columns=2, align=Align.RIGHT),
                cell(found.previous_level or wording.UNKNOWN),
                cell(level),
                cell(_level_change(found)),
            ),
            emphasis=True,
        ),
    ]
    caption = f"เปรียบเทียบผลคะแนน ปีงบประมาณ พ.ศ. {year.number - 1} กับปีงบประมาณ พ.ศ. {year.number}"
    return Table(columns=columns, rows=tuple(rows), caption=caption)


def _level_change(found: Results) -> str:
    """Letters and words of two schemes are not compared."""
    return "คงเดิม" if found.level and found.level.name == found.previous_level else "–"


def _chart(year: Year, found: Results) -> tuple[Block, ...]:
    bars = tuple(
        Bar(
            label=f"{indicator.number}. {indicator.name}",
            value=float(half_up(indicator.change)),
            tone="good" if indicator.change > 0 else "bad" if indicator.change < 0 else "muted",
        )
        for indicator in found.indicators
        if indicator.change is not None
    )
    if not bars:
        return ()
    return (Figure(ChangeChart(bars=bars), caption=f"การเปลี่ยนแปลงของคะแนนจากปี {year.number - 1}"),)


def _trend(year: Year) -> tuple[Block, ...]:
    """The total through the years, where more than two are known; an unknown year between is a gap."""
    known = {year.number: results(year).total}
    earlier = year.previous
    while earlier is not None:
        known[earlier.number] = _total_of(earlier)
        earlier = earlier.previous
    if sum(total is not None for total in known.values()) < 3:
        return ()
    span = range(min(known), year.number + 1)
    values = tuple(None if (total := known.get(number)) is None else float(total) for number in span)
    lowest = min(value for value in values if value is not None)
    chart = LineChart(
        labels=tuple(str(number) for number in span),
        series=(Series(name="คะแนนรวม", values=values),),
        thresholds=(Threshold(value=float(wording.GOAL), label=GOAL_LABEL),),
        minimum=max(0.0, 10 * (min(lowest, float(wording.GOAL)) // 10) - 10),
    )
    return (Figure(chart, caption=f"คะแนนรวม ปีงบประมาณ พ.ศ. {span[0]}–{span[-1]}"),)


def _total_of(year: Year) -> Decimal | None:
    total = results(year).total
    return year.reported.total if total is None else total
