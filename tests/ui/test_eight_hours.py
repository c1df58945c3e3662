"""One officer's eight hours at the window, lived as fast as the machine can: it never falls, and it does not grow.

One event is one second of the officer's: 28,800 of them make the day. Windows are opened and closed again, tabs, views
and years changed, fields typed in, tables pasted into, steps undone and redone, papers looked at and sent out, and by
the clock that goes along with the events a backup is made every half hour.
"""

from __future__ import annotations

import ctypes
import datetime
import gc
import itertools
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from test_monkey import Monkey

from ita_desktop.actions.workbook import verify
from ita_desktop.storage import backups
from ita_desktop.ui.garbage import Garbage
from ita_desktop.ui.main_window import MainWindow

HOUR = 3_600
"""Events, at one a second."""
GROWTH_ALLOWED = 50 << 20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read where Linux keeps the figure")


def memory() -> int:
    """What the process still needs: what nobody refers to is gone, and what was given up is back with the system."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) << 10


class Officer:
    def __init__(self, window: MainWindow, out: Path, seed: int) -> None:
        self.window = window
        self.random = random.Random(seed)
        self.monkey = Monkey(window, seed)
        self.out = out
        self.seconds = 0
        self.did: Counter[str] = Counter()
        self._names = itertools.count()
        doors = window.doors
        self._doors: tuple[Callable[[], object], ...] = (
            *(doors.find, doors.papers, doors.papers, doors.office, doors.add_year, doors.year_facts, doors.rounds),
            *(doors.standing, doors.proof, doors.phrases, doors.division_forms, doors.evidence, doors.frameworks),
            *(doors.effects, doors.table_shapes, doors.help),
            *(window.importing.open, window.keeping.backups, window.sticks.send, window.sticks.check),
        )

    def now(self) -> datetime.datetime:
        return datetime.datetime(2025, 11, 20, 8, 30, tzinfo=datetime.UTC) + datetime.timedelta(seconds=self.seconds)

    def live(self, seconds: int) -> None:
        for _ in range(seconds):
            self.seconds += 1
            self._act()
            QApplication.processEvents()
            if self.seconds % (HOUR // 2) == 0:
                self.window.files.backups.quietly()
                self.did["backup"] += 1

    def _act(self) -> None:
        chance = self.random.random()
        opened = self._opened()
        if opened and chance < 0.06:
            self._close(self.random.choice(opened))
        elif len(opened) < 3 and chance < 0.075 and QApplication.activeModalWidget() is None:
            self._note("a window is opened", self.random.choice(self._doors))
        elif chance < 0.1:
            self._note("tab", lambda: self.window.show_tab(self.random.randrange(4)))
        elif chance < 0.11:
            years = self.window.session.document.years()
            self._note("year", lambda: self.window.choose_year(self.random.choice(years)))
        elif chance < 0.12:
            page = self.window.pages[self.random.choice((1, 2, 3))]
            page.ensure_built()
            self._note("view", lambda: page.look_through(self.random.choice(list(page.ways.buttons))))
        elif chance < 0.2:
            self._note("undo", self.window.undo)
        elif chance < 0.23:
            self._note("redo", self.window.redo)
        elif chance < 0.27:
            self._in_the_papers()
        elif chance < 0.271:
            self._note("sheets out", self.window.files.export_sheets)
        elif chance < 0.273:
            self._note("review", self.window.header.review.toggle)
        elif chance < 0.274:
            self._note(
                "shape", lambda: self.window.resize(self.random.randint(900, 1400), self.random.randint(520, 760))
            )
        else:
            self.monkey.act()
            self.did["by hand"] += 1

    def _in_the_papers(self) -> None:
        """Where the window of the papers is open: another paper, another page, another size, or out of the house."""
        papers = next((w for w in QApplication.topLevelWidgets() if w.inherits("PapersWindow") and w.isVisible()), None)
        if papers is None:
            return
        match self.random.randrange(4):
            case 0:
                rows = papers.list.model().rowCount()
                self._note(
                    "paper",
                    lambda: papers.list.setCurrentIndex(papers.list.model().index(self.random.randrange(rows), 0)),
                )
            case 1:
                QTest.keyClick(papers.preview.view, self.random.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)))
            case 2:
                QTest.keyClick(
                    papers, self.random.choice((Qt.Key.Key_Plus, Qt.Key.Key_Minus)), Qt.KeyboardModifier.ControlModifier
                )
            case _:
                if self.random.random() < 0.2:
                    self._note("paper out", papers.export)

    def _opened(self) -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if w is not self.window and w.isVisible() and isinstance(w, QDialog | QMainWindow)]

    def _close(self, window: QWidget) -> None:
        self.did["a window is closed"] += 1
        window.close()

    def _note(self, what: str, verb: Callable[[], object]) -> None:
        self.did[what] += 1
        verb()

    def look_away(self) -> None:
        """A menu waits in a loop of its own until somebody chooses or leaves it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def close_all(self) -> None:
        for window in self._opened():
            window.close()
        self.window.flush()

    def settle(self, qtbot) -> None:
        """What runs beside the window comes to its end, and what was closed is really gone."""
        qtbot.waitUntil(lambda: not (self.window.files.backups.busy or self.window.jobs.busy), timeout=600_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def name(self, proposal: Path) -> Path:
        """Where something may go out to; a day makes many files, and none is asked for twice."""
        for left in sorted(self.out.iterdir())[:-20]:
            if left.is_file():
                left.unlink()
        return self.out / f"{next(self._names):06d}{proposal.suffix}"


def live_through(make_window, heard, monkeypatch, sample, tmp_path, qtbot, seconds: int, warm: int) -> Officer:
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: True))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)  # no printer stands here
    monkeypatch.setattr(heard, "_answer", lambda _question: None)
    window = make_window()
    Garbage(window)
    out = tmp_path / "ออก"
    out.mkdir()
    officer = Officer(window, out, seed=1)
    leaving = QTimer(window, interval=200)
    leaving.timeout.connect(officer.look_away)
    leaving.start()
    window.files.now = window.files.backups._now = officer.now
    monkeypatch.setattr(heard, "save_file", lambda _title, _kinds, proposal: officer.name(proposal))
    monkeypatch.setattr(heard, "choose_folder", lambda _title, _folder: None)
    path = tmp_path / "งาน.ita"
    path.write_bytes(sample.read_bytes())
    window.files.open(path)
    begun = time.monotonic()
    officer.live(warm)
    officer.close_all()
    officer.settle(qtbot)
    before = memory()
    while officer.seconds < seconds:
        officer.live(min(HOUR // 4, seconds - officer.seconds))
        officer.close_all()
        officer.settle(qtbot)
        print(  # noqa: T201
            f"{officer.seconds / HOUR:.2f} h: {(memory() - before) / 2**20:+.1f} MB since {warm / HOUR:.2f} h, "
            f"{len(QApplication.allWidgets())} widgets, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
    heard.errors.clear()
    heard.told.clear()
    grown = memory() - before
    content = window.session.document.workbook()
    window.files.close()
    officer.settle(qtbot)
    verify(path, frameworks=window.files.places.frameworks)
    kept = backups.found_in(backups.folder_of(path, window.files.places.backups))
    for backup in kept:
        verify(backup.path, frameworks=window.files.places.frameworks)
    assert len(kept) >= seconds // (HOUR // 2)
    assert content.years
    print(dict(officer.did))  # noqa: T201
    assert grown < GROWTH_ALLOWED, f"{grown / 2**20:.0f} MB more than after the warm-up"
    return officer


def test_a_quarter_of_an_hour_goes_by(make_window, heard, monkeypatch, sample, tmp_path, qtbot):
    officer = live_through(make_window, heard, monkeypatch, sample, tmp_path, qtbot, seconds=300, warm=150)
    assert officer.did["by hand"] > 150


@pytest.mark.soak
def test_eight_hours_of_an_officer_at_one_event_a_second(
    make_window, heard, monkeypatch, sample, tmp_path, qtbot, tried
):
    officer = live_through(make_window, heard, monkeypatch, sample, tmp_path, qtbot, seconds=8 * HOUR, warm=HOUR)
    assert officer.did["backup"] == 16
    tried("R18", 1)
