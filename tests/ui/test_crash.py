"""A mistake of ours: the officer reads that the workbook was looked at, can pass the details on, and works on."""

import sys
import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox
from typing_extensions import override

from ita_desktop import app, log
from ita_desktop.actions.office import change_office
from ita_desktop.app.mistakes import TellOurMistakes
from ita_desktop.domain.records import Office
from ita_desktop.ui.crash_dialog import CrashDialog, look_at
from ita_desktop.ui.dialogs import open_dialog

PATIENCE = 20_000


@pytest.fixture
def told(new, monkeypatch, home, caplog):
    """The program's own hook is in its place, and its log."""
    log.start(home / "log")
    mistakes = TellOurMistakes(new)
    monkeypatch.setattr(sys, "excepthook", mistakes)
    monkeypatch.setattr(threading, "excepthook", mistakes.of_a_thread)
    yield new
    log.start(home / "log of nobody")


def dialogs(window):
    return [each for each in window.findChildren(CrashDialog) if each.isVisible()]


def gone(window, qtbot):
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog), timeout=PATIENCE)


@contextmanager
def said(window, words, qtbot):
    with qtbot.waitSignal(window.session.said, check_params_cb=lambda each: words in each, timeout=PATIENCE):
        yield


def fail_in_a_slot(window, qtbot, mistake=None):
    def slot():
        raise mistake or ZeroDivisionError("'นายสมมติ ใจดี' by zero")

    QTimer.singleShot(0, window, slot)
    qtbot.waitUntil(lambda: bool(dialogs(window)), timeout=PATIENCE)
    return dialogs(window)[0]


def test_a_mistake_in_a_slot_is_told_with_a_workbook_that_was_really_looked_at(told, qtbot):
    dialog = fail_in_a_slot(told, qtbot)
    assert "ตรวจไฟล์ เทศบาล.ita แล้ว ครบทุกค่า" in dialog.safety.said()
    assert "ita-desktop.log" in dialog.log.said()
    assert "ZeroDivisionError" in dialog.log.said()
    dialog.go_on.click()
    told.session.run(change_office, Office(name="ทำงานต่อได้"))
    assert told.session.document.office.name == "ทำงานต่อได้"


def test_a_damaged_workbook_is_not_called_safe(told, qtbot):
    content = bytearray(told.session.path.read_bytes())
    content[content.index("เทศบาลตำบลตัวอย่าง".encode())] ^= 1
    told.session.path.write_bytes(content)
    dialog = fail_in_a_slot(told, qtbot)
    assert "เสียหาย" in dialog.safety.said()
    assert "กู้คืน" in dialog.safety.said()


def test_what_was_half_done_when_it_happened_is_not_in_the_file(told, qtbot):
    def half_done(document):
        with document.change("ครึ่งทาง") as change:
            change.save_office(Office(name="ครึ่งทาง"))
            raise ZeroDivisionError

    QTimer.singleShot(0, told, lambda: told.session.run(half_done))
    qtbot.waitUntil(lambda: bool(dialogs(told)))
    assert "ครบทุกค่า" in dialogs(told)[0].safety.said()
    assert told.session.document.office.name == "เทศบาลตำบลตัวอย่าง"


def test_the_details_can_be_passed_on_and_hold_nothing_of_the_office(told, qtbot):
    dialog = fail_in_a_slot(told, qtbot)
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in copied
    assert "test_crash.py" in copied
    assert "สมมติ" not in copied
    assert str(told.session.path.parent) not in copied


def test_mistakes_that_follow_one_another_open_one_dialog(told, qtbot):
    dialog = fail_in_a_slot(told, qtbot)
    sys.excepthook(ValueError, ValueError("once more"), None)
    QApplication.processEvents()
    assert dialogs(told) == [dialog]
    dialog.go_on.click()
    gone(told, qtbot)
    assert fail_in_a_slot(told, qtbot, KeyError("another one"))


