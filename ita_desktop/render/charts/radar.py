"""A profile of several axes: this year's over last year's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ita_desktop.papers.charts import RadarChart, Series
from ita_desktop.render.charts.canvas import GROUND, INK, LINE, MUTED, PALE, Anchor, Canvas, Point, box, wrapped
from ita_desktop.render.charts.parts import BASELINE, NOT_KNOWN, legend, legend_height, number, stroke, title
from ita_desktop.thai.digits import Digits, in_digits

_NATURAL = 0.68
"""Height for width."""
_MOST_FOR_NAMES = 0.27
"""Of the width, at each side."""
_STEPS = (1.0, 2.0, 5.0, 10.0, 20.0, 25.0)
_MOST_RINGS = 5


LEAST_WIDE = 34.0
"""In letters' sizes: where there is less, names at the sides would lie over each other."""


def draw(chart: RadarChart, canvas: Canvas, width: float, height: float | None, digits: Digits) -> float:
    if not chart.axes:
        return title(canvas, chart.title, width)
    names = [wrapped(canvas, axis, canvas.size, width * _MOST_FOR_NAMES) for axis in chart.axes]
    if chart.series:
        for index, lines in enumerate(names):
            lines.append(_value(chart.series[0], index, digits))
    most_lines = max(len(lines) for lines in names)
    keys = legend_height(canvas, chart.series, width)
    top = title(canvas, chart.title, width)
    bottom = max(height or width * _NATURAL, top + keys + canvas.leading * (2 * most_lines + 6)) - keys
    room = canvas.leading * (most_lines + 0.3)
    radius = min((bottom - top) / 2 - room, width * (0.5 - _MOST_FOR_NAMES))
    middle = (width / 2, (top + bottom) / 2)

    def place(index: int, part: float) -> Point:
        turn = math.tau * index / len(chart.axes) - math.pi / 2
        return middle[0] + radius * part * math.cos(turn), middle[1] + radius * part * math.sin(turn)

    around = range(len(chart.axes))
    shapes = [(series.tone, kind, _shape(series, chart, place)) for kind, series in enumerate(chart.series)]
    shapes.sort(key=lambda shape: shape[0] != MUTED)  # last year's lies under this year's
    for *_, shape in shapes[-1:]:
        if all(shape):
            canvas.area([point for point in shape if point], tone=PALE)
    rings = _rings(chart)
    for _, ring in rings:
        canvas.line([place(index, ring) for index in (*around, 0)], tone=MUTED, width=0.5 if ring == 1 else 0.25)
    for index in around:
        canvas.line((middle, place(index, 1.0)), tone=LINE, width=0.4)
    for value, ring in ((chart.minimum, 0.0), *rings):
        _ring_value(canvas, value, place(0, ring), digits)
    for tone, kind, shape in shapes:
        stroke(canvas, shape, tone, kind, closed=True)
    for index, lines in enumerate(names):
        _name(canvas, lines, place(index, 1.0), middle)
    if keys:
        legend(canvas, chart.series, bottom + canvas.leading * 0.3, width)
    return bottom + keys


def _shape(series: Series, chart: RadarChart, place: Callable[[int, float], Point]) -> list[Point | None]:
    values = (*series.values, *[None] * len(chart.axes))[: len(chart.axes)]
    span = (chart.maximum - chart.minimum) or 1.0
    return [
        None if value is None else place(index, min(max((value - chart.minimum) / span, 0.0), 1.0))
        for index, value in enumerate(values)
    ]


def _rings(chart: RadarChart) -> list[tuple[float, float]]:
    """Round values and where on the way to the rim they lie; the rim is the last."""
    span = (chart.maximum - chart.minimum) or 1.0
    step = next((step for step in _STEPS if span / step <= _MOST_RINGS), span)
    count = math.floor(span / step)
    values = [chart.maximum - step * back for back in reversed(range(count))]
    return [(value, (value - chart.minimum) / span) for value in values if value > chart.minimum]


def _ring_value(canvas: Canvas, value: float, at: Point, digits: Digits) -> None:
    """Beside the upright axis, so that nobody takes a middle of 80 for a middle of 0."""
    size = canvas.size * 0.75
    text = in_digits(f"{value:g}", digits)
    left, middle = at[0] + size * 0.4, at[1]
    canvas.area(box(left, middle - size * 0.45, canvas.text_width(text, size), size * 0.9), tone=GROUND)
    canvas.text((left, middle + size * 0.35), text, size, tone=MUTED)


def _value(series: Series, index: int, digits: Digits) -> str:
    value = series.values[index] if index < len(series.values) else None
    return NOT_KNOWN if value is None else number(value, digits)


def _name(canvas: Canvas, lines: Sequence[str], tip: Point, middle: Point) -> None:
    """Beside the tip of its axis, on the side that looks away from the drawing."""
    across, down = tip[0] - middle[0], tip[1] - middle[1]
    gap = canvas.size * 0.5
    anchor = Anchor.MIDDLE
    if abs(across) > canvas.size:
        anchor = Anchor.START if across > 0 else Anchor.END
    x = tip[0] + (gap if anchor is Anchor.START else -gap if anchor is Anchor.END else 0.0)
    height = canvas.leading * len(lines)
    part = 0.5 - 0.5 * down / (math.hypot(across, down) or 1.0)
    y = tip[1] - height * part + (math.copysign(gap * 0.6, down) if anchor is Anchor.MIDDLE else 0.0)
    for row, line in enumerate(lines):
        at = (x, y + (row + BASELINE) * canvas.leading)
        is_value = row == len(lines) - 1
        canvas.text(at, line, canvas.size, anchor=anchor, bold=is_value, tone=MUTED if line == NOT_KNOWN else INK)
