import datetime
import os

import pytest

from ita_desktop.actions import workbook
from ita_desktop.actions.year import create_workbook
from ita_desktop.domain.records import Office
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Why
from ita_desktop.storage.document import Document

NOW = datetime.datetime(2025, 11, 20, 10, 32, tzinfo=datetime.UTC)
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง")


@pytest.fixture
def path(tmp_path, places):
    made = tmp_path / "สมุดงาน.ita"
    create_workbook(made, OFFICE, (2568,), frameworks=places.frameworks).close()
    return made


def rename_office(window, name):
    from ita_desktop.actions.office import change_office

    window.session.run(change_office, Office(name=name))


def test_a_workbook_open_elsewhere_can_be_looked_at(window, path, places, heard):
    with Document.open(path, frameworks=places.frameworks):
        heard.answers.append(True)
        window.files.open(path)
        assert window.session.document.read_only
        assert "เปิดดูอย่างเดียว" in heard.asked[0]
        rename_office(window, "ใหม่")
        assert heard.errors.pop()
    assert window.session.document.office == OFFICE


def test_or_left_alone(window, path, places, heard):
    with Document.open(path, frameworks=places.frameworks):
        heard.answers.append(False)
        window.files.open(path)
    assert window.session.document is None


def test_a_file_that_is_gone_leaves_the_list(window, tmp_path, heard):
    gone = tmp_path / "หาย.ita"
    window.settings.remember(gone)
    window.files.open(gone)
    assert "หาย.ita" in str(heard.errors.pop())
    assert gone not in window.settings.recent


def test_no_workbook_is_made_where_a_file_stands(window, path, heard, qtbot):
    window.start.office.set_value("เทศบาลตำบลตัวอย่าง")
    heard.answers.append(path)
    before = path.read_bytes()
    window.start.go.click()
    assert "สมุดงาน.ita" in str(heard.errors.pop())
    assert path.read_bytes() == before
    assert window.session.document is None


def test_what_changed_is_backed_up_on_closing_and_only_then(window, path, places):
    folder = backups.folder_of(path, places.backups)
    window.files.open(path)
    window.files.close()
    assert backups.found_in(folder) == ()
    window.files.open(path)
    rename_office(window, "ใหม่")
    window.files.close()
    assert len(backups.found_in(folder)) == 1


def test_what_no_backup_holds_yet_gets_one_once_it_is_open(window, path, places):
    folder = backups.folder_of(path, places.backups)
    os.utime(path, (NOW.timestamp() - 60,) * 2)
    window.files.open(path)
    assert window.files._opened.isActive()
    window.files.back_up_opened()
    assert [each.why for each in backups.found_in(folder)] == [Why.OPENED]
    window.files.back_up_opened()
    assert len(backups.found_in(folder)) == 1, "nothing changed since"
    rename_office(window, "ใหม่")
    window.files.close()
    assert [each.why for each in backups.found_in(folder)] == [Why.OPENED, Why.CLOSED]
    assert not window.files._opened.isActive()


def test_a_backup_that_cannot_be_made_disturbs_nobody(window, path, places):
    places.backups.parent.mkdir(exist_ok=True)
    places.backups.write_text("ไม่ใช่โฟลเดอร์", encoding="utf-8")
    window.files.open(path)
    rename_office(window, "ใหม่")
    window.files.back_up_quietly()
    assert window.files._clock.isActive()
    places.backups.unlink()


def test_a_backup_goes_to_a_chosen_folder_and_can_be_read(window, path, heard, tmp_path, places):
    window.files.open(path)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    heard.answers.append(stick)
    window.files.back_up_to_folder()
    (copy,) = stick.glob("*.ita")
    workbook.verify(copy, frameworks=places.frameworks)
    assert str(copy) in heard.told[-1]
    assert "สำรองล่าสุด" in window.status.saved.text()


def test_a_change_says_when_it_was_saved(window, path):
    window.files.open(path)
    assert "บันทึกทุกอย่างแล้ว" in window.status.saved.text()
    rename_office(window, "ใหม่")
    assert "บันทึกแล้ว 10:32" in window.status.saved.text()
    assert window.windowTitle().startswith("ใหม่")


def test_opening_another_workbook_closes_the_first(window, path, tmp_path, places):
    other = tmp_path / "อีกเล่ม.ita"
    create_workbook(other, OFFICE, (2568,), frameworks=places.frameworks).close()
    window.files.open(path)
    window.files.open(other)
    with Document.open(path, frameworks=places.frameworks) as free:
        assert not free.read_only
    assert window.settings.recent[:2] == (other, path)


def test_giving_a_backup_back_from_the_list(window, path, heard):
    window.files.open(path)
    rename_office(window, "ครั้งที่หนึ่ง")
    window.files.back_up_quietly()
    rename_office(window, "ครั้งที่สอง")
    (backup,) = window.files.known_backups()
    window.files.restore(backup.path, path)
    assert window.session.document.office.name == "ครั้งที่หนึ่ง"
    assert any("ก่อนกู้คืน" in each.name for each in path.parent.iterdir())


def test_the_whole_workbook_goes_out_as_a_sheet(filled, heard, tmp_path):
    import openpyxl

    heard.answers.append(tmp_path / "สมุดงาน.xlsx")
    filled.files.export_sheets()
    assert len(openpyxl.load_workbook(tmp_path / "สมุดงาน.xlsx").sheetnames) > 3
    assert "สมุดงาน.xlsx" in heard.told[-1]
