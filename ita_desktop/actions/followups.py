"""Following the measures up: rounds, and what became of each measure by each round."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.framework import UsualRound
from ita_desktop.domain.records import FollowUp, FollowUpState, Round
from ita_desktop.storage.document import Document
from ita_desktop.thai.dates import fiscal_year_span


def save_follow_up(document: Document, year: int, followup: FollowUp, what: str = "ผล") -> None:
    with document.change(f"แก้{what}ในการติดตาม") as change:
        change.save(year, followup)


def move_to_state(document: Document, year: int, measures: Sequence[str], round: str, state: FollowUpState) -> None:
    """What these measures report by this round, all in one step; a report that says nothing any more is none."""
    reports = {report.id: report for report in document.year(year).followups}
    label = "ย้ายสถานะมาตรการ" if len(measures) == 1 else f"ย้ายสถานะมาตรการ {len(measures)} ข้อ"
    with document.change(label) as change:
        for measure in measures:
            empty = FollowUp(measure=measure, round=round)
            before = reports.get(empty.id, empty)
            after = in_state(before, state)
            if after != empty:
                change.save(year, after)
            elif before is not empty:
                change.delete(year, before)


def in_state(report: FollowUp, state: FollowUpState) -> FollowUp:
    """The report in another state, with a progress that does not contradict it."""
    progress = report.progress
    if state is FollowUpState.DONE:
        progress = 100
    elif state is FollowUpState.NOT_STARTED or progress == 100:
        progress = None
    return replace(report, state=state, progress=progress)


def give_follow_up_back(document: Document, year: int, then: FollowUp) -> None:
    with document.change("คืนค่าเดิมของผลการติดตาม") as change:
        change.save(year, then)


def add_round(document: Document, year: int, name: str, due: datetime.date | None = None) -> str:
    with document.change("เพิ่มรอบติดตาม") as change:
        id = change.new_id(year, Round)
        change.save(year, Round(id=id, name=name, due=due))
    return id


def add_usual_rounds(document: Document, year: int) -> tuple[str, ...]:
    """The rounds that offices usually hold, with their dates in the year in which the measures run."""
    records = document.year(year)
    added = []
    with document.change("เพิ่มรอบติดตามที่ใช้กันทั่วไป") as change:
        for usual in records.framework.rounds:
            id = change.new_id(year, Round)
            change.save(year, Round(id=id, name=usual.name, due=_in_fiscal_year(records.measures_year, usual)))
            added.append(id)
    return tuple(added)


def change_rounds(document: Document, year: int, *rounds: Round) -> None:
    with document.change("แก้รอบติดตาม") as change:
        change.save(year, *rounds)


def delete_round(document: Document, year: int, round: Round) -> None:
    """The reports of the round go with it, and come back with it on undo."""
    with document.change("ลบรอบติดตาม") as change:
        change.delete(year, round)


def _in_fiscal_year(year: int, usual: UsualRound) -> datetime.date:
    first, last = fiscal_year_span(year)
    return datetime.date(first.year if usual.month >= first.month else last.year, usual.month, usual.day)
