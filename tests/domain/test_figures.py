"""Every figure a text can be made from: what stands under its name, and how it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.domain.figures import Figures, people
from ita_desktop.domain.records import (
    Agenda,
    FollowUp,
    FollowUpState,
    Measure,
    Order,
    Remark,
    Respondents,
    Round,
    StrengthRule,
)

NOW = "90 84 84 95 100 80 90 90 86.50 80"
ROUNDS = (Round(id="r1", name="รอบ 6 เดือน", due=date(2025, 3, 31)), Round(id="r2", name="รอบ 12 เดือน"))


@pytest.fixture
def year(make_year):
    last = make_year(
        2567,
        "80 84.99 90 90 90 90 90 90 90 90",
        {"o34": "0"},
        measures=(Measure(id="m1"), Measure(id="m2")),
        rounds=ROUNDS,
        followups=(FollowUp(measure="m1", round="r1", state=FollowUpState.DONE),),
    )
    return make_year(
        2568,
        NOW,
        {"o27": "100"},
        previous=last,
        eit_parts={1: Decimal("88.5")},
        remarks=(Remark(item="o27", text="ไม่พบ"),),
        order=Order(number="12/2569"),
        agenda=Agenda(meeting="1/2569"),
        rounds=ROUNDS,
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("office", "เทศบาลตำบลตัวอย่าง"),
        ("year", "2568"),
        ("measures_year", "2569"),
        ("mark", "85.00"),
        ("top", ""),
        ("total", "86.48"),
        ("lost.total", "13.52"),
        ("tool.EIT", "86.67"),
        ("part.1", "88.50"),
        ("part.2", ""),
        ("indicator.2", "84.00"),
        ("rank.2", "7"),
        ("group.2", "weak"),
        ("gap.2", "1.00"),
        ("gap.4", "-10.00"),
        ("lacking.2", "16.00"),
        ("lost.10", "4.00"),
        ("previous.indicator.2", "84.99"),
        ("change.indicator.2", "-0.99"),
        ("streak.2", "2"),
        ("streak.1", ""),
        ("item.o27", "100.00"),
        ("previous.item.o27", "0.00"),
        ("change.item.o27", "100.00"),
        ("count.scored", "10"),
        ("count.strength", "6"),
        ("count.weak", "4"),
        ("count.not_below.2", "8"),
        ("known.items", "1"),
        ("known.else", "0"),
        ("remarks", "1"),
        ("rounds", "2"),
        ("round.r1", "31 มีนาคม 2568"),
        ("round.r2", ""),
        ("round.r3", ""),
        ("order", "12/2569"),
        ("meeting", "1/2569"),
        ("measures", "0"),
        ("previous.measures", "2"),
        ("previous.measures.done", "1"),
        ("previous.measures.not_started", "1"),
        ("previous.total", "89.10"),
        ("change.total", "-2.62"),
        ("previous.year", "2567"),
    ],
)
def test_a_figure_is_written_as_prose_has_it(year, name, words):
    assert Figures(year).text(name) == words


@pytest.mark.parametrize("name", ["", "weather", "part.x", "part.", "indicator.11", "item.o99", "round.", "previous."])
def test_a_name_that_nothing_bears_is_no_mistake(year, name):
    assert Figures(year).value(name) is None
    assert Figures(year).text(name) == ""


def test_what_is_not_known_has_no_words(make_year):
    bare = Figures(make_year(2568))
    names = ("total", "level", "lost.total", "indicator.1", "gap.1", "lacking.1", "order", "meeting", "previous.total")
    assert {name: bare.text(name) for name in names} == dict.fromkeys(names, "")
    assert Figures(make_year(2568, strength_rule=StrengthRule(top=3))).text("top") == "3"


def test_the_same_people_counted_by_age_and_by_education_are_counted_once(make_year):
    year = make_year(2568)
    assert people(year) is None
    answered = (
        Respondents(tool="IIT", by="age", group="20-30 ปี", male=10, female=20, other=1),
        Respondents(tool="IIT", by="age", group="31-40 ปี", male=4),
        Respondents(tool="IIT", by="education", group="ปริญญาตรี", male=14, female=20, other=1),
        Respondents(tool="EIT", by="visitor", group="บุคคลทั่วไป", female=50),
    )
    year = replace(year, respondents=answered)
    assert (people(year), people(year, "IIT"), people(year, "EIT"), people(year, "OIT")) == (85, 35, 50, None)
    assert Figures(year).text("people.EIT") == "50"
