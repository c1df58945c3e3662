"""Horizontal bars, with the value at each one's end and thresholds as thin lines."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.papers.charts import Bar, BarChart
from ita_desktop.render.charts.canvas import GROUND, INK, MUTED, Anchor, Canvas, box, wrapped
from ita_desktop.render.charts.parts import BASELINE, NOT_KNOWN, number, threshold_text, title
from ita_desktop.thai.digits import Digits

_MOST_FOR_LABELS = 0.4
"""Of the width."""
_BAR = 0.6
"""A bar's thickness in lines of text."""
_BETWEEN = 0.35


def draw(chart: BarChart, canvas: Canvas, width: float, height: float | None, digits: Digits) -> float:
    labels = Labels(canvas, [bar.label for bar in chart.bars], width)
    ends = [_end(bar, digits) for bar in chart.bars]
    left = labels.width + canvas.size * 0.6
    room = width - left - max((canvas.text_width(end, canvas.size) for end in ends), default=0.0) - canvas.size
    per_unit = max(room, width * 0.1) / (chart.maximum or 1.0)

    y = title(canvas, chart.title, width)
    lines_at, y = _thresholds(canvas, chart, left, per_unit, y, width, digits)
    top = y
    spare = 0.0
    if height is not None and chart.bars:
        spare = max(0.0, (height - y - sum(labels.heights)) / len(chart.bars))
    y += sum(labels.heights) + spare * len(chart.bars)
    for x, above in lines_at:
        canvas.line(((x, above), (x, y)), tone=INK, width=0.5)
    bottom, y = y, top
    for bar, end, lines, row in zip(chart.bars, ends, labels.lines, labels.heights, strict=True):
        row += spare
        labels.draw(canvas, lines, y, row)
        length, thick = per_unit * min(max(bar.value or 0.0, 0.0), chart.maximum), _BAR * canvas.leading
        if bar.value is not None:
            canvas.area(box(left, y + (row - thick) / 2, length, thick), tone=bar.tone)
        x = left + length + canvas.size * 0.35
        text_width = canvas.text_width(end, canvas.size)
        if any(x - canvas.size * 0.2 < line < x + text_width for line, _ in lines_at):
            canvas.area(box(x - 1, y + row * 0.1, text_width + 2, row * 0.8), tone=GROUND)
        baseline = y + row / 2 + (BASELINE - 0.5) * canvas.leading
        canvas.text((x, baseline), end, canvas.size, tone=MUTED if bar.value is None else INK)
        y += row
    canvas.line(((left, top), (left, bottom)), tone=MUTED)
    return bottom


def _end(bar: Bar, digits: Digits) -> str:
    value = NOT_KNOWN if bar.value is None else number(bar.value, digits)
    return f"{value}  {bar.note}" if bar.note else value


class Labels:
    """The names of bars in a column at the left: whole, broken between words."""

    def __init__(self, canvas: Canvas, texts: Sequence[str], width: float) -> None:
        most = width * _MOST_FOR_LABELS
        self.lines = [wrapped(canvas, text, canvas.size, most) for text in texts]
        widths = (canvas.text_width(line, canvas.size) for lines in self.lines for line in lines)
        self.width = max(widths, default=0.0)
        self.heights = [canvas.leading * (max(len(lines), 1) + _BETWEEN) for lines in self.lines]

    def draw(self, canvas: Canvas, lines: Sequence[str], y: float, height: float) -> None:
        y += (height - canvas.leading * len(lines)) / 2
        for line in lines:
            canvas.text((self.width, y + BASELINE * canvas.leading), line, canvas.size, anchor=Anchor.END)
            y += canvas.leading


def _thresholds(
    canvas: Canvas,
    chart: BarChart,
    left: float,
    per_unit: float,
    y: float,
    width: float,
    digits: Digits,
) -> tuple[list[tuple[float, float]], float]:
    """Each name over its line; one that would touch its neighbour stands higher. Returns the lines and their end."""
    size = canvas.size * 0.9
    ends: list[float] = []
    placed: list[tuple[float, float, int, str]] = []
    for threshold in sorted(chart.thresholds, key=lambda each: -each.value):
        text = threshold_text(threshold, digits)
        half = canvas.text_width(text, size) / 2
        line = left + per_unit * min(max(threshold.value, 0.0), chart.maximum)
        x = min(max(line, half), width - half)
        row = next((number for number, end in enumerate(ends) if x + half < end), len(ends))
        ends[row : row + 1] = [x - half - size * 0.6]
        placed.append((line, x, row, text))
    bottom = y + canvas.leading * len(ends)
    lines = []
    for line, x, row, text in placed:
        under = bottom - canvas.leading * row
        canvas.text((x, under - (1 - BASELINE) * canvas.leading), text, size, anchor=Anchor.MIDDLE, tone=MUTED)
        lines.append((line, under))
    return lines, bottom + canvas.leading * 0.2 * bool(ends)
