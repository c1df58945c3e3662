"""A gallery: what is looked at in it has nothing cut off or covered, fits a small screen, and can be kept as a picture.

With a folder in `ITA_PICTURES` each is kept there, to be looked at. Dark, and the scales of Windows, are for the soak.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from paint import faint_words, out_of_reach
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget
from test_looks import LONG, troubles

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.office import change_office
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.theme import Choice

SCREENS = {"1.0": (1366, 736), "1.25": (1093, 590), "1.5": (911, 480), "2.0": (960, 508)}
"""What an office PC leaves a window at each scale; at 2.0 the screen is a larger one."""
SMALLEST = (900, 480)


class Gallery:
    def __init__(self, colour: str) -> None:
        self._colour = colour
        self.found: dict[str, list[str]] = {}

    def look(self, name: str, seen: QWidget) -> None:
        self.found[name] = [*troubles(seen), *out_of_reach(seen), *faint_words(seen)]
        least = seen.minimumSizeHint()
        if (
            isinstance(seen, QDialog | QFrame)
            and seen.isWindow()
            and (least.width() > SMALLEST[0] or least.height() > SMALLEST[1])
        ):
            self.found[name].append(f"does not fit into {SMALLEST}: {least}")
        folder = os.environ.get("ITA_PICTURES")
        if folder:
            seen.grab().save(str(Path(folder) / f"{self._colour}-{name}.png"))

    def look_at_dialog(self, name: str, window: QWidget) -> QDialog:
        """The one that is open over a window."""
        dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
        QApplication.processEvents()
        self.look(name, dialog)
        return dialog


@pytest.fixture(params=[Choice.LIGHT, pytest.param(Choice.DARK, marks=pytest.mark.soak)], ids=["light", "dark"])
def gallery(request, theme) -> Iterator[Gallery]:
    theme.choose(request.param)
    made = Gallery(request.param.value)
    yield made
    theme.choose(Choice.SYSTEM)
    assert {name: what for name, what in made.found.items() if what} == {}


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    """On its first page, as large as an office PC leaves it at this scale."""
    window.resize(*SCREENS[os.environ.get("QT_SCALE_FACTOR", "1.0")])
    return window


@pytest.fixture
def long_words(small: MainWindow, filled: MainWindow) -> MainWindow:
    """Names and texts as long as real ones."""
    session = filled.session
    office = replace(session.document.office, name="องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ")
    session.run(change_office, office)
    year = session.year
    session.run(change_finding, year.number, replace(year.findings[0], text=f"{LONG} " * 5, advice=LONG), "ข้อความ")
    for measure in year.measures[:2]:
        owners = (f"{LONG[:60]} สำนักงาน", "กองคลัง")
        session.run(change_measure, year.number, replace(measure, title=LONG, owners=owners), "ชื่อ")
    return filled
