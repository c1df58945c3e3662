"""The two ends of a period said in days and months. What one end leaves out, the other says: "1-15 มีนาคม 2566"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ita_desktop.thai.quoting import quoted
from ita_desktop.thai.single_dates import ERA, DateProblem, make_date, read_date, read_year, split_month_words

_BETWEEN = re.compile(
    r"""  \s*(?:จนถึง|ถึง)\s*
        | \s+[-–—~]\s* | \s*[-–—~]\s+                     # set apart: 1 ต.ค. 65 - 30 ก.ย. 66
        | (?<=[ก-๎.])[-–—~] | [-–—~](?=[ก-๎])              # between words: ม.ค.-มี.ค. 66
        | (?<=[ก-๎.][0-9]{2})[-–—~](?=[0-9]{1,2}\s*[ก-๎])          # between dates: 1 ต.ค.65-30 ก.ย. 66
        | (?<=[ก-๎.][0-9]{4})[-–—~](?=[0-9]{1,2}\s*[ก-๎])
        | (?<=[ก-๎.]\s[0-9]{2})[-–—~](?=[0-9]{1,2}\s*[ก-๎])
        | (?<=[ก-๎.]\s[0-9]{4})[-–—~](?=[0-9]{1,2}\s*[ก-๎])
        | (?<=/[0-9]{4})[-–—~] | (?<=/[0-9]{2})[-–—~]      # between numeric dates: 1/10/65-30/9/66
        | (?<=^[0-9])[-–—~](?=[0-9]{1,2}\s*[ก-๎])          # between days: 1-15 มีนาคม 2566
        | (?<=^[0-9]{2})[-–—~](?=[0-9]{1,2}\s*[ก-๎])
    """,
    re.VERBOSE,
)
_ALL_IN_FIGURES = re.compile(r"[0-9]+(\s*[/.\-–]\s*)[0-9]+\1[0-9]+")
_POINT = re.compile(r"(?:(?:วัน)?ที่\s*)?([0-9]{1,2})?(?![0-9])\s*([^0-9]*?)\s*([0-9]{4}|[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class _End:
    """A day or a month as far as it was said."""

    said: str
    day: int | None
    month: int | None
    year: int | None


def has_two_ends(text: str) -> bool:
    return _BETWEEN.search(text) is not None and _ALL_IN_FIGURES.fullmatch(text) is None


def span_of_days(text: str, fiscal_year: int | None) -> tuple[date, date]:
    """First and last day of a day, a month, or what lies between two of them."""
    if not has_two_ends(text):
        only = _read(text)
        return _days(only, _year(only, fiscal_year))
    left, right = (_read(part) for part in _BETWEEN.split(text, maxsplit=1))
    if left.month is None:
        left = _End(left.said, left.day, right.month, left.year)
    if left.year is None and right.year is not None:
        start_year, end_year = right.year - (_month(left) > _month(right)), right.year
    elif right.year is None and left.year is not None:
        start_year, end_year = left.year, left.year + (_month(left) > _month(right))
    else:
        start_year, end_year = _year(left, fiscal_year), _year(right, fiscal_year)
    return _days(left, start_year)[0], _days(right, end_year)[1]


def _read(text: str) -> _End:
    said = text.strip()
    point = _POINT.fullmatch(said)
    if point is None or (point[1] and point[3]):
        day = read_date(said)
        return _End(said, day.day, day.month, day.year)
    month = split_month_words(point[2])[0] if point[2] else None
    if month is None and (point[2] or not point[1]):
        raise DateProblem(f"{quoted(said)} ไม่ใช่วันที่หรือเดือน")
    return _End(said, int(point[1]) if point[1] else None, month, read_year(point[3]) if point[3] else None)


def _month(end: _End) -> int:
    if end.month is None:
        raise DateProblem(f"{quoted(end.said)} ยังไม่มีเดือน")
    return end.month


def _year(end: _End, fiscal_year: int | None) -> int:
    """The Common Era year, from the fiscal year where the words are silent."""
    month = _month(end)
    if end.year is not None:
        return end.year
    if fiscal_year is None:
        raise DateProblem(f"{quoted(end.said)} ยังไม่มีปี พ.ศ.")
    return fiscal_year - ERA - (month >= 10)


def _days(end: _End, year: int) -> tuple[date, date]:
    month = _month(end)
    if end.day is not None:
        day = make_date(end.day, month, year)
        return day, day
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
