"""Periods: the words offices use for from-when-to-when."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_desktop.thai.dates import DateProblem
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.periods import Period, period_or_words, read_period, thai_period

YEAR_2566 = (date(2022, 10, 1), date(2023, 9, 30))
WITHIN_BE = st.dates(date(1957, 1, 1), date(2056, 12, 31))


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("ต.ค. ๖๕ - ก.ย. ๖๖", "2022-10-01", "2023-09-30"),
        ("ต.ค. ๖๕ - ก.ย\n๖๖", "2022-10-01", "2023-09-30"),
        ("1 เมษายน 2569 ถึง 30 กันยายน 2569", "2026-04-01", "2026-09-30"),
        ("๑ ต.ค. ๒๕๖๗ – ๒๘ ก.พ. ๒๕๖๘", "2024-10-01", "2025-02-28"),
        ("1 ตุลาคม 2565 ถึงวันที่ 30 กันยายน 2566", "2022-10-01", "2023-09-30"),
        ("ตั้งแต่เดือนตุลาคม 2565 ถึงเดือนกันยายน 2566", "2022-10-01", "2023-09-30"),
        ("ระหว่างวันที่ 1 - 15 มีนาคม 2566", "2023-03-01", "2023-03-15"),
        ("1-15 มีนาคม 2566", "2023-03-01", "2023-03-15"),
        ("มกราคม 2566", "2023-01-01", "2023-01-31"),
        ("เดือนกุมภาพันธ์ ๒๕๖๗", "2024-02-01", "2024-02-29"),
        ("ม.ค.-มี.ค. 66", "2023-01-01", "2023-03-31"),
        ("1 ต.ค. - 30 ก.ย. 66", "2022-10-01", "2023-09-30"),
        ("ธันวาคม 2565 - มกราคม", "2022-12-01", "2023-01-31"),
        ("ต.ค. 65 – 15 มี.ค. 66", "2022-10-01", "2023-03-15"),
        ("1/10/2565 - 30/9/2566", "2022-10-01", "2023-09-30"),
        ("1/10/65-30/9/66", "2022-10-01", "2023-09-30"),
        ("1 ต.ค. 65-30 ก.ย. 66", "2022-10-01", "2023-09-30"),
        ("1 ต.ค.65–30 ก.ย.66", "2022-10-01", "2023-09-30"),
        ("๑ ตุลาคม ๒๕๖๕-๓๐ กันยายน ๒๕๖๖", "2022-10-01", "2023-09-30"),
        ("2022-10-01 - 2023-09-30", "2022-10-01", "2023-09-30"),
        ("20-3-66", "2023-03-20", "2023-03-20"),
        ("20 มีนาคม 2566", "2023-03-20", "2023-03-20"),
        ("ตลอดปีงบประมาณ 2565", "2021-10-01", "2022-09-30"),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๖", "2022-10-01", "2023-09-30"),
        ("ปีงบประมาณ พ.ศ. 2566 - 2570", "2022-10-01", "2027-09-30"),
        ("ทุกเดือน ตลอดปีงบประมาณ 2566", "2022-10-01", "2023-09-30"),
        ("ไตรมาส 1 ปีงบประมาณ 2566", "2022-10-01", "2022-12-31"),
        ("ไตรมาสที่ 1 - 2 ปีงบประมาณ 2566", "2022-10-01", "2023-03-31"),
        ("ไตรมาส ๔/๒๕๖๖", "2023-07-01", "2023-09-30"),
        ("รอบ 6 เดือน ปีงบประมาณ 2566", "2022-10-01", "2023-03-31"),
        ("6 เดือนหลัง ปีงบประมาณ 2566", "2023-04-01", "2023-09-30"),
        ("ปีปฏิทิน 2566", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_period_is_read_in_every_form_documents_use(words, start, end):
    period = read_period(words)
    assert (period.start, period.end) == (day(start), day(end))
    assert period.words == " ".join(words.split())


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("ภายใน 15 เม.ย. 66", "2023-04-15"),
        ("ภายในวันที่ ๑๕ เมษายน ๒๕๖๖", "2023-04-15"),
        ("ให้แล้วเสร็จภายในเดือนกุมภาพันธ์ 2567", "2024-02-29"),
        ("ภายในสิ้นเดือนมีนาคม 2566", "2023-03-31"),
        ("ภายในปีงบประมาณ พ.ศ. 2566", "2023-09-30"),
        ("ภายในสิ้นปีงบประมาณ 2566", "2023-09-30"),
    ],
)
def test_a_deadline_has_an_end_and_no_start(words, end):
    assert read_period(words) == Period(None, day(end), words)


def test_from_some_day_on_has_a_start_and_no_end():
    assert read_period("ตั้งแต่วันที่ 1 ต.ค. 65 เป็นต้นไป").start == day("2022-10-01")
    assert read_period("ตั้งแต่วันที่ 1 ต.ค. 65 เป็นต้นไป").end is None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("ตลอดปีงบประมาณ", *YEAR_2566),
        ("ตลอดปี", *YEAR_2566),
        ("ไตรมาสที่ ๒", day("2023-01-01"), day("2023-03-31")),
        ("รอบ 6 เดือน", day("2022-10-01"), day("2023-03-31")),
        ("รอบ 12 เดือน", *YEAR_2566),
        ("ต.ค. - ก.ย.", *YEAR_2566),
        ("ธันวาคม", day("2022-12-01"), day("2022-12-31")),
        ("ภายใน 15 เม.ย.", None, day("2023-04-15")),
    ],
)
def test_words_without_a_year_need_the_fiscal_year(words, start, end):
    assert read_period(words, fiscal_year=2566) == Period(start, end, words)
    with pytest.raises(DateProblem):
        read_period(words)
    assert period_or_words(words) == Period(None, None, words)


@pytest.mark.parametrize("words", ["ทุกเดือน", "เดือนละ 1 ครั้ง", "อย่างน้อยปีละ ๒ ครั้ง", "ทุก 3 เดือน", "ต่อเนื่อง"])
def test_how_often_says_nothing_of_when(words):
    assert read_period(words, fiscal_year=2566) == Period(None, None, words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("30 ก.พ. 66 - 1 มี.ค. 66", "กุมภาพันธ์ 2566 มี 28 วัน"),
        ("1 ต.ค. 2022 - 30 ก.ย. 2023", "พ.ศ. คือ 2565"),
        ("ปี 2566", "ปีงบประมาณหรือปีปฏิทิน"),
        ("ตลอดปี 2566", "ปีงบประมาณหรือปีปฏิทิน"),
        ("ภายใน 30 วัน", "30 วัน"),
        ("สัปดาห์หน้า", "สัปดาห์หน้า"),
        ("1 - 15", "ยังไม่มีเดือน"),
        ("ทุกวันที่ 5 ของเดือน", "ไม่ใช่วันที่"),
        ("15 แมว - 20 มีนาคม 2566", "“15 แมว” ไม่ใช่วันที่"),
        ("ต.ค. 65 - ม.ค. 66 - มี.ค. 66", "ไม่ใช่วันที่"),
        ("", "ยังไม่มีระยะเวลา"),
        ("-", "ยังไม่มีระยะเวลา"),
    ],
)
def test_what_cannot_be_read_keeps_its_words_and_has_a_reason(words, reason):
    with pytest.raises(DateProblem) as refused:
        read_period(words)
    assert reason in refused.value.reason
    assert period_or_words(words) == Period(None, None, words)


def test_a_period_is_written_long_and_short():
    half = Period(day("2026-04-01"), day("2026-09-30"))
    assert thai_period(half) == "1 เมษายน 2569 ถึง 30 กันยายน 2569"
    assert thai_period(half, short=True) == "เม.ย. 69 – ก.ย. 69"
    assert thai_period(Period(day("2023-03-01"), day("2023-03-15")), short=True) == "1 มี.ค. 66 – 15 มี.ค. 66"
    assert thai_period(Period(day("2023-03-01"), day("2023-03-31")), short=True) == "มี.ค. 66"
    assert thai_period(Period(None, day("2023-04-15"))) == "ภายใน 15 เมษายน 2566"
    assert thai_period(Period(day("2022-10-01"), None)) == "ตั้งแต่ 1 ตุลาคม 2565"
    assert thai_period(Period(None, None, "ทุกเดือน")) == "ทุกเดือน"
    assert thai_period(Period(day("2023-04-15"), day("2023-04-15"))) == "15 เมษายน 2566"


@given(st.none() | WITHIN_BE, st.none() | WITHIN_BE, st.booleans(), st.booleans())
def test_every_period_written_is_read_back(start, end, short, thai):
    assume(start or end)
    if start and end and start > end:
        start, end = end, start
    written = thai_period(Period(start, end), short=short)
    period = read_period(to_thai(written) if thai else written)
    assert (period.start, period.end) == (start, end)


@given(st.text(alphabet="0125๖ ม.ค-–ถึงปีงบประมาณไตรมาสภายในเดือนรอบ/") | st.text(), st.none() | st.just(2566))
def test_whatever_stands_in_a_sheet_is_read_or_kept_as_words(text, fiscal_year):
    period = period_or_words(text, fiscal_year=fiscal_year)
    assert period.words == " ".join(text.split())
