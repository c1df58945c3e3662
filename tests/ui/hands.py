"""The officer's hands: mouse and keys that come through the window system, and so reach only what is seen and free.

Qt itself finds what is under the mouse or has the focus. What is hidden, covered, grey or behind a dialog that waits
for an answer gets nothing, as it would at a desk.
"""

from __future__ import annotations

import pytest
from officer import type_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QMenu, QMenuBar, QWidget

from ita_desktop.ui.table import Table

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TRIES = 1000


def in_front() -> QWindow:
    """Where keys go. Without a screen nobody gives the focus back when a list that dropped down has closed."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the focus"
    if not window.isVisible():
        window = QApplication.focusWidget().window().windowHandle()
        window.requestActivate()
        QTest.qWaitForWindowActive(window)
    return window


def button(root: QWidget, name: str) -> QAbstractButton:
    """The one of this name that can be seen."""
    there = (each for each in root.findChildren(QAbstractButton) if each.isVisible())
    found = next((each for each in there if name in (each.accessibleName(), each.text())), None)
    return found or pytest.fail(f"nobody sees a button {name}")


# The mouse


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """In the middle of what is seen of it, or at a place in it."""
    in_front()
    if place is None:
        place = widget.visibleRegion().boundingRect().center()
    assert widget.visibleRegion().contains(place), f"{name_of(widget)} cannot be seen there"
    window = widget.window()
    there = widget.mapTo(window, place)
    under = window.childAt(there) or window
    assert under is widget or widget.isAncestorOf(under), f"{name_of(widget)} is covered by {name_of(under)}"
    assert widget.isEnabled(), f"{name_of(widget)} is grey"
    QTest.mouseMove(window.windowHandle(), there)
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, there)
    QApplication.processEvents()


def click_row(view: QAbstractItemView, row: int) -> None:
    index = view.model().index(row, 0)
    click(view.viewport(), view.visualRect(index).center())


def pick(field: QComboBox, value: object) -> None:
    """Opened, and one of its lines clicked."""
    click(field)
    listed = field.view()
    QTest.qWaitForWindowExposed(listed.window())
    QTest.qWait(QApplication.doubleClickInterval())  # a release sooner belongs to the click that opened it
    click_row(listed, next(row for row in range(field.count()) if field.itemData(row) == value))
    for _ in range(TRIES):
        if field.currentData() == value:
            return
        QTest.qWait(10)
    pytest.fail(f"{name_of(field)} was not chosen")


def choose_from(bar: QMenuBar, title: str, line: str) -> None:
    menu = _action(bar, title)
    click(bar, bar.actionGeometry(menu).center())
    opened = menu.menu()
    QTest.qWaitForWindowExposed(opened)
    click(opened, opened.actionGeometry(_action(opened, line)).center())


def _action(where: QMenuBar | QMenu, words: str) -> QAction:
    return next(action for action in where.actions() if words in action.text())


# The keys


def press(key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    """Wherever the focus is; a menu that is open takes it."""
    QTest.keyClick(in_front(), key, keys)
    QApplication.processEvents()


def write(text: str) -> None:
    """Where the focus is."""
    type_in(QApplication.focusWidget(), text)


def tab_to(widget: QWidget) -> None:
    """In a table Tab goes from cell to cell, and F6 out of it."""
    for _ in range(120):
        here = QApplication.focusWidget()
        if here in (widget, widget.focusProxy()):
            return
        press(Qt.Key.Key_F6 if isinstance(here, Table) else Qt.Key.Key_Tab)
    pytest.fail(f"Tab never came to {name_of(widget)}")


def name_of(widget: QWidget | None) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() if widget else ''}".strip()
