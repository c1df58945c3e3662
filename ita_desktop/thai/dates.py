"""Buddhist-era dates, periods and fiscal years: everything the house reads, writes and finds of them, in one place."""

from __future__ import annotations

from ita_desktop.thai.dates_in_text import FoundDate, FoundYear, find_dates, find_years
from ita_desktop.thai.months import MONTHS, SHORT_MONTHS, WEEKDAYS, read_month
from ita_desktop.thai.periods import Period, period_or_words, read_period, thai_period
from ita_desktop.thai.single_dates import (
    ERA,
    DateProblem,
    DateStyle,
    fiscal_year_of,
    fiscal_year_span,
    read_date,
    thai_date,
)

__all__ = [
    "ERA",
    "MONTHS",
    "SHORT_MONTHS",
    "WEEKDAYS",
    "DateProblem",
    "DateStyle",
    "FoundDate",
    "FoundYear",
    "Period",
    "find_dates",
    "find_years",
    "fiscal_year_of",
    "fiscal_year_span",
    "period_or_words",
    "read_date",
    "read_month",
    "read_period",
    "thai_date",
    "thai_period",
]
