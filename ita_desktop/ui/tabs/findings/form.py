"""The form of one finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ita_desktop.domain.records import Finding, Year
from ita_desktop.ui.form import Form
from ita_desktop.ui.tabs.findings.entries import NOT_SAID
from ita_desktop.ui.widgets.chips import ChipsField, Choice
from ita_desktop.ui.widgets.fields import ChoiceField, TextField
from ita_desktop.ui.words import KINDS

TITLES = {
    "indicator": "ตัวชี้วัด",
    "kind": "ประเภท",
    "topic": "ประเด็น",
    "items": "ข้อคำถาม",
    "text": "ข้อความ",
    "advice": "ข้อเสนอแนะ",
}


class FindingForm(Form):
    def __init__(self, year: Callable[[], Year | None]) -> None:
        super().__init__()
        self._year = year
        self._of: int | None = None
        """The indicator of the finding that is shown."""
        self._indicator = ChoiceField()
        self._topic = ChoiceField()
        kind = ChoiceField([(kind, look.text) for kind, look in KINDS.items()])
        items = ChipsField(self._items, hint="พิมพ์รหัสหรือคำในข้อคำถาม เช่น e11")
        self.add("indicator", TITLES["indicator"], self._indicator, wide=False)
        self.add("kind", TITLES["kind"], kind, wide=False, tip="\n".join(f"{k.text}: {k.tip}" for k in KINDS.values()))
        self.add("items", TITLES["items"], items, tip="ข้อ i e o ของปีนี้ที่ข้อค้นพบนี้พูดถึง")
        self.add("text", "ข้อค้นพบ", TextField(least=4, hint="คะแนนบอกอะไร เพราะเหตุใด"))
        self.add("advice", TITLES["advice"], TextField(least=3, hint="ควรทำอะไรต่อไป"))
        self.add("topic", "ประเด็นในรายงาน", self._topic, tip="ใช้กับรายงานที่วิเคราะห์ตามเจ็ดประเด็น")

    def show_year(self, year: Year) -> None:
        indicators = ((i.number, f"{i.number}. {i.name}") for i in year.framework.indicators)
        topics = ((t.number, f"{t.number}. {t.name}") for t in year.framework.topics)
        self._indicator.set_choices([(None, NOT_SAID), *indicators])
        self._topic.set_choices([(None, "ไม่ระบุ"), *topics])

    def show_finding(self, finding: Finding) -> None:
        self._of = finding.indicator
        self.load({name: getattr(finding, name) for name in TITLES}, of=finding.id)

    def _items(self) -> Sequence[Choice]:
        """Those of the finding's own indicator first."""
        year = self._year()
        items = sorted(year.framework.items, key=lambda item: item.indicator != self._of) if year else ()
        return [Choice(item.code, f"{item.code} {item.title}", item.code) for item in items]
