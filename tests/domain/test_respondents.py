"""Those who answered are counted by class, however a sheet writes the classes."""

from __future__ import annotations

import pytest

from ita_desktop.domain.records import Respondents
from ita_desktop.domain.respondents import (
    CLASSES,
    disagreements,
    in_order,
    official_class,
    respondents_of,
    totals,
)


def people(tool: str, by: str, group: str, male: int, female: int, other: int = 0) -> Respondents:
    return Respondents(tool=tool, by=by, group=group, male=male, female=female, other=other)


AGREEING = [
    people("EIT", "visitor", "อื่น ๆ", 1, 1),
    people("EIT", "visitor", "บุคคลทั่วไป", 9, 10, 1),
    people("EIT", "age", "มากกว่า 60 ปี", 4, 4, 1),
    people("EIT", "age", "20-30", 6, 7),
    people("IIT", "education", "ปริญญาตรี", 6, 11),
    people("IIT", "age", "31-40 ปี", 6, 11),
]


@pytest.mark.parametrize(
    ("by", "written", "known"),
    [
        ("age", "20-30", "20-30 ปี"),
        ("age", "อายุ ๓๑ – ๔๐ ปี", "31-40 ปี"),
        ("age", "41 ถึง 50", "41-50 ปี"),
        ("age", "ต่ำกว่า 20", "ต่ำกว่า 20 ปี"),
        ("age", "60 ปีขึ้นไป", "มากกว่า 60 ปี"),
        ("education", "อื่นๆ", "อื่น ๆ"),
        ("education", "ประถมศึกษา", "ต่ำกว่ามัธยมศึกษา"),
        ("education", "ระดับปริญญาตรี", "ปริญญาตรี"),
        ("visitor", "ประชาชนทั่วไป", "บุคคลทั่วไป"),
        ("visitor", "ปริญญาตรี", None),
        ("age", "20-40", None),
        ("height", "20-30", None),
    ],
)
def test_a_class_is_known_however_it_is_written(by, written, known):
    assert official_class(by, written) == known


def test_rows_stand_in_the_order_of_the_form():
    assert [(row.tool, row.by, row.group) for row in in_order(AGREEING)] == [
        ("IIT", "age", "31-40 ปี"),
        ("IIT", "education", "ปริญญาตรี"),
        ("EIT", "age", "20-30"),
        ("EIT", "age", "มากกว่า 60 ปี"),
        ("EIT", "visitor", "บุคคลทั่วไป"),
        ("EIT", "visitor", "อื่น ๆ"),
    ]
    shuffled = [people("IIT", "age", group, 1, 1) for group in reversed(CLASSES["age"])]
    assert [row.group for row in in_order([people("IIT", "age", "ไม่ระบุ", 1, 1), *shuffled])] == [
        *CLASSES["age"],
        "ไม่ระบุ",
    ]


def test_the_same_people_counted_twice_make_the_same_totals():
    assert [(total.tool, total.by, total.all) for total in totals(AGREEING)] == [
        ("IIT", "age", 17),
        ("IIT", "education", 17),
        ("EIT", "age", 22),
        ("EIT", "visitor", 22),
    ]
    assert disagreements(AGREEING) == ()
    assert respondents_of(AGREEING, "EIT") == 22
    assert respondents_of([], "EIT") is None


def test_totals_that_differ_are_named_with_both_numbers():
    rows = [people("IIT", "age", "20-30 ปี", 6, 11), people("IIT", "education", "ปริญญาตรี", 6, 12)]
    (found,) = disagreements(rows)
    assert found.message == ("จำนวนผู้ตอบ IIT จำแนกตามอายุกับตามระดับการศึกษาไม่เท่ากัน: หญิง 11 กับ 12 คน รวม 17 กับ 18 คน")
    assert respondents_of(rows, "IIT") is None


def test_men_and_women_swapped_are_noticed_though_the_sum_is_the_same():
    rows = [people("IIT", "age", "20-30 ปี", 6, 11), people("IIT", "education", "ปริญญาตรี", 11, 6)]
    (found,) = disagreements(rows)
    assert found.message.endswith("ชาย 6 กับ 11 คน หญิง 11 กับ 6 คน")
