"""A file that cannot be opened: what is damaged is said, a backup and the rest of the file itself are offered."""

import pytest

from ita_desktop.actions.workbook import verify
from ita_desktop.storage.backups import Why
from ita_desktop.ui.keeping.damaged import DamagedDialog
from ita_desktop.ui.keeping.window import BackupsWindow


def damage(path, at=b"CREATE"):
    content = bytearray(path.read_bytes())
    content[content.index(at)] ^= 1
    path.write_bytes(content)
    return bytes(content)


@pytest.fixture
def path(filled):
    """With a backup, closed again."""
    path = filled.session.path
    filled.files.backups.before(Why.ASKED)
    filled.files.close()
    return path


def opened(window, path, qtbot):
    window.files.open(path)
    dialog = next(each for each in window.findChildren(DamagedDialog) if each.isVisible())
    qtbot.waitUntil(lambda: dialog._left == 0, timeout=20_000)
    return dialog


MEASURE = "มาตรการจัดทำ".encode()


def test_what_is_damaged_is_named_and_the_newest_good_backup_takes_its_place(filled, path, heard, qtbot):
    damage(path, MEASURE)
    dialog = opened(filled, path, qtbot)
    assert "มาตรการ" in dialog.findChild(type(dialog.what)).said()
    assert "ไม่ได้แก้ไขไฟล์นี้" in dialog.what.said()
    dialog.from_backup.verb.click()
    assert filled.session.path == path
    assert "กู้คืนข้อมูลแล้ว" in heard.told
    assert any("ก่อนกู้คืน" in each.name for each in path.parent.iterdir())


def test_what_can_still_be_read_becomes_a_new_file_and_the_damaged_one_stays(filled, path, heard, qtbot, places):
    content = damage(path, MEASURE)
    dialog = opened(filled, path, qtbot)
    assert "มาตรการ กู้ได้ 16 จาก 17 รายการ" in dialog.from_file.words.said()
    target = path.with_name("กู้แล้ว.ita")
    heard.answers.append(target)
    dialog.from_file.verb.click()
    assert path.read_bytes() == content
    assert filled.session.path == target
    assert "กู้แล้ว.ita" in heard.told[-1]
    filled.files.close()
    verify(target, frameworks=places.frameworks)


def test_a_file_whose_head_is_gone_is_offered_the_same_ways(filled, path, qtbot):
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
    dialog = opened(filled, path, qtbot)
    assert dialog.from_backup.verb.isEnabled()
    assert dialog.from_file.verb.isEnabled()


def test_a_file_that_is_gone_can_come_back_from_its_backup(filled, path, qtbot):
    path.unlink()
    dialog = opened(filled, path, qtbot)
    assert not dialog.from_file.verb.isEnabled()
    dialog.from_backup.verb.click()
    assert filled.session.path == path


def test_another_kind_of_file_is_called_so_and_nothing_is_promised(window, tmp_path, qtbot):
    other = tmp_path / "รูป.ita"
    other.write_bytes(b"%PDF-1.7" + bytes(5000))
    dialog = opened(window, other, qtbot)
    assert not dialog.from_backup.verb.isEnabled()
    assert not dialog.from_file.verb.isEnabled()
    assert "ไม่พบข้อมูลที่ยังอ่านได้" in dialog.from_file.words.said()


def test_older_backups_of_a_damaged_file_can_be_looked_into(filled, path, heard, qtbot):
    damage(path, MEASURE)
    dialog = opened(filled, path, qtbot)
    dialog.more.click()
    look = next(each for each in filled.findChildren(BackupsWindow) if each.isVisible())
    qtbot.waitUntil(lambda: not look.busy, timeout=20_000)
    assert look.compared.table.model().records()
    assert not look.compared.beside.back.isVisible()
    heard.answers.append(True)
    look.whole.click()
    assert filled.session.path == path


def test_a_place_that_cannot_take_the_rescued_file_is_told(filled, path, heard, qtbot, tmp_path):
    damage(path, MEASURE)
    dialog = opened(filled, path, qtbot)
    heard.answers.append(tmp_path / "ไม่มี" / "กู้.ita")
    dialog.from_file.verb.click()
    assert heard.errors.pop().do
    assert dialog.isVisible()
