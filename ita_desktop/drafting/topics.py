"""The year seen by its topics instead of its indicators: a numbered line a topic."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ita_desktop.domain.framework import Topic
from ita_desktop.domain.records import Draft
from ita_desktop.drafting.bands import FULL, Band, band
from ita_desktop.drafting.desk import Desk, Pen, paragraph, paragraphs
from ita_desktop.drafting.findings import topic_of
from ita_desktop.drafting.scored_items import FEW, Scored, by_code, points, scored_items, weak_items
from ita_desktop.thai.lists import joined

_SAYS = {Band.VERY_HIGH: "strong", Band.HIGH: "fair", Band.MIDDLING: "weak", Band.LOW: "weak"}


def topics(desk: Desk) -> Draft | None:
    """None in a year that knows no topics."""
    known = desk.year.framework.topics
    if not known:
        return None
    pen = desk.pen()
    lines = [f"{place}. {_line(pen, topic)}" for place, topic in enumerate(known, 1)]
    return pen.draft("text", paragraphs(pen.say("report.topics.intro", count=len(known)), *lines))


def _line(pen: Pen, topic: Topic) -> str:
    scores = {number: pen.score(f"indicator.{number}") for number in topic.indicators}
    known = {number: score for number, score in scores.items() if score is not None}
    if not known:
        return paragraph(topic.name, pen.say("topics.line.unscored", topic.number))
    named = joined(f"ตัวชี้วัดที่ {number} ({points(score)})" for number, score in known.items())
    items = _items(pen, topic, known)
    entry = pen.desk.phrases.topic(topic.number)
    if entry is None or not entry.said:
        return paragraph(topic.name, pen.say("topics.line.scored", topic.number, indicators=named))
    mark = pen.score("mark") or FULL
    says = _SAYS[band(min(known.values()), mark)]
    if says == "strong" and any(one.score < mark for one in items):
        says = "fair"  # an item below the mark is not talked away by a good mean
    return paragraph(
        topic.name,
        pen.say("topics.line.scored", topic.number, indicators=named),
        pen.said(entry, says),
        _named_items(pen, topic, items),
        pen.say("topics.line.advice", topic.number, advice=pen.said(entry, "advice")),
    )


def _items(pen: Pen, topic: Topic, told: Iterable[int]) -> tuple[Scored, ...]:
    """The items of the indicators told that belong to this topic and no other."""
    every = (one for number in told for one in scored_items(pen, number))
    return tuple(one for one in every if topic_of(pen.desk, one.item.indicator, (one.code,)) == topic.number)


def _named_items(pen: Pen, topic: Topic, items: tuple[Scored, ...]) -> str:
    weak = weak_items(pen.desk.year, items)
    if weak:
        return pen.say("topics.line.weak_items", topic.number, items=by_code(weak))
    lowest: Decimal | None = min((one.score for one in items), default=None)
    told = tuple(one for one in items if one.score == lowest)
    if lowest is None or lowest == FULL or len(told) > FEW:
        return ""
    return pen.say("topics.line.lowest_items", topic.number, items=by_code(told))
