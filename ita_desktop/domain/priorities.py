"""The least that would lift the level.

A "thing" to raise is an item wherever the indicator follows from its items, else the indicator as a whole: weights that
nobody published are never made up. Raised means raised to 100. The advice names as few things as will do; of several
ways with equally few, the one with the highest total then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.framework import Indicator, Item, Level
from ita_desktop.domain.item_means import score_of_items, why_not_computed
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import (
    EIT_PART,
    FULL,
    compared_tools,
    half_up,
    level_of,
    total_of,
)
from ita_desktop.domain.what_if import full_when_all_items_are, moves_with_each_item


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """What one of the next level's conditions lacks."""

    what: str
    """Empty for the total, else the tool or the part of EIT as `compared_tools` names it."""
    score: Decimal
    needed: Decimal

    @property
    def lacking(self) -> Decimal:
        return self.needed - self.score


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The smallest set of things that, raised to 100, reaches the next level."""

    level: Level
    target: Level
    shortfalls: tuple[Shortfall, ...]
    items: tuple[str, ...]
    indicators: tuple[int, ...]
    """Where items cannot tell, the whole indicator."""
    eit_parts: tuple[int, ...]
    """Parts of EIT to be raised to the mark; what that does to the total is not known and not counted."""
    total: Decimal
    """What the total would be then."""
    notes: tuple[str, ...]
    """In Thai, why some advice is by indicator and not by item."""

    @property
    def count(self) -> int:
        return len(self.items) + len(self.indicators) + len(self.eit_parts)


# ---------------------------------------------------------------------------------------------------- the next level


def next_level(year: Year) -> Level | None:
    """The level above today's; None at the top, or while the level is not known."""
    now = level_of(year.framework, year.indicator_scores, year.eit_parts)
    if now is None:
        return None
    place = year.framework.levels.index(now)
    return year.framework.levels[place - 1] if place else None


def shortfalls(year: Year, target: Level) -> tuple[Shortfall, ...]:
    """What is missing to a level: in the total, in each tool that its condition looks at."""
    total = total_of(year.framework, year.indicator_scores)
    found = []
    if total is not None and total < target.minimum:
        found.append(Shortfall(what="", score=total, needed=target.minimum))
    if target.tools_minimum is not None:
        tools = compared_tools(year.framework, year.indicator_scores, year.eit_parts)
        found += [
            Shortfall(what=name, score=score, needed=target.tools_minimum)
            for name, score in tools.items()
            if score < target.tools_minimum
        ]
    return tuple(found)


