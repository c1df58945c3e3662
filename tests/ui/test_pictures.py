"""Every tab, view, dialog and empty state, one after another: nothing is cut off and nothing lies over something else.

With a folder in `ITA_PICTURES` each is kept there as a picture, to be looked at. The soak looks at all of it at the
four scales of Windows, in light and in dark.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from test_looks import LONG, troubles

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.office import change_office
from ita_desktop.ui.find.popup import FindPopup
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.theme import Choice

ROOT = Path(__file__).parents[2]
SCALES = ("1.0", "1.25", "1.5", "2.0")
SCREENS = {"1.0": (1366, 736), "1.25": (1093, 590), "1.5": (911, 480), "2.0": (960, 508)}
"""What an office PC leaves a window at each scale; at 2.0 the screen is a larger one."""


@pytest.fixture(params=[Choice.LIGHT, pytest.param(Choice.DARK, marks=pytest.mark.soak)], ids=["light", "dark"])
def in_colour(request, theme):
    theme.choose(request.param)
    yield request.param.value
    theme.choose(Choice.SYSTEM)


def size() -> tuple[int, int]:
    return SCREENS[os.environ.get("QT_SCALE_FACTOR", "1.0")]


def keep(name: str, seen: QWidget) -> None:
    folder = os.environ.get("ITA_PICTURES")
    if folder:
        for _ in range(3):
            QApplication.processEvents()
        seen.grab().save(str(Path(folder) / f"{name}.png"))


def test_the_first_page(window, in_colour):
    window.resize(*size())
    keep(f"{in_colour}-first-page", window)
    assert troubles(window) == []


def test_every_empty_state(new, in_colour):
    new.resize(*size())
    found = {}
    for where in views(new):
        keep(f"{in_colour}-empty-{where}", new)
        found[where] = troubles(new)
    assert {where: what for where, what in found.items() if what} == {}


def test_every_view_with_long_thai_text(long_words, in_colour):
    long_words.resize(*size())
    found = {}
    for where in views(long_words):
        keep(f"{in_colour}-{where}", long_words)
        found[where] = troubles(long_words)
    assert {where: what for where, what in found.items() if what} == {}


def test_every_dialog_with_long_thai_text(long_words, in_colour, qtbot):
    long_words.resize(*size())
    found = {}
    for where, dialog in dialogs(long_words, qtbot):
        keep(f"{in_colour}-dialog-{where}", dialog)
        found[where] = troubles(dialog)
        least = dialog.minimumSizeHint()
        if least.width() > 900 or least.height() > 480:
            found[where].append(f"does not fit into 900x480: {least}")
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.soak
@pytest.mark.parametrize("scale", SCALES)
def test_all_of_it_at_every_scale_of_windows(scale, tmp_path):
    """In a process of its own: Qt takes the scale of the screen when it starts."""
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-m",
            "",
            "-k",
            "not every_scale",
            __file__,
            Path(__file__).parent / "pictures",
        ],
        env=os.environ | {"QT_SCALE_FACTOR": scale},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout[-4000:]


# What there is to see


@pytest.fixture
def long_words(filled):
    """Names and texts as long as real ones."""
    session = filled.session
    office = replace(session.document.office, name="องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ")
    session.run(change_office, office)
    year = session.year
    session.run(change_finding, year.number, replace(year.findings[0], text=f"{LONG} " * 5, advice=LONG), "ข้อความ")
    long_owner = f"{LONG[:60]} สำนักงาน"
    for measure in year.measures[:2]:
        session.run(change_measure, year.number, replace(measure, title=LONG, owners=(long_owner, "กองคลัง")), "ชื่อ")
    return filled


def views(window: MainWindow) -> Iterator[str]:
    """Each tab in each of its ways to look."""
    for number, page in enumerate(window.pages):
        window.tabs.go_to(number)
        ways = getattr(page, "ways", None)
        for way in ways.buttons if ways is not None else ("",):
            if way:
                page.look_through(way)
            QApplication.processEvents()
            yield f"{number}-{type(page).__name__}{'-' if way else ''}{way}"


def dialogs(window: MainWindow, qtbot) -> Iterator[tuple[str, QWidget]]:
    scores, findings, measures, _ = window.pages
    window.tabs.go_to(2)
    window.tabs.go_to(1)
    findings.pane.list.go_to(window.session.year.findings[0].id)
    openers = {
        "respondents": scores.open_respondents,
        "remarks": scores.open_remarks,
        "library": measures.open_library,
        "measure-history": measures.show_history,
        "finding-history": findings.show_history,
        "effects": window.doors.effects,
        "table-shapes": window.doors.table_shapes,
        "office": window.doors.office,
        "add-year": window.doors.add_year,
        "next-year": window.doors.start_next_year,
        "year-facts": window.doors.year_facts,
        "rounds": window.doors.rounds,
        "help": window.doors.help,
    }
    for name, opener in openers.items():
        opener()
        dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
        qtbot.waitExposed(dialog)
        yield name, dialog
        dialog.reject()
    for name, pane in (("findings", findings.pane), ("measures", measures.pane)):
        window.tabs.go_to_page(findings if name == "findings" else measures)
        pane.filters.click()
        yield f"filters-{name}", pane.filters.panel
        pane.filters.panel.close()
    window.doors.find()
    popup = window.findChild(FindPopup)
    yield "find", popup
    for name, typed in (("anything", "การ"), ("nothing", LONG[:40])):
        popup.line.setText(typed)
        yield f"find-{name}", popup
