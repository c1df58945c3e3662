"""Which indicators are called strengths: at or above a mark, or the best few."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from ita_desktop.actions import scores
from ita_desktop.domain.records import StrengthRule
from ita_desktop.ui import icons
from ita_desktop.ui.session import Session

_RULES = (
    *(StrengthRule(mark=Decimal(mark)) for mark in (80, 85, 90, 95)),
    *(StrengthRule(top=top) for top in (3, 5)),
)


def rule_text(rule: StrengthRule) -> str:
    return f"{rule.top} อันดับแรก" if rule.top is not None else f"{rule.mark.normalize():f} คะแนนขึ้นไป"


class StrengthButton(QToolButton):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("look", "button")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip("เกณฑ์ที่แบ่งจุดแข็งกับจุดอ่อน แผนแม่บทชาติกำหนดเป้าหมายไว้ที่ 85 คะแนน")
        icons.give(self, "settings", "accent")
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        self._actions: dict[StrengthRule, QAction] = {}
        for rule in _RULES:
            action = menu.addAction(rule_text(rule))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, rule=rule: self._choose(rule))
            self._group.addAction(action)
            self._actions[rule] = action
        self.setMenu(menu)

    def show_rule(self, rule: StrengthRule) -> None:
        self.setText(f"จุดแข็ง: {rule_text(rule)}")
        self.setAccessibleName(self.text())
        for known, action in self._actions.items():
            action.setChecked(known == rule)

    def _choose(self, rule: StrengthRule) -> None:
        self._session.run_in_year(scores.set_strength_rule, rule)
