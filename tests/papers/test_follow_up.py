"""The follow-up report counts truly, names what is overdue, and shows every report of every round."""

from dataclasses import replace
from datetime import date

import pytest
import sample_year
from reading import assert_fits, headings, rows, table_with, tables, words

from ita_desktop.domain.records import Measure, Round
from ita_desktop.papers.blocks import Orientation, PageBreak, PaperOptions, Run, Table
from ita_desktop.papers.follow_up import follow_up

RICH = sample_year.rich_year()
OPTIONS = PaperOptions(today=sample_year.TODAY)
DUE = date(2026, 3, 31)


def one_measure(*reports, end=None, revised_end=None):
    return replace(
        sample_year.empty_year(),
        measures=(Measure(id="m1", title="งานเดียว", end=end, revised_end=revised_end),),
        rounds=(Round(id="r1", name="รอบแรก", due=DUE), Round(id="r2", name="รอบหลัง", due=date(2026, 9, 30))),
        followups=reports,
    )


# ------------------------------------------------------------------------------------------------ the report


def test_the_summary_counts_by_state_round_indicator_and_division():
    paper = follow_up(RICH, OPTIONS)
    assert "มาตรการทั้งหมด 4 มาตรการ" in words(paper)
    assert "ดำเนินการแล้วเสร็จ 2 มาตรการ (ร้อยละ 50.00) ข้อมูล ณ วันที่ 15 ตุลาคม 2569" in words(paper)
    assert "เกินกำหนด 2 มาตรการ" in words(paper)
    assert rows(table_with(paper, "สถานะ"))[-1] == ["รวม", "4", "100.00"]
    assert rows(table_with(paper, "ตามรอบ")) == [
        ["รอบ 6 เดือน", "31 มีนาคม 2569", "3", "0", "1", "1"],
        ["รอบ 12 เดือน", "30 กันยายน 2569", "1", "1", "2", "2"],
    ]
    assert rows(table_with(paper, "ตัวชี้วัด"))[0] == ["ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "1", "0", "1", "0", "0", "1"]
    divisions = {row[0]: row[1] for row in rows(table_with(paper, "ผู้รับผิดชอบ"))}
    assert divisions == {"สำนักปลัดเทศบาล": "1", "กองคลัง": "1", "กองช่าง": "1", "กองสวัสดิการสังคม": "1", "เจ้าหน้าที่ทุกคน": "1"}


def test_every_word_of_every_report_stands_there_once():
    text = words(follow_up(RICH, OPTIONS))
    for report in RICH.followups:
        for value in (report.result, report.obstacles, *(e.title for e in report.evidence)):
            assert not value or text.count(value) == 1, value
    for value in ("ร้อยละ 45", "ร้อยละ 60", "https://www.tuayang.example/2569/forum", "ไฟล์ minutes-forum.pdf"):
        assert text.count(value) == 1, value
    for measure in RICH.measures:
        assert text.count(measure.title) == 1


def test_a_link_of_evidence_can_be_followed():
    detail = [table for table in tables(follow_up(RICH, OPTIONS)) if not table.caption]
    content = detail[0].rows[0].cells[4].content
    links = [part.text for part in content if isinstance(part.text, tuple)]
    assert links == [(Run("https://www.tuayang.example/2569/forum", link="https://www.tuayang.example/2569/forum"),)]


def test_a_missing_report_says_whether_it_is_overdue_or_no_longer_needed():
    details = [table for table in tables(follow_up(RICH, OPTIONS)) if not table.caption]
    states = [[row[1] for row in rows(table)] for table in details]
    assert states[1] == ["ดำเนินการแล้วเสร็จ", "สิ้นสุดในรอบก่อนแล้ว"]
    assert states[3] == ["เกินกำหนด", "เกินกำหนด"]
    early = [table for table in tables(follow_up(RICH, PaperOptions(today=date(2026, 1, 1)))) if not table.caption]
    assert [row[1] for row in rows(early[3])] == ["ยังไม่มีรายงาน", "ยังไม่มีรายงาน"]


def test_each_measure_has_its_heading_and_owner():
    paper = follow_up(RICH, OPTIONS)
    assert headings(paper, 2)[0] == "3.1 เวทีรับฟังเสียงประชาชน"
    assert "ผู้รับผิดชอบ สำนักปลัดเทศบาลและกองสวัสดิการสังคม" in words(paper)
    assert "เกินกำหนดแล้วเสร็จ" in words(paper)


@pytest.mark.parametrize("count", [0, 1, 120])
def test_any_number_of_measures_makes_a_report(count):
    paper = follow_up(sample_year.many_measures(count), OPTIONS)
    for table in tables(paper):
        assert_fits(table)
    assert len(headings(paper, 2)) == count


def test_twelve_rounds_fit():
    year = replace(RICH, rounds=tuple(Round(id=f"r{n}", name=f"เดือนที่ {n}", due=date(2026, n, 1)) for n in range(1, 13)))
    paper = follow_up(year, OPTIONS)
    assert len(rows(table_with(paper, "ตามรอบ"))) == 12
    for table in tables(paper):
        assert_fits(table)


def test_an_empty_year_says_that_nothing_is_known():
    paper = follow_up(sample_year.empty_year(), PaperOptions())
    assert "ไม่มีข้อมูล" in words(paper)
    assert not any(isinstance(block, Table) for block in paper.blocks)


def test_measures_without_rounds_are_still_listed():
    year = replace(RICH, rounds=(), followups=())
    paper = follow_up(year, OPTIONS)
    assert len(headings(paper, 2)) == 4
    assert "ยังไม่เริ่มดำเนินการ 4 มาตรการ (ร้อยละ 100.00)" in words(paper)


def test_the_details_lie_on_wide_pages():
    breaks = [b.orientation for b in follow_up(RICH, OPTIONS).blocks if isinstance(b, PageBreak)]
    assert breaks == [Orientation.LANDSCAPE]
