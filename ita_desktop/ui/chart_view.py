"""Charts on screen: the same drawing as on paper, by QPainter, in the window's colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPicture,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ita_desktop.papers.charts import Chart
from ita_desktop.render import charts
from ita_desktop.render.charts.canvas import GROUND, INK, LINE, PALE, Anchor, Point
from ita_desktop.ui import icons
from ita_desktop.ui.colours import LIGHT, Colours, mix
from ita_desktop.ui.theme import FAMILY, PANEL, colours, theme

_LETTERS = 13.0
"""Of a chart's ordinary letters, in pixels."""
_PICTURE = QSize(1200, 800)
"""Of a copied picture: a third of a page's width is still sharp with it."""


class QtCanvas:
    """The strokes of `render.charts` on a painter; one unit is one logical pixel."""

    def __init__(self, painter: QPainter, colours: Colours, size: float) -> None:
        self.size = size
        self.leading = size * 1.55
        self._painter = painter
        self._colours = colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        return QFontMetricsF(_font(size, bold=bold)).horizontalAdvance(text)

    def text(
        self,
        at: Point,
        text: str,
        size: float,
        *,
        anchor: Anchor = Anchor.START,
        bold: bool = False,
        tone: str = INK,
    ) -> None:
        width = self.text_width(text, size, bold=bold)
        left = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[anchor]
        self._painter.setFont(_font(size, bold=bold))
        self._painter.setPen(self._colour(tone))
        self._painter.drawText(QPointF(at[0] - left, at[1]), text)

    def line(self, points: Sequence[Point], *, tone: str = LINE, width: float = 0.6, dashed: bool = False) -> None:
        pen = QPen(self._colour(tone), width * 1.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([4, 3])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def area(self, points: Sequence[Point], *, tone: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(tone))
        self._painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def _colour(self, tone: str) -> QColor:
        if tone == LINE:
            return QColor(self._colours.line)
        if tone == GROUND:
            return QColor(self._colours.surface)
        if tone == PALE:
            return QColor(mix(self._colours.accent, self._colours.surface, 0.16))
        return QColor(self._colours.tone(tone))


def _font(size: float, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(size)))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class ChartView(QWidget):
    """One chart, as large as there is room; whole, also where the room is small."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction("คัดลอกเป็นรูปภาพ", self)
        copy.triggered.connect(self.copy_picture)
        icons.give(copy, "copy-picture")
        self.addAction(copy)
        theme().changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self.setAccessibleName(f"กราฟ {chart.title}")
        self.update()

    def picture(self) -> QImage:
        """On white, in the light colours, whatever the window looks like: it goes into a document."""
        image = QImage(_PICTURE * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2.0)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.translate(PANEL, PANEL)
        self._draw(painter, _PICTURE.width() - 2 * PANEL, _PICTURE.height() - 2 * PANEL, LIGHT, _LETTERS * 1.6)
        painter.end()
        return image

    def copy_picture(self) -> None:
        if self._chart is not None:
            QGuiApplication.clipboard().setImage(self.picture())

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter, self.width(), self.height(), colours(), _LETTERS * theme().zoom)
        painter.end()

    def _draw(self, painter: QPainter, width: float, height: float, colours: Colours, size: float) -> None:
        if self._chart is None or width < 40 or height < 40:
            return
        least = charts.least_width(self._chart, size)
        if least > width:
            narrow = width / least
            painter.scale(narrow, narrow)
            width, height = least, height / narrow
        needed = self._height_needed(width, height, colours, size)
        if needed > height:
            shrink = height / needed
            painter.scale(shrink, shrink)
            width, height = width / shrink, needed
        charts.draw(self._chart, QtCanvas(painter, colours, size), width, height=height)

    def _height_needed(self, width: float, height: float, colours: Colours, size: float) -> float:
        assert self._chart is not None
        rehearsal = QPicture()
        painter = QPainter(rehearsal)
        needed = charts.draw(self._chart, QtCanvas(painter, colours, size), width, height=height)
        painter.end()
        return needed
