"""What was found: every indicator's strength or weakness, and what of it can be better or is to be kept up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.framework import Indicator
from ita_desktop.domain.records import Finding, FindingKind
from ita_desktop.domain.scoring import half_up
from ita_desktop.drafting.bands import FULL, Band, band, is_slight
from ita_desktop.drafting.desk import Desk, Pen, paragraph
from ita_desktop.drafting.finding_items import advised, best_told, lowest_told, remarked, weak_told
from ita_desktop.drafting.scored_items import Scored, lowest_items, scored_items, weak_items

BY_TOPICS = "seven-topics"
"""The preset of the years whose measures go by topics."""
TOLD_FIELDS = ("kind", "items", "text", "advice")
"""What drafting writes of a finding."""


def findings_of(desk: Desk, indicator: Indicator) -> tuple[Finding, ...]:
    """The indicator's findings as they would be written now, without ids: the main one, and what follows from it."""
    pen = desk.pen()
    score = pen.score(f"indicator.{indicator.number}")
    items = scored_items(pen, indicator.number)
    if score is None:
        return (_unscored(desk, indicator), *_of_other_topics(desk, indicator)) if weak_items(desk.year, items) else ()
    if pen.words(f"group.{indicator.number}") == "weak":
        below = score < desk.year.strength_rule.mark
        asking: tuple[Finding, ...] = (_weak(desk, indicator) if below else _outside_top(desk, indicator),)
    else:
        asking = (_strength(desk, indicator), *_next_step(desk, indicator))
    return (*asking, *_of_other_topics(desk, indicator))


def more_items(desk: Desk, indicator: Indicator, codes: Sequence[str]) -> Finding:
    """Weak items that the indicator's first finding leaves out: the officer's own, or one of another topic."""
    pen = desk.pen()
    weak = [one for one in weak_items(desk.year, scored_items(pen, indicator.number)) if one.code in codes]
    score = pen.score(f"indicator.{indicator.number}")
    is_weak = pen.words(f"group.{indicator.number}") != "strength"
    kind = FindingKind.FIX if score is None or (is_weak and score < _mark(pen)) else FindingKind.IMPROVE
    opening = pen.say("findings.opening.more_items", indicator.number, number=indicator.number, name=indicator.name)
    text = paragraph(opening, weak_told(pen, weak, in_strong=kind is FindingKind.IMPROVE), remarked(pen, weak))
    return _finding(pen, indicator, kind, weak, text, advised(pen, indicator, weak, score))


def topic_of(desk: Desk, indicator: int, items: Sequence[str] = ()) -> int | None:
    """The topic of a finding or a measure in a year that knows topics: its items' where they agree, else its
    indicator's."""
    known = {topic.number for topic in desk.year.framework.topics}
    entries = [desk.entry_of(code) for code in items]
    agreed = {entry.topic if entry else None for entry in entries}
    whole = desk.entry_of_indicator(indicator)
    topic = agreed.pop() if len(agreed) == 1 else None
    topic = topic or (whole.topic if whole else None)
    return topic if topic in known else None


def _by_topics(desk: Desk, indicator: Indicator, weak: Sequence[Scored]) -> list[list[Scored]]:
    """The weak items as single findings tell them: together, but in a year that goes by topics a finding for each,
    the indicator's own first."""
    if desk.year.framework.preset != BY_TOPICS:
        return [list(weak)] if weak else []
    groups: dict[int | None, list[Scored]] = {}
    for one in weak:
        groups.setdefault(topic_of(desk, indicator.number, (one.code,)), []).append(one)
    own = topic_of(desk, indicator.number)
    return [groups.pop(own), *groups.values()] if own in groups else list(groups.values())


def _of_first_topic(desk: Desk, indicator: Indicator, weak: Sequence[Scored]) -> Sequence[Scored]:
    return next(iter(_by_topics(desk, indicator, weak)), ())


def _of_other_topics(desk: Desk, indicator: Indicator) -> tuple[Finding, ...]:
    weak = weak_items(desk.year, scored_items(desk.pen(), indicator.number))
    others = _by_topics(desk, indicator, weak)[1:]
    return tuple(more_items(desk, indicator, [one.code for one in group]) for group in others)


# -------------------------------------------------------------------------------------------------- one by one


