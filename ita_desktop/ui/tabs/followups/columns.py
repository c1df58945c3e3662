"""Measures down, rounds across: in each cell how far it is, in words and with a sign."""

from __future__ import annotations

import datetime

from ita_desktop.domain.progress import rounds_in_order
from ita_desktop.domain.records import Round, Year
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.table_model import Column
from ita_desktop.ui.tabs.followups.rows import MeasureRow, end_words

FIRST_ROUND = 2
"""The column of the first round."""


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
        Column(
            title="กำหนดแล้วเสร็จ",
            value=lambda r: end_words(r.measure),
            sort=lambda r: r.measure.revised_end or r.measure.end or datetime.date.max,
            width=120,
            tone=lambda r: "bad" if r.far.late else "muted",
            tip=lambda r: end_words(r.measure),
            head_tip="วันสิ้นสุดตามแผน และวันที่ขยายไว้ เก็บไว้คู่กัน",
        ),
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
