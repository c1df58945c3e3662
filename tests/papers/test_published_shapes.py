"""The five shapes in which offices published, rebuilt: the same sections in the same order, the same figures."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import sample_year
from reading import headings, rows, table_with, words

from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.report import report
from ita_desktop.thai.digits import to_arabic

FIELD = Path(__file__).parents[3] / "shared" / "field"


def published(name: str) -> str:
    if not (FIELD / name).is_file():
        pytest.skip("published documents are not at hand")
    return to_arabic((FIELD / name).read_text(encoding="utf-8"))


def year_with(number, *scores, last=()):
    year = replace(sample_year.empty_year(number), indicator_scores=sample_year.scores(*scores))
    if last:
        before = replace(sample_year.empty_year(number - 1), indicator_scores=sample_year.scores(*last))
        year = replace(year, previous=before)
    return year


SCORES_2564 = ("89.98", "82.07", "85.13", "79.53", "83.47", "87.36", "87.24", "85.21", "100", "92.86")
SCORES_2565 = ("90.79", "81.43", "83.97", "80.74", "85.75", "80.81", "80.98", "78.74", "95.56", "100")
SHORT_2565 = ("81.64", "77.05", "79.52", "74.10", "78.30", "78.88", "82.02", "74.75", "97.50", "100")
SCORES_2566 = ("94.68", "88.55", "91.80", "87.16", "88.27", "86.78", "86.07", "83.40", "100", "83.75")
SCORES_2567 = ("100", "100", "100", "99.10", "99.82", "99.72", "99.86", "99.44", "100", "100")
SCORES_2568 = ("99.42", "99.46", "99.58", "97.61", "99.42", "99.52", "99.46", "99.58", "86.50", "80.00")


@pytest.mark.parametrize(
    ("number", "scores", "preset", "total", "level", "sections"),
    [
        (
            2565,
            SCORES_2565,
            "comparison",
            "88.53",
            "A",
            [
                "ความเป็นมา",
                "หลักการ",
                "เครื่องมือ",
                "เกณฑ์",
                "ผลคะแนน",
                "เปรียบเทียบ",
                "จุดแข็ง",
                "จุดอ่อน",
                "ข้อเสนอแนะ",
                "มาตรการ",
            ],
        ),
        (2565, SHORT_2565, "short", "86.50", "A", ["ผลคะแนน", "จุดอ่อน", "ข้อเสนอแนะ", "มาตรการ"]),
        (2567, SCORES_2567, "seven-topics", "99.84", "ผ่านดีเยี่ยม", ["ผลคะแนน", "การวิเคราะห์"]),
        (2568, SCORES_2568, "by-item", "92.89", "ผ่าน", ["ผลคะแนน", "การวิเคราะห์", "มาตรการ"]),
    ],
)
def test_a_published_shape_has_its_sections_its_total_and_its_level(number, scores, preset, total, level, sections):
    rich = sample_year.rich_year()
    year = replace(year_with(number, *scores, last=SCORES_2564), findings=rich.findings, measures=rich.measures)
    paper = report(year, PaperOptions(preset=preset))
    found = [heading.split(". ", 1)[1] for heading in headings(paper)]
    assert [name for name, wanted in zip(found, sections, strict=True) if not name.startswith(wanted)] == []
    table = rows(table_with(paper, "เรียงตามอันดับ" if preset == "comparison" else "รายตัวชี้วัด"))
    assert (table[-2][1], table[-1][1]) == (total, level)
    assert sorted(row[-1 if preset == "comparison" else -2] for row in table[:10]) == sorted(
        f"{score:.2f}" for score in year.indicator_scores.values()
    )


def test_the_full_book_of_2566_says_the_level_of_its_own_year():
    year = replace(sample_year.rich_year(), **_of_2566())
    paper = report(year, PaperOptions())
    assert [re.sub(r"^\d+\. ", "", heading) for heading in headings(paper)][:1] == ["คำนำ"]
    assert "89.40 คะแนน อยู่ในระดับผ่านดี" in words(paper)
    assert headings(paper)[-1] == "ภาคผนวก"


def _of_2566():
    year = year_with(2566, *SCORES_2566)
    return {
        "number": 2566,
        "measures_year": 2566,
        "framework": year.framework,
        "indicator_scores": year.indicator_scores,
        "eit_parts": {},
        "previous": None,
    }


def test_every_change_of_the_published_comparison_is_in_ours():
    text = published("memo_and_report_2565.txt")
    theirs = re.findall(r"^\d+\tตัวชี้วัดที่ (\d+) .*?\t([\d.]+)\t([\d.]+)\t(.*)$", text, re.MULTILINE)
    assert len(theirs) == 10
    ours = rows(table_with(report(year_with(2565, *SCORES_2565, last=SCORES_2564), PaperOptions()), "เปรียบเทียบ"))
    for number, _, _, change in theirs:
        assert ours[int(number) - 1][4] == change.strip()
    assert ours[10][1:] == ["89.76", "88.53", "ลดลง -1.23"]


def test_the_published_ranking_is_ours():
    text = published("memo_and_report_2565.txt")
    theirs = re.findall(r"^(\d+)\tตัวชี้วัดที่ (\d+) [^\t]*\t([\d.]+)$", text, re.MULTILINE)
    assert len(theirs) == 10
    ours = rows(table_with(report(year_with(2565, *SCORES_2565), PaperOptions(preset="comparison")), "เรียงตามอันดับ"))
    assert [(row[0], row[1].split()[1]) for row in ours[:10]] == [(place, number) for place, number, _ in theirs]
