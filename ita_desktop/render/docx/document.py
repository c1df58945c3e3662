"""A paper as a Word file: one pass over its blocks."""

from __future__ import annotations

from dataclasses import replace
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
from ita_desktop.render.by_hand import signed_below
from ita_desktop.render.digits import with_digits
from ita_desktop.render.pdf.form import EMBLEM_TOP, LEAVES, MM

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph as WordParagraph

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
        from ita_desktop.render.pdf.setting import Setting
        from ita_desktop.render.pdf.typeface import typeface

        self._document = document
        self._paper = paper
        self._fonts = fonts
        self._orientation = paper.orientation
        self._section = document.sections[0]
        self._setting = Setting(typeface(fonts), paper.digits, LEAVES[paper.orientation])
        """As the PDF has it: both are laid out on the same leaf by the same measures."""

    def write(self) -> None:
        from ita_desktop.render.docx import fields, text
        from ita_desktop.render.docx.numbering import HeadingNumbers

        paper = self._paper
        about = self._document.core_properties
        about.title, about.author, about.subject = map(_property, (paper.title, paper.author, paper.subject))
        about.language = "th-TH"
        about.comments = ""
        if paper.made_on:
            about.created = about.modified = datetime.combine(paper.made_on, time(), UTC)
        self._lay_out(self._section, first=True)
        cover = bool(paper.blocks) and isinstance(paper.blocks[0], Cover)
        fields.number_pages(self._section, paper.page_numbers, paper.digits, first=True, cover=cover)
        if paper.stamp:
            fields.stamp(self._section, paper.stamp)
        headings = [block for block in paper.blocks if isinstance(block, Heading)]
        self._numbers = HeadingNumbers(self._document, headings, paper.digits)
        for position, block in enumerate(paper.blocks):
            self._write(block, last=position == len(paper.blocks) - 1)
            if signed_below(paper.blocks, position):
                text.keep_with_next(self._document)

    @property
    def _width(self) -> float:
        return self._setting.width / MM

    def _lay_out(self, section: Section, *, first: bool = False) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm, Pt

        landscape = self._orientation is Orientation.LANDSCAPE
        leaf = self._setting.leaf
        section.page_width, section.page_height = Pt(leaf.width), Pt(leaf.height)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Pt(getattr(leaf, side)))
        if first and self._paper.blocks and isinstance(self._paper.blocks[0], MemoHead | EmblemHead):
            section.top_margin = Pt(EMBLEM_TOP)
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
                tables.table(document, block, self._setting, last=last)
            case Figure():
                figures.figure(document, block, self._paper.digits, self._width, self._fonts)
            case MemoHead():
                heads.memo_head(document, block, self._setting)
            case EmblemHead():
                heads.emblem_head(document, block, self._width)
            case Signatures():
                heads.signatures(document, block, self._width)
            case Cover():
                heads.cover(document, block, self._setting)
            case Contents():
                fields.contents(document, block, self._headings_with_pages(), self._setting)
            case Space():
                self._space(block)
            case PageBreak() if not last:
                self._break(block)
            case InsertedPages():
                figures.inserted_pages(document, block, self._width)
            case _:
                pass

    def _headings_with_pages(self) -> list[tuple[Heading, int]]:
        from ita_desktop.render.pdf.document import heading_pages

        first = replace(self._setting, leaf=LEAVES[self._paper.orientation])
        headings = [each for each in self._paper.blocks if isinstance(each, Heading)]
        return list(zip(headings, heading_pages(self._paper, first), strict=True))

    def _heading(self, block: Heading) -> None:
        from ita_desktop.render.docx import text

        level = min(max(block.level, 1), 3)
        made = self._document.add_paragraph(style=f"Heading {level}")
        if block.align is not Align.LEFT:
            made.alignment = text.ALIGN[block.align]
        number = "" if self._numbers.give(made, block) else block.number
        text.write(made, " ".join(part for part in (number, block.text) if part))

    def _space(self, block: Space) -> None:
        from docx.shared import Mm

        self._unseen().paragraph_format.space_before = Mm(block.height)

    def _unseen(self) -> WordParagraph:
        from ita_desktop.render.docx import text

        return text.hardly_high(self._document.add_paragraph())

    def _break(self, block: PageBreak) -> None:
        from docx.enum.section import WD_SECTION
        from docx.enum.text import WD_BREAK

        from ita_desktop.render.docx import fields, text

        if block.orientation is None or block.orientation is self._orientation:
            self._unseen().add_run().add_break(WD_BREAK.PAGE)
            return
        self._orientation = block.orientation
        self._setting = replace(self._setting, leaf=LEAVES[block.orientation])
        self._section = self._document.add_section(WD_SECTION.NEW_PAGE)
        text.hardly_high(self._document.paragraphs[-1])  # the one that holds the end of the section before
        self._lay_out(self._section)
        fields.number_pages(self._section, PageNumbers.NONE, self._paper.digits, first=False)
