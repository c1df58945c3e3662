"""Pasted text made sound; names compared as a person would."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.likeness import Names, likeness, name_key, tidy

INDICATORS = {
    "การปฏิบัติหน้าที่": 1,
    "การใช้งบประมาณ": 2,
    "การใช้อำนาจ": 3,
    "การใช้ทรัพย์สินของราชการ": 4,
    "การแก้ไขปัญหาการทุจริต": 5,
    "คุณภาพการดำเนินงาน": 6,
    "ประสิทธิภาพการสื่อสาร": 7,
    "การปรับปรุงการทำงาน": 8,
    "การเปิดเผยข้อมูล": 9,
    "การป้องกันการทุจริต": 10,
}
THAI = st.text(alphabet=[chr(code) for code in range(0x0E00, 0x0E80)] + list(" \u00a0\u200b\r\n12a.\uf70a"))


@pytest.mark.parametrize(
    ("pasted", "sound"),
    [
        ("นํ้าใจ", "น้ำใจ"),
        ("น้ําใจ", "น้ำใจ"),
        ("ทํางาน", "ทำงาน"),
        ("เเละ เเก้ไข", "และ แก้ไข"),
        ("ก\u00a0ข", "ก ข"),
        ("คุณ\u200bธรรม\ufeff", "คุณธรรม"),
        ("ท่\u0e35", "ที่"),
        ("ผู้้", "ผู้"),
        ("ป\uf70a\uf701", "ปิ่"),
        ("ก\x07ข\tค\r\nง", "กข\tค\nง"),
        ("พัน\u00adธะ", "พันธะ"),
    ],
)
def test_what_cannot_be_seen_is_mended(pasted, sound):
    assert tidy(pasted) == sound


def test_sara_am_is_never_taken_apart():
    assert tidy("ทำ") == "ทำ" != unicodedata.normalize("NFKC", "ทำ")


def test_an_emoji_family_stays_one():
    assert tidy("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"


@given(THAI | st.text())
def test_tidying_twice_is_tidying_once(text):
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    "written",
    [
        "การใช้ทรัพย์สินของทางราชการ",
        "การใช้ทรัพย์สินทางราชการ",
        "4. การใช้ ทรัพย์สิน ของราชการ",
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ (IIT)",
        "การใช้ทรัพย์สินของราชการ",
    ],
)
def test_one_name_in_many_writings_is_one_name(written):
    assert name_key(written) == name_key("การใช้ทรัพย์สินของราชการ")
    assert likeness(written, "การใช้ทรัพย์สินของราชการ") == 1


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("การปรับปรุงระบบการทำงาน", 8),
        ("การแก้ปัญหาการทุจริต", 5),
        ("การปฎิบัติหน้าที่", 1),
        ("การใชอำนาจ", 3),
        ("การใช้อํานาจ", 3),
        ("ประสิทธิภาพการสือสาร", 7),
        ("คุณภาพการดําเนินการ", 6),
        ("การปองกันการทจรต", 10),
        ("การเปิดเผยข้อมูลสาธารณะ", 9),
        ("การใช้งบประมาน", 2),
    ],
)
def test_an_indicator_is_known_though_mistyped(written, number):
    assert Names(INDICATORS.items()).best(written) == number


@pytest.mark.parametrize("written", ["การทุจริต", "การใช้", "งบประมาณ", "ข้อมูล", "มาตรการ", "คะแนน", ""])
def test_half_a_name_is_not_guessed(written):
    assert Names(INDICATORS.items()).best(written) is None


def test_two_writings_of_one_thing_do_not_stand_in_each_others_way():
    assert Names({"การปรับปรุงการทำงาน": 8, "การปรับปรุงระบบการทํางาน": 8}.items()).best("การปรับปรุงระบบการทำงาน") == 8
    assert Names({}.items()).best("การใช้เงิน") is None


@given(st.sampled_from(sorted(INDICATORS)), st.data())
def test_any_one_letter_mistyped_still_finds_the_indicator(name, data):
    place = data.draw(st.integers(0, len(name) - 1))
    typed = name[:place] + data.draw(st.sampled_from(["", "ก", "่", "ส", " "])) + name[place + 1 :]
    assert Names(INDICATORS.items()).best(typed) == INDICATORS[name]


@given(THAI, THAI)
def test_likeness_lies_between_nothing_and_all(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1


@given(st.sampled_from(sorted(INDICATORS)), THAI, st.sampled_from([0.5, 0.75, 0.9]))
def test_what_is_passed_over_for_its_length_or_letters_was_not_like_enough(name, other, at_least):
    typed = name[: len(name) // 2] + other[:6] + name[len(name) // 2 :]
    near = {number: likeness(typed, known) for known, number in INDICATORS.items()}
    assert Names(INDICATORS.items()).like(typed, at_least) == {n: like for n, like in near.items() if like >= at_least}


def test_only_those_that_count_are_named():
    names = Names([("กำหนดแนวทาง", "m1"), ("กำหนดแนวทาง", "m2")])
    assert names.like("กำหนดแนวทาง", 0.9) == {"m1": 1, "m2": 1}
    assert names.like("กำหนดแนวทาง", 0.9, of=lambda meaning: meaning != "m1") == {"m2": 1}
