"""A workbook on a stick or a server: worked on as a copy, and brought back without writing over anything."""

import shutil
from dataclasses import replace

import pytest

from ita_desktop.actions.office import change_office
from ita_desktop.delivery.places import Place
from ita_desktop.ui.keeping import carried


@pytest.fixture
def places(places, tmp_path):
    stick = tmp_path / "ITA_USB"
    stick.mkdir()
    return replace(places, kind_of=lambda path: Place.REMOVABLE if path.is_relative_to(stick) else Place.LOCAL)


@pytest.fixture
def origin(tmp_path, sample, monkeypatch):
    monkeypatch.setattr(carried, "documents", lambda: tmp_path / "เอกสาร")
    path = tmp_path / "ITA_USB" / "งาน.ita"
    shutil.copyfile(sample, path)
    return path


def take(window, origin, qtbot):
    window.files.open(origin)
    qtbot.waitUntil(lambda: not window.files.backups.busy and not window.jobs.busy, timeout=20_000)
    assert window.session.path is not None
    return window.session.path


def rename(window, name):
    window.session.run(change_office, replace(window.session.document.office, name=name))


def test_the_officer_works_on_a_copy_and_is_told_how_it_goes_back(window, origin, heard, qtbot, tmp_path):
    before = origin.read_bytes()
    copy = take(window, origin, qtbot)
    assert copy == tmp_path / "เอกสาร" / "ITA" / "งาน.ita"
    assert "แฟลชไดรฟ์" in heard.told[-1]
    assert window.keeping.carried.origin == origin
    assert not window.keeping.not_back.isVisible()
    rename(window, "ใหม่")
    assert window.keeping.not_back.isVisible(), "there is work that is not on the stick yet"
    assert origin.read_bytes() == before


def test_brought_back_the_stick_has_the_work_and_what_it_had_before(window, origin, heard, qtbot, places):
    take(window, origin, qtbot)
    rename(window, "เทศบาลตำบลใหม่")
    window.keeping.not_back.click()
    qtbot.waitUntil(lambda: not window.files.backups.busy and not window.jobs.busy, timeout=20_000)
    assert heard.told[-1] == "ส่งไฟล์กลับแล้ว"
    assert not window.keeping.not_back.isVisible()
    from ita_desktop.storage.document import Document

    with Document.open(origin, frameworks=places.frameworks, read_only=True) as back:
        assert back.office.name == "เทศบาลตำบลใหม่"
    assert any("ก่อนส่งกลับ" in each.name for each in origin.parent.iterdir())


def test_opened_again_the_work_goes_on_in_the_same_copy(window, origin, qtbot):
    copy = take(window, origin, qtbot)
    rename(window, "ทำค้างไว้")
    window.files.close()
    assert take(window, origin, qtbot) == copy
    assert window.session.document.office.name == "ทำค้างไว้"
    assert window.keeping.not_back.isVisible()


def test_where_the_stick_was_changed_meanwhile_the_officer_decides(window, origin, heard, qtbot, places):
    copy = take(window, origin, qtbot)
    window.files.close()
    from ita_desktop.storage.document import Document

    with Document.open(origin, frameworks=places.frameworks) as other, other.change("แก้ที่อื่น") as change:
        change.save_office(replace(other.office, name="แก้ที่เครื่องอื่น"))
    heard.answers.append(None)
    window.files.open(origin)
    assert window.session.document is None
    heard.answers.append("คัดลอกใหม่จากต้นทาง")
    assert take(window, origin, qtbot) != copy
    assert window.session.document.office.name == "แก้ที่เครื่องอื่น"
    window.files.open_here(copy)
    rename(window, "แก้ที่นี่")
    heard.answers.append(False)
    window.keeping.carried.bring_back()
    assert "ถูกแก้ไขหลังจากคัดลอกมา" in heard.asked[-1]
    heard.answers.append(True)
    window.keeping.carried.bring_back()
    qtbot.waitUntil(lambda: not window.files.backups.busy and not window.jobs.busy, timeout=20_000)
    assert heard.told[-1] == "ส่งไฟล์กลับแล้ว"


def test_a_stick_that_is_out_is_said_and_the_work_stays(window, origin, heard, qtbot):
    take(window, origin, qtbot)
    rename(window, "ใหม่")
    shutil.rmtree(origin.parent)
    window.keeping.carried.bring_back()
    assert "ยังส่งกลับไม่ได้" in heard.told[-1]
    assert window.session.document.office.name == "ใหม่"


def test_the_menu_knows_whether_there_is_anything_to_bring_back(window, origin, qtbot, filled):
    assert not window.menus._back.isEnabled()
    take(window, origin, qtbot)
    assert window.menus._back.isEnabled()
