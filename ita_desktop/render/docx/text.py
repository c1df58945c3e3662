"""Paragraphs and their runs."""

from __future__ import annotations

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from ita_desktop.papers.blocks import Align, Listing, Paragraph, Run, Text
from ita_desktop.render.docx import styles
from ita_desktop.render.docx.xml import element, run_properties
from ita_desktop.thai.digits import Digits, in_digits

ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.THAI_JUSTIFY,  # stretches between letters too, as Thai is justified
}


def paragraph(container: BlockItemContainer | Document, block: Paragraph) -> WordParagraph:
    made = container.add_paragraph()
    made.alignment = ALIGN[block.align]
    if block.indent:
        made.paragraph_format.first_line_indent = Mm(styles.INDENT)
    before = max(Mm(block.space_before), Pt(styles.PART_GAP if block.indent else 0))
    if before:
        made.paragraph_format.space_before = before
    if block.keep_with_next:
        made.paragraph_format.keep_with_next = True
    write(made, block.text)
    return made


def in_our_style(container: BlockItemContainer | Document, style: str) -> WordParagraph:
    """A paragraph in a style that we added, whose id is its name: looked up by name, half the time would go there."""
    made = container.add_paragraph()
    made._p.style = style.replace(" ", "")
    return made


def last_paragraph(document: Document) -> WordParagraph | None:
    """The one that the next block comes under; none under a table."""
    before = document.element.body[-2:-1]  # the last of all is the section
    return WordParagraph(before[0], document._body) if before and before[0].tag == qn("w:p") else None


def keep_with_next(document: Document) -> None:
    """What was written last stands on the page of what comes next."""
    last = last_paragraph(document)
    if last is not None:
        last.paragraph_format.keep_with_next = True


def hardly_high(made: WordParagraph) -> WordParagraph:
    """A paragraph that Word wants and nobody should see: with the height of a line it would push a page on."""
    made.paragraph_format.line_spacing = Pt(1)
    return made


def listing(
    container: BlockItemContainer | Document, block: Listing, digits: Digits, *, style: str = "", hang: float = 0.0
) -> None:
    """Lines with their number or mark typed out: a list pasted elsewhere keeps its numbers.

    Official papers begin an item as far in as a paragraph and let its lines run back; in a cell they hang beside it.
    """
    for number, item in enumerate(block.items, start=1):
        made = in_our_style(container, style) if style else container.add_paragraph()
        if hang:
            made.paragraph_format.left_indent = Mm(hang)
            made.paragraph_format.first_line_indent = Mm(-hang)
            made.paragraph_format.tab_stops.add_tab_stop(Mm(hang))
        else:
            made.paragraph_format.first_line_indent = Mm(block.indent)
            made.alignment = ALIGN[Align.JUSTIFY]
        mark = block.marker or in_digits(f"{number}.", digits)
        write(made, f"{mark}\t" if hang else f"{mark} ")
        write(made, item)


def write(made: WordParagraph, text: Text, *, bold: bool = False, size: float | None = None) -> None:
    runs = (Run(text),) if isinstance(text, str) else text
    for run in runs:
        _write_run(made, run, bold=bold or run.bold, size=size)


def _write_run(made: WordParagraph, run: Run, *, bold: bool, size: float | None) -> None:
    if not run.text:
        return
    word_run = made.add_run(printable(run.text))
    word_run._r.insert(0, run_properties(bold=bold, italic=run.italic, size=size))
    if run.link:
        reference = made.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = element("w:hyperlink")
        link.set(qn("r:id"), reference)
        made._p.append(link)
        link.append(word_run._r)


def printable(text: str) -> str:
    """What XML cannot hold is left out; it has no shape on paper either."""
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
