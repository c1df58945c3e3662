"""Items with their scores: which are weak, which are best, and how they are named in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.framework import Item
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import score_text
from ita_desktop.drafting.bands import FULL, how_many
from ita_desktop.drafting.desk import Desk, Pen
from ita_desktop.drafting.entries import Entry
from ita_desktop.thai.lists import code_ranges, joined

FEW = 3
"""So many items are named with what they ask; more are drawn together by code."""


@dataclass(frozen=True, slots=True)
class Scored:
    item: Item
    score: Decimal
    tool: str

    @property
    def code(self) -> str:
        return self.item.code


def scored_items(pen: Pen, number: int) -> tuple[Scored, ...]:
    """The items of an indicator that have a score, in the order of the rules; all of them are looked at."""
    indicator = pen.desk.year.framework.indicator(number)
    tool = indicator.tool if indicator else ""
    known = ((item, pen.score(f"item.{item.code}")) for item in pen.desk.items_by_indicator.get(number, ()))
    return tuple(Scored(item, score, tool) for item, score in known if score is not None)


def weak_items(year: Year, items: Sequence[Scored]) -> tuple[Scored, ...]:
    """Below the mark, or of what the office publishes anything short of full marks; the weakest first."""
    mark = year.strength_rule.mark
    weak = [one for one in items if one.score < (FULL if one.tool == "OIT" else mark)]
    return tuple(sorted(weak, key=lambda one: one.score))


def lowest_items(items: Sequence[Scored]) -> tuple[Scored, ...]:
    """The items with the lowest score, where they stand out from the others; none where all are alike."""
    if len({one.score for one in items}) < 2:
        return tuple(items) if len(items) == 1 and items[0].score < FULL else ()
    lowest = min(one.score for one in items)
    return tuple(one for one in items if one.score == lowest)


def best_items(items: Sequence[Scored]) -> tuple[Scored, ...]:
    best = max((one.score for one in items), default=None)
    return tuple(one for one in items if one.score == best)


# ------------------------------------------------------------------------------------------------------- words


def about(desk: Desk, item: Item) -> str:
    """What an item asks, so that a high score is plainly good; of a published paper its official name."""
    entry = desk.phrases.item(item.meaning)
    return (entry.about if entry else "") or item.title


def named(desk: Desk, one: Scored) -> str:
    """`ข้อ i2 การให้บริการอย่างเท่าเทียมกัน (98.84 คะแนน)`"""
    return f"{' '.join(part for part in (f'ข้อ {one.code}', about(desk, one.item)) if part)} ({points(one.score)})"


def listed(desk: Desk, items: Sequence[Scored]) -> str:
    """A few by name; many by code, those of one score together: `ข้อ o1–o5 และ o7 (100.00 คะแนน)`."""
    if len(items) <= FEW:
        return joined(named(desk, one) for one in items)
    return by_code(items)


def by_code(items: Sequence[Scored]) -> str:
    groups: dict[str, list[str]] = {}
    for one in items:
        groups.setdefault(points(one.score), []).append(one.code)
    return joined(f"ข้อ {code_ranges(codes)} ({score})" for score, codes in groups.items())


def points(score: Decimal) -> str:
    return f"{score_text(score)} คะแนน"


def said_of(pen: Pen, one: Scored, what: str) -> str:
    """`good`, `weak` or `advice` of an item; of one that nothing is written about, in general words."""
    entry: Entry | None = pen.desk.phrases.item(one.item.meaning)
    values = {"some": pen.desk.phrases.fact(how_many(one.score))}
    if entry and (entry.said.get(what) or entry.own_said.get(what)):
        return pen.said(entry, what, **values)
    tool = one.tool if pen.desk.phrases.has(f"findings.item.{what}_{one.tool}") else "IIT"
    return pen.say(f"findings.item.{what}_{tool}", title=one.item.title or f"ข้อ {one.code}", **values)
