"""Tables: repeated head rows, spans over rows and columns, and rows that stay whole where the PDF keeps them whole."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from ita_desktop.papers.blocks import Align, Cell, Column, Listing, Paragraph, Row, Run, Table
from ita_desktop.render.docx import styles, text
from ita_desktop.render.docx.xml import element, twips
from ita_desktop.render.pdf.form import CELL, MM
from ita_desktop.render.pdf.grid import PAD_ABOVE, PAD_BELOW, PAD_SIDE, Spot, spots
from ita_desktop.render.pdf.prose import GAP_AFTER_MARK
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.table_layout import kept_together

_HEAD_SHADE = "E8EEEE"
_EMPHASIS_SHADE = "F4F6F6"


def table(document: Document, block: Table, setting: Setting, *, last: bool) -> None:
    """A table over the whole width of the text. `last` = nothing stands under it."""
    if not block.columns:
        return
    if block.caption:
        caption = document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        text.write(caption, block.caption)
    else:
        _stand_off(document)
    head = block.head or (Row(tuple(Cell(column.title) for column in block.columns)),)
    rows = (*head, *block.rows)
    shares = sum(column.share for column in block.columns) or 1.0
    widths = [column.share / shares * setting.width / MM for column in block.columns]
    made = document.add_table(rows=len(rows), cols=len(block.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _fix_widths(made, widths)
    _pad(made)
    cells = made._cells  # python-docx computes them anew at every look
    for part, first_row in ((head, 0), (block.rows, len(head))):
        is_head = part is head
        for spot in spots(part, len(block.columns)):
            row = part[spot.row]
            word_cell = _merged(cells, len(block.columns), spot, first_row)
            align = _align(spot.cell, block.columns, spot.column, head=is_head)
            _fill(word_cell, spot.cell, align, setting, bold=is_head or row.emphasis)
            if is_head:
                word_cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            if is_head or row.emphasis:
                _shade(word_cell, _HEAD_SHADE if is_head else _EMPHASIS_SHADE)
    _keep_whole(made, block, setting, len(head))
    under = text.hardly_high(document.add_paragraph())
    if not last:
        under.paragraph_format.space_before = Pt(styles.PART_GAP)


def _keep_whole(made: WordTable, block: Table, setting: Setting, heads: int) -> None:
    """By the heights that the same table has in the PDF: what may not be torn there may not be torn here."""
    kept = kept_together(block, setting)
    head = [(True, True)] * heads
    for number, (word_row, (whole, with_next)) in enumerate(
        zip(made._tbl.tr_lst, [*head, *zip(*kept, strict=True)], strict=True)
    ):
        if whole:
            word_row.get_or_add_trPr().append(element("w:cantSplit"))
        if number < heads:
            word_row.get_or_add_trPr().append(element("w:tblHeader"))
        if with_next and number < len(made._tbl.tr_lst) - 1:
            for line in word_row.iter(qn("w:p")):
                line.get_or_add_pPr().keepNext_val = True


def _stand_off(document: Document) -> None:
    """A table has no room above it but what the paragraph before it leaves."""
    before = text.last_paragraph(document)
    if before is not None:
        before.paragraph_format.space_after = Pt(styles.PART_GAP)


def _pad(made: WordTable) -> None:
    """Room around the text of every cell, as in the PDF."""
    sides = (("top", PAD_ABOVE), ("left", PAD_SIDE), ("bottom", PAD_BELOW), ("right", PAD_SIDE))
    room = element("w:tblCellMar", *(element(f"w:{side}", w=twips(pad / MM), type="dxa") for side, pad in sides))
    made._tbl.tblPr.insert_element_before(room, "w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange")


def _merged(cells: Sequence[WordCell], columns: int, spot: Spot, first_row: int) -> WordCell:
    first: WordCell = cells[(first_row + spot.row) * columns + spot.column]
    if spot.is_single and spot.end_column == spot.column + 1:
        return first
    merged: WordCell = first.merge(cells[(first_row + spot.end_row - 1) * columns + spot.end_column - 1])
    return merged


def _fill(word_cell: WordCell, cell: Cell, align: Align, setting: Setting, *, bold: bool) -> None:
    empty = word_cell.paragraphs[0]
    for content in _parts(cell):
        if isinstance(content, Listing):
            widest = setting.line(content.marker or f"{setting.number(len(content.items))}.", CELL)
            hang = (widest.width + GAP_AFTER_MARK) / MM
            text.listing(word_cell, content, setting.digits, style=styles.CELL, hang=hang)
        else:
            line = text.in_our_style(word_cell, styles.CELL)
            line.alignment = text.ALIGN[align]
            text.write(line, content.text, bold=bold or cell.bold)
    word_cell._tc.remove(empty._p)


def _parts(cell: Cell) -> tuple[Paragraph | Listing, ...]:
    """A cell's content as blocks; a cell is never without a paragraph, Word refuses that."""
    content = cell.content
    if isinstance(content, str):
        return (Paragraph(text=content),)
    blocks = tuple(part for part in content if not isinstance(part, Run))
    return blocks or (Paragraph(text=tuple(part for part in content if isinstance(part, Run))),)


def _align(cell: Cell, columns: Sequence[Column], column: int, *, head: bool) -> Align:
    if cell.align is not None:
        return cell.align
    return Align.CENTER if head else columns[column].align


def _shade(word_cell: WordCell, colour: str) -> None:
    shade = element("w:shd", val="clear", color="auto", fill=colour)
    word_cell._tc.get_or_add_tcPr().insert_element_before(shade, "w:noWrap", "w:tcMar", "w:textDirection", "w:vAlign")


def _fix_widths(made: WordTable, widths: Sequence[float]) -> None:
    for grid_column, width in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        grid_column.set(qn("w:w"), str(twips(width)))
    for row in made._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            word_width = cell.get_or_add_tcPr().get_or_add_tcW()
            word_width.set(qn("w:w"), str(twips(width)))
            word_width.set(qn("w:type"), "dxa")


def borderless(document: Document, rows: int, widths: Sequence[float]) -> WordTable:
    """A table nobody sees, for things side by side."""
    made: WordTable = document.add_table(rows, len(widths))
    made.autofit = False
    _fix_widths(made, widths)
    return made
