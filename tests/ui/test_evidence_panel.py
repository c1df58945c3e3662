"""Evidence in the window: attached, dropped, pasted, opened, watched over."""

import datetime

import pytest
from officer import put_on_clipboard
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from ita_desktop.actions import evidence
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.problems import Place
from ita_desktop.ui.tabs.followups.evidence_window import EvidenceWindow

SLOWLY = 20_000
"""Milliseconds to wait for work in the background on a busy machine."""


@pytest.fixture
def tab(filled):
    filled.go_to(Place("followup", "m2/r2"))
    return filled.pages[3]


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "ภาพกิจกรรม.jpg"
    path.write_bytes(b"\xff\xd8 photo" * 50)
    return path


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: urls.append(url) or True))
    return urls


def pieces(tab, report="m2/r2"):
    return next(one for one in tab.session.year.followups if one.id == report).evidence


def attach(tab, qtbot, *paths):
    tab.report.take_files(list(paths))
    qtbot.waitUntil(lambda: not tab._jobs.busy and len(pieces(tab)) >= len(paths), timeout=SLOWLY)
    QApplication.processEvents()


def standing(tab, row=0):
    return tab.report.evidence.table.model().records()[row].standing


def test_a_file_is_chosen_copied_and_named_in_one_step(tab, heard, photo, qtbot):
    heard.answers.append([photo])
    tab.report.evidence.attach.click()
    qtbot.waitUntil(lambda: bool(pieces(tab)), timeout=SLOWLY)
    (piece,) = pieces(tab)
    folder = evidence.folder_of(tab.session.document)
    assert (folder / piece.file).read_bytes() == photo.read_bytes()
    assert tab.session.document.undo_label == "แนบหลักฐาน"
    qtbot.waitUntil(lambda: standing(tab) is Standing.INTACT, timeout=SLOWLY)
    assert tab.report.evidence.table.model().index(0, 1).data() == piece.file


def test_only_a_piece_of_evidence_can_be_opened_or_taken_away(tab, photo, qtbot):
    shown = tab.report.evidence
    assert not shown.open_button.isEnabled()
    assert not shown.away.isEnabled()
    attach(tab, qtbot, photo)
    shown.table.selectRow(0)
    assert shown.open_button.isEnabled()
    assert shown.away.isEnabled()
    shown.table.selectRow(1)
    assert not shown.open_button.isEnabled()
    assert not shown.away.isEnabled()


def test_without_any_file_the_window_of_files_leads_to_where_they_are_attached(filled, qtbot):
    filled.doors.evidence()
    window = filled.findChild(EvidenceWindow)
    qtbot.waitUntil(window.empty.isVisible, timeout=SLOWLY)
    assert not window.table.isVisible()
    window.empty.button.click()
    assert filled.tabs.current() is filled.pages[3]


def test_files_are_dropped_on_the_evidence(tab, photo, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    target, copy, left = tab.report.evidence, Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: bool(pieces(tab)), timeout=SLOWLY)


def test_a_picture_from_the_clipboard_is_pasted_with_its_key(tab, qtbot):
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    table = tab.report.evidence.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(pieces(tab)), timeout=SLOWLY)
    (piece,) = pieces(tab)
    assert piece.title == "ภาพ 20 พ.ย. 2568"
    kept = QImage(str(evidence.folder_of(tab.session.document) / piece.file))
    assert (kept.width(), kept.height()) == (20, 10)
    assert kept.pixelColor(3, 3) == image.pixelColor(3, 3)


def test_copied_files_are_pasted_and_cells_are_still_cells(tab, photo, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    tab.report.evidence.stick.click()
    qtbot.waitUntil(lambda: bool(pieces(tab)), timeout=SLOWLY)
    put_on_clipboard("หนังสือแจ้ง\thttps://www.tuayang.example/1")
    table = tab.report.evidence.table
    table.setCurrentIndex(table.model().index(1, 0))
    tab.report.evidence.stick.click()
    assert [(piece.title, piece.link) for piece in pieces(tab)] == [
        ("ภาพกิจกรรม", ""),
        ("หนังสือแจ้ง", "https://www.tuayang.example/1"),
    ]


def test_what_was_copied_goes_to_the_report_it_was_copied_for(tab, filled, photo, qtbot):
    tab.report.take_files([photo])
    filled.go_to(Place("followup", "m4/r2"))
    qtbot.waitUntil(lambda: bool(pieces(tab)), timeout=SLOWLY)
    assert tab._chosen == ("m4", "r2")


def test_where_a_file_cannot_be_copied_it_is_said_and_nothing_is_left_behind(tab, heard, qtbot, tmp_path):
    gone = tmp_path / "หายไป.pdf"
    tab.report.take_files([gone])
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=SLOWLY)
    assert "หายไป.pdf" in str(heard.errors.pop())
    assert pieces(tab) == ()
    folder = evidence.folder_of(tab.session.document)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_file_that_is_gone_or_changed_is_shown(tab, photo, qtbot):
    attach(tab, qtbot, photo)
    qtbot.waitUntil(lambda: standing(tab) is Standing.INTACT, timeout=SLOWLY)
    file = evidence.folder_of(tab.session.document) / pieces(tab)[0].file
    file.chmod(0o600)
    content = file.read_bytes()
    file.write_bytes(content[:-1] + b"!")  # of the same size
    tab.refresh()
    qtbot.waitUntil(lambda: standing(tab) is Standing.CHANGED, timeout=SLOWLY)
    assert "ไฟล์ถูกแก้ไข" in tab.report.evidence.table.model().index(0, 1).data()
    file.unlink()
    tab.refresh()
    assert standing(tab) is Standing.MISSING
    assert "ไม่พบไฟล์" in tab.report.evidence.table.model().index(0, 1).data()


