"""One officer's day through the window: from three questions to a follow-up, and everything is there the next day."""

import datetime
from decimal import Decimal

from hands import CTRL, button, click, pick, press, tab_to, write
from officer import SCORES, put_on_clipboard, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.records import FindingKind, FollowUpState
from ita_desktop.ui import files
from ita_desktop.ui.tabs.followups.rounds import RoundsDialog
from ita_desktop.ui.widgets.labels import Wrapped


def test_from_three_questions_to_the_follow_up_and_all_of_it_is_there_tomorrow(
    window, make_window, heard, qtbot, tmp_path
):
    path = tmp_path / "สมุดงานของเรา.ita"

    # Three questions, and the workbook is there.
    click(window.start.office)
    write("เทศบาลตำบลตัวอย่าง")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CTRL)
    write("๒๕๖๖")
    heard.answers.append(path)
    click(window.start.go)
    assert window.session.document.years() == (2565, 2566)
    assert window.session.year.number == 2566

    # Ten scores pasted from a sheet, in Thai and Arabic digits.
    scores = window.pages[0]
    put_on_clipboard("\n".join(["๙๔.๖๘", *SCORES[1:]]))
    click(button(window, "วางคะแนน"))
    assert window.session.results.total == Decimal("89.40")
    assert window.header.total.text() == "89.40"
    assert window.header.badge.text() == "ผ่านดี"
    assert scores.model.rowCount() == 10

    # One step back, and forward again.
    assert "ใส่คะแนน 10 ช่อง" in window.menus.undo.text()
    press(Qt.Key.Key_Z, CTRL)
    assert window.header.total.text() == "–"
    assert window.session.year.indicator_scores == {}
    press(Qt.Key.Key_Y, CTRL)
    assert window.header.total.text() == "89.40"

    # A finding for the weakest indicator.
    press(Qt.Key.Key_2, CTRL)
    findings = window.pages[1]
    click(button(findings, "เพิ่ม"))
    (finding,) = window.session.year.findings
    assert (finding.indicator, finding.kind) == (8, FindingKind.FIX)
    click(findings.form.field("text"))
    write("ผู้รับบริการเห็นว่าควรปรับปรุงขั้นตอน")
    press(Qt.Key.Key_Tab)
    assert window.session.year.findings[0].text == "ผู้รับบริการเห็นว่าควรปรับปรุงขั้นตอน"

    # A measure from it, with steps, owners and dates.
    click(button(findings, "สร้างมาตรการ"))
    assert window.tabs.current() is window.pages[2]
    form = window.pages[2].form
    qtbot.waitUntil(form.field("title").hasFocus)
    write("ปรับปรุงขั้นตอนการให้บริการ")
    press(Qt.Key.Key_Tab)
    assert form.field("owners").line.hasFocus()
    write("สำนักปลัดเทศบาล")
    press(Qt.Key.Key_Return)
    click(button(form, "เพิ่มขั้นตอน"))
    put_on_clipboard("1. ทบทวนคู่มือ\n2. ประกาศบนเว็บไซต์")
    press(Qt.Key.Key_V, CTRL)
    tab_to(form.field("period_text"))
    write("ต.ค. ๖๖ - ก.ย. ๖๗")
    press(Qt.Key.Key_Return)
    (measure,) = window.session.year.measures
    assert measure.findings == (finding.id,)
    assert measure.steps == ("ทบทวนคู่มือ", "ประกาศบนเว็บไซต์")
    assert (measure.start, measure.end) == (datetime.date(2023, 10, 1), datetime.date(2024, 9, 30))

    # Rounds, and what became of it.
    press(Qt.Key.Key_4, CTRL)
    followups = window.pages[3]
    click(button(followups, "กำหนดรอบติดตาม"))
    dialog = window.findChild(RoundsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    click(dialog.usual)
    press(Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    round = window.session.year.rounds[0]
    assert round.due is not None
    table = followups.views.table
    click(table.viewport(), table.visualRect(followups.views.model.index(0, 2)).center())
    pick(followups.report.form.field("state"), FollowUpState.IN_PROGRESS)
    click(followups.report.form.field("result"))
    write("จัดทำคู่มือแล้ว")
    window.close()  # with the last words not yet left

    # The next day.
    assert heard.errors == []
    again = make_window()
    year = again.session.year
    assert again.header.total.text() == "89.40"
    assert year.findings[0].text == "ผู้รับบริการเห็นว่าควรปรับปรุงขั้นตอน"
    assert year.measures == (measure,)
    (report,) = year.followups
    assert (report.round, report.state, report.result) == (round.id, FollowUpState.IN_PROGRESS, "จัดทำคู่มือแล้ว")
    assert list(path.parent.glob("backups/*/*.ita")), "closing left no backup"


def test_the_first_start_asks_before_it_makes_anything(window, qtbot, heard):
    window.resize(911, 480)
    window.start._area.verticalScrollBar().setValue(1000)
    qtbot.mouseClick(window.start.go, Qt.MouseButton.LeftButton)
    assert heard.asked == []
    told = next(each for each in window.start.findChildren(Wrapped) if "ชื่อหน่วยงานก่อน" in each.said())
    assert told.visibleRegion().boundingRect().height() == told.height(), "all of it is in sight"
    assert QApplication.focusWidget() is window.start.office
    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    assert not told.isVisible()


def test_the_first_start_takes_no_year_that_nobody_typed(window, qtbot, heard):
    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    window.start.year.selectAll()
    type_in(window.start.year, "ปีนี้")
    qtbot.mouseClick(window.start.go, Qt.MouseButton.LeftButton)
    assert heard.asked == []
    assert QApplication.focusWidget() is window.start.year


def test_the_sample_is_one_click_away(window, heard, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "documents", lambda: tmp_path)
    for name in ("ตัวอย่าง ITA.ita", "ตัวอย่าง ITA (2).ita"):
        click(button(window.start, "ลองเล่นกับตัวอย่าง"))
        assert window.session.path == tmp_path / name
        assert window.session.document.years() == (2566, 2567, 2568)
        assert window.header.total.text() == "88.98"
        window.files.close()
    assert heard.asked == []


def test_where_the_sample_cannot_be_written_another_place_is_asked_for(window, heard, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "documents", lambda: tmp_path / "ไม่มีโฟลเดอร์นี้")
    heard.answers.append(tmp_path / "ลองเล่น.ita")
    window.files.open_sample()
    assert window.session.path == tmp_path / "ลองเล่น.ita"
    (trouble,) = heard.errors
    assert "ตัวอย่าง ITA.ita" in str(trouble)
    heard.errors.clear()


def test_the_same_day_by_the_keyboard_alone(window, heard, qtbot, tmp_path):
    def focused():
        return QApplication.focusWidget()

    def press_key(key, keys=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(focused(), key, keys)
        QApplication.processEvents()

    def tab_to(widget):
        for _ in range(80):
            if focused() is widget or focused() is widget.focusProxy():
                return
            press_key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {widget}")

    tab_to(window.start.office)
    type_in(focused(), "เทศบาลตำบลตัวอย่าง")
    tab_to(window.start.go)
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    press_key(Qt.Key.Key_Space)
    assert window.session.year is not None

    qtbot.waitUntil(window.pages[0].table.hasFocus)
    for score in SCORES:
        type_in(focused(), score[0])
        type_in(focused(), score[1:])
        press_key(Qt.Key.Key_Return)
    assert window.header.total.text() == "89.40"

    press_key(Qt.Key.Key_2, CTRL)
    press_key(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    type_in(focused(), "ขั้นตอนยังไม่ชัดเจน")
    press_key(Qt.Key.Key_Tab)
    press_key(Qt.Key.Key_M, CTRL)
    measures = window.pages[2]
    qtbot.waitUntil(measures.form.field("title").hasFocus)
    type_in(focused(), "ทำผังขั้นตอน")
    tab_to(measures.form.field("followup"))
    type_in(focused(), "รายงานทุกไตรมาส")
    press_key(Qt.Key.Key_Tab)
    (measure,) = window.session.year.measures
    assert (measure.title, measure.followup) == ("ทำผังขั้นตอน", "รายงานทุกไตรมาส")

    press_key(Qt.Key.Key_4, CTRL)
    followups = window.pages[3]
    tab_to(followups._empty.button)
    press_key(Qt.Key.Key_Space)
    dialog = followups.findChild(RoundsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    tab_to(dialog.usual)
    press_key(Qt.Key.Key_Space)
    press_key(Qt.Key.Key_Escape)
    assert window.session.year.rounds
    window.activateWindow()  # as a window manager does
    qtbot.waitUntil(window.isActiveWindow)
    tab_to(followups.report.form.field("result"))
    type_in(focused(), "ทำผังแล้ว")
    press_key(Qt.Key.Key_Tab)
    assert window.session.year.followups[0].result == "ทำผังแล้ว"
