"""Last year's sheet comes in through the window."""

from __future__ import annotations

import csv
import itertools
import time
from decimal import Decimal

import openpyxl
import pytest
from made_sheets import NAMES
from officer import put_on_clipboard
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from shiboken6 import isValid

from ita_desktop.actions.outcomes import Duplicates
from ita_desktop.domain.records import Measure
from ita_desktop.exchange.recognise import Meaning
from ita_desktop.storage import backups
from ita_desktop.ui.import_wizard.window import ImportWindow

SCORES = ("94.68", "88.55", "91.80", "87.16", "88.27", "86.78", "86.07", "83.40", "100", "83.75")
YEAR = 2566


def sheet(path, *rows, title=f"ผลคะแนน ITA ปีงบประมาณ {YEAR}"):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "คะแนน"
    for row in ((title,), ("ลำดับ", "ตัวชี้วัด", "คะแนน"), *rows):
        page.append(row)
    book.save(path)
    return path


def ten(*changes):
    rows = [[number, name, float(score)] for number, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1)]
    for row, value in changes:
        rows[row][2] = value
    return rows


@pytest.fixture
def wizard(new, qtbot):
    opened = new.importing.open()
    yield opened
    if isValid(opened) and opened.isVisible():
        opened.reject()


def read(wizard, path, qtbot):
    wizard.read_file(path)
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.checking, timeout=10_000)


def settle(wizard, qtbot):
    qtbot.waitUntil(lambda: not wizard.busy, timeout=10_000)


def rehearse(wizard, qtbot):
    click(wizard.foot.main)
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.rehearsal, timeout=20_000)
    settle(wizard, qtbot)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def cell(wizard, row, column):
    return wizard.checking.preview.model().index_of(row, column)


def type_over(wizard, index, text):
    """F2, as in Excel."""
    preview = wizard.checking.preview
    preview.setFocus()
    preview.setCurrentIndex(index)
    QTest.keyClick(preview, Qt.Key.Key_F2)
    field = preview.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def scores(new):
    return dict(new.session.year.indicator_scores)


def test_a_sheet_comes_in_as_one_step_with_a_backup_before_it(new, wizard, places, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "a.xlsx", *ten()), qtbot)
    assert "คะแนนรายตัวชี้วัด" in wizard.checking.tables.item(0).text()
    assert "10 แถว" in wizard.checking.tables.item(0).text()
    rehearse(wizard, qtbot)
    assert "ใหม่ 10 แถว" in wizard.rehearsal.counts.said()
    assert scores(new) == {}
    click(wizard.foot.main)
    assert "นำเข้าในปี 2566 แล้ว" in wizard.rehearsal.counts.said()
    assert scores(new) == {number: Decimal(score) for number, score in enumerate(SCORES, 1)}
    assert len(backups.found_in(backups.folder_of(new.session.path, places.backups))) == 1
    click(wizard.foot.main)
    new.undo()
    assert scores(new) == {}


def test_closed_by_its_cross_it_goes_when_the_sheet_is_no_longer_being_read(wizard, tmp_path, qtbot):
    wizard.read_file(sheet(tmp_path / "a.xlsx", *ten()))
    wizard.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(wizard)
    assert not wizard.isVisible()
    qtbot.waitUntil(lambda: not isValid(wizard), timeout=20_000)


