"""What the text block is built of: slabs stacked from the top, each drawn whole on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ita_desktop.render.pdf.form import Leaf
from ita_desktop.render.pdf.lines import Line

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet


class Drawable(Protocol):
    @property
    def opening(self) -> str:
        """Its first words, which a catchword at the foot of the page before repeats."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """x and y are its upper left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slab:
    """A strip of the page that is never cut: a line of text, a figure, a row of signatures."""

    content: Drawable | None
    height: float
    x: float = 0.0
    before: float = 0.0
    """Room above it, but not at the top of a page."""
    sticks: bool = False
    """Stands on the same page as what follows."""
    rise: float = 0.0
    """At the top of a page it begins this much above the text block, as emblems do."""
    key: str = ""
    """The place that contents and outline lead to."""
    alone: bool = False
    """Fills its page, which shows no number: a cover, a page of another PDF."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """What would run off its page, made small enough to stand on it."""

    content: Drawable
    factor: float

    @property
    def opening(self) -> str:
        return self.content.opening

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        with sheet.shrunk(x, y, self.factor):
            self.content.draw(sheet, x, y)


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page, perhaps on other paper."""

    leaf: Leaf


class Splitting(Protocol):
    """What may go on over several pages: a table. It hands out slabs, one a page, until it is finished."""

    before: float
    sticks: bool
    finished: bool

    def least(self, full: float) -> float:
        """The height it needs to begin on a page with something above it."""

    def take(self, room: float, full: float, *, at_top: bool, tail: float) -> Slab | None:
        """What fits into the room; None = rather on the next page. `tail` is the height of what sticks to its end."""


Item = Slab | Splitting | Turn


def stacked(lines: Sequence[Line], *, x: float = 0.0, before: float = 0.0, sticks: bool = False) -> list[Slab]:
    """A paragraph's lines as slabs: neither its first nor its last line is left alone on a page."""
    last = len(lines) - 1
    return [
        Slab(
            content=line,
            height=line.height,
            x=x,
            before=before if number == 0 else 0.0,
            sticks=sticks if number == last else number in (0, last - 1),
        )
        for number, line in enumerate(lines)
    ]


def gap(height: float, *, sticks: bool) -> Slab:
    """Room between two blocks, dropped at the top of a page."""
    return Slab(content=None, height=0.0, before=height, sticks=sticks)


def height_of(slabs: Sequence[Slab]) -> float:
    """Of a stack at the top of its place, where the room above the first is dropped."""
    return sum(slab.before + slab.height for slab in slabs) - (slabs[0].before if slabs else 0.0)
