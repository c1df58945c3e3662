"""A Word file falls into pages as the PDF does: pictures and rows whole, heads at the height of the official form."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import docx
import pypdfium2
import pytest
import sample_year
from docx.enum.text import WD_LINE_SPACING, WD_TAB_LEADER
from docx.oxml.ns import qn
from test_pictures_of_papers import stand_in

from ita_desktop.papers.blocks import (
    Cell,
    Column,
    Contents,
    Cover,
    EmblemHead,
    Figure,
    Heading,
    LabelledLine,
    MemoHead,
    Orientation,
    PageBreak,
    PageNumbers,
    PaperOptions,
    Paragraph,
    Row,
    SignatureBlock,
    Signatures,
    Space,
    Table,
)
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.digits import Digits

LONG = " ".join(f"ข้อย่อยที่ {number}" for number in range(400))
OPTIONS = PaperOptions(today=sample_year.TODAY, emblem=stand_in(), preset="full-book")


def spacing_of(paragraph):
    """The kind of a paragraph's line spacing, its own or that of its style."""
    own, style = paragraph.paragraph_format, paragraph.style
    while own.line_spacing_rule is None and style is not None:
        own, style = style.paragraph_format, style.base_style
    return own.line_spacing_rule


@pytest.mark.parametrize("name", ["memo", "order", "announcement", "circular", "report"])
def test_no_picture_is_cut_to_the_height_of_a_line(name, fonts):
    paper = PAPERS[name].make(sample_year.rich_year(), OPTIONS)
    document = docx.Document(io.BytesIO(to_docx(paper, fonts=fonts)))
    holding = [paragraph for paragraph in document.paragraphs if paragraph._p.xpath(".//wp:inline")]
    assert bool(holding) == (name not in {"memo", "circular"})  # a memo's emblem floats beside its title
    exact = {WD_LINE_SPACING.EXACTLY}
    assert [paragraph.text for paragraph in holding if {spacing_of(paragraph)} == exact] == []


def table_of(*texts, emphasis=()):
    rows = tuple(Row((Cell(text),), emphasis=number in emphasis) for number, text in enumerate(texts))
    return Table(columns=(Column("รายการ", 1),), rows=rows)


def kept(document):
    """Of each row: whether it is never torn, and whether it stays with the next."""
    rows = document.tables[0]._tbl.tr_lst
    return [(bool(row.xpath("./w:trPr/w:cantSplit")), bool(row.xpath(".//w:keepNext"))) for row in rows]


def test_a_small_table_is_one_and_its_last_row_goes_with_nothing(word):
    assert kept(word(table_of("ก", "ข"))) == [(True, True), (True, True), (True, False)]


def test_a_row_taller_than_a_third_of_the_page_may_break_and_no_other(word):
    assert kept(word(table_of("ก", LONG, LONG)))[1:] == [(True, False), (False, False), (False, False)]


def test_the_name_of_a_group_stays_with_its_rows_and_a_total_with_the_row_above(word):
    middle = " ".join(LONG.split()[:150])
    told = kept(word(table_of("กลุ่ม", middle, middle, middle, "รวม", emphasis={0, 4})))
    assert [with_next for _, with_next in told[1:]] == [True, False, False, True, False]


def test_cells_have_room_around_their_text_and_tables_under_the_text_before(word):
    document = word(Paragraph("ดังนี้"), table_of("ก"))
    (room,) = document.tables[0]._tbl.xpath("./w:tblPr/w:tblCellMar")
    assert {side.tag.split("}")[1]: int(side.get(qn("w:w"))) for side in room} == {
        "top": 45,
        "left": 96,
        "bottom": 40,
        "right": 96,
    }
    assert document.paragraphs[0].paragraph_format.space_after.pt == 6


def test_what_word_wants_and_nobody_sees_has_no_height(word):
    """After a table, at a break, and where a section ends: a line of text there could become a page of its own."""
    landscape = PageBreak(Orientation.LANDSCAPE)
    document = word(Paragraph("ก"), PageBreak(), Paragraph("ข"), landscape, table_of("ค"))
    empty = [paragraph for paragraph in document.paragraphs if not paragraph.text.strip()]
    assert len(empty) == 3
    assert {paragraph.paragraph_format.line_spacing.pt for paragraph in empty} == {1}


