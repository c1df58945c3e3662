"""The words of a page and where they stand, to be searched, marked and copied.

Thai on paper is broken between any two words and written in two kinds of digits, so a search knows neither spaces nor
line ends nor kinds of digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from ctypes import byref
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ita_desktop.pdfium import pdfium
from ita_desktop.thai.digits import to_arabic

if TYPE_CHECKING:
    from ita_desktop.pdfium import PdfDocument

_UNSEEN = "\u200b\ufffe"


@dataclass(frozen=True)
class PageWords:
    serial: int
    page: int
    text: str
    boxes: tuple[QRectF, ...]
    """One for each letter, in points from the top left; empty for what is not drawn."""

    @cached_property
    def plain(self) -> tuple[str, tuple[int, ...]]:
        """What is searched through, and of which letter each of its letters is."""
        return _plain(self.text)

    def occurrences(self, wanted: str) -> Iterator[tuple[int, int]]:
        """From which letter to which (exclusive) each one goes."""
        text, places = self.plain
        needle, _ = _plain(wanted)
        at = text.find(needle) if needle else -1
        while at >= 0:
            yield places[at], places[at + len(needle) - 1] + 1
            at = text.find(needle, at + len(needle))

    def first(self, wanted: str, after: int = 0) -> tuple[int, int] | None:
        return next((span for span in self.occurrences(wanted) if span[0] >= after), None)

    def rects(self, start: int, end: int) -> tuple[QRectF, ...]:
        """The marks over these letters, one a line."""
        lines: list[QRectF] = []
        for box in self.boxes[start:end]:
            if box.isEmpty():
                continue
            if lines and _on_one_line(lines[-1], box):
                lines[-1] = lines[-1].united(box)
            else:
                lines.append(box)
        return tuple(lines)

    def nearest(self, point: QPointF) -> int:
        """The letter under a place, or the nearest one of its line."""
        best, least = 0, float("inf")
        for at, box in enumerate(self.boxes):
            if box.isEmpty():
                continue
            over = max(box.top() - point.y(), point.y() - box.bottom(), 0.0)
            beside = max(box.left() - point.x(), point.x() - box.right(), 0.0)
            away = 20 * over + beside
            if away < least:
                best, least = at, away
        return best

    def copied(self, start: int, end: int) -> str:
        """The letters as a person would paste them: lines as they stand, without what only the page needed."""
        lines = self.text[start:end].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "\n".join(line.rstrip() for line in lines)


@dataclass(frozen=True, slots=True)
class Landmark:
    """A text of an editor, by the words with which it begins on paper."""

    key: str
    words: str
    heading: bool = False
    """It is a heading of the outline."""


@dataclass(frozen=True, slots=True)
class Landing:
    page: int
    top: float
    bottom: float


def landings(pages: Mapping[int, PageWords], landmarks: Sequence[Landmark]) -> dict[str, Landing]:
    """Where each text begins. They stand on paper in the order in which they are given."""
    found: dict[str, Landing] = {}
    page, letter = 0, 0
    for landmark in landmarks:
        words = _beginning(landmark.words)
        if landmark.heading or not words:
            continue
        for number in sorted(number for number in pages if number >= page):
            span = pages[number].first(words, letter if number == page else 0)
            if span is not None:
                rects = pages[number].rects(*span)
                if rects:
                    found[landmark.key] = Landing(number, rects[0].top(), rects[-1].bottom())
                page, letter = number, span[0] + 1
                break
    return found


def _beginning(words: str) -> str:
    """Enough to be found by; the rest may stand on the next page."""
    first = next((line for line in words.splitlines() if line.strip()), "").strip()
    return first.lstrip("-–• ")[:40]


def words_of(pdf: PdfDocument, serial: int, number: int) -> PageWords:
    letters: list[str] = []
    boxes: list[QRectF] = []
    with pdfium() as library, closing(pdf[number]) as page:
        if page.get_rotation():  # a page of somebody else's; its letters lie on their side
            return PageWords(serial, number, "", ())
        high = page.get_height()
        raw = library.raw
        box = raw.FS_RECTF()
        with closing(page.get_textpage()) as words:
            for at in range(words.count_chars()):
                letters.append(chr(raw.FPDFText_GetUnicode(words, at)))
                raw.FPDFText_GetLooseCharBox(words, at, byref(box))  # as high as the line, whatever the letter
                boxes.append(QRectF(box.left, high - box.top, box.right - box.left, box.top - box.bottom))
    return PageWords(serial, number, "".join(letters), tuple(boxes))


def _on_one_line(line: QRectF, box: QRectF) -> bool:
    return min(line.bottom(), box.bottom()) - max(line.top(), box.top()) > 0.4 * min(line.height(), box.height())


def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    kept = [(letter, at) for at, letter in enumerate(to_arabic(text)) if not letter.isspace() and letter not in _UNSEEN]
    return "".join(letter.lower()[:1] for letter, _ in kept), tuple(at for _, at in kept)