def test_evidence_is_opened_and_what_is_not_there_is_said(tab, opened, heard, photo, qtbot):
    attach(tab, qtbot, photo)
    table = tab.report.evidence.table
    table.setCurrentIndex(table.model().index(0, 0))
    tab.report.evidence.open_button.click()
    file = evidence.folder_of(tab.session.document) / pieces(tab)[0].file
    assert opened[0].toLocalFile() == str(file)
    file.chmod(0o600)
    file.unlink()
    tab.report.evidence.open_button.click()
    assert "ไม่พบไฟล์หลักฐาน" in str(heard.errors.pop())


def test_evidence_that_was_taken_out_comes_back_with_undo_and_so_does_its_file(tab, filled, photo, qtbot):
    attach(tab, qtbot, photo)
    table = tab.report.evidence.table
    table.setCurrentIndex(table.model().index(0, 0))
    tab.report.evidence.away.click()
    assert pieces(tab) == ()
    filled.undo()
    assert (evidence.folder_of(filled.session.document) / pieces(tab)[0].file).exists()


def look(filled, qtbot):
    filled.doors.evidence()
    window = filled.findChild(EvidenceWindow)
    qtbot.waitUntil(lambda: not filled.jobs.busy, timeout=SLOWLY)
    QApplication.processEvents()
    return window


def test_the_files_of_the_workbook_are_examined_copied_out_and_brought_back(tab, filled, heard, photo, qtbot, tmp_path):
    attach(tab, qtbot, photo)
    window = look(filled, qtbot)
    assert window.summary.said() == "1 ไฟล์ · ครบถ้วน 1"
    stick = tmp_path / "stick"
    stick.mkdir()
    heard.answers.append(stick)
    window.copy.click()
    qtbot.waitUntil(lambda: bool(heard.told) and not filled.jobs.busy, timeout=SLOWLY)
    folder = evidence.folder_of(filled.session.document)
    file = pieces(tab)[0].file
    assert (stick / folder.name / file).read_bytes() == photo.read_bytes()
    (folder / file).chmod(0o600)
    (folder / file).unlink()
    window.examine()
    qtbot.waitUntil(lambda: "หายไป 1" in window.summary.said(), timeout=SLOWLY)
    heard.answers.append(stick)
    window.fetch.click()
    qtbot.waitUntil(lambda: window.summary.said() == "1 ไฟล์ · ครบถ้วน 1", timeout=SLOWLY)
    assert (folder / file).exists()
    window.table.opened.emit(window.table.model().records()[0])
    assert tab._chosen == ("m2", "r2")


def test_files_that_nothing_names_are_told_and_asked_about(tab, filled, heard, photo, qtbot, monkeypatch):
    attach(tab, qtbot, photo)
    filled.undo()
    thrown = []
    monkeypatch.setattr(
        "ita_desktop.ui.tabs.followups.evidence_window.QFile",
        lambda path: type("File", (), {"moveToTrash": lambda _self: thrown.append(path) or True})(),
    )
    window = look(filled, qtbot)
    assert "ไม่มีรายการใดใช้ 1" in window.summary.said()
    heard.answers.append(False)
    window.tidy.click()
    assert thrown == []
    heard.answers.append(True)
    window.tidy.click()
    assert len(thrown) == 1
    qtbot.waitUntil(lambda: not filled.jobs.busy, timeout=SLOWLY)
    window.reject()


def test_closing_while_a_file_is_copied_leaves_no_part_of_it(tab, filled, photo, qtbot):
    photo.write_bytes(b"\0" * (30 << 20))
    document = filled.session.document
    folder = evidence.folder_of(document)
    tab.report.take_files([photo])
    filled.close()
    left = list(folder.iterdir()) if folder.exists() else []
    assert [path for path in left if path.name.startswith("~")] == []
    assert all(path.stat().st_size == 30 << 20 for path in left)


def test_a_day_later_the_name_of_a_picture_is_that_of_the_day(tab, filled, qtbot):
    filled.session.today = lambda: datetime.date(2026, 3, 2)
    tab.report.take_picture(b"\x89PNG")
    qtbot.waitUntil(lambda: bool(pieces(tab)), timeout=SLOWLY)
    assert pieces(tab)[0].title == "ภาพ 2 มี.ค. 2569"


def test_files_go_along_with_a_backup_to_another_place_and_come_back_with_it(
    tab, filled, heard, photo, qtbot, tmp_path
):
    attach(tab, qtbot, photo)
    stick = tmp_path / "stick"
    stick.mkdir()
    heard.answers.append(stick)
    filled.keeping.back_up_to_folder()
    qtbot.waitUntil(lambda: len(heard.told) == 2, timeout=SLOWLY)
    assert heard.told[1].startswith("ไฟล์หลักฐาน 1 ไฟล์คัดลอกไว้ที่")
    file = evidence.folder_of(filled.session.document) / pieces(tab)[0].file
    file.chmod(0o600)
    file.unlink()
    (backup,) = stick.glob("*.ita")
    filled.files.restore(backup, filled.session.path)
    qtbot.waitUntil(lambda: "ไฟล์หลักฐาน 1 ไฟล์กลับมาพร้อมสมุดงาน" in heard.told, timeout=SLOWLY)
    assert file.read_bytes() == photo.read_bytes()
