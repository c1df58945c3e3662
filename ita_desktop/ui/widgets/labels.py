"""Words and figures on their own: headings, the level as a badge, a change with its sign."""

from __future__ import annotations

import math
from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ita_desktop.domain.scoring import half_up
from ita_desktop.ui.theme import colours, set_property
from ita_desktop.ui.wrapping import broken

_OVER_AND_UNDER = 5
"""Pixels for stacked marks: of "ที่" above, of "ญู" below."""
_READABLE = 420
"""Words that nobody gives a width to are broken at this one."""


def label(text: str = "", *, rank: str = "", tone: str = "", parent: QWidget | None = None) -> QLabel:
    """One line of words; `rank` and `tone` are what the stylesheet knows."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIndent(0)  # else the sheet's air above and below sets it in from the left as well
    if rank:
        made.setProperty("rank", rank)
    if tone:
        made.setProperty("tone", tone)
    return made


def heading(text: str) -> QLabel:
    return label(text, rank="heading")


class Wrapped(QLabel):
    """Words that take as many lines as they need, broken between words."""

    def __init__(self, text: str = "", *, rank: str = "", tone: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if rank:
            self.setProperty("rank", rank)
        if tone:
            self.setProperty("tone", tone)
        self.say(text)

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self._break(self.width())
        self.updateGeometry()

    def said(self) -> str:
        return self._text

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        count = broken(self._text, self.font(), width).count("\n") + 1
        # Qt sets every line on whole pixels; with less room it cuts the marks over the first one.
        around = self.height() - self.contentsRect().height()
        return count * math.ceil(QFontMetricsF(self.font()).lineSpacing()) + max(around, _OVER_AND_UNDER)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        whole = math.ceil(QFontMetricsF(self.font()).horizontalAdvance(self._text)) + 2
        width = min(whole, _READABLE)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.heightForWidth(max(60, self.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break(event.size().width())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._break(self.width())
            self.updateGeometry()

    def _break(self, width: int) -> None:
        text = broken(self._text, self.font(), width)
        if text != self.text():
            self.setText(text)


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
    """▲ +1.20 or ▼ −0.50, and since when."""

    def __init__(self) -> None:
        super().__init__()
        self.setIndent(0)

    def show_change(self, change: Decimal | None, since: str = "") -> None:
        self.setText(f"{change_text(change)} {since}".strip() if change is not None else "")
        self.setAccessibleName(f"เปลี่ยนแปลง {self.text()}")
        self.setVisible(change is not None)
        set_property(self, "tone", change_tone(change))


def change_text(change: Decimal | None) -> str:
    """A sign, two decimals and an arrow; nothing where there is nothing to compare with."""
    if change is None:
        return ""
    rounded = half_up(change)
    if rounded == 0:
        return "เท่าเดิม"
    return f"▲ +{rounded}" if rounded > 0 else f"▼ −{-rounded}"


def change_tone(change: Decimal | None) -> str:
    if change is None or half_up(change) == 0:
        return "muted"
    return "good" if change > 0 else "bad"


def rule_line() -> QFrame:
    """A thin line between two things that need one."""
    line = QFrame()
    line.setProperty("frame", "line")
    line.setFixedHeight(1)
    return line


def card() -> QFrame:
    made = QFrame()
    made.setProperty("frame", "card")
    return made
