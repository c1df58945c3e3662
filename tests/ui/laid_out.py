"""Whether anything is cut off, or lies over something else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)

from ita_desktop.ui.widgets.date_edit import DateEdit

STACKED = "ปั๊มที่ฎุฏูญู"
LONG = "ปรับปรุงขั้นตอนการให้บริการประชาชนผู้มาติดต่อขออนุญาตก่อสร้างอาคารให้รวดเร็วและตรวจสอบได้ทุกขั้นตอน"
SIZES = [(1366, 736), (911, 480)]
"""An office PC, and the same at 150 %."""


def troubles(root: QWidget) -> list[str]:
    """What stays so: a count that has just come from another thread gets its room with the next events."""
    for _ in range(20):
        for _ in range(3):
            QApplication.processEvents()
        if not (found := [*cut_off(root), *overlapping(root)]):
            break
        QTest.qWait(10)
    return found


def cut_off(root: QWidget) -> Iterator[str]:
    for widget in shown(root):
        if isinstance(widget, QLabel) and widget.text():
            metrics, room = QFontMetricsF(widget.font()), widget.contentsRect()
            lines = widget.text().split("\n")
            wide = max(metrics.horizontalAdvance(line) for line in lines)
            if wide > room.width() + 1.5 or len(lines) * metrics.lineSpacing() > room.height() + 3:
                yield f"label {widget.text()!r} wants {wide:.0f}, has {room.width()}x{room.height()}"
        elif isinstance(widget, QAbstractButton) and widget.text() and not _is_icon(widget):
            if widget.sizeHint().width() > widget.width() + 1 or widget.sizeHint().height() > widget.height() + 1:
                yield f"button {widget.text()!r} wants {widget.sizeHint()}, has {widget.size()}"
        elif isinstance(widget, QLineEdit | QComboBox):
            ink = QFontMetricsF(widget.font()).tightBoundingRect(STACKED).height()
            if widget.height() < ink + 8:
                yield f"{type(widget).__name__} {widget.accessibleName()!r} is too low for {STACKED}"
            if isinstance(widget, DateEdit) and widget.width() < widget.minimumSizeHint().width():
                yield f"{widget.text()} of {widget.accessibleName()!r} has {widget.width()} only"


def _is_icon(button: QAbstractButton) -> bool:
    """Its words are read out and not drawn."""
    return isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def overlapping(root: QWidget) -> Iterator[str]:
    for parent in shown(root):
        if isinstance(parent, QStackedWidget | QAbstractScrollArea | QComboBox | QLineEdit | QPlainTextEdit | QTabBar):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not isinstance(child, QSplitterHandle | QScrollBar)
        ]
        for one, other in itertools.combinations(children, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > 1 and common.height() > 1:
                yield f"{name(one)} lies over {name(other)} in {name(parent)}: {common}"


def shown(root: QWidget) -> list[QWidget]:
    return [root, *(each for each in root.findChildren(QWidget) if each.isVisible())]


def name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__}({text})"
