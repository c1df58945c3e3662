"""The whole way, in real processes: a slot fails, it is told, "begin again" is pressed, and the work is all there."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ita_desktop import paths
from ita_desktop.actions.workbook import create
from ita_desktop.app.again import command, let_go_of_the_workbook
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.records import Office
from ita_desktop.storage.document import Document

ROOT = Path(__file__).parents[2]
PATIENCE = 120

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from ita_desktop import app, log, paths
from ita_desktop.actions.office import change_office
from ita_desktop.domain.records import Office

make = app.make_window

def with_an_officer(application, messages):
    window = make(application, messages)
    hand = QTimer(window, interval=20)

    def act():
        from ita_desktop.ui.crash_dialog import CrashDialog
        dialog = next((each for each in window.findChildren(CrashDialog) if each.isVisible()), None)
        if dialog is not None:
            hand.stop()
            print(dialog.safety.said(), flush=True)
            QTest.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
        elif window.session.document is not None and window.session.document.office.name == "ก่อน":
            window.session.run(change_office, Office(name="บันทึกแล้วก่อนผิดพลาด"))
            QTimer.singleShot(0, window, lambda: 1 / 0)

    hand.timeout.connect(act)
    hand.start()
    return window

app.make_window = with_an_officer
log.start(paths.log_folder())
sys.exit(app.run(Path(sys.argv[1])))
"""
NOTE_WHO_STARTS = """
import os, sys
with open(os.environ["WHO_STARTS"], "a", encoding="utf-8") as notes:
    print(os.getpid(), sys.orig_argv, file=notes)
"""


@pytest.fixture
def workbook(tmp_path, places):
    path = tmp_path / "สมุดงาน ของเรา.ita"
    create(path, Office(name="ก่อน"), (2568,), frameworks=places.frameworks).close()
    return path


@pytest.fixture
def starts(tmp_path):
    """Each program that was started, by its number and its command; none lives longer than the test."""

    def noted():
        lines = (tmp_path / "who").read_text(encoding="utf-8").splitlines() if (tmp_path / "who").exists() else ()
        return [(int(number), told) for number, _, told in (line.partition(" ") for line in lines)]

    yield noted
    for number, _ in noted():
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGTERM)


@pytest.fixture
def environment(tmp_path):
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(NOTE_WHO_STARTS, encoding="utf-8")
    return {
        **os.environ,
        "HOME": str(tmp_path / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "first"), str(ROOT)]),
        "WHO_STARTS": str(tmp_path / "who"),
    }


def wait_until(is_so):
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="the process is ended by a signal")
def test_after_a_mistake_the_program_begins_again_with_the_workbook_and_all_that_was_saved(
    workbook, environment, starts, tmp_path, places
):
    (tmp_path / "json.py").write_text("raise SystemExit('a stray file beside the workbook was run')")
    told = tmp_path / "told"
    with told.open("wb") as out:  # no pipe: it would be open as long as the second program is
        program = [sys.executable, "-P", "-c", FIRST, workbook]
        first = subprocess.run(program, stdout=out, stderr=out, cwd=tmp_path, env=environment, timeout=PATIENCE)
    assert first.returncode == 0, told.read_text(encoding="utf-8")
    assert "ครบทุกค่า" in told.read_text(encoding="utf-8")
    assert "Traceback" not in told.read_text(encoding="utf-8")

    wait_until(lambda: len(starts()) > 1)
    assert workbook.name in starts()[1][1]

    def is_open():
        try:
            Document.open(workbook, frameworks=places.frameworks).close()
        except FileTrouble as trouble:
            return "เปิดใช้อยู่" in trouble.happened
        return False

    wait_until(is_open)
    with Document.open(workbook, frameworks=places.frameworks, read_only=True) as seen:
        assert seen.office.name == "บันทึกแล้วก่อนผิดพลาด"


def test_where_it_is_installed_on_windows_the_program_begins_by_its_own_name(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    assert command((Path("งาน.ita"),)) == [sys.executable, "-P", "-m", "ita_desktop", "งาน.ita"]
    (tmp_path / "ITA Desktop.exe").touch()
    assert command(()) == [str(tmp_path / "ITA Desktop.exe")]


def test_where_the_window_cannot_even_be_closed_the_workbook_is_free_all_the_same(new, places):
    path = new.session.path
    let_go_of_the_workbook(new)
    Document.open(path, frameworks=places.frameworks).close()
    new.session.use(None)
