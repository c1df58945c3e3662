"""A target shows what it would come to, and changes nothing."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.what_if import supposed, what_if

SCORES_2568 = "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00"


def test_a_target_typed_for_an_indicator_gives_total_and_level_and_leaves_the_record_alone(make_year):
    year = make_year(2568, SCORES_2568)
    found = what_if(year, indicators={10: Decimal("83.50")})
    assert found.level.name == "ผ่านดี"
    assert found.total == Decimal("93.59")
    assert year.indicator_scores[10] == Decimal("80.00")


def test_a_target_typed_for_an_item_moves_its_indicator_where_it_is_known_how(make_year):
    year = make_year(2568, SCORES_2568, {"i1": "99.42", "i2": "98.84", "i3": "100"})
    assert what_if(year, items={"i2": Decimal(100)}).indicator(1).score == Decimal("99.81")
    assert what_if(year, items={"i2": Decimal(0)}).indicator(1).score == Decimal("66.47")


def test_an_item_of_oit_moves_its_indicator_only_when_all_items_are_full_then(make_year):
    items = dict.fromkeys(["o21", "o22", "o23", "o24", "o25", "o28"], "100") | {"o26": "0", "o27": "0"}
    year = make_year(2568, SCORES_2568, items)
    assert what_if(year, items={"o27": Decimal(100)}).indicator(10).score == 80
    assert what_if(year, items={"o27": Decimal(100), "o26": Decimal(100)}).indicator(10).score == 100


def test_full_items_of_one_part_of_eit_promise_nothing(make_year):
    year = make_year(2568, SCORES_2568, {"e1": "99.19", "e2": "98.72", "e3": "100"})
    assert what_if(year, items={"e1": Decimal(100), "e2": Decimal(100)}).indicator(6).score == Decimal("99.52")


def test_scores_that_contradict_their_items_are_not_moved_by_the_rule(make_year):
    year = make_year(2568, {1: "80"}, {"i1": "99", "i2": "99", "i3": "99"})
    assert what_if(year, items={"i1": Decimal(100)}).indicator(1).score == 80


def test_a_supposed_indicator_stands_above_its_supposed_items(make_year):
    year = make_year(2568, SCORES_2568, {"i1": "99.42", "i2": "98.84", "i3": "100"})
    assert what_if(year, items={"i2": Decimal(100)}, indicators={1: Decimal(50)}).indicator(1).score == 50


def test_parts_of_eit_can_be_supposed_too(make_year):
    year = make_year(2568, SCORES_2568)
    assert supposed(year, eit_parts={2: Decimal(90)}).eit_parts == {2: 90}
