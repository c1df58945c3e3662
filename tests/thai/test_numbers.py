"""Numbers found in prose, for comparing what it says with the tables."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.numbers import DigitKind, count_word, digits_of, find_numbers, read_count


def only(text):
    (number,) = find_numbers(text)
    return number


@pytest.mark.parametrize(
    ("prose", "value", "unit", "label"),
    [
        ("ได้คะแนนร้อยละ ๘๓.๔๐ ซึ่ง", "83.40", "ร้อยละ", ""),
        ("ได้ 99.42 คะแนน", "99.42", "คะแนน", ""),
        ("คะแนนเฉลี่ย 85.88", "85.88", "คะแนน", ""),
        ("เป็น 85.5% ของ", "85.5", "ร้อยละ", ""),
        ("จำนวน ๔ ตัวชี้วัด", "4", "ตัวชี้วัด", ""),
        ("ตัวชี้วัดที่ ๘ การปรับปรุง", "8", "", "ตัวชี้วัดที่"),
        ("อันดับที่ 3", "3", "", "อันดับที่"),
        ("๔ ตัวชี้วัดที่", "4", "", ""),
        ("งบ 1,234,567.50 บาท", "1234567.50", "บาท", ""),
        ("ลดลง -๖.๔๗ จาก", "-6.47", "", ""),
        ("(−0.64)", "-0.64", "", ""),
        ("เพิ่มขึ้น +0.81", "0.81", "", ""),
        ("ร้อยละ99.42", "99.42", "ร้อยละ", ""),
    ],
)
def test_a_number_is_found_with_what_it_counts(prose, value, unit, label):
    number = only(prose)
    assert number.value == Decimal(value)
    assert prose[number.start : number.end] == number.text
    assert (number.unit, number.label) == (unit, label)


def test_the_digits_it_is_written_in_are_told():
    assert only("๙๙.๔๒").digits is DigitKind.THAI
    assert only("99.42").digits is DigitKind.ARABIC
    assert only("๙9.๔๒").digits is DigitKind.MIXED
    assert digits_of("ไม่มี") is None


@pytest.mark.parametrize("prose", ["ข้อ o27", "E๘", "ITA2568", "ข้อ 1.2.3", "www.example2.com/o12/2568", "A4", "5G"])
def test_codes_sections_and_links_are_no_numbers(prose):
    assert find_numbers(prose) == []


def test_a_range_is_two_numbers_and_not_a_negative_one():
    assert [number.value for number in find_numbers("ผลคะแนน ๗๕-๘๔ และ 1,2,3")] == [75, 84, 1, 2, 3]


def test_counts_in_words_are_found_before_what_they_count():
    numbers = find_numbers("ทั้งห้าอันดับ ใน 10 ตัวชี้วัด และสิบเอ็ดข้อ ผ่านการสื่อสารสองทาง")
    assert [(number.text, number.value, number.unit) for number in numbers] == [
        ("ห้า", 5, "อันดับ"),
        ("10", 10, "ตัวชี้วัด"),
        ("สิบเอ็ด", 11, "ข้อ"),
    ]
    assert numbers[0].digits is DigitKind.WORDS


def test_the_sign_of_a_column_before_or_after_is_not_the_numbers():
    assert [number.unit for number in find_numbers("คะแนน\t99.42\n3\tตัวชี้วัดที่ ๓")] == ["", "", ""]


@pytest.mark.parametrize(
    ("count", "word"),
    [(0, "ศูนย์"), (4, "สี่"), (10, "สิบ"), (11, "สิบเอ็ด"), (20, "ยี่สิบ"), (21, "ยี่สิบเอ็ด"), (99, "เก้าสิบเก้า"), (100, "100")],
)
def test_a_count_is_written_in_words(count, word):
    assert count_word(count) == word


def test_every_count_written_is_read_back():
    for count in range(120):
        assert read_count(count_word(count)) == count
        assert read_count(f"{count_word(count)} ตัวชี้วัด") == count


@pytest.mark.parametrize(("text", "count"), [("ห้าอันดับ", 5), ("๑๐ ข้อ", 10), ("หลาย", None), ("", None), ("สี่แยก", None)])
def test_a_count_is_read_with_what_it_counts(text, count):
    assert read_count(text) == count


@given(st.text(alphabet="0123๕๖.,+-−% กคะแนนร้อยละoห้าข้อ") | st.text())
def test_whatever_is_searched_the_places_are_those_of_the_text(text):
    places = find_numbers(text)
    assert all(text[number.start : number.end] == number.text for number in places)
    assert all(one.end <= other.start for one, other in pairwise(places))
