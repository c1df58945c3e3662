"""Papers are found by name; the pack knows what the year's items need; lacks say what is missing."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import sample_year
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import assert_fits, rows, tables, words

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.records import (
    Finding,
    FindingKind,
    FollowUp,
    FollowUpState,
    Measure,
    Memo,
    MemoPart,
    Office,
    Year,
)
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.lacks import lacks
from ita_desktop.papers.pack import folder_name, list_file, pack, pack_list
from ita_desktop.papers.presets import PRESETS, MeasureShape
from ita_desktop.papers.registry import PAPERS, file_name, paper_kind
from ita_desktop.thai.digits import Digits

RICH = sample_year.rich_year()
EMPTY = sample_year.empty_year()
COMMAND_LINE = ("memo", "report", "measures", "followup", "order", "agenda", "announcement", "circular")


def test_the_names_are_those_of_the_command_line():
    assert tuple(PAPERS)[:8] == COMMAND_LINE
    assert all(kind.formats == ("pdf", "docx") for kind in PAPERS.values())


def test_an_unknown_paper_is_refused_with_the_names_that_exist():
    with pytest.raises(WrongUsage) as refusal:
        paper_kind("letter")
    assert all(name in str(refusal.value) for name in COMMAND_LINE)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("digits", Digits)
@pytest.mark.parametrize("number", [2565, 2568])
def test_every_paper_comes_from_empty_and_rich_years(name, digits, number):
    for year in (
        sample_year.empty_year(number),
        RICH,
        replace(RICH, previous=None, findings=(), memo=None, order=None),
    ):
        paper = PAPERS[name].make(year, PaperOptions(digits=digits, today=sample_year.TODAY))
        assert paper.digits is digits
        assert paper.title
        assert paper.author == "เทศบาลตำบลตัวอย่าง"
        assert "None" not in words(paper)
        for table in tables(paper):
            assert_fits(table)


@pytest.mark.parametrize("name", PAPERS)
def test_papers_write_arabic_digits_and_leave_thai_ones_to_the_renderer(name):
    assert not re.search("[๐-๙]", words(PAPERS[name].make(RICH, PaperOptions(digits=Digits.THAI))))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_the_same_whenever_it_is_made(name):
    options = PaperOptions(today=sample_year.TODAY)
    assert PAPERS[name].make(RICH, options) == PAPERS[name].make(sample_year.rich_year(), options)


def test_names_of_files_are_fit_for_a_website():
    names = [file_name(RICH, name) for name in PAPERS] + [packed.file for packed in pack(RICH, PaperOptions())]
    names += [folder_name(RICH) + ".x", list_file(RICH)]
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name) for name in names)
    assert len(set(names)) == len(names)
    assert file_name(RICH, "report", "docx") == "ita-2568-report.docx"


# ------------------------------------------------------------------------------------------------------- pack


def test_the_pack_serves_the_years_measures_item_and_follow_up_item():
    found = {packed.paper: (packed.item, packed.file) for packed in pack(RICH, PaperOptions())}
    assert found["report"] == ("o27", "01-o27-ita-2568-report.pdf")
    assert found["followup"][0] == "o28"
    assert set(found) == {"report", "measures", "memo", "announcement", "order", "followup"}
    assert "order" not in {packed.paper for packed in pack(EMPTY, PaperOptions())}


def test_the_pack_follows_the_codes_of_its_year():
    old = {packed.item for packed in pack(sample_year.empty_year(2566), PaperOptions())}
    later = {packed.item for packed in pack(RICH, PaperOptions(evidence=sample_year.framework(2569)))}
    assert (old, later) == ({"o42", "o43"}, {"o25", "o26"})


def test_the_list_names_every_paper_of_the_pack_once():
    (table,) = tables(pack_list(RICH, PaperOptions()))
    assert [row[3] for row in rows(table)] == [packed.file for packed in pack(RICH, PaperOptions())]
    assert rows(table)[0][2] == "ข้อ o27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


# ------------------------------------------------------------------------------------------------------ lacks


@pytest.mark.parametrize("name", PAPERS)
def test_an_empty_year_lacks_something_for_every_paper_and_says_it_in_thai(name):
    found = lacks(EMPTY, name)
    assert found
    assert all(re.search("[ก-๙]", line) for line in found)


def test_what_is_complete_lacks_nothing():
    from ita_desktop.papers.blocks import Picture

    options = PaperOptions(emblem=Picture(b""))
    assert lacks(RICH, "memo", options) == ()
    assert lacks(RICH, "order", options) == ()
    assert lacks(RICH, "agenda", options) == ()


def test_missing_scores_and_measures_are_named():
    scores = {number: score for number, score in RICH.indicator_scores.items() if number not in {4, 8}}
    assert "ยังไม่มีคะแนนตัวชี้วัดที่ 4 และ 8" in lacks(replace(RICH, indicator_scores=scores), "report")
    assert "1 มาตรการไม่มีวิธีดำเนินการ" in lacks(RICH, "measures")
    assert "ยังไม่มีมาตรการ" in lacks(EMPTY, "measures")


def test_only_sections_that_are_printed_are_missed():
    year = replace(RICH, respondents=())
    line = "ยังไม่มีจำนวนผู้ตอบแบบวัด จึงไม่พิมพ์ส่วนนี้"
    assert line in lacks(year, "report", PaperOptions(preset="full-book"))
    assert line not in lacks(year, "report", PaperOptions(preset="short"))


def test_reports_are_missed_when_their_round_has_come():
    assert lacks(RICH, "followup", PaperOptions(today=date(2026, 4, 1))) == ("รอบ 6 เดือน ยังไม่มีรายงาน 1 มาตรการ",)
    assert "รอบ 12 เดือน ยังไม่มีรายงาน 2 มาตรการ" in lacks(RICH, "followup", PaperOptions(today=sample_year.TODAY))


def test_levels_that_no_source_confirmed_are_named_where_they_are_printed():
    line = "เกณฑ์ระดับผลการประเมินบางระดับยังต้องตรวจสอบกับคู่มือ"
    assert line in lacks(RICH, "report", PaperOptions(preset="full-book"))
    assert line not in lacks(RICH, "report", PaperOptions(preset="short"))


# ------------------------------------------------------------------------------------------------ random years

words_of_any_kind = st.text(max_size=60) | st.sampled_from(["", " ", "1. ก\n2. ข", "- ก", "ก็" * 40, "๑๒๓"])
number = st.none() | st.integers(0, 12)
codes = st.lists(st.sampled_from(["i1", "e9", "o27", "o99", "zz"]), max_size=3).map(tuple)
score = st.decimals(0, 100, places=2)

measures = st.builds(
    Measure,
    id=st.sampled_from(["m1", "m2", "m3"]),
    findings=st.lists(st.sampled_from(["f1", "f2", "f9"]), max_size=2).map(tuple),
    indicator=number,
    items=codes,
    topic=st.none() | st.integers(0, 9),
    title=words_of_any_kind,
    analysis=words_of_any_kind,
    steps=st.lists(words_of_any_kind, max_size=4).map(tuple),
    owners=st.lists(words_of_any_kind, max_size=3).map(tuple),
    start=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    end=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    budget=st.none() | st.decimals(0, 10**9, places=2),
)
findings = st.builds(
    Finding,
    id=st.sampled_from(["f1", "f2"]),
    indicator=number,
    items=codes,
    topic=st.none() | st.integers(0, 9),
    kind=st.sampled_from(FindingKind),
    text=words_of_any_kind,
    advice=words_of_any_kind,
)
followups = st.builds(
    FollowUp,
    measure=st.sampled_from(["m1", "m2", "m9"]),
    round=st.sampled_from(["r1", "r2", "r9"]),
    state=st.sampled_from(FollowUpState),
    progress=st.none() | st.integers(0, 100),
    result=words_of_any_kind,
)


@st.composite
def years(draw: st.DrawFn) -> Year:
    rules = sample_year.framework(draw(st.integers(2562, 2570)))
    return replace(
        RICH,
        framework=rules,
        office=Office(name=draw(words_of_any_kind), divisions=draw(st.sampled_from([(), ("กองคลัง", "กองคลัง")]))),
        indicator_scores=draw(st.dictionaries(st.integers(1, 10), score)),
        item_scores=draw(st.dictionaries(st.sampled_from(["i1", "i2", "e1", "o1", "o99"]), score)),
        eit_parts=draw(st.dictionaries(st.sampled_from([1, 2]), score)),
        measures=tuple(draw(st.lists(measures, max_size=5))),
        findings=tuple(draw(st.lists(findings, max_size=4))),
        followups=tuple(draw(st.lists(followups, max_size=4))),
        memo=draw(
            st.none() | st.builds(lambda text: Memo(parts=(MemoPart(heading="", text=text),)), words_of_any_kind)
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(years(), st.sampled_from([*PRESETS]), st.none() | st.sampled_from(MeasureShape))
def test_whatever_a_year_holds_every_paper_is_made_and_every_row_fits(year, preset, shape):
    options = PaperOptions(preset=preset, shape=shape, today=date(2026, 4, 1))
    for kind in PAPERS.values():
        paper = kind.make(year, options)
        for table in tables(paper):
            assert_fits(table)
        lacks(year, kind.name, options)


def test_a_hundred_and_twenty_measures_stand_in_every_paper_that_lists_them():
    year = sample_year.many_measures(120)
    for name in ("report", "measures", "followup", "announcement", "circular"):
        text = words(PAPERS[name].make(year, PaperOptions()))
        assert all(text.count(f"มาตรการลำดับสมมติ {n:03}") == 1 for n in range(1, 121)), name


def test_scores_keep_two_decimals_everywhere():
    year = replace(EMPTY, indicator_scores=dict.fromkeys(range(1, 11), Decimal("86.5")))
    text = words(PAPERS["report"].make(year, PaperOptions(preset="full-book")))
    assert "86.50" in text
    assert not re.search(r"86\.5(?!0)", text)
