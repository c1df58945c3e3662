"""The pictures of a year's scores, as data: drawn by the same hand on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results, half_up, tool_means, total_of
from ita_desktop.papers.charts import (
    Bar,
    BarChart,
    ChangeChart,
    Chart,
    LineChart,
    RadarChart,
    Series,
    Threshold,
    floor_of,
)


@dataclass(frozen=True, slots=True)
class ChartKind:
    key: str
    title: str
    icon: str
    make: Callable[[Year, Results], Chart | None]
    """None where the year has nothing to draw."""
    missing: str


def ranking(year: Year, results: Results) -> Chart | None:
    if not results.ranking():
        return None
    bars = tuple(
        Bar(
            label=f"{r.number}. {r.name}",
            value=_float(r.score),
            tone="warn" if r.group == "weak" else "accent",
        )
        for r in (*results.ranking(), *(r for r in results.indicators if r.score is None))
    )
    return BarChart(bars=bars, thresholds=_mark(year), title=f"คะแนนรายตัวชี้วัดเรียงตามอันดับ ปี {year.number}")


def profile(year: Year, results: Results) -> Chart | None:
    if not results.ranking():
        return None
    series = [Series(name=f"ปี {year.number}", values=tuple(_float(r.score) for r in results.indicators))]
    if any(r.previous is not None for r in results.indicators):
        before = tuple(_float(r.previous) for r in results.indicators)
        series.append(Series(name=f"ปี {year.number - 1}", values=before, tone="muted"))
    axes = tuple(f"{r.number}. {r.name}" for r in results.indicators)
    low = floor_of(value for one in series for value in one.values)
    return RadarChart(axes=axes, series=tuple(series), minimum=low, title="ภาพรวมตัวชี้วัด")


def trend(year: Year, _results: Results) -> Chart | None:
    """Total and tools over the years of the workbook up to this one; a missing year is a gap."""
    known: dict[int, Year] = {}
    at: Year | None = year
    while at is not None:
        known[at.number] = at
        at = at.previous
    span = range(min(known), year.number + 1)
    if len(known) < 2:
        return None
    tones = {"IIT": "good", "EIT": "warn", "OIT": "bad"}
    series = [Series(name="คะแนนรวม", values=tuple(_float(_total(known.get(n))) for n in span), tone="accent")]
    for tool in year.framework.tools:
        values = tuple(_float(_mean(known.get(number), tool.code)) for number in span)
        series.append(Series(name=tool.code, values=values, tone=tones.get(tool.code, "muted")))
    drawn = [value for one in series for value in one.values if value is not None]
    if not drawn:
        return None
    low = max(0.0, 5.0 * (min(*drawn, float(year.strength_rule.mark)) // 5) - 5)
    labels = tuple(str(number) for number in span)
    return LineChart(labels=labels, series=tuple(series), thresholds=_mark(year), minimum=low, title="แนวโน้มรายปี")


def change(year: Year, results: Results) -> Chart | None:
    bars = tuple(
        Bar(
            label=f"{r.number}. {r.name}",
            value=float(half_up(r.change)),
            tone="good" if r.change > 0 else "bad" if r.change < 0 else "muted",
        )
        for r in results.indicators
        if r.change is not None
    )
    return ChangeChart(bars=bars, title=f"เปลี่ยนแปลงจากปี {year.number - 1}") if bars else None


KINDS = (
    ChartKind("ranking", "อันดับ", "chart-ranking", ranking, "ใส่คะแนนแล้วกราฟจะแสดงที่นี่"),
    ChartKind("profile", "ภาพรวม", "chart-profile", profile, "ใส่คะแนนแล้วกราฟจะแสดงที่นี่"),
    ChartKind("change", "เปลี่ยนแปลง", "chart-change", change, "ต้องมีคะแนนของปีก่อนด้วย จึงจะเปรียบเทียบได้"),
    ChartKind("trend", "แนวโน้ม", "chart-trend", trend, "ต้องมีคะแนนตั้งแต่สองปีขึ้นไป"),
)


def _mark(year: Year) -> tuple[Threshold, ...]:
    mark = year.strength_rule.mark
    return (Threshold(value=float(mark), label=f"เกณฑ์ {mark.normalize():f}"),)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _total(year: Year | None) -> Decimal | None:
    if year is None:
        return None
    total = total_of(year.framework, year.indicator_scores)
    return year.reported.total if total is None else total


def _mean(year: Year | None, tool: str) -> Decimal | None:
    return None if year is None else tool_means(year.framework, year.indicator_scores).get(tool)
