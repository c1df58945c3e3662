"""One date, as it is written and as people type it. Years are Buddhist Era in all that is read and written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from enum import StrEnum

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.months import MONTHS, SHORT_MONTHS, WEEKDAYS, read_month
from ita_desktop.thai.quoting import quoted

ERA = 543
"""The Buddhist Era is this many years ahead of the Common Era."""


class DateProblem(ValueError):
    """A date that cannot be meant as it stands. `reason` is one plain Thai sentence for the officer.

    `date` is there where the date itself is clear and only its weekday is wrong.
    """

    def __init__(self, reason: str, day: date | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.date = day


class DateStyle(StrEnum):
    FULL = "full"
    """20 มีนาคม 2566"""
    WITH_ERA = "with_era"
    """20 มีนาคม พ.ศ. 2566"""
    WEEKDAY = "weekday"
    """วันจันทร์ที่ 20 มีนาคม 2566"""
    SHORT = "short"
    """20 มี.ค. 66"""
    SHORT_LONG_YEAR = "short_long_year"
    """20 มี.ค. 2566"""
    NUMERIC = "numeric"
    """20/3/2566"""
    MONTH = "month"
    """มีนาคม 2566"""
    SHORT_MONTH = "short_month"
    """มี.ค. 66"""


def thai_date(day: date | None, style: DateStyle = DateStyle.FULL) -> str:
    """A date in words, in Arabic digits: a paper's digits are changed as a whole. No date is no words."""
    if day is None:
        return ""
    year = day.year + ERA
    name, short = MONTHS[day.month - 1], SHORT_MONTHS[day.month - 1]
    match style:
        case DateStyle.FULL:
            return f"{day.day} {name} {year}"
        case DateStyle.WITH_ERA:
            return f"{day.day} {name} พ.ศ. {year}"
        case DateStyle.WEEKDAY:
            return f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {name} {year}"
        case DateStyle.SHORT:
            return f"{day.day} {short} {year % 100:02}"
        case DateStyle.SHORT_LONG_YEAR:
            return f"{day.day} {short} {year}"
        case DateStyle.NUMERIC:
            return f"{day.day}/{day.month}/{year}"
        case DateStyle.MONTH:
            return f"{name} {year}"
        case DateStyle.SHORT_MONTH:
            return f"{short} {year % 100:02}"


# ------------------------------------------------------------------------------------------------------------ reading

WEEKDAY_PATTERN = "จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|พฤหัส|ศุกร์|เสาร์|อาทิตย์"

_LEAD = re.compile(rf"(?:ณ\s*)?(?:วัน\s*)?(?P<weekday>{WEEKDAY_PATTERN})?\s*(?:ที่\s*)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_NUMERIC = re.compile(r"([0-9]{1,6})(?:\s*[/.\-–]\s*|\s+)([0-9]{1,6})(?:\s*[/.\-–]\s*|\s+)([0-9]{1,6})")
_IN_WORDS = re.compile(r"([0-9]{1,2})([^0-9]+)([0-9]{1,6})")
_ONLY_MONTH_AND_YEAR = re.compile(r"([^0-9]+)([0-9]{1,6})")
_ONLY_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})([^0-9]+)")
_ERA_BEFORE_YEAR = re.compile(r"(?:ปี)?(?:(?P<common>คศ|คริสตศักราช|คริสต์ศักราช)|พศ|พุทธศักราช)?$")
_NOT_LETTERS = re.compile(r"[\s.,/\-–]+")


def read_date(text: str) -> date:
    """A date in any form that documents use. What cannot be meant, or could be two dates, raises `DateProblem`.

    Two-digit years are 25xx. A year such as 2026 is refused, for it is 2569 that was meant.
    """
    typed = " ".join(to_arabic(text).split()).rstrip(" .,;")
    if not typed:
        raise DateProblem("ยังไม่มีวันที่")
    if first := _YEAR_FIRST.fullmatch(typed):
        iso = first[2] == "-"  # the one form that is known to be Common Era
        return make_date(int(first[4]), int(first[3]), read_year(first[1], common_era=iso))
    lead = _LEAD.match(typed)
    bare = typed[lead.end() :] if lead else typed
    found = _read_bare(bare, text)
    if lead and lead["weekday"]:
        check_weekday(found, lead["weekday"])
    return found


