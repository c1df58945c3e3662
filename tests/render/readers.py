"""PDFs as others read them, and measured: where each letter, line and picture stands on the paper."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

MM = 72 / 25.4


def bare(text: str) -> str:
    """Without spaces: where they fall at a line's end no reader can know of them."""
    return re.sub(r"\s+", "", text)


def by_pdftotext(file: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=file, capture_output=True, check=True).stdout.decode()


def by_pdfium(file: bytes) -> str:
    return "\n".join(pages(file))


def by_pypdf(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages)


def pages(file: bytes) -> list[str]:
    """Each page's text."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


@dataclass(frozen=True)
class Seen:
    """Something on a page: millimetres from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    letter: str = ""
    size: float = 0.0

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


def letters(file: bytes, number: int = 0) -> list[Seen]:
    """Every letter of a page with the box of its ink and its size in points."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        page = document[number]
        height = page.get_height()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            left, bottom, right, top = text.get_charbox(index)
            size = pdfium.FPDFText_GetFontSize(text, index)
            if not letter.isspace():
                box = (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
                found.append(Seen(*box, letter, round(size, 2)))
    return found


def word(seen: list[Seen], text: str) -> list[Seen]:
    """The letters of the first place where a text stands."""
    at = "".join(each.letter for each in seen).index(bare(text))
    return seen[at : at + len(bare(text))]


def strokes(file: bytes, number: int = 0) -> list[Seen]:
    """Lines, frames and surfaces of a page."""
    return _objects(file, number, pdfium.FPDF_PAGEOBJ_PATH)


def pictures(file: bytes, number: int = 0) -> list[Seen]:
    return _objects(file, number, pdfium.FPDF_PAGEOBJ_IMAGE)


def _objects(file: bytes, number: int, kind: int) -> list[Seen]:
    with pypdfium2.PdfDocument(file) as document:
        page = document[number]
        height = page.get_height()
        bounds = [each.get_bounds() for each in page.get_objects(filter=[kind])]
    return [
        Seen(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM) for left, bottom, right, top in bounds
    ]
