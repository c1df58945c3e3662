"""What a measure contains, to be read before it is taken over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ita_desktop.domain.records import Measure, Year
from ita_desktop.ui.tabs.measures.entries import period_of
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped, card

_PARTS = {
    "about": "ตอบเรื่อง",
    "steps": "ขั้นตอนหรือวิธีการปฏิบัติ",
    "owners": "ผู้รับผิดชอบ",
    "period": "ช่วงเวลา",
    "followup": "การติดตามผล",
}


class MeasureContents(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("เนื้อหาของมาตรการ")
        self._title = Wrapped(rank="heading")
        self._parts = {name: _Part(title) for name, title in _PARTS.items()}
        frame, inside = card(), QWidget()
        column = column_in(frame, spacing=GAP + NEAR, margin=PANEL)
        column.addWidget(self._title)
        for part in self._parts.values():
            column.addWidget(part)
        column.addStretch()
        whole = column_in(inside)
        whole.addWidget(frame)
        inside.setProperty("ground", "plain")
        self.setWidget(inside)

    def show_measure(self, year: Year, measure: Measure) -> None:
        self._title.say(measure.title or "มาตรการที่ยังไม่มีชื่อ")
        items = (year.framework.item(code) for code in measure.items)
        said = {
            "about": "\n".join(f"{item.code} {item.title}" for item in items if item),
            "steps": "\n".join(f"{number}. {step}" for number, step in enumerate(measure.steps, 1)),
            "owners": ", ".join(measure.owners),
            "period": period_of(measure),
            "followup": measure.followup,
        }
        for name, part in self._parts.items():
            part.say(said[name])
        self.verticalScrollBar().setValue(0)


class _Part(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._words = Wrapped()
        column = column_in(self, spacing=0)
        column.addWidget(Wrapped(title, tone="muted", rank="small"))
        column.addWidget(self._words)

    def say(self, text: str) -> None:
        self._words.say(text)
        self.setVisible(bool(text))