def test_old_and_new_are_shown_and_the_old_may_stay(new, wizard, tmp_path, qtbot):
    from ita_desktop.actions.sheets import import_tables, known_of
    from ita_desktop.exchange.grid import Grid
    from ita_desktop.exchange.recognise import recognise

    known = known_of(new.session.document, YEAR, new.files.places.frameworks)
    grid = Grid(name="x", rows=(("ลำดับ", "ตัวชี้วัด", "คะแนน"), *map(tuple, ten())))
    new.session.run(import_tables, recognise([grid], known).tables, YEAR)
    read(wizard, sheet(tmp_path / "b.xlsx", *ten((0, 70.5))), qtbot)
    rehearse(wizard, qtbot)
    (line,) = wizard.rehearsal.outcome.model().records()
    assert (line.field, line.before, line.after) == ("คะแนน", "94.68", "70.50")
    assert "แก้ 1 แถว · เหมือนเดิม 9 แถว" in wizard.rehearsal.counts.said()
    assert wizard.rehearsal.question.isVisible()
    assert not wizard.foot.main.isEnabled(), "nobody has said yet that it may be overwritten"
    decide(wizard, Duplicates.SKIP, qtbot)
    assert "ข้าม 1 แถว" in wizard.rehearsal.counts.said()
    assert wizard.rehearsal.question.isVisible()
    assert not wizard.foot.main.isEnabled(), "there is nothing left to import"
    decide(wizard, Duplicates.UPDATE, qtbot)
    click(wizard.foot.main)
    assert scores(new)[1] == Decimal("70.5")


def decide(wizard, wanted, qtbot):
    """By the keyboard: down to the answer."""
    choice = wizard.rehearsal.duplicates
    choice.setFocus()
    key = Qt.Key.Key_Down if choice.currentIndex() < choice.findData(wanted) else Qt.Key.Key_Up
    while choice.currentData() != wanted:
        QTest.keyClick(choice, key)
        settle(wizard, qtbot)


def test_what_is_rehearsed_is_what_is_imported(new, wizard, tmp_path, qtbot):
    """A table mended while the rehearsal runs waits for the next one."""
    read(wizard, sheet(tmp_path / "p.xlsx", *ten()), qtbot)
    click(wizard.foot.main)
    wizard.checking.preview.mended.emit((2, 2), "50")
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.rehearsal, timeout=20_000)
    settle(wizard, qtbot)
    shown = wizard.rehearsal.summary
    click(wizard.foot.main)
    assert scores(new)[1] == Decimal("94.68")
    assert wizard.rehearsal.summary.tables == shown.tables


def test_without_anything_that_differs_nothing_is_asked(wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "q.xlsx", *ten()), qtbot)
    rehearse(wizard, qtbot)
    assert not wizard.rehearsal.question.isVisible()
    assert wizard.foot.main.isEnabled()


def test_a_wrong_cell_is_marked_and_mended_in_its_place(wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "c.xlsx", *ten((3, "แปดสิบ"))), qtbot)
    index = cell(wizard, 5, 2)
    assert "ผิด" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "C6" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert wizard.checking.problems.summary.text().startswith("ผิด 1")
    high = wizard.checking.preview.height()
    type_over(wizard, index, "87.16")
    qtbot.waitUntil(lambda: wizard.checking.problems.summary.text() == "ไม่พบสิ่งผิดปกติ")
    assert not wizard.checking.problems.list.isVisible()
    qtbot.waitUntil(lambda: wizard.checking.preview.height() > high + 100)
    assert cell(wizard, 5, 2).data(Qt.ItemDataRole.DecorationRole) is None
    assert wizard.checking.preview.currentIndex() == cell(wizard, 5, 2)


def test_many_wrong_cells_are_one_line_and_a_click_goes_to_each(wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "d.xlsx", *ten((1, "?"), (4, "?"), (7, "?"))), qtbot)
    listed = wizard.checking.problems.list
    head, *members = listed.model().records()
    assert head.where == "3 ช่อง"
    assert [line.where for line in members] == ["C4", "C7", "C10"]
    listed.choose(listed.model().index(3, 0))
    assert wizard.checking.preview.currentIndex() == cell(wizard, 9, 2)
    click(wizard.checking.only_problems)
    assert wizard.checking.preview.model().rowCount() == 3


def test_what_is_proposed_is_written_into_every_cell_of_the_group(new, wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "e.xlsx", *ten(*((row, float(SCORES[row]) / 100) for row in range(10)))), qtbot)
    problems = wizard.checking.problems
    problems.list.choose(problems.list.model().index(0, 0))
    click(problems.use_fix)
    settle(wizard, qtbot)
    assert problems.summary.text() == "ไม่พบสิ่งผิดปกติ"
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert scores(new)[1] == Decimal("94.68")


