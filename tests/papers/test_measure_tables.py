"""The table of measures in its four shapes: nothing lost, nothing twice, every row fits its columns."""

from dataclasses import replace
from datetime import date

import pytest
import sample_year
from reading import assert_fits, cell_texts, rows, words

from ita_desktop.domain.records import ChecklistEntry, Finding, Measure
from ita_desktop.papers.blocks import Listing, Orientation, Paper, PaperOptions
from ita_desktop.papers.measure_tables import measure_table
from ita_desktop.papers.measures import measures
from ita_desktop.papers.presets import MeasureShape

ALL_SHAPES = tuple(MeasureShape)


def text_of(year, shape):
    return words(Paper(title="", blocks=(measure_table(year, shape),)))


def row_of(year, shape, title):
    return next(row for row in rows(measure_table(year, shape)) if any(title in cell for cell in row))


@pytest.mark.parametrize("shape", ALL_SHAPES)
def test_every_word_of_every_measure_stands_in_the_table_once(shape):
    year = sample_year.rich_year()
    text = text_of(year, shape)
    for measure in year.measures:
        assert text.count(measure.title) == 1
        for step in measure.steps:
            assert text.count(step.removeprefix("1. ").removeprefix("2. ")) == 1
        if measure.followup:
            assert text.count(measure.followup) == 1
    assert text.count("งบประมาณ 25,000 บาท") == 1
    assert text.count("(ขยายเวลาถึง 29 พฤษภาคม 2569)") == 1
    assert text.count("สำนักปลัดเทศบาลและกองสวัสดิการสังคม") == 1


@pytest.mark.parametrize("shape", ALL_SHAPES)
@pytest.mark.parametrize("count", [0, 1, 2, 120])
def test_any_number_of_measures_fits(shape, count):
    year = sample_year.many_measures(count)
    table = measure_table(year, shape)
    assert_fits(table)
    assert text_of(year, shape).count("มาตรการลำดับสมมติ") == count


@pytest.mark.parametrize("shape", ALL_SHAPES)
def test_a_step_as_long_as_an_essay_is_kept_whole(shape):
    year = sample_year.many_measures(1)
    long_step = year.measures[0].steps[0].strip()
    assert len(long_step) > 3900
    assert long_step in text_of(year, shape)


@pytest.mark.parametrize("shape", ALL_SHAPES)
def test_a_measure_that_is_only_a_name_takes_its_row(shape):
    year = replace(sample_year.empty_year(), measures=(Measure(id="m1", title="เพียงชื่อ"),))
    table = measure_table(year, shape)
    assert_fits(table)
    assert "เพียงชื่อ" in text_of(year, shape)


def test_without_measures_the_table_says_so():
    year = replace(sample_year.empty_year())
    for shape in (MeasureShape.FIVE, MeasureShape.BY_INDICATOR, MeasureShape.BY_TOPIC):
        assert rows(measure_table(year, shape)) == [["ไม่มีข้อมูล"]]


def test_five_columns_are_those_that_offices_use():
    table = measure_table(sample_year.rich_year(), MeasureShape.FIVE)
    assert [column.title for column in table.columns] == [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "การติดตามผล",
    ]
    assert rows(table)[0][0].startswith("1. เวทีรับฟังเสียงประชาชน")


def test_an_indicator_spans_its_measures_which_are_counted_under_it():
    year = sample_year.many_measures(12)
    table = measure_table(year, MeasureShape.BY_INDICATOR)
    first = table.rows[0].cells[0]
    assert (first.rows, first.content) == (1, "1. การปฏิบัติหน้าที่")
    second = next(row.cells[0] for row in table.rows if row.cells[0].content == "2. การใช้งบประมาณ")
    assert second.rows == 2
    assert row_of(year, MeasureShape.BY_INDICATOR, "สมมติ 001")[1].startswith("1. ")
    assert row_of(year, MeasureShape.BY_INDICATOR, "สมมติ 011")[0].startswith("2. ")


def test_a_measure_finds_its_indicator_through_its_items_and_findings():
    table = measure_table(sample_year.rich_year(), MeasureShape.BY_INDICATOR)
    heads = [row[0] for row in rows(table)]
    assert heads == ["4. การใช้ทรัพย์สินของราชการ", "8. การปรับปรุงการทำงาน", "10. การป้องกันการทุจริต", "ทุกตัวชี้วัด"]


