"""The window of the rules on an office's small screen."""

import pytest
from laid_out import name, shown, troubles
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollBar
from rule_hands import part, retype


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def zoomed(request, theme):
    theme.set_zoom(request.param)
    yield request.param
    theme.set_zoom(1.0)


def test_every_part_fits(zoomed, window, qtbot):
    for size in ((1080, 640), (895, 440)) if zoomed == 1 else ((1340, 720),):
        window.resize(*size)
        for year in (2568, 2562):
            window.years.go_to(year)
            for tab in range(window.tabs.count()):
                window.tabs.setCurrentIndex(tab)
                qtbot.waitUntil(lambda: troubles(window) == [])


def test_the_reason_of_what_is_not_saved_fits(zoomed, window, qtbot):
    retype(qtbot, part(window, "tools"), 0, 2, "25")
    qtbot.waitUntil(lambda: troubles(window) == [])


def test_the_window_fits_the_smallest_screen(zoomed, window):
    if zoomed == 1:
        assert window.minimumSizeHint().width() <= 900
        assert window.minimumSizeHint().height() <= 480


def test_every_control_says_its_name(window):
    nameless = []
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        for widget in shown(window):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollBar):
                named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                if not named and not isinstance(widget.parent(), QComboBox):
                    nameless.append(f"{type(widget).__name__} in {name(widget.parent())}")
    assert nameless == []
