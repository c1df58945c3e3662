"""What if: target scores are typed, and with every letter it shows what total and level would come of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.priorities import Advice, advice, advice_text
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import FULL, Results, half_up, results
from ita_desktop.domain.what_if import what_if
from ita_desktop.ui.standing.target_rows import Target, TargetRows
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import scrolled
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped, card, label
from ita_desktop.ui.widgets.score_labels import ChangeLabel, LevelBadge
from ita_desktop.ui.words import level_tone


class TargetPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._year: Year | None = None
        self._now: Results | None = None
        self._advice: Advice | None = None
        self.rows = TargetRows()
        self.rows.changed.connect(self.reckon)
        self.supposed: Results | None = None
        """What came of the targets last typed."""
        area = scrolled(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PANEL, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._make_head())
        column.addWidget(area, 1)

    def _make_head(self) -> QFrame:
        self.total = label(rank="figure")
        self.badge = LevelBadge()
        self.change = ChangeLabel()
        self.tools = Wrapped(tone="muted", rank="small")
        self.said = Wrapped(rank="small")
        self.follow = verb_button("ตั้งตามคำแนะนำ", "draft", "ใส่เป้าหมายที่น้อยที่สุดซึ่งทำให้ถึงระดับถัดไป")
        self.follow.clicked.connect(self.follow_advice)
        self.clear = QPushButton("ล้างเป้าหมาย")
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self.rows.clear)
        head = card()
        figures = QHBoxLayout()
        figures.setSpacing(GAP)
        figures.addWidget(label("คะแนนรวมถ้าทำได้ตามเป้า", tone="muted"))
        figures.addWidget(self.total)
        figures.addWidget(self.badge)
        figures.addWidget(self.change)
        figures.addStretch()
        figures.addWidget(self.follow)
        figures.addWidget(self.clear)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(PANEL, GAP, PANEL, GAP)
        inside.setSpacing(NEAR)
        inside.addLayout(figures)
        inside.addWidget(self.tools)
        inside.addWidget(self.said)
        return head

    def show_year(self, year: Year) -> None:
        self._year, self._now, self._advice = year, results(year), advice(year)
        self.said.say(advice_text(self._advice) if self._advice else _why_no_advice(self._now))
        self.follow.setEnabled(self._advice is not None)
        self.rows.show_year(year, self._now)
        self.reckon()

    def reckon(self) -> None:
        if self._year is None or self._now is None:
            return
        targets = self.rows.targets()
        supposed = what_if(
            self._year,
            indicators={target.indicator: score for target, score in targets.items() if target.indicator},
            items={target.item: score for target, score in targets.items() if target.item},
            eit_parts={target.part: score for target, score in targets.items() if target.part},
        )
        self.supposed = supposed
        self.total.setText("–" if supposed.total is None else str(supposed.total))
        self.badge.show_level(supposed.level.name if supposed.level else None, level_tone(supposed.level))
        known = supposed.total is not None and self._now.total is not None
        gain = supposed.total - self._now.total if known else None  # type: ignore[operator]
        self.change.show_change(gain if targets else None, "จากคะแนนจริง")
        self.tools.say(_tools(self._now.tools, supposed.tools))
        self.rows.show_supposed(supposed)

    def follow_advice(self) -> None:
        """The fewest things that lift the level, raised to where the advice has them."""
        if self._advice is None or self._year is None:
            return
        mark = self._advice.target.tools_minimum or self._advice.target.minimum
        self.rows.set_targets(
            {
                **{Target(indicator=number): FULL for number in self._advice.indicators},
                **{Target(item=code): FULL for code in self._advice.items},
                **{Target(part=part): mark for part in self._advice.eit_parts},
            }
        )


def _why_no_advice(now: Results) -> str:
    return "คะแนนยังไม่ครบ จึงยังไม่ทราบระดับ" if now.level is None else "อยู่ในระดับสูงสุดของหลักเกณฑ์แล้ว"


def _tools(now: Mapping[str, Decimal | None], then: Mapping[str, Decimal | None]) -> str:
    """`IIT 93.55 · EIT 89.39 → 91.20 · OIT 85.25`"""
    said = []
    for code, mean in then.items():
        before = now.get(code)
        moved = before is not None and mean is not None and half_up(before) != half_up(mean)
        figures = [before, mean] if moved else [mean]
        said.append(f"{code} {' → '.join('–' if each is None else str(half_up(each)) for each in figures)}")
    return " · ".join(said)
