"""Five documents that offices published, rebuilt: data in, a preset chosen, every section there with its figures.

Three of them lie beside the repository where it is developed, as text and as sheets; of the other two only the scores
and the order of the sections are known. Nothing of them is kept here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
import sample_year
from papers.reading import headings, rows, tables, words
from render.readers import bare, pages
from test_published_shapes import SCORES_2564, SCORES_2566, SHORT_2565, year_with

from ita_desktop.actions.outcomes import Duplicates
from ita_desktop.actions.sheets import import_tables, known_of
from ita_desktop.actions.workbook import create
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Memo, MemoPart, Office, Signature
from ita_desktop.exchange.recognise import recognise
from ita_desktop.exchange.sheets.reading import read_tables
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.dates import read_date
from ita_desktop.thai.digits import Digits, to_arabic

ROOT = Path(__file__).parents[1]
FIELD = ROOT.parent / "shared" / "field"
RULES = Frameworks(ROOT / "resources" / "frameworks")
SCORE = re.compile(r"(?<![\d.])\d{2,3}\.\d\d(?!\d)")


@dataclass(frozen=True)
class Published:
    year: int
    text: str
    sheets: tuple[str, ...]
    preset: str
    sections: tuple[str, ...]
    """What the headings of the original are called in ours."""
    total: str
    level: str
    wrong: frozenset[str] = frozenset()
    """Scores that the original copied wrongly from its own table."""


DOCUMENTS = (
    Published(
        2565,
        "memo_and_report_2565.txt",
        ("scores_2564_2565_compared_thai_digits.xlsx", "measures_2566_five_columns_continued.xlsx"),
        "comparison",
        (
            "ความเป็นมา",
            "หลักการและเหตุผล",
            "เครื่องมือการประเมิน",
            "เกณฑ์การประเมิน",
            "ผลคะแนน",
            "เปรียบเทียบ",
            "จุดแข็ง",
            "จุดอ่อน",
            "ข้อเสนอแนะ",
            "มาตรการ",
        ),
        "88.53",
        "A",
        frozenset({"90.74"}),
    ),
    Published(
        2567,
        "topics_2567.txt",
        ("scores_2567_plain.xlsx", "topics_2567_six_columns.xlsx"),
        "seven-topics",
        ("ผลคะแนน", "การวิเคราะห์"),
        "99.84",
        "ผ่านดีเยี่ยม",
    ),
    Published(
        2568,
        "report_2568_by_item.txt",
        ("scores_2568_tool_column_merged.xlsx", "measures_2569_six_columns_page_breaks.xlsx"),
        "by-item",
        ("ผลคะแนน", "การวิเคราะห์", "มาตรการ"),
        "92.89",
        "ผ่าน",
    ),
)


def original(document: Published) -> str:
    if not (FIELD / document.text).is_file():
        pytest.skip("the published documents do not lie beside the repository")
    return to_arabic((FIELD / document.text).read_text("utf-8"))


def rebuilt(document: Published, folder: Path):
    """The year as its sheets say it, and the scores of items that the text names."""
    text = original(document)
    with create(folder / "งาน.ita", Office(name="เทศบาลตำบลตัวอย่าง"), (document.year,), frameworks=RULES) as made:
        for sheet in document.sheets:
            found = recognise(read_tables(FIELD / sheet), known_of(made, document.year, RULES))
            import_tables(made, found.tables, document.year, on_duplicates=Duplicates.UPDATE)
        year = made.year(document.year)
    return replace(year, item_scores={**year.item_scores, **dict(item_scores(text))})


def item_scores(text: str):
    """`ข้อ I3 (100 คะแนน)`; where the letter was read as a figure (`ข้อ 12`) the section says whose item it is."""
    tool = "i"
    for line in text.splitlines():
        if "EIT)" in line and line.startswith("#"):
            tool = "e"
        for said, score in re.findall(r"ข้อ ([IEie]?\d+) \((\d+(?:\.\d+)?) คะแนน", line):
            number = said[1:] if said[0] in "IEie1" and len(said) > 1 else said
            yield f"{tool}{number}", Decimal(score)


def printed(year, name: str, preset: str = "") -> tuple[str, object]:
    paper = PAPERS[name].make(year, PaperOptions(preset=preset, digits=Digits.ARABIC))
    return bare("".join(pages(to_pdf(paper, fonts=ROOT / "fonts")))), paper


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.preset)
def test_a_published_report_is_rebuilt_with_every_section_and_every_figure(document, tmp_path):
    text = original(document)
    year = rebuilt(document, tmp_path)
    assert len(year.indicator_scores) == 10
    said, paper = printed(year, "report", document.preset)
    found = [heading.split(". ", 1)[1] for heading in headings(paper)]
    assert [wanted for wanted, ours in zip(document.sections, found, strict=True) if not ours.startswith(wanted)] == []
    assert f"{document.total}คะแนน" in said
    assert bare(document.level) in said
    theirs = set(SCORE.findall(text)) - document.wrong
    assert len(theirs) >= 7
    assert sorted(score for score in theirs if score not in said) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.preset)
def test_every_measure_of_the_original_stands_in_the_rebuilt_table(document, tmp_path):
    year = rebuilt(document, tmp_path)
    said, paper = printed(year, "report", document.preset)
    assert len(year.measures) >= 6
    for measure in year.measures:
        in_tables = [cell for table in tables(paper) for row in rows(table) for cell in row]
        assert sum(measure.title in cell for cell in in_tables) >= 1, measure.id
        for words_ in (*measure.owners, measure.period_text):
            assert bare(to_arabic(words_))[:12] in said, (measure.id, words_)


def test_every_item_that_the_original_weighs_is_weighed(tmp_path):
    document = DOCUMENTS[2]
    year = rebuilt(document, tmp_path)
    assert len(year.item_scores) >= 20
    said, _ = printed(year, "report", document.preset)
    for code, score in year.item_scores.items():
        assert re.search(rf"{code}(?!\d)", said), code
        assert f"{score:.2f}" in said, code


def test_the_published_memo_is_rebuilt_with_everyone_who_signed(tmp_path):
    document = DOCUMENTS[0]
    lines = [line.strip() for line in original(document).split("**")[0].splitlines() if line.strip()]
    at = {heading: lines.index(heading) for heading in ("เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา/ข้อเสนอ")}
    closing = next(number for number, line in enumerate(lines) if line.startswith("จึงเรียนมา"))
    ends = [*list(at.values())[1:], closing]

    def field(label):
        return next(line for line in lines if line.startswith(label)).removeprefix(label).strip()

    below = lines[closing + 1 :]
    signed = [number for number, line in enumerate(below) if line.startswith("(ชื่อ")]
    assert len(signed) == 5
    memo = Memo(
        division=field("ส่วนราชการ"),
        number=field("ที่ "),
        date=read_date(field("วันที่")),
        subject=field("เรื่อง "),
        to=field("เรียน"),
        parts=tuple(
            MemoPart(heading=heading, text="\n".join(lines[start + 1 : end]))
            for (heading, start), end in zip(at.items(), ends, strict=True)
        ),
        signatures=tuple(
            Signature(name=f"นายสมมติ ลำดับ{number}", position=below[place + 1], comments=(f"- ความเห็น {number}",))
            for number, place in enumerate(signed, start=1)
        ),
    )
    year = replace(year_with(2565, *SCORES_2564), memo=memo)
    said, _ = printed(year, "memo")
    for part in memo.parts:
        assert said.count(bare(part.heading)) == 1
        for paragraph in part.text.splitlines():
            assert bare(paragraph)[:40] in said
    for value in (memo.division, memo.number, "20มีนาคม2566"):
        assert bare(value) in said
    for signature in memo.signatures:
        assert said.count(bare(f"({signature.name})")) == 1
        assert bare(signature.position) in said


# ------------------------------------------------------------------------- of these only figures and sections are known


def test_the_full_book_of_2566_is_rebuilt_with_respondents_foreword_contents_and_appendices():
    rich = sample_year.rich_year()
    year = replace(year_with(2566, *SCORES_2566), respondents=rich.respondents, remarks=rich.remarks)
    year = replace(year, findings=rich.findings, measures=rich.measures, order=rich.order, agenda=rich.agenda)
    said, paper = printed(year, "report", "full-book")
    found = " ".join(headings(paper))
    for section in (
        "คำนำ",
        "ความเป็นมา",
        "เครื่องมือ",
        "เกณฑ์",
        "จำนวนผู้ตอบ",
        "ผลคะแนน",
        "จุดแข็ง",
        "จุดอ่อน",
        "มาตรการ",
        "ภาคผนวก",
    ):
        assert section in found
    assert "สารบัญ" in words(paper)
    assert all(f"{Decimal(score):.2f}" in said for score in (*SCORES_2566, "89.40"))
    assert "ผ่านดี" in said


def test_the_short_form_of_2565_is_rebuilt():
    rich = sample_year.rich_year()
    year = replace(year_with(2565, *SHORT_2565), findings=rich.findings, measures=rich.measures)
    said, paper = printed(year, "report", "short")
    found = [heading.split(". ", 1)[1] for heading in headings(paper)]
    assert [
        name
        for name, ours in zip(("ผลคะแนน", "จุดอ่อน", "ข้อเสนอแนะ", "มาตรการ"), found, strict=True)
        if not ours.startswith(name)
    ] == []
    assert all(f"{Decimal(score):.2f}" in said for score in (*SHORT_2565, "86.50"))