def test_measures_of_one_finding_share_one_cell_of_analysis():
    finding = Finding(id="f1", indicator=3, text="ข้อสังเกตเดียว")
    both = tuple(Measure(id=f"m{n}", findings=("f1",), title=f"งาน {n}") for n in (1, 2))
    year = replace(sample_year.empty_year(), findings=(finding,), measures=both)
    for shape in (MeasureShape.BY_INDICATOR, MeasureShape.BY_TOPIC):
        assert text_of(year, shape).count("ข้อสังเกตเดียว") == 1
        assert_fits(measure_table(year, shape))


def test_shapes_without_a_column_for_it_still_say_how_a_measure_is_followed_up():
    row = row_of(sample_year.rich_year(), MeasureShape.BY_INDICATOR, "เวทีรับฟัง")
    assert "การติดตามผล รายงานต่อปลัดเทศบาลทุกรอบ" in row[3]


def test_a_topic_names_itself_and_shows_what_was_found():
    row = row_of(sample_year.rich_year(), MeasureShape.BY_TOPIC, "เวทีรับฟัง")
    assert row[0] == "2. การให้บริการและระบบ E-Service"
    assert "ประชาชนยังมีส่วนร่วมปรับปรุงบริการน้อย" in row[1]
    assert "ช่องทางรับฟังมีน้อยและไม่ต่อเนื่อง" in row[1]
    assert rows(measure_table(sample_year.rich_year(), MeasureShape.BY_TOPIC))[-1][0] == "ประเด็นอื่น ๆ"


def test_every_oit_item_has_its_row_with_measure_or_owner():
    year = replace(
        sample_year.rich_year(), checklist=(ChecklistEntry(item="o6", owner="งานแผน", due=date(2026, 4, 1)),)
    )
    table = measure_table(year, MeasureShape.BY_OIT_ITEM)
    codes = [row[0].split()[0] for row in rows(table) if row[0].startswith("o")]
    assert codes == [f"o{n}" for n in range(1, 29)]
    assert "จัดทำบัญชีมาตรการจากผลรายข้อ" in row_of(year, MeasureShape.BY_OIT_ITEM, "o27 ")[1]
    assert row_of(year, MeasureShape.BY_OIT_ITEM, "o6 ")[2:4] == ["งานแผน", "ภายใน 1 เมษายน 2569"]
    assert "รอบ 6 เดือน ภายใน 31 มีนาคม 2569" in row_of(year, MeasureShape.BY_OIT_ITEM, "o1 ")[4]


def test_a_measure_of_two_items_is_told_once_and_pointed_to():
    measure = Measure(id="m1", items=("o6", "o15"), title="งานร่วมสองข้อ")
    year = replace(sample_year.empty_year(), measures=(measure,))
    assert text_of(year, MeasureShape.BY_OIT_ITEM).count("งานร่วมสองข้อ") == 1
    assert "ดำเนินการร่วมกับมาตรการของข้อ o6" in row_of(year, MeasureShape.BY_OIT_ITEM, "o15 ")[1]


def test_steps_are_a_numbered_list_and_a_single_one_is_not():
    table = measure_table(sample_year.rich_year(), MeasureShape.FIVE)
    content = table.rows[0].cells[1].content
    assert content == (Listing(("กำหนดหัวข้อรับฟัง", "จัดเวทีในชุมชน", "สรุปข้อเสนอให้ผู้บริหาร"), indent=0),)
    assert list(cell_texts(table.rows[2].cells[1])) == ["พิมพ์ผังและติดประกาศ"]


def test_the_paper_of_measures_turns_on_its_side_for_six_columns():
    year = sample_year.rich_year()
    assert measures(year, PaperOptions()).orientation is Orientation.LANDSCAPE
    assert measures(year, PaperOptions(preset="short")).orientation is Orientation.PORTRAIT
    assert measures(year, PaperOptions(shape=MeasureShape.FIVE)).orientation is Orientation.PORTRAIT
    text = words(measures(year, PaperOptions()))
    assert "ประจำปีงบประมาณ พ.ศ. 2569" in text
    assert "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568" in text
