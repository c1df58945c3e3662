"""Tables over pages: nothing lost, nothing twice, heads repeated, and torn rows say that they go on."""

from __future__ import annotations

import re

import pytest
from readers import bare, by_pdftotext, letters, pages, strokes, word

from ita_desktop.papers.blocks import (
    Align,
    Cell,
    Column,
    Heading,
    Listing,
    PageNumbers,
    Paragraph,
    Row,
    SignatureBlock,
    Signatures,
    Table,
)
from ita_desktop.thai.digits import Digits

TWO = (Column("ซ้าย", 1), Column("ขวา", 2))


def row(*texts: str, emphasis: bool = False) -> Row:
    return Row(tuple(Cell(text) for text in texts), emphasis=emphasis)


def lines_before(count: int) -> Paragraph:
    return Paragraph(text="\n".join("เหนือตาราง" for _ in range(count)), indent=False, align=Align.LEFT)


@pytest.fixture
def table_pdf(pdf):
    def made(*blocks: object) -> bytes:
        return pdf(*blocks, digits=Digits.ARABIC, page_numbers=PageNumbers.NONE)

    return made


def test_the_head_is_repeated_and_every_row_stands_once(table_pdf):
    rows = tuple(row(f"ชื่อแถว{n}จบ", f"ค่าแถว{n}จบ") for n in range(120))
    texts = pages(table_pdf(Table(columns=TWO, rows=rows)))
    assert len(texts) > 3
    assert all(text.split("\n")[0].split() == ["ซ้าย", "ขวา"] for text in texts)
    whole = "".join(texts)
    assert all(whole.count(f"แถว{n}จบ") == 2 for n in range(120))


def test_a_head_of_two_rows_with_spanning_cells_is_repeated_whole(table_pdf):
    columns = (Column("", 1), Column("", 1), Column("", 1))
    head = (
        Row((Cell("รายการ", rows=2), Cell("จำนวนผู้ตอบ", columns=2))),
        Row((Cell("ชาย"), Cell("หญิง"))),
    )
    rows = tuple(row(f"ก{n}", "1", "2") for n in range(80))
    for text in pages(table_pdf(Table(columns=columns, rows=rows, head=head))):
        assert bare(text).startswith("รายการจำนวนผู้ตอบชายหญิง")


def test_a_row_higher_than_a_page_goes_on_with_its_name_and_loses_nothing(table_pdf):
    steps = tuple(f"ขั้นตอน{n}ของมาตรการนี้ทำโดยละเอียดรอบคอบ" for n in range(150))
    tall = Row((Cell("มาตรการหนึ่ง"), Cell((Listing(items=steps),))))
    texts = pages(table_pdf(Table(columns=TWO, rows=(row("ก่อน", "ก่อน"), tall, row("หลัง", "หลัง")))))
    assert len(texts) > 3
    for text in texts[1:]:
        assert "มาตรการหนึ่ง (ต่อ)" in text.replace("\n", " ")
    whole = bare("".join(texts))
    places = [whole.index(f"ขั้นตอน{n}ของ") for n in range(150)]
    assert places == sorted(places)


def test_a_long_first_cell_that_is_torn_only_says_that_it_goes_on(table_pdf):
    long = "ข้อความยาวในช่องแรก " * 300
    texts = pages(table_pdf(Table(columns=TWO, rows=(row(long, "สั้น"),))))
    assert "".join(texts).count("ยาว") == 300
    assert all(text.count("(ต่อ)") == 1 for text in texts[1:])


def test_cells_over_more_rows_than_a_page_holds_run_on_beside_them(table_pdf):
    rows = [Row((Cell("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", rows=90), Cell("มาตรการ0จบ")))]
    rows += [row(f"มาตรการ{n}จบ") for n in range(1, 90)]
    texts = pages(table_pdf(Table(columns=TWO, rows=tuple(rows))))
    assert len(texts) > 2
    assert all("การปฏิบัติหน้าที่" in text for text in texts)
    assert all("(ต่อ)" in text for text in texts[1:])
    whole = "".join(texts)
    assert all(whole.count(f"มาตรการ{n}จบ") == 1 for n in range(90))


def test_a_torn_row_beside_a_spanning_cell_is_named_again_too(table_pdf):
    columns = (Column("ตัวชี้วัด", 1), Column("มาตรการ", 1), Column("ขั้นตอน", 1))
    steps = Cell("ทำตามขั้นตอนอย่างละเอียด " * 150)
    rows = (Row((Cell("กลุ่มแรก", rows=2), Cell("มาตรการหนึ่ง"), steps)), Row((Cell("มาตรการสอง"), steps)))
    texts = pages(table_pdf(Table(columns=columns, rows=rows)))
    said = " ".join(texts[1].split())
    assert "กลุ่มแรก (ต่อ)" in said
    assert "มาตรการหนึ่ง (ต่อ)" in said


def test_a_spanning_cell_longer_than_its_rows_makes_room_for_itself(table_pdf):
    long = "ผลการวิเคราะห์ที่ยาวกว่าแถวข้างกันมาก " * 60
    rows = (Row((Cell("หนึ่ง"), Cell(long, rows=2))), row("สอง"), row("สาม", "ต่อท้าย"))
    text = bare(by_pdftotext(table_pdf(Table(columns=TWO, rows=rows))))
    assert text.count("ผลการวิเคราะห์ที่ยาวกว่าแถวข้างกันมาก") == 60
    assert text.index("สาม") < text.index("ต่อท้าย")


