"""Order, agenda, announcement, circular, calendar and checklist say what the year holds, once."""

from dataclasses import replace

import sample_year
from reading import assert_fits, cell_texts, rows, tables, words

from ita_desktop.domain.measure_facts import by_owner
from ita_desktop.domain.records import Order, Signatory
from ita_desktop.papers.agenda import agenda
from ita_desktop.papers.announcement import announcement
from ita_desktop.papers.blocks import Listing, Orientation, PageBreak, PaperOptions, Signatures
from ita_desktop.papers.calendar import calendar
from ita_desktop.papers.checklist import checklist
from ita_desktop.papers.circular import circular
from ita_desktop.papers.order import order

RICH = sample_year.rich_year()
EMPTY = sample_year.empty_year()
OPTIONS = PaperOptions(today=sample_year.TODAY)


def signer(paper):
    (block,) = [block for block in paper.blocks if isinstance(block, Signatures)]
    (one,) = block.blocks
    return one.name, one.position


def assert_once(text, *values):
    assert {value: text.count(value) for value in values} == dict.fromkeys(values, 1)


# ------------------------------------------------------------------------------------------------------ order


def test_the_order_holds_everything_that_was_written():
    text = words(order(RICH, OPTIONS))
    assert_once(
        text,
        "คำสั่งเทศบาลตำบลตัวอย่าง",
        "ที่ 145/2568",
        "แต่งตั้งคณะทำงานขับเคลื่อนความโปร่งใส",
        "เพื่อให้งานประเมินมีเจ้าภาพชัดเจน",
        "นางประธาน สุจริต",
        "เลขานุการคณะทำงาน",
        "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน",
        "ข้อ o12 ",
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร",
        "รวบรวมหลักฐานทุกข้อ",
        "รายงานความก้าวหน้าทุกเดือน",
        "ทั้งนี้ ตั้งแต่วันที่ 8 กันยายน 2568 เป็นต้นไป",
        "สั่ง ณ วันที่ 1 กันยายน พ.ศ. 2568",
        "นายตัวแทน ประชาราษฎร์",
    )


def test_members_without_a_charge_need_no_column_for_it():
    assert RICH.order
    members = tuple(replace(member, charge=()) for member in RICH.order.members)
    (table,) = tables(order(replace(RICH, order=replace(RICH.order, members=members)), OPTIONS))
    assert [column.title for column in table.columns] == ["ที่", "ชื่อ–สกุล", "ตำแหน่ง", "หน้าที่ในคณะทำงาน"]
    assert_fits(table)


def test_an_order_nobody_wrote_leaves_room_for_number_day_and_name():
    paper = order(EMPTY, PaperOptions())
    text = words(paper)
    assert "ที่ ........../.........." in text
    assert "สั่ง ณ วันที่ ........." in text
    assert "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป" in text
    assert any(isinstance(block, Listing) and len(block.items) == 4 for block in paper.blocks)
    assert signer(paper) == ("", "นายกเทศมนตรีตำบลตัวอย่าง")


def test_without_its_own_signatory_the_order_takes_the_head_who_signed_the_memo():
    assert signer(order(replace(RICH, order=None), OPTIONS)) == ("นายตัวแทน ประชาราษฎร์", "นายกเทศมนตรีตำบลตัวอย่าง")
    acting = Order(signatory=Signatory(name="นางรักษา ราชการ", position="ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี"))
    assert signer(order(replace(RICH, order=acting), OPTIONS)) == ("นางรักษา ราชการ", "ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี")


# ----------------------------------------------------------------------------------------------------- agenda


def test_the_agenda_says_when_and_where_and_counts_its_points():
    text = words(agenda(RICH, OPTIONS))
    assert_once(
        text,
        "ครั้งที่ 2/2568",
        "วันพุธที่ 10 กันยายน 2568 เวลา 13.30 น.",
        "ณ ห้องประชุมชั้น 2 อาคารสำนักงาน",
        "ระเบียบวาระที่ 1  เรื่องแจ้งเพื่อทราบ\nผลการประเมินที่ประกาศแล้ว",
        "ระเบียบวาระที่ 2  เรื่องพิจารณา\n2.1 ร่างผลวิเคราะห์\n2.2 ร่างบัญชีมาตรการ",
        "ระเบียบวาระที่ 3  เรื่องอื่น ๆ",
    )


def test_an_agenda_nobody_wrote_has_the_usual_four_items():
    text = words(agenda(EMPTY, PaperOptions()))
    assert text.count("ระเบียบวาระที่") == 4
    assert "ครั้งที่ ...." in text
    assert "3.2 (ร่าง) มาตรการส่งเสริม" in text


# ----------------------------------------------------------------------------------------------- announcement


