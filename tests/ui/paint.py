"""What is really seen: how well words stand out from what is behind them, and what no scrolling brings into sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

ENOUGH = 4.5
"""WCAG 2, level AA."""


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2: 1 for equal colours, 21 for black on white."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def faint_words(root: QWidget) -> Iterator[str]:
    """What can be read less well than that. What cannot be used now may be faint."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for what, room in _words(root):
        found = seen_contrast(picture, room)
        if found is not None and found < ENOUGH:
            yield f"{what} stands out by {found:.2f} only"


def _words(root: QWidget) -> Iterator[tuple[str, QRect]]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not root.window():
            continue
        text = _text(widget)
        if text:
            room = widget.visibleRegion().boundingRect()
            if room.height() < widget.height() * 3 // 4:  # a strip of it tells nothing
                continue
            yield f"{type(widget).__name__} {text!r}", QRect(widget.mapTo(root, room.topLeft()), room.size())
        elif isinstance(widget, QAbstractItemView):
            yield from _cells(widget, root)


def _cells(view: QAbstractItemView, root: QWidget) -> Iterator[tuple[str, QRect]]:
    model, port = view.model(), view.viewport()
    for row in range(min(model.rowCount(), 40)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            index = model.index(row, column)
            room = view.visualRect(index).intersected(port.visibleRegion().boundingRect())
            if index.data() and room.height() > view.visualRect(index).height() * 3 // 4:
                yield f"cell {index.data()!r}", QRect(port.mapTo(root, room.topLeft()), room.size())


def _text(widget: QWidget) -> str:
    match widget:
        case QToolButton() if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return ""
        case QLabel() | QAbstractButton():
            return widget.text()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QPlainTextEdit():
            return widget.toPlainText() or widget.placeholderText()
    return ""


def seen_contrast(picture: QImage, room: QRect) -> float | None:
    """Between the ground, which most pixels show, and what stands out from it most. None where nothing does."""
    ratio = picture.devicePixelRatio()
    left, top = round(room.x() * ratio), round(room.y() * ratio)
    inner = QRect(QPoint(left, top), room.size() * ratio).intersected(picture.rect()).adjusted(3, 3, -3, -3)
    if inner.isEmpty():
        return None
    pixels, across = memoryview(picture.constBits()).cast("I"), picture.bytesPerLine() // 4
    counted: Counter[int] = Counter()
    for y in range(inner.top(), inner.bottom() + 1):
        counted.update(pixels[y * across + inner.left() : y * across + inner.right() + 1])
    if len(counted) < 2:
        return None
    ground = QColor(counted.most_common(1)[0][0]).name()
    ordered = sorted(counted, key=lambda colour: QColor(colour).lightnessF())
    return max(contrast(QColor(colour).name(), ground) for colour in (ordered[0], ordered[-1]))


def out_of_reach(root: QWidget) -> Iterator[str]:
    """What is wider than the room it scrolls in, where that scrolls up and down only."""
    for area in root.findChildren(QScrollArea):
        inside = area.widget()
        if not area.isVisible() or inside is None or area.horizontalScrollBar().isVisible():
            continue
        if inside.width() > area.viewport().width() + 1:
            yield f"{type(inside).__name__} is {inside.width()} wide in a room of {area.viewport().width()}"
