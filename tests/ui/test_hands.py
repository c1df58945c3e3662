"""The hands of the tests reach no further than an officer's."""

import pytest
from hands import CTRL, click, press
from PySide6.QtCore import Qt

from ita_desktop.ui.year_dialogs import YearFactsDialog


def test_what_is_grey_hidden_or_out_of_sight_is_not_pressed(filled):
    for spoilt in (
        lambda button: button.setEnabled(False),
        lambda button: button.hide(),
        lambda button: button.move(button.window().width(), 0),
    ):
        button = filled.strip.buttons["measures"]
        spoilt(button)
        with pytest.raises(AssertionError):
            click(button)
        button.setEnabled(True)
        button.show()


def test_behind_a_dialog_nothing_is_pressed_and_no_key_is_heard(filled, qtbot):
    filled.doors.year_facts()
    dialog = filled.findChild(YearFactsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    here = filled.tabs.current()
    click(filled.strip.buttons["measures"])
    press(Qt.Key.Key_3, CTRL)
    assert filled.tabs.current() is here
    dialog.reject()
