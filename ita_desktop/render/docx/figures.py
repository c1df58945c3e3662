"""Figures: charts as pictures made of the very drawing that the PDF has, photographs, pages of other papers."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from ita_desktop.papers.blocks import Figure, InsertedPages, PageNumbers, Paper, Picture
from ita_desktop.pdfium import pdfium
from ita_desktop.render.docx import pictures, styles, text
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.digits import Digits

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_POINT = 220 / 72


def figure(document: Document, block: Figure, digits: Digits, room: float, fonts: Path) -> None:
    made = document.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.paragraph_format.keep_with_next = bool(block.caption)
    made.paragraph_format.line_spacing = 1.0
    made.paragraph_format.space_before = Pt(styles.PART_GAP)
    width = min(block.width, room)
    if isinstance(block.content, Picture):
        pictures.in_width(made, block.content, width, block.height)
    else:
        drawn = _drawn(replace(block, caption="", width=width), digits, fonts)
        pictures.in_width(made, Picture(drawn, "แผนภูมิ"), width)
    if block.caption:
        line = document.add_paragraph(style=styles.FIGURE_CAPTION)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        text.write(line, block.caption)


def inserted_pages(document: Document, block: InsertedPages, width: float) -> None:
    with pdfium() as library:
        try:
            pages = _pages(block.data)
        except library.PdfiumError:
            text.write(document.add_paragraph(), f"[อ่านเอกสารแนบไม่ได้: {block.name or 'ไม่มีชื่อ'}]")
            return
    for page in pages:
        made = document.add_paragraph()
        made.paragraph_format.line_spacing = 1.0
        pictures.in_width(made, Picture(_png(page), block.name), width)


def _drawn(chart: Figure, digits: Digits, fonts: Path) -> bytes:
    """The chart cut out of a page that holds nothing else."""
    from PIL import ImageChops

    alone = Paper(title="", blocks=(chart,), digits=digits, page_numbers=PageNumbers.NONE)
    page = _pages(to_pdf(alone, fonts=fonts))[0].convert("RGB")
    inked = ImageChops.invert(page).getbbox()
    return _png(page.crop(inked) if inked else page)


def _pages(pdf: bytes) -> list[Image]:
    with pdfium() as library, library.PdfDocument(pdf) as document:
        return [page.render(scale=_DOTS_PER_POINT).to_pil() for page in document]


def _png(image: Image) -> bytes:
    kept = BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()