def test_what_goes_wrong_in_painting_is_told_once_and_the_window_lives_on(told, qtbot, home):
    class Broken(QLabel):
        times = 0

        @override
        def paintEvent(self, _event):
            Broken.times += 1
            raise ZeroDivisionError("in painting")

    with said(told, "ที่เดิมอีก", qtbot):
        broken = Broken(told)
        QTimer.singleShot(0, told, broken.show)
        qtbot.waitUntil(lambda: bool(dialogs(told)), timeout=PATIENCE)
        dialogs(told)[0].go_on.click()
        gone(told, qtbot)
        QTimer.singleShot(0, told, broken.update)
    assert Broken.times > 1
    assert (home / "log" / "ita-desktop.log").read_text(encoding="utf-8").count("CRITICAL") == 1
    assert dialogs(told) == []
    told.session.run(change_office, Office(name="ทำงานต่อได้"))
    assert told.session.document.office.name == "ทำงานต่อได้"
    broken.hide()


def test_over_a_dialog_that_is_open_it_is_told_and_goes_with_it(told, qtbot):
    other = QDialog(told)
    open_dialog(other)
    dialog = fail_in_a_slot(told, qtbot)
    assert dialog.parent() is other
    assert QApplication.activeModalWidget() is dialog
    other.close()
    gone(told, qtbot)
    assert fail_in_a_slot(told, qtbot, KeyError("told, though the first was not answered")).parent() is told


def test_an_open_menu_does_not_keep_the_mouse(told, qtbot):
    menu = QMenu(told)
    menu.addAction("คำสั่ง")
    menu.popup(QPoint(10, 10))
    qtbot.waitUntil(menu.isVisible)
    fail_in_a_slot(told, qtbot)
    assert not menu.isVisible()


def test_a_mistake_in_a_thread_is_told_like_any_other(told, qtbot):
    def fail():
        raise ZeroDivisionError("in a thread")

    threading.Thread(target=fail).start()
    qtbot.waitUntil(lambda: bool(dialogs(told)), timeout=PATIENCE)


def test_a_mistake_in_work_beside_the_window_is_told_and_the_next_work_is_done(told, qtbot):
    results = []
    told.jobs.run("", lambda _progress: 1 / 0, results.append)
    qtbot.waitUntil(lambda: bool(dialogs(told)), timeout=PATIENCE)
    told.jobs.run("", lambda _progress: 42, results.append)
    qtbot.waitUntil(lambda: results == [42], timeout=PATIENCE)


def test_a_mistake_while_the_workbook_is_opened_leaves_the_first_page(new, told, qtbot, monkeypatch):
    told.files.close()
    monkeypatch.setattr(told.files, "open_last", lambda: 1 / 0)
    told._pages.setCurrentIndex(0)
    QTimer.singleShot(0, told, told.begin)
    qtbot.waitUntil(lambda: bool(dialogs(told)), timeout=PATIENCE)
    assert told.start.isVisible()


def test_without_a_workbook_nothing_is_promised_of_one(qapp, theme):
    assert look_at(None).words == "ไม่มีสมุดงานเปิดอยู่ในขณะนั้น"


def test_where_even_the_dialog_fails_the_sentence_is_told(told, heard, monkeypatch, qtbot):
    monkeypatch.setattr(CrashDialog, "__init__", lambda *_arguments: 1 / 0)
    sys.excepthook(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=PATIENCE)
    assert "ผิดพลาดโดยไม่คาดคิด" in str(heard.errors.pop())


def test_where_there_is_no_window_yet_a_plain_box_says_so(qapp, home, monkeypatch, capsys, caplog):
    boxes = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append(f"{box.text()} {box.informativeText()}"))
    monkeypatch.setattr(app, "make_window", lambda *_parts: 1 / 0)
    log.start(home / "log")
    assert app.run(None) == 3
    log.start(home / "log of nobody")
    assert "เปิดโปรแกรมไม่ได้" in boxes[0]
    assert "ita-desktop.log" in boxes[0]
    assert "Traceback" not in capsys.readouterr().err