@pytest.mark.parametrize("above", range(12, 36))
def test_a_group_name_does_not_end_a_page_and_a_total_does_not_begin_one(table_pdf, above):
    group = [Row((Cell("กลุ่ม", columns=2),), emphasis=True), *(row("แถว", "ค่า") for _ in range(5))]
    table = Table(columns=TWO, rows=(*group, *group, *group, row("รวม", "9", emphasis=True)))
    for text in pages(table_pdf(lines_before(above), table)):
        cells = [line for line in text.split("\n") if line.strip()]
        assert not cells[-1].startswith("กลุ่ม")
        body = cells[cells.index("ซ้าย ขวา") + 1 :] if "ซ้าย ขวา" in cells else ["แถว"]
        assert not body[0].startswith("รวม")


@pytest.mark.parametrize("above", range(24, 36, 2))
def test_a_table_begins_under_its_heading_and_a_small_one_stays_whole(table_pdf, above):
    table = Table(columns=TWO, rows=tuple(row(f"แถว{n}", "ค่า") for n in range(6)), caption="ตารางที่ 1")
    for text in pages(table_pdf(lines_before(above), Heading(text="ผลคะแนน"), table)):
        assert text.count("แถว") in (0, 6)
        assert ("ผลคะแนน" in text) == ("ตารางที่ 1" in text) == ("แถว" in text)


@pytest.mark.parametrize("above", range(4, 30, 3))
def test_a_signature_under_a_table_takes_the_last_row_along(table_pdf, above):
    table = Table(columns=TWO, rows=tuple(row(f"แถว{n}จบ", "ค่า") for n in range(30)))
    texts = pages(table_pdf(lines_before(above), table, Signatures(blocks=(SignatureBlock(name="ผู้ลงนาม"),))))
    signed = next(text for text in texts if "ผู้ลงนาม" in text)
    assert "แถว29จบ" in signed


def test_a_table_without_rows_can_be_signed_too(table_pdf):
    signed = Signatures(blocks=tuple(SignatureBlock(name=f"ผู้ลงนาม{n}") for n in range(8)))
    texts = pages(table_pdf(lines_before(28), Table(columns=TWO, rows=()), signed))
    assert "".join(texts).count("ผู้ลงนาม") == 8


def test_a_table_that_just_fits_is_not_torn_for_the_room_under_it(table_pdf):
    def made(count: int) -> list[str]:
        table = Table(columns=TWO, rows=tuple(row(f"แถว{n}", "ค่า") for n in range(count)))
        return pages(table_pdf(table, Paragraph(text="ต่อท้ายตาราง", indent=False)))

    full = next(count for count in range(20, 60) if "ต่อท้ายตาราง" not in made(count)[0])
    assert made(full)[0].count("แถว") == full


def test_a_table_stays_between_the_margins_and_its_numbers_stand_right(table_pdf):
    columns = (Column("ชื่อ", 3), Column("คะแนน", 1, Align.RIGHT))
    file = table_pdf(Table(columns=columns, rows=(row("การใช้อำนาจ", "83.97"), row("ก", "100.00"))))
    frames = strokes(file)
    assert min(each.left for each in frames) == pytest.approx(30, abs=0.5)
    assert max(each.right for each in frames) == pytest.approx(190, abs=0.5)
    seen = letters(file)
    assert word(seen, "83.97")[-1].right == pytest.approx(word(seen, "100.00")[-1].right, abs=0.3)


@pytest.mark.parametrize(
    "table",
    [
        Table(columns=(), rows=(row("x"),)),
        Table(columns=TWO, rows=()),
        Table(columns=TWO, rows=(Row(()), Row((Cell("เกิน"),) * 9))),
        Table(columns=TWO, rows=(Row((Cell("กว้างเกิน", columns=9, rows=9),)), row("ก"))),
        Table(columns=(Column("ก", 0), Column("ข", 0)), rows=(row("1", "2"),)),
        Table(columns=tuple(Column("แคบ", 1) for _ in range(40)), rows=(row(*["คำยาวมาก"] * 40),)),
        Table(columns=(Column("หัวตารางยาวเหลือเกิน " * 400, 1), Column("ข", 5)), rows=(row("1", "2"),) * 3),
    ],
    ids=["no columns", "no rows", "ragged rows", "spans beyond the edge", "no shares", "forty columns", "a huge head"],
)
def test_odd_tables_are_drawn_as_well_as_they_can_be(table_pdf, table):
    assert re.match(rb"%PDF", table_pdf(table))


def test_a_column_too_narrow_for_it_does_not_say_that_a_row_goes_on(table_pdf):
    """The next one does: "(ต่" over "อ)" is no word."""
    columns = (Column("ที่", 1), Column("เรื่อง", 6), Column("รายละเอียด", 14))
    long = " ".join(f"ข้อย่อย{number}" for number in range(900))
    first, *others = pages(table_pdf(Table(columns=columns, rows=(row("7", "ช่องทาง", long),))))
    assert "ต่อ" not in first
    for text in others:
        assert "(ต่อ)" in text.replace("\n", " ").split()
        assert text.count("ต่") == 1


def test_a_link_wider_than_its_column_breaks_where_its_parts_meet(table_pdf):
    columns = (Column("ที่เผยแพร่", 1), Column("เรื่อง", 3))
    link = "https://www.tuayang.example/2568/report_of_the_year.pdf"
    (text,) = pages(table_pdf(Table(columns=columns, rows=(row(link, ""),))))
    lines = [line.strip() for line in text.split("\n")]
    parts = [line for line in lines if line and line in link]
    assert "".join(parts) == link
    assert all(part[-1] in "/.-_?&=" for part in parts[:-1])
