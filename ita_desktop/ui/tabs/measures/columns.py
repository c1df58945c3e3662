"""The measures as a table, for whoever wants to fill in many at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ita_desktop.domain.measure_facts import indicator_of
from ita_desktop.domain.records import Measure, Year
from ita_desktop.papers import wording
from ita_desktop.ui import reading
from ita_desktop.ui.due import HowFar
from ita_desktop.ui.record_columns import INDICATOR
from ita_desktop.ui.table_model import Column
from ita_desktop.ui.words import OVERDUE, STATES, Look


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    measure: Measure
    place: int
    """In the papers."""
    indicator: int | None
    indicator_name: str
    look: Look

    @property
    def id(self) -> str:
        return self.measure.id


def measure_rows(year: Year, measures: Iterable[Measure], far: Mapping[str, HowFar]) -> list[MeasureRow]:
    places = {measure.id: place for place, measure in enumerate(year.measures, 1)}
    rows = []
    for measure in measures:
        number, how = indicator_of(year, measure), far[measure.id]
        rows.append(
            MeasureRow(
                measure=measure,
                place=places[measure.id],
                indicator=number,
                indicator_name=wording.indicator_name(year.framework, number) if number is not None else "",
                look=OVERDUE if how.late else STATES[how.state],
            )
        )
    return rows


def owners(text: str) -> tuple[str, ...]:
    """`กองคลัง, กองช่าง`, one in each line, or apart by semicolons."""
    parts = text.replace(";", ",").replace("\n", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _day(title: str, field: str, value: Callable[[Measure], datetime.date | None], *, tip: str = "") -> Column:
    return Column(
        title=title,
        value=lambda row: reading.day_text(value(row.measure)),
        sort=lambda row: value(row.measure),
        read=reading.day,
        field=field,
        width=104,
        head_tip=tip or "พิมพ์วันที่แบบใดก็ได้ ใช้ปี พ.ศ.",
    )


COLUMNS = (
    Column(
        title="ลำดับ",
        value=lambda row: str(row.place),
        sort=lambda row: row.place,
        right=True,
        width=62,
        tone=lambda _row: "muted",
        head_tip="ลำดับในเอกสาร",
    ),
    Column(
        title="มาตรการ",
        value=lambda row: row.measure.title,
        tip=lambda row: row.measure.title,
        read=str.strip,
        field="title",
    ),
    INDICATOR,
    Column(
        title="ผู้รับผิดชอบ",
        value=lambda row: ", ".join(row.measure.owners),
        tip=lambda row: "\n".join(row.measure.owners),
        read=owners,
        field="owners",
        width=190,
        head_tip="หลายส่วนงานคั่นด้วยจุลภาค",
    ),
    _day("เริ่ม", "start", lambda measure: measure.start),
    _day("สิ้นสุด", "end", lambda measure: measure.end),
    _day("ปรับใหม่", "revised_end", lambda measure: measure.revised_end, tip="วันสิ้นสุดที่ปรับใหม่ วันเดิมยังเก็บไว้คู่กัน"),
    Column(
        title="งบประมาณ",
        value=lambda row: reading.money_text(row.measure.budget),
        sort=lambda row: row.measure.budget,
        read=reading.money,
        field="budget",
        right=True,
        width=96,
        head_tip="บาท",
    ),
    Column(
        title="สถานะ",
        value=lambda row: row.look.text,
        icon=lambda row: row.look.icon,
        tone=lambda row: row.look.tone,
        width=142,
        head_tip="จากรายงานในการติดตาม",
    ),
)
TITLE = 1
