"""A paper as a Word file: one pass over its blocks."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import (
    Align,
    Block,
    Contents,
    Cover,
    EmblemHead,
    Figure,
    Heading,
    InsertedPages,
    Listing,
    MemoHead,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    Paragraph,
    Signatures,
    Space,
    Table,
)
from ita_desktop.render.digits import with_digits

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_PAGE = (210.0, 297.0)
_MARGINS = {"left": 30.0, "right": 20.0, "top": 25.0, "bottom": 20.0}
_MEMO_TOP = 15.0
_LONGEST_PROPERTY = 255


def to_docx(paper: Paper, *, fonts: Path) -> bytes:
    """The paper in Word's own terms: styles, repeated head rows, sections, fields, and our face inside the file."""
    import docx

    from ita_desktop.render.docx import embedded_fonts, styles

    document = docx.Document()
    styles.prepare(document)
    _Writer(document, with_digits(paper), fonts).write()
    files = {"Regular": fonts / "THSarabunNew.ttf"}
    files |= {style: fonts / f"THSarabunNew-{style}.ttf" for style in ("Bold", "Italic", "BoldItalic")}
    embedded_fonts.embed(document, styles.FACE, files)
    finished = BytesIO()
    document.save(finished)
    return finished.getvalue()


def _property(words: str) -> str:
    """Word's own limit; the whole of it stands in the paper."""
    from ita_desktop.render.docx import text

    return text.printable(words)[:_LONGEST_PROPERTY]


class _Writer:
    """Holds what changes from block to block: the section, and with it the width of the text."""

    def __init__(self, document: Document, paper: Paper, fonts: Path) -> None:
        self._document = document
        self._paper = paper
        self._fonts = fonts
        self._orientation = paper.orientation
        self._section = document.sections[0]

    def write(self) -> None:
        from ita_desktop.render.docx import fields
        from ita_desktop.render.docx.numbering import HeadingNumbers

        paper = self._paper
        about = self._document.core_properties
        about.title, about.author, about.subject = map(_property, (paper.title, paper.author, paper.subject))
        about.language = "th-TH"
        about.comments = ""
        if paper.made_on:
            about.created = about.modified = datetime.combine(paper.made_on, time(), UTC)
        self._lay_out(self._section, first=True)
        fields.number_pages(self._section, paper.page_numbers, paper.digits, first=True)
        if paper.stamp:
            fields.stamp(self._section, paper.stamp)
        headings = [block for block in paper.blocks if isinstance(block, Heading)]
        self._numbers = HeadingNumbers(self._document, headings, paper.digits)
        for position, block in enumerate(paper.blocks):
            self._write(block, last=position == len(paper.blocks) - 1)

    @property
    def _width(self) -> float:
        page = _PAGE[1] if self._orientation is Orientation.LANDSCAPE else _PAGE[0]
        return page - _MARGINS["left"] - _MARGINS["right"]

    def _lay_out(self, section: Section, *, first: bool = False) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        landscape = self._orientation is Orientation.LANDSCAPE
        width, height = reversed(_PAGE) if landscape else _PAGE
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        for side, margin in _MARGINS.items():
            setattr(section, f"{side}_margin", Mm(margin))
        if first and self._paper.blocks and isinstance(self._paper.blocks[0], MemoHead):
            section.top_margin = Mm(_MEMO_TOP)
        section.header_distance = Mm(12)

    def _write(self, block: Block, *, last: bool) -> None:
        from ita_desktop.render.docx import fields, figures, heads, tables, text

        document = self._document
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                text.paragraph(document, block)
            case Listing():
                text.listing(document, block, self._paper.digits)
            case Table():
                tables.table(document, block, self._paper.digits, self._width)
            case Figure():
                figures.figure(document, block, self._paper.digits, self._width, self._fonts)
            case MemoHead():
                heads.memo_head(document, block, self._width)
            case EmblemHead():
                heads.emblem_head(document, block, self._width)
            case Signatures():
                heads.signatures(document, block, self._width)
            case Cover():
                heads.cover(document, block)
            case Contents():
                headings = [each for each in self._paper.blocks if isinstance(each, Heading)]
                fields.contents(document, block, headings)
            case Space():
                self._space(block)
            case PageBreak() if not last:
                self._break(block)
            case InsertedPages():
                figures.inserted_pages(document, block, self._width)
            case _:
                pass

    def _heading(self, block: Heading) -> None:
        from ita_desktop.render.docx import text

        level = min(max(block.level, 1), 3)
        made = self._document.add_paragraph(style=f"Heading {level}")
        if block.align is not Align.LEFT:
            made.alignment = text.ALIGN[block.align]
        number = "" if self._numbers.give(made, block) else block.number
        text.write(made, " ".join(part for part in (number, block.text) if part))

    def _space(self, block: Space) -> None:
        from docx.shared import Mm, Pt

        made = self._document.add_paragraph()
        made.paragraph_format.line_spacing = Pt(1)
        made.paragraph_format.space_before = Mm(block.height)

    def _break(self, block: PageBreak) -> None:
        from docx.enum.section import WD_SECTION
        from docx.enum.text import WD_BREAK

        from ita_desktop.render.docx import fields

        if block.orientation is None or block.orientation is self._orientation:
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            return
        self._orientation = block.orientation
        self._section = self._document.add_section(WD_SECTION.NEW_PAGE)
        self._lay_out(self._section)
        fields.number_pages(self._section, PageNumbers.NONE, self._paper.digits, first=False)
