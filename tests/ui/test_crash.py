"""A mistake of ours: the officer reads that the workbook was looked at, can pass the details on, and works on."""

import sys

import pytest
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ita_desktop import app, log
from ita_desktop.actions.office import change_office
from ita_desktop.domain.records import Office
from ita_desktop.ui.crash_dialog import CrashDialog, look_at


@pytest.fixture
def told(new, monkeypatch, home, caplog):
    """The program's own hook is in its place, and its log."""
    log.start(home / "log")
    monkeypatch.setattr(sys, "excepthook", app.TellOurMistake(new))
    yield new
    log.start(home / "log of nobody")


def dialogs(window):
    return [each for each in window.findChildren(CrashDialog) if each.isVisible()]


def fail_in_a_slot(window, qtbot, mistake=None):
    def slot():
        raise mistake or ZeroDivisionError("'นายสมมติ ใจดี' by zero")

    QTimer.singleShot(0, window, slot)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
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
    assert dialogs(told) == [dialog]
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not dialogs(told))
    assert fail_in_a_slot(told, qtbot) is not dialog


def test_a_restart_lets_go_of_the_workbook_and_opens_it_again(told, qtbot, monkeypatch):
    started, left = [], []
    monkeypatch.setattr(QApplication, "exit", staticmethod(left.append))
    monkeypatch.setattr(QProcess, "startDetached", staticmethod(lambda *command: started.append(command)))
    path = told.session.path
    fail_in_a_slot(told, qtbot).again.click()
    assert left == [0]
    assert told.session.document is None
    application = QApplication.instance()
    app._begin_again_if_wanted(application)
    assert started == [(sys.executable, ["-m", "ita_desktop", str(path)])]
    application.setProperty(app._AGAIN, None)
    app._begin_again_if_wanted(application)
    assert len(started) == 1


def test_without_a_workbook_nothing_is_promised_of_one(qapp, theme):
    assert look_at(None).words == "ไม่มีสมุดงานเปิดอยู่ในขณะนั้น"


def test_where_even_the_dialog_fails_the_sentence_is_told(told, heard, monkeypatch):
    monkeypatch.setattr(CrashDialog, "__init__", lambda *_arguments: 1 / 0)
    sys.excepthook(ValueError, ValueError("x"), None)
    assert "ผิดพลาดโดยไม่คาดคิด" in str(heard.errors.pop())