def test_every_section_has_the_margins_of_the_pdf(word):
    document = word(Paragraph("ก"), PageBreak(Orientation.LANDSCAPE), Paragraph("ข"))
    margins = [
        [round(getattr(section, f"{side}_margin").mm) for side in ("left", "top", "right", "bottom")]
        for section in document.sections
    ]
    assert margins == [[30, 25, 20, 20], [20, 30, 20, 18]]


@pytest.mark.parametrize(
    "head", [MemoHead(lines=((LabelledLine(label="เรื่อง", value="ก"),),)), EmblemHead(lines=("ก",))]
)
def test_an_emblem_begins_15_mm_from_the_edge_and_the_next_pages_at_25(word, head):
    section = word(head, page_numbers=PageNumbers.OFFICIAL).sections[0]
    assert section.top_margin.mm == pytest.approx(15, abs=0.1)
    assert section.first_page_header.paragraphs[0].paragraph_format.line_spacing.pt == 1
    number = section.header.paragraphs[0]
    begins = section.header_distance.pt + 20.8 + number.paragraph_format.space_after.pt
    assert begins / 72 * 25.4 == pytest.approx(25, abs=0.3)


@pytest.mark.parametrize(
    ("blocks", "hidden"), [((Paragraph("ก"),), False), ((Cover(lines=("ก",)), Paragraph("ข")), True)]
)
def test_only_a_cover_hides_the_number_of_the_first_page_of_a_book(word, blocks, hidden):
    assert word(*blocks).sections[0].different_first_page_header_footer is hidden


def test_words_under_a_chart_are_no_heading_in_bold(word):
    document = word(Figure(stand_in(), caption="ภาพที่ 1"))
    assert document.paragraphs[-1].style.name == "ITA Figure Caption"
    assert document.paragraphs[-1].style.element.find(f"{qn('w:rPr')}/{qn('w:b')}") is None


@pytest.mark.soak
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_makes_as_many_pages_of_it_as_we_do(fonts, tmp_path, home):
    count = {}
    for name, kind in PAPERS.items():
        paper = kind.make(sample_year.rich_year(), OPTIONS)
        with pypdfium2.PdfDocument(to_pdf(paper, fonts=fonts)) as pdf:
            count[name] = len(pdf)
        (tmp_path / f"{name}.docx").write_bytes(to_docx(paper, fonts=fonts))
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, *tmp_path.glob("*.docx")], cwd=tmp_path, check=True, capture_output=True, timeout=300)
    differing = {}
    for name, ours in count.items():
        with pypdfium2.PdfDocument(tmp_path / f"{name}.pdf") as pdf:
            if abs(len(pdf) - ours) > (ours > 5):  # a line that breaks otherwise may cost a long paper a page
                differing[name] = (ours, len(pdf))
    assert differing == {}


def test_a_signature_stays_with_the_end_of_what_it_signs(word):
    signed = Signatures((SignatureBlock(name="นายสมมติ ใจดี", comments=("- เห็นชอบ",)),))
    document = word(Paragraph("ต้น"), Paragraph("ปลาย"), Space(3), signed)
    assert [bool(line.paragraph_format.keep_with_next) for line in document.paragraphs] == [False, True, True]
    above, names = document.tables[0].rows
    assert {line.paragraph_format.keep_with_next for cell in above.cells for line in cell.paragraphs} == {True}
    assert {line.paragraph_format.keep_with_next for cell in names.cells for line in cell.paragraphs} == {None}


def test_contents_hold_the_pages_of_the_pdf_already(word, fonts):
    """Who opens the file with another program than Word sees them too."""
    blocks = (Contents(), PageBreak(), Heading(text="ก", number="1."), PageBreak(), Heading(text="ข", level=2))
    lines = [line for line in word(*blocks, digits=Digits.THAI).paragraphs if re.fullmatch(r"TOC \d", line.style.name)]
    assert [line.text for line in lines] == ["๑. ก\t๒", "ข\t๓"]
    (stop,) = lines[0].style.paragraph_format.tab_stops
    assert (round(stop.position.mm), stop.leader) == (160, WD_TAB_LEADER.DOTS)


def test_a_code_in_thai_digits_has_no_gap_in_it(word):
    normal = word(Paragraph("ข้อ o๑๒")).styles["Normal"].element
    for name in ("autoSpaceDE", "autoSpaceDN"):
        (switch,) = normal.iter(qn(f"w:{name}"))
        assert switch.get(qn("w:val")) == "0"
