"""Pages of another PDF inside ours, such as a signed order in the appendix.

While our pages are made, each of theirs has an empty page of its size in its place; at the end the real pages take the
places. A file that cannot be read leaves one page that says so.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Align, InsertedPages
from ita_desktop.pdfium import pdfium
from ita_desktop.render.pdf.form import BODY, Leaf
from ita_desktop.render.pdf.pages import Page
from ita_desktop.render.pdf.pictures import EmptyFrame
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Item, Slab, Turn

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

_SECOND_ID = re.compile(rb"(/ID\[)<([0-9A-F]+)><[0-9A-F]+>(?=\]>>\s+startxref)")
"""pdfium gives each saving a number by chance; the same paper shall be the same file."""


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """Keeps the place of one page of another PDF."""

    source: InsertedPages
    number: int
    instead: EmptyFrame
    """Seen only if the page cannot be put here."""
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        self.instead.draw(sheet, x, y)


def inserted(block: InsertedPages, setting: Setting) -> list[Item]:
    said = setting.lines(f"แทรกหน้าจากไฟล์นี้ไม่ได้ {block.name}".strip(), BODY, setting.width, align=Align.CENTER)
    items: list[Item] = []
    sizes = _sizes(block)
    for number, (width, height) in enumerate(sizes):
        items.append(Turn(Leaf(width, height, left=0, right=0, top=0, bottom=0)))
        page = ForeignPage(block, number, EmptyFrame(width, height, said))
        items.append(Slab(content=page, height=height, alone=True))
    if not sizes:
        frame = EmptyFrame(setting.width, setting.leaf.text_height, said)
        items += [Turn(setting.leaf), Slab(content=frame, height=frame.height)]
    return [*items, Turn(setting.leaf)]


def _sizes(block: InsertedPages) -> list[tuple[float, float]]:
    """Width and height of each page as it is seen; empty if the file is no PDF or is locked."""
    with pdfium() as library:
        try:
            with library.PdfDocument(block.data) as document:
                return [document.get_page_size(number) for number in range(len(document))]
        except library.PdfiumError:
            logging.getLogger(__name__).info("A PDF to be inserted cannot be read", exc_info=True)
            return []


def with_foreign_pages(file: bytes, pages: Sequence[Page]) -> bytes:
    """The finished file with the real pages in their places."""
    places = [
        (number, slab.content)
        for number, page in enumerate(pages)
        for slab, _, _ in page.placed
        if isinstance(slab.content, ForeignPage)
    ]
    if not places:
        return file
    with pdfium() as library, library.PdfDocument(file) as ours:
        for number, foreign in places:
            try:
                with library.PdfDocument(foreign.source.data) as theirs:
                    ours.import_pages(theirs, [foreign.number], number)
                ours.del_page(number + 1)
            except library.PdfiumError:
                logging.getLogger(__name__).info("A page of another PDF cannot be put in", exc_info=True)
        done = io.BytesIO()
        ours.save(done)
    return _SECOND_ID.sub(rb"\1<\2><\2>", done.getvalue())
