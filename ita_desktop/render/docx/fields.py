"""Fields that Word fills in by itself: page numbers and the table of contents."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.section import Section
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from ita_desktop.papers.blocks import Contents, Heading, PageNumbers
from ita_desktop.render.docx import styles, text
from ita_desktop.render.docx.xml import element
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.thai.digits import Digits, in_digits

_UNDER_THE_NUMBER = 15.5
"""Points down to the text, where the first page begins higher than the others."""


def number_pages(section: Section, numbers: PageNumbers, digits: Digits, *, first: bool, cover: bool = False) -> None:
    """The number stands in the head; a cover bears none, nor does the first page of an official paper."""
    section.different_first_page_header_footer = first and (cover or numbers is not PageNumbers.BOOK)
    form = element("w:pgNumType", fmt="thaiNumbers" if digits is Digits.THAI else "decimal")
    section._sectPr.find(qn("w:pgMar")).addnext(form)
    if numbers is PageNumbers.NONE or not first:
        return
    text.hardly_high(section.first_page_header.paragraphs[0])  # else the emblem would begin under an empty line
    line = section.header.paragraphs[0]
    line.paragraph_format.space_after = Pt(_UNDER_THE_NUMBER)
    around = ("- ", " -") if numbers is PageNumbers.OFFICIAL else ("", "")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER if numbers is PageNumbers.OFFICIAL else WD_ALIGN_PARAGRAPH.RIGHT
    text.write(line, around[0])
    # Word numbers as the section says; a `\* ThaiArabic` switch would come out as letters in LibreOffice
    _field(line, "PAGE", in_digits("2", digits))
    text.write(line, around[1])


def contents(document: Document, block: Contents, headings: Sequence[tuple[Heading, int]], setting: Setting) -> None:
    """A real contents field, holding the headings and their pages in the PDF; Word counts anew when it opens it."""
    title = document.add_paragraph(style=styles.CONTENTS)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    text.write(title, block.title)
    listed = [(heading, page) for heading, page in headings if heading.level <= block.levels]
    instruction = f'TOC \\o "1-{block.levels}" \\h \\z \\u'
    lines = [document.add_paragraph(style=f"TOC {heading.level}") for heading, _ in listed]
    lines = lines or [document.add_paragraph()]
    _begin(lines[0], instruction, dirty=True)
    for line, (heading, page) in zip(lines, listed, strict=False):
        named = " ".join(part for part in (heading.number, heading.text) if part)
        text.write(line, f"{named}\t{setting.number(page)}")
    lines[-1]._p.append(_mark("end"))


def _field(line: WordParagraph, instruction: str, shown: str) -> None:
    _begin(line, instruction)
    text.write(line, shown)
    line._p.append(_mark("end"))


def _begin(line: WordParagraph, instruction: str, *, dirty: bool = False) -> None:
    code = element("w:instrText")
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    code.text = f" {instruction} "
    line._p.extend([_mark("begin", dirty=dirty), element("w:r", code), _mark("separate")])


def _mark(kind: str, *, dirty: bool = False) -> Element:
    character = element("w:fldChar", fldCharType=kind)
    if dirty:
        character = element("w:fldChar", fldCharType=kind, dirty="true")
    return element("w:r", character)


def stamp(section: Section, words: str) -> None:
    """`ร่าง` at the top of every page, in a colour that no copier loses."""
    for header in (section.header, section.first_page_header):
        line = header.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT
        text.write(line, words, bold=True, size=28)
