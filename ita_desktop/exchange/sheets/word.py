"""The tables of a Word file, each with the words that stand above it.

A long table is often several in Word, one a page; those that follow each other with nothing between are one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import TYPE_CHECKING

from ita_desktop.exchange.grid import Grid, Span, Value, trimmed
from ita_desktop.exchange.sheets.look import damaged, refused, too_large

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_CELLS = 500_000
_WIDEST = 100
_WORDS_ABOVE = 4


def read_word(data: bytes) -> Iterator[Grid]:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import parse

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as part:
            body = parse(part).find(f"{_W}body")
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, KeyError, EOFError, OSError, ValueError) as error:
        raise damaged() from error
    if body is None:
        raise damaged()
    number = 0
    for above, tables in _tables(body):
        number += 1
        made = _grid(f"ตารางที่ {number}", above, tables)
        if made.rows:
            yield made
    if not number:
        raise refused("เอกสาร Word นี้ไม่มีตาราง", "เลือกไฟล์ที่มีตาราง หรือคัดลอกข้อความไปวางในช่องโดยตรง")


def _tables(body: Element) -> Iterator[tuple[str, list[Element]]]:
    """Groups of tables that belong together, with the last paragraphs before them."""
    words: list[str] = []
    group: list[Element] = []
    above = ""
    for block in _blocks(body):
        if block.tag == f"{_W}tbl":
            if not group:
                above = "\n".join(words[-_WORDS_ABOVE:])
            elif _width(group[-1]) != _width(block):
                yield above, group
                group, above = [], ""
            group.append(block)
            words = []
        elif text := _text(block):
            if group:
                yield above, group
                group = []
            words.append(text)
    if group:
        yield above, group


def _blocks(body: Element) -> Iterator[Element]:
    for block in body:
        if block.tag in {f"{_W}tbl", f"{_W}p"}:
            yield block
        else:  # content controls and the like are mere wrapping
            yield from _blocks(block)


def _width(table: Element) -> int:
    grid = table.find(f"{_W}tblGrid")
    return 0 if grid is None else len(grid)


@dataclass(slots=True)
class _Reading:
    rows: list[tuple[Value, ...]] = made_by(default_factory=list)
    spans: list[Span] = made_by(default_factory=list)
    open: dict[int, tuple[int, int]] = made_by(default_factory=dict)
    """Cells merged downwards that may go on: left column → first row and last column."""
    cells: int = 0

    def close(self, left: int, bottom: int) -> None:
        top, right = self.open.pop(left)
        if (top, left) != (bottom, right):
            self.spans.append(Span(top, left, bottom, right))


def _grid(name: str, above: str, tables: list[Element]) -> Grid:
    reading = _Reading()
    for table in tables:
        for row in _rows(table):
            _read_row(reading, row)
        for left in list(reading.open):
            reading.close(left, len(reading.rows) - 1)
    return Grid(name=name, rows=trimmed(reading.rows), spans=tuple(reading.spans), above=above)


def _rows(table: Element) -> Iterator[Element]:
    for part in table:
        if part.tag == f"{_W}tr":
            yield part
        elif part.tag not in {f"{_W}tblPr", f"{_W}tblGrid"}:
            yield from _rows(part)


def _read_row(reading: _Reading, row: Element) -> None:
    at, column = len(reading.rows), _number(row, "trPr/gridBefore", 0)
    values: list[Value] = [None] * column
    for cell in _cells(row):
        wide = min(_number(cell, "tcPr/gridSpan", 1), _WIDEST)
        merge = _find(cell, "tcPr/vMerge")
        goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        if not (goes_on and column in reading.open):
            if column in reading.open:
                reading.close(column, at - 1)
            goes_on = False
            if merge is not None or wide > 1:
                reading.open[column] = (at, column + wide - 1)
        values += [None if goes_on else _cell_text(cell) or None, *[None] * (wide - 1)]
        if merge is None and column in reading.open:
            reading.close(column, at)
        column += wide
        reading.cells += wide
        if column > _WIDEST or reading.cells > _MOST_CELLS:
            raise too_large()
    reading.rows.append(tuple(values))


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        if part.tag == f"{_W}tc":
            yield part
        elif part.tag != f"{_W}trPr":
            yield from _cells(part)


def _find(element: Element, path: str) -> Element | None:
    return element.find("/".join(f"{_W}{step}" for step in path.split("/")))


def _number(element: Element, path: str, otherwise: int) -> int:
    found = _find(element, path)
    written = "" if found is None else found.get(f"{_W}val", "")
    return int(written) if written.isdecimal() and len(written) < 5 else otherwise


def _cell_text(cell: Element) -> str:
    lines = [_text(paragraph) for paragraph in cell.iter(f"{_W}p")]
    return "\n".join(line for line in lines if line)


def _text(paragraph: Element) -> str:
    """What a reader of the page sees: without what was struck out in a revision."""
    parts: list[str] = []
    for piece in paragraph.iter():
        if piece.tag == f"{_W}t":
            parts.append(piece.text or "")
        elif piece.tag in {f"{_W}br", f"{_W}cr"}:
            parts.append("\n")
        elif piece.tag == f"{_W}tab":
            parts.append(" ")
        elif piece.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts).strip()
