"""What stays weak is followed through the years, by name and by what is asked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.records import StrengthRule
from ita_desktop.domain.recurrence import recurrence_text, recurring_indicators, recurring_items


def test_an_indicator_below_the_mark_for_three_years_is_named_with_its_years(make_year):
    first = make_year(2566, {4: "80", 8: "84.99", 2: "70"})
    second = make_year(2567, {4: "81", 8: "85", 2: "70"}, previous=first)
    third = make_year(2568, {4: "82", 8: "84", 2: "90"}, previous=second)
    (found,) = recurring_indicators(third)
    assert (found.indicator, found.years, found.scores) == (4, (2566, 2567, 2568), (80, 81, 82))
    assert recurrence_text(found) == "ต่ำกว่า 85 ต่อเนื่อง 3 ปี (2566–2568)"


def test_an_item_is_followed_by_what_it_asks_for_through_other_codes(make_year):
    first = make_year(2566, {}, {"o42": "0", "o27": "0"})
    second = make_year(2567, {}, {"o34": "0", "o27": "0"}, previous=first)
    third = make_year(2568, {}, {"o27": "0"}, previous=second)
    (found,) = recurring_items(third)
    assert (found.item, found.years) == ("o27", (2566, 2567, 2568))


def test_a_year_left_out_breaks_the_run(make_year):
    first = make_year(2566, {4: "80"})
    third = make_year(2568, {4: "82"}, previous=first)
    assert recurring_indicators(third) == ()


def test_the_mark_is_the_offices_own(make_year):
    first = make_year(2567, {4: "86"})
    second = make_year(2568, {4: "86"}, previous=first)
    strict = replace(second, strength_rule=StrengthRule(mark=Decimal("87.50")))
    assert recurring_indicators(second) == ()
    assert recurrence_text(recurring_indicators(strict)[0]) == "ต่ำกว่า 87.50 ต่อเนื่อง 2 ปี (2567–2568)"
