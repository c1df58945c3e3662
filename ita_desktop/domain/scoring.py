"""What the scores of a year come to: tool means, total, level, ranks, change, strengths, points lost.

All in decimal. Tool means stay unrounded; only the total is rounded, half up to two places: that reproduces every
published total we know, and rounding the means first does not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Literal

from ita_desktop.domain.framework import Framework, Indicator, Item, Level, same_indicators
from ita_desktop.domain.records import Year

FULL = Decimal(100)
EIT_PART = "EIT ส่วนที่ "

Group = Literal["strength", "weak"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorResult:
    number: int
    name: str
    tool: str
    score: Decimal | None
    rank: int | None
    """Equal scores share the better rank, and the next one is skipped."""
    previous: Decimal | None
    change: Decimal | None
    group: Group | None
    points_lost: Decimal | None
    """What it takes off the total of 100, unrounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    code: str
    title: str
    indicator: int | None
    """None for a code that this year's rules do not know."""
    score: Decimal | None
    previous: Decimal | None
    """Last year's score of the item that asked for the same thing, whatever its code was."""
    change: Decimal | None
    points_lost: Decimal | None
    """Its share of what the indicator loses, in proportion to what each known item lacks; None where unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    year: int
    tools: Mapping[str, Decimal | None]
    """Unrounded means."""
    total: Decimal | None
    level: Level | None
    indicators: tuple[IndicatorResult, ...]
    items: tuple[ItemResult, ...]
    previous_total: Decimal | None
    previous_level: str | None
    total_change: Decimal | None

    def indicator(self, number: int) -> IndicatorResult | None:
        return next((result for result in self.indicators if result.number == number), None)

    def item(self, code: str) -> ItemResult | None:
        return next((result for result in self.items if result.code == code), None)

    def group(self, group: Group) -> tuple[IndicatorResult, ...]:
        return tuple(result for result in self.indicators if result.group == group)

    def ranking(self) -> tuple[IndicatorResult, ...]:
        """The indicators that have a score, the best first."""
        return tuple(sorted((r for r in self.indicators if r.rank is not None), key=lambda r: (r.rank or 0, r.number)))


def half_up(x: Decimal, places: int = 2) -> Decimal:
    return x.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def score_text(x: Decimal | None) -> str:
    """As scores are written: always two decimals; a dash where nothing is known."""
    return "–" if x is None else str(half_up(x))


def signed_text(x: Decimal) -> str:
    """As changes are written on screens, papers and charts alike: `+0.81`, `-6.55`, and zero without a sign.

    The minus is the hyphen that published papers print: copied into a sheet it is still a number, and readers of PDF
    find it when it is typed.
    """
    rounded = half_up(x)
    return f"{rounded:+}" if rounded else str(abs(rounded))


def results(year: Year) -> Results:
    framework, scores = year.framework, year.indicator_scores
    total = total_of(framework, scores)
    previous_total, previous_level = outcome(year.last_year) if year.last_year else (None, None)
    indicators = _indicators(year)
    return Results(
        year=year.number,
        tools=tool_means(framework, scores),
        total=total,
        level=level_of(framework, scores, year.eit_parts),
        indicators=indicators,
        items=_items(year, indicators),
        previous_total=previous_total,
        previous_level=previous_level,
        total_change=_difference(total, previous_total),
    )


def tool_means(framework: Framework, scores: Mapping[int, Decimal]) -> Mapping[str, Decimal | None]:
    """Unrounded mean of each tool's indicators; None while one of them is unknown."""
    return MappingProxyType(
        {
            tool.code: _mean(scores.get(indicator.number) for indicator in framework.indicators_of(tool.code))
            for tool in framework.tools
        }
    )


