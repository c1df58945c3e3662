"""What stays weak year after year: an indicator by its name, an item by what it asks for and never by its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import Year

_RUNNING = 2
"""Years in a row that are no accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """Below the mark in the latest year and without a break before it."""

    indicator: int
    item: str | None
    """The code it has in the latest year; None where the indicator itself is meant."""
    mark: Decimal
    years: tuple[int, ...]
    """The earliest first."""
    scores: tuple[Decimal, ...]


def recurring_indicators(year: Year) -> tuple[Recurrence, ...]:
    """Indicators below the office's mark for two years running or more, this year included."""
    numbers = (indicator.number for indicator in year.framework.indicators)
    runs = ((number, list(_run(year, partial(_indicator_score, year.framework, number)))) for number in numbers)
    return tuple(_recurrence(year, number, None, run) for number, run in runs if len(run) >= _RUNNING)


def recurring_items(year: Year) -> tuple[Recurrence, ...]:
    """Items below the office's mark as long, followed through the codes they had."""
    items = (item for item in year.framework.items if item.meaning)
    runs = ((item, list(_run(year, partial(_item_score, item.meaning)))) for item in items)
    return tuple(_recurrence(year, item.indicator, item.code, run) for item, run in runs if len(run) >= _RUNNING)


def recurrence_text(found: Recurrence) -> str:
    """`ต่ำกว่า 85 ต่อเนื่อง 3 ปี (2566–2568)`"""
    whole = found.mark == found.mark.to_integral_value()
    mark = f"{found.mark:.0f}" if whole else f"{found.mark:f}"
    return f"ต่ำกว่า {mark} ต่อเนื่อง {len(found.years)} ปี ({found.years[0]}–{found.years[-1]})"


def _run(year: Year, score_of: Callable[[Year], Decimal | None]) -> Iterator[tuple[int, Decimal]]:
    """Years and scores below the mark, from this year back to the first that is not, not known or not there."""
    now: Year | None = year
    while now is not None:
        score = score_of(now)
        if score is None or score >= year.strength_rule.mark:
            return
        yield now.number, score
        now = now.last_year


def _indicator_score(rules: Framework, number: int, year: Year) -> Decimal | None:
    then = rules.same_indicator(number, year.framework)
    return None if then is None else year.indicator_scores.get(then)


def _item_score(meaning: str, year: Year) -> Decimal | None:
    item = year.framework.item_meaning(meaning)
    return year.item_scores.get(item.code) if item else None


def _recurrence(year: Year, indicator: int, item: str | None, run: list[tuple[int, Decimal]]) -> Recurrence:
    years, scores = zip(*reversed(run), strict=True)
    return Recurrence(indicator=indicator, item=item, mark=year.strength_rule.mark, years=years, scores=scores)
