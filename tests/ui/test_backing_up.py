"""Backups by themselves: beside the window, of the moment they were begun at, and finished before the window closes."""

import datetime
import os
import sys
import threading
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.actions import workbook
from ita_desktop.actions.office import change_office
from ita_desktop.actions.workbook import create
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.records import Office
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Why
from ita_desktop.storage.document import Document
from ita_desktop.ui.waiting import Waiting

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง")
PATIENCE = 20_000


@pytest.fixture
def path(tmp_path, places):
    made = tmp_path / "สมุดงาน.ita"
    create(made, OFFICE, (2568,), frameworks=places.frameworks).close()
    return made


@pytest.fixture
def found(path, places):
    """Whatever lies among the backups of the workbook."""
    return lambda: backups.found_in(backups.folder_of(path, places.backups))


@pytest.fixture
def office_in(places):
    def name(backup):
        with Document.open(backup.path, frameworks=places.frameworks, read_only=True) as document:
            return document.office.name

    return name


@pytest.fixture
def slow(monkeypatch):
    """A drive that takes its time, until it is let go on."""
    go_on = threading.Event()
    make = workbook.back_up

    def slowly(*arguments, **more):
        assert go_on.wait(60)
        return make(*arguments, **more)

    monkeypatch.setattr(workbook, "back_up", slowly)
    yield go_on
    go_on.set()


@pytest.fixture
def broken(places):
    """The place of the backups is none."""
    places.backups.parent.mkdir(exist_ok=True)
    places.backups.write_text("ไม่ใช่โฟลเดอร์", encoding="utf-8")
    yield places.backups
    if places.backups.is_file():
        places.backups.unlink()


def rename_office(window, name):
    window.session.run(change_office, Office(name=name))


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.files.backups.busy, timeout=PATIENCE)


def click(text, tries=3000):
    """The button of whatever dialog is up, once it is."""

    def look(left):
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Waiting) and dialog.leave.text() == text:
            dialog.leave.click()
        elif left:
            QTimer.singleShot(10, lambda: look(left - 1))

    look(tries)


def test_what_changed_is_backed_up_on_closing_and_only_then(window, path, found, qtbot):
    window.files.open(path)
    window.files.backups.write_as_opened()
    settled(window, qtbot)
    window.files.close()
    settled(window, qtbot)
    assert [each.why for each in found()] == [Why.OPENED]
    window.files.open(path)
    rename_office(window, "ใหม่")
    window.files.close()
    settled(window, qtbot)
    assert [each.why for each in found()] == [Why.OPENED, Why.CLOSED]


def test_what_no_backup_holds_is_kept_as_it_was_opened_also_when_it_is_changed_at_once(
    window, path, found, office_in, qtbot
):
    window.files.open(path)
    rename_office(window, "แก้ทันที")
    window.files.backups.write_as_opened()
    settled(window, qtbot)
    assert [(each.why, office_in(each)) for each in found()] == [(Why.OPENED, OFFICE.name)]
    window.files.close()
    settled(window, qtbot)
    assert office_in(found()[-1]) == "แก้ทันที"
    window.files.open(path)
    window.files.backups.write_as_opened()
    assert not window.files.backups.busy, "the newest backup has the very same content"


def test_closed_within_a_moment_it_still_gets_both(window, path, found, office_in, qtbot):
    window.files.open(path)
    rename_office(window, "แก้ทันที")
    window.files.close()
    settled(window, qtbot)
    assert [(each.why, office_in(each)) for each in found()] == [(Why.OPENED, OFFICE.name), (Why.CLOSED, "แก้ทันที")]


def test_a_changed_clock_does_not_hide_that_no_backup_holds_the_workbook(window, path, found, qtbot):
    window.files.open(path)
    window.files.backups.before(Why.ASKED)
    window.files.close()
    with Document.open(path, frameworks=window.files.places.frameworks) as elsewhere:
        change_office(elsewhere, Office(name="แก้โดยไม่มีข้อมูลสำรอง"))
    os.utime(path, (10**9, 10**9))
    window.files.open(path)
    window.files.backups.write_as_opened()
    settled(window, qtbot)
    assert len(found()) == 2