def test_a_column_means_what_the_officer_says(new, wizard, tmp_path, qtbot):
    """Two columns of scores: nobody but the officer knows which one counts."""
    book = openpyxl.Workbook()
    book.active.append(("ตัวชี้วัด", "คะแนน", "คะแนนหลังทบทวน"))
    for name, score in zip(NAMES, SCORES, strict=True):
        book.active.append((name, float(score) - 1, float(score)))
    path = tmp_path / "f.xlsx"
    book.save(path)
    read(wizard, path, qtbot)
    first, second = wizard.checking.preview.head.choices[1:]
    assert "คะแนนหลังทบทวน" in second.accessibleName()
    choose(first, Meaning.IGNORED)
    settle(wizard, qtbot)
    choose(second, Meaning.SCORE)
    settle(wizard, qtbot)
    assert first.currentData() == Meaning.IGNORED.value
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert scores(new)[1] == Decimal("94.68")


def choose(choice: QComboBox, meaning: Meaning):
    choice.setCurrentIndex(choice.findData(meaning.value))
    choice.activated.emit(choice.currentIndex())


def test_a_table_of_another_year_asks_for_which_year_it_is_meant(new, wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "g.xlsx", *ten(), title="ผลคะแนน ITA ปีงบประมาณ 2565"), qtbot)
    assert not wizard.foot.main.isEnabled()
    click(wizard.checking.problems.use_year)
    settle(wizard, qtbot)
    assert wizard.checking.year.currentData() == 2565
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert new.session.year.number == 2565
    assert scores(new)[9] == 100


def test_a_table_that_is_not_wanted_stays_out(new, wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "h.xlsx", *ten()), qtbot)
    wizard.checking.tables.setFocus()
    QTest.keyClick(wizard.checking.tables, Qt.Key.Key_Space)
    assert not wizard.foot.main.isEnabled()
    QTest.keyClick(wizard.checking.tables, Qt.Key.Key_Space)
    assert wizard.foot.main.isEnabled()


def test_rows_left_out_are_saved_with_their_reason(new, wizard, tmp_path, heard, qtbot):
    read(wizard, sheet(tmp_path / "i.xlsx", *ten((3, "แปดสิบ"))), qtbot)
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert len(scores(new)) == 9
    target = tmp_path / "เหลือ.xlsx"
    heard.answers.append(target)
    click(wizard.foot.save_rejected)
    assert "บันทึก 1 แถว" in heard.told[-1]
    rows = list(openpyxl.load_workbook(target).active.values)
    assert any("แปดสิบ" in row for row in rows)


def test_what_was_copied_in_excel_comes_in(new, wizard, qtbot):
    put_on_clipboard("ตัวชี้วัด\tคะแนน\n" + "\n".join(map("\t".join, zip(NAMES, SCORES, strict=True))))
    QTest.keyClick(wizard.start.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.checking)
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert scores(new)[1] == Decimal("94.68")


def test_an_empty_clipboard_is_said(wizard, heard):
    put_on_clipboard("")
    click(wizard.foot.paste)
    assert "ยังไม่มีตาราง" in heard.told[-1]


def test_a_sheet_dropped_on_the_main_window_is_read(new, tmp_path, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet(tmp_path / "j.xlsx", *ten())))])
    assert drop(new, data)
    qtbot.waitUntil(lambda: bool(new.findChildren(ImportWindow)))
    (opened,) = new.findChildren(ImportWindow)
    qtbot.waitUntil(lambda: opened.pages.currentWidget() is opened.checking, timeout=10_000)
    opened.reject()


def test_other_files_and_no_workbook_are_not_taken(new, window, tmp_path, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.pdf"))])
    assert not drop(new, data)
    new.files.close()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.xlsx"))])
    assert not drop(new, data)


def drop(window, data):
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), copy, data, left, none))
    return enter.isAccepted()


