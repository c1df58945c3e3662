"""How total, tools and indicators went over all years of the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import outcome, tool_means

Series = tuple[Decimal | None, ...]
"""One value a year, the earliest first; None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    years: tuple[int, ...]
    """The years in the workbook, the earliest first. A year left out is left out here too: look at the numbers."""
    totals: Series
    levels: tuple[str | None, ...]
    tools: Mapping[str, Series]
    """Unrounded means, by the tools of the latest year."""
    indicators: Mapping[int, Series]
    """By the numbers of the latest year."""


def trend(year: Year) -> Trend:
    years = tuple(reversed(list(_backwards(year))))
    means = [tool_means(y.framework, y.indicator_scores) for y in years]
    outcomes = [outcome(y) for y in years]
    return Trend(
        years=tuple(y.number for y in years),
        totals=tuple(total for total, _ in outcomes),
        levels=tuple(level for _, level in outcomes),
        tools={tool.code: tuple(mean.get(tool.code) for mean in means) for tool in year.framework.tools},
        indicators={one.number: tuple(_score(y, year, one.number) for y in years) for one in year.framework.indicators},
    )


def item_trend(year: Year, code: str) -> tuple[tuple[int, str, Decimal | None], ...]:
    """Year, code in that year and score of what an item of the latest year asks for, the earliest first."""
    item = year.framework.item(code)
    if item is None:
        return ()
    found = []
    for y in reversed(list(_backwards(year))):
        same = y.framework.item_meaning(item.meaning) if item.meaning else (item if y is year else None)
        if same:
            found.append((y.number, same.code, y.item_scores.get(same.code)))
    return tuple(found)


def _score(then: Year, latest: Year, indicator: int) -> Decimal | None:
    number = latest.framework.same_indicator(indicator, then.framework)
    return None if number is None else then.indicator_scores.get(number)


def _backwards(year: Year) -> Iterator[Year]:
    now: Year | None = year
    while now is not None:
        yield now
        now = now.previous
