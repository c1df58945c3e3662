"""The single facts of a year's rules: when results came, which items the measures serve, which report fits."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.framework import Framework
from ita_desktop.papers.presets import PRESETS
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.form import Form
from ita_desktop.ui.frameworks.rule_tables import DOUBT
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, heading

_FACTS = {
    "announced": "วันที่ ป.ป.ช. ประกาศผล",
    "measures_item": "ข้อ OIT ที่ใช้รายงานการวิเคราะห์และมาตรการ",
    "followup_item": "ข้อ OIT ที่ใช้รายงานผลการดำเนินการ",
    "preset": "รูปแบบรายงานที่เหมาะกับปี",
    "eit_in_two_parts": "คะแนน EIT",
}
_NOTES = {
    "means_from_items": "คะแนนตัวชี้วัดเป็นค่าเฉลี่ยของข้อใน {}",
    "means_from_sub_indicators": "คะแนนตัวชี้วัดเป็นค่าเฉลี่ยของตัวชี้วัดย่อยใน {}",
}


class FactsTab(QScrollArea):
    changed = Signal(object, str)

    def __init__(self, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self._rules: Framework | None = None
        self.form = Form()
        self.form.add("announced", _FACTS["announced"], DateEdit(today), wide=False)
        parts = ChoiceField([(False, "ประกาศรวมเป็นคะแนนเดียว"), (True, "ประกาศแยกเป็นสองส่วน")])
        self.form.add("eit_in_two_parts", _FACTS["eit_in_two_parts"], parts, wide=False)
        self.form.add("measures_item", _FACTS["measures_item"], ChoiceField())
        self.form.add("followup_item", _FACTS["followup_item"], ChoiceField())
        presets = [(name, preset.title) for name, preset in PRESETS.items()]
        self.form.add("preset", _FACTS["preset"], ChoiceField([("", "ไม่ระบุ"), *presets]))
        self.form.committed.connect(self._change)
        self._doubts = Wrapped(tone="warn")
        self._notes = Wrapped(tone="muted")
        inside = QWidget()
        inside.setProperty("ground", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, PANEL, GAP, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(self._doubts)
        column.addWidget(self.form)
        column.addWidget(heading("รอบติดตาม ประเด็น และวิธีคิดคะแนน"))
        column.addWidget(self._notes)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def show_rules(self, rules: Framework) -> None:
        self._rules = rules
        oit = [item for item in rules.items if item.code.startswith("o")]
        items: list[tuple[object, str]] = [("", "ไม่ระบุ"), *((item.code, f"{item.code} {item.title}") for item in oit)]
        for name in ("measures_item", "followup_item"):
            field = self.form.field(name)
            assert isinstance(field, ChoiceField)
            field.set_choices(items)
        self.form.load({name: getattr(rules, name) for name in _FACTS})
        doubts = [title for name, title in _FACTS.items() if name in rules.unconfirmed]
        self._doubts.say(f"{DOUBT}: {', '.join(doubts)}")
        self._doubts.setVisible(bool(doubts))
        self._notes.say("\n".join(_told(rules)))

    def flush(self) -> None:
        self.form.flush()

    def _change(self, name: str, value: object) -> None:
        assert self._rules is not None
        change = partial(replace, self._rules, unconfirmed=self._rules.unconfirmed - {name})
        self.changed.emit(change(**{name: value}), f"แก้{_FACTS[name]} ปี")


def _told(rules: Framework) -> list[str]:
    """What is looked at here and corrected in the file, for it hardly ever changes."""
    day = datetime.date(2000, 1, 1)  # any leap year: only day and month are said
    rounds = [
        f"{one.name} ภายใน {thai_date(day.replace(month=one.month, day=one.day), DateStyle.FULL).rpartition(' ')[0]}"
        for one in rules.rounds
    ]
    told = [f"รอบติดตามที่ใช้กัน: {', '.join(rounds)}"] if rounds else []
    told += [text.format(", ".join(sorted(codes))) for name, text in _NOTES.items() if (codes := getattr(rules, name))]
    told += [f"ประเด็นที่ {topic.number} {topic.name}" for topic in rules.topics]
    return told
