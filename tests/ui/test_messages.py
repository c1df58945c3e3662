"""The real dialogs, answered from a timer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.messages import FileKind, WindowMessages
from ita_desktop.ui.thai_qt import ThaiWords

KIND = FileKind("สมุดงาน ITA", ".ita")


@pytest.fixture
def messages(qtbot, theme, dialogs_may_wait):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = WindowMessages()
    made.belong_to(window)
    return made


def answer(with_dialog):
    """Do something with the dialog that will open."""

    def when_open():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, when_open)
        else:
            with_dialog(dialog)

    QTimer.singleShot(0, when_open)


def press(text):
    def on(dialog):
        next(button for button in dialog.buttons() if button.text() == text).click()

    return on


def test_an_error_says_what_happened_what_is_safe_and_what_to_do(messages):
    said = []

    def read(dialog):
        said.append((dialog.text(), dialog.informativeText(), [button.text() for button in dialog.buttons()]))
        dialog.reject()

    answer(read)
    messages.error(ItaError("เปิดไฟล์ไม่ได้", safe="ข้อมูลไม่เสียหาย", do="ปิดอีกหน้าต่าง"))
    assert said == [("เปิดไฟล์ไม่ได้", "ข้อมูลไม่เสียหาย\nปิดอีกหน้าต่าง", ["ปิด"])]


def test_a_question_is_answered_by_its_verb(messages):
    answer(press("ลบปี"))
    assert messages.ask("ลบปี 2567", verb="ลบปี", danger=True)
    answer(press("ยกเลิก"))
    assert not messages.ask("ลบปี 2567", verb="ลบปี")
    answer(QMessageBox.reject)
    assert not messages.ask("ลบปี 2567", verb="ลบปี")


def test_what_cannot_be_taken_back_is_not_done_by_pressing_enter(messages):
    seen = []

    def look(dialog):
        seen.append(dialog.defaultButton().text())
        dialog.reject()

    answer(look)
    messages.ask("ลบปี 2567", verb="ลบปี", danger=True)
    answer(look)
    messages.ask("เริ่มปี 2569", verb="เริ่มปี 2569")
    assert seen == ["ยกเลิก", "เริ่มปี 2569"]


def test_one_of_several_verbs_is_chosen_or_none(messages):
    answer(press("เก็บของเดิม"))
    assert messages.choose("มีอยู่แล้ว", ["เก็บของเดิม", "ใช้ของใหม่"]) == "เก็บของเดิม"
    answer(press("ยกเลิก"))
    assert messages.choose("มีอยู่แล้ว", ["เก็บของเดิม", "ใช้ของใหม่"]) is None


def test_being_told_may_offer_a_verb(messages):
    answer(press("เปิดไฟล์"))
    assert messages.tell("ส่งออกแล้ว", verb="เปิดไฟล์")
    answer(press("ปิด"))
    assert not messages.tell("ส่งออกแล้ว", verb="เปิดไฟล์")


def test_a_name_without_ending_gets_the_ending_of_its_kind(messages, monkeypatch):
    given = {"ก": "ก.ita", "ก.ita": "ก.ita", "ก.ITA": "ก.ITA", "รายงาน ๒.๕": "รายงาน ๒.๕.ita"}
    for typed, wanted in given.items():
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_, t=typed: (f"/x/{t}", KIND.filter)))
        assert messages.save_file("บันทึก", [KIND], Path("/x/y.ita")) == Path(f"/x/{wanted}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: ("", "")))
    assert messages.save_file("บันทึก", [KIND], Path("/x/y.ita")) is None


def test_a_file_whose_ending_was_not_typed_is_not_replaced_unasked(messages, monkeypatch, tmp_path):
    """The dialog asks about the name that was typed; that one is not there."""
    there = tmp_path / "งาน.ita"
    there.touch()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "งาน"), KIND.filter)))
    answer(press("ยกเลิก"))
    assert messages.save_file("บันทึก", [KIND], there) is None
    answer(press("เขียนทับ"))
    assert messages.save_file("บันทึก", [KIND], there) == there


@pytest.fixture
def thai(qapp, request):
    words = ThaiWords(Path(__file__).parents[2] / "resources" / "qt" / "th.toml")
    qapp.installTranslator(words)
    yield words
    qapp.removeTranslator(words)


def latin(texts):
    return [text for text in texts if any("a" <= letter.lower() <= "z" for letter in text.split("(&")[0])]


def test_qts_own_file_dialog_speaks_thai(qtbot, thai, theme, tmp_path):
    dialog = QFileDialog(None, "บันทึก", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter(KIND.filter.replace("ITA", "").replace(".ita", ".*"))
    qtbot.addWidget(dialog)
    dialog.show()
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text() not in ("", str(tmp_path))]
    from PySide6.QtWidgets import QAbstractButton

    buttons = [part for button in dialog.findChildren(QAbstractButton) for part in (button.text(), button.toolTip())]
    assert len(labels) >= 2
    assert latin(labels) == []
    assert latin(buttons) == []


def test_qts_context_menus_and_standard_buttons_speak_thai(qtbot, thai, theme):
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    texts = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert len(texts) >= 6
    assert latin(texts) == []
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Yes)
    qtbot.addWidget(box)
    assert latin([button.text() for button in box.buttons()]) == []
