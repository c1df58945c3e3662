"""What our own sheets look like: columns with their widths and lists, the font, the page."""

from __future__ import annotations

import errno
import io
import math
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.plain_values import clean
from ita_desktop.domain.refusals import cause
from ita_desktop.exchange.grid import Value, column_name
from ita_desktop.thai.letters import MARKS

if TYPE_CHECKING:
    from openpyxl.styles import Alignment
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT, FONT_SIZE = "TH Sarabun New", 14
_HEAD_FILL, _ANSWER_FILL, _LINE, _PALE = "DCE6F1", "FFFDE7", "B8C4D0", "7F7F7F"
_LISTS = "รายการเลือก"
_ROWS_TO_FILL = 1000
_PAGE_WIDTH = 100.0
_LINE_HEIGHT = 19.5
_HIGHEST_ROW = 409.0
_LETTER = 0.8
"""Width of a letter of the font at this size, in the units of columns."""
_EDGE = 3.5
"""What the indent and the room at both sides take of it."""
_MARKS = re.compile(f"[{MARKS}]")
_LONGEST_CELL = 32_767
_EPOCH = (2020, 1, 1, 0, 0, 0)
_WHEN = "2020-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class OwnColumn:
    heading: str
    width: float
    choices: str = ""
    """The name of a list of choices, from which Excel lets one pick."""
    hidden: bool = False
    number_format: str = ""
    centred: bool = False
    """Codes and years, which stand badly against the text beside them."""
    answer: bool = False
    """To be written in, on a sheet where nothing else is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    name: str
    columns: tuple[OwnColumn, ...]
    rows: Sequence[Sequence[Value]]
    landscape: bool = True
    examples: int = 0
    """How many of the first rows are examples, shown pale."""
    above: Sequence[str] = ()
    """Lines over the table: what it is, and what is to be done with it."""
    only_answers: bool = False
    """Only the columns of answers can be written in; no password, so that whoever must can."""


def make_workbook(
    sheets: Sequence[OwnSheet], *, header: str, choices: Mapping[str, Sequence[str]], first: Sequence[str] = ()
) -> bytes:
    """The sheets as an .xlsx; the same sheets give the same bytes. `first` are lines of a page of instructions."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    styles = _Styles()
    if first:
        _instructions(workbook, first, styles)
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet.name), sheet, header, choices, styles)
    used = [name for name in choices if any(column.choices == name for sheet in sheets for column in sheet.columns)]
    if used:
        _lists(workbook.create_sheet(_LISTS), choices)
    return _without_the_hour(_saved(workbook))


def _saved(workbook: Workbook) -> bytes:
    """In memory; but openpyxl writes each sheet to the system's folder for such things first, which may be full."""
    from lxml.etree import SerialisationError  # type: ignore[import-untyped] # what openpyxl writes with

    made = io.BytesIO()
    try:
        workbook.save(made)
    except (OSError, SerialisationError) as error:
        full = cause(error) == errno.ENOSPC if isinstance(error, OSError) else "ENOSPC" in str(error)
        why = "พื้นที่ในดิสก์เต็ม" if full else "เขียนไฟล์ชั่วคราวไม่ได้ ไดรฟ์มีปัญหา อ่านได้อย่างเดียว หรือไม่มีสิทธิ์เขียน"
        raise FileTrouble(
            f"ทำตาราง Excel ไม่ได้ เพราะ{why}",
            safe="ข้อมูลในสมุดงานยังอยู่ครบ และไฟล์เดิมไม่เปลี่ยน",
            do="ตรวจพื้นที่ว่างและสิทธิ์ในไดรฟ์ของระบบ แล้วลองอีกครั้ง",
        ) from error
    return made.getvalue()


class _Styles:
    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        line = Side(style="thin", color=_LINE)
        self.font = Font(name=FONT, size=FONT_SIZE)
        self.bold = Font(name=FONT, size=FONT_SIZE, bold=True)
        self.large = Font(name=FONT, size=20, bold=True)
        self.pale = Font(name=FONT, size=FONT_SIZE, italic=True, color=_PALE)
        self.border = Border(left=line, right=line, top=line, bottom=line)
        self.head = PatternFill("solid", fgColor=_HEAD_FILL)
        self.answer = PatternFill("solid", fgColor=_ANSWER_FILL)
        self.unlocked = Protection(locked=False)
        self.top = Alignment(vertical="top", wrap_text=True)
        self.text = Alignment(vertical="top", horizontal="left", indent=1, wrap_text=True)
        self.number = Alignment(vertical="top", horizontal="right", indent=1)
        self.centred = Alignment(vertical="top", horizontal="center", wrap_text=True)
        self.middle = Alignment(vertical="center", horizontal="center", wrap_text=True)

    def alignment(self, value: Value, column: OwnColumn) -> Alignment:
        if column.centred:
            return self.centred
        return self.number if column.number_format or isinstance(value, int | float) else self.text


def put(cell: Any, value: Value) -> None:  # noqa: ANN401 - openpyxl says that any cell might be a merged one
    """A value into a cell; text stays text, whatever it begins with, and a formula of somebody's is never run."""
    if isinstance(value, str):
        value = clean(value)[:_LONGEST_CELL]
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        if value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
            cell.quotePrefix = True


