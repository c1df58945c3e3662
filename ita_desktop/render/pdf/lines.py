"""A line of text as it stands on the page: words in their styles, and how far it is stretched to be flush."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.render.pdf.typeface import Word

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

ASCENT = 0.844
LINE_HEIGHT = 1.301
"""TH Sarabun New's own, in ems: the room that its highest and lowest marks need. 16 pt makes 20.8 pt a line."""

_MOST_PER_SPACE = 0.2
_MOST_PER_CLUSTER = 0.06
_MOST_PER_SPACE_IN_NEED = 0.8
"""Ems. First the spaces grow; then the letters stand apart a little, as Thai print does; a line that would still be
short gets wider spaces up to a limit, and beyond it stays short: rather ragged than torn."""


@dataclass(frozen=True, slots=True)
class Span:
    words: tuple[Word, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    spans: tuple[Span, ...]
    size: float
    width: float
    """Its natural width."""
    indent: float = 0.0
    per_space: float = 0.0
    per_cluster: float = 0.0

    @property
    def height(self) -> float:
        return self.size * LINE_HEIGHT

    @property
    def opening(self) -> str:
        return "".join(word.text for span in self.spans for word in span.words)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.text(self, x + self.indent, y + ASCENT * self.size)


def stretch(spans: tuple[Span, ...], size: float, room: float) -> tuple[float, float]:
    """What to add to each space and each cluster so that a line fills its room."""
    spaces = sum(word.is_space for span in spans for word in span.words)
    clusters = sum(len(word.pieces) for span in spans for word in span.words) - 1
    per_space = min(room / spaces, _MOST_PER_SPACE * size) if spaces else 0.0
    room -= per_space * spaces
    per_cluster = min(room / clusters, _MOST_PER_CLUSTER * size) if clusters > 0 else 0.0
    room -= per_cluster * clusters
    if spaces and room > 0:
        per_space += min(room / spaces, (_MOST_PER_SPACE_IN_NEED - _MOST_PER_SPACE) * size)
    return per_space, per_cluster
