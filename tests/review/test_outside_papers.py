"""A paper edited elsewhere, held against the workbook."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import workbooks
from planting import clean_year

from ita_desktop.cli import run
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.paper_text import read_paper
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.registry import paper_kind
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf
from ita_desktop.review import Passage, review_text
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years
from ita_desktop.thai.digits import Digits

FONTS = Path(__file__).parents[2] / "fonts"


def test_a_problem_says_on_which_page_and_where(year):
    text = "รายงาน\nตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 93.84 คะแนน"
    (problem,) = review_text(year, [Passage("page 1", "ปก"), Passage("page 2", text)])
    assert (problem.where.kind, problem.where.field) == ("paper", "page 2")
    assert text[problem.where.start : problem.where.end] == problem.quote == "93.84"
    assert (problem.expected, problem.fix) == ("83.17", None)


def test_pages_of_plain_text_are_counted(year):
    (problem,) = review_text(year, "ปก\fสารบัญ\fได้คะแนนรวม 98.88 คะแนน")
    assert problem.where.field == "page 3"


def test_what_the_lines_before_say_a_bare_number_means(year):
    """Under the heading of indicator 4, a scanned "ข้อ 112" is i12."""
    paper = "(4) ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ\nจุดอ่อน คือ ข้อ 112 (91.68 คะแนน)"
    found = {problem.rule: problem.expected for problem in review_text(year, paper)}
    assert found == {"code-form": "i12", "score-in-text": "81.68"}


def test_what_is_odd_all_through_a_paper_is_told_once(year):
    paper = "\n".join(["ช่องทางต่างๆ ในปี ๒๕๖๘ ครบทุกด้าน"] * 20 + ["ครบ 4 รอบ"])
    assert sorted(problem.rule for problem in review_text(year, paper)) == ["mixed-digits", "space-before-repeat"]


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.parametrize("digits", list(Digits))
def test_our_own_papers_come_back_without_a_complaint(tmp_path, format, digits):
    """Lines joined, cells apart, sentences over the page whole: what a PDF hides is no mistake of the text."""
    year = clean_year(4)
    paper = paper_kind("report").make(year, PaperOptions(digits=digits))
    made = to_pdf(paper, fonts=FONTS) if format == "pdf" else to_docx(paper, fonts=FONTS)
    path = tmp_path / f"รายงาน.{format}"
    path.write_bytes(made)
    passages = read_paper(path)
    assert [problem for problem in review_text(year, passages) if problem.severity is not Severity.HINT] == []
    after = {**year.indicator_scores, 3: year.indicator_scores[3] - 1}
    rules = {problem.rule for problem in review_text(replace(year, indicator_scores=after), passages)}
    assert "score-in-text" in rules


# ------------------------------------------------------------------------------------------------- the command `check`


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    content = workbooks.sample()
    path = tmp_path / "งาน.ita"
    Document.create(
        path,
        content.office,
        frameworks=Frameworks(workbooks.RESOURCES / "frameworks"),
        fill=lambda change: add_years(change, content),
    ).close()
    return path


def test_checking_a_year_in_order_exits_0_and_counts(workbook, capsys):
    assert run(["check", str(workbook), "--year", "2568", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["year"], told["errors"]) == (2568, 0)
    assert told["warnings"] == sum(problem["severity"] == "warning" for problem in told["problems"])


def test_checking_a_paper_with_an_error_exits_1_and_has_the_contracts_shape(workbook, tmp_path, capsys):
    paper = tmp_path / "รายงาน.txt"
    paper.write_text("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 93.84 คะแนน", encoding="utf-8")
    assert run(["check", str(workbook), "--year", "2568", "--paper", str(paper), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["errors"], told["warnings"]) == (1, 0)
    (problem,) = told["problems"]
    assert problem["rule"] == "score-in-text"
    assert problem["severity"] == "error"
    assert problem["where"] == {"kind": "paper", "id": None, "field": "paragraph 1", "start": 39, "end": 44}
    assert (problem["quote"], problem["expected"]) == ("93.84", "83.17")
    assert re.search("[ก-๛]", problem["message"])


def test_a_person_reads_where_and_what(workbook, tmp_path, capsys):
    paper = tmp_path / "บันทึก.txt"
    paper.write_text("คะแนนรวม 98.88 คะแนน\fชี้แจงบุคคลากร", encoding="utf-8")
    assert run(["check", str(workbook), "--year", "2568", "--paper", str(paper)]) == 1
    said = capsys.readouterr().out
    assert "ข้อผิดพลาด 1 ควรตรวจสอบ 1" in said
    assert "หน้า 1:" in said
    assert "หน้า 2:" in said


def test_errors_come_first_in_a_paper_too(year):
    found = review_text(year, "ชี้แจงบุคคลากร\nคะแนนรวม 98.88 คะแนน")
    assert [problem.severity for problem in found] == [Severity.ERROR, Severity.WARNING]