def advice(year: Year) -> Advice | None:
    """How to reach the next level with the fewest things raised; None at the top, or while the level is not known."""
    framework = year.framework
    target = next_level(year)
    now = level_of(framework, year.indicator_scores, year.eit_parts)
    if target is None or now is None:
        return None
    missing = shortfalls(year, target)
    best = _fewest(year, target)
    return Advice(
        level=now,
        target=target,
        shortfalls=missing,
        items=tuple(item.code for item in framework.items if item.code in best.items),
        indicators=tuple(sorted(best.indicators)),
        eit_parts=tuple(int(short.what.removeprefix(EIT_PART)) for short in missing if short.what.startswith(EIT_PART)),
        total=half_up(best.points),
        notes=tuple(_notes(year, best)),
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """Some things raised, and what that makes: points of an indicator, a tool or the total."""

    points: Decimal
    items: tuple[str, ...] = ()
    indicators: tuple[int, ...] = ()

    def joined(self, other: _Way) -> _Way:
        return _Way(self.points + other.points, self.items + other.items, self.indicators + other.indicators)


_Ways = dict[int, _Way]
"""How many things are raised → the way to raise that many that makes the most."""


def _fewest(year: Year, target: Level) -> _Way:
    framework = year.framework
    total: _Ways = {0: _Way(Decimal(0))}
    for tool in framework.tools:
        indicators = framework.indicators_of(tool.code)
        ways: _Ways = {0: _Way(Decimal(0))}
        for indicator in indicators:
            ways = _combined(ways, _ways_of_indicator(year, indicator))
        ways = {
            count: _Way(way.points * tool.weight / len(indicators) / FULL, way.items, way.indicators)
            for count, way in ways.items()
            if _tool_will_do(year, tool.code, way.points / len(indicators), target)
        }
        total = _combined(total, ways)
    reached = (total[count] for count in sorted(total) if half_up(total[count].points) >= target.minimum)
    return next(reached)  # everything raised reaches every level


def _tool_will_do(year: Year, tool: str, mean: Decimal, target: Level) -> bool:
    if target.tools_minimum is None or (tool == "EIT" and len(year.eit_parts) > 1):
        return True
    return half_up(mean) >= target.tools_minimum


def _combined(some: _Ways, others: _Ways) -> _Ways:
    best: _Ways = {}
    for count in sorted(some, reverse=True):  # so that of equals the first indicator of the year is taken
        for more, other in others.items():
            joined = some[count].joined(other)
            if count + more not in best or best[count + more].points < joined.points:
                best[count + more] = joined
    return best


def _ways_of_indicator(year: Year, indicator: Indicator) -> _Ways:
    score = year.indicator_scores[indicator.number]
    ways: _Ways = {0: _Way(score)}
    if score >= FULL:
        return ways
    lacking = _lacking_items(year, indicator)
    if lacking and moves_with_each_item(year, indicator):
        scores = dict(year.item_scores)
        for count, item in enumerate(lacking, 1):
            scores[item.code] = FULL
            raised = score_of_items(year.framework, indicator.number, scores)
            if raised is not None and raised > score:
                ways[count] = _Way(raised, tuple(item.code for item in lacking[:count]))
    elif lacking and full_when_all_items_are(year.framework, indicator):
        ways[len(lacking)] = _Way(FULL, tuple(item.code for item in lacking))
    else:
        ways[1] = _Way(FULL, (), (indicator.number,))
    return ways


def _lacking_items(year: Year, indicator: Indicator) -> list[Item]:
    """The items below 100, the one that would give the most first; none where not all items are known."""
    items = year.framework.items_of(indicator.number)
    if any(item.code not in year.item_scores for item in items):
        return []
    lacking = [item for item in items if year.item_scores[item.code] < FULL]
    by_subs = indicator.tool in year.framework.means_from_sub_indicators
    sizes = {item.sub: sum(other.sub == item.sub for other in items) if by_subs else 1 for item in items}
    return sorted(lacking, key=lambda item: (year.item_scores[item.code] - FULL) / sizes[item.sub])


def _notes(year: Year, best: _Way) -> Iterator[str]:
    """Why a whole indicator was named, or all items of one together."""
    said = set()
    for indicator in year.framework.indicators:
        lacking = [item.code for item in _lacking_items(year, indicator)]
        if indicator.number in best.indicators:
            reason = why_not_computed(year, indicator) or (
                f"คะแนนตัวชี้วัดที่ {indicator.number} ไม่เท่ากับค่าเฉลี่ยของรายข้อ จึงแนะนำเป็นรายตัวชี้วัด ควรตรวจคะแนนรายข้ออีกครั้ง"
            )
        elif set(lacking) & set(best.items) and not moves_with_each_item(year, indicator):
            reason = (
                f"{why_not_computed(year, indicator)} แต่เมื่อทุกข้อของตัวชี้วัดที่ {indicator.number} ได้ 100 ตัวชี้วัดย่อมได้ 100"
            ).strip()
        else:
            continue
        if reason not in said:
            said.add(reason)
            yield reason


# --------------------------------------------------------------------------------------------------------- in Thai


def advice_text(given: Advice) -> str:
    """`ขาดอีก 1.75 คะแนนใน OIT จึงจะถึงระดับผ่านดี: ข้อ o27 ข้อเดียวพอ`"""
    lacking = _figures([f"{short.lacking:.2f} คะแนนใน{_what(short)}" for short in given.shortfalls])
    return f"ขาดอีก {lacking} จึงจะถึงระดับ{given.target.name}: {_things(given)}"


def advice_in_short(given: Advice) -> str:
    """`ถึงระดับผ่านดีได้ถ้าแก้ ข้อ o27 ข้อเดียวพอ`"""
    return f"ถึงระดับ{given.target.name}ได้ถ้าแก้ {_things(given)}"


def _what(short: Shortfall) -> str:
    return f" {short.what}" if short.what else "คะแนนรวม"


def _things(given: Advice) -> str:
    named = []
    if given.items:
        named.append(f"ข้อ {_listed(given.items)}")
    if given.indicators:
        named.append(f"ตัวชี้วัดที่ {_listed([str(number) for number in given.indicators])}")
    if given.eit_parts:
        named.append(f"{EIT_PART}{_listed([str(part) for part in given.eit_parts])}")
    kinds = {"ข้อ": given.items, "ตัวชี้วัด": given.indicators, "ส่วน": given.eit_parts}
    unit = next((unit for unit, things in kinds.items() if len(things) == given.count), "รายการ")
    *first, last = named
    space = " " if last[0].isascii() else ""  # Latin letters stand off from Thai ones
    together = f"{' '.join(first)} กับ{space}{last}" if first else last
    return f"{together} {unit}เดียวพอ" if given.count == 1 else f"{together} รวม {given.count} {unit}พอ"


def _figures(parts: list[str]) -> str:
    """Commas keep one figure from running into the next: `1.00 คะแนนใน EIT ส่วนที่ 1, 8.38 คะแนนใน …`."""
    return _listed([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 2 else _listed(parts)


def _listed(words: Iterable[str]) -> str:
    """`ก ข และ ค`: Thai lists by spaces."""
    *first, last = words
    return f"{' '.join(first)} และ {last}" if first else last
