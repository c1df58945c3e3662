"""One kind of digits throughout; what is an address stays one."""

from __future__ import annotations

from ita_desktop.papers.blocks import (
    Cell,
    Column,
    Figure,
    Heading,
    InsertedPages,
    Listing,
    Paper,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    plain,
)
from ita_desktop.papers.charts import Bar, BarChart
from ita_desktop.papers.said import said
from ita_desktop.render.digits import with_digits
from ita_desktop.thai.digits import Digits

MIXED = Paper(
    title="ปี 2568",
    digits=Digits.THAI,
    blocks=(
        Heading(text="ผลคะแนน ๒๕๖๘ และ 2567", number="1.2"),
        Paragraph(
            text=(
                Run("ได้ 92.89 คะแนน ", bold=True),
                Run("ดู www.example.go.th/o12 หรือ a1@example.go.th", link="http://a/1"),
            )
        ),
        Listing(items=("ข้อ 1", (Run("ข้อ 2"),))),
        Table(columns=(Column("ปี 2568", 1),), rows=(Row((Cell((Paragraph(text="o12"),)),)),)),
        Figure(content=BarChart(bars=(Bar(label="ตัวชี้วัดที่ 1", value=1.5),)), caption="ภาพที่ 1"),
        Figure(content=Picture(b"1", "ภาพ 1.jpg")),
        InsertedPages(data=b"2", name="คำสั่ง 2.pdf"),
    ),
)


def test_every_text_of_a_paper_gets_thai_digits():
    heading, paragraph, listing, table, figure, *_ = with_digits(MIXED).blocks
    assert (heading.text, heading.number) == ("ผลคะแนน ๒๕๖๘ และ ๒๕๖๗", "๑.๒")
    assert paragraph.text[0] == Run("ได้ ๙๒.๘๙ คะแนน ", bold=True)
    assert [plain(item) for item in listing.items] == ["ข้อ ๑", "ข้อ ๒"]
    assert table.columns[0].title == "ปี ๒๕๖๘"
    assert table.rows[0].cells[0].content[0].text == "o๑๒"
    assert figure.content.bars[0].label == "ตัวชี้วัดที่ ๑"
    assert figure.caption == "ภาพที่ ๑"


def test_addresses_and_names_of_files_stay_as_they_are():
    _, paragraph, *_, figure, inserted = with_digits(MIXED).blocks
    assert paragraph.text[1].text == "ดู www.example.go.th/o12 หรือ a1@example.go.th"
    assert paragraph.text[1].link == "http://a/1"
    assert figure.content.name == "ภาพ 1.jpg"
    assert inserted.name == "คำสั่ง 2.pdf"


def test_done_twice_it_is_the_same_and_back_again_all_are_arabic():
    from dataclasses import replace

    thai = with_digits(MIXED)
    assert with_digits(thai) == thai
    arabic = with_digits(replace(thai, digits=Digits.ARABIC))
    assert not [text for text in said(arabic) if set(text) & set("๐๑๒๓๔๕๖๗๘๙")]
