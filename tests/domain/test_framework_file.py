"""Rules come out of a file as they were written; a broken one is refused by the line to mend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.framework import Confidence, Framework, Item
from ita_desktop.domain.framework_file import BrokenFramework, read_framework
from ita_desktop.domain.framework_rules import faults
from ita_desktop.domain.framework_writer import write_framework

SMALL = """\
year = 2571
tools = [
    { code = "IIT", name = "แบบวัดภายใน", weight = 60 },
    { code = "OIT", name = "แบบวัดการเปิดเผยข้อมูล", weight = 40 },
]
indicators = [
    { number = 1, name = "การปฏิบัติหน้าที่", tool = "IIT" },
    { number = 2, name = "การเปิดเผยข้อมูล", tool = "OIT" },
]
sub_indicators = [
    { code = "2.1", name = "ข้อมูลพื้นฐาน", indicator = 2 },
]
levels = [
    { name = "ผ่าน", minimum = 85, passed = true },
    { name = "ต้องปรับปรุง", minimum = 0 },
]
measures_item = "o1"
[items]
IIT = [
    { code = "i1", title = "ขั้นตอน", indicator = 1 },
    { code = "i2", title = "เท่าเทียม", indicator = 1, meaning = "equal" },
]
OIT = [
    { code = "o1", title = "โครงสร้าง", indicator = 2, sub = "2.1", meaning = "structure" },
]
"""


def refusal(text: str, **how) -> BrokenFramework:
    with pytest.raises(BrokenFramework) as caught:
        read_framework(text, name="2571", **how)
    return caught.value


def line_refused(text: str) -> int | None:
    """Where a text is refused; None where it can be read."""
    try:
        read_framework(text, name="2571")
    except BrokenFramework as refused:
        return refused.line
    return None


def test_a_small_framework_can_be_read():
    framework = read_framework(SMALL, name="2571")
    assert (framework.year, framework.name) == (2571, "2571")
    assert framework.item("o1") == Item(code="o1", title="โครงสร้าง", indicator=2, sub="2.1", meaning="structure")
    assert framework.levels[0].minimum == Decimal(85)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('code = "i2"', 'code = "i1"', 21, "รหัสข้อ i1 ซ้ำกัน"),
        ("weight = 40", "weight = 41", 2, "น้ำหนักของเครื่องมือรวมกันได้ 101 แต่ต้องรวมเป็น 100"),
        ("weight = 40", "weight = nan", 4, "weight ต้องเป็นจำนวน"),
        ("minimum = 0 ", "minimum = 50 ", 15, "มีช่องว่างในเกณฑ์ระดับ"),
        ("minimum = 0 ", "minimum = 0, tools_minimum = 10 ", 15, "มีช่องว่างในเกณฑ์ระดับ"),
        ("minimum = 0 ", "minimum = 90 ", 15, "ระดับต้องเรียงจากสูงไปต่ำ"),
        ("minimum = 85", "minimum = 185", 14, "ต้องอยู่ระหว่าง 0 ถึง 100"),
        ("levels", "lewels", 13, "ไม่รู้จัก lewels"),
        ('"เท่าเทียม", indicator = 1', '"เท่าเทียม", indicator = 7', 21, "อยู่ในตัวชี้วัดที่ 7 ซึ่งไม่มี"),
        ('"เท่าเทียม", indicator = 1', '"เท่าเทียม", indicator = 2', 21, "เป็นข้อของ IIT แต่ตัวชี้วัดที่ 2 เป็นของ OIT"),
        ('"เท่าเทียม", indicator = 1,', '"เท่าเทียม",', 21, "ขาด indicator"),
        ('title = "เท่าเทียม"', 'title = ""', 21, "title ต้องไม่ว่าง"),
        ('title = "เท่าเทียม"', "title = 5", 21, "title ต้องเป็นข้อความ"),
        ('title = "เท่าเทียม"', 'titel = "เท่าเทียม"', 21, "ขาด title"),
        ('meaning = "equal"', 'meaning = "equal", mening = "x"', 21, "ไม่รู้จัก mening"),
        ('code = "i2"', 'code = "e2"', 21, "ต้องเป็น i ตามด้วยเลขข้อ"),
        ('sub = "2.1"', 'sub = "2.2"', 24, "อยู่ในตัวชี้วัดย่อย 2.2 ซึ่งไม่มี"),
        ('"ข้อมูลพื้นฐาน", indicator = 2', '"ข้อมูลพื้นฐาน", indicator = 1', 11, "ตัวชี้วัดย่อย 2.1 ไม่ใช่ของตัวชี้วัดที่ 1"),
        ('meaning = "structure"', 'meaning = "equal"', 24, "มีความหมาย equal ซ้ำกับข้อ i2"),
        ("number = 2", "number = 1", 8, "หมายเลขตัวชี้วัด 1 ซ้ำกัน"),
        ("number = 2", "number = 3", 6, "ขาดตัวชี้วัดที่ 2"),
        ('tool = "OIT"', 'tool = "EIT"', 4, "เครื่องมือ OIT ไม่มีตัวชี้วัด"),
        ('measures_item = "o1"', 'measures_item = "o9"', 17, "อ้างถึงข้อ o9 ซึ่งไม่มี"),
        ("year = 2571", "year = 2028", 1, "ปี 2028 ไม่ใช่ปีพุทธศักราช"),
        ("year = 2571", "year = 2571\nannounced = 2571-08-01", 2, "ไม่อยู่ในปี ค.ศ. 2028"),
        ("year = 2571", "year = 2571\nannounced = 2028-08-01T10:00:00", 2, "ไม่มีเวลา"),
        ("year = 2571", "year = 2571\nconfidence = 'maybe'", 2, "confidence ต้องเป็น sure likely unsure ไม่ใช่ maybe"),
        ("year = 2571", "year = 2571\nunconfirmed = ['lewels']", 2, "unconfirmed อ้างถึง lewels ซึ่งไม่มี"),
        ("year = 2571", 'year = 2571\ninherit = "2570"', 2, "ต้องเขียนหลักเกณฑ์ให้ครบในไฟล์เดียว"),
        ('"ขั้นตอน"', '"ขั้นตอน', 20, "ลืมปิดเครื่องหมายคำพูด"),
        ('indicator = 1 },\n    { code = "i2"', 'indicator = 1 }\n    { code = "i2"', 21, "ลืมวงเล็บปิด"),
        ("year = 2571", "year = 2571\nyear = 2572", 2, "มีชื่อนี้เขียนไว้แล้ว"),
        ("year = 2571", "year 2571", 1, "เขียนผิดรูปแบบ TOML"),
    ],
)
def test_a_broken_file_is_refused_with_the_line_that_is_wrong(old, new, line, reason):
    assert old in SMALL
    refused = refusal(SMALL.replace(old, new, 1))
    assert reason in refused.reason
    assert refused.line == line
    assert f"ไฟล์หลักเกณฑ์ 2571 บรรทัดที่ {line}:" in str(refused)


def test_lines_are_right_in_every_way_of_writing_toml():
    text = """\
