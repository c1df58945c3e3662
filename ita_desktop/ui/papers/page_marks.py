"""What lies over the pages: words that were found or drawn over, and where the text that is written stands.

Paper is white whatever the theme, so marks are always in the colours of the light one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ita_desktop.ui.colours import LIGHT
from ita_desktop.ui.papers.page_words import Landing, PageWords
from ita_desktop.ui.papers.sheets import Sheet

_FOUND, _CURRENT, _SELECTED = 60, 150, 70
"""How much of the colour lies over the letters, of 255."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were looked for, on a page."""

    page: int
    start: int
    end: int


class PageMarks:
    def __init__(self) -> None:
        self.words: dict[int, PageWords] = {}
        """Of the pages that were read so far."""
        self.landing: Landing | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self._selected: Hit | None = None

    def begin_anew(self, *, same: bool) -> None:
        """The paper was made anew, or is another one: its letters are others."""
        self.words.clear()
        self._hits, self._hit, self._selected = (), None, None
        if not same:
            self.landing = None

    # Found

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        self._hits, self._hit = tuple(hits), current

    def place_of(self, hit: Hit) -> Landing | None:
        words = self.words.get(hit.page)
        rects = words.rects(hit.start, hit.end) if words else ()
        return Landing(hit.page, rects[0].top(), rects[-1].bottom()) if rects else None

    # Selected

    @property
    def has_selection(self) -> bool:
        return self._selected is not None

    def select_nothing(self) -> None:
        self._selected = None

    def select_page(self, page: int) -> None:
        if page in self.words:
            self._selected = Hit(page, 0, len(self.words[page].text))

    def select(self, page: int, begun: QPointF, now: QPointF) -> None:
        """From the letter under one place to the letter under the other, both in points of the page."""
        words = self.words.get(page)
        if words is not None and words.text:
            first, last = sorted((words.nearest(begun), words.nearest(now)))
            self._selected = Hit(page, first, last + 1)

    def selected_text(self) -> str:
        if self._selected is None or self._selected.page not in self.words:
            return ""
        return self.words[self._selected.page].copied(self._selected.start, self._selected.end)

    # Painted

    def paint(self, painter: QPainter, page: int, sheet: Sheet) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.landing is not None and self.landing.page == page:
            bar = sheet.on_desk(QRectF(0, self.landing.top, 1, self.landing.bottom - self.landing.top))
            painter.setBrush(QColor(LIGHT.accent))
            painter.drawRoundedRect(QRectF(sheet.rect.left() + 6, bar.top() - 2, 4, bar.height() + 4), 2, 2)
        if page not in self.words:
            return
        for hit in self._hits:
            if hit.page == page:
                self._paint(painter, sheet, hit, LIGHT.warn, _CURRENT if hit == self._hit else _FOUND)
        if self._selected is not None and self._selected.page == page:
            self._paint(painter, sheet, self._selected, LIGHT.accent, _SELECTED)

    def _paint(self, painter: QPainter, sheet: Sheet, hit: Hit, colour: str, strength: int) -> None:
        tint = QColor(colour)
        tint.setAlpha(strength)
        painter.setBrush(tint)
        for rect in self.words[hit.page].rects(hit.start, hit.end):
            painter.drawRect(sheet.on_desk(rect))
