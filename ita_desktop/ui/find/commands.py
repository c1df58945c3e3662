"""What can be done now: every line of the menus, and every verb of the tab that is looked at, with its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from ita_desktop.ui.find.things import Thing
from ita_desktop.ui.widgets.buttons import is_verb

_MNEMONIC = re.compile(r"\s*\(&.\)")
COMMANDS = "คำสั่ง"
OF_THE_TAB = "คำสั่งของแท็บนี้"
FIND = "Ctrl+K"


def of_menus(bar: QMenuBar) -> Iterator[Thing]:
    """All but finding itself."""
    for menu in bar.actions():
        yield from (thing for thing in _in(menu, ()) if thing.key != FIND)


def _in(menu: QAction, above: tuple[str, ...]) -> Iterator[Thing]:
    path = (*above, _words(menu))
    inside: QMenu = menu.menu()  # type: ignore[assignment]
    for action in inside.actions():
        if action.menu() is not None:
            yield from _in(action, path)
        elif action.isEnabled() and action.isVisible() and not action.isSeparator():
            title = ": ".join((*path[1:], _words(action)))
            yield _thing(COMMANDS, title, action, menu=path[0])


def of_tab(tab: QWidget) -> Iterable[Thing]:
    """What the list that is looked at can do with what is chosen, and the tab's buttons; each verb once."""
    verbs = {thing.title: thing for thing in _on_buttons(tab)}
    view = tab.focusProxy()
    for action in view.actions() if view is not None else ():
        if action.isEnabled() and action.isVisible():
            verbs[_words(action)] = _thing(OF_THE_TAB, _words(action), action)
    return verbs.values()


def _on_buttons(tab: QWidget) -> Iterator[Thing]:
    for button in tab.findChildren(QToolButton):
        if is_verb(button) and button.isVisible() and button.isEnabled() and button.menu() is None:
            keys = [shortcut.key().toString() for shortcut in button.findChildren(QShortcut)]
            title = button.text() or button.accessibleName()
            tip = button.toolTip().partition(" (")[0]
            yield Thing(
                group=OF_THE_TAB,
                title=title,
                goal=button.click,
                icon=_icon(button),
                note="" if tip == title else tip,
                key=" ".join(keys),
            )


def _thing(group: str, title: str, action: QAction, *, menu: str = "") -> Thing:
    key = action.shortcut().toString() or action.text().partition("\t")[2]
    note = f"เมนู {menu}" if menu else ""
    return Thing(group=group, title=title, goal=action.trigger, icon=_icon(action), note=note, key=key, menu=menu)


def _icon(owner: QAction | QToolButton) -> str:
    return str(owner.property("icon_name") or "chevron-right")


def _words(action: QAction) -> str:
    return _MNEMONIC.sub("", action.text().partition("\t")[0])