# ความเห็น [ไม่ใช่ตาราง] "ก
year = 2571
name = '''
หลาย "บรรทัด" [[x]]
'''
preset = \"\"\"a\\\"\"\"b
\"\"\"

[[tools]]
code = "IIT"   # หนึ่งเดียว
"name" = 'แบบวัด # นี้'
weight = 100
aliases = [
    "ก", # ข
    "ค]",
]
[[indicators]]
number = 1
name = "การปฏิบัติหน้าที่"
tool = "IIT"

[[levels]]
name = "ผ่าน"
minimum = 85.00
[[levels]]
name = "ไม่ผ่าน"
minimum = 0

[items]
[[items.IIT]]
code = "i1"
title = "ขั้นตอน"
indicator = 1
[[items.IIT]]
code = "i2"
title = "เท่าเทียม"
indicator = 4
"""
    assert refusal(text).line == 37
    whole = text.replace("indicator = 4", "indicator = 1")
    assert read_framework(whole, name="x").item("i2")
    assert refusal(whole.replace("minimum = 0", "minimum = 1")).line == 27
    assert refusal(whole.replace('"ค]"', "5")).line == 15


def test_what_is_inherited_is_no_surer_than_the_file_and_what_is_stated_stands_alone():
    base = read_framework(SMALL, name="2571")
    text = """\
