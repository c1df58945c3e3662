"""Dates and years found in prose, also the impossible ones, where they stand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.thai.dates_in_text import find_dates, find_years
from ita_desktop.thai.digits import to_thai


def found(text):
    return [(one.text, one.date, one.reason) for one in find_dates(text)]


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        ("สั่ง ณ วันที่ ๒๐ เดือน มีนาคม พ.ศ. ๒๕๖๖ เป็นต้นไป", "๒๐ เดือน มีนาคม พ.ศ. ๒๕๖๖"),
        ("ลงวันที่ 20 มี.ค. 66 เรื่อง การประชุม", "20 มี.ค. 66"),
        ("เมื่อวันที่ 20มี.ค.2566เวลา 13.30 น.", "20มี.ค.2566"),
        ("กำหนด(20/3/2566)แล้ว", "20/3/2566"),
        ("ภายใน ๒๐/๓/๖๖.", "๒๐/๓/๖๖"),
        ("วันที่ 20-3-2566", "20-3-2566"),
        ("ข้อมูล 2023-03-20 น.", "2023-03-20"),
        ("😀 20 มีนาคม 2566", "20 มีนาคม 2566"),
        ("ใน วันจันทร์ที่ 20 มีนาคม 2566 ณ ห้องประชุม", "วันจันทร์ที่ 20 มีนาคม 2566"),
        ("วันที่ 20 มีนาคน 2566", "20 มีนาคน 2566"),
        ("20 มีนาคม ค.ศ. 2023", "20 มีนาคม ค.ศ. 2023"),
    ],
)
def test_a_date_in_prose_is_found_where_it_stands(prose, text):
    (one,) = find_dates(prose)
    assert one.text == prose[one.start : one.end] == text
    assert (one.date, one.reason) == (date(2023, 3, 20), None)


def test_an_impossible_date_is_found_with_its_reason():
    ((text, day, reason),) = found("ดำเนินการถึง ๓๐ กุมภาพันธ์ ๒๕๖๖ ต่อไป")
    assert (text, day) == ("๓๐ กุมภาพันธ์ ๒๕๖๖", None)
    assert "28 วัน" in reason


def test_a_weekday_that_is_not_that_dates_is_told():
    ((text, day, reason),) = found("ประชุมวันอังคารที่ 20 มีนาคม 2566")
    assert (text, day) == ("วันอังคารที่ 20 มีนาคม 2566", date(2023, 3, 20))
    assert reason == "20 มีนาคม 2566 เป็นวันจันทร์ ไม่ใช่วันอังคาร"


def test_a_common_era_year_is_told():
    ((_, day, reason),) = found("20 มีนาคม 2026")
    assert day is None
    assert "2569" in reason


def test_both_ends_of_a_period_are_found():
    assert [day for _, day, _ in found("๑ ต.ค. ๒๕๖๗ - ๒๘ ก.พ. ๒๕๖๘")] == [date(2024, 10, 1), date(2025, 2, 28)]
    assert [day for _, day, _ in found("15 เม.ย. 66-30 ก.ย. 66")] == [date(2023, 4, 15), date(2023, 9, 30)]
    assert [day for _, day, _ in found("1-15 มีนาคม 2566")] == [date(2023, 3, 15)]


@pytest.mark.parametrize("prose", ["ภายใน 20 มี.ค. ของปี", "20 มีนาคม 13.30 น.", "20 มีนาคม 80 คน", "20 มีนาคม"])
def test_a_day_and_month_alone_is_seen_and_not_judged(prose):
    ((text, day, reason),) = found(prose)
    assert text.startswith("20 มี")
    assert (day, reason) == (None, None)


@pytest.mark.parametrize(
    "prose",
    ["โทร. 02-123-4567", "ครั้งที่ 1/2566", "ข้อ 1.2.3", "ข้อ 1 มีนายก", "99.42/99.46/99.58", "๑๒.๓๔", "1-2-3", "มีนาคม 2566"],
)
def test_what_is_no_date_is_left_alone(prose):
    assert find_dates(prose) == []


@given(
    st.text(),
    st.dates(date(1997, 1, 1), date(2056, 12, 31)),
    st.sampled_from([DateStyle.FULL, DateStyle.WITH_ERA, DateStyle.SHORT, DateStyle.SHORT_LONG_YEAR]),
    st.booleans(),
    st.sampled_from(["", " เวลา 13.30 น.", "ๆ", ") และ", " ครั้งที่ 2", "\n12", ", 15 คน"]),
)
def test_every_date_written_in_the_middle_of_anything_is_found(before, day, style, thai, after):
    written = thai_date(day, style)
    text = f"{before} {to_thai(written) if thai else written}{after}"
    place = len(before) + 1
    assert any(one.start <= place and one.end == place + len(written) for one in find_dates(text))


@given(st.text(alphabet="0123๑๒๖ /-.ม.ค.กุมภาพันธ์ที่วันจันทร์พ.ศ."))
def test_whatever_is_searched_the_places_are_those_of_the_text(text):
    for one in [*find_dates(text), *find_years(text)]:
        assert text[one.start : one.end] == one.text


# --------------------------------------------------------------------------------------------------------------- years


def years(text):
    return [(one.text, one.year, one.fiscal) for one in find_years(text)]


def test_years_are_found_with_what_names_them():
    assert years("ประจำปีงบประมาณ พ.ศ.๒๕๖๖ และปี 2567") == [("๒๕๖๖", 2566, True), ("2567", 2567, False)]
    assert years("ปีงบประมาณ 66") == [("66", 2566, True)]
    assert years("ครั้งที่ 1/2566 เดือนมกราคม 2569") == [("2566", 2566, False), ("2569", 2569, False)]
    assert years("ปี ค.ศ. 2023") == [("2023", 2566, False)]
    assert find_years("ปี 2023")[0].common_era


def test_years_begin_and_end_where_dates_take_them():
    assert years("พ.ศ. 2400 2399 2699 2700") == [("2400", 2400, False), ("2699", 2699, False)]


def test_a_year_behind_dates_is_found():
    assert years("เมื่อ 20 มีนาคม 2566 และ 21 มีนาคม 2566 ของปีงบประมาณ 2567") == [("2567", 2567, True)]


def test_the_year_of_a_whole_date_is_the_dates():
    assert years("20 มีนาคม 2566 ถึง 20/3/2566") == []


@pytest.mark.parametrize("prose", ["2,566 คน", "2566 คน", "2023", "25660", "งบ 2566.50 บาท", "66 คน"])
def test_a_number_is_no_year(prose):
    assert find_years(prose) == []


def test_a_page_of_blanks_does_not_slow_the_search():
    blanks = "20" + " " * 20_000 + "มีนาคม" + " " * 20_000
    assert find_dates(blanks * 3) == []
    assert date(2023, 3, 20) + timedelta(1) == find_dates(blanks + "21 มีนาคม 2566")[-1].date