def _strength(desk: Desk, indicator: Indicator) -> Finding:
    pen = desk.pen()
    score, mark = _known(pen, indicator), _mark(pen)
    items = scored_items(pen, indicator.number)
    text = paragraph(
        _opened(pen, f"findings.opening.{_strong_how(pen, indicator, score, mark)}", indicator),
        _what_it_says(pen, indicator, score, mark),
        changed(pen, indicator, score, mark),
        best_told(pen, indicator, items),
    )
    advice = _kept_up(pen, indicator, score, mark)
    return _finding(pen, indicator, FindingKind.STRENGTH, (), text, advice)


def _strong_how(pen: Pen, indicator: Indicator, score: Decimal, mark: Decimal) -> str:
    if score < mark:
        return "strength_below_mark"
    upper = 2 * pen.count(f"count.not_below.{indicator.number}") <= pen.count("count.scored")  # all alike: no first
    return "strength" if upper else "strength_lower_half"


def _next_step(desk: Desk, indicator: Indicator) -> tuple[Finding, ...]:
    """What a strong indicator still holds: items to mend, the lowest one to raise.

    Where it is to be kept up as a whole, the strength has said so; only topics want that told once more, as theirs.
    """
    pen = desk.pen()
    score, mark = _known(pen, indicator), _mark(pen)
    items = scored_items(pen, indicator.number)
    weak = _of_first_topic(desk, indicator, weak_items(desk.year, items))
    lowest = lowest_items(items)
    told = weak or lowest
    kind = FindingKind.KEEP if not weak and band(score, mark) is Band.VERY_HIGH else FindingKind.IMPROVE
    if weak:
        below = weak_told(pen, weak, in_strong=True)
    else:
        # That all items are alike is said by the strength beside this one.
        alike = len(items) > 1 and not lowest and not items[0].score == FULL > score
        below = "" if alike or (half_up(score) == FULL and not lowest) else lowest_told(pen, indicator, items, score)
        if kind is FindingKind.KEEP and not below and desk.year.framework.preset != BY_TOPICS:
            return ()
    opening = _still_open(pen, indicator, score, mark, kind, told)
    text = paragraph(opening, below, lost(pen, indicator, kind), remarked(pen, weak))
    return (_finding(pen, indicator, kind, told, text, advised(pen, indicator, told, score)),)


def _still_open(
    pen: Pen, indicator: Indicator, score: Decimal, mark: Decimal, kind: FindingKind, told: Sequence[Scored]
) -> str:
    if half_up(score) == FULL:
        return _opened(pen, "findings.opening.some_items" if told else "findings.opening.keep_full", indicator)
    if score < mark:
        return _opened(pen, "findings.opening.improve_below_mark", indicator)
    return _opened(pen, f"findings.opening.{kind.value}", indicator)


def _weak(desk: Desk, indicator: Indicator) -> Finding:
    pen = desk.pen()
    score, mark = _known(pen, indicator), _mark(pen)
    items = scored_items(pen, indicator.number)
    weak = _of_first_topic(desk, indicator, weak_items(desk.year, items) or lowest_items(items))
    text = paragraph(
        _opened(pen, "findings.opening.fix", indicator),
        _what_it_says(pen, indicator, score, mark),
        changed(pen, indicator, score, mark),
        _recurring(pen, indicator),
        weak_told(pen, weak, in_strong=False) or lowest_told(pen, indicator, items, score),
        lost(pen, indicator),
        remarked(pen, weak),
    )
    return _finding(pen, indicator, FindingKind.FIX, weak, text, advised(pen, indicator, weak, score))


def _outside_top(desk: Desk, indicator: Indicator) -> Finding:
    """Where strengths are the best N, one outside them that reaches the mark is nothing to mend."""
    pen = desk.pen()
    score, mark = _known(pen, indicator), _mark(pen)
    items = scored_items(pen, indicator.number)
    weak = _of_first_topic(desk, indicator, weak_items(desk.year, items))
    told = weak or lowest_items(items)
    text = paragraph(
        _opened(pen, "findings.opening.outside_top", indicator),
        _what_it_says(pen, indicator, score, mark),
        changed(pen, indicator, score, mark),
        weak_told(pen, weak, in_strong=True) if weak else lowest_told(pen, indicator, items, score),
        lost(pen, indicator),
        remarked(pen, weak),
    )
    return _finding(pen, indicator, FindingKind.IMPROVE, told, text, advised(pen, indicator, told, score))