def test_a_file_that_is_no_table_ends_in_one_sentence(wizard, tmp_path, heard, qtbot):
    bad = tmp_path / "k.xlsx"
    bad.write_bytes(b"PK\x03\x04 and nothing")
    wizard.read_file(bad)
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=10_000)
    heard.errors.clear()
    assert wizard.pages.currentWidget() is wizard.start
    assert wizard.start.button.isEnabled()


def test_a_file_with_other_tables_says_so(wizard, tmp_path, heard, qtbot):
    path = tmp_path / "l.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("สี", "ราคา"), ("แดง", "3")])
    wizard.read_file(path)
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=10_000)
    assert "ไม่พบตารางที่รู้จัก" in str(heard.errors.pop())


def test_reading_can_be_stopped(wizard, tmp_path, qtbot, monkeypatch):
    from ita_desktop.exchange.sheets import reading

    def from_a_drive_that_never_ends(path, *, progress):
        for tick in itertools.count():  # until the officer stops it: the report raises then
            progress("กำลังอ่าน", tick % 100 / 100)
            time.sleep(0.01)

    monkeypatch.setattr(reading, "read_tables", from_a_drive_that_never_ends)
    wizard.read_file(sheet(tmp_path / "m.xlsx", *ten()))
    qtbot.waitUntil(wizard.foot.stop.isVisible, timeout=20_000)
    click(wizard.foot.stop)
    settle(wizard, qtbot)
    assert wizard.pages.currentWidget() is wizard.start


def test_it_can_be_closed_while_it_reads(new, wizard, tmp_path, qtbot):
    wizard.read_file(sheet(tmp_path / "o.xlsx", *ten()))
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    qtbot.waitUntil(lambda: not new.findChildren(ImportWindow), timeout=10_000)
    assert scores(new) == {}


def test_it_opens_from_the_menu_by_its_key_and_closes_by_esc(new, qtbot):
    QTest.keyClick(new, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    (opened,) = new.findChildren(ImportWindow)
    assert opened.isVisible()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


@pytest.mark.parametrize("size", [(900, 480), (1180, 700)])
def test_nothing_is_cut_off_or_covered(wizard, tmp_path, qtbot, size):
    from laid_out import troubles

    wizard.resize(*size)
    assert troubles(wizard) == []
    read(wizard, sheet(tmp_path / "n.xlsx", *ten((3, "แปดสิบ"), (5, 0.5)), title="คะแนนปี 2565"), qtbot)
    wizard.resize(*size)
    assert wizard.size().width() <= size[0]
    assert wizard.size().height() <= size[1]
    assert troubles(wizard) == []


def test_blank_sheets_are_saved_filled_in_and_come_in(new, wizard, tmp_path, heard, qtbot):
    target = tmp_path / "แบบ.xlsx"
    heard.answers.append(target)
    click(wizard.foot.blank)
    assert "บันทึกแบบเปล่าแล้ว" in heard.told[-1]
    book = openpyxl.load_workbook(target)
    page = next(page for page in book if page.title == "คะแนน")
    heads = next(row for row in page.iter_rows() if any(cell.value == "คะแนน" for cell in row))
    column = next(cell.column for cell in heads if cell.value == "คะแนน")
    name = next(row for row in page.iter_rows() if any(str(cell.value).endswith(NAMES[0]) for cell in row))[0].row
    page.cell(name, column, 94.68)
    book.save(target)
    read(wizard, target, qtbot)
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert scores(new) == {1: Decimal("94.68")}


def test_columns_take_the_room_there_is_until_the_officer_sizes_them(wizard, tmp_path, qtbot):
    read(wizard, sheet(tmp_path / "r.xlsx", *ten()), qtbot)
    preview = wizard.checking.preview
    wizard.resize(1180, 700)
    qtbot.waitUntil(lambda: abs(preview.head.length() - preview.viewport().width()) < 5)
    preview.head.resizeSection(1, 111)
    wizard.resize(1000, 700)
    assert preview.head.sectionSize(1) == 111


def test_a_table_copied_from_a_web_page_or_word_comes_in(new, wizard, qtbot):
    cells = "".join(
        f"<tr><td>{name}</td><td>{score} คะแนน</td></tr>" for name, score in zip(NAMES, SCORES, strict=True)
    )
    copied = QMimeData()
    copied.setHtml(f"<table><tr><th>ตัวชี้วัด</th><th>คะแนน</th></tr>{cells}</table>")
    copied.setText("\n".join(NAMES))
    QApplication.clipboard().setMimeData(copied)
    click(wizard.foot.paste)
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.checking, timeout=10_000)
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    assert scores(new) == {number: Decimal(score) for number, score in enumerate(SCORES, 1)}


