"""Dates: written as documents have them, read as people type them, refused with a reason."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import (
    MONTHS,
    DateProblem,
    DateStyle,
    fiscal_year_of,
    fiscal_year_span,
    moment_words,
    read_date,
    read_month,
    thai_date,
)
from ita_desktop.thai.digits import to_thai

MARCH = date(2023, 3, 20)
DAYS = [date(1997, 1, 1) + timedelta(days) for days in range((date(2098, 1, 1) - date(1997, 1, 1)).days)]
"""Every day of 2540 to 2640."""


@pytest.mark.parametrize(
    ("style", "written"),
    [
        (DateStyle.FULL, "20 มีนาคม 2566"),
        (DateStyle.WITH_ERA, "20 มีนาคม พ.ศ. 2566"),
        (DateStyle.WEEKDAY, "วันจันทร์ที่ 20 มีนาคม 2566"),
        (DateStyle.SHORT, "20 มี.ค. 66"),
        (DateStyle.SHORT_LONG_YEAR, "20 มี.ค. 2566"),
        (DateStyle.NUMERIC, "20/3/2566"),
        (DateStyle.MONTH, "มีนาคม 2566"),
        (DateStyle.SHORT_MONTH, "มี.ค. 66"),
    ],
)
def test_a_date_is_written_in_each_style(style, written):
    assert thai_date(MARCH, style) == written


def test_no_date_is_no_words():
    assert thai_date(None) == ""


@pytest.mark.parametrize("style", [style for style in DateStyle if "month" not in style])
@pytest.mark.parametrize("thai", [False, True], ids=["arabic", "thai"])
def test_every_day_of_a_century_is_read_back_as_it_was_written(style, thai):
    days = [day for day in DAYS if day.year < 2057] if style is DateStyle.SHORT else DAYS  # 66 is 2566, never 2666
    for day in days:
        written = thai_date(day, style)
        assert read_date(to_thai(written) if thai else written) == day


@pytest.mark.parametrize(
    "typed",
    [
        "20 มีนาคม 2566",
        "๒๐ มี.ค. ๖๖",
        "20/3/2566",
        "20-3-66",
        "20.3.2566",
        "20 / 3 / 2566",
        "20 3 2566",
        "20 มีนาคม พ.ศ. 2566",
        "20 มีนาคม พ.ศ.๒๕๖๖",
        "20 มีนาคม พุทธศักราช 2566",
        "วันที่ ๒๐ เดือน มีนาคม พ.ศ. ๒๕๖๖",
        "ณ วันที่ 20 มี.ค. 2566",
        "วันจันทร์ที่ 20 มีนาคม 2566",
        "2023-03-20",
        "2566-03-20",
        "20 มีค 66",
        "20มี.ค.66",
        "20 มี. ค. 66",
        "20  มี.ค  66",
        "20 มีนา 66",
        "20\u00a0มี.ค.\n66",
        "20 มีนาคม ค.ศ. 2023",
        "20-มี.ค.-66",
    ],
)
def test_one_day_is_read_in_every_form_documents_use(typed):
    assert read_date(typed) == MARCH


@pytest.mark.parametrize(
    ("typed", "month"),
    [("พฤษจิกายน", 11), ("กรกฏาคม", 7), ("มกราคน", 1), ("กุมภาพันธ", 2), ("ธันวาคา", 12), ("สิงหาคมม", 8), ("มีนายน", 3)],
)
def test_a_month_mistyped_is_read_where_it_can_only_be_one(typed, month):
    assert read_month(typed) == month


@pytest.mark.parametrize("typed", ["กันยาคม", "มิ.ค.", "มคม", "ม", "", "เดือนหน้า", "ก" * 500])
def test_a_month_that_could_be_two_is_not_guessed(typed):
    assert read_month(typed) is None


def test_every_month_is_nearest_to_itself_with_any_one_letter_left_out():
    for number, name in enumerate(MONTHS, 1):
        for place in range(len(name)):
            assert read_month(name[:place] + name[place + 1 :]) == number


def test_every_month_is_nearest_to_itself_with_any_one_letter_put_in():
    for number, name in enumerate(MONTHS, 1):
        for place in range(len(name) + 1):
            assert read_month(f"{name[:place]}ฬ{name[place:]}") == number


def test_a_word_three_letters_away_is_no_month():
    assert read_month("กรกฬฬคม") == 7
    assert read_month("กรฬฬฬคม") is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30 กุมภาพันธ์ 2566", "กุมภาพันธ์ 2566 มี 28 วัน"),
        ("30 ก.พ. 67", "กุมภาพันธ์ 2567 มี 29 วัน"),
        ("31/4/2566", "เมษายน 2566 มี 30 วัน"),
        ("0/4/2566", "เมษายน 2566 มี 30 วัน"),
        ("20/13/2566", "เดือนที่ 13"),
        ("20 มีนาคม 2026", "พ.ศ. คือ 2569"),
        ("20/3/2026", "พ.ศ. คือ 2569"),
        ("2026/3/20", "พ.ศ. คือ 2569"),
        ("20 มีนาคม 256", "256"),
        ("20 มีนาคม 25666", "25666"),
        ("20 มีนาคม 2966", "2966"),
        ("20 มีนาคม ค.ศ. 2566", "2566"),
        ("20 มีนาคม", "ยังไม่มีปี"),
        ("มีนาคม 2566", "ยังไม่มีวันที่"),
        ("20 กันยาคม 2566", "“กันยาคม” ไม่ใช่ชื่อเดือน"),
        ("20/3/2399", "2399 ไม่ใช่ปี พ.ศ."),
        ("20/3/2700", "2700 ไม่ใช่ปี พ.ศ."),
        ("20/3/1899", "1899 ไม่ใช่ปี พ.ศ."),
        ("20/3/1900", "พ.ศ. คือ 2443"),
        ("20/3/2150", "พ.ศ. คือ 2693"),
        ("20/3/2151", "2151 ไม่ใช่ปี พ.ศ."),
        ("วันอังคารที่ 20 มีนาคม 2566", "เป็นวันจันทร์ ไม่ใช่วันอังคาร"),
        ("", "ยังไม่มีวันที่"),
        ("พรุ่งนี้", "ไม่ใช่วันที่"),
        ("1/1/" + "9" * 5000, "ไม่ใช่วันที่"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_plain_reason(typed, reason):
    with pytest.raises(DateProblem) as refused:
        read_date(typed)
    assert reason in refused.value.reason


def test_a_page_pasted_into_a_date_field_is_quoted_in_part():
    with pytest.raises(DateProblem) as refused:
        read_date("รายงานการประชุม " * 500)
    assert len(refused.value.reason) < 150


def test_the_years_that_papers_and_people_speak_of_are_taken():
    assert read_date("1/1/2400").year == 1857
    assert read_date("31/12/2699").year == 2156


def test_a_wrong_weekday_still_tells_which_day_it_is():
    with pytest.raises(DateProblem) as refused:
        read_date("วันศุกร์ที่ 20 มีนาคม 2566")
    assert refused.value.date == MARCH


@given(st.text())
def test_whatever_is_typed_ends_in_a_date_or_a_reason(text):
    try:
        assert isinstance(read_date(text), date)
    except DateProblem as problem:
        assert problem.reason  # noqa: PT017 - a refusal is as good as a date here


def test_the_fiscal_year_opens_on_the_first_of_october():
    assert fiscal_year_of(date(2022, 9, 30)) == 2565
    assert fiscal_year_of(date(2022, 10, 1)) == 2566
    assert fiscal_year_span(2566) == (date(2022, 10, 1), date(2023, 9, 30))


def test_every_day_lies_in_the_span_of_its_fiscal_year():
    for day in DAYS:
        first, last = fiscal_year_span(fiscal_year_of(day))
        assert first <= day <= last


def test_a_moment_is_told_by_the_clock_of_this_place():
    moment = datetime(2025, 11, 20, 9, 5).astimezone()
    assert moment_words(moment.astimezone(UTC)) == "20/11/2568 เวลา 09:05 น."
