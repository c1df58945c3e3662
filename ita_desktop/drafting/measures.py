"""What will be done: a measure for every weak item, else for the lowest, else for the indicator as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.framework import Indicator
from ita_desktop.domain.records import Finding, FindingKind, Measure
from ita_desktop.domain.scoring import half_up
from ita_desktop.drafting.arranging import owner_of, period_of, rounds_for, rounds_in_words
from ita_desktop.drafting.bands import FULL, URGENT_BELOW, VERY_HIGH_FROM, Band, band
from ita_desktop.drafting.desk import Desk, Pen, paragraph
from ita_desktop.drafting.entries import Entry, Suggestion
from ita_desktop.drafting.findings import BY_TOPICS, topic_of
from ita_desktop.drafting.scored_items import Scored, about, lowest_items, scored_items, weak_items

TOLD_FIELDS = ("title", "analysis", "steps", "owners", "start", "end", "followup")
"""What drafting writes of a measure."""


def measures_of(desk: Desk, indicator: Indicator) -> tuple[Measure, ...]:
    """The indicator's measures as they would be proposed now, without ids or findings."""
    pen = desk.pen()
    score = pen.score(f"indicator.{indicator.number}")
    items = scored_items(pen, indicator.number)
    chosen = weak_items(desk.year, items) or (lowest_items(items)[:1] if score is not None else ())
    if chosen:
        order = [item.code for item in desk.items_by_indicator[indicator.number]]
        return tuple(_for_item(desk, one) for one in sorted(chosen, key=lambda one: order.index(one.code)))
    return (_for_indicator(desk, indicator, score),) if score is not None else ()


