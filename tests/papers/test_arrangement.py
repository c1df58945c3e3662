"""The officer's choice of sections comes out on paper exactly as it was made, and nothing else moves with it."""

from dataclasses import replace

import sample_year
from hypothesis import given
from hypothesis import strategies as some

from ita_desktop.domain.records import Report, Section
from ita_desktop.papers.arrangement import arranged, as_preset, by_no_preset, own_words, printed, reshaped, worded
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.presets import FULL_BOOK, PRESETS, SECTION_KEYS, SHORT, MeasureShape

OPTIONS = PaperOptions()
SHAPES = some.sampled_from(list(PRESETS.values()))
KEYS = some.lists(some.sampled_from(SECTION_KEYS), unique=True, max_size=len(SECTION_KEYS))


def year_with(report):
    return replace(sample_year.rich_year(), report=report)


@given(SHAPES, KEYS, some.lists(some.sampled_from(SECTION_KEYS), unique=True, max_size=4))
def test_any_sections_in_any_order_are_printed_as_they_were_arranged(preset, keys, written):
    """Whichever preset they started from, and whichever of them have words of their own."""
    sections = tuple(Section(key=key, text="ข้อความ") for key in written)
    year = year_with(reshaped(year_with(Report(sections=sections)), preset))
    year = year_with(arranged(year, OPTIONS, keys))
    assert printed(year, OPTIONS) == tuple(keys)
    assert all(own_words(year, key) == "ข้อความ" for key in written)


@given(SHAPES, KEYS, some.sampled_from(SECTION_KEYS))
def test_writing_in_one_section_moves_none(preset, keys, key):
    year = year_with(reshaped(year_with(None), preset))
    year = year_with(arranged(year, OPTIONS, keys))
    after = year_with(worded(year, OPTIONS, key, "ข้อความของเรา"))
    assert printed(after, OPTIONS) == tuple(keys)
    assert own_words(after, key) == "ข้อความของเรา"
    back = year_with(worded(after, OPTIONS, key, ""))
    assert printed(back, OPTIONS) == tuple(keys)


def test_what_is_as_the_preset_has_it_is_not_written_down():
    year = year_with(reshaped(year_with(None), SHORT))
    changed = year_with(arranged(year, OPTIONS, ("scores",)))
    assert arranged(changed, OPTIONS, SHORT.sections) == Report(preset="short")


def test_another_preset_takes_over_the_words_and_not_the_arrangement():
    year = year_with(Report(preset="short", sections=(Section(key="foreword", text="คำนำของเรา"),)))
    full = year_with(reshaped(year, FULL_BOOK))
    assert printed(full, OPTIONS) == FULL_BOOK.sections
    assert own_words(full, "foreword") == "คำนำของเรา"
    short = year_with(reshaped(full, SHORT))
    assert printed(short, OPTIONS) == SHORT.sections
    assert own_words(short, "foreword") == "คำนำของเรา"


def test_an_arrangement_comes_back_as_a_preset_in_another_year():
    year = year_with(arranged(sample_year.rich_year(), OPTIONS, ("measures", "cover", "note")))
    mine = as_preset(year, OPTIONS, "ของเรา", MeasureShape.BY_TOPIC)
    other = year_with(reshaped(year_with(None), mine))
    assert printed(other, PaperOptions(presets=(mine,))) == ("measures", "cover", "note")


def test_a_report_outlives_the_preset_it_went_by():
    year = year_with(reshaped(year_with(None), FULL_BOOK))
    kept = year_with(by_no_preset(year, OPTIONS))
    assert kept.report.preset == ""
    assert printed(kept, OPTIONS) == FULL_BOOK.sections


def test_sections_of_another_version_stay_in_the_workbook():
    year = year_with(Report(sections=(Section(key="from-the-future", text="อนาคต"),)))
    assert arranged(year, OPTIONS, ("cover",)).sections[-1].key == "from-the-future"
    assert reshaped(year, SHORT).sections[-1].key == "from-the-future"
