"""Where each page lies on the desk: one under the other, in pixels, for a zoom and the room there is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF

REAL = 96 / 72
"""Pixels a point at 100 %."""
SMALLEST, LARGEST = 0.25, 5.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0)
MARGIN = 16.0
GAP = 12.0


class Fit(Enum):
    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float


@dataclass(frozen=True, slots=True)
class Sheet:
    rect: QRectF
    scale: float
    """Pixels a point."""

    def on_desk(self, inside: QRectF) -> QRectF:
        """A place of the page, given in points."""
        k = self.scale
        corner = self.rect.topLeft() + inside.topLeft() * k
        return QRectF(corner, QSizeF(inside.width() * k, inside.height() * k))

    def inside(self, place: QPointF) -> QPointF:
        """The point of the page that lies at this place."""
        return (place - self.rect.topLeft()) / self.scale


@dataclass(frozen=True, slots=True)
class Sheets:
    sheets: tuple[Sheet, ...] = ()
    width: float = 0.0
    height: float = 0.0

    def at(self, y: float) -> int:
        """The page at this height, or the nearest one above."""
        return max(0, bisect_right([sheet.rect.top() - GAP for sheet in self.sheets], y) - 1)

    def between(self, top: float, bottom: float) -> tuple[int, ...]:
        return tuple(
            number
            for number, sheet in enumerate(self.sheets)
            if sheet.rect.bottom() > top and sheet.rect.top() < bottom
        )


def lay_out(sizes: Sequence[tuple[float, float]], room: QSizeF, zoom: Zoom) -> Sheets:
    scales = [_scale(size, room, zoom) for size in sizes]
    widest = max((size[0] * scale for size, scale in zip(sizes, scales, strict=True)), default=0.0)
    across = max(room.width(), widest + 2 * MARGIN)
    sheets: list[Sheet] = []
    y = MARGIN
    for (width, height), scale in zip(sizes, scales, strict=True):
        wide, high = round(width * scale), round(height * scale)
        sheets.append(Sheet(QRectF(round((across - wide) / 2), y, wide, high), scale))
        y += high + GAP
    return Sheets(tuple(sheets), across, y - GAP + MARGIN)


def _scale(size: tuple[float, float], room: QSizeF, zoom: Zoom) -> float:
    """Each page fits by itself: a wide table takes the same room across as the text around it."""
    if isinstance(zoom, float):
        return zoom * REAL
    wide = (room.width() - 2 * MARGIN) / size[0]
    high = (room.height() - 2 * MARGIN) / size[1]
    scale = wide if zoom is Fit.WIDTH else min(wide, high)
    return min(max(scale, SMALLEST * REAL), LARGEST * REAL)
