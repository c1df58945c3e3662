"""Measures down, rounds across: in each cell how far it is, in words and with a sign."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.domain.records import FollowUp, Measure, Round, Year
from ita_desktop.papers.progress import SETTLED, is_reported, rounds_in_order
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.due import HowFar, how_far
from ita_desktop.ui.table_model import Column
from ita_desktop.ui.words import OVERDUE, STATES, Look

FIRST_ROUND = 2
"""The column of the first round."""

NOT_NEEDED = Look("–", "", "muted", "แล้วเสร็จหรือยกเลิกไปแล้วในรอบก่อน")
NOT_YET = Look("ยังไม่รายงาน", "todo", "muted")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    measure: Measure
    far: HowFar
    reports: Mapping[str, FollowUp]
    looks: Mapping[str, Look]
    """By round."""

    @property
    def id(self) -> str:
        return self.measure.id


def measure_rows(year: Year, today: datetime.date) -> list[MeasureRow]:
    far = how_far(year, today)
    by_measure: dict[str, dict[str, FollowUp]] = {}
    for report in year.followups:
        by_measure.setdefault(report.measure, {})[report.round] = report
    rounds = rounds_in_order(year)
    rows = []
    for measure in year.measures:
        reports = by_measure.get(measure.id, {})
        looks: dict[str, Look] = {}
        settled = False
        for round in rounds:
            told = reports.get(round.id)
            looks[round.id] = _look(told, round, today, settled=settled)
            settled = settled or (told is not None and told.state in SETTLED)
        rows.append(MeasureRow(measure, far[measure.id], reports, looks))
    return rows


def _look(report: FollowUp | None, round: Round, today: datetime.date, *, settled: bool) -> Look:
    if report is not None and is_reported(report):
        return STATES[report.state]
    if settled:
        return NOT_NEEDED
    return OVERDUE if round.due and round.due < today else NOT_YET


def columns(year: Year) -> tuple[Column, ...]:
    rounds = rounds_in_order(year)
    return (
        Column(title="มาตรการ", value=lambda r: r.measure.title, tip=lambda r: r.measure.title),
        Column(
            title="ผู้รับผิดชอบ",
            value=lambda r: ", ".join(r.measure.owners),
            width=150,
            tone=lambda _r: "muted",
            tip=lambda r: ", ".join(r.measure.owners),
        ),
        *(_round_column(round) for round in rounds),
    )


def _round_column(round: Round) -> Column:
    due = f"ครบกำหนด {thai_date(round.due, DateStyle.SHORT)}" if round.due else "ยังไม่กำหนดวัน"

    def words(row: MeasureRow) -> str:
        report = row.reports.get(round.id)
        text = row.looks[round.id].text
        return f"{text} {report.progress}%" if report and report.progress is not None else text

    return Column(
        title=f"{round.name}\n{due}",
        value=words,
        sort=lambda r: (r.looks[round.id].text, (r.reports[round.id].progress or 0) if round.id in r.reports else 0),
        width=172,
        icon=lambda r: r.looks[round.id].icon,
        tone=lambda r: r.looks[round.id].tone,
        tip=lambda r: r.looks[round.id].tip or (r.reports[round.id].result if round.id in r.reports else ""),
    )
