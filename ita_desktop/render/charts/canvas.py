"""The little that a chart asks of whoever draws it: four strokes, on paper (ReportLab) and on screen (QPainter).

The origin is the upper left corner, y runs down, lengths are points. Colours are named by what they mean; the palette
belongs to the one who draws.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from ita_desktop.thai.words import lines

Point = tuple[float, float]

INK, MUTED, LINE, PALE, GROUND = "ink", "muted", "line", "pale", "ground"
"""Beside the tones of bars and series: letters, quiet letters, thin lines, the soft filling of a profile, the paper."""


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


class Canvas(Protocol):
    size: float
    """Of ordinary letters; charts set everything in relation to it."""
    leading: float
    """The height of a line of them."""

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float: ...

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
        """`at` is on the baseline."""

    def line(self, points: Sequence[Point], *, tone: str = LINE, width: float = 0.6, dashed: bool = False) -> None: ...

    def area(self, points: Sequence[Point], *, tone: str) -> None:
        """A filled polygon without a border."""


def wrapped(canvas: Canvas, text: str, size: float, width: float) -> list[str]:
    """The lines of a label, whole, broken between words."""
    return lines(" ".join(text.split()), lambda part: canvas.text_width(part, size), width)


def box(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def marker(kind: int, at: Point, radius: float) -> tuple[Point, ...]:
    """A dot, a square, a triangle: lines are told apart without their colours too, for many printers have none."""
    x, y = at
    corners, turned = ((16, 0.0), (4, math.pi / 4), (3, -math.pi / 2))[kind % 3]
    reach = radius * (1.0, 1.25, 1.4)[kind % 3]
    turns = [turned + math.tau * corner / corners for corner in range(corners)]
    return tuple((x + reach * math.cos(turn), y + reach * math.sin(turn)) for turn in turns)
