"""Buttons of a toolbar: a verb, its icon, its key in the tip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from ita_desktop.ui import icons


def verb_button(text: str, picture: str, tip: str = "", *, key: str = "", checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setProperty("look", "button")
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(f"{tip or text} ({key})" if key else tip or text)
    button.setAccessibleName(text)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if key:  # not the button's own: that would press it visibly, a tenth of a second later
        QShortcut(QKeySequence(key), button).activated.connect(button.click)
    icons.give(button, picture, "accent")
    return button


def icon_button(picture: str, name: str, *, key: str = "", checkable: bool = False) -> QToolButton:
    """A button that is only an icon; its name is for the tip and for those who cannot see it."""
    button = QToolButton()
    button.setProperty("look", "flat")
    button.setToolTip(f"{name} ({key})" if key else name)
    button.setAccessibleName(name)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.give(button, picture)
    return button


def key_within(widget: QWidget, key: str, verb: Callable[[], object]) -> None:
    """A key that means this only while the widget itself has the focus: Delete must not reach into a text field."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(verb)