def total_of(framework: Framework, scores: Mapping[int, Decimal]) -> Decimal | None:
    """The weighted total at two decimals; None while a score is unknown."""
    sums = [
        (tool.weight, [scores.get(indicator.number) for indicator in framework.indicators_of(tool.code)])
        for tool in framework.tools
    ]
    # Over one common denominator: a single division, so that a total exactly on the half stays on it.
    denominator = math.lcm(*(len(points) for _, points in sums))
    total = Decimal(0)
    for weight, points in sums:
        known = [point for point in points if point is not None]
        if len(known) < len(points) or not points:
            return None
        total += weight * sum(known) * (denominator // len(points))
    return half_up(total / (FULL * denominator)) if sums else None


def level_of(framework: Framework, scores: Mapping[int, Decimal], eit_parts: Mapping[int, Decimal]) -> Level | None:
    total = total_of(framework, scores)
    if total is None:
        return None
    lowest_tool = min(compared_tools(framework, scores, eit_parts).values())
    for level in framework.levels:
        if total >= level.minimum and (level.tools_minimum is None or lowest_tool >= level.tools_minimum):
            return level
    return None


def compared_tools(
    framework: Framework, scores: Mapping[int, Decimal], eit_parts: Mapping[int, Decimal]
) -> dict[str, Decimal]:
    """The scores at two decimals that a level's condition on tools looks at, under their names.

    Where both parts of EIT are known they stand for it; a single part stands beside the mean, for the other part can
    only be as good as the mean lets it be.
    """
    compared: dict[str, Decimal] = {}
    for code, mean in tool_means(framework, scores).items():
        parts = eit_parts if code == "EIT" else {}
        if mean is not None and len(parts) < 2:
            compared[code] = half_up(mean)
        compared |= {f"{EIT_PART}{part}": half_up(score) for part, score in sorted(parts.items())}
    return compared


def worth(framework: Framework, indicator: Indicator) -> Decimal:
    """How many points of the total one indicator carries."""
    tool = framework.tool(indicator.tool)
    assert tool is not None  # the reader of frameworks refuses an indicator of an unknown tool
    return tool.weight / len(framework.indicators_of(indicator.tool))


def outcome(year: Year) -> tuple[Decimal | None, str | None]:
    """Total and name of the level: computed where the scores are known, else as announced."""
    total = total_of(year.framework, year.indicator_scores)
    if total is None:
        return year.reported.total, year.reported.level
    level = level_of(year.framework, year.indicator_scores, year.eit_parts)
    return total, level.name if level else None


def _indicators(year: Year) -> tuple[IndicatorResult, ...]:
    scores = year.indicator_scores
    last = _as_now(year, year.last_year)
    known = [scores[i.number] for i in year.framework.indicators if i.number in scores]
    found = []
    for indicator in year.framework.indicators:
        score, previous = scores.get(indicator.number), last.get(indicator.number)
        rank = None if score is None else 1 + sum(other > score for other in known)
        found.append(
            IndicatorResult(
                number=indicator.number,
                name=indicator.name,
                tool=indicator.tool,
                score=score,
                rank=rank,
                previous=previous,
                change=_difference(score, previous),
                group=_group(year, score, rank),
                points_lost=None if score is None else worth(year.framework, indicator) * (FULL - score) / FULL,
            )
        )
    return tuple(found)


def _as_now(year: Year, last: Year | None) -> Mapping[int, Decimal]:
    """Last year's scores by the numbers that the indicators have this year."""
    if last is None:
        return {}
    same = same_indicators(year.framework.indicators, last.framework.indicators)
    return {now: last.indicator_scores[then] for now, then in same.items() if then in last.indicator_scores}


def _group(year: Year, score: Decimal | None, rank: int | None) -> Group | None:
    if score is None or rank is None:
        return None
    rule = year.strength_rule
    strong = rank <= rule.top if rule.top is not None else score >= rule.mark
    return "strength" if strong else "weak"


def _items(year: Year, indicators: Iterable[IndicatorResult]) -> tuple[ItemResult, ...]:
    lost = {result.number: result.points_lost for result in indicators}
    scores = year.item_scores
    known = [_item(year, item, lost.get(item.indicator)) for item in year.framework.items]
    unknown = sorted(set(scores) - {item.code for item in year.framework.items})
    return (*known, *(_unknown_item(code, scores[code]) for code in unknown))


def _item(year: Year, item: Item, lost: Decimal | None) -> ItemResult:
    scores = year.item_scores
    score, previous = scores.get(item.code), _previous_item_score(year, item)
    siblings = [scores[other.code] for other in year.framework.items_of(item.indicator) if other.code in scores]
    return ItemResult(
        code=item.code,
        title=item.title,
        indicator=item.indicator,
        score=score,
        previous=previous,
        change=_difference(score, previous),
        points_lost=_share(lost, score, siblings),
    )


def _unknown_item(code: str, score: Decimal) -> ItemResult:
    return ItemResult(code=code, title="", indicator=None, score=score, previous=None, change=None, points_lost=None)


def _previous_item_score(year: Year, item: Item) -> Decimal | None:
    last = year.last_year
    if last is None:
        return None
    same = last.framework.item_meaning(item.meaning)
    return last.item_scores.get(same.code) if same else None


def _share(lost: Decimal | None, score: Decimal | None, siblings: list[Decimal]) -> Decimal | None:
    if lost is None or score is None:
        return None
    lacking = sum(FULL - sibling for sibling in siblings)
    return lost * (FULL - score) / lacking if lacking else Decimal(0)


def _mean(values: Iterable[Decimal | None]) -> Decimal | None:
    listed = list(values)
    known = [value for value in listed if value is not None]
    return sum(known, Decimal(0)) / len(known) if known and len(known) == len(listed) else None


def _difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before
