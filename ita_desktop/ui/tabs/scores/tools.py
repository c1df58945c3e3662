"""The means of the tools side by side, with their weight; the two parts of EIT where a year has them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.framework import Tool
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results, half_up, tool_means
from ita_desktop.ui import reading
from ita_desktop.ui.tabs.scores.rows import figure
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import row_in
from ita_desktop.ui.widgets.fields import LineField
from ita_desktop.ui.widgets.labels import Wrapped, label
from ita_desktop.ui.widgets.score_labels import ChangeLabel

_EIT = "EIT"


class ToolCards(QWidget):
    part_committed = Signal(int, object)
    """Part of EIT and its score."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row_in(self)
        self._cards: dict[str, _Card] = {}

    def show_year(self, year: Year, results: Results) -> None:
        wanted = [tool.code for tool in year.framework.tools]
        if list(self._cards) != wanted:
            self._lay_out(year.framework.tools)
        last = year.last_year
        before = tool_means(last.framework, last.indicator_scores) if last else {}
        for code, shown in self._cards.items():
            mean = results.tools.get(code)
            shown.show_mean(mean, before.get(code))
            shown.show_parts(year.eit_parts if code == _EIT and year.framework.eit_in_two_parts else None)

    def _lay_out(self, tools: tuple[Tool, ...]) -> None:
        for old in self._cards.values():
            self._row.removeWidget(old)
            old.deleteLater()
        self._cards = {tool.code: _Card(tool) for tool in tools}
        for shown in self._cards.values():
            shown.part_committed.connect(self.part_committed)
            self._row.addWidget(shown, 1)


class _Card(QFrame):
    part_committed = Signal(int, object)

    def __init__(self, tool: Tool) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self.setToolTip(f"{tool.name}\n{tool.english}")
        self.setAccessibleName(f"ค่าเฉลี่ย {tool.code}")
        self._mean = label(rank="title")
        self._change = ChangeLabel()
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label(tool.code, rank="heading"))
        head.addWidget(label(f"น้ำหนัก {tool.weight.normalize():f}%", tone="muted", rank="small"))
        head.addStretch()
        head.addWidget(self._change)
        head.addWidget(self._mean)
        self._parts = QWidget()
        parts = QHBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(NEAR)
        self._fields: dict[int, LineField] = {}
        for part in (1, 2):
            field = LineField(reading.score, lambda value: figure(value) if isinstance(value, Decimal) else "")
            field.setAccessibleName(f"คะแนน EIT ส่วนที่ {part}")
            field.setToolTip(f"EIT ส่วนที่ {part} ตามที่ประกาศ ใช้กับเงื่อนไขของระดับ")
            field.committed.connect(lambda value, part=part: self.part_committed.emit(part, value))
            self._fields[part] = field
            parts.addWidget(label(f"ส่วนที่ {part}", tone="muted", rank="small"))
            parts.addWidget(field, 1)
        self._parts.hide()
        self._name = Wrapped(tool.name, tone="muted", rank="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, NEAR, PANEL, NEAR)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addWidget(self._parts)
        column.addStretch()

    def show_mean(self, mean: Decimal | None, before: Decimal | None) -> None:
        self._mean.setText("–" if mean is None else str(half_up(mean)))
        self._change.show_change(None if mean is None or before is None else mean - before)

    def show_parts(self, parts: Mapping[int, Decimal] | None) -> None:
        self._parts.setVisible(parts is not None)
        self._name.setVisible(parts is None)
        if parts is not None:
            for number, field in self._fields.items():
                field.set_value(parts.get(number))
