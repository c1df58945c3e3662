"""The lines of the what-if: every indicator with a field for its target, its items under it, the two parts of EIT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.framework import Indicator
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results, half_up
from ita_desktop.domain.what_if import moves_with_each_item
from ita_desktop.ui import icons, reading
from ita_desktop.ui.theme import GAP, NEAR, set_property
from ita_desktop.ui.widgets.labels import Wrapped, label
from ita_desktop.ui.widgets.score_labels import ChangeLabel

_FIELD_WIDE = 96
ONLY_WHOLE = "ปีนี้ไม่ทราบน้ำหนักของแต่ละข้อ คะแนนตัวชี้วัดจึงเปลี่ยนเมื่อทุกข้อได้เต็ม"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a target is for: one of the three."""

    indicator: int = 0
    item: str = ""
    part: int = 0


@dataclass(slots=True)
class _Row:
    field: QLineEdit
    gain: ChangeLabel
    widgets: tuple[QWidget, ...]
    below: int = 0
    """Of an item: its indicator."""


class TargetRows(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "plain")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, GAP, 0)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(NEAR)
        self._grid.setColumnStretch(2, 1)
        self._rows: dict[Target, _Row] = {}
        self._folds: dict[int, QToolButton] = {}
        self._notes: dict[int, Wrapped] = {}
        self._year: Year | None = None
        self._now: Results | None = None

    # Showing

    def show_year(self, year: Year, now: Results) -> None:
        """Anew where the scores are others; what was typed stays where its line still is."""
        if self._year is year:
            return
        typed = {target: row.field.text() for target, row in self._rows.items() if row.field.text()}
        opened = {number for number, fold in self._folds.items() if fold.isChecked()}
        self._year, self._now = year, now
        self._empty()
        self._lay_out(year, now)
        for target, text in typed.items():
            if target in self._rows:
                self._rows[target].field.setText(text)
        for number in opened & self._folds.keys():
            self._folds[number].setChecked(True)

    def _empty(self) -> None:
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        self._folds.clear()
        self._notes.clear()

    def _lay_out(self, year: Year, now: Results) -> None:
        for column, text in ((1, "ที่"), (2, "ตัวชี้วัดหรือข้อ"), (3, "คะแนนจริง"), (4, "เป้าหมาย"), (5, "คะแนนรวมเปลี่ยน")):
            self._grid.addWidget(label(text, tone="muted", rank="small"), 0, column)
        for indicator in year.framework.indicators:
            result = now.indicator(indicator.number)
            scored = [item for item in year.framework.items_of(indicator.number) if item.code in year.item_scores]
            fold = self._fold(indicator) if scored else None
            name = f"{indicator.number}", indicator.name
            self._add(Target(indicator=indicator.number), name, result.score if result else None, fold=fold)
            for item in scored:
                self._add(
                    Target(item=item.code), (item.code, item.title), year.item_scores[item.code], below=indicator.number
                )
            if scored and not moves_with_each_item(year, indicator):
                self._note(indicator.number)
        for part, score in sorted(year.eit_parts.items()):
            self._add(Target(part=part), ("", f"EIT ส่วนที่ {part} (ใช้กับเงื่อนไขของระดับ)"), score)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _fold(self, indicator: Indicator) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "flat")
        button.setCheckable(True)
        button.setAccessibleName(f"รายข้อของตัวชี้วัดที่ {indicator.number}")
        button.setToolTip("แสดงหรือซ่อนรายข้อ")
        icons.give(button, "chevron-right")
        button.toggled.connect(lambda opened: self._unfold(indicator.number, opened))
        self._folds[indicator.number] = button
        return button

    def _add(
        self,
        target: Target,
        name: tuple[str, str],
        score: Decimal | None,
        *,
        fold: QToolButton | None = None,
        below: int = 0,
    ) -> None:
        at = self._grid.rowCount()
        tone = "muted" if below else ""
        field = QLineEdit()
        field.setFixedWidth(_FIELD_WIDE)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setPlaceholderText("–" if score is None else str(half_up(score)))
        field.setAccessibleName(f"เป้าหมาย {name[0]} {name[1]}")
        field.textChanged.connect(lambda _text: self._typed(field))
        gain = ChangeLabel()
        now = label("–" if score is None else str(half_up(score)), tone=tone)
        widgets: tuple[QWidget, ...] = (label(name[0], tone=tone), Wrapped(name[1], tone=tone), now, field, gain)
        for column, widget in enumerate(widgets, 1):
            right = widget is now
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if right else Qt.AlignmentFlag(0)
            self._grid.addWidget(widget, at, column, side)
            widget.setHidden(bool(below) or widget is gain)
        if fold is not None:
            self._grid.addWidget(fold, at, 0)
        self._rows[target] = _Row(field, gain, widgets, below)

    def _note(self, indicator: int) -> None:
        said = Wrapped(ONLY_WHOLE, tone="muted", rank="small")
        self._grid.addWidget(said, self._grid.rowCount(), 2, 1, 4)
        said.hide()
        self._notes[indicator] = said

    def _unfold(self, indicator: int, opened: bool) -> None:
        icons.give(self._folds[indicator], "chevron-down" if opened else "chevron-right")
        shown = [widget for row in self._rows.values() if row.below == indicator for widget in row.widgets]
        for widget in shown:
            widget.setVisible(opened and not isinstance(widget, ChangeLabel))
        if indicator in self._notes:
            self._notes[indicator].setVisible(opened)

    def show_supposed(self, supposed: Results) -> None:
        """Beside each indicator what the total gains by it; the score it comes to where its items move it."""
        if self._now is None:
            return
        for target, row in self._rows.items():
            if not target.indicator:
                continue
            before, after = self._now.indicator(target.indicator), supposed.indicator(target.indicator)
            lost = (before.points_lost if before else None, after.points_lost if after else None)
            gain = lost[0] - lost[1] if lost[0] is not None and lost[1] is not None else None
            row.gain.show_change(gain or None)
            if after is not None and after.score is not None:
                row.field.setPlaceholderText(str(half_up(after.score)))

    # Targets

    def targets(self) -> dict[Target, Decimal]:
        """What is typed and is a score."""
        return dict(self._read())

    def _read(self) -> Iterator[tuple[Target, Decimal]]:
        for target, row in self._rows.items():
            try:
                score = reading.score(row.field.text())
            except ItaError:
                continue
            if score is not None:
                yield target, score

    def set_targets(self, targets: Mapping[Target, Decimal]) -> None:
        for target, row in self._rows.items():
            row.field.blockSignals(True)
            row.field.setText(str(half_up(targets[target])) if target in targets else "")
            row.field.blockSignals(False)
            self._mark(row.field)
            if row.below in self._folds and target in targets:
                self._folds[row.below].setChecked(True)
        self.changed.emit()

    def clear(self) -> None:
        self.set_targets({})

    def field(self, target: Target) -> QLineEdit:
        return self._rows[target].field

    def _typed(self, field: QLineEdit) -> None:
        self._mark(field)
        self.changed.emit()

    @staticmethod
    def _mark(field: QLineEdit) -> None:
        try:
            reading.score(field.text())
            reason = ""
        except ItaError as trouble:
            reason = str(trouble)
        set_property(field, "bad", "true" if reason else "false")
        field.setToolTip(reason)
