"""The prose of the analysis report, section by section. Tables and findings stand beside it on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ita_desktop.domain.framework import Indicator, Tool
from ita_desktop.domain.records import Draft
from ita_desktop.drafting import comparison, report_scores, tools_advice, topics
from ita_desktop.drafting.arranging import rounds_in_words
from ita_desktop.drafting.comparison import level_in_words
from ita_desktop.drafting.desk import Desk, Pen, paragraph, paragraphs
from ita_desktop.drafting.follow_up import last_measures
from ita_desktop.thai.lists import joined


def section(desk: Desk, key: str) -> Draft | None:
    """The text of a section as it would be written now; None where it needs none, such as the contents."""
    write = _WRITERS.get(key)
    if write is None:
        return None
    found = write(desk)
    return found if found and found.text else None


def _prose(write: Callable[[Pen], str]) -> Callable[[Desk], Draft]:
    def draft(desk: Desk) -> Draft:
        pen = desk.pen()
        return pen.draft("text", write(pen).strip())

    return draft


# ------------------------------------------------------------------------------------------------- first pages


def _cover(pen: Pen) -> str:
    return pen.say("report.cover.text")


def _foreword(pen: Pen) -> str:
    indicators = pen.desk.year.framework.indicators
    named = joined(f"({one.number}) {one.name}" for one in indicators)
    return paragraphs(
        paragraph(
            pen.say("report.foreword.purpose"),
            pen.say("report.foreword.indicators", count=len(indicators), indicators=named) if indicators else "",
        ),
        _order(pen),
        pen.say("report.foreword.hope"),
    )


def _order(pen: Pen) -> str:
    order, number = pen.desk.year.order, pen.words("order")
    if order is None or not number:
        return ""
    if order.date is None:
        return pen.say("report.foreword.order", order=number)
    return pen.say("report.foreword.order_dated", order=number, date=order.date)


def _background(pen: Pen) -> str:
    agencies = pen.count("agencies")
    taken = (
        pen.say("report.background.agencies", agencies=agencies) if agencies else pen.say("report.background.joined")
    )
    return paragraphs(
        paragraph(pen.say("report.background.assessment"), taken),
        last_measures(pen),
        pen.say("report.background.use"),
    )


def _rationale(pen: Pen) -> str:
    return paragraphs(
        paragraph(pen.say("report.rationale.plan", goal=report_scores.GOAL), pen.say("report.rationale.reason")),
        pen.say("report.rationale.aim"),
    )


def _tools(pen: Pen) -> str:
    framework = pen.desk.year.framework
    lines = (_tool(pen, tool, framework.indicators_of(tool.code)) for tool in framework.tools)
    return paragraphs(pen.say("report.tools.intro", count=len(framework.tools)), *lines)


def _tool(pen: Pen, tool: Tool, indicators: Sequence[Indicator]) -> str:
    if not indicators:
        return ""
    known = pen.desk.phrases.has(f"report.tools.purpose_{tool.code}")
    return pen.say(
        "report.tools.tool" if len(indicators) > 1 else "report.tools.tool_one",
        tool_name=tool.name,
        code=tool.code,
        weight=tool.weight,
        purpose=pen.say(f"report.tools.purpose_{tool.code if known else 'other'}"),
        count=len(indicators),
        indicators=joined(one.name for one in indicators),
    )


def _criteria(pen: Pen) -> str:
    levels = pen.desk.year.framework.levels
    if not levels:
        return ""
    passed = [level for level in levels if level.passed]
    names = joined(level_in_words(level.name) for level in passed)
    return paragraph(
        pen.say("report.criteria.intro", count=len(levels)),
        pen.say("report.criteria.pass", names=names, mark=min(level.minimum for level in passed)) if passed else "",
        pen.say("report.criteria.floor") if any(level.tools_minimum is not None for level in levels) else "",
    )


def _respondents(pen: Pen) -> str:
    people = pen.count("people")
    return pen.say("report.respondents.text", people=people) if people else ""


def _by_item(pen: Pen) -> str:
    return pen.say("report.by_item.text" if pen.count("known.items") else "report.by_item.scores_only")


# ---------------------------------------------------------------------------------------------------- measures


def _measures(pen: Pen) -> str:
    count = pen.count("measures")
    if not count:
        return ""
    return paragraphs(
        paragraph(pen.say("report.measures.set"), _meeting(pen), _rounds(pen)),
        pen.say("report.measures.text", count=count),
    )


def _meeting(pen: Pen) -> str:
    """The meeting that weighed the measures, where one is on record."""
    meeting, agenda = pen.words("meeting"), pen.desk.year.agenda
    if agenda is None or not meeting:
        return ""
    if agenda.date is None:
        return pen.say("report.measures.meeting", meeting=meeting)
    return pen.say("report.measures.meeting_dated", meeting=meeting, date=agenda.date)


def _rounds(pen: Pen) -> str:
    rounds = pen.desk.year.rounds
    if not rounds:
        return ""
    told = rounds_in_words(pen, rounds)
    if len(rounds) == 1:
        return pen.say("report.measures.round_one", rounds=told)
    return pen.say("report.measures.rounds", count=pen.count("rounds"), rounds=told)


def _note(pen: Pen) -> str:
    """Of items without a measure, where items are known."""
    return pen.say("report.note.text") if pen.count("measures") and pen.count("known.items") else ""


_WRITERS: Mapping[str, Callable[[Desk], Draft | None]] = {
    "cover": _prose(_cover),
    "foreword": _prose(_foreword),
    "background": _prose(_background),
    "rationale": _prose(_rationale),
    "tools": _prose(_tools),
    "criteria": _prose(_criteria),
    "respondents": _prose(_respondents),
    "scores": _prose(report_scores.scores),
    "remarks": _prose(report_scores.remarks),
    "comparison": comparison.comparison,
    "strengths": _prose(report_scores.strengths),
    "weaknesses": _prose(report_scores.weaknesses),
    "improve": _prose(report_scores.improve),
    "by_item": _prose(_by_item),
    "by_tool": tools_advice.tools_advice,
    "topics": topics.topics,
    "measures": _prose(_measures),
    "note": _prose(_note),
}
SECTIONS = ("cover", "foreword", "contents", "background", "rationale", "tools", "criteria", "respondents", "scores",
            "remarks", "comparison", "strengths", "weaknesses", "improve", "by_item", "by_tool", "topics", "measures",
            "note", "appendix")  # fmt: skip
"""All sections in their usual order. The contents and the appendix are made of what is there."""
