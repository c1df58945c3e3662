"""Workbooks come and go, and none is written over."""

import pytest

from ita_desktop.actions.workbook import create
from ita_desktop.domain.records import Office
from ita_desktop.storage.document import Document

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง")


@pytest.fixture
def path(tmp_path, places):
    made = tmp_path / "สมุดงาน.ita"
    create(made, OFFICE, (2568,), frameworks=places.frameworks).close()
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


def test_a_change_says_when_it_was_saved(window, path):
    window.files.open(path)
    assert "บันทึกทุกอย่างแล้ว" in window.status.saved.text()
    rename_office(window, "ใหม่")
    assert "บันทึกแล้ว 10:32" in window.status.saved.text()
    assert window.windowTitle().startswith("ใหม่")


def test_opening_another_workbook_closes_the_first(window, path, tmp_path, places):
    other = tmp_path / "อีกเล่ม.ita"
    create(other, OFFICE, (2568,), frameworks=places.frameworks).close()
    window.files.open(path)
    window.files.open(other)
    with Document.open(path, frameworks=places.frameworks) as free:
        assert not free.read_only
    assert window.settings.recent[:2] == (other, path)


def test_the_whole_workbook_goes_out_as_a_sheet(filled, heard, tmp_path):
    import openpyxl

    heard.answers.append(tmp_path / "สมุดงาน.xlsx")
    filled.files.export_sheets()
    assert len(openpyxl.load_workbook(tmp_path / "สมุดงาน.xlsx").sheetnames) > 3
    assert "สมุดงาน.xlsx" in heard.told[-1]
