"""Charts as lines and letters, photographs, and the words under them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Align, Figure, Picture
from ita_desktop.papers.charts import Chart
from ita_desktop.render import charts
from ita_desktop.render.charts import Anchor, Point
from ita_desktop.render.pdf.form import BODY, MM, PART_GAP, Look
from ita_desktop.render.pdf.lines import LINE_HEIGHT, Line
from ita_desktop.render.pdf.pictures import ready, unreadable
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Drawable, Shrunk, Slab, height_of, stacked

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

PALETTE: Mapping[str, str] = {
    "ink": "#000000",
    "muted": "#5B6773",
    "line": "#C3CAD1",
    "pale": "#DCECEC",
    "ground": "#FFFFFF",
    "accent": "#0F6B6B",
    "good": "#1B7F4B",
    "warn": "#9A6700",
    "bad": "#B42318",
}
"""The window's colours by day, with lines that a printer shows."""
_CHART_LETTERS = 13.0
_OVER_CAPTION = 3.0
_MOST_HEIGHT = 0.85
"""Of the text block: a heading has room above it, and the caption below."""
_LEAST_HEIGHT = 60.0


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart's strokes, ready to be repeated on the page where it comes to stand."""

    strokes: tuple[Callable[[Sheet, float, float], None], ...]
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for stroke in self.strokes:
            stroke(sheet, x, y)


class PaperCanvas:
    """The charts' canvas on paper. It keeps the strokes: where the chart stands is known only later."""

    def __init__(self, setting: Setting) -> None:
        self.size = _CHART_LETTERS
        self.leading = _CHART_LETTERS * LINE_HEIGHT
        self.strokes: list[Callable[[Sheet, float, float], None]] = []
        self._setting = setting

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        return self._line(text, size, bold=bold).width

    def text(
        self,
        at: Point,
        text: str,
        size: float,
        *,
        anchor: Anchor = Anchor.START,
        bold: bool = False,
        tone: str = "ink",
    ) -> None:
        line = self._line(text, size, bold=bold)
        back = {Anchor.START: 0.0, Anchor.MIDDLE: line.width / 2, Anchor.END: line.width}[anchor]
        self.strokes.append(lambda sheet, x, y: sheet.text(line, x + at[0] - back, y + at[1], color=PALETTE[tone]))

    def line(self, points: Sequence[Point], *, tone: str = "line", width: float = 0.6, dashed: bool = False) -> None:
        dash = "[3 2.2] 0 d" if dashed else ""
        self.strokes.append(lambda sheet, x, y: sheet.rule(_moved(points, x, y), width, color=PALETTE[tone], dash=dash))

    def area(self, points: Sequence[Point], *, tone: str) -> None:
        self.strokes.append(lambda sheet, x, y: sheet.area(_moved(points, x, y), PALETTE[tone]))

    def _line(self, text: str, size: float, *, bold: bool) -> Line:
        return self._setting.line(text, Look(size, bold))


def _moved(points: Sequence[Point], x: float, y: float) -> list[Point]:
    return [(x + right, y + down) for right, down in points]


def figure(block: Figure, setting: Setting, *, sticks: bool) -> list[Slab]:
    caption = setting.lines(block.caption, BODY, setting.width, align=Align.CENTER) if block.caption else ()
    under = [replace(slab, sticks=True) for slab in stacked(caption, before=_OVER_CAPTION)]
    under[-1:] = [replace(slab, sticks=sticks) for slab in under[-1:]]
    most = max(_MOST_HEIGHT * setting.leaf.text_height - height_of(under), _LEAST_HEIGHT)
    width = min(block.width * MM, setting.width)
    asked = min(block.height * MM, most) if block.height else None
    if isinstance(block.content, Picture):
        content, width, height = _picture(block.content, width, asked or most, setting)
    else:
        content, height = drawn_chart(block.content, width, asked, setting)
        if height > most:
            content, width, height = Shrunk(content, most / height), width * most / height, most
    x = (setting.width - width) / 2
    return [Slab(content=content, height=height, x=x, before=PART_GAP, sticks=bool(under) or sticks), *under]


def _picture(picture: Picture, width: float, most: float, setting: Setting) -> tuple[Drawable, float, float]:
    shown = ready(picture, width, most)
    if shown:
        return shown, shown.width, shown.height
    frame = unreadable(picture, width, min(most, width * 0.6), setting)
    return frame, frame.width, frame.height


def drawn_chart(chart: Chart, width: float, height: float | None, setting: Setting) -> tuple[Drawable, float]:
    """In less room than its names need it is drawn with enough, and the whole made smaller."""
    canvas = PaperCanvas(setting)
    smaller = min(1.0, width / (charts.least_width(chart, canvas.size) or width))
    used = charts.draw(chart, canvas, width / smaller, height=height and height / smaller, digits=setting.digits)
    drawn = DrawnChart(tuple(canvas.strokes))
    return (drawn if smaller == 1.0 else Shrunk(drawn, smaller)), used * smaller
