"""What stands where nobody wrote: shown beside the page, and the same words that are printed."""

from dataclasses import replace

import pytest
import sample_year
from reading import words

from ita_desktop.domain.records import Memo, MemoPart, Report, Section
from ita_desktop.papers.blocks import PaperOptions, Picture
from ita_desktop.papers.defaults import section_words, takes_words
from ita_desktop.papers.memo import memo, memo_parts, usual_parts
from ita_desktop.papers.presets import SECTION_KEYS
from ita_desktop.papers.report import report
from ita_desktop.papers.report_sections import SECTIONS

OPTIONS = PaperOptions(today=sample_year.TODAY)
ALL = replace(sample_year.rich_year(), report=Report(sections=tuple(Section(key=key) for key in SECTION_KEYS)))


@pytest.mark.parametrize("key", SECTION_KEYS)
def test_the_usual_words_are_those_on_the_page(key):
    shown, printed = section_words(ALL, OPTIONS, key), words(report(ALL, OPTIONS))
    for line in shown.splitlines():
        assert line.split(" ", 1)[-1] in printed


@pytest.mark.parametrize("key", [key for key in SECTION_KEYS if key not in {"contents", "tools"}])
def test_typing_the_usual_words_oneself_changes_no_word_of_the_paper(key):
    """Of the tools, only the numbers of the headings go: typed headings are lines like others."""
    usual = section_words(ALL, OPTIONS, key)
    mine = replace(
        ALL, report=Report(sections=tuple(Section(key=one, text=usual if one == key else "") for one in SECTION_KEYS))
    )
    assert words(report(mine, OPTIONS)).split() == words(report(ALL, OPTIONS)).split()


def test_only_what_is_typed_is_offered_to_be_typed():
    """Tables, charts and what findings say are not the section's own words."""
    for key in ("strengths", "weaknesses", "by_item", "scores"):
        assert "<" not in section_words(ALL, OPTIONS, key)
        assert len(section_words(ALL, OPTIONS, key)) < 900
    assert section_words(ALL, OPTIONS, "by_item") == ""


def test_the_contents_write_themselves_and_everything_else_takes_words():
    assert [key for key in SECTION_KEYS if not takes_words(ALL, OPTIONS, key)] == ["contents"]


def test_the_cover_offers_its_lines():
    lines = section_words(ALL, OPTIONS, "cover").splitlines()
    assert lines[0] == "รายงานการวิเคราะห์ผลการประเมิน"
    assert len(lines) == 8


def test_a_part_of_the_memo_left_empty_says_what_is_usual_under_its_heading():
    usual = usual_parts(replace(ALL, memo=None), OPTIONS)
    parts = (
        replace(usual[0], text=""),
        MemoPart(heading="ข้อกฎหมาย", text="ตามระเบียบ"),
        replace(usual[2], text="เห็นควรอนุมัติ"),
        MemoPart(heading="หัวข้อใหม่", text=""),
    )
    year = replace(ALL, memo=Memo(parts=parts))
    written = memo_parts(year, OPTIONS)
    assert [part.text for part in written] == [usual[0].text, "ตามระเบียบ", "เห็นควรอนุมัติ", ""]
    text = words(memo(year, OPTIONS))
    assert "เรื่องเดิม" in text
    assert "หัวข้อใหม่" not in text


def test_the_cover_bears_the_offices_own_picture_and_the_memo_the_emblem():
    emblem, logo = Picture(b"emblem"), Picture(b"logo")
    both = replace(OPTIONS, emblem=emblem, logo=logo)
    cover, *_ = SECTIONS["cover"].write(ALL, both, "")
    assert cover.emblem is logo
    assert memo(ALL, both).blocks[0].emblem is emblem
    cover, *_ = SECTIONS["cover"].write(ALL, replace(OPTIONS, emblem=emblem), "")
    assert cover.emblem is emblem
