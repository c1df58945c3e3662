"""What several charts share: numbers as papers print them, titles, names of series, thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from ita_desktop.domain.scoring import half_up, score_text, signed_text
from ita_desktop.papers.charts import Series, Threshold
from ita_desktop.render.charts.canvas import MUTED, Anchor, Canvas, Point, marker, wrapped
from ita_desktop.thai.digits import Digits, in_digits

NOT_KNOWN = "ไม่มีข้อมูล"
STROKE = 1.4
POINT = 0.22
"""The radius of a marked value, in letters' sizes."""
BASELINE = 0.72
"""Of a line's height: where letters stand in it."""


def number(value: float, digits: Digits, *, signed: bool = False) -> str:
    """Two decimals, half up, as scores are written everywhere."""
    known = half_up(Decimal(repr(value))) or Decimal(0)
    return in_digits(signed_text(known) if signed else score_text(known), digits)


def threshold_text(threshold: Threshold, digits: Digits) -> str:
    value = in_digits(f"{threshold.value:g}", digits)
    return threshold.label if value in threshold.label else f"{threshold.label} {value}".strip()


def title(canvas: Canvas, text: str, width: float) -> float:
    """The chart's name over it. Returns where the drawing begins."""
    if not text:
        return 0.0
    size = canvas.size * 1.1
    y = 0.0
    for line in wrapped(canvas, text, size, width):
        canvas.text((width / 2, y + BASELINE * canvas.leading * 1.1), line, size, anchor=Anchor.MIDDLE, bold=True)
        y += canvas.leading * 1.1
    return y + canvas.leading * 0.3


def legend_height(canvas: Canvas, series: Sequence[Series], width: float) -> float:
    """With the air over it; one line needs no legend."""
    return canvas.leading * (len(_legend_rows(canvas, series, width)) + 0.3) if len(series) > 1 else 0.0


def legend(canvas: Canvas, series: Sequence[Series], y: float, width: float) -> None:
    """Which line is whose, centred under the drawing."""
    mark, apart = canvas.size * _MARK, canvas.size * _APART
    widths = _legend_widths(canvas, series)
    for row in _legend_rows(canvas, series, width):
        x = (width - sum(widths[i] for i in row) - apart * (len(row) - 1)) / 2
        for index in row:
            middle = y + canvas.leading / 2
            tone = series[index].tone
            canvas.line(((x, middle), (x + mark, middle)), tone=tone, width=STROKE, dashed=tone == MUTED)
            canvas.area(marker(index, (x + mark / 2, middle), mark * POINT), tone=tone)
            canvas.text((x + mark * 1.4, y + BASELINE * canvas.leading), series[index].name, canvas.size)
            x += widths[index] + apart
        y += canvas.leading


_MARK, _APART = 1.6, 1.8
"""Of a legend, in letters' sizes."""


def _legend_widths(canvas: Canvas, series: Sequence[Series]) -> list[float]:
    return [canvas.size * _MARK * 1.4 + canvas.text_width(each.name, canvas.size) for each in series]


def _legend_rows(canvas: Canvas, series: Sequence[Series], width: float) -> list[list[int]]:
    apart, widths = canvas.size * _APART, _legend_widths(canvas, series)
    rows: list[list[int]] = [[]]
    for index, own in enumerate(widths):
        if rows[-1] and sum(widths[i] + apart for i in rows[-1]) + own > width:
            rows.append([])
        rows[-1].append(index)
    return rows


def stroke(canvas: Canvas, points: Sequence[Point | None], tone: str, kind: int, *, closed: bool = False) -> None:
    """A line through what is known, with a mark at each value; what is not known leaves a gap."""
    known = [point for point in points if point]
    stretches = [[point for point in run if point] for _, run in groupby(points, key=lambda point: point is None)]
    if closed and len(known) == len(points):
        stretches = [[*known, *known[:1]]]
    for stretch in stretches:
        if len(stretch) > 1:
            canvas.line(stretch, tone=tone, width=STROKE, dashed=tone == MUTED)
    dots(canvas, points, tone, kind)


def dots(canvas: Canvas, points: Sequence[Point | None], tone: str, kind: int) -> None:
    for point in points:
        if point is not None:
            canvas.area(marker(kind, point, canvas.size * POINT), tone=tone)
