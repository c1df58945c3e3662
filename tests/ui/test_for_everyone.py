"""For those who cannot see the window, or use no mouse: every control has a name and a role, and the focus is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from test_looks import shown
from test_pictures import dialogs, long_words, views

from ita_desktop.ui.theme import Choice

__all__ = ["long_words"]
ROLE = QAccessible.Role


def controls(root: QWidget) -> list[QWidget]:
    """What the keyboard comes to."""
    return [
        widget
        for widget in shown(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parent(), QComboBox)
    ]


def speechless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name).strip()
        roleless = spoken.role() in (ROLE.NoRole, ROLE.Client) and not isinstance(widget, QScrollArea)
        if not name or roleless:
            found.append(f"{type(widget).__name__} {name!r} {spoken.role().name} in {type(widget.parent()).__name__}")
    return found


def test_every_control_of_every_view_has_a_name_and_a_role(long_words):
    found = {where: speechless(long_words) for where in views(long_words)}
    assert {where: what for where, what in found.items() if what} == {}


def test_every_control_of_every_dialog_has_a_name_and_a_role(long_words, qtbot):
    found = {where: speechless(dialog) for where, dialog in dialogs(long_words, qtbot)}
    assert {where: what for where, what in found.items() if what} == {}


def test_the_first_page_speaks(window):
    assert speechless(window) == []


def test_a_row_of_a_list_is_read_out_whole(filled):
    filled.tabs.go_to(2)
    list_ = filled.pages[2].pane.list
    told = list_.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    measure = list_.model().entry(1).record
    assert measure.title in told
    assert measure.owners[0] in told


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("page", range(4))
def test_where_the_focus_is_can_be_seen(filled, theme, choice, page, qtbot):
    """Each control looks otherwise with the focus than without."""
    theme.choose(choice)
    try:
        filled.tabs.go_to(page)
        QApplication.processEvents()
        unseen = []
        for widget in controls(filled):
            if isinstance(widget, QLabel) or not widget.isEnabled():
                continue
            filled.centralWidget().setFocus()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if not widget.hasFocus():
                continue
            if isinstance(widget, QLineEdit):
                widget.deselect()
            if widget.grab().toImage() == before:
                unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")
        assert unseen == []
    finally:
        theme.choose(Choice.SYSTEM)


def test_no_two_verbs_of_a_window_share_a_key(filled):
    keys: dict[str, list[str]] = {}
    for action in filled.findChildren(QAction):
        if action.shortcutContext() is not Qt.ShortcutContext.WidgetShortcut:
            for key in action.shortcuts():
                keys.setdefault(key.toString(), []).append(action.text())
    shared = {key: verbs for key, verbs in keys.items() if len(verbs) > 1}
    assert shared == {}
    assert all(isinstance(button, QAbstractButton) for button in filled.strip.buttons.values())
