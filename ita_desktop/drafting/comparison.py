"""This year beside last year in a paragraph, and what last year's measures may have done to it."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.records import Draft
from ita_desktop.domain.scoring import half_up
from ita_desktop.drafting.desk import Desk, Pen, paragraph, paragraphs
from ita_desktop.drafting.effect import effect_in_words
from ita_desktop.thai.lists import joined

Changes = dict[int, Decimal]


def comparison(desk: Desk) -> Draft | None:
    """None where there is nothing to compare with."""
    pen = desk.pen()
    changes = _changes(pen)
    if desk.year.last_year is None or not changes:
        return None
    text = paragraph(
        _total(pen),
        _counted(pen, changes),
        _most(pen, changes, up=True),
        _most(pen, changes, up=False),
        _meaning(pen, changes),
    )
    return pen.draft("text", paragraphs(text, effect_in_words(pen)))


def level_in_words(level: str) -> str:
    """`ระดับ A`, but `ระดับผ่านดี`: a letter stands apart."""
    return f"ระดับ {level}" if level.isascii() else f"ระดับ{level}"


def _changes(pen: Pen) -> Changes:
    found = {one.number: pen.score(f"change.indicator.{one.number}") for one in pen.desk.year.framework.indicators}
    return {number: half_up(change) for number, change in found.items() if change is not None}


def _total(pen: Pen) -> str:
    total, before, change = pen.score("total"), pen.score("previous.total"), pen.score("change.total")
    if total is None or before is None or change is None:
        return pen.say("comparison.total.unknown")
    key = "same" if change == 0 else "up" if change > 0 else "down"
    return paragraph(
        pen.say(f"comparison.total.{key}", total=total, previous_total=before, change=abs(change)), _level(pen)
    )


def _level(pen: Pen) -> str:
    now, before = pen.words("level"), pen.words("previous.level")
    if not now or not before:
        return ""
    key = "same" if now == before else "changed"
    return pen.say(f"comparison.level.{key}", level=level_in_words(now), previous_level=level_in_words(before))


def _counted(pen: Pen, changes: Changes) -> str:
    up = sum(change > 0 for change in changes.values())
    down = sum(change < 0 for change in changes.values())
    same = len(changes) - up - down
    counted = joined(
        f"{word} {count} ตัวชี้วัด" for word, count in (("เพิ่มขึ้น", up), ("ลดลง", down), ("คงเดิม", same)) if count
    )
    return pen.say("comparison.counts.text", counts=counted)


def _most(pen: Pen, changes: Changes, *, up: bool) -> str:
    most = max(changes.values()) if up else min(changes.values())
    if (most <= 0) if up else (most >= 0):
        return ""
    names = {one.number: one.name for one in pen.desk.year.framework.indicators}
    named = joined(f"ตัวชี้วัดที่ {number} {names[number]}" for number, change in changes.items() if change == most)
    return pen.say(f"comparison.most.{'up' if up else 'down'}", indicators=named, change=abs(most))


def _meaning(pen: Pen, changes: Changes) -> str:
    if all(change > 0 for change in changes.values()):
        key = "all_up"
    elif all(change < 0 for change in changes.values()):
        key = "all_down"
    else:
        key = "mixed" if any(changes.values()) else "same"
    return pen.say(f"comparison.meaning.{key}")
