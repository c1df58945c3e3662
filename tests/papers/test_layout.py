"""Typed text becomes paragraphs and lists; headings and captions are counted."""

import pytest

from ita_desktop.papers.blocks import (
    Column,
    Figure,
    Heading,
    Listing,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    plain,
)
from ita_desktop.papers.layout import numbered, prose, tidy, with_captions, with_subnumbers


def test_a_line_is_a_paragraph_and_an_empty_line_is_none():
    assert [plain(block.text) for block in prose("หนึ่ง\n\n  สอง \n")] == ["หนึ่ง", "สอง"]
    assert prose("  \n ") == ()


@pytest.mark.parametrize(
    "typed", ["1. แจ้ง\n2. เผยแพร่\n3. ติดตาม", "๑. แจ้ง\n๒. เผยแพร่\n๓. ติดตาม", "1) แจ้ง\n2) เผยแพร่\n3) ติดตาม"]
)
def test_lines_that_count_up_become_a_numbered_list(typed):
    assert prose(f"เห็นควร\n{typed}\nจบ") == (
        Paragraph("เห็นควร"),
        Listing(("แจ้ง", "เผยแพร่", "ติดตาม")),
        Paragraph("จบ"),
    )


def test_numbers_that_do_not_count_up_from_one_stay_as_typed():
    assert prose("3. ข้อสาม\n5. ข้อห้า") == (Paragraph("3. ข้อสาม"), Paragraph("5. ข้อห้า"))
    assert prose("1. ข้อเดียว") == (Paragraph("1. ข้อเดียว"),)
    assert prose("1.5 เท่า\n2.5 เท่า") == (Paragraph("1.5 เท่า"), Paragraph("2.5 เท่า"))


def test_lines_with_a_dash_become_a_marked_list():
    assert prose("- ก\n• ข\nค") == (Listing(("ก", "ข"), marker="-"), Paragraph("ค"))
    assert prose("-5 องศา") == (Paragraph("-5 องศา"),)


def test_steps_are_numbered_once_however_they_were_typed():
    assert numbered(("ร่าง", "เสนอ")) == (Listing(("ร่าง", "เสนอ")),)
    assert numbered(("1. ร่าง", "2. เสนอ")) == (Listing(("ร่าง", "เสนอ")),)
    assert numbered(("1. ร่าง\n2. เสนอ",)) == (Listing(("ร่าง", "เสนอ")),)
    assert numbered(("ร่าง",)) == (Paragraph("ร่าง"),)
    assert numbered(()) == ()


def test_a_step_of_several_lines_loses_none_of_them():
    assert numbered(("ร่าง\nแล้วตรวจ", "เสนอ")) == (Listing(("ร่าง แล้วตรวจ", "เสนอ")),)


def test_captions_are_counted_apart_and_only_where_there_is_one():
    table, picture = Table(columns=(Column("ก", 1),), rows=(), caption="คะแนน"), Picture(b"")
    done = with_captions([table, Figure(picture, caption="แผนภูมิ"), Table(columns=(), rows=()), table])
    assert [getattr(block, "caption", "") for block in done] == ["ตารางที่ 1 คะแนน", "ภาพที่ 1 แผนภูมิ", "", "ตารางที่ 2 คะแนน"]


def test_headings_of_the_second_level_are_counted_under_their_section():
    blocks = [Heading(text="ก", level=2), Heading(text="ข", level=3), Heading(text="ค", level=2)]
    assert [block.number for block in with_subnumbers(blocks, "3")] == ["3.1", "", "3.2"]


def test_breaks_that_meet_become_one_and_none_ends_a_paper():
    blocks = [
        Paragraph("ก"),
        PageBreak(Orientation.PORTRAIT),
        PageBreak(),
        PageBreak(Orientation.LANDSCAPE),
        Paragraph("ข"),
    ]
    assert tidy([*blocks, PageBreak()]) == (Paragraph("ก"), PageBreak(Orientation.LANDSCAPE), Paragraph("ข"))
