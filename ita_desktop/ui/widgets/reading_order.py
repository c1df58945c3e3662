"""Tab goes through a window as one reads it, whenever its parts were made.

Qt goes by the order in which parts came into the window: a tab that is built late, a chip that was just added and a
step that was just written would all come last, and what stands before the list of a tab never.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStatusBar,
    QTabWidget,
    QWidget,
)


def go_on_by_tab(window: QMainWindow, *, forward: bool) -> bool:
    """Give the focus to the next control, or to the one before. For a window's `focusNextPrevChild`."""
    order = list(controls(window))
    if not order:
        return False
    target = order[_next_to(window.focusWidget(), order, forward=forward) % len(order)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(target)
    return True


def _next_to(focused: QWidget | None, order: list[QWidget], *, forward: bool) -> int:
    """What has the focus may stand within a control, or be no stop any more: then its neighbours are near."""
    around = focused
    while around is not None:
        if around in order:
            return order.index(around) + (1 if forward else -1)
        near = [number for number, control in enumerate(order) if around.isAncestorOf(control)]
        if near:
            return near[0 if forward else -1]
        around = around.parentWidget()
    return 0 if forward else -1


def controls(whole: QWidget) -> Iterator[QWidget]:
    """What Tab can come to now, in the order in which it is read."""
    for part in _parts(whole):
        if part.isVisible() and part.isEnabled():
            if _is_stop(part):
                yield part
            yield from controls(part)


def _is_stop(part: QWidget) -> bool:
    """Of buttons of which one is pressed, that one; arrows lead to the others."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        return part is group.checkedButton()
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def _parts(whole: QWidget) -> Iterator[QWidget]:
    found: Iterable[QWidget | None] = ()
    if isinstance(whole, QMainWindow):
        foot = whole.findChildren(QStatusBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        found = (whole.centralWidget(), *foot)  # to ask for the status bar would make one
    elif isinstance(whole, QTabWidget):
        found = (whole.tabBar(), whole.currentWidget())
    elif isinstance(whole, QSplitter):
        found = map(whole.widget, range(whole.count()))
    elif isinstance(whole, QScrollArea):
        found = (whole.widget(),)
    elif (layout := whole.layout()) is not None:
        found = _in_layout(layout)
    yield from (part for part in found if part is not None)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = item.layout() if item is not None else None
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _bring_into_sight(control: QWidget) -> None:
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control)
        around = around.parentWidget()
