"""How parts of a window stand together: side by side with a line to drag, or in a room that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from ita_desktop.ui.theme import PANEL


def side_by_side(
    left: QWidget, right: QWidget, *, sizes: tuple[int, int], stretch: tuple[int, int] | None = None
) -> QSplitter:
    """The line between them can be dragged, and neither goes away by it."""
    halves = QSplitter(Qt.Orientation.Horizontal)
    halves.setChildrenCollapsible(False)
    halves.setHandleWidth(PANEL)
    for at, half in enumerate((left, right)):
        halves.addWidget(half)
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
