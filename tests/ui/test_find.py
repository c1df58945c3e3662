"""Ctrl+K: whatever is in the workbook, in the help or in the menus is found as people type it, and gone to."""

import itertools
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from officer import type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.office import change_office
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Office, Person
from ita_desktop.ui.find import finder as finding
from ita_desktop.ui.find.commands import COMMANDS, OF_THE_TAB
from ita_desktop.ui.find.finder import MOST, MOST_OF_A_KIND, Finder
from ita_desktop.ui.find.popup import FindPopup
from ita_desktop.ui.find.things import Going
from ita_desktop.ui.help_pages import help_pages
from ita_desktop.ui.help_window import HelpWindow
from ita_desktop.ui.office_dialog import OfficeDialog
from ita_desktop.ui.theme import Choice

ROOT = Path(__file__).parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier
MARK, VOWEL = "\u0e48", "\u0e35"
"""ไม้เอก and สระอี."""
BOTH_AT_ONCE = """
import sys, threading, time
sys.setswitchinterval(1e-5)
failed = []

def load_review():
    try:
        import ita_desktop.review
    except ImportError as trouble:
        failed.append(trouble)

thread = threading.Thread(target=load_review)
thread.start()
while "ita_desktop.review" not in sys.modules:
    time.sleep(0)
import ita_desktop.ui.help_pages
thread.join()
sys.exit(str(failed) if failed else 0)
"""


@pytest.fixture
def finder(filled, places):
    """Knows everything of the sample."""
    document = filled.session.document
    made = Finder(help_pages(places.help))
    made.learn_office(document.office, document.years())
    for number in document.years():
        made.learn_year(document.year(number))
    return made


@pytest.fixture
def sought(finder):
    """What is found of a typed text while 2568 is looked at."""
    return lambda typed: finder.look_for(typed, 2568).found


def titles(found):
    return [each.thing.title for each in found]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("การเปิดเผยข้อมูล", "ตัวชี้วัด"),
        ("i12", "ข้อคำถาม"),
        ("สินบน", "ข้อคำถาม"),
        ("o8", "OIT ของปี"),
        ("จุดแข็ง", "ข้อค้นพบ"),
        ("ทรัพย์สินของราชการ", "มาตรการ"),
        ("แล้วเสร็จ", "การติดตาม"),
        ("รอบ 6 เดือน", "รอบติดตาม"),
        ("นายสมมติ", "บุคคล"),
        ("กองคลัง", "ส่วนราชการ"),
        ("2567", "ปี"),
        ("รายงานการวิเคราะห์", "เอกสาร"),
        ("ลากการ์ด", "วิธีใช้"),
        ("รหัสข้อเขียนหรืออ่านเพี้ยน", "วิธีใช้"),
    ],
)
def test_things_of_every_kind_are_found(sought, typed, kind):
    assert kind in [each.thing.group for each in sought(typed)]


def test_the_assessors_remarks_are_found(sought, filled):
    remark = filled.session.year.remarks[0]
    assert Going(Place("scores", remark.item), 2568) in [each.thing.goal for each in sought(remark.text[:20])]


@pytest.mark.parametrize("typed", ["o8", "O8", "o ๘", "ข้อ o8", "o.8"])
def test_a_code_comes_first_however_it_is_typed(sought, typed):
    first = sought(typed)[0].thing
    assert (first.code, first.year) == ("o8", 2568)


@pytest.mark.parametrize("typed", ["ตัวชี้วัด 3", "ตัวชี้วัด๓", "ตัวชี้วัดที่ ๓"])
def test_an_indicator_is_called_by_its_number(sought, typed):
    assert sought(typed)[0].thing.goal == Going(Place("scores", "3"), 2568)


@pytest.mark.parametrize(
    "typed",
    [
        "ที่ทำ",
        f"ท{MARK}{VOWEL}ทำ",  # the tone before the vowel, as some type it
        "ที่ท\u0e4d\u0e32",  # sara am as two letters
        "\u200bที่ทำ",
    ],
)
def test_thai_is_found_in_whatever_order_its_marks_were_typed(typed):
    finder = Finder({"page": "# งาน\n\n## สิ่งที่ทำแล้ว\n"})
    assert titles(finder.look_for(typed, 2568).found) == ["สิ่งที่ทำแล้ว"]