def _fill(page: Worksheet, sheet: OwnSheet, header: str, choices: Mapping[str, Sequence[str]], styles: _Styles) -> None:
    head_row = _above(page, sheet, styles) + 1
    for index, column in enumerate(sheet.columns, 1):
        head = page.cell(head_row, index)
        put(head, column.heading)
        head.font, head.fill, head.border, head.alignment = styles.bold, styles.head, styles.border, styles.middle
        dimension = page.column_dimensions[column_name(index - 1)]
        dimension.width, dimension.hidden = column.width, column.hidden
    page.row_dimensions[head_row].height = _height([column.heading for column in sheet.columns], sheet.columns)
    for number, row in enumerate(sheet.rows, head_row + 1):
        for index, (value, column) in enumerate(zip(row, sheet.columns, strict=True), 1):
            cell = page.cell(number, index)
            cell.font = styles.pale if number - head_row - 1 < sheet.examples else styles.font
            cell.border, cell.alignment = styles.border, styles.alignment(value, column)
            if column.number_format:
                cell.number_format = column.number_format
            if column.answer:
                cell.fill, cell.protection = styles.answer, styles.unlocked
            put(cell, value)
        page.row_dimensions[number].height = _height(row, sheet.columns)
    _choose_from(page, sheet, choices, head_row + 1)
    page.freeze_panes = f"A{head_row + 1}"
    page.print_title_rows = f"{head_row}:{head_row}"
    _page_setup(page, sheet.name, header, landscape=sheet.landscape)
    if sheet.only_answers:
        page.protection.sheet = True
        page.protection.formatColumns = page.protection.formatRows = page.protection.formatCells = False


def _above(page: Worksheet, sheet: OwnSheet, styles: _Styles) -> int:
    """The lines over the table, each as wide as what is seen of it; how many rows they take."""
    if not sheet.above:
        return 0
    seen = [index for index, column in enumerate(sheet.columns, 1) if not column.hidden]
    width = sum(column.width for column in sheet.columns if not column.hidden)
    for number, line in enumerate(sheet.above, 1):
        cell = page.cell(number, seen[0])
        put(cell, line)
        cell.font, cell.alignment = (styles.large if number == 1 else styles.font), styles.top
        page.merge_cells(start_row=number, end_row=number, start_column=seen[0], end_column=seen[-1])
        page.row_dimensions[number].height = 30 if number == 1 else _lines(line, width) * _LINE_HEIGHT + 3
    return len(sheet.above)


def _height(row: Sequence[Value], columns: Sequence[OwnColumn]) -> float:
    """Room for the fullest cell, as far as Excel goes: programs do not measure a sheet that they did not make."""
    lines = [
        _lines(value, column.width)
        for value, column in zip(row, columns, strict=True)
        if isinstance(value, str) and not column.hidden
    ]
    return min(max(lines, default=1) * _LINE_HEIGHT + 3, _HIGHEST_ROW)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes. Marks above and below letters take no room; Thai breaks a little before the edge."""
    return sum(max(1, math.ceil(len(_MARKS.sub("", line)) * _LETTER / (width - _EDGE))) for line in text.split("\n"))


def _choose_from(page: Worksheet, sheet: OwnSheet, choices: Mapping[str, Sequence[str]], first: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    names = list(choices)
    for index, column in enumerate(sheet.columns):
        if not choices.get(column.choices):
            continue
        letter = column_name(names.index(column.choices))
        count = len(choices[column.choices])
        picked = DataValidation(
            type="list",
            formula1=f"'{_LISTS}'!${letter}$2:${letter}${count + 1}",
            allow_blank=True,
            showErrorMessage=False,
        )
        last = max(first + len(sheet.rows) - 1, _ROWS_TO_FILL)
        picked.add(f"{column_name(index)}{first}:{column_name(index)}{last}")
        page.add_data_validation(picked)


def _lists(page: Worksheet, choices: Mapping[str, Sequence[str]]) -> None:
    for index, (name, values) in enumerate(choices.items(), 1):
        for number, value in enumerate((name, *values), 1):
            put(page.cell(number, index), value)
    page.sheet_state = "hidden"


def _page_setup(page: Worksheet, name: str, header: str, *, landscape: bool) -> None:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    above, below = HeaderFooterItem(), HeaderFooterItem()
    above.left.text, above.right.text = header.replace("&", "&&"), name
    below.center.text = "&P / &N"
    for item in (above.left, above.right, below.center):
        item.font, item.size = f"{FONT},Regular", FONT_SIZE
    page.oddHeader, page.oddFooter = above, below
    page.page_margins.left = page.page_margins.right = 0.5


def _instructions(workbook: Workbook, lines: Sequence[str], styles: _Styles) -> None:
    page = workbook.create_sheet("วิธีใช้")
    page.column_dimensions["A"].width = _PAGE_WIDTH
    for number, line in enumerate(lines, 1):
        cell = page.cell(number, 1)
        put(cell, line)
        cell.font = styles.large if number == 1 else styles.font
        cell.alignment = styles.top
        page.row_dimensions[number].height = 30 if number == 1 else _lines(line, _PAGE_WIDTH) * _LINE_HEIGHT + 3
    page.sheet_view.showGridLines = False
    _page_setup(page, page.title, lines[0], landscape=False)


def _without_the_hour(made: bytes) -> bytes:
    """The same content makes the same file: no hour of making in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + _WHEN.encode(), data)
            plain = zipfile.ZipInfo(entry.filename, date_time=_EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(plain, data)
    return out.getvalue()