def test_a_backup_holds_the_moment_it_was_begun_and_typing_goes_on_meanwhile(
    window, path, slow, found, office_in, qtbot
):
    window.files.open(path)
    rename_office(window, "ก่อน")
    window.files.backups.quietly()
    rename_office(window, "ระหว่างนั้น")
    assert window.session.document.office.name == "ระหว่างนั้น"
    assert found() == ()
    slow.set()
    settled(window, qtbot)
    assert [office_in(each) for each in found()] == ["ก่อน"]
    window.files.close()
    settled(window, qtbot)
    assert office_in(found()[-1]) == "ระหว่างนั้น"


def test_the_window_waits_for_the_last_backup_and_says_so(window, path, slow, found, qtbot):
    window.files.open(path)
    rename_office(window, "ใหม่")
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Waiting):
            seen.append((dialog.bar.accessibleName(), window.session.document is not None))
            dialog.close()  # the cross of the window is no decision
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)  # it was meant for the window
            seen.append(dialog.isVisible())
            slow.set()
        else:
            QTimer.singleShot(10, look)

    look()
    window.close()
    assert seen == [("กำลังสำรองข้อมูลก่อนปิด", True), True]
    assert not window.left_behind
    assert window.session.document is None
    assert found()[-1].why is Why.CLOSED


def test_a_window_that_never_had_a_workbook_closes_without_what_comes_with_one(window):
    window.close()
    assert not window.had_workbook
    assert not {"status", "keeping"} & vars(window).keys()


def test_nobody_has_to_wait_for_a_drive_that_does_not_answer(window, path, slow, found, places):
    window.files.open(path)
    rename_office(window, "ใหม่")
    click("ปิดโดยไม่รอ")
    window.close()
    assert window.left_behind
    assert found() == ()
    with Document.open(path, frameworks=places.frameworks) as free:
        assert free.office.name == "ใหม่"
    slow.set()


def test_closing_is_refused_while_somebody_counts_on_the_workbook(window, path, slow):
    window.files.open(path)
    QTimer.singleShot(0, window, window.close)
    QTimer.singleShot(50, slow.set)
    window.files.backups.before(Why.IMPORT)
    assert window.isVisible()
    assert window.session.document is not None


def test_before_an_import_the_backup_is_finished_and_whole(window, path, slow, found, places):
    window.files.open(path)
    QTimer.singleShot(50, slow.set)
    window.files.backups.before(Why.IMPORT)
    (backup,) = found()
    assert backup.why is Why.IMPORT
    workbook.verify(backup.path, frameworks=places.frameworks)


def test_what_should_follow_a_backup_does_not_where_nobody_would_wait(window, path, slow):
    window.files.open(path)
    click("ยกเลิก")
    with pytest.raises(FileTrouble, match="ยังไม่ได้ทำ"):
        window.files.backups.before(Why.IMPORT)
    slow.set()


def test_or_where_there_is_none(window, path, broken):
    window.files.open(path)
    with pytest.raises(FileTrouble):
        window.files.backups.before(Why.IMPORT)


def test_a_backup_that_cannot_be_made_is_told_at_the_foot_and_disturbs_nobody(window, path, broken, heard, qtbot):
    window.files.open(path)
    assert not window.keeping.no_backup.isVisible()
    rename_office(window, "ใหม่")
    window.files.backups.quietly()
    settled(window, qtbot)
    assert window.files.backups._clock.isActive(), "it is tried again"
    assert "สำรองข้อมูลไม่สำเร็จ" in window.status.saved.text()
    window.keeping.no_backup.click()
    told = heard.errors.pop()
    assert told.happened == "ใช้โฟลเดอร์ที่เก็บข้อมูลสำรองไม่ได้"
    assert str(broken) in told.do
    broken.unlink()
    window.files.backups.quietly()
    settled(window, qtbot)
    assert not window.keeping.no_backup.isVisible()


