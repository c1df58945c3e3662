"""One line of words, as much of it as there is room for; the tip has the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter
from typing_extensions import override

_TOO_FEW = 6
"""Letters of a longer text, with the dots: nothing is better than so little."""


class Elided(QLabel):
    def __init__(self, *, rank: str = "", tone: str = "", least: int = 0) -> None:
        super().__init__()
        self._text = self._short = ""
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(least)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if rank:
            self.setProperty("rank", rank)
        if tone:
            self.setProperty("tone", tone)

    def say(self, text: str, short: str = "") -> None:
        """`short` = the heart of it, for where there is no room for all."""
        self._text, self._short = text, short
        self.setAccessibleName(text)
        self._fit()

    def said(self) -> str:
        return self._text

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        room, metrics = self.width(), self.fontMetrics()
        fits = self._short and metrics.horizontalAdvance(self._text) > room >= metrics.horizontalAdvance(self._short)
        shown = self._short if fits else metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        if shown != self._text and len(shown) <= _TOO_FEW:
            shown = ""
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(self._text if shown != self._text else "")


class ElidedChoice(QComboBox):
    """Words for which there is no room end in …, not in half a letter."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
