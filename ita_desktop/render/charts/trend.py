"""Lines over the years, each point with its value; a gap where a value is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ita_desktop.papers.charts import LineChart, Series
from ita_desktop.render.charts.canvas import GROUND, INK, MUTED, Anchor, Canvas, Point, box, wrapped
from ita_desktop.render.charts.parts import (
    BASELINE,
    NOT_KNOWN,
    dots,
    legend,
    legend_height,
    number,
    stroke,
    threshold_text,
    title,
)
from ita_desktop.thai.digits import Digits

_NATURAL = 0.5
"""Height for width."""


def draw(chart: LineChart, canvas: Canvas, width: float, height: float | None, digits: Digits) -> float:
    count = max(len(chart.labels), 1)
    beside = [threshold_text(threshold, digits) for threshold in chart.thresholds]
    left = max((canvas.text_width(text, canvas.size * 0.9) + canvas.size * 0.5 for text in beside), default=0.0)
    step = (width - left) / count
    names = [wrapped(canvas, label, canvas.size, step) for label in chart.labels]
    under = canvas.leading * max((len(lines) for lines in names), default=1)
    keys = legend_height(canvas, chart.series, width)
    top = title(canvas, chart.title, width) + canvas.leading
    bottom = max(height or width * _NATURAL, top + under + keys + 5 * canvas.leading) - under - keys
    span = (chart.maximum - chart.minimum) or 1.0

    def place(index: int, value: float) -> Point:
        part = (min(max(value, chart.minimum), chart.maximum) - chart.minimum) / span
        return left + step * (index + 0.5), bottom - part * (bottom - top)

    canvas.line(((left, bottom), (width, bottom)), tone=MUTED)
    for threshold, text in zip(chart.thresholds, beside, strict=True):
        y = place(0, threshold.value)[1]
        canvas.line(((left, y), (width, y)), tone=MUTED, width=0.5)
        canvas.text((0.0, y + canvas.size * 0.25), text, canvas.size * 0.9, tone=MUTED)
    points = [
        [None if value is None else place(index, value) for index, value in enumerate(series.values[:count])]
        for series in chart.series
    ]
    for kind, series in enumerate(chart.series):
        stroke(canvas, points[kind], series.tone, kind)
    for index, lines in enumerate(names):
        said = _shown(chart.series, index, place, digits) or [(NOT_KNOWN, place(index, 0.0)[0], bottom, MUTED)]
        if len(chart.series) > 1:
            _beside(canvas, said, bottom)
        else:
            _above(canvas, said)
        for row, line in enumerate(lines):
            at = (place(index, 0.0)[0], bottom + (row + BASELINE) * canvas.leading)
            canvas.text(at, line, canvas.size, anchor=Anchor.MIDDLE)
    if keys:
        for kind, series in enumerate(chart.series):  # once more: values may lie over a neighbour's point
            dots(canvas, points[kind], series.tone, kind)
        legend(canvas, chart.series, bottom + under + canvas.leading * 0.3, width)
    return bottom + under + keys


_Said = list[tuple[str, float, float, str]]
"""Values at one place of the axis: each with its point and its tone."""


def _above(canvas: Canvas, said: _Said) -> None:
    """Of a single line: over each point its value."""
    for text, x, y, tone in said:
        at = (x, y - canvas.size * 0.45)
        canvas.text(at, text, canvas.size * 0.95, anchor=Anchor.MIDDLE, tone=INK if tone != MUTED else MUTED)


def _beside(canvas: Canvas, said: _Said, bottom: float) -> None:
    """Of several lines: right of the points, in their order; values that would touch move apart."""
    size, apart = canvas.size * 0.9, canvas.size * 1.1
    heights = [y for _, _, y, _ in said]
    for row in range(1, len(heights)):
        heights[row] = max(heights[row], heights[row - 1] + apart)
    lowest = bottom - size * 0.4 - apart * (len(heights) - 1)
    heights = [min(y, lowest + apart * row) for row, y in enumerate(heights)]
    for (text, x, _, tone), y in zip(said, heights, strict=True):
        left, width = x + canvas.size * 0.55, canvas.text_width(text, size)
        canvas.area(box(left - 1, y - size * 0.5, width + 2, size), tone=GROUND)
        canvas.text((left, y + size * 0.35), text, size, tone=tone)


def _shown(all_series: Sequence[Series], index: int, place: Callable[[int, float], Point], digits: Digits) -> _Said:
    """The highest first."""
    known = [(series, series.values[index]) for series in all_series if index < len(series.values)]
    said = [(number(value, digits), *place(index, value), series.tone) for series, value in known if value is not None]
    return sorted(said, key=lambda each: each[2])
