"""Codes of items are found however a text names them, and never where it does not."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.codes import CodeForm, codes_in, find_codes, indicator_named, read_code
from ita_desktop.thai.digits import to_thai


@pytest.fixture(scope="module")
def framework(frameworks):
    return frameworks.get("2568")


@pytest.mark.parametrize(
    ("cell", "code", "form"),
    [
        ("i2", "i2", CodeForm.EXACT),
        ("o39", "o39", CodeForm.EXACT),
        ("I ๒", "i2", CodeForm.VARIANT),
        ("ข้อ i 2", "i2", CodeForm.VARIANT),
        ("ข้อที่ e.๓", "e3", CodeForm.VARIANT),
        ("o๑๐", "o10", CodeForm.VARIANT),
        ("O๓๙", "o39", CodeForm.VARIANT),
        ("(o12)", "o12", CodeForm.EXACT),
        ("๐10", "o10", CodeForm.MISREAD),
        ("010", "o10", CodeForm.MISREAD),
        ("๐๔๒", "o42", CodeForm.MISREAD),
        ("0 6", "o6", CodeForm.MISREAD),
        ("l3", "i3", CodeForm.MISREAD),
        ("|3", "i3", CodeForm.MISREAD),
        ("111", "i11", CodeForm.MISREAD),
    ],
)
def test_a_cell_with_one_code_is_read_however_it_was_written(framework, cell, code, form):
    found = read_code(cell, framework)
    assert found
    assert (found.code, found.form) == (code, form)
    assert cell[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "cell", ["", "รวม", "o1-o5", "o12 โครงสร้าง", "86.50", "2568", "9.1", "0.5", "01/02/2566", "E-Service"]
)
def test_a_cell_with_anything_else_is_no_code(framework, cell):
    assert read_code(cell, framework) is None


@pytest.mark.parametrize(
    ("indicator", "text", "code", "form"),
    [
        (1, "ข้อ 12", "i2", CodeForm.MISREAD),
        (4, "ข้อ 12", "i12", CodeForm.NUMBER),
        (4, "ข้อ 111", "i11", CodeForm.MISREAD),
        (5, "ข้อ ๑๑๕", "i15", CodeForm.MISREAD),
        (2, "ข้อ 16", "i6", CodeForm.MISREAD),
        (9, "ข้อ 12", "o12", CodeForm.NUMBER),
        (7, "ข้อ 5", "e5", CodeForm.NUMBER),
    ],
)
def test_a_number_without_its_letter_is_settled_by_the_indicator_it_stands_under(
    framework, indicator, text, code, form
):
    (found,) = find_codes(f"จุดอ่อน คือ {text} (98.84 คะแนน)", framework, indicator=indicator)
    assert (found.code, found.form, found.candidates) == (code, form, (code,))


def test_a_number_that_may_be_several_items_is_left_to_a_person_with_all_of_them(framework):
    (found,) = find_codes("จุดอ่อน คือ ข้อ 12 (98.84 คะแนน)", framework)
    assert found.code is None
    assert set(found.candidates) == {"i2", "i12", "o12"}
    assert read_code("12", framework, tool="OIT").code == "o12"
    assert find_codes("OIT ข้อ 12", framework)[0].code == "o12"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("o1-o5", "o1 o2 o3 o4 o5"),
        ("o1-5", "o1 o2 o3 o4 o5"),
        ("๐21‑๐26 และ ๐28", "o21 o22 o23 o24 o25 o26 o28"),
        ("ข้อ o1-o3 , o7 – o9 และ o16 ถึง o17 (100 คะแนน)", "o1 o2 o3 o7 o8 o9 o16 o17"),
        ("o1, O3 และ o๕", "o1 o3 o5"),
        ("ข้อ e8 (100 คะแนน) และ e9 (100 คะแนน)", "e8 e9"),
        ("ข้อ I15 (99.54 คะแนน) และข้อ I14 (98.96 คะแนน)", "i15 i14"),
        ("ตามข้อ ๐๔๒ มาตรการส่งเสริม และ ๐๔๓ การดำเนินการ", "o42 o43"),
        ("คู่มือ (อ้างอิงจาก 08) และคู่มือ (อ้างอิงจาก ๐9)", "o8 o9"),
        ("o9-o3", "o9 o3"),
        ("9.1, o12", "o12"),
    ],
)
def test_lists_and_ranges_are_written_out(framework, text, codes):
    assert codes_in(text, framework) == tuple(codes.split())


@pytest.mark.parametrize(
    "text",
    [
        "ISO 9001 และ CO2",
        "ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ ข้อ ๑๖",
        "ข้อ ๑๒ ของระเบียบกระทรวงมหาดไทย",
        "โทร 0 4500 1234 เวลา 08.30 น. วันที่ 01/02/2566",
        "ได้ 86.50 คะแนน จาก 20 ข้อ",
        "ข้อ 1.2 และข้อ 3/1",
        "OIT 43 ข้อ ข้อมูล 28 รายการ",
        "http://www.example.go.th/e12/o5x",
    ],
)
def test_what_only_looks_like_a_code_is_none(framework, text):
    assert codes_in(text, framework) == ()


def test_a_code_of_another_years_list_is_found_so_that_the_review_can_name_it(framework):
    (found,) = find_codes("ข้อ o43", framework)
    assert found.code == "o43"
    assert framework.item("o43") is None


@given(st.sampled_from("ieo"), st.integers(1, 48), st.booleans(), st.sampled_from(["", " "]), st.booleans())
def test_every_way_of_writing_a_code_with_its_letter_is_understood(frameworks, letter, number, capital, space, thai):
    digits = to_thai(str(number)) if thai else str(number)
    written = f"{letter.upper() if capital else letter}{space}{digits}"
    (found,) = find_codes(f"พบว่าข้อ {written} ได้คะแนนน้อย", frameworks.get("2564"))
    assert (found.code, found.text, found.misread) == (f"{letter}{number}", written, False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("การป้องกันการทุจริต", 10),
        ("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต (OIT)", 10),
        ("(9) ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล โดยรวมได้คะแนนเท่ากับ 86.50 คะแนน", 9),
        ("8.การปรับปรุงระบบการทำงาน", 8),
        ("4. การใช้ ทรัพย์สินของ ราชการ", 4),
        ("การใช้ทรัพย์สินทางราชการ", 4),
        ("การใช้ทรัพยากรของราชการ", 4),
        ("การแก้ปัญหาการทุจริต", 5),
        ("การป้องกันทุจริต", 10),
        ("ตัวชี้วัดที่ 7", 7),
        ("ตัวชี้วัดที่ 9 (OIT)", 9),
    ],
)
def test_an_indicator_is_known_by_its_name_and_by_the_names_offices_give_it(framework, text, number):
    assert indicator_named(text, framework) == number


def test_the_name_decides_when_a_rank_or_a_wrong_number_stands_before_it(framework):
    assert indicator_named("1 การใช้อำนาจ", framework) == 3
    assert indicator_named("ตัวชี้วัดที่ 7 คุณภาพการดำเนินงาน", framework) == 6
    assert indicator_named("ตัวชี้วัดที่ 2 การแก้ไขปัญหาการทุจริต", framework) == 5


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "ลำดับที่ 3",
        "รวม",
        "คะแนนเฉลี่ย",
        "ตัวชี้วัดที่ 11",
        "ตัวชี้วัดที่ 9.1 ข้อมูลพื้นฐาน",
        "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)",
        "แผนปฏิบัติการป้องกันการทุจริต",
        "การใช้",
    ],
)
def test_a_rank_a_tool_or_an_items_title_is_no_indicator(framework, text):
    assert indicator_named(text, framework) is None


FIELD = Path(__file__).parents[3] / "shared" / "field" / "report_2568_by_item.txt"


@pytest.mark.skipif(not FIELD.exists(), reason="the published reports for trying are not at hand")
def test_in_a_published_report_every_item_is_recognised_under_its_indicator(framework):
    text = FIELD.read_text(encoding="utf-8")
    analysis = text[: text.index("รายละเอียดแนวทาง/มาตรการ", text.index("3.3 "))]
    sections = re.split(r"\((?=[0-9]+\) ตัวชี้วัดที่)", analysis)[1:]
    assert len(sections) == 10
    for number, section in enumerate(sections, 1):
        named = set()
        for line in section.splitlines():
            if re.match(r"\W*จุด", line):
                line = re.sub(r"\(อ้างอิงจาก[^)]*\)", "", line)
                named |= set(codes_in(line, framework, indicator=number))
        assert named == {item.code for item in framework.items_of(number)}


def test_a_long_text_takes_no_time(framework):
    text = "จุดอ่อนคือข้อ 12 และข้อ o1-o5 (อ้างอิงจาก ๐10) ในปี 2568 เวลา 09.30 น. " * 4000
    started = perf_counter()
    assert len(find_codes(text, framework, indicator=1)) == 16000
    assert perf_counter() - started < 5
