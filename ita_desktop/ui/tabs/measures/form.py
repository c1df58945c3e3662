"""The form of one measure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from ita_desktop.domain.records import Year
from ita_desktop.ui import reading
from ita_desktop.ui.form import Form
from ita_desktop.ui.widgets.chips import ChipsField, Choice
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.labels import heading
from ita_desktop.ui.widgets.steps import StepsField

TITLES = {
    "title": "ชื่อ",
    "findings": "ข้อค้นพบที่รองรับ",
    "indicator": "ตัวชี้วัด",
    "items": "ข้อคำถาม",
    "analysis": "ผลการวิเคราะห์",
    "steps": "ขั้นตอน",
    "owners": "ผู้รับผิดชอบ",
    "period_text": "ช่วงเวลา",
    "start": "วันเริ่ม",
    "end": "วันสิ้นสุด",
    "revised_end": "วันสิ้นสุดที่ปรับใหม่",
    "followup": "การติดตามผล",
    "budget": "งบประมาณ",
    "topic": "ประเด็น",
}

EVERYBODY = "ทุกสำนัก/กอง"


class MeasureForm(Form):
    def __init__(self, year: Callable[[], Year | None], today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self._year = year
        self._indicator = ChoiceField()
        self._topic = ChoiceField()
        self.add("title", "ชื่อมาตรการ", TextField(least=2, hint="จะทำอะไร"))
        owners = ChipsField(self._owners, free=True, hint="พิมพ์ชื่อกองหรือตำแหน่ง กดลูกศรลงเพื่อเลือก")
        self.add("owners", TITLES["owners"], owners, tip="มีได้หลายส่วนงาน เพิ่มส่วนงานได้ที่ เครื่องมือ › ข้อมูลหน่วยงาน")
        self.add("steps", "ขั้นตอนหรือวิธีการปฏิบัติ", StepsField())
        period = LineField(hint="เช่น ต.ค. 68 - ก.ย. 69 หรือ ตลอดปีงบประมาณ")
        self.add("period_text", "ช่วงเวลาตามที่จะพิมพ์ในเอกสาร", period, tip="อ่านเป็นวันเริ่มและวันสิ้นสุดให้ ถ้ายังไม่ได้ใส่วันไว้")
        self.add("start", TITLES["start"], DateEdit(today), wide=False)
        self.add("end", TITLES["end"], DateEdit(today), wide=False)
        self.add("followup", TITLES["followup"], TextField(least=2, hint="ใครติดตาม อย่างไร เมื่อใด"))
        self.add_widget(heading("ที่มาของมาตรการ"))
        self.add("findings", TITLES["findings"], ChipsField(self._findings, hint="พิมพ์คำในข้อค้นพบ"))
        self.add("indicator", TITLES["indicator"], self._indicator, wide=False)
        self.add("items", TITLES["items"], ChipsField(self._items, hint="เช่น o27"), wide=False)
        self.add("analysis", "ผลการวิเคราะห์ตัวชี้วัด", TextField(least=2, hint="เว้นว่างไว้ให้ใช้ข้อความของข้อค้นพบ"))
        self.add_widget(heading("อื่น ๆ"))
        budget = LineField(reading.money, reading.money_text)
        self.add("budget", "งบประมาณ (บาท)", budget, wide=False)
        revised = DateEdit(today)
        self.add("revised_end", TITLES["revised_end"], revised, wide=False, tip="วันเดิมยังเก็บไว้คู่กัน")
        self.add("topic", "ประเด็นในรายงาน", self._topic)

    def show_year(self, year: Year) -> None:
        indicators = [(i.number, f"{i.number}. {i.name}") for i in year.framework.indicators]
        self._indicator.set_choices([(None, "ตามข้อค้นพบ หรือทุกตัวชี้วัด"), *indicators])
        self._topic.set_choices(
            [(None, "ไม่ระบุ"), *((t.number, f"{t.number}. {t.name}") for t in year.framework.topics)]
        )

    def _owners(self) -> Sequence[Choice]:
        year = self._year()
        if year is None:
            return []
        posts = [person.position for person in year.office.people if person.position]
        used = [owner for measure in year.measures for owner in measure.owners]
        return [Choice(name, name) for name in dict.fromkeys((*year.office.divisions, EVERYBODY, *posts, *used))]

    def _findings(self) -> Sequence[Choice]:
        year = self._year()
        if year is None:
            return []
        return [
            Choice(f.id, _one_line(f.text or f.advice) or f.id, _cut(_one_line(f.text or f.advice) or f.id))
            for f in year.findings
        ]

    def _items(self) -> Sequence[Choice]:
        year = self._year()
        return [] if year is None else [Choice(i.code, f"{i.code} {i.title}", i.code) for i in year.framework.items]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, longest: int = 48) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