@pytest.mark.parametrize("whole", ["ทรัพย์สิน", f"ท{VOWEL}{MARK}", f"ท{MARK}{VOWEL}", "o ๘", "ตัวชี้วัด๓", "กำกับ"])
def test_what_is_typed_letter_by_letter_finds_the_same(finder, whole):
    """Each letter looks only among what was found before it; marks typed in disorder must not lose anything."""
    for letters in itertools.accumulate(whole):
        step_by_step = titles(finder.look_for(letters, 2568).found)
    finder.look_for("ฯ", 2568)  # so that it begins with everything again
    assert titles(finder.look_for(whole, 2568).found) == step_by_step
    assert step_by_step


def test_a_number_is_no_part_of_another(sought):
    assert [each.thing.code for each in sought("ตัวชี้วัด 3") if each.thing.group == "ตัวชี้วัด"] == ["3"] * 3


def test_the_year_that_is_looked_at_comes_first_and_the_others_can_be_asked_for(sought):
    assert [each.thing.year for each in sought("o8") if each.thing.group == "ข้อคำถาม"] == [2568, 2567, 2566]
    asked = [each.thing.year for each in sought("2567 ทรัพย์สิน") if each.thing.group == "มาตรการ"]
    assert asked[0] == 2567


def test_words_within_a_record_are_shown_and_lead_to_their_field(sought, filled):
    measure = next(m for m in filled.session.year.measures if len(m.steps) > 1)
    found = next(each for each in sought(measure.steps[1]) if each.thing.goal.place.id == measure.id)
    assert measure.steps[1] in found.note
    assert found.thing.going_to(found.part.field).place == Place("measure", measure.id, "steps[1]")


def test_of_many_the_best_are_shown_and_all_are_counted(finder):
    answer = finder.look_for("การ", 2568)
    shown = [each.thing.group for each in answer.found]
    assert len(shown) <= MOST
    assert max(map(shown.count, shown)) <= MOST_OF_A_KIND < answer.counts["ข้อคำถาม"]


def test_what_changed_is_found_as_it_is_now(finder, filled):
    new = "กองสวัสดิการใหม่"
    assert new not in titles(finder.look_for(new, 2568).found)
    document = filled.session.document
    finder.learn_office(Office(name="ใหม่", divisions=(new,)), document.years())
    assert new in titles(finder.look_for(new, 2568).found)


def test_a_year_is_learned_once_and_again_when_it_changed(filled, monkeypatch):
    """Counted, not timed: a workbook of twenty years is read into the finder once."""
    document, finder = filled.session.document, Finder({})
    learned: list[int] = []
    monkeypatch.setattr(finding, "of_year", lambda year: learned.append(year.number) or ())

    def learn_all():
        learned.clear()
        for number in document.years():
            finder.learn_year(document.year(number))
        return learned

    assert learn_all() == [2566, 2567, 2568]
    assert learn_all() == []
    change_measure(document, 2568, replace(document.year(2568).measures[0], title="ใหม่"), "ชื่อ")
    assert learn_all() == [2568]


# In the window


@pytest.fixture
def popup(filled, qtbot):
    filled.tabs.go_to(2)
    return opened(filled, qtbot)


def opened(window, qtbot):
    """With all years read."""
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    found = next(each for each in window.findChildren(FindPopup) if each.isVisible())
    qtbot.waitUntil(lambda: not found._reading.isActive())
    return found


def listed(popup):
    model = popup.list.model()
    return [entry.record.thing for row in range(model.rowCount()) if (entry := model.entry(row))]


def go(popup, qtbot, typed, wanted=lambda _thing: True):
    """By keys: typed, and down to the first that is meant."""
    type_in(popup.line, typed)
    row = next(at for at, thing in enumerate(listed(popup)) if wanted(thing))
    for _ in range(row):
        qtbot.keyClick(popup.line, Qt.Key.Key_Down)
    chosen = popup.list.current_record().thing
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    return chosen


def test_a_measure_is_gone_to(filled, popup, qtbot):
    measure = filled.session.year.measures[2]
    go(popup, qtbot, measure.title)
    assert filled.tabs.current() is filled.pages[2]
    assert filled.pages[2].pane.list.current_record().id == measure.id


def test_a_step_of_a_measure_is_gone_to(filled, popup, qtbot):
    measure = next(m for m in filled.session.year.measures if m.steps)
    go(popup, qtbot, measure.steps[0], lambda thing: thing.group == "มาตรการ")
    assert filled.pages[2].pane.list.current_record().id == measure.id
    assert filled.pages[2].form.field("steps").isAncestorOf(QApplication.focusWidget())


