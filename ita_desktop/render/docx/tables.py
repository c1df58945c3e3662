"""Tables: repeated head rows, spans over rows and columns, rows that may break across pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from ita_desktop.papers.blocks import Align, Cell, Column, Listing, Paragraph, Row, Run, Table
from ita_desktop.render.docx import styles, text
from ita_desktop.render.docx.xml import element, twips
from ita_desktop.render.pdf.grid import Spot, spots
from ita_desktop.thai.digits import Digits

_HEAD_SHADE = "E8EEEE"
_EMPHASIS_SHADE = "F4F6F6"
_LIST_HANG = 6.0


def table(document: Document, block: Table, digits: Digits, width: float) -> None:
    """A table over the whole width of the text, `width` mm."""
    if not block.columns:
        return
    if block.caption:
        text.write(document.add_paragraph(style="Caption"), block.caption)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    head = block.head or (Row(tuple(Cell(column.title) for column in block.columns)),)
    rows = (*head, *block.rows)
    shares = sum(column.share for column in block.columns) or 1.0
    widths = [column.share / shares * width for column in block.columns]
    made = document.add_table(rows=len(rows), cols=len(block.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _fix_widths(made, widths)
    cells = made._cells  # python-docx computes them anew at every look
    for part, first_row in ((head, 0), (block.rows, len(head))):
        is_head = part is head
        for spot in spots(part, len(block.columns)):
            row = part[spot.row]
            word_cell = _merged(cells, len(block.columns), spot, first_row)
            align = _align(spot.cell, block.columns, spot.column, head=is_head)
            _fill(word_cell, spot.cell, align, digits, bold=is_head or row.emphasis)
            if is_head or row.emphasis:
                _shade(word_cell, _HEAD_SHADE if is_head else _EMPHASIS_SHADE)
    for word_row in made._tbl.tr_lst[: len(head)]:
        word_row.get_or_add_trPr().extend([element("w:cantSplit"), element("w:tblHeader")])
    document.add_paragraph().paragraph_format.line_spacing = Pt(styles.PART_GAP)


def _merged(cells: Sequence[WordCell], columns: int, spot: Spot, first_row: int) -> WordCell:
    first: WordCell = cells[(first_row + spot.row) * columns + spot.column]
    if spot.is_single and spot.end_column == spot.column + 1:
        return first
    merged: WordCell = first.merge(cells[(first_row + spot.end_row - 1) * columns + spot.end_column - 1])
    return merged


def _fill(word_cell: WordCell, cell: Cell, align: Align, digits: Digits, *, bold: bool) -> None:
    empty = word_cell.paragraphs[0]
    for content in _parts(cell):
        if isinstance(content, Listing):
            text.listing(word_cell, replace(content, indent=0.0), digits, style=styles.CELL, hang=_LIST_HANG)
        else:
            line = word_cell.add_paragraph(style=styles.CELL)
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
    word_cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


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
