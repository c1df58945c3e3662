"""Papers go to a stick: chosen, asked about, read back, listed, locked, and the drive let go; sticks are checked."""

import io
import shutil
from dataclasses import replace

import pikepdf
import pytest
import pyzipper

from ita_desktop.actions import stick
from ita_desktop.actions.office import change_office
from ita_desktop.actions.stick import check_stick
from ita_desktop.delivery.drives import Drive
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.ui.stick import password
from ita_desktop.ui.stick.check import CheckDialog
from ita_desktop.ui.stick.send import SendDialog

PASSWORD = "Correct-Horse 9"


@pytest.fixture
def usb(filled, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    filled.sticks.drives = lambda: (Drive(folder, "ITA_USB (E:)", 3 * 2**30),) if folder.exists() else ()
    return folder


def test_without_a_drive_it_says_what_to_do(filled):
    filled.sticks.drives = tuple
    filled.sticks.send("memo")
    drives = next(each for each in filled.findChildren(SendDialog) if each.isVisible()).choice.drives
    assert "ไม่พบแฟลชไดรฟ์" in drives._hint.said()
    assert drives._hint.isVisible()
    assert not drives.field.isEnabled()


@pytest.fixture
def folder(usb, filled):
    return usb / filled.session.document.office.name / "2568"


@pytest.fixture
def send(filled, usb):
    filled.sticks.send("memo")
    return next(each for each in filled.findChildren(SendDialog) if each.isVisible())


def arrive(dialog, qtbot):
    dialog.choice.go.click()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.arrived, timeout=60_000)


def settle(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog._jobs.busy, timeout=60_000)


def test_the_chosen_papers_arrive_are_read_back_and_listed(send, folder, qtbot):
    assert send.choice.drives.field.currentText() == "ITA_USB (E:) · ว่าง 3.0 GB"
    assert send.choice.go.text() == "ส่ง 1 ไฟล์"
    send.choice.papers["order"].click()
    send.choice.formats.set_value("pdf docx")
    send.choice._show()
    assert send.choice.go.text() == "ส่ง 4 ไฟล์"
    arrive(send, qtbot)
    names = {"ita-2568-memo.pdf", "ita-2568-memo.docx", "ita-2568-order.pdf", "ita-2568-order.docx"}
    assert {path.name for path in folder.iterdir()} == {*names, "รายการไฟล์.txt"}
    assert check_stick(folder).good
    rows = send.arrived.table.model().records()
    assert {row.name for row in rows} == names
    listed = (folder / "รายการไฟล์.txt").read_text(encoding="utf-8")
    assert all(row.digest in listed for row in rows)
    assert "ตรงทุกไฟล์" in send.arrived.note.said()


def test_what_lies_there_is_replaced_only_after_a_question(send, folder, heard, qtbot):
    folder.mkdir(parents=True)
    (folder / "ita-2568-memo.pdf").write_bytes(b"signed")
    heard.answers.append(False)
    send.choice.go.click()
    qtbot.waitUntil(lambda: bool(heard.asked), timeout=60_000)
    settle(send, qtbot)
    assert (folder / "ita-2568-memo.pdf").read_bytes() == b"signed"
    assert send.pages.currentWidget() is send.choice
    assert send.choice.isEnabled()
    heard.answers.append(True)
    arrive(send, qtbot)
    assert (folder / "ita-2568-memo.pdf").read_bytes().startswith(b"%PDF")


def test_a_stick_that_cannot_take_it_ends_in_a_sentence_and_the_questions(send, usb, heard, qtbot):
    shutil.rmtree(usb)
    usb.write_text("pulled out")
    send.choice.go.click()
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=60_000)
    assert heard.errors.pop().do
    settle(send, qtbot)
    assert send.choice.isEnabled()


def test_stopping_leaves_no_half_file(send, folder, usb, monkeypatch, qtbot):
    from ita_desktop.delivery import stick as delivery

    original = delivery.write_whole

    def slow(*arguments, **named):
        send._jobs.cancel()
        return original(*arguments, **named)

    monkeypatch.setattr(delivery, "write_whole", slow)
    send.choice.go.click()
    settle(send, qtbot)
    qtbot.waitUntil(send.choice.isEnabled)
    assert send.pages.currentWidget() is send.choice
    assert not list(usb.rglob("*.pdf"))
    assert not list(usb.rglob("*.part"))


def test_the_stick_is_let_go_and_only_then_called_free(send, usb, heard, qtbot, monkeypatch):
    arrive(send, qtbot)

    def still_in_use(_folder):
        raise FileTrouble("ยังถอดไดรฟ์ไม่ได้", do="ปิดไฟล์ในนั้นก่อน")

    monkeypatch.setattr(stick, "let_go", still_in_use)
    send.arrived.eject.click()
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=20_000)
    assert heard.errors.pop().do
    assert send.arrived.title.text() != "ถอดได้แล้ว"
    released = []
    monkeypatch.setattr(stick, "let_go", lambda folder: released.append(folder) or "ถอดได้แล้ว")
    qtbot.waitUntil(send.arrived.isEnabled)
    send.arrived.eject.click()
    qtbot.waitUntil(lambda: send.arrived.title.text() == "ถอดได้แล้ว", timeout=20_000)
    assert released == [usb]


