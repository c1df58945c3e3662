"""From when to when: the words offices use for it, as two dates. The words themselves are always kept."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.period_ends import has_two_ends, span_of_days
from ita_desktop.thai.quoting import quoted
from ita_desktop.thai.single_dates import ERA, DateProblem, DateStyle, fiscal_year_span, read_year, thai_date


@dataclass(frozen=True, slots=True)
class Period:
    """What is not known is None: a deadline has no start, "ทุกเดือน" has neither start nor end."""

    start: date | None = None
    end: date | None = None
    words: str = ""


def thai_period(period: Period, *, short: bool = False) -> str:
    """A period in words: "1 เมษายน 2569 ถึง 30 กันยายน 2569", or short "เม.ย. 69 – ก.ย. 69".

    Without dates it is the words it came with.
    """
    start, end = period.start, period.end
    style = DateStyle.SHORT if short else DateStyle.FULL
    if start is None and end is None:
        return period.words
    if start is None:
        return f"ภายใน {thai_date(end, style)}"
    if end is None:
        return f"ตั้งแต่ {thai_date(start, style)}"
    if short and start.day == 1 and end == _last_of_month(end) and start < end:
        style = DateStyle.SHORT_MONTH
    first, last = thai_date(start, style), thai_date(end, style)
    if first == last:
        return first
    return f"{first} – {last}" if short else f"{first} ถึง {last}"


# ------------------------------------------------------------------------------------------------------------ reading

_OFTEN = re.compile(
    r"""(?:อย่างน้อย\s*)?
    (?: ทุก\s*(?:[0-9]+|สอง|สาม|หก)?\s*(?:วัน(?!ที่)|สัปดาห์|เดือน|ไตรมาส|ปี)
      | (?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)ละ\s*(?:[0-9]+|หนึ่ง|สอง|สาม|สี่)\s*ครั้ง
      | รายเดือน | รายไตรมาส | (?:อย่าง)?ต่อเนื่อง | (?:อย่าง)?สม่ำเสมอ | เป็นประจำ | ตลอดเวลา )""",
    re.VERBOSE,
)
_WITHIN = re.compile(r"(?:ให้)?(?:แล้วเสร็จ)?(?:ภายใน|ไม่เกิน|สิ้นสุด(?:ภายใน|เมื่อ)?)\s*(?:สิ้น(?=เดือน))?")
_SINCE = re.compile(r"(?:เริ่ม)?(?:ตั้งแต่|เริ่ม)\s*")
_DURING = re.compile(r"(?:ดำเนินการ)?(?:ใน)?(?:ระหว่าง|ช่วง)\s*")
_ONWARDS = re.compile(r"\s*เป็นต้นไป$")
_FISCAL_YEAR = re.compile(
    r"""(?:(?:ตลอด|ประจำ|ทั้ง|สิ้น|ของ|ใน)\s*)*ปีงบ(?:ประมาณ)?
        \s*(?:พ\s?\.?\s?ศ\s?\.?)?\s*([0-9]{4}|[0-9]{2})?
        (?:\s*(?:[-–—]|ถึง)\s*([0-9]{4})(?![0-9]))?""",
    re.VERBOSE,
)
_WHOLE_YEAR = re.compile(r"(?:ตลอด|ทั้ง)+\s*ปี")
_PLAIN_YEAR = re.compile(r"(?:ตลอด|ทั้ง|ใน|ประจำ)*\s*ปี\s*(ปฏิทิน)?\s*(?:พ\.?\s?ศ\.?)?\s*([0-9]{4}|[0-9]{2})")
_QUARTERS = re.compile(
    r"""ไตรมาส\s*(?:ที่)?\s*([1-4])(?:\s*(?:[-–—]|ถึง|และ)\s*(?:ไตรมาส\s*)?(?:ที่)?\s*([1-4]))?
        (?:\s*(?:/|ปี)\s*([0-9]{4}|[0-9]{2}))?""",
    re.VERBOSE,
)
_MONTHS_IN = re.compile(r"(?:รอบ\s*)?(3|6|9|12)\s*เดือน\s*(แรก|หลัง)?")


def period_or_words(text: str, *, fiscal_year: int | None = None) -> Period:
    """A period as far as it can be read. What cannot keeps its words and has no dates."""
    try:
        return read_period(text, fiscal_year=fiscal_year)
    except DateProblem:
        return Period(words=_one_line(text))


def read_period(text: str, *, fiscal_year: int | None = None) -> Period:
    """A period in any form that documents use; what cannot be read raises `DateProblem` with a reason.

    `fiscal_year` is the year meant where the words name none: "ตลอดปีงบประมาณ", "ไตรมาสที่ 2", "ม.ค. - มี.ค.".
    How often something is done ("ทุกเดือน") says nothing of when: it is understood, and has no dates.
    """
    words = _one_line(text)
    if not words.strip("-–—"):
        raise DateProblem("ยังไม่มีระยะเวลา")
    bare = _OFTEN.sub(" ", to_arabic(words)).strip(" ()[],;")
    if not bare:
        return Period(words=words)
    if within := _WITHIN.match(bare):
        bare = bare[within.end() :]
        start, end = _span(bare, fiscal_year)
        return Period(start if has_two_ends(bare) else None, end, words)
    if since := _SINCE.match(bare):
        bare = _ONWARDS.sub("", bare[since.end() :])
        start, end = _span(bare, fiscal_year)
        return Period(start, end if has_two_ends(bare) else None, words)
    if during := _DURING.match(bare):
        bare = bare[during.end() :]
    return Period(*_span(bare, fiscal_year), words)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _span(text: str, fiscal_year: int | None) -> tuple[date, date]:
    """First and last day of what the words name. A fiscal year among them is the year of all the rest."""
    if named := _FISCAL_YEAR.search(text):
        if named[1]:
            fiscal_year = read_year(named[1]) + ERA
        rest = (text[: named.start()] + text[named.end() :]).strip(" ()[],;")
        if not rest:
            opening, closing = fiscal_year_span(_needed(fiscal_year))
            return opening, fiscal_year_span(read_year(named[2]) + ERA)[1] if named[2] else closing
        text = rest
    if _WHOLE_YEAR.fullmatch(text):
        return fiscal_year_span(_needed(fiscal_year))
    if plain := _PLAIN_YEAR.fullmatch(text):
        if not plain[1]:
            raise DateProblem(f"{quoted(text)} เป็นปีงบประมาณหรือปีปฏิทิน โปรดพิมพ์ให้ชัด เช่น ปีงบประมาณ {plain[2]}")
        year = read_year(plain[2])
        return date(year, 1, 1), date(year, 12, 31)
    if quarters := _QUARTERS.fullmatch(text):
        first, last = int(quarters[1]), int(quarters[2] or quarters[1])
        year = read_year(quarters[3]) + ERA if quarters[3] else _needed(fiscal_year)
        return _months_of(year, 3 * first - 3, 3 * last)
    if months := _MONTHS_IN.fullmatch(text):
        count = int(months[1])
        after = 12 - count if months[2] == "หลัง" else 0
        return _months_of(_needed(fiscal_year), after, after + count)
    return span_of_days(text, fiscal_year)


def _needed(fiscal_year: int | None) -> int:
    if fiscal_year is None:
        raise DateProblem("ไม่ได้บอกว่าเป็นปีงบประมาณใด")
    return fiscal_year


def _months_of(fiscal_year: int, after: int, until: int) -> tuple[date, date]:
    """A stretch of a fiscal year, in months from its start."""
    october = (fiscal_year - ERA - 1) * 12 + 9
    (first_year, first), (last_year, last) = divmod(october + after, 12), divmod(october + until - 1, 12)
    return date(first_year, first + 1, 1), _last_of_month(date(last_year, last + 1, 1))


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
