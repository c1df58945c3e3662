"""How far the measures are, in a paragraph: `ดำเนินการแล้วเสร็จ 8 มาตรการ คิดเป็นร้อยละ 66.67 …`"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ita_desktop.domain.figures import state_of
from ita_desktop.domain.records import FollowUpState, Year
from ita_desktop.drafting.desk import Desk, Pen, paragraph
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.thai.lists import joined

_SETTLED = {FollowUpState.DONE, FollowUpState.CANCELLED}
_ORDER = (FollowUpState.DONE, FollowUpState.IN_PROGRESS, FollowUpState.NOT_STARTED, FollowUpState.CANCELLED)


def follow_up_summary(year: Year, phrases: Phrases, today: date | None = None) -> str:
    """Of the year's own measures; with the day's date also what is overdue."""
    pen = Desk(year, phrases).pen()
    return paragraph(counted(pen, ""), _overdue(pen, today))


def counted(pen: Pen, of: str) -> str:
    """The states of this year's measures, or with `previous.` those of last year's."""
    count = pen.count(f"{of}measures")
    if not count:
        return pen.say("follow_up.summary.nothing")
    states = {state: pen.count(f"{of}measures.{state.value}") for state in _ORDER}
    if states[FollowUpState.DONE] == count:
        return pen.say("follow_up.summary.all_done", count=count, percent=_share(count, count))
    if states[FollowUpState.NOT_STARTED] == count:
        return pen.say("follow_up.summary.none_started", count=count)
    told = joined(
        pen.fact(f"follow_up.part.{state.value}", count=number, percent=_share(number, count))
        for state, number in states.items()
        if number
    )
    return pen.say("follow_up.summary.text", count=count, counts=told)


def _share(part: int, whole: int) -> Decimal:
    return Decimal(100 * part) / whole


def _overdue(pen: Pen, today: date | None) -> str:
    if today is None:
        return ""
    year = pen.desk.year
    late = [
        measure
        for measure in year.measures
        if (end := measure.revised_end or measure.end) is not None
        and end < today
        and state_of(year, measure) not in _SETTLED
    ]
    return pen.say("follow_up.summary.overdue", count=len(late)) if late else ""