def test_without_a_stick_nothing_can_be_sent_until_one_is_plugged_in(send, usb, filled):
    usb.rmdir()
    send.choice.drives.look()
    assert not send.choice.go.isEnabled()
    assert "ไม่พบแฟลชไดรฟ์" in send.choice.drives._hint.said()
    usb.mkdir()
    send.choice.drives.look()
    assert send.choice.go.isEnabled()


def test_another_folder_is_as_good_as_a_stick(send, heard, qtbot, tmp_path, filled):
    other = tmp_path / "ฮาร์ดดิสก์"
    other.mkdir()
    heard.answers.append(other)
    send.choice.drives.other.click()
    arrive(send, qtbot)
    assert list(other.rglob("ita-2568-memo.pdf"))


# Passwords


def test_locked_papers_open_with_the_password_alone(send, folder, qtbot):
    send.choice.formats.set_value("pdf docx")
    send.choice._show()
    send.choice.password.wanted.setChecked(True)
    for field in (send.choice.password.first, send.choice.password.again):
        field.setText(PASSWORD)
    arrive(send, qtbot)
    pdf = (folder / "ita-2568-memo.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(pdf))
    pikepdf.open(io.BytesIO(pdf), password=PASSWORD).close()
    with pyzipper.AESZipFile(folder / "ita-2568-memo.docx.zip") as archive:
        archive.setpassword(PASSWORD.encode())
        assert archive.read("ita-2568-memo.docx").startswith(b"PK")
    assert check_stick(folder).good


@pytest.mark.parametrize(("first", "again"), [("short", "short"), (PASSWORD, "Correct-Horse 8"), ("", "")])
def test_a_password_that_would_lock_the_officer_out_is_refused_in_place(send, usb, first, again):
    send.choice.password.wanted.setChecked(True)
    send.choice.password.first.setText(first)
    send.choice.password.again.setText(again)
    send.choice.go.click()
    assert send.choice.password.reason.isVisible()
    assert "รหัสผ่าน" in send.choice.password.reason.said()
    assert not send._jobs.busy
    assert not list(usb.iterdir())


def test_where_the_program_came_without_locks_that_is_said(filled, usb, monkeypatch):
    monkeypatch.setattr(password, "can_lock", lambda: False)
    filled.sticks.send()
    dialog = next(each for each in filled.findChildren(SendDialog) if each.isVisible())
    assert not dialog.choice.password.wanted.isEnabled()
    assert "ใส่รหัสผ่านไม่ได้" in dialog.choice.password.told.said()


# Drafts


def test_papers_with_errors_are_stamped_unless_the_officer_says_no(filled, usb):
    office = replace(filled.session.document.office, name="องค์การบริหารส่วนตำบลสมมติ")
    filled.session.run(change_office, office)
    filled.sticks.send("memo")
    send = next(each for each in filled.findChildren(SendDialog) if each.isVisible())
    papers = [name for name, wrong in send.choice._wrong.items() if wrong]
    assert papers, "the texts still name the office as it was"
    send.choice.papers[papers[0]].setChecked(True)
    assert send.choice.wrong.isVisible()
    stamped = {name: stamp for name, _, stamp in send.choice.wanted()}
    assert stamped[papers[0]]
    send.choice.stamp.click()
    assert not any(stamp for *_, stamp in send.choice.wanted())


# Checking


def test_a_stick_is_checked_file_by_file(send, folder, filled, usb, qtbot):
    send.choice.papers["order"].click()
    arrive(send, qtbot)
    send.accept()
    filled.sticks.check()
    dialog = next(each for each in filled.findChildren(CheckDialog) if each.isVisible())
    dialog.go.click()
    settle(dialog, qtbot)
    assert "ตรงกับตอนคัดลอกทุกไฟล์ (2 ไฟล์)" in dialog.answer.said()
    (folder / "ita-2568-memo.pdf").write_bytes(b"changed")
    (folder / "ita-2568-order.pdf").unlink()
    (folder / "ของใคร.txt").write_text("x", encoding="utf-8")
    dialog.go.click()
    settle(dialog, qtbot)
    states = {line.file: line.state for line in dialog.table.model().records()}
    assert states == {"ita-2568-memo.pdf": "changed", "ita-2568-order.pdf": "missing", "ของใคร.txt": "unlisted"}
    assert "2 ไฟล์ที่ไม่ตรง" in dialog.answer.said()


def test_a_stick_without_papers_of_ours_is_called_so(filled, usb, qtbot):
    filled.sticks.check()
    dialog = next(each for each in filled.findChildren(CheckDialog) if each.isVisible())
    dialog.go.click()
    settle(dialog, qtbot)
    assert "ไม่พบไฟล์ที่ส่งจากโปรแกรมนี้" in dialog.answer.said()


def test_checking_works_without_any_workbook(window, tmp_path, qtbot):
    window.sticks.drives = lambda: (Drive(tmp_path, "E:", 1),)
    window.sticks.check()
    assert any(each.isVisible() for each in window.findChildren(CheckDialog))
