"""The form a division fills in: its measures of one round, to be sent out and imported again.

Only the answers can be written in. Hidden columns tell which report each row is, and what stood in its cells when the
form left the house, so that exactly what the division changed comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import Measure, Round, Year
from ita_desktop.exchange.grid import Value
from ita_desktop.exchange.own.layout import OwnColumn, OwnSheet, make_workbook
from ita_desktop.exchange.own.workbook import FOLLOWUP_COLUMNS, choices_of
from ita_desktop.exchange.own.written import day_text, written
from ita_desktop.exchange.recognise.sent import write_marks

TITLE = "แบบรายงานผลการดำเนินการตามมาตรการ"
SHEET = "การติดตามผล"


def division_form(year: Year, owner: str, round: Round, asked: Sequence[tuple[Measure, str]]) -> bytes:
    """`asked` = the measures and, in words, what was to be done for each."""
    reports = {report.id: report for report in year.followups}
    columns = (
        OwnColumn("ปี", 8, hidden=True),
        OwnColumn("ที่", 6, centred=True),
        OwnColumn("มาตรการ", 34),
        OwnColumn("สิ่งที่ต้องทำ", 38),
        OwnColumn("รอบ", 18, hidden=True),
        *(replace(column, answer=True) for column in FOLLOWUP_COLUMNS.values()),
        OwnColumn("ค่าเมื่อส่งแบบ", 14, hidden=True),
        OwnColumn(f"รหัสในโปรแกรม ({year.office.name})", 14, hidden=True),
    )
    rows: list[list[Value]] = []
    for place, (measure, what) in enumerate(asked, 1):
        id = f"{measure.id}/{round.id}"
        report = reports.get(id)
        told = {field: written(report, field, year.framework) if report else None for field in FOLLOWUP_COLUMNS}
        rows.append(
            [
                year.number,
                place,
                measure.title or measure.id,
                what or None,
                round.name,
                *told.values(),
                write_marks(told),
                id,
            ]
        )
    due = f" ส่งคืนภายในวันที่ {day_text(round.due)}" if round.due else ""
    above = (
        f"{TITLE} {round.name}",
        f"{owner} {year.office.name}",
        f"กรอกเฉพาะช่องสีเหลืองอ่อน หลักฐานหลายรายการให้ขึ้นบรรทัดใหม่ด้วย Alt+Enter บรรทัดละหนึ่งชื่อหรือหนึ่งลิงก์{due}",
    )
    sheet = OwnSheet(name=SHEET, columns=columns, rows=rows, above=above, only_answers=True)
    return make_workbook([sheet], header=year.office.name, choices=choices_of(year.office, [year.framework]))
