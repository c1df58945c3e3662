"""Records as plain values and back, and JSON that keeps every digit."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
import workbooks
from hypothesis import given
from hypothesis import strategies as some

from ita_desktop.domain.json_text import NamedTwice, read_json, write_json
from ita_desktop.domain.plain import SHAPES, fitting, from_plain, to_plain
from ita_desktop.domain.plain_values import Misfit, clean
from ita_desktop.domain.records import Evidence, FollowUp, Measure, Respondents, StrengthRule

_JSON = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-(10**17), 10**17)
    | some.text()
    | some.decimals(-1000, 1000, places=3),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
)


@given(_JSON, some.sampled_from([None, 0, 1, 4]))
def test_what_is_written_as_json_is_read_back_the_same(plain: object, indent: int | None):
    assert read_json(write_json(plain, indent=indent)) == plain


def test_numbers_keep_their_digits_and_thai_its_letters():
    assert write_json({"คะแนน": [Decimal("86.50"), 3, Decimal("1E+2")]}) == '{"คะแนน":[86.50,3,100]}'
    assert str(read_json("86.50")) == "86.50"


def test_a_name_that_stands_twice_is_seen():
    assert read_json('[{"a": 1, "a": 2}]') == [NamedTwice("a")]


def test_a_record_is_written_by_its_fields_in_the_words_of_the_contract():
    assert to_plain(Respondents(tool="IIT", by="age", group="20-30", male=6)) == {
        "tool": "IIT",
        "by": "age",
        "class": "20-30",
        "male": 6,
        "female": 0,
        "other": 0,
    }


def test_what_the_contract_does_not_name_is_left_out_while_it_says_nothing():
    assert to_plain(Evidence(title="ก")) == {"title": "ก", "link": ""}
    assert to_plain(Evidence(title="ก", size=3)) == {"title": "ก", "link": "", "size": 3}


def test_the_contract_speaks_only_of_fields_that_exist():
    for kind, shape in SHAPES.items():
        named = {*shape.names, *shape.quiet, *shape.needed, *shape.readers}
        assert named <= set(kind.__dataclass_fields__), kind


def test_a_misfit_tells_the_way_to_the_wrong_value():
    plain = to_plain(workbooks.everything())
    plain["years"][1]["measures"][0]["drafts"][0]["basis"]["indicator.8"] = 83.4
    with pytest.raises(Misfit) as misfit:
        from_plain(type(workbooks.everything()), plain)
    assert misfit.value.where == "years[1].measures[0].drafts[0].basis.indicator.8"


def test_a_record_that_could_not_be_read_again_does_not_fit():
    assert fitting(Measure(id="m1", title="ก")) == Measure(id="m1", title="ก")
    for wrong in (
        FollowUp(measure="m1", round="r1", progress=-1),
        Measure(id="m 1"),
        Measure(id="m1", end=datetime.date(2569, 1, 1)),
        Measure(id="m1", budget=Decimal("NaN")),
        StrengthRule(mark=Decimal(101)),
    ):
        with pytest.raises(Misfit):
            fitting(wrong)


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [("ก\x0bข", "ก\nข"), ("ก\x0cข", "ก\nข"), ("\x00ก\x1f\ud800\uffff", "ก"), ("ก\tข\r\nค", "ก\tข\r\nค")],
)
def test_pasted_text_loses_what_no_document_can_hold(pasted: str, cleaned: str):
    assert clean(pasted) == cleaned
