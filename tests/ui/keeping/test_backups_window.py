"""Looking into backups: which there are, whether they are whole, what is different, and the ways back."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.actions.findings import change_finding
from ita_desktop.domain.problems import Place
from ita_desktop.storage.backups import Why
from ita_desktop.ui.keeping.backup_list import Standing
from ita_desktop.ui.keeping.window import BackupsWindow


def change_text(window, text):
    year = window.session.year
    window.session.run(change_finding, year.number, replace(year.findings[0], text=text), "ข้อความ")


@pytest.fixture
def kept(filled):
    """Backed up, and then changed: a finding, and a measure is gone."""
    filled.files.backups.before(Why.IMPORT)
    change_text(filled, "แก้หลังสำรอง")
    year = filled.session.year
    with filled.session.document.change("ลบมาตรการ") as change:
        change.delete(year.number, year.measures[0])
    return filled


@pytest.fixture
def look(kept, qtbot):
    kept.keeping.backups()
    window = next(each for each in kept.findChildren(BackupsWindow) if each.isVisible())
    settled(window, qtbot)
    return window


def settled(window, qtbot):
    jobs = (window, window._files.backups)
    qtbot.waitUntil(lambda: not any(each.busy for each in jobs), timeout=20_000)


def kinds(window):
    return [each.kind for each in window.compared.table.model().records()]


def go_to(window, kind):
    row = next(row for row, each in enumerate(window.compared.table.model().records()) if each.kind == kind)
    window.compared.table.choose(window.compared.table.model().index(row, 0))


def texts(widget):
    from PySide6.QtWidgets import QLabel

    return [each.text().replace("\n", "") for each in widget.findChildren(QLabel) if each.isVisible()]


def test_where_there_is_no_backup_yet_the_next_step_is_one_button(filled, qtbot):
    filled.keeping.backups()
    window = next(each for each in filled.findChildren(BackupsWindow) if each.isVisible())
    settled(window, qtbot)
    assert window.empty.isVisible()
    assert not window.compared.isVisible()
    window.empty.button.click()
    qtbot.waitUntil(lambda: bool(window.list.listed), timeout=20_000)
    settled(window, qtbot)
    assert window.compared.isVisible()


def test_of_a_workbook_that_cannot_be_opened_a_backup_from_elsewhere_is_asked_for(window, heard, tmp_path):
    lost = BackupsWindow(window.files, window.session, window.keeping.second, window, workbook=tmp_path / "เสีย.ita")
    lost.show()
    heard.answers.append(None)
    lost.empty.button.click()
    assert heard.asked == ["เลือกข้อมูลสำรอง"]
    lost.accept()


def test_a_backup_says_when_and_why_it_was_made_and_that_it_is_whole(look, kept):
    (backup,) = kept.files.backups.known()
    assert look.list.standing_of(backup) is Standing.WHOLE
    entry = look.list.model().data(look.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "ก่อนนำเข้าตาราง" in entry
    assert "ตรวจแล้ว ครบถ้วน" in entry
    assert "KB" in entry
    assert look.title.text().endswith("น.")
    assert "มาตรการ" in look.note.said()


def test_each_record_that_differs_is_shown_as_it_was_and_as_it_is(look, kept):
    assert {"finding", "measure"} <= set(kinds(look))
    assert "indicator_score" not in kinds(look)
    go_to(look, "finding")
    assert "แก้หลังสำรอง" in texts(look.compared.beside)
    assert {"ในข้อมูลสำรอง", "ปัจจุบัน"} <= set(texts(look.compared.beside))
    look.compared.show_which.set_value("everything")
    look.compared._show_records()
    assert "indicator_score" in kinds(look)
    look.compared.filter.setText("บันทึกข้อความ")
    assert set(kinds(look)) == {"memo"}


def test_one_record_is_taken_back_and_nothing_else_and_it_can_be_undone(look, kept):
    year = kept.session.year
    go_to(look, "finding")
    look.compared.beside.back.click()
    after = kept.session.year
    assert after.findings[0].text != "แก้หลังสำรอง"
    assert after.measures == year.measures
    assert "finding" not in kinds(look)
    kept.session.undo()
    assert kept.session.year.findings[0].text == "แก้หลังสำรอง"
    assert "finding" in kinds(look)


def test_a_finding_is_told_by_its_words_and_not_by_its_id(look, kept, qtbot):
    go_to(look, "measure")
    measure = look.compared.table.current_record().old
    finding = next(one for one in kept.session.year.findings if one.id == measure.findings[0])
    shown = look.compared.beside
    qtbot.waitUntil(lambda: any(finding.text[:40] in text for text in texts(shown)), timeout=20_000)
    assert finding.id not in texts(shown)


def test_a_record_that_was_deleted_comes_back(look, kept):
    count = len(kept.session.year.measures)
    go_to(look, "measure")
    assert look.compared.beside.back.text() == "นำรายการที่ถูกลบกลับมา"
    look.compared.beside.back.click()
    assert len(kept.session.year.measures) == count + 1


def test_all_of_it_is_given_back_after_a_question_and_the_file_of_now_is_kept(look, kept, heard, tmp_path):
    heard.answers.append(False)
    look.whole.click()
    assert kept.session.year.findings[0].text == "แก้หลังสำรอง"
    heard.answers.append(True)
    look.whole.click()
    assert kept.session.year.findings[0].text != "แก้หลังสำรอง"
    assert "กู้คืนข้อมูลแล้ว" in heard.told
    assert any("ก่อนกู้คืน" in each.name for each in tmp_path.iterdir())


def test_a_damaged_backup_is_called_so_and_cannot_be_used(kept, qtbot):
    (backup,) = kept.files.backups.known()
    content = backup.path.read_bytes()
    backup.path.write_bytes(content.replace("รายงานผล".encode(), "รายงานพล".encode()))
    kept.keeping.backups()
    window = next(each for each in kept.findChildren(BackupsWindow) if each.isVisible())
    settled(window, qtbot)
    assert window.list.standing_of(backup) is Standing.DAMAGED
    assert not window.whole.isEnabled()
    assert "ใช้ชุดนี้ไม่ได้" in window.note.said()


def test_a_fresh_backup_is_made_from_the_window_and_is_the_same_as_now(look, kept, qtbot):
    look.now.click()
    settled(look, qtbot)
    assert [each.why for each in kept.files.backups.known()] == [Why.IMPORT, Why.ASKED]
    assert look._shown.path == kept.files.backups.known()[-1].path
    assert kinds(look) == []
    assert "เหมือนกับสมุดงานปัจจุบันทุกรายการ" in texts(look.compared.beside)


def test_the_window_can_be_closed_while_the_backup_it_asked_for_is_made(look, kept, qtbot):
    known = kept.files.backups.known()
    look.now.click()
    look.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not kept.files.backups.busy, timeout=20_000)
    assert len(kept.files.backups.known()) == len(known) + 1


def test_a_backup_from_another_place_is_looked_into_like_the_others(look, kept, heard, qtbot, tmp_path):
    elsewhere = tmp_path / "ที่อื่น.ita"
    elsewhere.write_bytes(kept.files.backups.known()[0].path.read_bytes())
    heard.answers.append(elsewhere)
    look.other.click()
    settled(look, qtbot)
    assert look._shown.path == elsewhere
    assert "measure" in kinds(look)


def test_what_is_only_looked_at_cannot_be_changed(kept, qtbot, places, heard):
    path = kept.session.path
    heard.answers.append(True)
    kept.files.close()
    from ita_desktop.storage.document import Document

    with Document.open(path, frameworks=places.frameworks):
        kept.files.open(path)
        kept.keeping.backups()
        window = next(each for each in kept.findChildren(BackupsWindow) if each.isVisible())
        window.list.go_to(window.list.listed[0].path)
        settled(window, qtbot)
        go_to(window, "finding")
        assert not window.compared.beside.back.isVisible()
        assert not window.now.isEnabled()
        window.reject()


def test_without_any_backup_the_window_says_what_will_come(filled, qtbot):
    filled.keeping.backups()
    window = next(each for each in filled.findChildren(BackupsWindow) if each.isVisible())
    settled(window, qtbot)
    assert window.title.text() == "ยังไม่มีข้อมูลสำรองในที่นี้"
    assert not window.whole.isEnabled()


# The second place


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "ITA_USB"
    folder.mkdir()
    return folder


def waits(window, qtbot):
    qtbot.waitUntil(lambda: not window.files.backups.busy and not window.jobs.busy, timeout=20_000)


def test_a_second_place_gets_every_backup_and_is_listed_as_a_place(filled, heard, stick, qtbot):
    filled.keeping.backups()
    look = next(each for each in filled.findChildren(BackupsWindow) if each.isVisible())
    assert "ควรมีที่สำรองแห่งที่สอง" in look.second_line.words.said()
    heard.answers.append(stick)
    look.second_line.choose.click()
    waits(filled, qtbot)
    assert len(list(stick.rglob("*.ita"))) == 1
    assert "สำรองแล้ววันนี้" in look.second_line.words.said()
    offered = [look.place.itemText(row) for row in range(look.place.count())]
    assert offered == ["ในเครื่องนี้", f"ที่สำรองแห่งที่สอง {stick}"]
    look.place.set_value(stick)
    look._list_anew()
    settled(look, qtbot)
    assert look._shown.path.is_relative_to(stick)
    change_text(filled, "ใหม่")
    filled.files.backups.quietly()
    waits(filled, qtbot)
    assert len(list(stick.rglob("*.ita"))) == 2


def test_an_old_second_place_is_reminded_of_at_the_foot_and_one_click_away(filled, stick, qtbot):
    second, foot = filled.keeping.second, filled.keeping.old_second
    assert not foot.isVisible()
    second.choose(stick)
    assert foot.isVisible()
    assert foot.text() == "ยังไม่ได้สำรองลงที่แห่งที่สอง"
    second.back_up_now()
    waits(filled, qtbot)
    assert not foot.isVisible()
    later = filled.files.now() + datetime.timedelta(days=9)
    filled.files.now = lambda: later
    second.changed.emit()
    assert foot.text() == "ที่สำรองแห่งที่สองเก่า 9 วัน"
    foot.click()
    assert any(each.isVisible() for each in filled.findChildren(BackupsWindow))


def test_a_stick_that_is_not_plugged_in_is_said_and_loses_nothing(filled, heard, stick, qtbot):
    filled.keeping.second.choose(stick)
    stick.rmdir()
    filled.keeping.second.back_up_now()
    assert str(stick) in heard.told[-1]
    change_text(filled, "ใหม่")
    filled.files.backups.quietly()
    waits(filled, qtbot)
    assert len(filled.files.backups.known()) == 1
    stick.mkdir()
    filled.close()
    assert len(list(stick.rglob("*.ita"))) == 1, "what could not be carried over goes at the end"


def test_a_second_place_that_fails_is_told_at_the_foot(filled, stick, qtbot):
    filled.keeping.second.choose(stick)
    with qtbot.waitSignal(filled.session.said, check_params_cb=lambda words: "ไม่สำเร็จ" in words, timeout=20_000):
        stick.chmod(0o755)
        blocked = stick / "x"
        from ita_desktop.storage import backups

        backups.folder_of(filled.session.path, stick).write_text("no folder")
        filled.keeping.second.back_up_now()
    assert not blocked.exists()


def test_files_of_evidence_follow_the_backup_to_the_second_place_and_only_once(filled, heard, stick, qtbot, tmp_path):
    photo = tmp_path / "ภาพ.jpg"
    photo.write_bytes(b"photo" * 100)
    filled.keeping.second.choose(stick)
    filled.go_to(Place("followup", "m2/r2"))
    filled.pages[3].report.take_files([photo])
    waits(filled, qtbot)
    filled.files.backups.quietly()
    waits(filled, qtbot)
    (kept,) = stick.rglob("*ภาพ.jpg")
    assert kept.read_bytes() == photo.read_bytes()
    when = kept.stat().st_mtime_ns
    change_text(filled, "ใหม่")
    filled.files.backups.quietly()
    waits(filled, qtbot)
    assert kept.stat().st_mtime_ns == when
    assert len(list(stick.rglob("*ภาพ.jpg"))) == 1
