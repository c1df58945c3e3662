"""The text of PDF pages as it was meant: cells of a row set apart, and sentences whole that were broken into lines.

A PDF knows where each character stands and nothing else. A line goes on below where the first word of the next line
would not have fitted behind it; what stands far apart on one line are cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.sheets.look import damaged, too_large
from ita_desktop.pdfium import pdfium
from ita_desktop.thai.likeness import tidy
from ita_desktop.thai.words import words

_MOST_PAGES = 500
_PAGE_NUMBER = re.compile(r"[-–—\s]*[0-9๐-๙]{1,3}[-–—\s]*(?:/\s*[ก-๎]*)?")
_CATCHWORD = re.compile(r"/[^\s].{0,40}(?:\.{2,}|…)\s*")
_THAI = re.compile("[ก-๎]")
_ITEM = re.compile(r"\s*(?:[-–•*●]|\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)])")
_FAR_APART = 8.0
"""Points between two cells; a space that was typed is narrower, or has a width of its own."""
_SAME_EDGE = 4.0
_HANGING = 36.0
_GOES_ON = 1.6
"""How many usual line heights a sentence may step down."""


@dataclass
class _Line:
    text: str
    left: float
    """Of its last cell: what follows below follows that."""
    right: float
    bottom: float
    cells: int = 1


def pages_of(data: bytes) -> Iterator[str]:
    """The text of each page; a sentence that runs over the edge of a page is whole on the first one."""
    with pdfium() as library:
        try:
            document = library.PdfDocument(data)
        except library.PdfiumError as error:
            raise FileTrouble(
                "เปิดเอกสาร PDF นี้ไม่ได้ อาจเสียหายหรือใส่รหัสผ่านไว้",
                safe="ข้อมูลในสมุดงานไม่เปลี่ยนแปลง",
                do="บันทึกเป็นไฟล์ใหม่ที่ไม่มีรหัสผ่านแล้วลองใหม่",
            ) from error
        try:
            if len(document) > _MOST_PAGES:
                raise too_large()
            ask = library.raw.FPDFText_GetCharBox
            pages = [_without_numbers(_lines(document[at], ask)) for at in range(len(document))]
        except library.PdfiumError as error:
            raise damaged() from error
        finally:
            document.close()
    yield from map(tidy, _joined(pages))


# ---------------------------------------------------------------------------------------------------- where lines stand


def _lines(page: Any, ask: Any) -> list[_Line]:  # noqa: ANN401 - the library has no types
    text = page.get_textpage()
    try:
        written = text.get_text_range()
        where = _Where(text, ask, aligned=len(written) == text.count_chars())
        found: list[_Line] = []
        at = 0
        for line in re.split(r"\r\n|\r|\n", written):
            if line.strip():
                found.append(where.line(line, at))
            at += len(line) + (2 if written[at + len(line) : at + len(line) + 2] == "\r\n" else 1)
        return found
    finally:
        text.close()
        page.close()


class _Where:
    """Places of characters, asked of the library one by one: thousands a page, so the answer's cells are reused."""

    def __init__(self, text: Any, ask: Any, *, aligned: bool) -> None:  # noqa: ANN401
        self._ask = ask
        self._text = text
        self._aligned = aligned
        self._cells = [c_double() for _ in range(4)]

    def box(self, at: int) -> tuple[float, float, float]:
        """Left, right, bottom."""
        left, right, bottom, top = self._cells
        self._ask(self._text, at, left, right, bottom, top)
        return left.value, right.value, bottom.value

    def line(self, line: str, at: int) -> _Line:
        if not self._aligned:
            return _Line(line, 0.0, float(len(line)), 0.0)
        start = at + len(line) - len(line.lstrip())
        left, _, bottom = self.box(start)
        parts: list[str] = []
        done = 0
        for space in re.finditer(r"(?<=\S) (?=\S)", line):
            _, before, _ = self.box(at + space.start() - 1)
            after, _, _ = self.box(at + space.end())
            own_left, own_right, _ = self.box(at + space.start())
            if after - before > _FAR_APART and own_right - own_left < 0.5:
                parts.append(line[done : space.start()])
                done, left = space.end(), after
        _, right, _ = self.box(at + len(line.rstrip()) - 1)
        return _Line("\t".join([*parts, line[done:]]), left, right, bottom, cells=len(parts) + 1)


def _without_numbers(lines: list[_Line]) -> list[_Line]:
    """Numbers and catchwords at the top and bottom of a page are no text."""
    while lines and _PAGE_NUMBER.fullmatch(lines[0].text):
        del lines[0]
    while lines and (_PAGE_NUMBER.fullmatch(lines[-1].text) or _CATCHWORD.fullmatch(lines[-1].text)):
        del lines[-1]
    return lines


# ----------------------------------------------------------------------------------------------------- made whole again


def _joined(pages: list[list[_Line]]) -> Iterator[str]:
    texts: list[list[str]] = []
    before: _Line | None = None
    for lines in pages:
        edges = _edges(lines)
        step = _usual_step(lines)
        here: list[str] = []
        for line in lines:
            target = here or (texts[-1] if texts else [])
            same_page = bool(here)
            if before is not None and target and _goes_on(before, line, edges, step if same_page else None):
                glue = "" if _THAI.match(target[-1][-1:]) and _THAI.match(line.text) else " "
                target[-1] = target[-1].rstrip() + glue + line.text.strip()
            else:
                here.append(line.text.strip())
            before = line
        texts.append(here)
    yield from map("\n".join, texts)


def _goes_on(before: _Line, line: _Line, edges: dict[int, float], step: float | None) -> bool:
    """Whether a line is the rest of the one before, which was broken for want of room."""
    if line.cells > 1 or (step is not None and not 0 < before.bottom - line.bottom <= step):
        return False
    hanging = _HANGING if _ITEM.match(before.text.rsplit("\t", 1)[-1]) else _SAME_EDGE
    if line.left > before.left + hanging or (before.cells > 1 and line.left < before.left - _SAME_EDGE):
        return False
    first = words(line.text.strip())[:1]
    if first and len(first[0].strip()) > 3 and before.text.rstrip().endswith(first[0].strip()):
        return False  # two cells that end and begin alike
    width = (line.right - line.left) / max(len(line.text.strip()), 1)
    needed = width * len(first[0].strip()) if first else 0.0
    edge = max(edges.get(round(line.left / 8), 0.0), before.right)
    return before.right + needed > edge - _SAME_EDGE and before.right - before.left > width * 4


def _edges(lines: list[_Line]) -> dict[int, float]:
    """How far to the right lines reach that begin at the same place."""
    edges: dict[int, float] = {}
    for line in lines:
        column = round(line.left / 8)
        for near in (column - 1, column, column + 1):
            edges[near] = max(edges.get(near, 0.0), line.right)
    return edges


def _usual_step(lines: list[_Line]) -> float:
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 4 < a.bottom - b.bottom < 60]
    return _GOES_ON * median(steps) if steps else 0.0
