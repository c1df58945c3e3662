"""The report's prose about the result: total, level, goal, tools, what is strong, weak or can be better."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.domain.framework import Indicator
from ita_desktop.domain.records import FindingKind
from ita_desktop.domain.scoring import half_up
from ita_desktop.drafting.bands import FULL
from ita_desktop.drafting.comparison import level_in_words
from ita_desktop.drafting.desk import Pen, paragraph, paragraphs
from ita_desktop.drafting.scored_items import points
from ita_desktop.thai.lists import joined

GOAL = Decimal(85)
"""What the national master plan against corruption asks of every office."""
_MOST_LOST = 3
_MOST_OF_IT = Decimal("0.6")


def scores(pen: Pen) -> str:
    total, level = pen.score("total"), pen.words("level")
    if total is None:
        return pen.say("report.scores.unscored")
    result = (
        pen.say("report.scores.text", total=total, level=level_in_words(level))
        if level
        else pen.say("report.scores.no_level", total=total)
    )
    means = {tool.code: pen.score(f"tool.{tool.code}") for tool in pen.desk.year.framework.tools}
    told = joined(f"{code} ได้ {points(mean)}" for code, mean in means.items() if mean is not None)
    return paragraphs(
        paragraph(result, _goal(pen, total)),
        paragraph(pen.say("report.scores.tools", tools=told) if told else "", _lost(pen)),
    )


def _goal(pen: Pen, total: Decimal) -> str:
    """In schemes with a floor, met means met by every tool."""
    if total < GOAL:
        return pen.say("report.scores.goal_not_met", goal=GOAL)
    low = _tools_below_the_goal(pen)
    return (
        pen.say("report.scores.goal_tools", goal=GOAL, tools=low)
        if low
        else pen.say("report.scores.goal_met", goal=GOAL)
    )


def _tools_below_the_goal(pen: Pen) -> str:
    year = pen.desk.year
    if all(level.tools_minimum is None for level in year.framework.levels):
        return ""
    scores = {tool.code: pen.score(f"tool.{tool.code}") for tool in year.framework.tools}
    if year.eit_parts:
        scores.pop("EIT", None)
        scores |= {f"EIT ส่วนที่ {part}": pen.score(f"part.{part}") for part in sorted(year.eit_parts)}
    low = ((name, half_up(score)) for name, score in scores.items() if score is not None)
    return joined(f"{name} ({points(score)})" for name, score in low if score < GOAL)


def _lost(pen: Pen) -> str:
    """Where most of the missing points lie; full marks miss none."""
    lost = pen.score("lost.total")
    if lost is None or half_up(lost) == 0:
        return ""
    losses = {one: pen.score(f"lost.{one.number}") or Decimal(0) for one in pen.desk.year.framework.indicators}
    most: list[Indicator] = []
    for one in sorted(losses, key=lambda one: -losses[one])[:_MOST_LOST]:
        if half_up(losses[one]) > 0 and sum((losses[taken] for taken in most), Decimal(0)) < lost * _MOST_OF_IT:
            most.append(one)
    if not most:
        return ""
    named = joined(f"ตัวชี้วัดที่ {one.number} {one.name}" for one in most)
    return pen.say("report.scores.lost", lost=lost, indicators=named)


def remarks(pen: Pen) -> str:
    count = pen.count("remarks")
    return pen.say("report.remarks.text", count=count) if count else ""


# ------------------------------------------------------------------------------------------------------ groups


def _group(pen: Pen, group: str) -> tuple[list[Indicator], int]:
    """The indicators of a group, and how many have a score at all."""
    indicators = pen.desk.year.framework.indicators
    return [one for one in indicators if pen.words(f"group.{one.number}") == group], pen.count("count.scored")


def _named(indicators: Sequence[Indicator]) -> str:
    return joined(f"ตัวชี้วัดที่ {one.number} {one.name}" for one in indicators)


def strengths(pen: Pen) -> str:
    strong, scored = _group(pen, "strength")
    mark, top = pen.score("mark") or FULL, pen.count("top")
    if not scored:
        return ""
    if top:
        return pen.say("report.strengths.top", number=top, count=len(strong), indicators=_named(strong))
    if not strong:
        return pen.say("report.strengths.none", mark=mark)
    if len(strong) == scored:
        return pen.say("report.strengths.all", count=len(strong), mark=mark)
    return pen.say("report.strengths.text", count=len(strong), mark=mark, indicators=_named(strong))


def weaknesses(pen: Pen) -> str:
    weak, scored = _group(pen, "weak")
    mark, top = pen.score("mark") or FULL, pen.count("top")
    if not scored:
        return ""
    if top:
        if not weak:
            return pen.say("report.weaknesses.top_none", number=top)
        return pen.say("report.weaknesses.top", number=top, count=len(weak), indicators=_named(weak))
    if not weak:
        return pen.say("report.weaknesses.none", mark=mark)
    if len(weak) == scored:
        return pen.say("report.weaknesses.all", count=len(weak), mark=mark)
    return pen.say("report.weaknesses.text", count=len(weak), mark=mark, indicators=_named(weak))


def improve(pen: Pen) -> str:
    """The indicators whose findings ask for something better."""
    asked = {finding.indicator for finding in pen.desk.year.findings if finding.kind is FindingKind.IMPROVE}
    indicators = [one for one in pen.desk.year.framework.indicators if one.number in asked]
    for one in indicators:
        pen.score(f"indicator.{one.number}")
    return pen.say("report.improve.text", indicators=_named(indicators)) if indicators else ""
