"""Advice on each tool as a whole, a line a tool: what the office's people, its public and its website ask for."""

from __future__ import annotations

from ita_desktop.domain.framework import Tool
from ita_desktop.domain.records import Draft
from ita_desktop.drafting.bands import band
from ita_desktop.drafting.desk import Desk, Pen, paragraph, paragraphs
from ita_desktop.drafting.scored_items import points
from ita_desktop.thai.lists import joined


def tools_advice(desk: Desk) -> Draft:
    pen = desk.pen()
    lines = [f"- {_line(pen, tool, place)}" for place, tool in enumerate(desk.year.framework.tools)]
    return pen.draft("text", paragraphs(pen.say("tools.intro.text"), *lines))


def _line(pen: Pen, tool: Tool, place: int) -> str:
    score = pen.score(f"tool.{tool.code}")
    if score is None:
        return pen.say("tools.line.unscored", code=tool.code, tool_name=tool.name)
    opening = pen.say("tools.line.scored", code=tool.code, tool_name=tool.name, score=score)
    key = f"tools.{tool.code}.{band(score, pen.score('mark') or score).value}"
    advice = pen.say("tools.line.advice", place, advice=pen.say(key)) if pen.desk.phrases.has(key) else ""
    return paragraph(opening, _lowest(pen, tool, place), advice)


def _lowest(pen: Pen, tool: Tool, place: int) -> str:
    """The tool's weakest indicators, where they stand out from the others."""
    scores = {one: pen.score(f"indicator.{one.number}") for one in pen.desk.year.framework.indicators_of(tool.code)}
    known = {one: score for one, score in scores.items() if score is not None}
    if len(set(known.values())) < 2:
        return ""
    lowest = min(known.values())
    named = joined(f"{one.name} ({points(lowest)})" for one, score in known.items() if score == lowest)
    return pen.say("tools.line.lowest", place, indicators=named)
