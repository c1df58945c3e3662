"""What keeps the work, and sticks: nothing is cut off with long words, large letters and an office's small screen."""

import shutil
from dataclasses import replace

import pytest
from laid_out import LONG, shown, troubles
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QScrollBar

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.office import change_office
from ita_desktop.delivery.drives import Drive
from ita_desktop.storage.backups import Why
from ita_desktop.ui.crash_dialog import CrashDialog, Mistake, look_at

SMALL = (895, 472)
"""What dialogs have on an office's screen at 150 %."""


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def zoomed(request, theme):
    theme.set_zoom(request.param)
    yield request.param
    theme.set_zoom(1.0)


@pytest.fixture
def kept(filled, tmp_path):
    """Long names, several backups, a second place and a stick."""
    session = filled.session
    office = replace(session.document.office, name="องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ")
    filled.files.backups.before(Why.OPENED)
    session.run(change_office, office)
    year = session.year
    session.run(change_finding, year.number, replace(year.findings[0], text=f"{LONG} " * 5), "ข้อความ")
    with session.document.change("ลบ") as change:
        change.delete(year.number, year.measures[0])
    filled.files.backups.before(Why.IMPORT)
    folder = tmp_path / "โฟลเดอร์ที่มีชื่อยาวมากบนแฟลชไดรฟ์ของสำนักปลัดเทศบาล"
    folder.mkdir()
    filled.settings.put("second_place", str(folder))
    filled.sticks.drives = lambda: (Drive(folder, "แฟลชไดรฟ์ของสำนักปลัดเทศบาล (E:)", 3 * 2**30),)
    return filled


def dialog_of(window):
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def idle(jobs):
    return lambda: not any(each.busy for each in jobs)


def fits(dialog, zoomed):
    for size in (None, SMALL) if zoomed == 1 else (None,):
        if size is not None:
            dialog.resize(*size)
        assert troubles(dialog) == [], size
    smallest = dialog.minimumSizeHint()
    assert smallest.width() <= 900
    if zoomed == 1:
        assert smallest.height() <= SMALL[1]
    nameless = [
        type(widget).__name__
        for widget in shown(dialog)
        if widget.focusPolicy() & widget.focusPolicy().TabFocus and not isinstance(widget, QScrollBar)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        if not isinstance(widget.parent(), QComboBox)
    ]
    assert nameless == []


def test_the_backups_fit(kept, zoomed, qtbot):
    kept.keeping.backups()
    dialog = dialog_of(kept)
    qtbot.waitUntil(idle([dialog]), timeout=20_000)
    dialog.list.go_to(dialog.list.listed[0].path)
    qtbot.waitUntil(idle([dialog]), timeout=20_000)
    for row, each in enumerate(dialog.compared.table.model().records()):
        dialog.compared.table.choose(dialog.compared.table.model().index(row, 0))
        fits(dialog, zoomed)
        assert dialog.compared.beside._title.said(), each


def test_a_damaged_file_fits(kept, zoomed, qtbot):
    path = kept.session.path
    kept.files.close()
    content = bytearray(path.read_bytes())
    content[content.index(LONG.encode())] ^= 1
    path.write_bytes(content)
    kept.files.open(path)
    dialog = dialog_of(kept)
    qtbot.waitUntil(lambda: dialog._left == 0, timeout=20_000)
    fits(dialog, zoomed)


def test_sending_to_a_stick_fits_on_each_of_its_pages(kept, zoomed, qtbot):
    kept.sticks.send()
    dialog = dialog_of(kept)
    dialog.choice.password.wanted.setChecked(True)
    dialog.choice.go.click()
    assert dialog.choice.password.reason.isVisible()
    fits(dialog, zoomed)
    dialog.choice.password.wanted.setChecked(False)
    dialog.busy.begin(f"กำลังคัดลอก {LONG}.pdf", can_stop=True)
    dialog.pages.setCurrentWidget(dialog.busy)
    fits(dialog, zoomed)
    dialog.pages.setCurrentWidget(dialog.choice)
    dialog.choice.go.click()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.arrived, timeout=60_000)
    fits(dialog, zoomed)
    dialog.arrived.show_gone("ถอดได้แล้ว")
    fits(dialog, zoomed)


def test_checking_a_stick_fits(kept, zoomed, qtbot, tmp_path):
    from ita_desktop.delivery.stick import Outgoing, copy_papers

    (drive,) = kept.sticks.drives()
    folder = drive.folder / kept.session.document.office.name / "2568"
    copy_papers([Outgoing("ก.pdf", b"a"), Outgoing(f"{LONG[:50]}.pdf", b"b")], folder, title="ทดลอง")
    (folder / "ก.pdf").write_bytes(b"c")
    kept.sticks.check()
    dialog = dialog_of(kept)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.table.model().records()), timeout=20_000)
    fits(dialog, zoomed)
    shutil.rmtree(folder)


def test_the_crash_dialog_fits(kept, zoomed, tmp_path):
    mistake = Mistake("ZeroDivisionError", "…", tmp_path / "a folder of a log with a long name" / "ita-desktop.log")
    dialog = CrashDialog(mistake, look_at(kept.session.document), kept)
    dialog.show()
    fits(dialog, zoomed)
    dialog.reject()


def test_the_foot_of_the_window_fits_with_all_it_reminds_of(kept, zoomed):
    kept.resize(1366, 736)
    kept.keeping.old_second.setText("ที่สำรองแห่งที่สองเก่า 1,234 วัน")
    kept.keeping.old_second.show()
    kept.keeping.not_back.setText("ยังไม่ได้ส่งไฟล์กลับไปที่เดิม")
    kept.keeping.not_back.show()
    assert troubles(kept.status) == []
