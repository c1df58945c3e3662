"""Tables of other offices' published results, as announcements and provinces make them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.exchange import clipboard
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.published import ReadResults, read_published
from ita_desktop.exchange.sheets.reading import read_tables


@pytest.fixture(scope="module")
def rules() -> Framework:
    return Frameworks(Path(__file__).parents[2] / "resources" / "frameworks").for_year(2568)


def read(rules: Framework, *rows: tuple[object, ...], above: str = "", year: int = 2568) -> ReadResults:
    return read_published([Grid(name="แผ่น1", rows=rows, above=above)], year, rules)  # type: ignore[arg-type]


def test_office_province_total_tools_and_indicators_are_told_apart(rules):
    found = read(
        rules,
        ("ลำดับ", "ชื่อหน่วยงาน", "จังหวัด", "คะแนนรวม", "ระดับ", "IIT", "EIT", "OIT", "ตัวชี้วัดที่ 1", "การเปิดเผยข้อมูล"),
        (1, "เทศบาลตำบลหนึ่ง", "จังหวัดสมมติ", 95.5, "ผ่านดีเยี่ยม", 96, 95, "๙๕.๔๐", 97.25, 94),
        (2, "อบต.สอง", "จ.สมมติ", "88.10", "ผ่านดี", 90, None, 86.5, None, None),
    )
    one, two = found.results
    assert (one.office, one.province, one.year, one.total) == ("เทศบาลตำบลหนึ่ง", "สมมติ", 2568, Decimal("95.5"))
    assert one.scores == {"IIT": 96, "EIT": 95, "OIT": Decimal("95.40"), 1: Decimal("97.25"), 9: 94}
    assert (two.total, two.scores) == (Decimal("88.10"), {"IIT": 90, "OIT": Decimal("86.5")})
    assert not found.unread


def test_a_table_of_two_years_gives_each_its_own_line(rules):
    found = read(rules, ("หน่วยงาน", "คะแนน ITA ปี 2567", "คะแนน ITA ปี 2568"), ("ทต.หนึ่ง", 90, 91.5), ("ทต.สอง", None, 88))
    assert [(r.office, r.year, r.total) for r in found.results] == [
        ("ทต.หนึ่ง", 2567, 90),
        ("ทต.หนึ่ง", 2568, Decimal("91.5")),
        ("ทต.สอง", 2568, 88),
    ]


def test_a_year_named_above_or_in_a_column_is_the_year_of_the_scores(rules):
    head, line = ("หน่วยงาน", "คะแนนรวม"), ("ทต.หนึ่ง", 90)
    assert read(rules, head, line, above="ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566").results[0].year == 2566
    lines = (("หน่วยงาน", "ปี", "คะแนน"), ("ทต.หนึ่ง", "๒๕๖๕", 90), ("ทต.หนึ่ง", 2564, 89))
    assert [r.year for r in read(rules, *lines).results] == [2565, 2564]


def test_a_heading_of_two_rows_is_read_as_one(rules):
    found = read(
        rules,
        ("หน่วยงาน", "คะแนน", "คะแนน"),
        (None, "IIT", "OIT"),
        ("ทต.หนึ่ง", 90, 80),
    )
    assert found.results[0].scores == {"IIT": 90, "OIT": 80}


def test_lines_that_are_no_office_are_left_out_and_cells_that_are_no_score_are_told(rules):
    found = read(
        rules,
        ("หน่วยงาน", "คะแนนรวม"),
        ("ทต.หนึ่ง", 90),
        ("ทต.สอง", 900.5),
        ("ทต.สาม", "รอประกาศ"),
        ("ค่าเฉลี่ย", 90),
        (None, None),
        ("ทต.หนึ่ง", 91),
    )
    assert [(r.office, r.total) for r in found.results] == [("ทต.หนึ่ง", 91)]
    assert found.twice == 1
    assert [line.partition(":")[0] for line in found.unread] == ["B3", "B4"]


def test_what_was_copied_without_a_heading_is_names_and_scores(rules):
    grid = clipboard.read("เทศบาลตำบลหนึ่ง\t95.50\nเทศบาลตำบลสอง\t88.10\n")
    assert [r.total for r in read_published([grid], 2568, rules).results] == [Decimal("95.50"), Decimal("88.10")]


def test_a_table_of_something_else_is_refused_with_what_would_do(rules):
    with pytest.raises(AnswerIsNo, match="ไม่พบผลคะแนน") as refused:
        read(rules, ("มาตรการ", "ผู้รับผิดชอบ"), ("จัดทำคู่มือ", "กองคลัง"))
    assert "คะแนนรวม" in refused.value.do


def test_a_whole_sheet_of_excel_with_merged_provinces_is_read(rules, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567"])
    sheet.append(["จังหวัด", "หน่วยงาน", "คะแนน ITA"])
    for name, score in (("อบต.หนึ่ง", 91.25), ("อบต.สอง", 83.1)):
        sheet.append(["สมมติ", name, score])
    sheet.merge_cells("A3:A4")
    book.save(tmp_path / "ผล.xlsx")
    found = read_published(read_tables(tmp_path / "ผล.xlsx"), 2568, rules).results
    assert {(r.office, r.province, r.year) for r in found} == {("อบต.หนึ่ง", "สมมติ", 2567), ("อบต.สอง", "สมมติ", 2567)}
