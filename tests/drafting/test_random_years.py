"""Whatever the scores are, the draft says what they are and nothing breaks."""

from __future__ import annotations

import random
import time
from decimal import Decimal

import pytest
from reading_drafts import assert_all_holds

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import Remark, StrengthRule, Year
from ita_desktop.drafting.drafting import draft, stale
from ita_desktop.review import review
from ita_desktop.review.catalogue import rules
from ita_desktop.review.rule import Group

YEARS = (2564, 2565, 2566, 2567, 2568)
_SHAPES = ("any", "ties", "full", "zero", "on the mark", "high", "middling")


def random_year(make_year, number: int, seed: int) -> Year:
    """Ties, full marks, zeros, missing scores, exactly the mark; with and without items and last year."""
    dice = random.Random(f"{number}/{seed}")
    shape = dice.choice(_SHAPES)
    score = {
        "any": lambda: f"{dice.uniform(0, 100):.2f}",
        "ties": lambda: dice.choice(["83.40", "92.00", "71.15"]),
        "full": lambda: "100",
        "zero": lambda: "0",
        "on the mark": lambda: dice.choice(["85", "84.99", "85.01"]),
        "high": lambda: f"{dice.uniform(94, 100):.2f}",
        "middling": lambda: f"{dice.uniform(70, 96):.2f}",
    }[shape]
    missing = dice.choice([0, 0, 0.3])
    scores = " ".join("-" if dice.random() < missing else score() for _ in range(10))
    codes = [item.code for item in make_year(number).framework.items]
    told = dice.choice([0, 0.5, 1])
    items = {
        code: (dice.choice(["0", "100", "100"]) if code[0] == "o" else score())
        for code in codes
        if dice.random() < told
    }
    last = make_year(number - 1, " ".join(score() for _ in range(10))) if dice.random() < 0.5 else None
    rule = StrengthRule(top=dice.choice([3, 5])) if dice.random() < 0.2 else StrengthRule()
    remarks = tuple(Remark(item=code, text="ข้อมูลไม่เป็นปัจจุบัน") for code in codes if dice.random() < 0.05)
    same_year = {"measures_year": number} if dice.random() < 0.2 else {}
    return make_year(number, scores, items, previous=last, strength_rule=rule, remarks=remarks, **same_year)


@pytest.mark.parametrize("number", YEARS)
@pytest.mark.parametrize("seed", range(6))
def test_a_draft_holds_whatever_the_scores_are(make_year, phrases, number, seed):
    _holds(random_year(make_year, number, seed), phrases)


@pytest.mark.soak
@pytest.mark.parametrize("number", YEARS)
def test_a_hundred_score_sets_of_each_year(make_year, phrases, number):
    for seed in range(100, 200):
        _holds(random_year(make_year, number, seed), phrases)


def _holds(year: Year, phrases) -> None:
    drafted = draft(year, phrases)
    if not year.indicator_scores and not year.item_scores:
        assert not drafted
        return
    assert_all_holds(year, drafted, phrases)
    after = drafted.on(year)
    assert not draft(after, phrases), "drafting again changes nothing"
    assert stale(after, phrases) == ()
    assert_the_review_has_nothing_to_say(after)


def assert_the_review_has_nothing_to_say(year: Year) -> None:
    """Of what the program wrote itself; what lacks in the records is another matter."""
    reads_texts = {rule.name for rule in rules() if rule.texts}
    of_figures = {rule.name for rule in rules() if rule.group is Group.FIGURES}
    said = [one for one in review(year) if one.rule in reads_texts]
    assert not [one for one in said if one.severity is not Severity.HINT or one.rule in of_figures]


@pytest.mark.parametrize("score", ["0", "40", "84.99", "85", "85.01", "94.99", "95", "99.42", "100"])
def test_every_indicator_and_item_on_one_score(make_year, phrases, score):
    items = {item.code: score for item in make_year(2568).framework.items}
    year = make_year(2568, " ".join([score] * 10), items)
    assert_all_holds(year, draft(year, phrases), phrases)


def test_every_wording_of_every_sentence_holds(make_year, phrases, mixed_year, low_year, high_year):
    """Turn by turn, so that each variant is written at least once."""
    from ita_desktop.drafting.desk import Desk
    from ita_desktop.drafting.findings import findings_of
    from ita_desktop.drafting.measures import measures_of
    from ita_desktop.drafting.report import SECTIONS, section

    for year in (mixed_year, low_year, high_year):
        for turn in range(5):
            desk = Desk(year, phrases, turn=turn)
            for indicator in year.framework.indicators:
                assert findings_of(desk, indicator)
                assert measures_of(desk, indicator)
            assert section(desk, "scores")
            assert {key for key in SECTIONS if section(desk, key)} >= {"cover", "background", "by_tool", "note"} - {
                "note"
            }


def test_a_year_without_any_score_has_nothing_to_say(make_year, phrases):
    assert not draft(make_year(2568), phrases)


@pytest.mark.parametrize("number", YEARS)
def test_drafting_a_year_takes_less_than_300_ms(make_year, phrases, number):
    year = random_year(make_year, number, 3)
    items = {item.code: "50" for item in year.framework.items}
    worst = make_year(number, " ".join(["50"] * 10), items, previous=make_year(number - 1, " ".join(["60"] * 10)))
    draft(worst, phrases)
    start = time.perf_counter()
    draft(worst, phrases)
    assert time.perf_counter() - start < 0.3


def test_scores_with_more_decimals_than_are_printed_do_not_confuse_the_text(make_year, phrases):
    year = make_year(2568, "84.995 85.004 84.994 95.005 94.995 70.005 69.995 99.995 85.005 84.985")
    drafted = draft(year, phrases)
    assert all(Decimal(85) != finding.text for finding in drafted.findings)
    assert_all_holds(year, drafted, phrases)
