"""Buddhist-era dates and fiscal years, as they are read and written. Periods and dates within a text are `periods` and
`dates_in_text`: they know more shapes than the window needs when it starts."""

from __future__ import annotations

from ita_desktop.thai.months import MONTHS, SHORT_MONTHS, WEEKDAYS, read_month
from ita_desktop.thai.single_dates import (
    ERA,
    DateProblem,
    DateStyle,
    fiscal_year_of,
    fiscal_year_span,
    moment_words,
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
    "fiscal_year_of",
    "fiscal_year_span",
    "moment_words",
    "read_date",
    "read_month",
    "thai_date",
]
