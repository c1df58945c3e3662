"""The analysis report: each of the twenty sections says what the year knows, in the order somebody chose."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
import sample_year
from reading import assert_fits, headings, rows, table_with, tables, texts, words

from ita_desktop.domain.records import Finding, FindingKind, Measure, Report, Respondents, Section, StrengthRule
from ita_desktop.domain.scoring import results, signed_text
from ita_desktop.papers.blocks import Contents, Cover, Figure, Heading, Orientation, PageBreak, PaperOptions, Picture
from ita_desktop.papers.charts import BarChart, ChangeChart, LineChart
from ita_desktop.papers.presets import PRESETS, SECTION_KEYS, MeasureShape, Preset
from ita_desktop.papers.report import report
from ita_desktop.papers.report_sections import SECTIONS

EVERYTHING = Preset(name="all", title="", sections=SECTION_KEYS)
RICH = sample_year.rich_year()


def with_only(*keys, measures=MeasureShape.FIVE, ranked=False):
    preset = Preset(name="some", title="", sections=keys, measures=measures, ranked=ranked)
    return PaperOptions(preset="some", presets=(preset,), today=sample_year.TODAY)


def section(key, year=RICH, **named):
    return report(year, with_only(key, **named))


def figures(paper, kind):
    return [block.content for block in paper.blocks if isinstance(block, Figure) and isinstance(block.content, kind)]


# ------------------------------------------------------------------------------------------------ the whole


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_makes_a_report_whose_tables_fit(name):
    paper = report(RICH, PaperOptions(preset=name))
    for table in tables(paper):
        assert_fits(table)
    assert "None" not in words(paper)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("number", range(2562, 2571))
def test_an_empty_year_makes_a_report_without_a_figure(name, number):
    paper = report(sample_year.empty_year(number), PaperOptions(preset=name))
    criteria = words(section("criteria", sample_year.empty_year(number)))
    text = words(paper)
    assert "ไม่มีข้อมูล" in text
    assert "None" not in text
    assert not set(re.findall(r"\d+\.\d\d", text)) - set(re.findall(r"\d+\.\d\d", criteria))
    for table in tables(paper):
        assert_fits(table)


@pytest.mark.parametrize("key", SECTION_KEYS)
def test_each_section_alone_comes_from_rich_and_empty_years(key):
    for year in (RICH, sample_year.empty_year()):
        for table in tables(section(key, year)):
            assert_fits(table)


def test_sections_are_counted_in_the_order_they_are_printed():
    assert headings(report(RICH, with_only("measures", "scores", "background"))) == [
        "1. มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "2. ผลคะแนนการประเมิน",
        "3. ความเป็นมา",
    ]


def test_front_and_back_are_not_counted():
    found = headings(report(RICH, with_only("cover", "foreword", "contents", "scores", "appendix")))
    assert found == ["คำนำ", "1. ผลคะแนนการประเมิน", "ภาคผนวก"]


def test_a_section_without_anything_to_say_is_left_out_and_not_counted():
    empty = sample_year.empty_year()
    found = headings(report(empty, with_only("respondents", "remarks", "comparison", "note", "appendix", "scores")))
    assert found == ["1. ผลคะแนนการประเมิน"]


@pytest.mark.parametrize("key", [key for key in SECTION_KEYS if SECTIONS[key].heading])
def test_any_section_can_be_switched_off(key):
    options = PaperOptions(presets=(EVERYTHING,))
    off = replace(RICH, report=Report(preset="all", sections=(Section(key=key, included=False),)))
    on = replace(RICH, report=Report(preset="all"))
    title = SECTIONS[key].title
    assert any(heading.endswith(title) for heading in headings(report(on, options)))
    assert not any(heading.endswith(title) for heading in headings(report(off, options)))


@pytest.mark.parametrize("key", [key for key in SECTION_KEYS if key != "contents"])
def test_the_officers_own_text_of_a_section_is_printed_once(key):
    own = "ข้อความที่เจ้าหน้าที่เขียนไว้เอง"
    options = PaperOptions(presets=(EVERYTHING,))
    year = replace(RICH, report=Report(preset="all", sections=(Section(key=key, text=own),)))
    assert words(report(year, options)).count(own) == 1


@pytest.mark.parametrize("key", [key for key in SECTION_KEYS if key not in {"contents", "cover"}])
def test_the_officers_own_text_stands_even_where_the_year_knows_nothing(key):
    own = "ข้อความที่เจ้าหน้าที่เขียนไว้เอง"
    year = replace(sample_year.empty_year(), report=Report(preset="all", sections=(Section(key=key, text=own),)))
    assert words(report(year, PaperOptions(presets=(EVERYTHING,)))).count(own) == 1


def test_no_sentence_stands_twice_in_a_report():
    """Names of items and tools do, and so may the text of an order in the appendix."""
    names = {item.title for item in RICH.framework.items} | {tool.name for tool in RICH.framework.tools}
    for findings in (RICH.findings, ()):
        year = replace(RICH, findings=findings, order=None, agenda=None)
        found = list(texts(report(year, PaperOptions(preset="all", presets=(EVERYTHING,))).blocks))
        twice = {text for text in found if len(text) > 60 and found.count(text) > 1}
        assert {text for text in twice if not any(name in text for name in names)} == set()


def test_tables_and_pictures_are_counted_through_the_report():
    paper = report(RICH, PaperOptions(preset="full-book"))
    captions = [table.caption for table in tables(paper) if table.caption]
    assert [caption.split()[0:2] for caption in captions] == [["ตารางที่", str(n)] for n in range(1, len(captions) + 1)]
    pictures = [block.caption for block in paper.blocks if isinstance(block, Figure)]
    assert [caption.split()[0:2] for caption in pictures] == [["ภาพที่", str(n)] for n in range(1, len(pictures) + 1)]


def test_a_report_without_a_cover_bears_its_title():
    first = next(texts(report(RICH, PaperOptions(preset="short")).blocks))
    assert first.startswith("รายงานการวิเคราะห์ผลการประเมินคุณธรรม")
    assert isinstance(report(RICH, PaperOptions(preset="by-item")).blocks[0], Cover)


def test_wide_tables_turn_their_pages_and_the_pages_turn_back():
    options = with_only("scores", "measures", "note", measures=MeasureShape.BY_INDICATOR)
    breaks = [block.orientation for block in report(RICH, options).blocks if isinstance(block, PageBreak)]
    assert breaks == [Orientation.LANDSCAPE, Orientation.PORTRAIT]


def test_a_report_that_begins_with_a_wide_table_begins_on_its_side():
    paper = report(RICH, with_only("measures", measures=MeasureShape.BY_INDICATOR))
    assert paper.orientation is Orientation.LANDSCAPE
    assert not any(isinstance(block, PageBreak) for block in paper.blocks)
    assert [type(block) for block in paper.blocks].count(Heading) == 1


# ------------------------------------------------------------------------------------------ opening sections


def test_the_cover_says_who_which_year_and_who_prepared_it():
    text = words(section("cover"))
    for said in (
        "พ.ศ. 2568",
        "พ.ศ. 2569",
        "เทศบาลตำบลตัวอย่าง",
        "อำเภอสมมติ จังหวัดตัวอย่าง",
        "จัดทำโดย สำนักปลัดเทศบาล งานนิติการ",
    ):
        assert text.count(said) == 1, said


def test_the_foreword_names_the_ten_indicators_and_the_order():
    text = words(section("foreword"))
    assert "(1) การปฏิบัติหน้าที่" in text
    assert "(10) การป้องกันการทุจริต" in text
    assert "คำสั่งเทศบาลตำบลตัวอย่าง ที่ 145/2568 ลงวันที่ 1 กันยายน 2568" in text


def test_contents_are_left_to_the_renderer():
    assert any(isinstance(block, Contents) for block in section("contents").blocks)


def test_the_tools_are_those_of_the_year_with_their_weights_and_indicators():
    paper = section("tools")
    assert len(headings(paper, 2)) == 3
    text = words(paper)
    assert text.count("ร้อยละ 30 ") == 2
    assert text.count("ร้อยละ 40 ") == 1
    assert all(f"ตัวชี้วัดที่ {n} " in text for n in range(1, 11))


def test_criteria_before_2566_are_seven_letters_without_gaps():
    found = rows(tables(section("criteria", sample_year.empty_year(2565)))[0])
    assert [(row[0], row[1]) for row in found] == [
        ("AA", "95.00–100.00"),
        ("A", "85.00–94.99"),
        ("B", "75.00–84.99"),
        ("C", "65.00–74.99"),
        ("D", "55.00–64.99"),
        ("E", "50.00–54.99"),
        ("F", "0.00–49.99"),
    ]
    assert [row[-1] for row in found] == ["ผ่าน", "ผ่าน", *["ไม่ผ่าน"] * 5]


def test_criteria_from_2566_tell_what_every_tool_must_reach():
    found = rows(tables(section("criteria"))[0])
    assert found[0] == ["ผ่านดีเยี่ยม", "95.00–100.00", "ทุกเครื่องมือไม่น้อยกว่า 95.00 คะแนน", "ผ่าน"]
    assert found[1][1:3] == ["85.00–100.00", "ทุกเครื่องมือไม่น้อยกว่า 85.00 คะแนน"]
    assert found[3][:2] == ["ต้องปรับปรุง", "70.00–84.99"]


def test_respondents_are_totalled_by_row_and_by_column():
    found = rows(table_with(section("respondents"), "IIT จำแนกตามช่วงอายุ"))
    assert found == [
        ["20–30 ปี", "6", "11", "0", "17"],
        ["31–40 ปี", "9", "13", "1", "23"],
        ["รวม", "15", "24", "1", "40"],
    ]
    assert "มีผู้ตอบแบบวัด EIT รวม 158 คน เป็นชาย 77 คน และหญิง 81 คน" in words(section("respondents"))


def test_nobody_answering_is_no_sentence_with_a_hole():
    year = replace(RICH, respondents=(Respondents(tool="IIT", by="age", group="20–30 ปี"),))
    assert "มีผู้ตอบแบบวัด IIT รวม 0 คน\n" in words(section("respondents", year))


# ---------------------------------------------------------------------------------------------------- scores


def test_every_score_total_and_level_stands_in_the_tables():
    found = rows(table_with(section("scores"), "รายตัวชี้วัด"))
    assert [row[-2] for row in found[:10]] == [str(RICH.indicator_scores[n]) for n in range(1, 11)]
    assert found[0] == ["IIT", "1", "การปฏิบัติหน้าที่", "94.68", "1"]
    assert found[-2] == ["คะแนนรวม", "87.06"]
    assert found[-1] == ["ระดับผลการประเมิน", "ผ่าน"]


def test_a_ranked_table_goes_from_the_best_to_the_weakest():
    found = rows(table_with(section("scores", ranked=True), "เรียงตามอันดับ"))
    assert found[0] == ["1", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "IIT", "94.68"]
    assert found[9] == ["10", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต", "OIT", "79.90"]


def test_tools_are_shown_with_weights_and_the_two_parts_of_eit():
    found = rows(table_with(section("scores"), "รายเครื่องมือ"))
    assert [row[1:] for row in found] == [
        ["90.09", "30", "27.03"],
        ["85.42", "30", "25.63"],
        ["86.41", "–", "–"],
        ["84.42", "–", "–"],
        ["86.03", "40", "34.41"],
        ["87.06"],
    ]


def test_the_highest_and_the_lowest_are_named():
    text = words(section("scores"))
    assert "สูงสุด คือ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 94.68 คะแนน" in text
    assert "ต่ำสุด คือ ตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้ 79.90 คะแนน" in text


@pytest.mark.parametrize(
    ("scores", "parts", "said", "unsaid"),
    [
        (["99"] * 10, {}, "ซึ่งบรรลุค่าเป้าหมาย 85 คะแนน", "ยังไม่บรรลุ"),
        (["99"] * 8 + ["86.50", "80.00"], {}, "แต่ยังมีเครื่องมือที่ได้คะแนนต่ำกว่า 85 คะแนน คือ OIT (83.25 คะแนน)", "ซึ่งบรรลุ"),
        (["90"] * 10, {1: "95", 2: "84.99"}, "คือ EIT ส่วนที่ 2 (84.99 คะแนน)", "ซึ่งบรรลุ"),
        (["84"] * 10, {}, "ซึ่งยังไม่บรรลุค่าเป้าหมาย 85 คะแนน", "ซึ่งบรรลุ"),
        (["85"] * 10, {}, "ซึ่งบรรลุค่าเป้าหมาย 85 คะแนน", "ยังไม่บรรลุ"),
    ],
)
def test_whether_the_goal_is_met_is_told_truly(scores, parts, said, unsaid):
    year = replace(
        sample_year.empty_year(),
        indicator_scores=sample_year.scores(*scores),
        eit_parts={part: Decimal(score) for part, score in parts.items()},
    )
    text = words(section("scores", year))
    assert said in text
    assert unsaid not in text


def test_in_letter_years_the_goal_looks_at_the_total_alone():
    year = replace(sample_year.empty_year(2565), indicator_scores=sample_year.scores(*["99"] * 8, "80", "80"))
    assert "ซึ่งบรรลุค่าเป้าหมาย" in words(section("scores", year))


def test_the_chart_has_all_ten_by_rank_and_the_line_of_the_goal():
    (chart,) = figures(section("scores"), BarChart)
    assert [bar.value for bar in chart.bars] == sorted((float(v) for v in RICH.indicator_scores.values()), reverse=True)
    assert [line.value for line in chart.thresholds] == [85.0]
    assert chart.bars[-1].tone == "warn"
    assert chart.bars[0].tone == "accent"


def test_one_missing_score_is_said_to_be_missing_everywhere():
    known = {number: score for number, score in RICH.indicator_scores.items() if number != 8}
    paper = section("scores", replace(RICH, indicator_scores=known))
    found = rows(table_with(paper, "รายตัวชี้วัด"))
    assert found[7] == ["8", "การปรับปรุงการทำงาน", "ไม่มีข้อมูล", "–"]
    assert found[-2][1] == found[-1][1] == "ไม่มีข้อมูล"
    (chart,) = figures(paper, BarChart)
    assert chart.bars[-1].value is None
    assert "0.00" not in words(paper)


def test_what_the_assessor_remarked_stands_beside_its_item_and_score():
    found = rows(table_with(section("remarks"), "ผู้ประเมิน"))
    assert found[1] == ["o27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "0.00", "การวิเคราะห์ยังไม่ลงถึงรายข้อ"]


# ------------------------------------------------------------------------------------------------ comparison


def test_both_years_and_every_change_stand_in_the_comparison():
    found = rows(table_with(section("comparison"), "เปรียบเทียบ"))
    assert found[0] == ["1", "การปฏิบัติหน้าที่ (IIT)", "92.31", "94.68", "เพิ่มขึ้น +2.37"]
    assert found[9] == ["10", "การป้องกันการทุจริต (OIT)", "90.00", "79.90", "ลดลง -10.10"]
    assert found[10] == ["คะแนนรวม", "89.54", "87.06", "ลดลง -2.48"]
    assert found[11] == ["ระดับผลการประเมิน", "ผ่านดี", "ผ่าน", "–"]
    assert "เพิ่มขึ้น 5 ตัวชี้วัด และลดลง 5 ตัวชี้วัด" in words(section("comparison"))


def test_gains_and_losses_are_drawn_and_the_trend_of_three_years():
    (changes,) = figures(section("comparison"), ChangeChart)
    assert [bar.tone for bar in changes.bars[3:6]] == ["good", "bad", "bad"]
    (trend,) = figures(section("comparison"), LineChart)
    assert trend.labels == ("2566", "2567", "2568")
    assert all(value is not None for value in trend.series[0].values)


def test_a_year_between_that_nobody_knows_is_a_gap_in_the_trend():
    assert RICH.previous
    older = replace(RICH.previous, number=2564, previous=replace(sample_year.year_2566(), number=2563))
    year = replace(RICH, previous=replace(RICH.previous, previous=older))
    (trend,) = figures(section("comparison", year), LineChart)
    assert trend.labels == ("2563", "2564", "2565", "2566", "2567", "2568")
    assert [value is None for value in trend.series[0].values] == [False, False, True, True, False, False]


def test_without_last_year_there_is_nothing_to_compare():
    assert headings(section("comparison", replace(RICH, previous=None))) == []
    assert headings(section("comparison", replace(RICH, previous=sample_year.year_2566()))) == []


# --------------------------------------------------------------------------------- strengths and weak points


def test_findings_are_told_in_their_section_with_text_and_advice():
    text = words(section("strengths"))
    assert "บุคลากรเห็นตรงกันว่างานเสร็จตามเวลา" in text
    assert "ทบทวนคู่มือทุกต้นปี" in text
    assert "หน้าเว็บไซต์ครบทุกหมวด" in text
    assert "ประชาชนยังมีส่วนร่วม" not in text
    weak = words(section("weaknesses"))
    assert weak.index("บัญชีมาตรการไม่ได้มาจากผลรายข้อ") < weak.index("ประชาชนยังมีส่วนร่วมปรับปรุงบริการน้อย")
    assert "จำนวน 2 ตัวชี้วัด" in weak
    assert "ผู้ยืมพัสดุบางรายยังไม่รู้แบบฟอร์ม" in words(section("improve"))


def test_without_findings_the_scores_speak():
    year = replace(RICH, findings=())
    strong, weak = words(section("strengths", year)), words(section("weaknesses", year))
    assert "จำนวน 8 ตัวชี้วัด" in strong
    assert "ตัวชี้วัดที่ 3 การใช้อำนาจ (IIT) ได้ 91.80 คะแนน เพิ่มขึ้น 1.77 คะแนนจากปีก่อน" in strong
    assert "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน (EIT) ได้ 83.40 คะแนน" in weak
    assert "ข้อ o27 (0.00 คะแนน)" in weak
    assert "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต คะแนนลดลง 0.98 คะแนนจากปีก่อน" in words(section("improve", year))


def test_an_office_that_is_strong_everywhere_is_not_scolded():
    year = replace(sample_year.empty_year(), indicator_scores=dict.fromkeys(range(1, 11), Decimal(99)))
    assert "จึงไม่มีข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน" in words(section("weaknesses", year))
    found = replace(year, findings=(Finding(id="f1", indicator=9, items=("o6",), text="ข้อ o6 ยังไม่ครบ"),))
    assert "แต่มีประเด็นที่ควรแก้ไข ดังนี้" in words(section("weaknesses", found))


def test_an_office_that_is_weak_everywhere_is_not_praised():
    year = replace(sample_year.empty_year(), indicator_scores=dict.fromkeys(range(1, 11), Decimal(40)))
    assert headings(section("strengths", year)) == []
    assert "จำนวน 10 ตัวชี้วัด" in words(section("weaknesses", year))


def test_the_offices_own_rule_decides_what_is_strong():
    best_five = replace(RICH, strength_rule=StrengthRule(top=5))
    assert "5 อันดับแรก จำนวน 5 ตัวชี้วัด" in words(section("strengths", best_five))
    assert "ได้คะแนนรองจาก 5 อันดับแรก จำนวน 5 ตัวชี้วัด" in words(section("weaknesses", best_five))
    high = replace(RICH, strength_rule=StrengthRule(mark=Decimal(90)))
    assert "ตั้งแต่ 90.00 คะแนนขึ้นไป จำนวน 3 ตัวชี้วัด" in words(section("strengths", high))


def test_a_text_that_names_its_indicator_gets_no_second_name():
    text = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 94.68 คะแนน ดีมาก"
    year = replace(RICH, findings=(Finding(id="f1", indicator=1, kind=FindingKind.STRENGTH, text=text),))
    intro, *told = [line for line in texts(section("strengths", year).blocks) if "การปฏิบัติหน้าที่" in line]
    assert told == [text]
    assert intro.startswith("จุดแข็ง คือ")


# ------------------------------------------------------------------------------------- by item, tool, topic


def test_every_item_score_stands_in_the_table_of_its_tool():
    paper = section("by_item")
    shown = {row[0]: row[2] for table in tables(paper) for row in rows(table) if re.fullmatch(r"[ieo]\d+", row[0])}
    assert shown == {code: f"{score:.2f}" for code, score in RICH.item_scores.items()}
    assert headings(paper, 2) == [
        "1.1 แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
        "1.2 แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
        "1.3 แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)",
    ]
    assert len(headings(paper, 3)) == 10


def test_an_indicators_own_change_stands_over_those_of_its_items():
    compared = [table for table in tables(section("by_item")) if table.columns[-1].title == "เปลี่ยนแปลง"]
    changes = {row[0]: row[-1] for table in compared for row in rows(table) if "ตัวชี้วัดที่" in row[0]}
    assert changes
    for one in results(RICH).indicators:
        name = f"ตัวชี้วัดที่ {one.number} {one.name}"
        assert one.change is not None
        assert changes.get(name, signed_text(one.change)) == signed_text(one.change)


def test_full_marks_are_strong_and_what_lost_points_is_weak():
    lines = list(texts(section("by_item").blocks))
    at = lines.index("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล")
    assert lines[at + 2] == "จุดแข็ง ได้แก่ ข้อ o1–o5 และ o7–o20 (100.00 คะแนน)"
    assert lines[at + 3].startswith("จุดอ่อนหรือข้อบกพร่อง ได้แก่ ข้อ o6 ประเด็นแผนและความก้าวหน้า")


def test_items_of_one_score_are_not_weak_against_each_other():
    year = replace(RICH, item_scores={"i1": Decimal(99), "i2": Decimal(99), "i3": Decimal(99)}, findings=())
    text = words(section("by_item", year))
    assert "จุดแข็ง ได้แก่ ข้อ i1" in text
    assert "จุดอ่อน" not in text


def test_the_lowest_of_good_items_is_not_scolded():
    year = replace(RICH, item_scores={"i1": Decimal(100), "i2": Decimal("99.65"), "i3": Decimal(84)}, findings=())
    text = words(section("by_item", year))
    assert "จุดแข็ง ได้แก่ ข้อ i1 " in text
    assert "จุดอ่อนหรือข้อบกพร่อง ได้แก่ ข้อ i3 " in text
    good = words(section("by_item", replace(year, item_scores={"i1": Decimal(100), "i2": Decimal("99.65")})))
    assert "จุดอ่อน" not in good
    assert "ประเด็นที่พัฒนาให้ดีขึ้นได้ ได้แก่ ข้อ i2 " in good


def test_a_question_that_asks_for_something_bad_is_not_called_a_strength_by_its_name():
    scores = {"i1": Decimal(90), "i2": Decimal(95), "i3": Decimal(100), "i9": Decimal(60)}
    text = words(section("by_item", replace(RICH, item_scores=scores, findings=())))
    assert "จุดแข็ง ได้แก่ ข้อ i3 (100.00 คะแนน)" in text
    assert "จุดอ่อนหรือข้อบกพร่อง ได้แก่ ข้อ i9 ประเด็นการให้หรือรับสินบน" in text


def test_without_item_scores_an_indicator_still_has_its_findings():
    text = words(section("by_item", replace(RICH, item_scores={})))
    assert "จุดแข็ง ได้แก่" not in text
    assert "ประชาชนยังมีส่วนร่วมปรับปรุงบริการน้อย" in text


def test_a_code_that_the_year_does_not_know_is_shown_and_not_lost():
    year = replace(RICH, item_scores={**RICH.item_scores, "o99": Decimal(50)})
    assert any(row[0] == "o99" for row in rows(table_with(section("by_item", year), "OIT")))


def test_a_finding_about_no_indicator_is_not_lost():
    year = replace(RICH, findings=(Finding(id="f1", text="ข้อสังเกตทั่วไป"),))
    assert "ข้อสังเกตทั่วไป" in words(section("by_item", year))
    assert "ข้อสังเกตทั่วไป" in words(section("weaknesses", year))


def test_advice_by_tool_spans_the_tools_indicators():
    (table,) = tables(section("by_tool"))
    cells = {row.cells[0].content[0].text: row.cells for row in table.rows if len(row.cells) == 2}
    assert cells["6. คุณภาพการดำเนินงาน "][1].rows == 3
    text = words(section("by_tool"))
    assert "เปิดเวทีรับฟังความเห็นทุกไตรมาส" in text
    assert "- การใช้อำนาจ (91.80 คะแนน)" in text


def test_advice_told_before_is_only_pointed_to():
    text = words(report(RICH, with_only("weaknesses", "by_tool")))
    assert text.count("เปิดเวทีรับฟังความเห็นทุกไตรมาส") == 1
    assert "- การปรับปรุงการทำงาน ข้อ e7" in text


def test_each_topic_has_its_table_with_findings_and_measures():
    paper = section("topics")
    found = headings(paper, 2)
    assert found[0] == "1.1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ"
    assert found[6] == "1.7 กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน"
    text = words(paper)
    for finding in RICH.findings:
        assert text.count(finding.text) == 1
    for measure in RICH.measures:
        assert text.count(measure.title) == 1


def test_with_a_section_of_measures_the_topics_show_findings_alone():
    paper = report(RICH, with_only("topics", "measures"))
    assert words(paper).count("เวทีรับฟังเสียงประชาชน") == 1
    assert rows(table_with(paper, "รายประเด็น"))[1][1:] == [
        "ประชาชนยังมีส่วนร่วมปรับปรุงบริการน้อย",
        "เปิดเวทีรับฟังความเห็นทุกไตรมาส",
    ]


# ------------------------------------------------------------------------------------------------- the end


def test_the_measures_say_in_which_meeting_they_were_weighed():
    text = words(section("measures"))
    assert "ครั้งที่ 2/2568 เมื่อวันพุธที่ 10 กันยายน 2568 เวลา 13.30 น. ณ ห้องประชุมชั้น 2 อาคารสำนักงาน รวม 4 มาตรการ" in text


def test_the_note_names_strong_indicators_without_a_measure():
    text = words(section("note"))
    assert "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่" in text
    assert "ตัวชี้วัดที่ 4" not in text
    assert "ตัวชี้วัดที่ 10" not in text
    treated = tuple(Measure(id=f"m{n}", indicator=n) for n in range(1, 11))
    assert headings(section("note", replace(RICH, measures=treated))) == []


def test_the_appendix_holds_the_order_the_agenda_and_the_pictures():
    photograph = Figure(Picture(b"", name="meeting.jpg"), caption="การประชุมคณะทำงาน")
    options = replace(with_only("appendix"), appendix=(photograph,))
    paper = report(RICH, options)
    assert headings(paper, 2) == [
        "ภาคผนวกที่ 1 คำสั่งแต่งตั้งคณะทำงาน",
        "ภาคผนวกที่ 2 ระเบียบวาระการประชุม",
        "ภาคผนวกที่ 3 ภาพกิจกรรมและเอกสารประกอบ",
    ]
    assert "ภาพที่ 1 การประชุมคณะทำงาน" in words(paper)
