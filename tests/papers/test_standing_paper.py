"""Where we stand among others, on one page."""

from decimal import Decimal

import sample_year
from reading import assert_fits, rows, tables, words

from ita_desktop.domain.standing import PublishedResult, PublishedResults
from ita_desktop.papers.blocks import Figure, PaperOptions
from ita_desktop.papers.charts import BarChart, RadarChart
from ita_desktop.papers.standing import standing_paper

RICH = sample_year.rich_year()
OPTIONS = PaperOptions(today=sample_year.TODAY)


def others(*, indicators=()):
    provinces = (RICH.office.province, f"จังหวัด{RICH.office.province}", "จังหวัดอื่น")
    return PublishedResults(
        PublishedResult(
            office=f"เทศบาลตำบลเพื่อนบ้าน{place}",
            year=RICH.number,
            total=Decimal(60 + 15 * place),
            scores={number: Decimal(70 + 10 * place) for number in indicators},
            province=province,
        )
        for place, province in enumerate(provinces)
    )


def picture(paper):
    (figure,) = [block for block in paper.blocks if isinstance(block, Figure)]
    return figure


def test_the_page_says_position_percentile_and_medians():
    paper = standing_paper(RICH, others(), OPTIONS)
    assert "อยู่ในอันดับที่ 2 จาก 4 หน่วยงาน ได้คะแนนมากกว่าร้อยละ 66.67 ของหน่วยงานอื่น" in words(paper)
    assert "ในจังหวัดเดียวกันอยู่ในอันดับที่ 1 จาก 3 หน่วยงาน" in words(paper)
    (table,) = tables(paper)
    assert rows(table)[-1] == ["คะแนนรวม", "87.06", "2 จาก 4", "67.50", "75.00", "75.00"]
    assert isinstance(picture(paper).content, BarChart)
    assert_fits(table)


def test_indicators_are_drawn_as_a_profile():
    paper = standing_paper(RICH, others(indicators=range(1, 11)), OPTIONS)
    (table,) = tables(paper)
    assert len(table.rows) == 11
    profile = picture(paper).content
    assert isinstance(profile, RadarChart)
    assert profile.series[1].name == "ค่ากลางของจังหวัด"
    assert profile.minimum == 70, "under the least score, at a round value"


def test_without_anybody_to_compare_with_the_page_says_so():
    paper = standing_paper(RICH, PublishedResults(()), OPTIONS)
    assert "ไม่มีข้อมูล" in words(paper)
    assert not tables(paper)
