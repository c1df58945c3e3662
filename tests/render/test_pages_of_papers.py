"""How a paper falls into pages: headings, contents, breaks, turned sections, pages of other papers."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pypdfium2
import pytest
from readers import MM, by_pdfium, letters, pages

from ita_desktop.papers.blocks import (
    Align,
    Contents,
    Cover,
    Figure,
    Heading,
    InsertedPages,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    Paragraph,
    Run,
    SignatureBlock,
    Signatures,
    Space,
)
from ita_desktop.papers.charts import Bar, BarChart
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.digits import Digits


def some_lines(count: int) -> Paragraph:
    return Paragraph(text="\n".join(f"บรรทัด{n}" for n in range(count)), indent=False, align=Align.LEFT)


def sizes(file: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(file) as document:
        return [tuple(round(side / MM) for side in document.get_page_size(n)) for n in range(len(document))]


@pytest.mark.parametrize("before", range(28, 37))
def test_a_heading_never_ends_a_page_and_a_paragraph_never_leaves_one_line(pdf, before):
    file = pdf(some_lines(before), Heading(text="หัวข้อ"), Paragraph(text="ต่อ\nต่อ\nต่อ\nต่อ\nต่อ", indent=False))
    for text in pages(file):
        lines = [line for line in text.split("\n") if line.strip() and not line.strip().isdigit()]
        assert lines[-1] != "หัวข้อ"
        assert text.count("ต่อ") != 1


def test_contents_name_every_heading_with_its_page_and_lead_there(pdf):
    chapters = [
        block
        for n in range(1, 6)
        for block in (Heading(text=f"บทหนึ่งใน{n}", number=f"{n}."), Heading(text=f"ข้อย่อย{n}", level=2), some_lines(20))
    ]
    file = pdf(Cover(lines=("ปก",)), Contents(), PageBreak(), *chapters, digits=Digits.ARABIC)
    texts = pages(file)
    reader = pypdf.PdfReader(io.BytesIO(file))
    listed = texts[1].split("สารบัญ")[1]
    for n in range(1, 6):
        page = next(number for number, text in enumerate(texts, 1) if number > 2 and f"บทหนึ่งใน{n}" in text)
        assert f"{n}. บทหนึ่งใน{n} {page}" in listed.replace("\n", " ")
    links = [each.get_object() for each in reader.pages[1]["/Annots"]]
    assert len(links) == 10
    assert all(link["/F"] == 4 for link in links)


def test_a_link_in_a_sentence_can_be_clicked_on_every_line_it_runs_over(pdf):
    text = (Run("ดูรายละเอียด "), Run("ที่หน้าเว็บไซต์ของหน่วยงาน " * 8, link="https://www.example.go.th/ก?ข=1"))
    annotations = pypdf.PdfReader(io.BytesIO(pdf(Paragraph(text=text)))).pages[0]["/Annots"]
    links = [each.get_object() for each in annotations]
    assert len(links) > 1
    assert {link["/A"]["/URI"] for link in links} == {"https://www.example.go.th/%E0%B8%81?%E0%B8%82=1"}
    assert all(85 < link["/Rect"][2] < 540 for link in links)


def test_the_outline_follows_the_headings_level_by_level(pdf):
    file = pdf(Heading(text="หนึ่ง", level=3), Heading(text="สอง"), Heading(text="สองหนึ่ง", level=2), Heading(text="สาม"))
    with pypdfium2.PdfDocument(file) as document:
        outline = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    assert outline == [(0, "หนึ่ง"), (0, "สอง"), (1, "สองหนึ่ง"), (0, "สาม")]


def test_a_landscape_section_stands_inside_a_portrait_report(pdf):
    file = pdf(
        some_lines(2), PageBreak(Orientation.LANDSCAPE), some_lines(2), PageBreak(Orientation.PORTRAIT), some_lines(2)
    )
    assert sizes(file) == [(210, 297), (297, 210), (210, 297)]


def test_breaks_make_no_empty_page(pdf):
    file = pdf(PageBreak(), some_lines(1), PageBreak(), Space(height=30), PageBreak(), some_lines(1), PageBreak())
    assert len(pages(file)) == 2


def test_a_paper_with_nothing_in_it_is_one_empty_page(pdf):
    assert pages(pdf()) == [""]


def test_a_book_shows_numbers_but_not_on_its_cover(pdf):
    file = pdf(Cover(lines=("ชื่อเรื่อง",)), some_lines(1), PageBreak(), some_lines(1), digits=Digits.ARABIC)
    assert [text.split("\n")[0] for text in pages(file)] == ["ชื่อเรื่อง", "2", "3"]


def test_numbers_can_be_left_out(pdf):
    file = pdf(some_lines(1), PageBreak(), some_lines(1), page_numbers=PageNumbers.NONE)
    assert [text.split("\n")[0] for text in pages(file)] == ["บรรทัด๐", "บรรทัด๐"]


def test_a_long_cover_shrinks_instead_of_running_over(pdf):
    assert len(pages(pdf(Cover(lines=("ชื่อรายงานที่ยาวมาก " * 12,) * 5, office=("สำนักงาน",) * 4, foot=("ท้าย",))))) == 1


def test_pages_of_another_pdf_stand_where_they_were_put(pdf):
    order = pdf(some_lines(1), PageBreak(Orientation.LANDSCAPE), Paragraph(text="หน้าสองของคำสั่ง"))
    file = pdf(some_lines(1), InsertedPages(data=order, name="คำสั่ง.pdf"), Heading(text="หลังคำสั่ง"), Contents())
    assert sizes(file) == [(210, 297), (210, 297), (297, 210), (210, 297)]
    texts = pages(file)
    assert "หน้าสองของคำสั่ง" in texts[2]
    assert "หลังคำสั่ง ๔" in texts[3].replace("\n", " ")


def test_a_pdf_that_cannot_be_read_leaves_a_page_that_says_which(pdf):
    text = by_pdfium(pdf(some_lines(1), InsertedPages(data=b"%PDF-1.4 nothing", name="ไฟล์เสีย.pdf"), some_lines(1)))
    assert "ไฟล์เสีย.pdf" in text


def test_the_same_paper_is_the_same_file(pdf):
    order = pdf(some_lines(1))
    blocks = (Heading(text="หัวข้อ"), some_lines(60), InsertedPages(data=order), Contents())
    made = [pdf(*blocks, made_on=date(2026, 11, 21)) for _ in range(2)]
    pdf(Paragraph(text="อื่น ๆ ที่ทำให้อักษรมาในลำดับอื่น ฮฬอห"))
    assert made[0] == made[1] == pdf(*blocks, made_on=date(2026, 11, 21))


def test_the_file_says_what_it_is_in_thai(fonts):
    paper = Paper(
        title="ชื่อ <เรื่อง> & อื่น", author="เทศบาลตำบลตัวอย่าง", subject="ITA ๒๕๖๘", blocks=(), made_on=date(2026, 11, 21)
    )
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(paper, fonts=fonts)))
    said = reader.metadata
    assert (said.title, said.author, said.subject) == ("ชื่อ <เรื่อง> & อื่น", "เทศบาลตำบลตัวอย่าง", "ITA ๒๕๖๘")
    assert said.creation_date.date() == date(2026, 11, 21)
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "th-TH"
    xmp = reader.xmp_metadata
    assert xmp.dc_title["x-default"] == said.title
    assert xmp.dc_creator == [said.author]
    assert catalog["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert catalog["/OutputIntents"][0]["/DestOutputProfile"]["/N"] == 3


def test_what_is_higher_than_a_page_is_made_smaller_not_cut(pdf):
    bars = BarChart(bars=tuple(Bar(label=f"ข้อ{n}จบ", value=n) for n in range(100)))
    signed = Signatures(blocks=(SignatureBlock(comments=("เห็นควรพิจารณา " * 400,), name="ผู้ลงนาม"),))
    file = pdf(Figure(content=bars, caption="คำบรรยาย"), signed)
    assert len(pages(file)) == 2
    assert all(f"ข้อ{n}จบ" in pages(file)[0] for n in "๐๑๒๓๔๕๖๗๘๙")
    assert all(0 < each.bottom < 297 - 19 for number in (0, 1) for each in letters(file, number))