def test_what_the_officer_said_of_the_columns_is_known_the_next_time(new, wizard, tmp_path, qtbot):
    book = openpyxl.Workbook()
    book.active.append(("ตัวชี้วัด", "คะแนน", "คะแนนหลังทบทวน"))
    for name, score in zip(NAMES, SCORES, strict=True):
        book.active.append((name, float(score) - 1, float(score)))
    path = tmp_path / "s.xlsx"
    book.save(path)
    read(wizard, path, qtbot)
    choose(wizard.checking.preview.head.choices[1], Meaning.IGNORED)
    settle(wizard, qtbot)
    choose(wizard.checking.preview.head.choices[2], Meaning.SCORE)
    settle(wizard, qtbot)
    rehearse(wizard, qtbot)
    click(wizard.foot.main)
    click(wizard.foot.main)
    again = new.importing.open()
    read(again, path, qtbot)
    assert [choice.currentData() for choice in again.checking.preview.head.choices[1:]] == [
        Meaning.IGNORED.value,
        Meaning.SCORE.value,
    ]
    again.reject()


def test_a_sheet_dropped_on_the_import_window_is_read(wizard, tmp_path, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet(tmp_path / "t.xlsx", *ten())))])
    assert drop(wizard, data)
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.checking, timeout=10_000)
    assert not drop(wizard, data), "the tables being looked at are not thrown away by a slip of the hand"
    settle(wizard, qtbot)


def test_a_rehearsal_can_be_stopped_and_begun_again(new, wizard, tmp_path, qtbot, monkeypatch):
    from ita_desktop.ui.import_wizard import window

    def without_an_end(trial, *_tables, progress, **_how):
        with trial.change("ลอง") as change:
            change.add_year(2599)
            for tick in itertools.count():
                progress("ทดลองนำเข้า", tick % 100 / 100)
                time.sleep(0.01)

    read(wizard, sheet(tmp_path / "u.xlsx", *ten()), qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(window, "plan_import", without_an_end)
        click(wizard.foot.main)
        qtbot.waitUntil(wizard.foot.stop.isVisible, timeout=20_000)
        assert not wizard.foot.main.isEnabled()
        click(wizard.foot.stop)
        settle(wizard, qtbot)
    assert wizard.pages.currentWidget() is wizard.checking
    assert 2599 not in new.session.document.years()
    rehearse(wizard, qtbot)
    assert "ใหม่ 10 แถว" in wizard.rehearsal.counts.said()


def test_our_own_sheet_that_comes_back_needs_no_question_answered(new, wizard, tmp_path, qtbot):
    """It was written from this workbook and changed by a person since: what it says now is meant."""
    from ita_desktop.actions.measures import add_measure
    from ita_desktop.actions.sheets_out import export_workbook

    new.session.run(add_measure, YEAR, Measure(id="m1", title="เผยแพร่แผน"))
    path = new.session.run(export_workbook, tmp_path / "ออก.xlsx")
    book = openpyxl.load_workbook(path)
    page = book["มาตรการ"]
    place = next(cell for row in page.iter_rows() for cell in row if cell.value == "เผยแพร่แผน")
    place.value = "เผยแพร่แผนทุกไตรมาส"
    book.save(path)
    read(wizard, path, qtbot)
    rehearse(wizard, qtbot)
    assert wizard.rehearsal.on_duplicates is Duplicates.UPDATE
    click(wizard.foot.main)
    assert [measure.title for measure in new.session.year.measures] == ["เผยแพร่แผนทุกไตรมาส"]
