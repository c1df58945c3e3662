"""Several things that make one slab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.render.pdf.lines import ASCENT, Line
from ita_desktop.render.pdf.slabs import Drawable

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet


class Part(NamedTuple):
    """Measured from the drawing's upper left corner to the part's."""

    what: Drawable
    right: float
    down: float


@dataclass(frozen=True, slots=True)
class Drawing:
    parts: tuple[Part, ...]
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for part in self.parts:
            part.what.draw(sheet, x + part.right, y + part.down)


def on_baseline(line: Line, right: float, baseline: float) -> Part:
    return Part(line, right, baseline - ASCENT * line.size)
