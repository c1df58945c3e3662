"""What became of one measure by one round: the form on the right."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from ita_desktop.domain.records import FollowUp, Measure
from ita_desktop.ui import reading
from ita_desktop.ui.form import Form
from ita_desktop.ui.tabs.followups.names import TITLES
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from ita_desktop.ui.words import STATES


class ReportForm(Form):
    def __init__(self, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        states = ChoiceField([(state, look.text) for state, look in STATES.items()])
        self.add("state", TITLES["state"], states, wide=False)
        progress = LineField(reading.percent, lambda value: "" if value is None else str(value), hint="0–100")
        self.add("progress", "ความก้าวหน้า (ร้อยละ)", progress, wide=False)
        self.add("reported", TITLES["reported"], DateEdit(today), wide=False)
        revised = DateEdit(today)
        tip = "ถ้าทำไม่ทัน ใส่วันใหม่ที่ตกลงกัน วันตามแผนเดิมยังเก็บและพิมพ์ไว้คู่กัน"
        self.add("revised_end", "ขยายเวลาถึง", revised, wide=False, tip=tip)
        self.add("result", TITLES["result"], TextField(least=4, hint="ทำอะไรไปแล้ว เกิดผลอย่างไร"))
        self.add("obstacles", TITLES["obstacles"], TextField(least=2))

    def show_report(self, measure: Measure, report: FollowUp) -> None:
        values = {**{name: getattr(report, name) for name in TITLES}, "revised_end": measure.revised_end}
        self.load(values, of=(measure.id, report.round))
