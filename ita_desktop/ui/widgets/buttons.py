"""Buttons of a toolbar: a verb, its icon, its key in the tip; and the verbs of a list, for its menu and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ita_desktop.ui import icons

_VERB = "verb"


def is_verb(button: QToolButton) -> bool:
    """Made here, and no chip or arrow that only looks like it."""
    return bool(button.property(_VERB))


def verb_button(text: str, picture: str, tip: str = "", *, key: str = "", checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setProperty(_VERB, True)
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
    button.setProperty(_VERB, True)
    button.setProperty("look", "flat")
    button.setToolTip(f"{name} ({key})" if key else name)
    button.setAccessibleName(name)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.give(button, picture)
    return button


def key_within(widget: QWidget, key: str, run: Callable[[], object]) -> None:
    """A key that means this only while the widget itself has the focus."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(run)


def verb(
    owner: QWidget, text: str, picture: str, key: str, run: Callable[[], object], *, everywhere: bool = False
) -> QAction:
    """Something that can be done with what is chosen: a line of the menu, and a key that means it only while a list
    that knows the verb has the focus, for Delete must not reach into a text field; or `everywhere` in its owner."""
    action = QAction(text, owner, shortcut=QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    if everywhere:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner.addAction(action)
    action.triggered.connect(lambda _checked=False: run())
    icons.give(action, picture)
    return action


def more_button(verbs: Sequence[QAction]) -> QToolButton:
    """What is done seldom, in a menu of its own."""
    button = icon_button("more", "คำสั่งอื่น")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.addActions(list(verbs))
    button.setMenu(menu)
    return button
