"""The shortest way to the next level, promised only where it is certain."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import combinations

import pytest

from ita_desktop.domain.priorities import (
    advice,
    advice_text,
    next_level,
    shortfalls,
)
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import level_of
from ita_desktop.domain.what_if import supposed, what_if

SCORES_2568 = "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00"
ITEMS_OF_10 = dict.fromkeys(["o21", "o22", "o23", "o24", "o25", "o26", "o28"], "100") | {"o27": "0"}


def test_one_failed_item_of_oit_is_all_that_stands_before_the_next_level(make_year):
    given = advice(make_year(2568, SCORES_2568, ITEMS_OF_10))
    assert advice_text(given) == "ขาดอีก 1.75 คะแนนใน OIT จึงจะถึงระดับผ่านดี: ข้อ o27 ข้อเดียวพอ"
    assert given.total == Decimal("96.89")
    (note,) = given.notes
    assert "OIT ปี 2568 ไม่มีเอกสารยืนยันว่าแต่ละข้อมีน้ำหนักเท่าใด" in note
    assert "เมื่อทุกข้อของตัวชี้วัดที่ 10 ได้ 100 ตัวชี้วัดย่อมได้ 100" in note


def test_without_item_scores_the_advice_is_by_indicator_and_says_why(make_year):
    given = advice(make_year(2568, SCORES_2568))
    assert advice_text(given) == "ขาดอีก 1.75 คะแนนใน OIT จึงจะถึงระดับผ่านดี: ตัวชี้วัดที่ 10 ตัวชี้วัดเดียวพอ"
    assert "OIT" in given.notes[0]


def test_one_of_several_failed_items_is_not_promised_to_do_where_weights_are_unknown(make_year):
    items = ITEMS_OF_10 | {"o22": "0"}
    given = advice(make_year(2568, SCORES_2568, items))
    assert given.indicators == (9,), "raising o27 alone is no certain way, both of its items are two things"
    assert given.items == ()


def test_items_of_iit_are_named_because_their_indicator_is_their_mean(make_year):
    items = {"i1": "70", "i2": "90", "i3": "80", "i4": "100", "i5": "100", "i6": "85"}
    year = make_year(2568, "80 95 84 84 80 90 90 90 95 95", items)
    given = advice(year)
    assert given.shortfalls[0].what == "IIT"
    assert given.shortfalls[0].lacking == Decimal("0.40")
    assert given.count == 1
    assert given.indicators == (5,), "a whole indicator gives more than the item i1 and costs as little"
    only_items = make_year(2568, "80 95 100 100 49 90 90 90 95 95", items)
    assert advice(only_items).count == 1


def test_condition_of_several_tools_and_the_total_are_all_named(make_year):
    year = make_year(2568, "80 80 80 80 80 80 80 80 80 80")
    given = advice(year)
    assert given.target.name == "ผ่าน"
    assert [short.what for short in given.shortfalls] == [""]
    assert advice_text(given) == "ขาดอีก 5.00 คะแนนในคะแนนรวม จึงจะถึงระดับผ่าน: ตัวชี้วัดที่ 9 และ 10 รวม 2 ตัวชี้วัดพอ"
    passed = make_year(2568, "84 84 84 84 84 84 84 84 95 95")
    assert advice_text(advice(passed)) == (
        "ขาดอีก 1.00 คะแนนใน IIT และ 1.00 คะแนนใน EIT จึงจะถึงระดับผ่านดี: ตัวชี้วัดที่ 1 และ 6 รวม 2 ตัวชี้วัดพอ"
    )


def test_a_part_of_eit_below_the_mark_is_named_as_a_part(make_year):
    year = make_year(2568, "90 90 90 90 90 90 90 90 90 90", eit_parts={1: Decimal("83.80"), 2: Decimal(95)})
    given = advice(year)
    assert given.eit_parts == (1,)
    assert advice_text(given) == "ขาดอีก 1.20 คะแนนใน EIT ส่วนที่ 1 จึงจะถึงระดับผ่านดี: EIT ส่วนที่ 1 ส่วนเดียวพอ"


def test_where_both_parts_of_eit_do_its_mean_need_not_be_raised(make_year):
    parts = {1: Decimal(90), 2: Decimal(90)}
    given = advice(make_year(2568, "90 90 90 90 90 84 84 84 84 84", eit_parts=parts))
    assert [short.what for short in given.shortfalls] == ["OIT"]
    assert given.indicators == (9,)


def test_items_indicators_and_parts_are_listed_apart(make_year):
    items = {"i1": "76", "i2": "100", "i3": "70"}
    year = make_year(2568, "82 84 84 84 86 90 90 90 84 84", items, eit_parts={1: Decimal(84), 2: Decimal(96)})
    assert advice_text(advice(year)) == (
        "ขาดอีก 1.00 คะแนนใน IIT, 1.00 คะแนนใน EIT ส่วนที่ 1 และ 1.00 คะแนนใน OIT จึงจะถึงระดับผ่านดี: "
        "ตัวชี้วัดที่ 2 และ 9 กับ EIT ส่วนที่ 1 รวม 3 รายการพอ"
    )


def test_there_is_no_advice_at_the_top_and_none_while_scores_are_missing(make_year):
    top = make_year(2568, " ".join(["99"] * 10))
    assert next_level(top) is None
    assert advice(top) is None
    assert advice(make_year(2568, "99 99")) is None


# ------------------------------------------------------------------------------------------------------- brute force


def brute_force(year: Year, things: list[tuple[dict, dict]]) -> int:
    """The least number of things that reach the next level, by trying all: fewest first."""
    target = next_level(year)
    levels = year.framework.levels
    for count in range(len(things) + 1):
        for chosen in combinations(things, count):
            items = {code: Decimal(100) for raised, _ in chosen for code in raised}
            indicators = {number: Decimal(100) for _, raised in chosen for number in raised}
            then = supposed(year, items=items, indicators=indicators)
            if levels.index(level_of(then.framework, then.indicator_scores, {})) <= levels.index(target):
                return count
    raise AssertionError("everything raised reaches every level")


def random_year(make_year, chance: random.Random) -> tuple[Year, list[tuple[dict, dict]]]:
    """Scores near the limits; here and there the items are known, a few of them lacking."""
    number = chance.choice([2565, 2566, 2567, 2568])
    framework = make_year(number).framework
    low = chance.choice([60, 78, 83, 90])
    scores: dict[int, str] = {}
    items: dict[str, str] = {}
    things: list[tuple[dict, dict]] = []
    for indicator in framework.indicators:
        asked = framework.items_of(indicator.number)
        by_items = chance.random() < 0.35 and len(things) < 8
        if by_items and indicator.tool == "IIT":
            values = [100] * (len(asked) - 2) + [chance.randrange(20, 99), chance.randrange(20, 99)]
            chance.shuffle(values)
            items |= {item.code: str(value) for item, value in zip(asked, values, strict=True)}
            scores[indicator.number] = f"{sum(values) / len(values) + 1e-9:.2f}"
            things += [({item.code: 100}, {}) for item, value in zip(asked, values, strict=True) if value < 100]
        elif by_items and indicator.number == 10 and number >= 2567:
            failed = chance.choice(asked).code
            items |= {item.code: "0" if item.code == failed else "100" for item in asked}
            scores[indicator.number] = str(chance.randrange(low, 96))
            things.append(({failed: 100}, {}))
        else:
            scores[indicator.number] = f"{chance.randrange(low * 100, 10001) / 100:.2f}"
            if scores[indicator.number] != "100.00":
                things.append(({}, {indicator.number: 100}))
    return make_year(number, scores, items), things


@pytest.mark.parametrize("seed", range(200))
def test_no_smaller_set_than_the_advised_one_reaches_the_next_level(make_year, seed):
    year, things = random_year(make_year, random.Random(seed))
    given = advice(year)
    if given is None:
        level = level_of(year.framework, year.indicator_scores, {})
        assert level == year.framework.levels[0]
        return
    raised = what_if(
        year,
        items=dict.fromkeys(given.items, Decimal(100)),
        indicators=dict.fromkeys(given.indicators, Decimal(100)),
    )
    assert year.framework.levels.index(raised.level) <= year.framework.levels.index(given.target)
    assert raised.total == given.total
    assert given.count == brute_force(year, things)
    assert given.shortfalls == shortfalls(year, given.target)
    assert advice_text(given).startswith("ขาดอีก")