def for_topics(desk: Desk, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """In a year that goes by topics, one for each topic that no other measure serves."""
    framework = desk.year.framework
    if framework.preset != BY_TOPICS or not desk.year.indicator_scores:
        return ()
    served = {measure.topic for measure in measures}
    return tuple(
        measure
        for topic in framework.topics
        if topic.number not in served and (measure := _for_topic(desk, topic.number)) is not None
    )


def linked(measure: Measure, findings: Sequence[Finding]) -> Measure:
    """With the findings it answers: those that name its item, else those of its indicator that ask for something, else
    the strength it keeps up."""
    asking = [one for one in findings if one.kind is not FindingKind.STRENGTH]
    named = [one for one in asking if set(one.items) & set(measure.items)]
    if measure.indicator is None:
        about_all = [one for one in asking if one.topic is not None and one.topic == measure.topic]
    else:
        of_it = [one for one in findings if one.indicator == measure.indicator]
        about_all = [one for one in of_it if one in asking] or of_it
    return replace(measure, findings=tuple(one.id for one in named or about_all))


# ------------------------------------------------------------------------------------------------- one by one


def _for_item(desk: Desk, one: Scored) -> Measure:
    entry = desk.phrases.item(one.item.meaning)
    is_urgent = one.score < min(URGENT_BELOW, desk.year.strength_rule.mark)
    suggestion = _suggested(desk, entry, first=one.tool == "OIT" or is_urgent) if entry else None
    base = Measure(
        id="",
        indicator=one.item.indicator,
        items=(one.code,),
        topic=topic_of(desk, one.item.indicator, (one.code,)),
    )
    pen = desk.pen()
    pen.score(f"item.{one.code}")
    analysis = _item_analysis(pen, one)
    if suggestion and entry:
        return _filled(desk, base, suggestion, entry, pen, analysis)
    return _filled(desk, base, _general_suggestion(desk, one), _general_entry(desk, one), pen, analysis)


def _for_indicator(desk: Desk, indicator: Indicator, score: Decimal) -> Measure:
    entry = desk.entry_of_indicator(indicator.number)
    base = Measure(id="", indicator=indicator.number, topic=topic_of(desk, indicator.number))
    pen = desk.pen()
    analysis = _indicator_analysis(pen, indicator, score)
    if entry is None or not (suggestion := _suggested(desk, entry)):
        entry, suggestion = _unwritten(desk, indicator)
    return _filled(desk, base, suggestion, entry, pen, analysis)


def _for_topic(desk: Desk, number: int) -> Measure | None:
    entry, topic = desk.phrases.topic(number), desk.year.framework.topic(number)
    if entry is None or topic is None:
        return None
    base = Measure(id="", topic=number)
    pen = desk.pen()
    analysis = pen.say("measures.analysis.topic", number, number=number, name=topic.name)
    suggestion = _suggested(desk, entry)
    return _filled(desk, base, suggestion, entry, pen, analysis) if suggestion else None


def _suggested(desk: Desk, entry: Entry, *, first: bool = False) -> Suggestion | None:
    """The office's own measure before ours. Where something is missing, the first of them is the one that mends it."""
    if entry.own_measures and desk.turn < len(entry.own_measures):
        return entry.own_measures[desk.turn]
    everything = entry.measures or entry.own_measures
    if first and everything:
        return everything[desk.turn % len(everything)]
    return desk.choose(everything, f"{entry.key}.measures") if everything else None


def as_measure(desk: Desk, base: Measure, suggestion: Suggestion, entry: Entry) -> Measure:
    """A suggestion as this year's measure, before anything was analysed."""
    return _filled(desk, base, suggestion, entry, desk.pen(), "")


def _filled(desk: Desk, base: Measure, suggestion: Suggestion, entry: Entry, analysing: Pen, analysis: str) -> Measure:
    year = desk.year
    start, end = period_of(desk.phrases, year, entry.period)
    plain, timed, following = desk.pen(), desk.pen(), desk.pen()
    timed.count("measures_year")
    measure = replace(
        base,
        title=plain.fill(suggestion.title),
        analysis=paragraph(analysis),
        steps=tuple(plain.fill(step) for step in suggestion.steps),
        owners=suggestion.owners or (owner_of(desk.phrases, year.office, entry.owner),),
        start=start,
        end=end,
    )
    rounds = rounds_in_words(following, rounds_for(year, start, end))
    if not rounds:
        rounds = following.fact("measures.followup.last_day", date=end)
    method = following.fill(suggestion.followup) if suggestion.followup else _usual_method(following, entry)
    if method:  # nothing is written yet about what only the office itself knows
        said = following.say("measures.followup.text", base.indicator or 0, method=method, rounds=rounds)
        proofs = _evidence(following, suggestion.evidence or entry.said.get("evidence", ()))
        measure = replace(measure, followup=paragraph(said, proofs))
    pens = {"analysis": analysing, "start": timed, "end": timed, "followup": following}
    drafts = tuple(pens.get(field, plain).draft(field, getattr(measure, field)) for field in TOLD_FIELDS)
    return replace(measure, drafts=drafts)


def _usual_method(pen: Pen, entry: Entry) -> str:
    return pen.said(entry, "followup") if "followup" in entry.said else ""


def _evidence(pen: Pen, proofs: Sequence[str]) -> str:
    return pen.say("measures.followup.evidence", names=" และ".join(proofs)) if proofs else ""


# ------------------------------------------------------------------------------------------------------ analysis


def _item_analysis(pen: Pen, one: Scored) -> str:
    mark = pen.score("mark") or FULL
    if one.score == 0 and one.tool == "OIT":
        key = "not_published"
    elif one.score < mark:
        key = "urgent" if one.score < URGENT_BELOW else "weak"
    elif one.tool == "OIT":
        key = "not_full"
    else:
        key = "very_high" if one.score >= VERY_HIGH_FROM else "high"
        if len(scored_items(pen, one.item.indicator)) == 1 < len(pen.desk.items_by_indicator[one.item.indicator]):
            key = f"alone_{key}"
    return pen.say(
        f"measures.analysis.{key}",
        _place(pen.desk, one),
        code=one.code,
        about=about(pen.desk, one.item) or "ที่กำหนด",
        score=one.score,
        mark=mark,
        gap=abs(mark - one.score),
        number=one.item.indicator,
    )


def _place(desk: Desk, one: Scored) -> int:
    """Where the item stands in the rules: neighbours are told in different words."""
    return [item.code for item in desk.year.framework.items].index(one.code)


def _indicator_analysis(pen: Pen, indicator: Indicator, score: Decimal) -> str:
    mark = pen.score("mark") or FULL
    pen.score(f"indicator.{indicator.number}")
    how = band(score, mark)
    if half_up(score) == FULL:
        key = "indicator_full"
    elif how in {Band.VERY_HIGH, Band.HIGH}:
        key = f"indicator_{how.value}"
    else:
        key = "indicator_weak"
    gap = abs(mark - score)
    return pen.say(
        f"measures.analysis.{key}",
        indicator.number,
        number=indicator.number,
        name=indicator.name,
        score=score,
        mark=mark,
        gap=gap,
    )


# ---------------------------------------------------------------------------- what nothing is written about


def _general_suggestion(desk: Desk, one: Scored) -> Suggestion:
    pen, tool = desk.pen(), _tool_of(desk, one.tool)
    title = one.item.title or f"ข้อ {one.code}"
    return Suggestion(
        title=_whole(pen.say(f"measures.usual.title_{tool}", title=title)),
        steps=tuple(pen.fill(s, code=one.code) for s in desk.phrases.variants(f"measures.usual.steps_{tool}")),
        followup=pen.say(f"measures.usual.followup_{tool}", code=one.code),
    )


def _general_entry(desk: Desk, one: Scored) -> Entry:
    tool = _tool_of(desk, one.tool)
    proof = desk.pen().say(f"measures.usual.evidence_{tool}", code=one.code)
    period = "before_publication" if tool == "OIT" else "year"
    said = {"evidence": (proof,)}
    return Entry(key=f"code.{one.code}", owner="all", period=period, said=said, measures=(), own_said={})


def _unwritten(desk: Desk, indicator: Indicator) -> tuple[Entry, Suggestion]:
    """An indicator of a reform that the phrases do not know yet."""
    tool, code = _tool_of(desk, indicator.tool), str(indicator.number)
    pen = desk.pen()
    steps = tuple(pen.fill(s, code=code) for s in desk.phrases.variants(f"measures.unwritten.steps_{tool}"))
    suggestion = Suggestion(
        title=_whole(pen.say(f"measures.usual.title_{tool}", title=indicator.name)),
        steps=steps,
        followup=pen.say(f"measures.unwritten.followup_{tool}", code=code),
    )
    return Entry(key=f"number.{code}", owner="all", period="year", said={}, measures=(), own_said={}), suggestion


def _whole(text: str) -> str:
    """A finished text as a phrase without gaps: an officer's title may hold braces."""
    return text.replace("{", "{{").replace("}", "}}")


def _tool_of(desk: Desk, tool: str) -> str:
    return tool if desk.phrases.has(f"measures.usual.title_{tool}") else "IIT"