inherit = "2571"
year = 2572
confidence = "likely"
items.OIT = [{ code = "o1", title = "โครงสร้างใหม่", indicator = 2, sub = "2.1", confidence = "sure" }]
"""
    framework = read_framework(text, name="2572", base=lambda name: base)
    assert framework.year == 2572
    assert [(item.code, item.title, item.confidence) for item in framework.items] == [
        ("i1", "ขั้นตอน", Confidence.LIKELY),
        ("i2", "เท่าเทียม", Confidence.LIKELY),
        ("o1", "โครงสร้างใหม่", Confidence.SURE),
    ]
    assert {level.confidence for level in framework.levels} == {Confidence.LIKELY}


def test_a_fault_in_what_was_inherited_points_at_the_line_that_inherits():
    base = read_framework(SMALL, name="2571")
    text = 'year = 2572\ninherit = "2571"\nitems.OIT = []\n'
    assert refusal(text, base=lambda name: base).line == 2


def test_a_file_saved_by_notepad_can_be_read():
    assert read_framework("\ufeff" + SMALL.replace("\n", "\r\n"), name="2571").year == 2571


def test_writing_and_reading_gives_equal_rules_and_the_same_text_again(frameworks):
    for name in frameworks.names():
        framework = frameworks.get(name)
        text = write_framework(framework)
        assert read_framework(text, name="another") == framework
        assert write_framework(read_framework(text, name="another")) == text


any_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(title=any_text, alias=any_text, minimum=st.decimals(1, 100, places=2))
def test_whatever_an_office_writes_into_a_title_survives_export_and_import(frameworks, title, alias, minimum):
    framework = frameworks.get("2568")
    items = (replace(framework.items[0], title=title), *framework.items[1:])
    indicators = (replace(framework.indicators[0], aliases=(alias,)), *framework.indicators[1:])
    levels = (replace(framework.levels[-1], name="ผ่านเกณฑ์", minimum=minimum), framework.levels[-1])
    changed = replace(framework, items=items, indicators=indicators, levels=levels, announced=date(2025, 8, 1))
    assert not faults(changed)
    assert read_framework(write_framework(changed), name="2568") == changed


def test_taking_an_item_out_is_allowed_but_naming_no_item_is_not(frameworks):
    framework: Framework = frameworks.get("2568")
    without = replace(framework, items=tuple(item for item in framework.items if item.code != "o10"))
    assert not faults(without)
    unnamed = replace(framework, items=(replace(framework.items[0], title=" "), *framework.items[1:]))
    assert [fault.message for fault in faults(unnamed)] == ["ข้อ i1 ไม่มีชื่อ"]
    stray = replace(framework, items=(*framework.items, Item(code="x1", title="?", indicator=1)))
    assert [fault.message for fault in faults(stray)] == ["รหัสข้อ x1 ต้องเป็น e หรือ i หรือ o ตามด้วยเลขข้อ"]


@given(st.data())
def test_whatever_happens_to_a_file_it_is_read_or_refused_in_a_sentence(frameworks, data):
    text = write_framework(frameworks.get("2568"))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 40))
        text = text[:at] + data.draw(st.text("\"'[]{}=,#.\n\\ 1e9กx", max_size=4)) + text[at + cut :]
    line = line_refused(text)
    assert line is None or 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize("value", ["1e99999999999999999999", "9" * 5000, "[" * 5000, "inf", "1979-05-27"])
def test_values_beyond_all_measure_are_refused_too(value):
    assert refusal(SMALL.replace("weight = 40", f"weight = {value}"))
