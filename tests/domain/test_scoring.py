"""Totals, levels and ranks come out as they were published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.records import Reported, StrengthRule, Year
from ita_desktop.domain.scoring import compared_tools, half_up, results, score_text, total_of

PUBLISHED = [
    (2564, "89.98 82.07 85.13 79.53 83.47 87.36 87.24 85.21 100 92.86", "89.76", "A"),
    (2565, "90.79 81.43 83.97 80.74 85.75 80.81 80.98 78.74 95.56 100", "88.53", "A"),
    (2565, "81.64 77.05 79.52 74.10 78.30 78.88 82.02 74.75 97.50 100", "86.50", "A"),
    (2566, "94.68 88.55 91.80 87.16 88.27 86.78 86.07 83.40 100 83.75", "89.40", "ผ่านดี"),
    (2567, "100 100 100 99.10 99.82 99.72 99.86 99.44 100 100", "99.84", "ผ่านดีเยี่ยม"),
    (2568, "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00", "92.89", "ผ่าน"),
]


@pytest.mark.parametrize(("number", "scores", "total", "level"), PUBLISHED)
def test_every_published_total_and_level_comes_out_by_the_rules_of_its_year(make_year, number, scores, total, level):
    found = results(make_year(number, scores))
    assert score_text(found.total) == total
    assert found.level
    assert found.level.name == level


def test_tool_means_stay_unrounded_because_rounding_them_would_break_published_totals(make_year):
    found = results(make_year(2567, PUBLISHED[4][1]))
    assert found.tools["EIT"] == (Decimal("99.72") + Decimal("99.86") + Decimal("99.44")) / 3
    assert score_text(found.tools["EIT"]) == "99.67"


@pytest.mark.parametrize(
    ("all_ten", "level"),
    [
        ("0", "ต้องปรับปรุงโดยด่วน"),
        ("69.99", "ต้องปรับปรุงโดยด่วน"),
        ("84.99", "ต้องปรับปรุง"),
        ("85", "ผ่านดี"),
        ("94.99", "ผ่านดี"),
        ("95", "ผ่านดีเยี่ยม"),
    ],
)
def test_a_level_begins_exactly_at_its_limit(make_year, all_ten, level):
    found = results(make_year(2568, " ".join([all_ten] * 10)))
    assert found.level
    assert found.level.name == level


@pytest.mark.parametrize(("last", "total", "level"), [("94.97", "94.99", "A"), ("94.975", "95.00", "AA")])
def test_a_total_just_below_the_half_rounds_down_and_exactly_on_it_rounds_up(make_year, last, total, level):
    # 0.2 x 94.97 = 18.994 and 0.2 x 94.975 = 18.995 on top of 76: totals of 94.994 and 94.995
    found = results(make_year(2565, f"95 95 95 95 95 95 95 95 95 {last}"))
    assert score_text(found.total) == total
    assert found.level
    assert found.level.name == level


def test_a_missing_score_leaves_its_tool_the_total_and_the_level_unknown(make_year):
    found = results(make_year(2568, dict.fromkeys(range(1, 10), "90")))
    assert found.tools["IIT"] == 90
    assert found.tools["OIT"] is None
    assert found.total is None
    assert found.level is None
    ten = found.indicator(10)
    assert ten
    assert (ten.score, ten.rank, ten.group, ten.points_lost) == (None, None, None, None)


two_places = st.decimals(min_value=0, max_value=100, places=2)


@given(st.lists(two_places, min_size=10, max_size=10))
def test_the_total_equals_exact_fractions_for_any_ten_scores(frameworks, scores):
    framework = frameworks.get("2568")
    exact = [Fraction(score) for score in scores]
    iit, eit, oit = sum(exact[:5]) / 5, sum(exact[5:8]) / 3, sum(exact[8:]) / 2
    total = Fraction(3, 10) * iit + Fraction(3, 10) * eit + Fraction(4, 10) * oit
    rounded = Fraction((total * 100 + Fraction(1, 2)).__floor__(), 100)
    assert Fraction(total_of(framework, dict(enumerate(scores, 1)))) == rounded


def test_the_first_part_of_eit_below_85_costs_the_level_although_the_mean_is_good(make_year):
    year = make_year(2568, "90 90 90 90 90 90 90 90 90 90")
    assert level(year) == "ผ่านดี"
    assert level(replace(year, eit_parts={1: Decimal("84.99"), 2: Decimal("95.01")})) == "ผ่าน"
    assert level(replace(year, eit_parts={1: Decimal(85), 2: Decimal(95)})) == "ผ่านดี"


def test_both_parts_stand_for_eit_and_a_single_part_stands_beside_its_mean(make_year):
    year = make_year(2568, "90 90 90 90 90 84 84 84 95 95")
    both = {1: Decimal(86), 2: Decimal(87)}
    assert set(compared_tools(year.framework, year.indicator_scores, both)) == {
        "IIT",
        "OIT",
        "EIT ส่วนที่ 1",
        "EIT ส่วนที่ 2",
    }
    assert level(replace(year, eit_parts=both)) == "ผ่านดี"
    assert level(replace(year, eit_parts={1: Decimal(86)})) == "ผ่าน"


def test_a_tool_is_compared_at_two_decimals(make_year):
    year = make_year(2568, "95 95 95 95 95 95 95 94.99 100 100")  # EIT 94.9966…
    assert level(year) == "ผ่านดีเยี่ยม"


def test_equal_scores_share_the_better_rank_and_the_next_rank_is_skipped(make_year):
    found = results(make_year(2568, "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00"))
    assert [indicator.rank for indicator in found.indicators] == [6, 4, 1, 8, 6, 3, 4, 1, 9, 10]
    assert [indicator.number for indicator in found.ranking()] == [3, 8, 6, 2, 7, 1, 5, 4, 9, 10]


def test_the_ranking_leaves_out_what_has_no_score(make_year):
    ranking = results(make_year(2568, {1: "90", 4: "95", 7: "90"})).ranking()
    assert [(result.number, result.rank) for result in ranking] == [(4, 1), (1, 2), (7, 2)]


def test_strengths_reach_the_mark_and_exactly_85_is_a_strength(make_year):
    year = make_year(2566, "85 84.99 91.80 87.16 88.27 86.78 86.07 83.40 100 83.75")
    assert [found.number for found in results(year).group("weak")] == [2, 8, 10]
    stricter = replace(year, strength_rule=StrengthRule(mark=Decimal(90)))
    assert [found.number for found in results(stricter).group("strength")] == [3, 9]
    best_two = replace(year, strength_rule=StrengthRule(top=2))
    assert [found.number for found in results(best_two).group("strength")] == [3, 9]


def test_points_lost_add_up_to_what_the_total_lacks(make_year):
    found = results(make_year(2568, "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00"))
    lost = [indicator.points_lost for indicator in found.indicators]
    assert score_text(lost[0]) == "0.03"
    assert lost[9] == 4
    assert half_up(100 - sum(lost)) == found.total


def test_items_share_what_their_indicator_loses_by_what_each_lacks(make_year):
    perfect = {f"o{number}": "100" for number in range(21, 27)}
    year = make_year(2568, {10: "80"}, perfect | {"o27": "0", "i1": "50"})
    found = results(year)
    assert found.item("o27").points_lost == 4
    assert found.item("o21").points_lost == 0
    assert found.item("o28").points_lost is None, "no score of o28 is known"
    assert found.item("i1").points_lost is None, "indicator 1 has no score to take points from"
    two = results(make_year(2568, {10: "80"}, {"o21": "0", "o22": "50", "o23": "100"}))
    assert [score_text(two.item(code).points_lost) for code in ("o21", "o22", "o23")] == ["2.67", "1.33", "0.00"]


def test_an_indicator_that_loses_points_though_its_known_items_are_full_blames_none_of_them(make_year):
    found = results(make_year(2568, {10: "80"}, {"o21": "100"}))
    assert found.item("o21").points_lost == 0


def test_a_code_the_year_does_not_know_keeps_its_score_and_belongs_nowhere(make_year):
    found = results(make_year(2568, {}, {"o43": "100"}))
    assert found.items[-1].code == "o43"
    assert found.items[-1].indicator is None
    assert found.items[-1].score == 100


def test_change_follows_the_meaning_of_an_item_and_never_its_code(make_year):
    last = make_year(2567, {1: "90"}, {"o34": "40", "o27": "100"})
    found = results(make_year(2568, {1: "92.5"}, {"o27": "100"}, previous=last))
    assert found.indicator(1).change == Decimal("2.5")
    measures = found.item("o27")
    assert (measures.previous, measures.change) == (40, 60)


def test_last_years_total_is_computed_or_else_as_announced_and_a_gap_of_a_year_is_no_comparison(make_year):
    scores = PUBLISHED[1][1]
    last = make_year(2564, PUBLISHED[0][1], reported=Reported(total=Decimal("99.99"), level="AA"))
    found = results(make_year(2565, scores, previous=last))
    assert (found.previous_total, found.previous_level, found.total_change) == (Decimal("89.76"), "A", Decimal("-1.23"))
    only_announced = make_year(2564, "", reported=Reported(total=Decimal("89.76"), level="A"))
    assert results(make_year(2565, scores, previous=only_announced)).total_change == Decimal("-1.23")
    older = make_year(2563, PUBLISHED[0][1])
    assert results(make_year(2565, scores, previous=older)).previous_total is None


def test_scores_are_written_with_two_decimals_and_a_dash_for_the_unknown():
    assert score_text(Decimal("83.4")) == "83.40"
    assert score_text(Decimal("0.005")) == "0.01"
    assert score_text(None) == "–"


def level(year: Year) -> str | None:
    found = results(year).level
    return found.name if found else None
