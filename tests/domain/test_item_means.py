"""Where an indicator is the mean of its items, and where that is not known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_desktop.domain.item_means import item_mean, item_means, mean_of_items
from ita_desktop.domain.scoring import score_text

IIT_2568 = {
    "i1": "99.42", "i2": "98.84", "i3": "100",
    "i4": "98.96", "i5": "99.65", "i6": "99.77",
    "i7": "99.31", "i8": "100", "i9": "99.42",
    "i10": "97.69", "i11": "98.73", "i12": "96.42",
    "i13": "99.77", "i14": "98.96", "i15": "99.54",
}  # fmt: skip
SCORES_2568 = "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00"


def test_the_published_iit_indicators_of_2568_equal_the_means_of_their_items(make_year):
    year = make_year(2568, SCORES_2568, IIT_2568)
    for number in range(1, 6):
        found = item_mean(year, number)
        assert score_text(found.mean) == score_text(found.score)
        assert found.agrees
        assert found.confirmed


def test_while_an_item_is_unknown_there_is_no_mean(make_year):
    framework = make_year(2568).framework
    known = {code: Decimal(100) for code in ("i1", "i2", "i3")}
    assert mean_of_items(framework, 1, known) == 100
    assert mean_of_items(framework, 1, {"i1": Decimal(100)}) is None
    assert mean_of_items(framework, 1, {}) is None


def test_the_oit_indicators_of_2568_are_not_computed_and_the_program_says_why(make_year):
    items = {f"o{number}": "100" for number in range(1, 29)} | {"o6": "0", "o15": "0", "o27": "0"}
    year = make_year(2568, SCORES_2568, items)
    for number in (9, 10):
        found = item_mean(year, number)
        assert found.mean is None
        assert found.agrees is None
        assert "OIT ปี 2568 ไม่มีเอกสารยืนยันว่าแต่ละข้อมีน้ำหนักเท่าใด" in found.reason


def test_the_eit_indicators_are_not_computed_where_eit_has_two_parts(make_year):
    found = item_mean(make_year(2568, SCORES_2568, {"e1": "99.19", "e2": "98.72", "e3": "100"}), 6)
    assert found.mean is None
    assert "สองส่วน" in found.reason


@pytest.mark.parametrize(
    ("number", "year", "failed", "score"),
    [
        (9, 2565, ["o29", "o1"], "93.78"),
        (9, 2565, ["o1", "o2"], "95.56"),
        (9, 2565, ["o1"], "97.78"),
        (9, 2565, ["o10"], "97.50"),
        (9, 2565, ["o18"], "97.14"),
        (9, 2565, ["o29"], "96"),
        (10, 2565, ["o34"], "93.75"),
        (10, 2565, ["o34", "o35"], "87.50"),
        (10, 2566, ["o31", "o39"], "83.75"),
    ],
)
def test_published_oit_scores_until_2566_are_means_of_sub_indicators(make_year, number, year, failed, score):
    codes = [item.code for item in make_year(year).framework.items_of(number)]
    items = dict.fromkeys(codes, "100") | dict.fromkeys(failed, "0")
    found = item_mean(make_year(year, {number: score}, items), number)
    assert score_text(found.mean) == f"{Decimal(score):.2f}"
    assert found.agrees
    assert found.confirmed


def test_a_swapped_score_does_not_agree_with_its_items(make_year):
    year = make_year(2568, "99.46 99.42 99.58 97.61 99.42", IIT_2568)
    assert [item_mean(year, number).agrees for number in range(1, 6)] == [False, False, True, True, True]


def test_a_hundredth_lost_in_rounding_is_no_difference(make_year):
    items = {"i1": "99.42", "i2": "98.84", "i3": "100"}
    assert item_mean(make_year(2568, {1: "99.43"}, items), 1).agrees
    assert not item_mean(make_year(2568, {1: "99.44"}, items), 1).agrees


def test_missing_items_are_named_and_nothing_is_computed_from_the_rest(make_year):
    found = item_mean(make_year(2568, {1: "99.42"}, {"i1": "99.42"}), 1)
    assert found.mean is None
    assert found.reason == "ยังไม่มีคะแนนข้อ i2 i3 จึงคำนวณค่าเฉลี่ยรายข้อไม่ได้"
    none = item_mean(make_year(2568, {1: "99.42"}), 1)
    assert none.reason == "ยังไม่มีคะแนนรายข้อของตัวชี้วัดที่ 1"


def test_where_the_rule_is_not_proved_a_difference_is_only_a_question(make_year):
    found = item_means(make_year(2565, {6: "80"}, dict.fromkeys(["e1", "e2", "e3", "e4", "e5"], "90")))[5]
    assert found.agrees is False
    assert not found.confirmed
