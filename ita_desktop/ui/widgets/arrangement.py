"""How parts of a window stand together: in a column or a row, with a line to drag, or in a room that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ita_desktop.ui.theme import GAP, PANEL


def column_in(widget: QWidget, *, spacing: int = GAP, margin: int = 0) -> QVBoxLayout:
    """What is put in stands one below the other, up to the widget's edges or a margin all around."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return column


def row_in(widget: QWidget, *, spacing: int = GAP) -> QHBoxLayout:
    """What is put in stands side by side, up to the widget's edges."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def side_by_side(
    left: QWidget, right: QWidget, *, sizes: tuple[int, int], stretch: tuple[int, int] | None = None
) -> QSplitter:
    """The line between them can be dragged, and neither goes away by it."""
    return _halves(Qt.Orientation.Horizontal, (left, right), PANEL, sizes, stretch)


def one_above_the_other(
    upper: QWidget, lower: QWidget, *, sizes: tuple[int, int], stretch: tuple[int, int] | None = None
) -> QSplitter:
    """As side by side, with a line to drag between them."""
    return _halves(Qt.Orientation.Vertical, (upper, lower), GAP, sizes, stretch)


def _halves(
    way: Qt.Orientation,
    parts: tuple[QWidget, QWidget],
    apart: int,
    sizes: tuple[int, int],
    stretch: tuple[int, int] | None,
) -> QSplitter:
    halves = QSplitter(way)
    halves.setChildrenCollapsible(False)
    halves.setHandleWidth(apart)
    for at, part in enumerate(parts):
        halves.addWidget(part)
        if stretch is not None:
            halves.setStretchFactor(at, stretch[at])
    halves.setSizes(sizes)
    return halves


def scrolled(inside: QWidget) -> QScrollArea:
    """As wide as its place, and as high as it needs; no frame tells that it scrolls."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
