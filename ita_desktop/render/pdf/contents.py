"""The contents: every heading with its page. Pages are known only when all is dealt out, so the numbers come last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.papers.blocks import Align, Block, Contents, Heading
from ita_desktop.render.pdf.form import BODY, HEADINGS, MM
from ita_desktop.render.pdf.heads import Leader
from ita_desktop.render.pdf.lines import ASCENT, Line
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab, stacked

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

_ROOM_FOR_NUMBER = 14 * MM
_INDENT = 8 * MM
_AROUND_DOTS = 1.5 * MM
_AFTER_TITLE = 10.0


class Entry(NamedTuple):
    key: str
    level: int
    title: str


def entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Every heading of a paper, under the key by which links find it."""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            yield Entry(f"heading-{number}", block.level, f"{block.number} {block.text}".strip())


@dataclass(frozen=True, slots=True)
class EntryLine:
    """The last line of an entry, with dots and the page's number; a click leads there."""

    line: Line
    key: str
    width: float
    setting: Setting
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        self.line.draw(sheet, x, y)
        number = self.setting.line(self.setting.number(sheet.page_of[self.key]), BODY)
        number.draw(sheet, x + self.width - number.width, y)
        start = self.line.width + _AROUND_DOTS
        dots = Leader(self.width - number.width - _AROUND_DOTS - start)
        dots.draw(sheet, x + start, y + ASCENT * BODY.size - 2)
        sheet.link_to(self.key, x, y, self.width, self.line.height)


def contents(block: Contents, found: Sequence[Entry], setting: Setting) -> list[Slab]:
    title = setting.lines(block.title, HEADINGS[1], setting.width, align=Align.CENTER)
    slabs = [replace(slab, sticks=True) for slab in stacked(title)]
    before = _AFTER_TITLE
    for entry in found:
        if entry.level <= block.levels:
            indent = _INDENT * (entry.level - 1)
            width = setting.width - indent
            lines = setting.lines(entry.title, BODY, width - _ROOM_FOR_NUMBER)
            *above, last = stacked(lines, x=indent, before=before)
            if isinstance(last.content, Line):
                last = replace(last, content=EntryLine(last.content, entry.key, width, setting))
            slabs += [*above, last]
            before = 0.0
    return slabs
