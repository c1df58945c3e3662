"""The official form in figures: paper, margins, sizes of letters. Lengths inside this room are points, y runs down."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.papers.blocks import Orientation

MM = 72 / 25.4

PARAGRAPH_INDENT = 25 * MM
PART_GAP = 6.0
"""Points above a part of a paper, as the regulation's "before 6 pt"."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text looks. The size is that of TH Sarabun New, whatever font lends a letter."""

    size: float = 16.0
    bold: bool = False
    italic: bool = False


BODY = Look()
BODY_BOLD = Look(bold=True)
CELL = Look(14)
CELL_HEAD = Look(14, bold=True)
HEADINGS = {1: Look(20, bold=True), 2: Look(18, bold=True)}
"""Deeper headings are set as bold body text."""
MEMO_TITLE = Look(29, bold=True)
MEMO_LABEL = Look(20, bold=True)
COVER_LINES = Look(28, bold=True)
COVER_OFFICE = Look(24, bold=True)
COVER_FOOT = Look(18)
SIGNATURE = Look(13)
"""A digital one, in the room for the hand."""
STAMP = Look(240, bold=True)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page's paper and the text block on it."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


PORTRAIT = Leaf(210 * MM, 297 * MM, left=30 * MM, right=20 * MM, top=25 * MM, bottom=20 * MM)
LANDSCAPE = Leaf(297 * MM, 210 * MM, left=20 * MM, right=20 * MM, top=30 * MM, bottom=18 * MM)
"""Bound into a report, a landscape page has its binding at the top."""

LEAVES = {Orientation.PORTRAIT: PORTRAIT, Orientation.LANDSCAPE: LANDSCAPE}

EMBLEM_TOP = 15 * MM
"""The emblem of a memo, an order or an announcement begins above the text block, this far from the paper's edge."""
PAGE_NUMBER_BASELINE = 16.5 * MM
CATCHWORD_BASELINE = 13 * MM
"""From the lower edge."""