def test_the_announcement_carries_the_measures_on_pages_of_their_own():
    paper = announcement(RICH, OPTIONS)
    text = words(paper)
    assert_once(text, *(measure.title for measure in RICH.measures), "จึงประกาศให้ทราบโดยทั่วกัน", "ประกาศ ณ วันที่")
    assert "จำนวน 4 มาตรการ" in text
    assert [b.orientation for b in paper.blocks if isinstance(b, PageBreak)] == [Orientation.LANDSCAPE]
    assert signer(paper) == ("นายตัวแทน ประชาราษฎร์", "นายกเทศมนตรีตำบลตัวอย่าง")


def test_an_announcement_without_measures_has_no_empty_list():
    assert tables(announcement(EMPTY, PaperOptions())) == []


# --------------------------------------------------------------------------------------------------- circular


def test_every_division_finds_its_measures_in_the_circular():
    (table,) = tables(circular(RICH, OPTIONS))
    found = {row[0]: row[1] for row in rows(table)}
    assert found["สำนักปลัดเทศบาล"] == found["กองสวัสดิการสังคม"] == "เวทีรับฟังเสียงประชาชน"
    assert list(found)[:4] == list(sample_year.OFFICE.divisions)
    assert_fits(table)


def test_the_circular_goes_to_all_heads_and_names_the_rounds():
    text = words(circular(RICH, OPTIONS))
    assert "เรียน  หัวหน้าสำนักปลัดเทศบาล ผู้อำนวยการกองคลัง ผู้อำนวยการกองช่าง และผู้อำนวยการกองสวัสดิการสังคม" in text
    assert "รอบ 6 เดือน ภายใน 31 มีนาคม 2569" in text
    assert "เรียน  หัวหน้าส่วนราชการทุกส่วนราชการ" in words(circular(EMPTY, PaperOptions()))


def test_measures_that_nobody_owns_come_last():
    year = replace(RICH, measures=(replace(RICH.measures[0], id="m9", owners=()), *RICH.measures))
    assert list(by_owner(year))[-1] == "ยังไม่ระบุผู้รับผิดชอบ"
    assert_fits(tables(circular(year, OPTIONS))[0])


# ---------------------------------------------------------------------------------------- calendar, checklist


def test_the_calendar_runs_by_day_with_the_rounds_among_its_entries():
    (table,) = tables(calendar(RICH, OPTIONS))
    assert [row[1:3] for row in rows(table)] == [
        ["เปิดระบบตอบแบบวัด IIT", "5 มกราคม 2569 ถึง 30 เมษายน 2569"],
        ["รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน", "ภายใน 31 มีนาคม 2569"],
        ["ส่งข้อมูล OIT", "ภายใน 27 เมษายน 2569"],
        ["รายงานผลการดำเนินการตามมาตรการ รอบ 12 เดือน", "ภายใน 30 กันยายน 2569"],
        ["ทบทวนผังงานบริการ", ""],
    ]


def test_the_checklist_has_every_oit_item_of_the_year():
    paper = checklist(RICH, OPTIONS)
    (table,) = tables(paper)
    found = {row[0]: row for row in rows(table) if row[0].startswith("o")}
    assert list(found) == [f"o{n}" for n in range(1, 29)]
    assert found["o1"][2:] == [
        "นักทรัพยากรบุคคล",
        "13 มีนาคม 2569",
        "ดำเนินการแล้วเสร็จ",
        "https://www.tuayang.example/2569/o1",
        "ปรับปรุงผังแล้ว",
    ]
    assert "รวม 28 ข้อ" in words(paper)
    assert_fits(table)


def test_a_link_in_the_checklist_can_be_followed():
    (table,) = tables(checklist(RICH, OPTIONS))
    row = next(row for row in table.rows if list(cell_texts(row.cells[0])) == ["o1"])
    assert row.cells[5].content[0].link == "https://www.tuayang.example/2569/o1"


def test_a_checked_item_that_the_year_does_not_know_is_not_lost():
    year = replace(RICH, checklist=(replace(RICH.checklist[0], item="o99"),))
    assert "o99" in words(checklist(year, OPTIONS))


def test_empty_years_make_calendar_and_checklist():
    assert "ไม่มีข้อมูล" in words(calendar(EMPTY, PaperOptions()))
    assert "ยังไม่เริ่มดำเนินการ 28 ข้อ" in words(checklist(EMPTY, PaperOptions()))


def test_an_order_that_names_nobody_yet_has_rows_to_fill_in():
    paper = order(replace(RICH, order=replace(RICH.order, members=())), OPTIONS)
    (table,) = tables(paper)
    assert [row[1] for row in rows(table)] == [""] * 5


def test_a_signatory_without_a_post_signs_as_the_head():
    named = Order(signatory=Signatory(name="นายสมมติ ใจดี"))
    assert signer(order(replace(RICH, order=named), OPTIONS)) == ("นายสมมติ ใจดี", "นายกเทศมนตรีตำบลตัวอย่าง")