def test_a_record_of_another_year_leads_into_that_year(filled, popup, qtbot):
    measure = filled.session.document.year(2567).measures[0]
    go(popup, qtbot, f"2567 {measure.title}", lambda thing: thing.group == "มาตรการ")
    assert filled.session.year.number == 2567
    assert filled.pages[2].pane.list.current_record().id == measure.id


def test_a_year_is_gone_to_without_leaving_the_tab(filled, popup, qtbot):
    go(popup, qtbot, "ปีงบประมาณ ๒๕๖๖")
    assert filled.session.year.number == 2566
    assert filled.tabs.current() is filled.pages[2]


def test_a_round_is_gone_to(filled, popup, qtbot):
    last = filled.session.year.rounds[-1]
    go(popup, qtbot, last.name)
    assert filled.tabs.current() is filled.pages[3]
    assert filled.pages[3]._round() == last
    assert filled.pages[3].views.table.hasFocus()


def test_an_item_of_the_oit_is_gone_to(filled, popup, qtbot):
    go(popup, qtbot, "o8", lambda thing: thing.group == "OIT ของปี")
    assert filled.pages[3].oit.table.current_record().item.code == "o8"


def test_somebody_of_the_office_is_gone_to(filled, qtbot):
    office = filled.session.document.office
    person = Person(name="นางสาวสมหญิง ขยันงาน", position="นิติกร")
    filled.session.run(change_office, replace(office, people=(Person(name="นายสมมติ ใจดี"), person)))
    go(opened(filled, qtbot), qtbot, person.name, lambda thing: thing.goal.place.kind == "office")
    assert filled.findChild(OfficeDialog).people.current_record().person == person


def test_a_heading_of_the_help_is_gone_to(filled, popup, qtbot):
    go(popup, qtbot, "หลักฐาน", lambda thing: (thing.group, thing.title) == ("วิธีใช้", "หลักฐาน"))
    help_ = filled.findChild(HelpWindow)
    assert help_.isVisible()
    assert help_.list.currentItem().text() == "การติดตาม"
    assert help_.page.cursorForPosition(help_.page.rect().center()).block().position() > 500


def test_before_anything_is_typed_stands_what_can_be_done_with_its_key(popup):
    offered = {(thing.title, thing.key) for thing in listed(popup)}
    assert {("เปิด", "Ctrl+O"), ("สีของหน้าต่าง: มืด", ""), ("วิเคราะห์คะแนน", "Ctrl+Shift+A")} <= offered
    assert {("ร่างให้", "Ctrl+R"), ("ประวัติการแก้ไข", "Ctrl+H"), ("ลบมาตรการที่เลือก", "Del")} <= offered
    assert not any(title == "ค้นหา" for title, _ in offered)


def test_every_line_of_the_menus_is_among_it(filled, popup):
    def lines(menu):
        for action in menu.actions():
            if action.menu() is not None:
                yield from lines(action.menu())
            elif not action.isSeparator() and action.isEnabled() and action.isVisible():
                yield action

    there = [action for top in filled.menuBar().actions() for action in lines(top.menu())]
    offered = [thing for thing in listed(popup) if thing.group == COMMANDS]
    assert len(offered) == len(there) - 1, "all but finding itself"


def test_a_command_is_done(filled, popup, qtbot):
    try:
        go(popup, qtbot, "มืด")
        assert filled.settings.get("theme") == "dark"
    finally:
        filled.choose_theme(Choice.SYSTEM)


def test_a_verb_of_the_tab_is_done_with_what_is_chosen(filled, popup, qtbot):
    before = len(filled.session.year.measures)
    assert go(popup, qtbot, "ทำสำเนา").group == OF_THE_TAB
    assert len(filled.session.year.measures) == before + 1


def test_nothing_found_says_so_and_what_to_try(popup):
    type_in(popup.line, "ไม่มีคำนี้แน่ ๆ")
    assert popup.nothing.isVisible()
    assert "ไม่มีคำนี้แน่ ๆ" in popup.nothing._sentence.said()


def test_finding_does_not_wait_for_the_review_to_be_loaded():
    """Both load the rules, each on its own thread. Whoever asks for a part of a package before the package itself
    holds what the other waits for, and Python then gives one of them half a module."""
    done = subprocess.run([sys.executable, "-c", BOTH_AT_ONCE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
