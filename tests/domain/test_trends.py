"""A trend goes over all years that the workbook has."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.records import Reported
from ita_desktop.domain.scoring import score_text
from ita_desktop.domain.trends import item_trend, trend

SCORES = "89.98 82.07 85.13 79.53 83.47 87.36 87.24 85.21 100 92.86"


def test_a_trend_goes_over_all_years_of_the_workbook_the_earliest_first(make_year):
    first = make_year(2564, SCORES)
    second = make_year(2565, {1: "90"}, previous=first, reported=Reported(total=Decimal("88.53"), level="A"))
    fourth = make_year(2567, "100 100 100 99.10 99.82 99.72 99.86 99.44 100 100", previous=second)
    found = trend(fourth)
    assert found.years == (2564, 2565, 2567)
    assert [score_text(total) for total in found.totals] == ["89.76", "88.53", "99.84"]
    assert found.levels == ("A", "A", "ผ่านดีเยี่ยม")
    assert found.indicators[1] == (Decimal("89.98"), Decimal(90), Decimal(100))
    assert found.indicators[2] == (Decimal("82.07"), None, Decimal(100))
    assert [score_text(mean) for mean in found.tools["EIT"]] == ["86.60", "–", "99.67"]


def test_the_trend_of_an_item_shows_the_code_it_had_each_year(make_year):
    first = make_year(2566, {}, {"o42": "0"})
    second = make_year(2567, {}, {}, previous=first)
    third = make_year(2568, {}, {"o27": "100"}, previous=second)
    assert item_trend(third, "o27") == ((2566, "o42", 0), (2567, "o34", None), (2568, "o27", 100))
    assert item_trend(third, "o99") == ()
