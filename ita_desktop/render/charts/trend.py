"""Lines over the years, each point with its value; a gap where a value is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ita_desktop.papers.blocks import Digits, LineChart, Series
from ita_desktop.render.charts.canvas import INK, MUTED, Anchor, Canvas, Point, wrapped
from ita_desktop.render.charts.parts import BASELINE, NOT_KNOWN, legend, number, stroke, threshold_text, title

_NATURAL = 0.48
"""Height for width."""


def draw(chart: LineChart, canvas: Canvas, width: float, height: float | None, digits: Digits) -> float:
    count = max(len(chart.labels), 1)
    beside = [threshold_text(threshold, digits) for threshold in chart.thresholds]
    left = max((canvas.text_width(text, canvas.size * 0.9) + canvas.size * 0.5 for text in beside), default=0.0)
    step = (width - left) / count
    names = [wrapped(canvas, label, canvas.size, step) for label in chart.labels]
    under = canvas.leading * max((len(lines) for lines in names), default=1)
    keys = canvas.leading * 1.3 if len(chart.series) > 1 else 0.0
    top = title(canvas, chart.title, width) + canvas.leading * (0.3 + 0.7 * len(chart.series))
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
    for kind, series in enumerate(chart.series):
        values = enumerate(series.values[: len(chart.labels)])
        stroke(canvas, [None if value is None else place(index, value) for index, value in values], series.tone, kind)
    for index, lines in enumerate(names):
        _values(chart.series, index, canvas, place, digits, bottom)
        for row, line in enumerate(lines):
            at = (place(index, 0.0)[0], bottom + (row + BASELINE) * canvas.leading)
            canvas.text(at, line, canvas.size, anchor=Anchor.MIDDLE)
    if keys:
        legend(canvas, chart.series, bottom + under + canvas.leading * 0.3, width)
    return bottom + under + keys


def _values(
    all_series: Sequence[Series],
    index: int,
    canvas: Canvas,
    place: Callable[[int, float], Point],
    digits: Digits,
    bottom: float,
) -> None:
    """Over each point its value; values that would touch move up one over the other."""
    size, apart = canvas.size * 0.95, canvas.size * 0.9
    known = [(series, series.values[index]) for series in all_series if index < len(series.values)]
    shown = sorted((-value, number(value, digits), series.tone) for series, value in known if value is not None)
    x, lowest = place(index, 0.0)[0], bottom
    for negative, text, tone in reversed(shown):
        y = min(place(index, -negative)[1] - canvas.size * 0.45, lowest)
        canvas.text((x, y), text, size, anchor=Anchor.MIDDLE, tone=tone if len(all_series) > 1 else INK)
        lowest = y - apart
    if not shown:
        canvas.text((x, bottom - canvas.size * 0.4), NOT_KNOWN, size, anchor=Anchor.MIDDLE, tone=MUTED)
