"""Who does a measure and when: the office's own divisions, days inside the measures' year, the rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ita_desktop.domain.records import Office, Round, Year
from ita_desktop.drafting.desk import Pen
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.thai.dates import fiscal_year_span
from ita_desktop.thai.lists import joined

_RESULTS_KNOWN = (8, 1)
"""Results of a year come out in July or August of it; before, nothing can be done about them."""


def owner_of(phrases: Phrases, office: Office, kind: str) -> str:
    """The division that usually does this work, by the office's own name for it."""
    usual = phrases.fact(f"measures.owner.{kind}")
    if not usual["words"] or not office.divisions:
        return str(usual["name"])
    for word in usual["words"]:
        for division in office.divisions:
            if word in division:
                return division
    return office.divisions[0]


def working_span(year: Year) -> tuple[date, date]:
    """The measures' year, from the day on which the results are known if that is later."""
    first, last = fiscal_year_span(year.measures_year)
    known = year.framework.announced or date(last.year, *_RESULTS_KNOWN)
    if year.measures_year == year.number and first <= known < last:
        first = known + timedelta(days=1)
    return first, last


def period_of(phrases: Phrases, year: Year, kind: str) -> tuple[date, date]:
    """The usual time of such a measure; all that is left of the year where results came out within it."""
    first, last = working_span(year)
    if first != fiscal_year_span(year.measures_year)[0]:
        return first, last
    usual = phrases.fact(f"measures.period.{kind}")
    return _day_in(first, last, *usual["from"]), _day_in(first, last, *usual["to"])


def _day_in(first: date, last: date, day: int, month: int) -> date:
    return date(first.year if month >= first.month else last.year, month, day)


def usual_rounds(year: Year) -> tuple[Round, ...]:
    """The rounds that offices hold, on their days within the measures' year."""
    first, last = working_span(year)
    start, end = fiscal_year_span(year.measures_year)
    dated = [(usual.name, _day_in(start, end, usual.day, usual.month)) for usual in year.framework.rounds]
    inside = [(name, due) for name, due in dated if first <= due <= last] or [(name, last) for name, _ in dated[-1:]]
    return tuple(Round(id=f"r{place}", name=name, due=due) for place, (name, due) in enumerate(inside, 1))


def rounds_in_words(pen: Pen, rounds: Sequence[Round]) -> str:
    """`รอบ 6 เดือน ภายในวันที่ 31 มีนาคม 2569 และรอบ 12 เดือน …`"""
    told = []
    for round in rounds:
        if round.due is None:
            told.append(round.name)
            continue
        pen.words(f"round.{round.id}")
        told.append(pen.fact("measures.followup.round", name=round.name, date=round.due))
    return joined(told)


def rounds_for(year: Year, start: date, end: date) -> tuple[Round, ...]:
    """From the first round after the start to the first that sees the work finished."""
    dated = [(round.due, round) for round in year.rounds if round.due is not None]
    found: list[Round] = []
    for due, round in sorted(dated, key=lambda pair: pair[0]):
        if due >= start:
            found.append(round)
            if due >= end:
                break
    return tuple(found)
