"""The sentences of a finding that speak of single items: the best, the weak, the lowest, and what to do about them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.domain.framework import Indicator
from ita_desktop.drafting.bands import FULL, URGENT_BELOW, VERY_HIGH_FROM, Band, band
from ita_desktop.drafting.desk import Pen, paragraph
from ita_desktop.drafting.scored_items import (
    FEW,
    Scored,
    best_items,
    by_code,
    listed,
    lowest_items,
    named,
    said_of,
)
from ita_desktop.thai.lists import code_ranges


def best_told(pen: Pen, indicator: Indicator, items: Sequence[Scored]) -> str:
    """The strongest items with their scores. What they show is said only of scores that are good.

    A single item is neither the best nor the lowest, whatever its score.
    """
    best = best_items(items)
    if not best or len(items) == 1:
        return ""
    if len(best) == len(items) > 1:
        return _all_alike(pen, indicator, items)
    good = best[0].score >= pen.desk.year.strength_rule.mark
    if not good:
        return pen.say("findings.items.best_of_weak", indicator.number, items=listed(pen.desk, best))
    if len(best) == 1:
        shown = said_of(pen, best[0], "good")
        return pen.say("findings.items.best", indicator.number, items=named(pen.desk, best[0]), good=shown)
    return pen.say("findings.items.best_of_many", indicator.number, items=listed(pen.desk, best))


def _all_alike(pen: Pen, indicator: Indicator, items: Sequence[Scored]) -> str:
    if items[0].score == FULL:
        return pen.say("findings.items.all_full", indicator.number, count=len(items))
    known = "all_equal" if len(items) == len(pen.desk.items_by_indicator[indicator.number]) else "all_equal_known"
    return pen.say(f"findings.items.{known}", indicator.number, score=items[0].score)


def _is_only_known(pen: Pen, indicator: Indicator, items: Sequence[Scored]) -> bool:
    """One item of several."""
    return len(items) == 1 < len(pen.desk.items_by_indicator[indicator.number])


def weak_told(pen: Pen, weak: Sequence[Scored], *, in_strong: bool) -> str:
    """The weakest with what their scores mean, the others by name or code."""
    if not weak:
        return ""
    told = [_first_weak(pen, weak, in_strong=in_strong)]
    for place, one in enumerate(weak[1:FEW], 1):
        told.append(
            pen.say("findings.items.weak_next", place, item=named(pen.desk, one), weak=said_of(pen, one, "weak"))
        )
    rest = weak[FEW:]
    if len(rest) == 1:
        told.append(pen.say("findings.items.weak_rest_one", items=named(pen.desk, rest[0])))
    elif rest:
        told.append(pen.say("findings.items.weak_rest", count=len(rest), items=by_code(rest)))
    return paragraph(*told)


def _first_weak(pen: Pen, weak: Sequence[Scored], *, in_strong: bool) -> str:
    first = weak[0]
    if in_strong:
        below = first.score < pen.desk.year.strength_rule.mark
        key = "weak_in_strong" if below and first.tool != "OIT" else "weak_in_strong_oit"
    else:
        key = "weak_one" if len(weak) == 1 else "weak_first"
    item, meant = named(pen.desk, first), said_of(pen, first, "weak")
    return pen.say(f"findings.items.{key}", first.item.indicator, item=item, weak=meant)


def lowest_told(pen: Pen, indicator: Indicator, items: Sequence[Scored], score: Decimal) -> str:
    """Where no item is weak: the lowest of them, or why none can be named."""
    lowest = lowest_items(items)
    if lowest and _is_only_known(pen, indicator, items):
        return pen.say("findings.items.only_known", indicator.number, items=listed(pen.desk, lowest))
    if lowest and len(items) > 1:
        key = "lowest_very_high" if lowest[0].score >= VERY_HIGH_FROM else "lowest_high"
        return pen.say(f"findings.items.{key}", indicator.number, items=listed(pen.desk, lowest))
    if not items:
        # In a year of which no item is known that is said once, of all indicators, and not of each.
        wanting = score < VERY_HIGH_FROM and pen.count("known.items")
        return pen.say("findings.items.unknown", indicator.number) if wanting else ""
    if items[0].score == FULL > score:
        return pen.say("findings.items.unexplained", indicator.number)
    return _all_alike(pen, indicator, items) if len(items) > 1 else ""


def remarked(pen: Pen, items: Sequence[Scored]) -> str:
    """Where the assessor said why: the remark itself is printed once, in its own section."""
    told = {remark.item for remark in pen.desk.year.remarks}
    codes = [one.code for one in items if one.code in told]
    if items:
        pen.count("remarks")
    return pen.say("findings.items.remarked", items[0].item.indicator, codes=code_ranges(codes)) if codes else ""


# ------------------------------------------------------------------------------------------------------- advice


def advised(pen: Pen, indicator: Indicator, items: Sequence[Scored], score: Decimal | None) -> str:
    """What to do about the weakest items, each by its code; about the indicator where no item is known."""
    if not items:
        return _indicator_advice(pen, indicator, score)
    told = [_item_advice(pen, one, place) for place, one in enumerate(items[:FEW])]
    order = [item.code for item in pen.desk.year.framework.items]
    left = code_ranges(sorted((one.code for one in items[FEW:]), key=order.index))
    rest = pen.say("findings.advice.rest", indicator.number, codes=left) if left else ""
    return paragraph(*told, rest)


def _item_advice(pen: Pen, one: Scored, place: int) -> str:
    mark = pen.desk.year.strength_rule.mark
    if one.score < URGENT_BELOW and one.score < mark:
        key = "urgent_item"
    elif one.score < mark:
        key = "item" if place == 0 else "next_item"
    elif one.score >= VERY_HIGH_FROM:
        key = "keep_item"
    else:
        key = "raise_item"
    advice = said_of(pen, one, "advice")
    return pen.say(f"findings.advice.{key}", one.item.indicator + place, code=one.code, advice=advice)


def _indicator_advice(pen: Pen, indicator: Indicator, score: Decimal | None) -> str:
    entry = pen.desk.entry_of_indicator(indicator.number)
    if entry is None or score is None or not entry.said:
        return ""
    how = band(score, pen.desk.year.strength_rule.mark)
    if how is Band.VERY_HIGH:
        # The strength's own advice took the wording before this one.
        return pen.say("findings.advice.keep", indicator.number + 1, advice=pen.said(entry, "keep", 1))
    key = "urgent" if how is Band.LOW else "plain"
    return pen.say(f"findings.advice.{key}", indicator.number, advice=pen.said(entry, "advice"))
