"""What an officer's sheet says, cell by cell: what is taken, what is only told, and what is refused with its reason."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from made_sheets import BEFORE, NAMES, NOW, OFFICE, grid, known, plain, said, see

from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.recognise import Kind, Meaning, Recognised, mapping_of, recognise, reread

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


def told(recognised: Recognised) -> list[tuple[str, Severity]]:
    return [(problem.cell, problem.severity) for problem in recognised.problems]


def scores(recognised: Recognised) -> dict[int, Decimal]:
    return {number: score for _, _, number, score in said(recognised)}  # type: ignore[misc]


def score_table(*rows, heads=("ตัวชี้วัด", "คะแนน"), **more):
    return see(heads, *rows, **more)


# Scores


def test_a_rank_is_no_number_of_an_indicator():
    found = see(("อันดับ", "ตัวชี้วัด", "คะแนน"), (1, NAMES[9], 100), (2, NAMES[0], 90))
    assert scores(found) == {10: 100, 1: 90}


def test_where_name_and_number_disagree_the_name_counts_and_it_is_told():
    found = score_table(("ตัวชี้วัดที่ 3 การใช้ทรัพย์สินของราชการ", 80))
    assert scores(found) == {4: 80}
    assert told(found) == [("A2", WARNING)]


def test_a_number_alone_counts_only_under_a_heading_that_says_so():
    assert scores(see(("ตัวชี้วัดที่", "คะแนน"), (3, 80), (4, 81))) == {3: 80, 4: 81}
    assert not see(("ลำดับ", "คะแนน"), (3, 80), (4, 81)).tables


@pytest.mark.parametrize(
    "written", ["การใช้ทรัพย์สินของทางราชการ", "4. การใช้ ทรัพย์สิน ของราชการ", "การใช้ทรัพย์สินของราชกร", "ตัวชี้วัดที่ ๔"]
)
def test_names_as_offices_write_them(written):
    assert scores(score_table((written, 80), (NAMES[0], 90))) == {4: 80, 1: 90}


@pytest.mark.parametrize(
    "written",
    [
        *("๙๙.๔๒ คะแนน", "99.42", "ร้อยละ 99.42", "99.42%", "99.42 ", "\u00a099.42", 99.42, "คะแนน 99.42", "'99.42"),
        *("99.42/100", "๙๙.๔๒ / ๑๐๐ คะแนน", "99.42 เต็ม 100", "99.42 คะแนน จาก 100 คะแนน"),
    ],
)
def test_a_score_as_offices_write_it(written):
    assert scores(score_table((NAMES[0], written), (NAMES[1], 80))) == {1: Decimal("99.42"), 2: 80}


def test_a_score_out_of_range_is_an_error_with_its_cell_value_and_what_may_be_meant():
    found = score_table((NAMES[0], 946.8), (NAMES[1], 80))
    (problem,) = found.problems
    assert (problem.cell, problem.severity, problem.value, problem.fix) == ("B2", ERROR, "946.8", "94.68")
    assert scores(found) == {2: 80}


@pytest.mark.parametrize("value", ["86,5", "แปดสิบ", "8/10", "84.7/85", -1, 100.5, datetime.date(2026, 5, 9), True])
def test_what_cannot_be_a_score_leaves_its_row_out(value):
    found = score_table((NAMES[0], value), (NAMES[1], 80))
    assert told(found) == [("B2", ERROR)]
    assert scores(found) == {2: 80}


@pytest.mark.parametrize("value", [None, "-", "n/a", "ไม่มีข้อมูล"])
def test_a_missing_score_is_no_zero(value):
    found = score_table((NAMES[0], value), (NAMES[1], 80))
    assert scores(found) == {2: 80}
    assert told(found) == [("B2", WARNING)]


def test_more_decimals_than_are_published_are_rounded_and_told():
    found = score_table((NAMES[0], 88.125), (NAMES[1], 80))
    assert scores(found)[1] == Decimal("88.13")
    assert told(found) == [("B2", HINT)]


def test_shares_of_one_are_asked_about():
    found = score_table(*((name, score / 100) for name, score in zip(NAMES, NOW, strict=True)))
    assert not said(found)
    assert {problem.fix for problem in found.problems} >= {"88.25", "100.00"}


def test_an_unknown_indicator_is_named_and_the_rest_goes_in():
    found = score_table((NAMES[0], 90), ("การบริหารทั่วไป", 80))
    assert told(found) == [("A3", ERROR)]
    assert scores(found) == {1: 90}


def test_an_indicator_with_two_scores_is_left_for_a_person():
    found = score_table((NAMES[0], 90), (NAMES[0], 91), (NAMES[1], 80), (NAMES[1], 80))
    assert scores(found) == {2: 80}
    assert told(found) == [("B2", ERROR), ("B3", ERROR), ("B5", WARNING)]


def test_a_total_that_the_scores_do_not_give_is_told_and_left_out():
    rows = [*zip(NAMES, NOW, strict=True)]
    assert not score_table(*rows, ("คะแนนรวม", 91.66)).problems
    wrong = score_table(*rows, ("คะแนนรวม", 89.53))
    assert told(wrong) == [("B12", WARNING)]
    assert "ค่าเฉลี่ยธรรมดา" in wrong.problems[0].message
    assert len(said(wrong)) == 10


def test_means_of_tools_are_no_indicators():
    found = score_table((NAMES[8], 95.5), (NAMES[9], 100), ("แบบวัด OIT", 97.75), ("OIT เฉลี่ย", 90))
    assert scores(found) == {9: Decimal("95.5"), 10: 100}
    assert told(found) == [("B5", WARNING)]


def test_the_parts_of_eit():
    found = score_table((NAMES[5], 80), ("EIT ส่วนที่ 1", 85.1), ("EIT Part 2", 85.73))
    assert said(found) == {
        ("indicator", None, 6, 80),
        ("part", None, 1, Decimal("85.1")),
        ("part", None, 2, Decimal("85.73")),
    }


def test_a_formula_without_a_value_is_an_error_at_its_cell():
    flawed = grid(("ตัวชี้วัด", "คะแนน"), (NAMES[0],), (NAMES[1], 80), flaws={(1, 1): "สูตรยังไม่มีค่า"})
    found = recognise([flawed], known())
    assert told(found) == [("B2", ERROR)]
    assert scores(found) == {2: 80}


# Years


def test_columns_of_years_each_go_to_their_year():
    found = see(("ตัวชี้วัด", 2566, "พ.ศ. ๒๕๖๗", "ปีงบประมาณ 2568"), (NAMES[0], 70, 80, 90), (NAMES[1], 71, 81, 91))
    assert {(year, number) for _, year, number, _ in said(found)} == {
        (y, n) for y in (2566, 2567, 2568) for n in (1, 2)
    }
    assert found.tables[0].kind is Kind.COMPARED


def test_last_year_and_this_year_without_their_numbers():
    found = see(("ตัวชี้วัด", "คะแนนปีก่อน", "คะแนนปีนี้"), (NAMES[0], 70, 80), (NAMES[1], 71, 81))
    assert ("indicator", 2567, 1, 70) in said(found)
    assert ("indicator", 2568, 1, 80) in said(found)


@pytest.mark.parametrize("title", ["ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566", "คะแนน ปี ๒๕๖๖"])
def test_scores_of_another_year_are_refused(title):
    found = see((title,), (), ("ตัวชี้วัด", "คะแนน"), (NAMES[0], 80), (NAMES[1], 90))
    assert not said(found)
    assert found.tables[0].year == 2566
    assert "2566" in found.problems[0].message
    assert len(said(recognise(found.grids, known(2566)))) == 2


def test_a_person_may_say_that_it_is_meant_for_this_year_all_the_same():
    found = see(("คะแนน ปี 2566",), ("ตัวชี้วัด", "คะแนน"), (NAMES[0], 80), (NAMES[1], 90))
    again = reread(found.grids, found.tables[0], known(), any_year=True)
    assert len(again.usable) == 2


def test_a_date_in_the_title_is_no_year_of_the_table():
    found = see(("แนบท้ายบันทึก ลงวันที่ 20 มีนาคม 2566",), ("ตัวชี้วัด", "คะแนน"), (NAMES[0], 80), (NAMES[1], 90))
    assert len(said(found)) == 2


def test_the_name_of_the_sheet_tells_the_year_where_nothing_else_does():
    assert score_table((NAMES[0], 80), (NAMES[1], 90), name="คะแนน 2568").tables[0].year == 2568
    assert not said(score_table((NAMES[0], 80), (NAMES[1], 90), name="2565"))


def test_measures_of_the_year_that_follows_are_no_contradiction():
    found = see(("มาตรการ ปีงบประมาณ พ.ศ. 2569",), ("มาตรการ", "ผู้รับผิดชอบ"), ("อบรม", "กองคลัง"))
    assert not found.problems
    odd = see(("มาตรการ ปีงบประมาณ พ.ศ. 2560",), ("มาตรการ", "ผู้รับผิดชอบ"), ("อบรม", "กองคลัง"))
    assert told(odd) == [("A2", WARNING)]


# Columns


def test_two_columns_of_scores_that_differ_are_for_a_person_to_choose():
    found = see(("ตัวชี้วัด", "คะแนนเต็ม", "คะแนนที่ได้", "ร้อยละ"), *((name, 20, 17, 85) for name in NAMES))
    assert not said(found)
    columns = tuple(
        replace(column, meaning=Meaning.IGNORED) if column.heading == "คะแนนที่ได้" else column
        for column in found.tables[0].columns
    )
    chosen = reread(found.grids, found.tables[0], known(), columns=columns)
    assert {entry.record.score for row in chosen.usable for entry in row.entries} == {85}
    remembered = known(mappings={chosen.signature: mapping_of(chosen.columns)})
    assert scores(recognise(found.grids, remembered)) == dict.fromkeys(range(1, 11), 85)


def test_a_heading_that_says_nothing_known_is_understood_by_what_stands_below():
    found = see(("ที่", "ตัวชี้วัด", OFFICE), *((n + 1, name, NOW[n]) for n, name in enumerate(NAMES)))
    assert len(said(found)) == 10


def test_a_pasted_range_without_a_heading():
    assert len(said(see(*((n + 1, name, NOW[n]) for n, name in enumerate(NAMES))))) == 10
    twice = see(*((name, BEFORE[n], NOW[n]) for n, name in enumerate(NAMES)))
    assert not twice.tables  # last year's or this year's? nobody knows


def test_a_cell_is_mended_and_the_table_read_again():
    found = score_table((NAMES[0], 946.8), (NAMES[1], 80))
    mended = [found.grids[0].with_value(1, 1, "94.68")]
    again = reread(mended, found.tables[0], known())
    assert len(again.usable) == 2
    assert not again.problems


def test_a_sheet_that_holds_no_table_we_know_is_said_to_hold_none():
    found = see(("บันทึกการประชุม",), ("วันที่", "ผู้เข้าประชุม"), ("1 ม.ค.", "นายสมมติ ใจดี"))
    assert not found.tables
    assert told(found) == [("A1", HINT)]


def test_far_too_many_rows_are_refused_at_once():
    found = score_table(*((f"แถวที่ {n}", n) for n in range(6000)))
    assert not said(found)
    assert "แถว" in found.problems[0].message


# Items


def test_codes_as_offices_write_them_and_as_scanners_misread_them():
    found = see(("ข้อ", "คะแนน"), ("๐10", 100), ("O ๑๑", 0), ("ข้อ i3", 50), ("o6 แผนและความก้าวหน้า", 70), ("ข้อ 12", 60))
    assert said(found) == {
        ("item", None, "o10", 100),
        ("item", None, "o11", 0),
        ("item", None, "i3", 50),
        ("item", None, "o6", 70),
    }
    assert told(found) == [("A2", WARNING), ("A6", ERROR)]


def test_bare_numbers_are_codes_where_the_title_names_the_tool():
    found = see(("คะแนนรายข้อ แบบวัด EIT",), ("ข้อ", "คำถาม", "คะแนน"), (1, "ก", 90), (2, "ข", 91), (3, "ค", 92))
    assert {code for _, _, code, _ in said(found)} == {"e1", "e2", "e3"}


def test_rows_of_indicators_between_the_items_bring_their_scores_too():
    rows = (("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", 99.5), ("i1 ก", 99), ("i2 ข", 100), ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", 98), ("i4 ค", 98))
    found = see(("ตัวชี้วัด/ข้อคำถาม", "คะแนน"), *rows)
    assert found.tables[0].kinds == (Kind.ITEMS, Kind.SCORES)
    assert len(said(found)) == 5


def test_indicators_and_items_in_one_column_are_known_without_a_heading_too():
    rows = ((NAMES[0], 99.5), *((f"i{n} ก", 90 + n) for n in (1, 2, 3)), (NAMES[1], 98), ("i4 ข", 97), ("i5 ค", 96))
    found = see(("ที่มา ITAS",), *rows)
    assert found.tables[0].kinds == (Kind.ITEMS, Kind.SCORES)
    assert len(said(found)) == 7
    assert not told(found)


def test_what_is_published_may_be_told_as_passed_or_not():
    found = see(("ข้อ", "ผลการประเมิน"), ("o1", "ผ่าน"), ("o27", "ไม่ผ่าน"), ("i1", "ผ่าน"))
    assert said(found) == {("item", None, "o1", 100), ("item", None, "o27", 0)}
    assert told(found) == [("B2", HINT), ("B3", HINT), ("B4", ERROR)]


def test_a_row_of_an_item_is_no_heading_whatever_its_title():
    rows = (
        ("OIT", "o6", "แผน", 0, "ไม่พบข้อมูล"),
        ("OIT", "O๒๗", "มาตรการ", 0, "ขาดผู้รับผิดชอบ"),
        ("IIT", "i7", "ธุระส่วนตัว", 88, ""),
    )
    found = see(("แบบวัด", "ข้อ", "รายการ", "คะแนน", "ข้อเสนอแนะผู้ประเมิน"), *rows)
    assert [table.kind for table in found.tables] == [Kind.ITEMS]
    assert {code for what, _, code, _ in said(found) if what == "item"} == {"o6", "o27", "i7"}


def test_a_dash_is_an_empty_cell_and_no_words():
    heads = ("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "การติดตามผล")
    found = see(heads, ("อบรม", "-", "–", "-", "N/A"), ("-", "", "กองคลัง", "", ""))
    (measure,) = (entry.record for table in found.tables for row in table.rows for entry in row.entries)
    assert (measure.steps, measure.owners, measure.period_text, measure.followup) == ((), (), "", "")
    assert [left.why for left in found.tables[0].left_out] == ["ไม่มีมาตรการในแถวนี้"]


def test_a_code_of_another_year_is_taken_and_told():
    found = see(("ข้อ", "คะแนน"), ("o1", 100), ("o40", 90))
    assert told(found) == [("A3", WARNING)]
    assert len(said(found)) == 2


# Respondents


def test_both_tools_beside_each_other_with_sections():
    found = see(
        (None, "IIT", None, "EIT", None),
        ("กลุ่ม", "ชาย", "หญิง", "ชาย", "หญิง"),
        ("อายุ",),
        ("20-30", 6, 11, 1, 2),
        ("๓๑-๔๐ ปี", "๕", "๖ คน", 1, 2),
        ("ระดับการศึกษา",),
        ("ปริญญาตรี", 11, 17, 2, 4),
        ("อื่นๆ", 0, 0, 0, 0),
    )
    assert ("respondents", "IIT", "age", "31-40 ปี", 5, 6, 0) in said(found)
    assert ("respondents", "EIT", "education", "ปริญญาตรี", 2, 4, 0) in said(found)
    assert ("respondents", "EIT", "education", "อื่น ๆ", 0, 0, 0) in said(found)
    assert len(said(found)) == 8


def test_counts_that_do_not_add_up_are_told():
    found = see(
        ("ผู้ตอบ EIT",), ("อายุ", "ชาย", "หญิง", "รวม"), ("20-30 ปี", 6, 11, 18), ("31-40 ปี", 1, 1, 2), ("รวม", 7, 13, 20)
    )
    assert told(found) == [("D3", WARNING), ("C5", WARNING), ("D5", WARNING)]
    assert len(said(found)) == 2


def test_without_a_tool_nobody_knows_whose_respondents_they_are():
    found = see(("ช่วงอายุ", "ชาย", "หญิง"), ("20-30 ปี", 6, 11))
    assert told(found) == [("A2", ERROR)]


# Findings and measures


def test_strengths_and_weak_points_in_two_columns():
    found = see(
        ("ตัวชี้วัด", "จุดแข็ง", "จุดอ่อน", "ข้อเสนอแนะ"),
        (NAMES[0], "ให้บริการเร็ว", "ข้อ i2 ยังไม่เท่าเทียม", "อบรม"),
        (None, None, "คิวยาว", None),
    )
    assert said(found) == {
        ("finding", 1, None, (), "strength", "ให้บริการเร็ว", ""),
        ("finding", 1, None, ("i2",), "fix", "ข้อ i2 ยังไม่เท่าเทียม", "อบรม"),
        ("finding", 1, None, (), "fix", "คิวยาว", ""),
    }


def test_scores_beside_findings_are_taken_too():
    found = see(("ตัวชี้วัด", "คะแนน", "ประเด็นที่ต้องแก้ไข"), (NAMES[0], 80, "คิวยาว"), (NAMES[1], 90, None))
    assert found.tables[0].kinds == (Kind.FINDINGS, Kind.SCORES)
    assert len(said(found)) == 3


def measures(*rows, heads=("ตัวชี้วัด", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา")):
    return see(heads, *rows)


def test_a_row_without_a_measure_goes_on_with_the_one_before():
    found = measures(
        (NAMES[0], "อบรม", "1. ก", "กองคลัง", "ตลอดปีงบประมาณ"),
        (None, None, "2. ข", "กองช่าง", None),
        (None, "ประชุม", "ค", None, "ภายในเดือนมีนาคม 2569"),
    )
    first, second = (row.entries[0].record for row in found.tables[0].usable)
    assert (first.steps, first.owners, first.end) == (("ก", "ข"), ("กองคลัง", "กองช่าง"), datetime.date(2026, 9, 30))
    assert (second.indicator, second.title, second.end) == (1, "ประชุม", datetime.date(2026, 3, 31))
    (problem,) = found.problems
    assert (problem.cell, problem.severity, problem.fix) == ("D4", WARNING, "กองคลัง\nกองช่าง")


def test_a_sentence_cut_by_the_end_of_a_page_is_whole_again():
    heads = ("ตัวชี้วัด", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา")
    found = measures(
        (NAMES[0], "อบรมเจ้าหน้าที่ผู้", "1. เตรียม 2. จัด", "กองคลัง", "ปีงบประมาณ 2569"),
        heads,
        (None, "ให้บริการ", "อบรม", None, None),
        (None, "2. ประชุม", "ค", "กองช่าง", "ปีงบประมาณ 2569"),
        heads=heads,
    )
    first, second = (row.entries[0].record for row in found.tables[0].usable)
    assert (first.title, first.steps) == ("อบรมเจ้าหน้าที่ผู้ ให้บริการ", ("เตรียม", "จัด อบรม"))
    assert (second.title, second.indicator) == ("ประชุม", 1)


def test_merged_cells_hold_for_all_their_rows():
    from ita_desktop.exchange.grid import Span

    heads = ("ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา")
    rows = (heads, (NAMES[0], "ก", "กองคลัง", "ไตรมาส 1"), (None, "ข", None, "ไตรมาส 2"), (None, None, None, "ไตรมาส 3"))
    found = recognise([grid(*rows, spans=(Span(1, 0, 3, 0), Span(1, 2, 2, 2), Span(2, 1, 3, 1)))], known())
    first, second = (row.entries[0].record for row in found.tables[0].usable)
    assert (second.indicator, second.owners) == (1, ("กองคลัง",))
    assert second.end == datetime.date(2026, 6, 30)
    assert first.title == "ก"
    assert not found.problems


def test_dates_that_excel_made_of_typed_buddhist_years():
    heads = ("มาตรการ", "ผู้รับผิดชอบ", "วันที่เริ่ม", "วันที่สิ้นสุด")
    found = measures(
        ("ก", "กองคลัง", datetime.date(2568, 10, 1), datetime.date(2026, 9, 30)),
        ("ข", "กองคลัง", datetime.date(1968, 10, 1), "30 ก.ย. 69"),
        heads=heads,
    )
    (first,) = (row.entries[0].record for row in found.tables[0].usable)
    assert (first.start, first.end) == (datetime.date(2025, 10, 1), datetime.date(2026, 9, 30))
    assert told(found) == [("C2", HINT), ("C3", ERROR)]
    assert found.problems[1].fix == "1 ตุลาคม 2568"


def test_a_period_that_cannot_be_is_kept_as_words_and_told():
    found = measures((NAMES[0], "ก", "ข", "กองคลัง", "30 ก.พ. 2569"))
    record = found.tables[0].usable[0].entries[0].record
    assert (record.end, record.period_text) == (None, "30 ก.พ. 2569")
    assert told(found) == [("E2", WARNING)]


def test_what_a_web_page_left_in_the_cells_is_gone():
    found = measures(("<p>1. การปฏิบัติหน้าที่</p>", "<b>อบรม</b>", "<ol><li>ก</li><li>ข</li></ol>", "กองคลัง<br>กองช่าง", "-"))
    assert {entry[4:8] for entry in said(found)} == {("อบรม", "", ("ก", "ข"), ("กองคลัง", "กองช่าง"))}


def test_a_code_that_could_be_several_is_not_bound_to_any():
    found = see(("ประเด็น", "ข้อบกพร่อง", "มาตรการ", "ผู้รับผิดชอบ"), ("๕. x", "ข้อ ๑๑ ล่าช้า", "เร่งรัด", "กองคลัง"))
    assert told(found) == [("B2", WARNING)]
    assert found.tables[0].usable[0].entries[0].record.items == ()


def test_an_example_of_a_template_is_nobodys_data():
    found = see(("ลำดับ", "ตัวชี้วัด", "คะแนน"), ("ตัวอย่าง", NAMES[7], 83.4), (1, NAMES[0], 90), (2, NAMES[1], 80))
    assert scores(found) == {1: 90, 2: 80}


# Follow-up


def test_rounds_beside_each_other():
    found = see(
        (None, "รอบ 6 เดือน", None, "รอบ 12 เดือน", None),
        ("มาตรการ", "ผลการดำเนินการ", "สถานะ", "ผลการดำเนินการ", "สถานะ"),
        ("อบรม", "จัดแล้วหนึ่งครั้ง", "กำลังดำเนินการ", "จัดครบ", "แล้วเสร็จ"),
        ("ประชุม", None, None, None, None),
    )
    assert said(found) == {
        ("report", "อบรม", "รอบ 6 เดือน", "in_progress", None, "จัดแล้วหนึ่งครั้ง"),
        ("report", "อบรม", "รอบ 12 เดือน", "done", None, "จัดครบ"),
    }


def test_a_state_nobody_knows_is_an_error():
    found = see(("มาตรการ", "สถานะ", "ผลการดำเนินการ"), ("อบรม", "งง", "x"))
    assert told(found) == [("B2", ERROR)]


def test_a_link_in_the_evidence_stands_beside_its_title():
    found = see(
        ("มาตรการ", "ผลการดำเนินการ", "หลักฐาน"),
        ("อบรม", "จัดแล้ว", "- ภาพถ่าย https://www.example.go.th/1\n- รายงานการประชุม"),
    )
    record = found.tables[0].usable[0].entries[0].record
    assert [(one.title, one.link) for one in record.followup.evidence] == [
        ("ภาพถ่าย", "https://www.example.go.th/1"),
        ("รายงานการประชุม", ""),
    ]
    assert plain(found.tables[0].usable[0].entries[0])[3] == "in_progress"
