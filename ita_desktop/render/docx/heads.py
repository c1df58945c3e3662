"""Heads, covers and signatures: the parts of a paper with a shape of their own."""

from __future__ import annotations

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from ita_desktop.papers.blocks import Cover, EmblemHead, LabelledLine, MemoHead, SignatureBlock, Signatures
from ita_desktop.render.docx import pictures, styles, tables, text
from ita_desktop.render.docx.xml import element, run_properties

_MEMO_EMBLEM = 15.0
_EMBLEM = 30.0
_LABEL_SIZE = 20.0
_ROOM_TO_SIGN = 42.0
"""Points above the name: about two lines for a hand."""


def memo_head(document: Document, block: MemoHead, width: float) -> None:
    title = document.add_paragraph(style=styles.TITLE_OF_MEMO)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if block.emblem is not None:
        pictures.float_left(title, block.emblem, _MEMO_EMBLEM)
    text.write(title, block.title)
    for line in block.lines:
        _labelled(document.add_paragraph(style=styles.LABELLED_LINE), line, width)


def _labelled(made: WordParagraph, line: tuple[LabelledLine, ...], width: float) -> None:
    """Label, value, and dots to where the next label begins; a long value goes on under itself."""
    shares = sum(part.width for part in line) or 1.0
    reached = 0.0
    for part in line:
        reached += part.width / shares * width
        text.write(made, part.label + " ", bold=True, size=_LABEL_SIZE)
        made.paragraph_format.tab_stops.add_tab_stop(Mm(reached), WD_TAB_ALIGNMENT.LEFT)
        _dotted(made, f" {part.value}\t")


def _dotted(made: WordParagraph, words: str) -> None:
    made.add_run(words)._r.insert(0, run_properties(dotted=True))


def emblem_head(document: Document, block: EmblemHead) -> None:
    if block.emblem is not None:
        pictures.inline(_centred(document), block.emblem, _EMBLEM)
    for line in block.lines:
        text.write(_centred(document), line, bold=True)
    rule = _centred(document)
    text.write(rule, "─" * 12)


def cover(document: Document, block: Cover) -> None:
    if block.emblem is not None:
        pictures.inline(_centred(document, styles.COVER), block.emblem, 40.0)
    above = 110.0
    for line in block.lines:
        made = _centred(document, styles.COVER)
        made.paragraph_format.space_before = Pt(above)
        above = 0.0
        text.write(made, line)
    for lines, gap in ((block.office, 110.0), (block.foot, 40.0)):
        for line in lines:
            made = _centred(document, styles.COVER)
            made.paragraph_format.space_before = Pt(gap)
            gap = 0.0
            text.write(made, line, size=20)


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
    made = tables.borderless(document, rows, [width / columns] * columns)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for at, signature in enumerate(places):
        if signature is not None:
            _sign(made.cell(at // columns, at % columns), signature)


def _sign(cell: BlockItemContainer, signature: SignatureBlock) -> None:
    empty = cell.paragraphs[0]
    for line in ((signature.to,) if signature.to else ()) + signature.comments:
        made = cell.add_paragraph(style=styles.SIGNATURE)
        made.paragraph_format.keep_with_next = True
        text.write(made, line)
    name = _centred(cell, styles.SIGNATURE)
    name.paragraph_format.space_before = Pt(_ROOM_TO_SIGN)
    text.write(name, f"({signature.name})" if signature.name else "(" + "." * 40 + ")")
    for line in (signature.position, signature.acting_for, signature.date or "วันที่ ......../......../........"):
        if line:
            name.paragraph_format.keep_with_next = True
            name = _centred(cell, styles.SIGNATURE)
            text.write(name, line)
    cell.add_paragraph(style=styles.SIGNATURE)
    empty._p.getparent().remove(empty._p)
