"""A gallery: what is looked at in it has nothing cut off or covered, fits a small screen, and says what it is.

With a folder in `ITA_PICTURES` each is kept there as a picture, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from laid_out import LONG, troubles
from paint import faint_words, out_of_reach
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget
from pytestqt.qtbot import QtBot
from spoken import unspoken

from ita_desktop.ui.find.popup import FindPopup
from ita_desktop.ui.main_window import MainWindow

SCREENS = {"1.0": (1366, 736), "1.25": (1093, 590), "1.5": (911, 480), "2.0": (960, 508)}
"""What an office PC leaves a window at each scale; at 2.0 the screen is a larger one."""
SMALLEST = (900, 480)


def room() -> tuple[int, int]:
    """At the scale of this process."""
    return SCREENS[os.environ.get("QT_SCALE_FACTOR", "1.0")]


class Gallery:
    def __init__(self, colour: str) -> None:
        self._colour = colour
        self.found: dict[str, list[str]] = {}

    def look(self, name: str, seen: QWidget) -> None:
        self.found[name] = [*troubles(seen), *out_of_reach(seen), *faint_words(seen), *unspoken(seen)]
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

    def faults(self) -> str:
        """One a line."""
        return "\n".join(f"{name}: {what}" for name, found in self.found.items() for what in found)


def views(window: MainWindow) -> Iterator[str]:
    """Each tab in each of its ways to look."""
    for number, page in enumerate(window.pages):
        window.show_tab(number)
        ways = getattr(page, "ways", None)
        for way in ways.buttons if ways is not None else ("",):
            if way:
                page.look_through(way)
            QApplication.processEvents()
            yield f"{number}-{type(page).__name__}{'-' if way else ''}{way}"


def dialogs(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
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
