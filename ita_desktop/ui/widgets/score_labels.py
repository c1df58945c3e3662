"""What came out and how it changed: the level in its pill, a change with its arrow."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ita_desktop.domain.scoring import half_up, score_text, signed_text
from ita_desktop.ui.theme import colours, set_property


class LevelBadge(QLabel):
    """The level in words in a pill; its colour says whether the office passed."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "muted"
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setIndent(0)
        self.setContentsMargins(14, 3, 14, 3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_level(self, name: str | None, tone: str) -> None:
        self._tone = tone if name else "muted"
        self.setText(name or "ยังไม่มีระดับ")
        self.setAccessibleName(f"ระดับผลการประเมิน {name}" if name else "ยังไม่มีระดับผลการประเมิน")
        set_property(self, "tone", self._tone)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().tone(self._tone)), 1.2))
        painter.setBrush(QColor(colours().soft(self._tone)))
        pill = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.end()
        super().paintEvent(event)


class ChangeLabel(QLabel):
    """▲ +1.20 or ▼ -0.50, and since when."""

    def __init__(self) -> None:
        super().__init__()
        self.setIndent(0)

    def show_change(self, change: Decimal | None, since: str = "") -> None:
        self.setText(f"{change_text(change)} {since}".strip() if change is not None else "")
        self.setAccessibleName(f"{change_spoken(change)} {since}".strip())
        self.setVisible(change is not None)
        set_property(self, "tone", change_tone(change))


def change_text(change: Decimal | None) -> str:
    """A sign, two decimals and an arrow; nothing where there is nothing to compare with."""
    if change is None:
        return ""
    rounded = half_up(change)
    if rounded == 0:
        return "เท่าเดิม"
    return f"{'▲' if rounded > 0 else '▼'} {signed_text(rounded)}"


def change_spoken(change: Decimal | None) -> str:
    """The same in words: an arrow is read out as a triangle."""
    if change is None or (rounded := half_up(change)) == 0:
        return change_text(change)
    return f"{'เพิ่มขึ้น' if rounded > 0 else 'ลดลง'} {score_text(abs(rounded))}"


def change_tone(change: Decimal | None) -> str:
    if change is None or half_up(change) == 0:
        return "muted"
    return "good" if change > 0 else "bad"
