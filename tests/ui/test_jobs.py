"""Long work goes on beside the window and comes back to it."""

import sys
import threading

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui import jobs as jobs_module
from ita_desktop.ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot, heard):
    made = Jobs(heard)
    yield made
    made.close()


def test_work_is_done_elsewhere_and_its_result_comes_back_here(jobs, qtbot):
    threads = []
    results = []

    def work(_progress):
        threads.append(threading.current_thread())
        return 42

    def done(result):
        threads.append(threading.current_thread())
        results.append(result)

    jobs.run("กำลังทำ", work, done)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()
    assert not jobs.busy


def test_short_work_shows_nothing(jobs, qtbot):
    results = []
    with qtbot.assertNotEmitted(jobs.shown, wait=400):
        jobs.run("กำลังทำ", lambda _progress: 1, results.append)
    assert results == [1]


def test_long_work_is_shown_after_a_moment_and_hidden_when_done(jobs, qtbot, monkeypatch):
    go_on = threading.Event()
    jobs._clock.setInterval(20)
    with qtbot.waitSignal(jobs.shown) as shown:
        jobs.run("กำลังทำรายงาน", lambda _progress: go_on.wait(5), lambda _result: None)
    assert shown.args == ["กำลังทำรายงาน"]
    with qtbot.waitSignal(jobs.hidden):
        go_on.set()
    assert jobs_module.SHOW_AFTER_MS == 300


def test_work_says_how_far_it_is(jobs, qtbot):
    with qtbot.waitSignal(jobs.progressed) as progressed:
        jobs.run("", lambda progress: progress.report("หน้า 3", 0.5), lambda _result: None)
    assert progressed.args == ["หน้า 3", 0.5]


def test_cancelled_work_stops_where_it_next_reports_and_delivers_nothing(jobs, qtbot):
    started, stopped = threading.Event(), threading.Event()
    results = []

    def work(progress):
        started.set()
        try:
            while True:
                progress.report("", 0.1)
        finally:
            stopped.set()

    jobs.run("", work, results.append)
    assert started.wait(5)
    jobs.cancel()
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert results == []


def test_a_known_trouble_is_told(jobs, qtbot, heard):
    def work(_progress):
        raise ItaError("ดิสก์เต็ม")

    jobs.run("", work, lambda _result: None)
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert heard.errors.pop().happened == "ดิสก์เต็ม"


def test_our_own_mistake_reaches_the_last_net(jobs, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, mistake, trace: caught.append(mistake))

    def work(_progress):
        raise ZeroDivisionError

    jobs.run("", work, lambda _result: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0], ZeroDivisionError)


def test_closing_waits_for_what_is_being_written(qtbot, heard):
    jobs = Jobs(heard)
    begun, finished = threading.Event(), []

    def work(_progress):
        begun.set()
        threading.Event().wait(0.05)
        finished.append(True)

    jobs.run("", work, lambda _result: None)
    assert begun.wait(5)
    jobs.close()
    assert finished == [True]


def test_whoever_wanted_it_may_be_gone_before_the_work_is_done(heard, qtbot):
    """A thread that spoke through a window that was let go used to end the program."""
    go_on = threading.Event()
    results = []
    dialog = QDialog()
    jobs = Jobs(heard, dialog)
    jobs.run("กำลังอ่าน", lambda progress: (go_on.wait(20), progress.report("อ่านแล้ว", 1)), results.append)
    dialog.deleteLater()
    del jobs
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs_module._at_work, timeout=20_000)
    assert results == []
