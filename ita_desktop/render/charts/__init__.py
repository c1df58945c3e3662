"""Charts, drawn once for screen and paper on the small canvas that each of them lends."""

from __future__ import annotations

from ita_desktop.papers.charts import BarChart, ChangeChart, Chart, LineChart, RadarChart
from ita_desktop.render.charts import bars, changes, radar, trend
from ita_desktop.render.charts.canvas import Anchor, Canvas, Point
from ita_desktop.thai.digits import Digits

__all__ = ["Anchor", "Canvas", "Point", "draw", "least_width"]


def draw(
    chart: Chart, canvas: Canvas, width: float, *, height: float | None = None, digits: Digits = Digits.ARABIC
) -> float:
    """Draws the chart and returns its height: as asked for, or more where its names would not fit."""
    if isinstance(chart, BarChart):
        return bars.draw(chart, canvas, width, height, digits)
    if isinstance(chart, ChangeChart):
        return changes.draw(chart, canvas, width, height, digits)
    if isinstance(chart, LineChart):
        return trend.draw(chart, canvas, width, height, digits)
    return radar.draw(chart, canvas, width, height, digits)


def least_width(chart: Chart, size: float) -> float:
    """In which it can be drawn with letters of this size; on less room the whole is to be made smaller."""
    return size * radar.LEAST_WIDE if isinstance(chart, RadarChart) else 0.0
