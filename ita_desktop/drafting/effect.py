"""What became of last year's measures in this year's scores, followed by what an item asks and never by its code.

Said with care: between a measure and a score stand other respondents and other rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.progress import progress_of
from ita_desktop.domain.records import FollowUpState, Measure, Year
from ita_desktop.domain.scoring import half_up
from ita_desktop.drafting.desk import Pen, paragraphs
from ita_desktop.drafting.scored_items import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What measures were aimed at, and what its score was before and is now."""

    aim: str
    """`item.i2` or `indicator.8`, in this year's codes."""
    previous: Decimal
    score: Decimal
    measures: tuple[str, ...]
    """Last year's measures by id."""
    done: tuple[str, ...]

    @property
    def change(self) -> Decimal:
        return half_up(self.score - self.previous)


def effects(pen: Pen) -> tuple[Effect, ...]:
    last = pen.desk.year.last_year
    if last is None:
        return ()
    aims: dict[str, list[Measure]] = {}
    for measure in last.measures:
        aim = _aim(pen.desk.year, last, measure)
        if aim:
            aims.setdefault(aim, []).append(measure)
    done = {one.measure.id for one in progress_of(last) if one.state is FollowUpState.DONE}
    found = []
    for aim, measures in aims.items():
        previous, score = pen.score(f"previous.{aim}"), pen.score(aim)
        if previous is None or score is None:
            continue
        ids = tuple(one.id for one in measures)
        done_of_them = tuple(id for id in ids if id in done)
        found.append(Effect(aim=aim, previous=previous, score=score, measures=ids, done=done_of_them))
    return tuple(found)


def effect_in_words(pen: Pen) -> str:
    """An introduction, a line for each aim, a word of caution; nothing where there is nothing to tell."""
    found = effects(pen)
    if not found:
        return ""
    pen.count("previous.measures.done")
    lines = (f"- {_line(pen, one, place)}" for place, one in enumerate(found))
    return paragraphs(pen.say("comparison.effect.intro"), *lines, pen.say("comparison.effect.caution"))


def _line(pen: Pen, one: Effect, place: int) -> str:
    how = "same" if one.change == 0 else "up" if one.change > 0 else "down"
    key = f"comparison.effect.{how}_{'done' if one.done else 'open'}"
    count = len(one.done) or len(one.measures)
    return pen.say(key, place, about=_named(pen, one.aim), count=count, previous=one.previous, score=one.score)


def _named(pen: Pen, aim: str) -> str:
    kind, _, key = aim.partition(".")
    framework = pen.desk.year.framework
    if kind == "item":
        item = framework.item(key)
        return " ".join(part for part in (f"ข้อ {key}", about(pen.desk, item) if item else "") if part)
    indicator = framework.indicator(int(key))
    return f"ตัวชี้วัดที่ {key} {indicator.name}" if indicator else f"ตัวชี้วัดที่ {key}"


def _aim(year: Year, last: Year, measure: Measure) -> str:
    """One item that both years ask for, else the indicator."""
    if len(measure.items) == 1:
        item = last.framework.item(measure.items[0])
        same = year.framework.item_meaning(item.meaning) if item else None
        if item and same and _known(last.item_scores, item.code) and _known(year.item_scores, same.code):
            return f"item.{same.code}"
    number = measure.indicator
    if number is None and measure.items:
        item = last.framework.item(measure.items[0])
        number = item.indicator if item else None
    return f"indicator.{number}" if number is not None else ""


def _known(scores: Mapping[str, Decimal], code: str) -> bool:
    return code in scores
