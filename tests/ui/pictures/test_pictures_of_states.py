"""The window in each state it can be in: full of problems, without any, finished, busy, refused, only looked at."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from gallery import room
from officer import type_in
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QMessageBox, QToolTip

from ita_desktop.actions.followups import save_follow_up
from ita_desktop.actions.scores import set_scores
from ita_desktop.actions.workbook import create
from ita_desktop.delivery.installed import Examined
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.problems import Place, Problem, Severity
from ita_desktop.domain.records import FollowUp, FollowUpState, Office
from ita_desktop.storage.document import Document
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.find.popup import FindPopup
from ita_desktop.ui.keeping.window import BackupsWindow
from ita_desktop.ui.messages import WindowMessages
from ita_desktop.ui.papers.name_dialog import NameDialog
from ita_desktop.ui.program_check import check_program
from ita_desktop.ui.tabs.followups.evidence_window import EvidenceWindow
from ita_desktop.ui.tabs.scores.charts import KINDS
from ita_desktop.ui.widgets.date_edit import CalendarPopup
from ita_desktop.ui.wrapping import message

LONG_MESSAGE = "คะแนนในข้อความไม่ตรงกับคะแนนในตาราง ซึ่งอาจเกิดจากการแก้คะแนนภายหลังเขียนข้อค้นพบแล้ว"


def show_problems(window, problems):
    window.reviewer._clock.stop()
    window.reviewer._current = None
    window.reviewer.problems = tuple(problems)
    window.reviewer.found.emit()
    window.header.review.setChecked(True)


def problem(number):
    severity = list(Severity)[number % 3]
    place = Place("memo", None, "subject")
    return Problem(f"rule{number}", severity, place, f"{LONG_MESSAGE} {number}", quote="69.03", expected="96.03")


@pytest.mark.parametrize("count", [0, 1, 40])
def test_the_review_with_nothing_something_and_a_lot_to_say(long_words, gallery, count):
    show_problems(long_words, map(problem, range(count)))
    if count:
        first = long_words.reviewer.problems[0]
        long_words.review.list.go_to((first.rule, first.where, first.quote))
    gallery.look(f"review-{count}", long_words)


def test_a_year_in_which_everything_is_done(small, filled, gallery):
    session = filled.session
    for measure in session.year.measures:
        for each in session.year.rounds:
            report = FollowUp(
                measure=measure.id, round=each.id, state=FollowUpState.DONE, progress=100, result="ดำเนินการครบตามแผน"
            )
            session.run(save_follow_up, session.year.number, report)
    show_problems(filled, ())
    for number in range(4):
        filled.tabs.go_to(number)
        gallery.look(f"finished-{number}", filled)


def test_the_first_page_with_workbooks_of_before_and_with_a_question_unanswered(small, gallery, tmp_path, qtbot):
    names = ("เทศบาลตำบลตัวอย่าง", "องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ 2568", "ita")
    gallery.look("first-page", small)
    small.start.show_recent([tmp_path / f"{name}.ita" for name in names])
    gallery.look("first-page-recent", small)
    small.start.go.click()
    gallery.look("first-page-refused", small)


def test_fields_that_refuse_what_was_typed(small, filled, gallery):
    filled.tabs.go_to(3)
    form = filled.pages[3].report.form
    for name, words in (("reported", "31/2/69"), ("progress", "150")):
        field = form.field(name)
        field.setFocus()
        field.selectAll()
        type_in(field, words)
        field.flush()
    gallery.look("refused", filled)


def test_a_workbook_that_is_only_looked_at(small, filled, gallery):
    path = filled.session.path
    filled.files.close()
    filled.files._use(lambda: Document.open(path, frameworks=filled.files.places.frameworks, read_only=True))
    gallery.look("read-only", filled)
    assert "ดูอย่างเดียว" in filled.status.saved.text()


def test_work_that_takes_long(small, filled, gallery):
    filled.jobs.shown.emit("กำลังอ่านไฟล์ตารางคะแนน")
    gallery.look("busy", filled)
    filled.jobs.progressed.emit("กำลังทำเอกสาร 3 จาก 7", 0.43)
    gallery.look("busy-how-far", filled)


def test_a_workbook_without_a_year(small, places, gallery, tmp_path):
    path = tmp_path / "ใหม่.ita"
    create(path, Office(name="เทศบาลตำบลตัวอย่าง"), (), frameworks=places.frameworks).close()
    small.files.open(path)
    gallery.look("no-year", small)


def test_lists_in_which_nothing_fits_the_filter(small, filled, gallery):
    for number in (1, 2):
        filled.tabs.go_to(number)
        filled.pages[number].pane.filter.setText("ไม่มีคำนี้")
        gallery.look(f"filtered-out-{number}", filled)


def test_finding_with_and_without_a_result(small, long_words, gallery, qtbot):
    long_words.doors.find()
    popup = long_words.findChild(FindPopup)
    gallery.look("find", popup)
    for name, words in (("some", "ร้องเรียน"), ("none", "ไม่มีคำนี้แน่นอน")):
        popup.line.setText(words)
        QTest.qWait(150)
        gallery.look(f"find-{name}", popup)


def test_the_calendar(small, filled, gallery):
    filled.tabs.go_to(3)
    field = filled.pages[3].report.form.field("reported")
    field.open_calendar()
    gallery.look("calendar", field.findChild(CalendarPopup))


def test_menus(small, filled, gallery):
    for number, action in enumerate(filled.menuBar().actions()):
        menu = action.menu()
        menu.popup(filled.mapToGlobal(QPoint(0, 40)))
        gallery.look(f"menu-{number}", menu)
        menu.close()


def test_the_choices_of_a_field(small, filled, gallery):
    filled.tabs.go_to(1)
    field = filled.pages[1].form.field("kind")
    assert isinstance(field, QComboBox)
    field.showPopup()
    gallery.look("choices", field.view().window())
    field.hidePopup()


def test_verbs_of_a_list(small, filled, gallery):
    filled.tabs.go_to(2)
    menu = QMenu(filled)
    menu.addActions(filled.pages[2].pane.list.actions())
    menu.popup(filled.mapToGlobal(QPoint(100, 300)))
    gallery.look("menu-of-a-list", menu)
    menu.close()


@pytest.fixture
def spoken(small, filled, gallery, monkeypatch):
    """What the program says over its window; each message is pictured and closed."""

    def messages(called):
        def look(box):
            box.open()
            QApplication.processEvents()
            gallery.look(called, box)
            box.close()

        monkeypatch.setattr(QMessageBox, "exec", look)
        made = WindowMessages()
        made.belong_to(filled)
        return made

    return messages


@pytest.mark.parametrize("kind", ["error", "tell", "ask", "danger", "choose"])
def test_what_the_program_says_and_asks(spoken, kind):
    messages = spoken(f"message-{kind}")
    detail = "ข้อมูลเดิมยังอยู่ครบทุกอย่าง เปิดไฟล์นี้จากไดรฟ์ที่เขียนได้ หรือคัดลอกไว้ในเครื่องก่อนแล้วเปิดใหม่อีกครั้ง"
    match kind:
        case "error":
            trouble = FileTrouble("เปิดไฟล์ตัวอย่าง.ita ไม่ได้ เพราะเปิดอยู่ในอีกหน้าต่างหนึ่ง", safe="ข้อมูลไม่เสียหาย", do=detail)
            messages.error(trouble)
        case "tell":
            messages.tell("ส่งออกแล้ว 3 ไฟล์", detail=detail, verb="เปิดโฟลเดอร์")
        case "ask":
            messages.ask("คืนค่าข้อมูลสำรองของเมื่อวาน", verb="คืนค่า", detail=detail)
        case "danger":
            messages.ask("ลบปี 2567 ทั้งปี", verb="ลบทั้งปี", detail=detail, danger=True)
        case "choose":
            messages.choose("ไดรฟ์มีไฟล์ชื่อเดียวกันอยู่แล้ว", ("เขียนทับ", "เก็บไว้ทั้งสองไฟล์"), detail=detail)


@pytest.mark.parametrize("faults", [None, 0, 1, 40])
def test_what_the_check_of_the_program_found(gallery, spoken, tmp_path, faults):
    messages = spoken(f"program-check-{faults}")
    where = "lib/PySide6/Qt/plugins/platforms/โฟลเดอร์ที่มีชื่อยาว"
    missing = tuple(f"{where}/{number}.dll" for number in range(faults or 0))
    done = SimpleNamespace(run=lambda _doing, _work, tell: tell(Examined(4_321, (), missing, (), "ab" * 32)))
    check_program(None if faults is None else tmp_path, done, messages)
    assert gallery.found


def test_tips(small, filled, gallery):
    if filled.screen().availableGeometry().width() < room()[0] // 2:
        pytest.skip("Qt's screen without a display is too narrow at this scale: Qt would break the tips by itself")
    tips = {
        "verb": filled.header.review.toolTip(),
        "levels": filled.header.badge.toolTip(),
        "term": message(filled.session.explain("OIT ข้อ o27 ของ IIT และ EIT")),
        "long": message(LONG_MESSAGE * 4),
    }
    for name, tip in tips.items():
        assert tip
        QToolTip.showText(filled.mapToGlobal(QPoint(40, 40)), tip, filled)
        shown = next(each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible())
        gallery.look(f"tip-{name}", shown)
        shown.close()


def test_a_name_is_asked_for_and_refused(small, filled, gallery):
    dialog = NameDialog("บันทึกรูปแบบ", LONG_MESSAGE, "บันทึก", lambda _name: LONG_MESSAGE, filled, caption="ชื่อรูปแบบ")
    open_dialog(dialog)
    gallery.look("name", dialog)
    dialog.name.setText("รายงานฉบับเต็ม")
    dialog.verb.click()
    gallery.look("name-refused", dialog)
    dialog.reject()


def test_windows_in_which_there_is_nothing_yet(small, filled, gallery, qtbot):
    filled.doors.evidence()
    files = filled.findChild(EvidenceWindow)
    qtbot.waitUntil(files.empty.isVisible, timeout=20_000)
    gallery.look("evidence-none", files)
    files.reject()
    filled.keeping.backups()
    backups = filled.findChild(BackupsWindow)
    qtbot.waitUntil(lambda: not backups.busy, timeout=20_000)
    gallery.look("backups-none", backups)
    backups.reject()


def scores_of(window, *values):
    year = window.session.year
    given = {each.number: value for each, value in zip(year.framework.indicators, values, strict=False)}
    window.session.run(set_scores, year.number, indicators=given)


EXTREMES = {
    "all-full": ["100.00"] * 10,
    "all-nothing": ["0.00"] * 10,
    "all-alike": ["85.00", "85.01", "84.99", "85.00", "85.01", "84.99", "85.00", "85.01", "84.99", "85.00"],
    "one-only": ["50.00"],
}


@pytest.mark.parametrize("name", EXTREMES)
def test_charts_of_figures_nobody_hopes_for(small, filled, gallery, name):
    year = filled.session.year
    filled.session.run(set_scores, year.number, indicators={each.number: None for each in year.framework.indicators})
    scores_of(filled, *map(Decimal, EXTREMES[name]))
    for kind in KINDS:
        filled.pages[0].charts.choose(kind)
        gallery.look(f"chart-{name}-{kind.key}", filled.pages[0].charts)
