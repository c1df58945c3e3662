"""What total and level would come of other scores, without touching the ones on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.item_means import item_mean, score_of_items
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import FULL, Results, results


def what_if(
    year: Year,
    *,
    indicators: Mapping[int, Decimal] | None = None,
    items: Mapping[str, Decimal] | None = None,
    eit_parts: Mapping[int, Decimal] | None = None,
) -> Results:
    return results(supposed(year, indicators=indicators, items=items, eit_parts=eit_parts))


def supposed(
    year: Year,
    *,
    indicators: Mapping[int, Decimal] | None = None,
    items: Mapping[str, Decimal] | None = None,
    eit_parts: Mapping[int, Decimal] | None = None,
) -> Year:
    """The year with some scores supposed to be others. A supposed indicator stands above what its items come to.

    Supposed items move their indicator only where it is known how: by the year's rule if today's scores follow it, or
    because all items are full, and then so is the indicator. Otherwise the indicator stays as it is.
    """
    item_scores = {**year.item_scores, **(items or {})}
    scores = dict(year.indicator_scores)
    touched = {item.indicator for code in items or {} if (item := year.framework.item(code))}
    for indicator in year.framework.indicators:
        if indicator.number in touched:
            moved = _from_items(year, indicator, item_scores)
            if moved is not None:
                scores[indicator.number] = moved
    return replace(
        year,
        indicator_scores={**scores, **(indicators or {})},
        item_scores=item_scores,
        eit_parts={**year.eit_parts, **(eit_parts or {})},
    )


def _from_items(year: Year, indicator: Indicator, item_scores: Mapping[str, Decimal]) -> Decimal | None:
    if moves_with_each_item(year, indicator):
        return score_of_items(year.framework, indicator.number, item_scores)
    if full_when_all_items_are(year.framework, indicator):
        items = year.framework.items_of(indicator.number)
        return FULL if items and all(item_scores.get(item.code) == FULL for item in items) else None
    return None


def moves_with_each_item(year: Year, indicator: Indicator) -> bool:
    """Whether today's score is what its items come to, so that a changed item changes it by a known amount."""
    return item_mean(year, indicator.number).agrees is True


def full_when_all_items_are(framework: Framework, indicator: Indicator) -> bool:
    """Whatever the weights: full items make a full indicator, unless they are the items of only one part of EIT."""
    return not (indicator.tool == "EIT" and framework.eit_in_two_parts)