def test_a_backup_that_was_asked_for_and_cannot_be_made_is_said(window, path, broken, heard, qtbot):
    window.files.open(path)
    window.files.backups.aloud()
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=PATIENCE)
    heard.errors.clear()


def test_our_own_mistake_while_backing_up_lets_nothing_go_on(window, path, monkeypatch):
    mistakes = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, mistake, _trace: mistakes.append(mistake))
    monkeypatch.setattr(workbook, "back_up", lambda *_arguments, **_more: 1 / 0)
    window.files.open(path)
    with pytest.raises(FileTrouble):
        window.files.backups.before(Why.IMPORT)
    assert [type(each) for each in mistakes] == [ZeroDivisionError]


def test_another_workbook_can_be_opened_while_the_first_is_still_backed_up(
    window, path, slow, found, tmp_path, places, qtbot
):
    other = tmp_path / "อีกเล่ม.ita"
    create(other, OFFICE, (2568,), frameworks=places.frameworks).close()
    window.files.open(path)
    rename_office(window, "ใหม่")
    window.files.open(other)
    assert "ยังไม่เคยสำรองข้อมูล" in window.status.saved.text()
    slow.set()
    settled(window, qtbot)
    assert [each.why for each in found()] == [Why.OPENED, Why.CLOSED]
    assert "ยังไม่เคยสำรองข้อมูล" in window.status.saved.text(), "it was not this one that got a backup"


def test_a_backup_goes_to_a_chosen_folder_and_can_be_read(window, path, heard, tmp_path, places, qtbot):
    window.files.open(path)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    heard.answers.append(stick)
    window.keeping.back_up_to_folder()
    qtbot.waitUntil(lambda: bool(heard.told), timeout=PATIENCE)
    (copy,) = stick.glob("*.ita")
    workbook.verify(copy, frameworks=places.frameworks)
    assert str(copy) in heard.told[-1]


def test_giving_a_backup_back_from_the_list(window, path, heard, qtbot):
    window.files.open(path)
    rename_office(window, "ครั้งที่หนึ่ง")
    window.files.backups.before(Why.ASKED)
    rename_office(window, "ครั้งที่สอง")
    (backup,) = window.files.backups.known()
    window.files.restore(backup.path, path)
    assert window.session.document.office.name == "ครั้งที่หนึ่ง"
    assert any("ก่อนกู้คืน" in each.name for each in path.parent.iterdir())


def test_what_is_about_to_be_given_back_is_not_thinned_out_first(window, path, found, office_in, qtbot, monkeypatch):
    window.files.open(path)
    now = window.files.backups._now
    rename_office(window, "เมื่อวานเช้า")
    window.files.backups.before(Why.ASKED)
    wanted = found()[-1]
    rename_office(window, "เมื่อวานบ่าย")
    window.files.backups.before(Why.ASKED)
    monkeypatch.setattr(window.files.backups, "_now", lambda: now() + datetime.timedelta(hours=25))
    rename_office(window, "วันนี้")
    window.files.restore(wanted.path, path)
    assert window.session.document.office.name == "เมื่อวานเช้า"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes the time of its place from no environment")
def test_the_last_backup_is_told_by_the_clock_on_the_officers_wall(window, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Bangkok")
    time.tzset()
    try:
        assert window.session.today() == datetime.date(2025, 11, 20)
        for hour, told in ((9, "สำรองล่าสุด 16:30"), (20, "สำรองล่าสุด 21/11/68 03:30")):
            window.status.backed_up_at(datetime.datetime(2025, 11, 20, hour, 30, tzinfo=datetime.UTC))
            assert told in window.status.saved.text()
    finally:
        monkeypatch.undo()
        time.tzset()
