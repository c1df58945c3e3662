"""A whole paper as PDF: its blocks are set, dealt out to pages, and the pages drawn. Each is done once."""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ita_desktop.papers.blocks import PageNumbers, Paper
from ita_desktop.render.digits import with_digits
from ita_desktop.render.pdf.archive import describe
from ita_desktop.render.pdf.compose import compose
from ita_desktop.render.pdf.contents import entries
from ita_desktop.render.pdf.form import BODY, CATCHWORD_BASELINE, LEAVES, PAGE_NUMBER_BASELINE, STAMP, Look
from ita_desktop.render.pdf.inserted import with_foreign_pages
from ita_desktop.render.pdf.pages import Dealer, Page
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.sheet import Sheet, SigningRoom
from ita_desktop.render.pdf.typeface import typeface
from ita_desktop.thai.words import words

_STAMP_COLOR = "#E6E6E6"
_STAMP_ANGLE = 50
_STAMP_WIDTH = 0.75
"""Of the page's shorter side, at most."""
_CATCHWORD_WORDS = 4


def write(paper: Paper, fonts: Path) -> bytes:
    file, _ = write_to_sign(paper, fonts)
    return file


def write_to_sign(paper: Paper, fonts: Path) -> tuple[bytes, tuple[SigningRoom, ...]]:
    """The file, and where in it people sign."""
    paper = with_digits(paper)
    setting = Setting(typeface(fonts), paper.digits, LEAVES[paper.orientation])
    with _nothing_collected():
        pages = Dealer(setting.leaf).deal(list(compose(paper, setting.typeface)))
        file, rooms = _Painter(paper, setting, pages).file()
    return with_foreign_pages(file, pages), rooms


def heading_pages(paper: Paper, setting: Setting) -> tuple[int, ...]:
    """On which page each heading stands, for contents that are made elsewhere."""
    page_of = _page_of(Dealer(setting.leaf).deal(list(compose(paper, setting.typeface))))
    return tuple(page_of[entry.key] for entry in entries(paper.blocks))


def _page_of(pages: list[Page]) -> dict[str, int]:
    return {slab.key: number for number, page in enumerate(pages, start=1) for slab, _, _ in page.placed if slab.key}


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """All that is made lives until the file is finished: looking through it for waste would cost more on every page."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Painter:
    """Draws pages that stand fast, with what only now is known: numbers, catchwords, the pages in the contents."""

    def __init__(self, paper: Paper, setting: Setting, pages: list[Page]) -> None:
        self._paper = paper
        self._setting = setting
        self._pages = pages
        self._entries = {entry.key: entry for entry in entries(paper.blocks)}
        self._outline_level = -1
        self._sheet = Sheet(_page_of(pages))

    def file(self) -> tuple[bytes, tuple[SigningRoom, ...]]:
        describe(self._sheet.document, self._paper)
        for number, page in enumerate(self._pages, start=1):
            self._sheet.begin_page(page.leaf)
            if self._paper.stamp:
                self._stamp(page)
            self._number(number, page)
            for slab, x, y in page.placed:
                if slab.key:
                    self._mark_place(slab.key, y)
                if slab.content:
                    slab.content.draw(self._sheet, x, y)
            following = self._pages[number] if number < len(self._pages) else None
            if self._paper.catchwords and following and not following.begins_anew:
                self._catchword(page, following)
            self._sheet.end_page()
        return self._sheet.finish(), tuple(self._sheet.rooms)

    def _number(self, number: int, page: Page) -> None:
        style = self._paper.page_numbers
        if style is PageNumbers.NONE or page.is_alone or len(self._pages) == 1:
            return
        text = self._setting.number(number)
        right = page.leaf.width - page.leaf.right
        if style is PageNumbers.BOOK:
            line = self._setting.line(text, BODY)
            self._sheet.text(line, right - line.width, PAGE_NUMBER_BASELINE)
        elif number > 1:
            line = self._setting.line(f"- {text} -", BODY)
            self._sheet.text(line, (page.leaf.left + right - line.width) / 2, PAGE_NUMBER_BASELINE)

    def _mark_place(self, key: str, y: float) -> None:
        """Where contents and outline lead to. An outline may go one level down at a time, not two."""
        entry = self._entries[key]
        self._sheet.anchor(key, y)
        self._outline_level = max(0, min(entry.level - 1, self._outline_level + 1))
        self._sheet.outline(key, entry.title, self._outline_level)

    def _catchword(self, page: Page, following: Page) -> None:
        """ "/first words of the next page…", at the lower right, as official papers of several pages have."""
        opening = "".join(words(following.opening.strip())[:_CATCHWORD_WORDS]).strip()
        if not opening or page.is_alone:
            return
        line = self._setting.line(f"/{opening}...", BODY)
        right = page.leaf.width - page.leaf.right
        self._sheet.text(line, right - line.width, page.leaf.height - CATCHWORD_BASELINE)

    def _stamp(self, page: Page) -> None:
        line = self._setting.line(self._paper.stamp, STAMP)
        most = _STAMP_WIDTH * min(page.leaf.width, page.leaf.height)
        if line.width > most:
            line = self._setting.line(self._paper.stamp, Look(STAMP.size * most / line.width, STAMP.bold))
        turn = math.radians(_STAMP_ANGLE)
        back, down = line.width / 2, line.size * 0.2
        x = page.leaf.width / 2 - back * math.cos(turn) + down * math.sin(turn)
        baseline = page.leaf.height / 2 + back * math.sin(turn) + down * math.cos(turn)
        self._sheet.text(line, x, baseline, color=_STAMP_COLOR, angle=_STAMP_ANGLE)
