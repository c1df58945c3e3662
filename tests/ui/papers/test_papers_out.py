"""The ways out: files, the folder for the website, the printer; and what the review says before."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from ita_desktop.actions.memo import change_memo
from ita_desktop.domain.problems import Place, Problem, Severity
from ita_desktop.ui.papers.export_dialog import ExportDialog, What

CTRL = Qt.KeyboardModifier.ControlModifier
ERROR = Problem("a-rule", Severity.ERROR, Place("memo", None, "subject", 0, 5), "เรื่องไม่ตรงกับข้อมูล", quote="รายงาน")


def words(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)


def choose(field, value):
    row = next(row for row in range(field.count()) if field.itemData(row) == value)
    field.setCurrentIndex(row)
    field.activated.emit(row)


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "ส่งออก"
    folder.mkdir()
    return folder


def dialog_of(papers) -> ExportDialog:
    return next(dialog for dialog in papers.findChildren(ExportDialog) if dialog.isVisible())


def export(papers, heard, qtbot, out, what=What.PDF, answers=()):
    """Ctrl+E, another folder, and the button; what is returned waits until it is told."""
    papers.activateWindow()
    qtbot.waitUntil(papers.isActiveWindow)
    qtbot.keyClick(papers, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(papers)
    choose(dialog.what, what)
    choose(dialog.folder, None)
    heard.answers += [out, *answers]
    told = len(heard.told)
    heard.seen = (dialog.errors._lines.said(), dialog.verb.text())
    dialog.verb.click()
    return lambda: qtbot.waitUntil(lambda: len(heard.told) > told, timeout=20_000)


def test_enter_on_cancel_cancels_and_the_dialog_is_gone(papers, qtbot):
    papers.export()
    dialog = dialog_of(papers)
    cancel = next(button for button in dialog.findChildren(QPushButton) if button.text() == "ยกเลิก")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_the_paper_goes_out_as_the_file_that_was_seen(papers, heard, qtbot, out):
    seen = papers.preview.view.proof.made.pdf
    export(papers, heard, qtbot, out)()
    assert (out / "ita-2568-memo.pdf").read_bytes() == seen
    assert str(out) in heard.told[-1]


def test_pdf_and_word_go_out_together(papers, heard, qtbot, out):
    export(papers, heard, qtbot, out, What.BOTH)()
    assert {path.name for path in out.iterdir()} == {"ita-2568-memo.pdf", "ita-2568-memo.docx"}


def test_the_pack_for_the_website_is_a_folder_of_its_own(papers, heard, qtbot, out):
    papers.foot.pack_button.click()
    dialog = dialog_of(papers)
    assert dialog.what.value() is What.PACK
    choose(dialog.folder, None)
    heard.answers.append(out)
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(heard.told), timeout=20_000)
    names = sorted(path.name for path in (out / "ita-2568-oit").iterdir())
    assert len(names) == 7
    assert names[0] == "00-ita-2568-list.pdf"


def test_a_file_of_the_same_name_is_never_written_over_unasked(papers, heard, qtbot, out):
    there = out / "ita-2568-memo.pdf"
    there.write_bytes(b"old")
    export(papers, heard, qtbot, out, answers=["เก็บทั้งสองฉบับ"])()
    assert there.read_bytes() == b"old"
    assert (out / "ita-2568-memo (2).pdf").exists()
    export(papers, heard, qtbot, out, answers=[None])
    assert there.read_bytes() == b"old"
    export(papers, heard, qtbot, out, answers=["เขียนทับ"])()
    assert there.read_bytes() != b"old"


def test_the_way_to_a_stick_begins_with_the_paper_in_sight(papers, qtbot):
    with qtbot.waitSignal(papers.stick_wanted) as wanted:
        papers.foot.stick_button.click()
    assert wanted.args == ["memo"]
    with qtbot.waitSignal(papers.stick_wanted):
        qtbot.keyClick(papers, Qt.Key.Key_U, CTRL)


def test_a_place_that_cannot_be_written_is_told(papers, heard, qtbot, out):
    blocked = out / "ไฟล์"
    blocked.write_text("no folder")
    qtbot.keyClick(papers, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(papers)
    choose(dialog.folder, None)
    heard.answers.append(blocked)
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=20_000)
    assert heard.errors.pop().do


# Errors


@pytest.fixture
def wrong(papers, outside, renewed):
    outside.problems.append(ERROR)
    with renewed():
        papers.renew()
    return papers


def test_errors_are_counted_beside_the_button_and_stamp_the_pages(wrong, text_of):
    assert wrong.foot.count.button.text() == "ข้อผิดพลาด 1"
    assert "ร่าง" in text_of()
    assert wrong.foot.count.stamp.isVisible()


def test_a_paper_with_errors_goes_out_stamped_and_only_after_they_were_shown(wrong, heard, qtbot, out):
    wait = export(wrong, heard, qtbot, out)
    said, verb = heard.seen
    assert "เรื่องไม่ตรงกับข้อมูล" in said
    assert verb == "ส่งออกเป็นร่าง"
    wait()
    assert "ร่าง" in words(out / "ita-2568-memo.pdf")


def test_the_officer_may_say_no_to_the_stamp(wrong, heard, qtbot, out, renewed, text_of):
    with renewed():
        wrong.foot.count.stamp.click()
    assert "ร่าง" not in text_of()
    wait = export(wrong, heard, qtbot, out)
    assert heard.seen[1] == "ส่งออกทั้งที่มีข้อผิดพลาด"
    wait()
    assert "ร่าง" not in words(out / "ita-2568-memo.pdf")


def test_errors_of_one_paper_do_not_stamp_another(wrong, renewed, text_of):
    with renewed():
        wrong.show_paper("order")
    assert wrong.foot.count.button.text() == "ไม่พบข้อผิดพลาด"
    assert "ร่าง" not in text_of().replace("(ร่าง)", "")


def test_f8_lists_them_and_enter_goes_to_the_words(wrong, qtbot):
    qtbot.keyClick(wrong, Qt.Key.Key_F8)
    assert wrong.problems.isVisible()
    assert wrong.problems.hasFocus()
    qtbot.keyClick(wrong.problems, Qt.Key.Key_Return)
    qtbot.waitUntil(wrong.side.editor.head.field("subject").hasFocus)


def test_a_problem_of_a_tab_leads_there(papers, outside, renewed, qtbot):
    place = Place("scores", "8", "score")
    outside.problems.append(Problem("b", Severity.WARNING, place, "คะแนนไม่ตรง"))
    with renewed():
        papers.renew()
    with qtbot.waitSignal(papers.elsewhere) as wanted:
        papers.problems._open_problem(papers.problems.currentIndex())
    assert wanted.args == [place]


# Paper


def test_printing_sends_every_page_turned_as_it_is(papers, outside, renewed, qtbot, tmp_path):
    with renewed():
        papers.show_paper("report")
    outside.print_to = str(tmp_path / "printed.pdf")
    with qtbot.waitSignal(papers.sending.finished, timeout=30_000):
        qtbot.keyClick(papers, Qt.Key.Key_P, CTRL)
    count = papers.preview.view.page_count
    qtbot.waitUntil(lambda: printed_pages(outside.print_to) == count, timeout=30_000)
    with pypdfium2.PdfDocument(outside.print_to) as pdf:
        for number, (width, height) in enumerate(papers.preview.view.proof.sizes):
            printed = pdf.get_page_size(number)
            assert printed == pytest.approx((width, height), abs=3)
            drawn = pdf[number].render(scale=0.3).to_pil()
            assert drawn.convert("L").getextrema()[0] < 128, "an empty page"


def printed_pages(path):
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            return len(pdf)
    except (pypdfium2.PdfiumError, FileNotFoundError):
        return 0


def test_some_pages_can_be_printed_alone(papers, outside, renewed, qtbot, tmp_path):
    with renewed():
        papers.show_paper("report")
    outside.print_to, outside.pages = str(tmp_path / "some.pdf"), (2, 3)
    papers.foot.print_button.click()
    qtbot.waitUntil(lambda: printed_pages(outside.print_to) == 2, timeout=30_000)


def test_errors_are_said_before_printing(wrong, heard, outside, qtbot, tmp_path):
    heard.answers.append(False)
    wrong.foot.print_button.click()
    assert heard.asked[-1] == "ยังมีข้อผิดพลาด 1 จุด [พิมพ์เป็นร่าง]"
    outside.print_to = str(tmp_path / "draft.pdf")
    heard.answers.append(True)
    wrong.foot.print_button.click()
    qtbot.waitUntil(lambda: printed_pages(outside.print_to) == 2, timeout=30_000)


def test_a_cancelled_printer_prints_nothing(papers, outside, qtbot):
    with qtbot.waitSignal(papers.press.finished):
        papers.foot.print_button.click()
    assert not outside.print_to


# Letters that cannot be printed


@pytest.fixture
def smiling(papers, session, renewed):
    """The memo's subject has a letter that no font of ours has."""
    memo = session.year.memo
    with renewed():
        session.run(change_memo, session.year.number, replace(memo, subject=f"{memo.subject} 😀"), "เรื่อง")
    return papers


def test_letters_that_cannot_be_printed_are_told_in_the_list_and_before_the_file(smiling, heard, qtbot, out):
    assert any("😀" in line and "[?]" in line for line in smiling.list.lacks_of("memo"))
    wait = export(smiling, heard, qtbot, out)
    said, verb = heard.seen
    assert "😀" in said
    assert "[?]" in said
    assert verb == "ส่งออก"
    wait()
    assert "ร่าง" not in words(out / "ita-2568-memo.pdf")


def test_word_can_print_them_with_fonts_of_its_own(smiling, qtbot):
    qtbot.keyClick(smiling, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(smiling)
    assert dialog.errors.isVisible()
    choose(dialog.what, What.WORD)
    assert not dialog.errors.isVisible()


def test_they_are_told_before_printing(smiling, heard):
    heard.answers.append(False)
    smiling.foot.print_button.click()
    assert heard.asked[-1] == "มีตัวอักษรที่พิมพ์ไม่ได้ [พิมพ์ต่อ]"