def _read_bare(bare: str, typed: str) -> date:
    if numeric := _NUMERIC.fullmatch(bare):
        return make_date(int(numeric[1]), int(numeric[2]), read_year(numeric[3]))
    if words := _IN_WORDS.fullmatch(bare):
        month, said_common = split_month_words(words[2])
        if month is None:
            raise DateProblem(f"{quoted(words[2])} ไม่ใช่ชื่อเดือน")
        return make_date(int(words[1]), month, read_year(words[3], said_common=said_common))
    if (part := _ONLY_MONTH_AND_YEAR.fullmatch(bare)) and split_month_words(part[1])[0]:
        raise DateProblem(f"{quoted(bare)} มีแต่เดือนและปี ยังไม่มีวันที่")
    if (part := _ONLY_DAY_AND_MONTH.fullmatch(bare)) and split_month_words(part[2])[0]:
        raise DateProblem(f"{quoted(bare)} ยังไม่มีปี พ.ศ.")
    raise DateProblem(f"{quoted(typed)} ไม่ใช่วันที่ พิมพ์เช่น 20 มี.ค. 2566 หรือ 20/3/2566")


def split_month_words(words: str) -> tuple[int | None, bool]:
    """What stands between day and year, "เดือน มีนาคม พ.ศ.", as the month and whether the Common Era was said."""
    letters = _NOT_LETTERS.sub("", words).removeprefix("เดือน")
    era = _ERA_BEFORE_YEAR.search(letters)
    name = letters[: era.start()] if era else letters
    return read_month(name), bool(era and era["common"])


def read_year(digits: str, *, common_era: bool = False, said_common: bool = False) -> int:
    """The Common Era year of a year typed in the Buddhist Era (or in the Common Era, where that was said)."""
    year = int(digits)
    if len(digits) == 2 and not said_common:
        return 2500 + year - ERA
    if len(digits) == 4 and 1900 <= year <= 2150:
        if common_era or said_common:
            return year
        raise DateProblem(f"ปี {year} เป็นปี ค.ศ. โปรดพิมพ์เป็น พ.ศ. คือ {year + ERA}")
    if len(digits) == 4 and 2400 <= year < 2700 and not said_common:
        return year - ERA
    raise DateProblem(f"ปี {digits} ไม่ใช่ปี พ.ศ. ที่ใช้ได้ พิมพ์เช่น 2566 หรือ 66")


def make_date(day: int, month: int, year: int) -> date:
    """The date of a Common Era year, or a reason in words why there is none."""
    if not 1 <= month <= 12:
        raise DateProblem(f"ไม่มีเดือนที่ {month} เดือนมี 1 ถึง 12")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise DateProblem(f"{MONTHS[month - 1]} {year + ERA} มี {last} วัน ไม่มีวันที่ {day}")
    return date(year, month, day)


def check_weekday(day: date, said: str) -> None:
    right = WEEKDAYS[day.weekday()]
    if not right.startswith(said.rstrip("ฯ")):
        raise DateProblem(f"{thai_date(day)} เป็นวัน{right} ไม่ใช่วัน{said}", day)


# -------------------------------------------------------------------------------------------------------- fiscal years


def fiscal_year_of(day: date) -> int:
    """The fiscal year a day belongs to: 1 October 2565 opens fiscal year 2566."""
    return day.year + ERA + (day.month >= 10)


def fiscal_year_span(year: int) -> tuple[date, date]:
    """The first and the last day of a fiscal year."""
    return date(year - ERA - 1, 10, 1), date(year - ERA, 9, 30)


def moment_words(moment: datetime) -> str:
    """A day and an hour by the clock of this place, short: when something was saved, backed up, opened."""
    local = moment.astimezone()
    return f"{thai_date(local.date(), DateStyle.NUMERIC)} เวลา {local:%H:%M} น."
