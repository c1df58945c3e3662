"""Digits: a document uses one kind, an officer types either."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.digits import Digits, NumberProblem, in_digits, read_number, to_arabic, to_thai


@given(st.text())
def test_only_digits_change_and_nothing_moves(text):
    thai = to_thai(text)
    assert len(thai) == len(text)
    assert not set("0123456789") & set(thai)
    assert all(a == b or b in "๐๑๒๓๔๕๖๗๘๙" for a, b in zip(text, thai, strict=True))
    assert to_arabic(thai) == to_arabic(text)


def test_links_addresses_and_file_names_keep_their_digits_on_a_paper():
    text = "ปี 2568 ดู https://a.example.go.th/2568/o12 หรือ ita68@example.go.th ไฟล์ o12_2568.pdf ภายใน 15 เม.ย. 68"
    assert in_digits(text, Digits.THAI) == (
        "ปี ๒๕๖๘ ดู https://a.example.go.th/2568/o12 หรือ ita68@example.go.th ไฟล์ o12_2568.pdf ภายใน ๑๕ เม.ย. ๖๘"
    )
    assert in_digits(in_digits(text, Digits.THAI), Digits.ARABIC) == text


def test_a_web_address_without_http_is_one_too():
    assert in_digits("เว็บไซต์ www.example2.com และ example3.go.th/o8 ข้อ 8", Digits.THAI) == (
        "เว็บไซต์ www.example2.com และ example3.go.th/o8 ข้อ ๘"
    )


@given(st.text(alphabet="ก1๑ /:.htpsw@-"))
def test_a_paper_has_one_kind_of_digits_outside_its_links(text):
    assert to_arabic(in_digits(text, Digits.THAI)) == to_arabic(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("๙๙.๔๒ คะแนน", "99.42"),
        ("ร้อยละ 99.42", "99.42"),
        ("ได้คะแนนร้อยละ ๘๓.๔๐", "83.40"),
        ("99.42%", "99.42"),
        ("1,234.50", "1234.50"),
        ("๑,๒๓๔,๕๖๗", "1234567"),
        (" 100 ", "100"),
        ("86.5", "86.5"),
        ("-๐.๖๔", "-0.64"),
        ("−0.64", "-0.64"),
        ("+0.81", "0.81"),
        (".5", "0.5"),
        ("12 คน", "12"),
    ],
)
def test_a_number_is_read_as_it_was_typed(typed, meant):
    assert read_number(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["", "  ", "-", "–", "ไม่มีข้อมูล", "N/A"])
def test_nothing_typed_is_unknown_and_never_zero(typed):
    assert read_number(typed) is None


def test_a_decimal_comma_is_asked_about_not_guessed():
    with pytest.raises(NumberProblem) as refused:
        read_number("99,42")
    assert "99.42" in refused.value.reason


@pytest.mark.parametrize(
    "typed", ["99,42", "0,500", "99..4", "1 234", "9.9.9", "1e5", "²", "ก", "99.4๒.1", "12,34,567", "1O0"]
)
def test_what_could_be_two_numbers_or_none_is_refused_with_a_reason(typed):
    with pytest.raises(NumberProblem) as refused:
        read_number(typed)
    assert typed in refused.value.reason


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-1000, max_value=10**9), st.booleans())
def test_every_number_written_plainly_is_read_back(number, thai):
    for written in (f"{number}", f"{number:,} คะแนน"):
        assert read_number(to_thai(written) if thai else written) == number
