"""How far last year's measures came: `ดำเนินการแล้วเสร็จ 8 มาตรการ คิดเป็นร้อยละ 66.67 …`"""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.records import FollowUpState
from ita_desktop.drafting.desk import Pen
from ita_desktop.thai.lists import joined

_ORDER = (FollowUpState.DONE, FollowUpState.IN_PROGRESS, FollowUpState.NOT_STARTED, FollowUpState.CANCELLED)


def last_measures(pen: Pen) -> str:
    """Only of what somebody reported on: a year without any report is not called idle."""
    last = pen.desk.year.last_year
    if last is None or not last.measures or not last.followups:
        return ""
    return pen.say("report.background.last_measures", summary=_counted(pen))


def _counted(pen: Pen) -> str:
    count = pen.count("previous.measures")
    states = {state: pen.count(f"previous.measures.{state.value}") for state in _ORDER}
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
