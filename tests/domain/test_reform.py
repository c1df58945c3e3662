"""A reform gives the numbers of indicators to others: what is compared over the years follows the names."""

from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.framework import Indicator, same_indicators
from ita_desktop.domain.recurrence import recurring_indicators
from ita_desktop.domain.scoring import results
from ita_desktop.domain.trends import trend

NEW = (
    Indicator(number=1, name="ความซื่อสัตย์ในการทำงาน", tool="IIT"),
    Indicator(number=2, name="คุณภาพการดำเนินงาน", tool="EIT"),
    Indicator(number=3, name="การเปิดเผยข้อมูล", tool="OIT"),
    Indicator(number=4, name="ธรรมาภิบาลดิจิทัล", tool="OIT"),
)


def reformed(make_year):
    last = make_year(2568, "81 82 83 84 85 86 87 88 70 90")
    now = make_year(2569, "91 92 60 94", previous=last)
    return replace(now, framework=replace(now.framework, indicators=NEW, items=(), sub_indicators=()))


def test_an_indicator_is_known_again_by_its_name(make_year):
    old = make_year(2568, "").framework.indicators
    assert same_indicators(NEW, old) == {1: 1, 2: 6, 3: 9}, "one was renamed, two count anew, one is new"
    assert same_indicators(old, old) == {number: number for number in range(1, 11)}


def test_an_alias_is_a_name_as_well(make_year):
    old = make_year(2565, "").framework.indicators
    new = (Indicator(number=1, name="การปรับปรุงระบบการทำงาน", tool="EIT"),)
    assert same_indicators(new, old) == {1: 8}


def test_changes_runs_and_trends_follow_the_name(make_year):
    year = reformed(make_year)
    changes = {one.number: one.change for one in results(year).indicators}
    assert changes == {1: Decimal(10), 2: Decimal(6), 3: Decimal(-10), 4: None}
    assert [(run.indicator, run.scores) for run in recurring_indicators(year)] == [(3, (Decimal(70), Decimal(60)))]
    assert trend(year).indicators[4] == (None, Decimal(94))
    assert trend(year).indicators[2] == (Decimal(86), Decimal(92))
