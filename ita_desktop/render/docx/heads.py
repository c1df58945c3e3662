"""Heads, covers and signatures: the parts of a paper with a shape of their own."""

from __future__ import annotations

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from ita_desktop.papers.blocks import Cover, EmblemHead, LabelledLine, MemoHead, SignatureBlock, Signatures
from ita_desktop.render.by_hand import LINES_BELOW_A_COMMENT, LINES_TO_SIGN, under_the_hand
from ita_desktop.render.docx import pictures, styles, tables, text
from ita_desktop.render.docx.xml import element, run_properties
from ita_desktop.render.pdf import cover as covers
from ita_desktop.render.pdf.form import MEMO_LABEL, MM
from ita_desktop.render.pdf.heads import AFTER_LABEL
from ita_desktop.render.pdf.lines import LINE_HEIGHT
from ita_desktop.render.pdf.setting import Setting

_MEMO_EMBLEM = 15.0
_EMBLEM = 30.0
_LABEL_SIZE = 20.0
_BETWEEN_SIGNATURES = 22.0
_RULE = 40.0
_HEAD_FIRST = 18.0
_UNDER_A_PICTURE = 9.0
"""What a line that holds a picture reaches lower than it."""
_SPARE = 12.0
"""Left free at the foot of a cover, lest a hair's breadth makes two pages of it."""


def memo_head(document: Document, block: MemoHead, setting: Setting) -> None:
    title = document.add_paragraph(style=styles.TITLE_OF_MEMO)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if block.emblem is not None:
        pictures.float_left(title, block.emblem, _MEMO_EMBLEM)
    text.write(title, block.title)
    for line in block.lines:
        _labelled(document.add_paragraph(style=styles.LABELLED_LINE), line, setting)


def _labelled(made: WordParagraph, line: tuple[LabelledLine, ...], setting: Setting) -> None:
    """Label, value, and dots to where the next label begins; a long value goes on under itself."""
    shares = sum(part.width for part in line) or 1.0
    reached = 0.0
    if len(line) == 1:
        beside = Pt(setting.line(line[0].label, MEMO_LABEL).width + AFTER_LABEL)
        made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = beside, -beside
    for part in line:
        reached += part.width / shares * setting.width
        text.write(made, part.label + ("\t" if len(line) == 1 else " "), bold=True, size=_LABEL_SIZE)
        made.paragraph_format.tab_stops.add_tab_stop(Pt(reached - 1), WD_TAB_ALIGNMENT.LEFT)
        _dotted(made, f"{part.value}\t" if len(line) == 1 else f" {part.value}\t")


def _dotted(made: WordParagraph, words: str) -> None:
    made.add_run(text.printable(words))._r.insert(0, run_properties(dotted=True))


def emblem_head(document: Document, block: EmblemHead, width: float) -> None:
    if block.emblem is not None:
        pictures.inline(_centred(document), block.emblem, _EMBLEM)
    for number, line in enumerate(block.lines):
        text.write(_centred(document), line, bold=True, size=None if number else _HEAD_FIRST)
    _rule(document, width)


def _rule(document: Document, width: float) -> None:
    """A line under the head: the lower edge of an empty paragraph, for letters would be words."""
    made = _centred(document)
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = Mm((width - _RULE) / 2)
    made.paragraph_format.line_spacing = Pt(6)
    made.paragraph_format.space_after = Pt(6)
    edge = element("w:bottom", val="single", sz=6, space=1, color="000000")
    made._p.get_or_add_pPr().insert_element_before(element("w:pBdr", edge), "w:spacing", "w:ind", "w:jc")


def cover(document: Document, block: Cover, setting: Setting) -> None:
    """Title, office and foot at the heights of the PDF, but for the little that Word may break its lines otherwise."""
    y = 0.0
    if block.emblem is not None:
        pictures.inline(_centred(document, styles.COVER), block.emblem, covers.EMBLEM / MM)
        y = covers.EMBLEM + _UNDER_A_PICTURE
    for group in covers.arranged(block, setting):
        above = max(0.0, group.top - _SPARE - y)
        for line in group.texts:
            made = _centred(document, styles.COVER if group.look.bold else styles.CENTRED)
            made.paragraph_format.space_before = Pt(above)
            made.paragraph_format.line_spacing = Pt(group.look.size * LINE_HEIGHT)
            above = 0.0
            text.write(made, line, size=group.look.size)
        y = max(y, group.top - _SPARE) + group.bottom - group.top


def _centred(container: BlockItemContainer | Document, style: str = styles.CENTRED) -> WordParagraph:
    made = container.add_paragraph(style=style)
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return made


def signatures(document: Document, block: Signatures, width: float) -> None:
    """One signatory stands on the right half; several go two beside each other, row by row as the paper travels."""
    if not block.blocks:
        return
    columns = 2 if len(block.blocks) == 1 else max(1, block.columns)
    places = (None, *block.blocks) if len(block.blocks) == 1 else block.blocks
    rows = -(-len(places) // columns)
    made = tables.borderless(document, 2 * rows, [width / columns] * columns)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    alone = len(block.blocks) == 1
    for at, signature in enumerate(places):
        if signature is not None:
            row_number, column = 2 * (at // columns), at % columns
            _comment(made.cell(row_number, column), signature)
            _sign(made.cell(row_number + 1, column), signature, alone=alone)
    for row in made.rows[::2]:  # what is written above stays with the names
        for cell in row.cells:
            for line in cell.paragraphs:
                line.paragraph_format.keep_with_next = True


def _comment(cell: BlockItemContainer, signature: SignatureBlock) -> None:
    """What is written above, in a row of its own: so the names beside each other stand on one height."""
    made = cell.paragraphs[0]
    made.style = styles.SIGNATURE
    made.paragraph_format.space_before = Pt(_BETWEEN_SIGNATURES)
    said = [part for part in (signature.to, *signature.comments) if part]
    if not said:
        text.hardly_high(made)
    for number, line in enumerate(said):
        made = cell.add_paragraph(style=styles.SIGNATURE) if number else made
        text.write(made, line)


def _sign(cell: BlockItemContainer, signature: SignatureBlock, *, alone: bool) -> None:
    made = cell.paragraphs[0]
    made.style = styles.SIGNATURE
    made.paragraph_format.space_before = Pt((LINES_TO_SIGN if alone else LINES_BELOW_A_COMMENT) * styles.LINE)
    for number, line in enumerate(under_the_hand(signature, alone=alone)):
        made = cell.add_paragraph(style=styles.SIGNATURE) if number else made
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        text.write(made, line)
