"""Headings, paragraphs and lists, on the page and inside cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Align, Heading, Listing, Paragraph, Run, Text
from ita_desktop.render.pdf.form import BODY, BODY_BOLD, HEADINGS, MM, PARAGRAPH_INDENT, PART_GAP, Look
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab, stacked

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

_BEFORE_HEADING = {1: 14.0, 2: 10.0}
GAP_AFTER_MARK = 1.2 * MM


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """The first line of an item, with its number or dash before it."""

    mark: Line
    line: Line
    hang: float

    @property
    def opening(self) -> str:
        return f"{self.mark.opening} {self.line.opening}"

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        self.mark.draw(sheet, x - self.hang, y)
        self.line.draw(sheet, x, y)


def heading(block: Heading, setting: Setting, key: str) -> list[Slab]:
    look = HEADINGS.get(block.level, BODY_BOLD)
    if block.align is Align.LEFT:
        slabs = _hanging(block.number, block.text, look, setting, setting.width, Align.LEFT)
    else:
        whole = f"{block.number} {block.text}".strip()
        slabs = stacked(setting.lines(whole, look, setting.width, align=block.align))
    before = _BEFORE_HEADING.get(block.level, PART_GAP)
    return [
        replace(slab, sticks=True, key="" if number else key, before=0.0 if number else before)
        for number, slab in enumerate(slabs)
    ]


def paragraph(block: Paragraph, setting: Setting, *, sticks: bool) -> list[Slab]:
    first = PARAGRAPH_INDENT if block.indent else 0.0
    lines = setting.lines(block.text, BODY, setting.width, first=first, align=block.align)
    before = max(block.space_before * MM, PART_GAP if block.indent else 0.0)
    return stacked(lines, before=before, sticks=sticks or block.keep_with_next)


def listing(block: Listing, setting: Setting, *, sticks: bool) -> list[Slab]:
    """Official papers begin an item as far in as a paragraph, and let its lines run back to the margin."""
    slabs: list[Slab] = []
    for mark, item in _marked_items(block, setting):
        text = (Run(f"{mark} "), *((Run(item),) if isinstance(item, str) else item))
        slabs += stacked(setting.lines(text, BODY, setting.width, first=block.indent * MM, align=Align.JUSTIFY))
    return [*slabs[:-1], *(replace(slab, sticks=sticks) for slab in slabs[-1:])]


def in_cell(
    content: Text | tuple[Paragraph | Listing, ...], look: Look, setting: Setting, width: float, align: Align
) -> list[Slab]:
    """What stands in a cell: no indents, and ragged at the right, for narrow columns made flush would be torn apart."""
    if isinstance(content, str):
        return stacked(setting.lines(content, look, width, align=align)) if content else []
    slabs = stacked(setting.lines(runs, look, width, align=align)) if (runs := _runs_in(content)) else []
    for part in content:
        if isinstance(part, Paragraph):
            own = align if part.align is Align.JUSTIFY else part.align
            slabs += stacked(setting.lines(part.text, look, width, align=own))
        elif isinstance(part, Listing):
            for mark, item in _marked_items(part, setting):
                slabs += _hanging(mark, item, look, setting, width, Align.LEFT)
    return slabs


def _runs_in(content: tuple[Run | Paragraph | Listing, ...]) -> tuple[Run, ...]:
    return tuple(part for part in content if isinstance(part, Run))


def _marked_items(block: Listing, setting: Setting) -> Iterator[tuple[str, Text]]:
    for number, item in enumerate(block.items, start=1):
        yield block.marker or f"{setting.number(number)}.", item


def _hanging(mark: str, text: Text, look: Look, setting: Setting, width: float, align: Align) -> list[Slab]:
    """A number or dash, and the text hanging beside it."""
    if not mark:
        return stacked(setting.lines(text, look, width, align=align))
    label = setting.line(mark, look)
    hang = min(label.width + GAP_AFTER_MARK, width / 2)
    lines = setting.lines(text, look, width - hang, align=align)
    first, *more = stacked(lines, x=hang)
    return [replace(first, content=MarkedLine(label, lines[0], hang)), *more]
