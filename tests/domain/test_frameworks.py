"""The shipped rules say of each year what was published of it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.framework_file import BrokenFramework
from ita_desktop.domain.frameworks import Frameworks

COUNTS = {
    "2562": (30, 15, 48),
    "2563": (30, 15, 43),
    "2564": (30, 15, 43),
    "2565": (30, 15, 43),
    "2566": (30, 15, 43),
    "2567": (15, 9, 35),
    "2568": (15, 9, 28),
    "2569": (15, 9, 26),
    "2570": (15, 9, 26),
}


def test_every_year_has_its_own_file_and_the_next_only_needs_to_be_put_beside_them(frameworks):
    names = frameworks.names()
    assert names[: len(COUNTS)] == tuple(COUNTS)
    assert [frameworks.get(name).year for name in names] == list(range(2562, 2562 + len(names)))


@pytest.mark.parametrize("name", COUNTS)
def test_a_year_has_as_many_items_as_that_year_asked_and_none_is_left_out(frameworks, name):
    framework = frameworks.get(name)
    counted = Counter(item.code[0] for item in framework.items)
    codes = {f"{tool}{number}" for tool, many in counted.items() for number in range(1, many + 1)}
    assert (counted["i"], counted["e"], counted["o"]) == COUNTS[name]
    assert {item.code for item in framework.items} == codes
    assert [indicator.number for indicator in framework.indicators] == list(range(1, 11))
    assert [tool.weight for tool in framework.tools] == [30, 30, 40]


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("2564", {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2}),
        ("2565", {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2}),
        ("2566", {"9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5}),
        ("2568", {"9.1": 4, "9.2": 7, "9.3": 2, "9.4": 3, "9.5": 4, "10.1": 4, "10.2": 4}),
    ],
)
def test_sub_indicators_have_the_sizes_that_published_scores_prove(frameworks, name, sizes):
    framework = frameworks.get(name)
    assert Counter(item.sub for item in framework.items if item.sub) == sizes


@pytest.mark.parametrize(
    ("name", "indicators"),
    [
        ("2565", dict.fromkeys(range(1, 6), 6) | dict.fromkeys(range(6, 9), 5) | {9: 33, 10: 10}),
        ("2568", dict.fromkeys(range(1, 9), 3) | {9: 20, 10: 8}),
    ],
)
def test_items_belong_to_the_indicators_they_are_asked_under(frameworks, name, indicators):
    framework = frameworks.get(name)
    assert {number: len(framework.items_of(number)) for number in indicators} == indicators


@pytest.mark.parametrize(
    ("meaning", "codes"),
    [
        ("integrity-measures", {2563: "o42", 2566: "o42", 2567: "o34", 2568: "o27", 2569: "o25"}),
        ("integrity-measures-followup", {2564: "o43", 2566: "o43", 2567: "o35", 2568: "o28", 2569: "o26"}),
        ("anti-corruption-plan", {2565: "o39", 2566: "o36", 2567: "o32", 2568: "o25", 2569: "o23"}),
        ("ethics-code", {2566: "o39", 2567: "o20", 2568: "o16", 2569: "o15"}),
        ("e-service", {2562: "o17", 2566: "o18", 2567: "o13", 2568: "o10", 2569: "o10"}),
        ("iit-asset-borrowing", {2564: "i21", 2568: "i10"}),
        ("eit-participation", {2566: "e14", 2567: "e7"}),
    ],
)
def test_what_means_the_same_is_found_under_another_years_code(frameworks, meaning, codes):
    for year, code in codes.items():
        item = frameworks.for_year(year).item_meaning(meaning)
        assert item
        assert item.code == code


def test_the_item_that_the_measures_serve_is_named_for_each_year(frameworks):
    named = {name: (frameworks.get(name).measures_item, frameworks.get(name).followup_item) for name in COUNTS}
    assert named["2565"] == ("o42", "o43")
    assert named["2567"] == ("o34", "o35")
    assert named["2568"] == ("o27", "o28")
    assert named["2569"] == ("o25", "o26")
    assert named["2562"] == ("", ""), "there was no such item in the first year"
    for name, (measures, followup) in named.items():
        framework = frameworks.get(name)
        if measures:
            assert framework.item(measures).meaning == "integrity-measures"
            assert framework.item(followup).meaning == "integrity-measures-followup"


def test_letters_ended_with_2565_and_words_with_a_condition_on_tools_began_with_2566(frameworks):
    for name in ("2562", "2565"):
        levels = frameworks.get(name).levels
        assert [level.name for level in levels] == ["AA", "A", "B", "C", "D", "E", "F"]
        assert {level.tools_minimum for level in levels} == {None}
        assert [level.name for level in levels if level.passed] == ["AA", "A"]
    for name in ("2566", "2570"):
        assert [(level.name, level.minimum, level.tools_minimum) for level in frameworks.get(name).levels] == [
            ("ผ่านดีเยี่ยม", 95, 95),
            ("ผ่านดี", 85, 85),
            ("ผ่าน", 85, None),
            ("ต้องปรับปรุง", 70, None),
            ("ต้องปรับปรุงโดยด่วน", 0, None),
        ]


def test_the_report_that_fits_the_year(frameworks):
    assert {name: frameworks.get(name).preset for name in COUNTS} == {
        "2562": "comparison",
        "2563": "comparison",
        "2564": "comparison",
        "2565": "comparison",
        "2566": "full-book",
        "2567": "seven-topics",
        "2568": "by-item",
        "2569": "by-item",
        "2570": "by-item",
    }
    assert [topic.number for topic in frameworks.get("2567").topics] == list(range(1, 8))


def test_a_years_rounds_end_on_31_march_and_30_september(frameworks):
    for name in COUNTS:
        assert [(round.month, round.day) for round in frameworks.get(name).rounds] == [(3, 31), (9, 30)]


def test_the_day_of_announcement_is_never_taken_over_from_another_year(frameworks):
    assert frameworks.get("2566").announced == date(2023, 8, 10)
    assert frameworks.get("2569").announced is None
    assert "announced" in frameworks.get("2568").unconfirmed


def test_next_years_rules_are_a_guess_throughout(frameworks):
    guess = frameworks.get("2570")
    assert guess.confidence is Confidence.UNSURE
    assert {item.confidence for item in guess.items} == {Confidence.UNSURE}
    assert frameworks.get("2569").item("o25").confidence is Confidence.LIKELY
    assert frameworks.get("2569").item("i1").confidence is Confidence.UNSURE


def test_a_year_without_a_file_gets_the_nearest_one_as_a_guess(frameworks):
    later = frameworks.for_year(2575)
    assert (later.year, later.name, later.confidence) == (2575, "2575", Confidence.UNSURE)
    assert len(later.items) == len(frameworks.get(frameworks.names()[-1]).items)
    assert frameworks.for_year(2550).item("o48")
    assert frameworks.for_year(2568) is frameworks.get("2568")


def test_an_unknown_name_is_refused_with_the_names_there_are(frameworks):
    with pytest.raises(WrongUsage, match="2568"):
        frameworks.get("2599")


def test_files_that_inherit_from_each_other_in_a_ring_are_refused(tmp_path):
    (tmp_path / "2571.toml").write_text('inherit = "2572"\nyear = 2571\n', encoding="utf-8")
    (tmp_path / "2572.toml").write_text('inherit = "2571"\nyear = 2572\n', encoding="utf-8")
    with pytest.raises(BrokenFramework, match="2571 → 2572 → 2571"):
        Frameworks(tmp_path).get("2571")
