"""Words and figures on their own: headings, the level as a badge, a change with its sign."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

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
