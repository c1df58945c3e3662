"""Every date and every year in a piece of prose, also the impossible ones, with their places in the text as it stands.

Thai digits are matched as they are, so places need no translation back.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from ita_desktop.thai.months import MONTH_PATTERN, read_month
from ita_desktop.thai.single_dates import ERA, WEEKDAY_PATTERN, DateProblem, check_weekday, make_date, read_year


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in prose. Without `date` it is impossible, and `reason` says why, or its year was left out.

    A clear date under a wrong weekday has both.
    """

    start: int
    end: int
    text: str
    date: datetime.date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A year in prose that is no part of a whole date: "ปีงบประมาณ พ.ศ. ๒๕๖๖", "มีนาคม 2566", "ครั้งที่ 1/2566"."""

    start: int
    end: int
    text: str
    year: int
    """Buddhist Era, also where the text has the Common Era."""
    fiscal: bool = False
    common_era: bool = False


_D = "[0-9๐-๙]"
_S = r"\s{0,3}"  # bounded: prose may hold pages of blanks
_ERA = r"(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช)"
_COMMON = r"(?:ค\s?\.?\s?ศ\s?\.?|คริสต์?ศักราช)"
_COUNTED = rf"{_S}(?:%|คน|ราย|บาท|คะแนน|แห่ง|หน่วยงาน|ตัวชี้วัด|ครั้ง(?!ที่)|นาที|ชั่วโมง|น\.)"
"""What follows a count: "31 มีนาคม 80 คน" and "2566 คน" have no year."""

_DATE = re.compile(
    rf"""
    (?<![A-Za-z_0-9๐-๙])(?<!{_D}[,/:])
    (?P<day>{_D}{{1,2}}){_S}(?:เดือน{_S})?
    (?:
        (?P<month>{MONTH_PATTERN})
        (?: {_S}(?:ปี{_S})?(?:{_ERA}|(?P<common>{_COMMON}))?{_S}
            (?P<year> {_D}{{4}} | [4-9๔-๙]{_D}(?!{_COUNTED}) )(?!{_D}|[.,:]{_D}) )?
      | (?P<slip>[ก-๎.]{{5,16}}){_S}{_ERA}?{_S}(?P<slip_year>[2๒][456๔๕๖]{_D}{{2}})(?!{_D})
    )
    |
    (?<![A-Za-z_0-9๐-๙/.,:\-])
    (?: (?P<n_day>{_D}{{1,2}}) (?P<by>\s?[/.\-–]\s?) (?P<n_month>{_D}{{1,2}}) (?P=by) (?P<n_year>{_D}{{4}})
      | (?P<s_day>{_D}{{1,2}}) / (?P<s_month>{_D}{{1,2}}) / (?P<s_year>{_D}{{2}})
      | (?P<i_year>{_D}{{4}}) - (?P<i_month>{_D}{{2}}) - (?P<i_day>{_D}{{2}})
    )(?!{_D}|[/.,:\-]{_D})
    """,
    re.VERBOSE,
)
_WEEKDAY_BEFORE = re.compile(rf"วัน\s*({WEEKDAY_PATTERN})\s*ที่\s*$")
_YEAR = re.compile(rf"(?<!{_D})(?<!{_D}[.,:])(?:{_D}{{4}}|[4-9๔-๙]{_D})(?!{_D}|[.,:]{_D})")
_COUNTED_AFTER = re.compile(_COUNTED)
_LABEL_BEFORE = re.compile(
    rf"(?:(?P<fiscal>ปีงบประมาณ|ปีงบ)\s*(?:{_ERA})?|(?P<common>(?:ปี\s*)?{_COMMON})|(?P<plain>(?:ปี\s*)?{_ERA}|ปี))\s*$"
)
_LONGEST_LABEL = 24


def find_dates(text: str) -> list[FoundDate]:
    """Every date in a text: in words, in figures, ISO; a day and month alone too, without a `date`."""
    return [found for match in _DATE.finditer(text) if (found := _found(match))]


def _found(match: re.Match[str]) -> FoundDate | None:
    start, end = match.span()
    parts = match.groupdict()
    month = read_month(parts["month"] or parts["slip"]) if parts["day"] else None
    if parts["slip"] and month is None:
        return None
    before = _WEEKDAY_BEFORE.search(match.string, max(0, start - _LONGEST_LABEL), start)
    if before:
        start = before.start()
    found = FoundDate(start, end, match.string[start:end])
    if parts["month"] and not parts["year"]:
        return found
    try:
        if parts["day"]:
            assert month is not None
            year = read_year(parts["year"] or parts["slip_year"], said_common=bool(parts["common"]))
            day = make_date(int(parts["day"]), month, year)
        else:
            kind = "n" if parts["n_day"] else "s" if parts["s_day"] else "i"
            year = read_year(parts[f"{kind}_year"], common_era=kind == "i")
            day = make_date(int(parts[f"{kind}_day"]), int(parts[f"{kind}_month"]), year)
        if before:
            check_weekday(day, before[1])
    except DateProblem as problem:
        return replace(found, date=problem.date, reason=problem.reason)
    return replace(found, date=day)


def find_years(text: str) -> list[FoundYear]:
    """Every year in a text that stands by itself; the places are those of its digits."""
    dated = [(found.start, found.end) for found in find_dates(text)]
    years = []
    for match in _YEAR.finditer(text):
        while dated and dated[0][1] <= match.start():
            del dated[0]
        if dated and dated[0][0] <= match.start():
            continue
        label = _LABEL_BEFORE.search(text, max(0, match.start() - _LONGEST_LABEL), match.start())
        if label is None and _COUNTED_AFTER.match(text, match.end()):
            continue  # "2500 บาท"; but "ปี 2567 คะแนนลดลง" begins with a year
        if found := _found_year(match, label.lastgroup if label else None):
            years.append(found)
    return years


def _found_year(match: re.Match[str], label: str | None) -> FoundYear | None:
    number, long = int(match.group()), len(match.group()) == 4
    if long and 2400 <= number < 2700:
        return FoundYear(*match.span(), match.group(), number, fiscal=label == "fiscal")
    if long and label and 1900 <= number <= 2150:
        return FoundYear(*match.span(), match.group(), number + ERA, fiscal=label == "fiscal", common_era=True)
    if not long and label == "fiscal":
        return FoundYear(*match.span(), match.group(), 2500 + number, fiscal=True)
    return None
