"""Gains to the right and losses to the left of a middle line."""

from __future__ import annotations

from ita_desktop.papers.charts import ChangeChart
from ita_desktop.render.charts.bars import Labels
from ita_desktop.render.charts.canvas import INK, MUTED, Anchor, Canvas, box
from ita_desktop.render.charts.parts import BASELINE, NOT_KNOWN, number, title
from ita_desktop.thai.digits import Digits

_BAR = 0.6


def draw(chart: ChangeChart, canvas: Canvas, width: float, height: float | None, digits: Digits) -> float:
    labels = Labels(canvas, [bar.label for bar in chart.bars], width)
    ends = [NOT_KNOWN if bar.value is None else number(bar.value, digits, signed=True) for bar in chart.bars]
    ends = [f"{end}  {bar.note}".strip() for end, bar in zip(ends, chart.bars, strict=True)]
    values = [bar.value for bar in chart.bars if bar.value is not None]
    beside = max((canvas.text_width(end, canvas.size) for end in ends), default=0.0) + canvas.size * 0.7
    left = labels.width + canvas.size * 0.6
    gain, loss = max([0.0, *values]), -min([0.0, *values])
    room = max(width - left - beside * (1 + (loss > 0)), width * 0.1)
    per_unit = room / ((gain + loss) or 1.0)
    middle = left + (beside if loss else 0.0) + per_unit * loss

    y = top = title(canvas, chart.title, width)
    spare = 0.0
    if height is not None and chart.bars:
        spare = max(0.0, (height - y - sum(labels.heights)) / len(chart.bars))
    for bar, end, lines, row in zip(chart.bars, ends, labels.lines, labels.heights, strict=True):
        row += spare
        labels.draw(canvas, lines, y, row)
        length, thick = per_unit * (bar.value or 0.0), _BAR * canvas.leading
        if length:
            canvas.area(box(middle, y + (row - thick) / 2, length, thick), tone=bar.tone)
        baseline = y + row / 2 + (BASELINE - 0.5) * canvas.leading
        side = -1 if length < 0 else 1
        canvas.text(
            (middle + length + side * canvas.size * 0.35, baseline),
            end,
            canvas.size,
            anchor=Anchor.END if length < 0 else Anchor.START,
            tone=MUTED if bar.value is None else INK,
        )
        y += row
    canvas.line(((middle, top), (middle, y)), tone=INK, width=0.8)
    return y
