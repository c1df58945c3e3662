"""CSV and other text with a separator, in whatever encoding and with whatever separator it was saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ita_desktop.exchange.grid import Grid, Value, trimmed
from ita_desktop.exchange.sheets.look import refused, too_large

_SEPARATORS = (",", "\t", ";", "|")
_WIDEST = 1000
_MOST_CELLS = 2_000_000
_A_LOOK = 200


def read_text(data: bytes) -> Iterator[Grid]:
    text = decoded(data)
    rows = _rows(text, _separator(text))
    if rows:
        yield Grid(name="CSV", rows=rows)


def decoded(data: bytes) -> str:
    """UTF-8 where it is, else Windows' Thai: no Thai text of the one reads as the other."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp874", "tis-620"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and _is_writing(text):
            return text
    raise refused("ไฟล์นี้ไม่ใช่ตารางที่โปรแกรมรู้จัก", "บันทึกตารางเป็นชนิด .xlsx แล้วนำเข้าอีกครั้ง")


def _is_writing(text: str) -> bool:
    """Noise decoded by force is full of control characters."""
    strange = sum(not (letter.isprintable() or letter in "\r\n\t\ufeff\u200b\xa0\x0b\x0c") for letter in text[:100_000])
    return strange * 100 <= min(len(text), 100_000)


def _separator(text: str) -> str:
    """The separator that gives rows of the same width, and the widest such."""
    start = "\n".join(text.splitlines()[:_A_LOOK])

    def fits(separator: str) -> tuple[float, int]:
        widths = [len(row) for row in _parsed(start, separator) if any(cell.strip() for cell in row)]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) / len(widths) if widths and usual > 1 else 0, usual)

    return max(_SEPARATORS, key=fits)


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise too_large() from error


def _rows(text: str, separator: str) -> tuple[tuple[Value, ...], ...]:
    rows: list[tuple[Value, ...]] = []
    cells = 0
    for row in _parsed(text, separator):
        cells += len(row)
        if len(row) > _WIDEST or cells > _MOST_CELLS:
            raise too_large()
        rows.append(tuple(cell.strip() or None for cell in row))
    return trimmed(rows)