def _unscored(desk: Desk, indicator: Indicator) -> Finding:
    pen = desk.pen()
    pen.score(f"indicator.{indicator.number}")
    weak = _of_first_topic(desk, indicator, weak_items(desk.year, scored_items(pen, indicator.number)))
    text = paragraph(
        _opened(pen, "findings.opening.unscored", indicator),
        weak_told(pen, weak, in_strong=False),
        remarked(pen, weak),
    )
    return _finding(pen, indicator, FindingKind.FIX, weak, text, advised(pen, indicator, weak, None))


# ----------------------------------------------------------------------------------------------------- sentences


def _opened(pen: Pen, key: str, indicator: Indicator) -> str:
    number = indicator.number
    score = pen.score(f"indicator.{number}")
    figures = {} if score is None else {
        "score": score,
        "gap": pen.score(f"gap.{number}") or Decimal(0),
        "lacking": pen.score(f"lacking.{number}") or Decimal(0),
    }  # fmt: skip
    return pen.say(
        key,
        number,
        number=number,
        name=indicator.name,
        rank=pen.count(f"rank.{number}"),
        of=pen.count("count.scored"),
        mark=_mark(pen),
        **figures,
    )


def _what_it_says(pen: Pen, indicator: Indicator, score: Decimal, mark: Decimal) -> str:
    entry = pen.desk.entry_of_indicator(indicator.number)
    if entry is None or not entry.said:
        return ""
    return paragraph(pen.said(entry, "purpose"), pen.said(entry, band(score, mark).value))


def changed(pen: Pen, indicator: Indicator, score: Decimal, mark: Decimal) -> str:
    """What the score was last year, and what that means."""
    number = indicator.number
    previous, change = pen.score(f"previous.indicator.{number}"), pen.score(f"change.indicator.{number}")
    if previous is None or change is None:
        return ""
    how = _how_it_changed(half_up(change), score, mark)
    return pen.say(f"findings.change.{how}", number, previous=previous, change=abs(half_up(change)))


def _how_it_changed(change: Decimal, score: Decimal, mark: Decimal) -> str:
    below = score < mark
    if change == 0:
        return "same_still_low" if below else "same"
    if is_slight(change):
        return "slightly_up" if change > 0 else "slightly_down"
    if change > 0:
        return "up_still_low" if below else "up"
    return "down_still_high" if band(score, mark) is Band.VERY_HIGH else "down"


def _recurring(pen: Pen, indicator: Indicator) -> str:
    years = pen.count(f"streak.{indicator.number}")
    return pen.say("findings.streak.weak", indicator.number, mark=_mark(pen), count=years) if years else ""


def lost(pen: Pen, indicator: Indicator, kind: FindingKind = FindingKind.FIX) -> str:
    """What the indicator takes off the total; nothing worth saying is left out."""
    points = pen.score(f"lost.{indicator.number}")
    if points is None or half_up(points) == 0:
        return ""
    key = "kept" if kind is FindingKind.KEEP else "indicator"
    return pen.say(f"findings.lost.{key}", indicator.number, lost=points)


def _kept_up(pen: Pen, indicator: Indicator, score: Decimal, mark: Decimal) -> str:
    entry = pen.desk.entry_of_indicator(indicator.number)
    if entry is None or not entry.said:
        return ""
    # Of a score that is good only beside the others: the step after it takes the wording before this one.
    advice = pen.said(entry, "keep") if score >= mark else pen.said(entry, "advice", 1)
    return pen.say("findings.advice.keep", indicator.number, advice=advice)


# -------------------------------------------------------------------------------------------------------- pieces


def _finding(
    pen: Pen, indicator: Indicator, kind: FindingKind, items: Sequence[Scored], text: str, advice: str
) -> Finding:
    order = {item.code: at for at, item in enumerate(pen.desk.year.framework.items)}
    codes = tuple(sorted((one.code for one in items), key=order.__getitem__))
    by_topics = pen.desk.year.framework.preset == BY_TOPICS and kind is not FindingKind.STRENGTH
    finding = Finding(
        id="",
        indicator=indicator.number,
        items=codes,
        topic=topic_of(pen.desk, indicator.number, codes) if by_topics else None,
        kind=kind,
        text=paragraph(text),
        advice=paragraph(advice),
    )
    return replace(finding, drafts=tuple(pen.draft(field, getattr(finding, field)) for field in TOLD_FIELDS))


def _known(pen: Pen, indicator: Indicator) -> Decimal:
    score = pen.score(f"indicator.{indicator.number}")
    assert score is not None  # asked for only where it is
    return score


def _mark(pen: Pen) -> Decimal:
    return pen.score("mark") or FULL
