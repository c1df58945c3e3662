"""Values of records in a few words, for showing what was and what comes."""

from __future__ import annotations

import datetime
from decimal import Decimal

from ita_desktop.domain.records import Evidence
from ita_desktop.domain.scoring import score_text
from ita_desktop.thai.dates import DateStyle, thai_date


def in_words(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime.date():
            return thai_date(value, DateStyle.SHORT_LONG_YEAR)
        case Decimal():
            return score_text(value) if abs(value) <= 100 else format(value, "f")
        case Evidence():
            return value.title
        case tuple():
            return "\n".join(map(in_words, value))
    return str(value)
