"""The shapes of the report: five of ours, the office's own, bent by what the officer chose for the year."""

import json
from dataclasses import replace

import pytest
import sample_year

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.records import Report, Section
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.plan import measure_shape, plan, preset_of, unknown_sections
from ita_desktop.papers.presets import (
    BY_ITEM,
    COMPARISON,
    FULL_BOOK,
    PRESETS,
    SECTION_KEYS,
    MeasureShape,
    Preset,
    find_preset,
)
from ita_desktop.papers.report_sections import SECTIONS

NO_OPTIONS = PaperOptions()


def with_sections(*sections: Section, preset: str = ""):
    return replace(sample_year.rich_year(), report=Report(preset=preset, sections=sections))


def keys(year, options=NO_OPTIONS):
    return [section.key for section in plan(year, options)]


def test_the_five_presets_are_known_by_name():
    assert set(PRESETS) == {"by-item", "comparison", "seven-topics", "full-book", "short"}


def test_every_section_has_a_writer_and_every_preset_names_known_sections():
    assert tuple(SECTIONS) == SECTION_KEYS
    assert len(SECTION_KEYS) == 20
    assert all(key in SECTIONS for preset in PRESETS.values() for key in preset.sections)


def test_every_section_is_on_in_some_preset():
    assert all(section.presets for section in SECTIONS.values())


@pytest.mark.parametrize("number", range(2562, 2571))
def test_each_years_rules_name_a_preset_that_exists(number):
    assert sample_year.framework(number).preset in PRESETS


def test_the_year_decides_the_preset_unless_somebody_chose():
    year = sample_year.rich_year()
    assert preset_of(year, NO_OPTIONS) == BY_ITEM
    assert preset_of(replace(year, report=Report(preset="comparison")), NO_OPTIONS) == COMPARISON
    assert preset_of(replace(year, report=Report(preset="comparison")), PaperOptions(preset="full-book")) == FULL_BOOK


def test_an_unknown_preset_is_refused_with_the_names_that_exist():
    with pytest.raises(WrongUsage) as refusal:
        find_preset("by-tiem")
    assert "by-tiem" in str(refusal.value)
    assert all(name in str(refusal.value) for name in PRESETS)


def test_an_office_uses_its_own_preset_by_name():
    own = Preset(name="ของเรา", title="แบบของเรา", sections=("scores", "cover"), measures=MeasureShape.BY_OIT_ITEM)
    options = PaperOptions(preset="ของเรา", presets=(own,))
    assert keys(sample_year.rich_year(), options) == ["scores", "cover"]
    assert measure_shape(sample_year.rich_year(), options) is MeasureShape.BY_OIT_ITEM


def test_a_preset_comes_back_from_json_as_it_went():
    for preset in PRESETS.values():
        assert Preset.from_json(json.loads(json.dumps(preset.to_json()))) == preset


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ({}, "ไม่มีชื่อ"),
        ({"name": "ก"}, "ไม่มีรายการส่วน"),
        ({"name": "ก", "sections": ["scores", "zzz"]}, "zzz"),
        ({"name": "ก", "sections": ["scores"], "measures": "round"}, "round"),
    ],
)
def test_what_is_no_preset_is_refused_with_a_reason(data, word):
    with pytest.raises(WrongUsage, match=word):
        Preset.from_json(data)


def test_a_section_can_be_switched_off_for_the_year():
    year = with_sections(Section(key="comparison", included=False), preset="comparison")
    assert keys(year) == [key for key in COMPARISON.sections if key != "comparison"]


def test_a_section_can_be_added_and_stands_where_it_usually_stands():
    year = with_sections(Section(key="respondents"), preset="comparison")
    at = keys(year).index("respondents")
    assert keys(year)[at - 1 : at + 2] == ["criteria", "respondents", "scores"]


def test_a_complete_choice_of_the_year_sets_the_order():
    wanted = list(reversed(SECTION_KEYS))
    assert keys(with_sections(*(Section(key=key) for key in wanted))) == wanted


def test_a_partial_choice_reorders_only_what_it_mentions():
    year = with_sections(Section(key="measures"), Section(key="scores"), preset="short")
    assert keys(year) == ["measures", "weaknesses", "by_tool", "scores"]


def test_another_preset_asked_for_now_keeps_the_texts_but_not_the_choice():
    year = with_sections(Section(key="scores", included=False, text="คำของเรา"), preset="short")
    asked = {section.key: section.text for section in plan(year, PaperOptions(preset="comparison"))}
    assert list(asked) == list(COMPARISON.sections)
    assert asked["scores"] == "คำของเรา"


def test_naming_the_years_own_preset_changes_nothing():
    year = with_sections(Section(key="scores", included=False), preset="short")
    assert keys(year, PaperOptions(preset="short")) == keys(year)


def test_a_section_of_another_version_is_passed_over_and_named():
    year = with_sections(Section(key="horoscope"), preset="short")
    assert keys(year) == list(PRESETS["short"].sections)
    assert unknown_sections(year) == ("horoscope",)
