"""The review is live at the side, and each problem is one click from its field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ita_desktop.actions.findings import change_finding
from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import Silenced
from ita_desktop.ui.office_dialog import OfficeDialog
from ita_desktop.ui.tabs.followups.rounds import RoundsDialog


@pytest.fixture
def wrong(filled, qtbot):
    """A score in a text that is not the score in the table."""
    filled.reviewer._clock.setInterval(0)
    finding = next(finding for finding in filled.session.year.findings if "96.03" in finding.text)
    told = replace(finding, text=finding.text.replace("96.03", "69.03"))
    with qtbot.waitSignal(filled.reviewer.found):
        filled.session.run(change_finding, filled.session.year.number, told, "ข้อความ")
    return filled


def problem_of(window):
    return next(problem for problem in window.reviewer.problems if problem.quote == "69.03")


def test_a_change_is_reviewed_by_itself_and_counted_in_the_header(wrong):
    errors = [problem for problem in wrong.reviewer.problems if problem.severity is Severity.ERROR]
    assert problem_of(wrong) in errors
    assert wrong.header.review.text() == f"ตรวจทาน {len(errors)}"
    assert f"ข้อผิดพลาด {len(errors)}" in wrong.header.review.accessibleName()


def test_f8_goes_from_problem_to_problem(wrong, qtbot):
    wrong.tabs.go_to(3)
    qtbot.keyClick(wrong, Qt.Key.Key_F8)
    assert wrong.review.isVisible()
    first = wrong.review.list.current_record()
    assert first is wrong.reviewer.problems[0]
    qtbot.keyClick(wrong, Qt.Key.Key_F8)
    assert wrong.review.list.current_record() is wrong.reviewer.problems[1]


def test_a_problem_leads_to_its_very_words(wrong, qtbot):
    wrong.header.review.click()
    wrong.review.list.go_to((problem_of(wrong).rule, problem_of(wrong).where, "69.03"))
    wrong.review.go()
    assert wrong.tabs.current() is wrong.pages[1]
    assert wrong.pages[1].form.field("text").textCursor().selectedText() == "69.03"


def test_what_the_program_can_mend_it_mends_and_undo_takes_back(wrong, qtbot):
    wrong.header.review.click()
    problem = problem_of(wrong)
    wrong.review.list.go_to((problem.rule, problem.where, "69.03"))
    assert wrong.review.fix.isVisible()
    with qtbot.waitSignal(wrong.reviewer.found):
        wrong.review.fix.click()
    assert "96.03" in wrong.session.year.finding(problem.where.id).text
    assert not any(other.quote == "69.03" for other in wrong.reviewer.problems)
    wrong.undo()
    assert "69.03" in wrong.session.year.finding(problem.where.id).text


def test_what_is_no_error_is_skipped_with_its_reason(wrong, heard, qtbot):
    wrong.header.review.click()
    problem = problem_of(wrong)
    wrong.review.list.go_to((problem.rule, problem.where, "69.03"))
    wrong.review.skip.click()
    assert "เหตุผล" in str(heard.errors.pop())
    wrong.review.reason.setText("เป็นคะแนนของอีกหน่วยงานหนึ่ง")
    with qtbot.waitSignal(wrong.reviewer.found):
        wrong.review.skip.click()
    assert wrong.session.year.silenced[0].reason == "เป็นคะแนนของอีกหน่วยงานหนึ่ง"
    assert problem not in wrong.reviewer.problems
    assert wrong.review.again.text() == "ข้ามไว้ 1"
    with qtbot.waitSignal(wrong.reviewer.found):
        wrong.review.again.click()
    assert problem_of(wrong)


def test_all_that_was_skipped_is_looked_at_again_in_one_step(wrong, qtbot):
    year = wrong.session.year
    silenced = tuple(
        Silenced(rule="score-in-text", kind="finding", record="f1", field="text", quote=quote, reason="ไม่ผิด")
        for quote in ("1", "2")
    )
    with wrong.session.document.change("ไม่ใช่ข้อผิดพลาด") as change:
        for one in silenced:
            change.save(year.number, one)
    wrong.header.review.click()
    wrong.review.again.click()
    assert wrong.session.year.silenced == ()
    wrong.undo()
    assert wrong.session.year.silenced == silenced


def test_the_panel_stays_as_it_was_left(filled, make_window):
    filled.header.review.click()
    assert filled.review.isVisible()
    filled.close()
    again = make_window()
    assert again.review.isVisible()


def test_without_problems_it_says_so(new, qtbot):
    new.header.review.click()
    new.reviewer.problems = ()
    new.reviewer.found.emit()
    assert new.review._nothing.isVisible()
    assert not new.review.list.isVisible()
    assert "ไม่พบข้อผิดพลาด" in new.header.review.accessibleName()


def test_a_problem_of_the_office_leads_to_its_field(filled, qtbot):
    filled.go_to(Place("office", None, "kind"))
    dialog = filled.findChild(OfficeDialog)
    qtbot.waitUntil(dialog.form.field("kind").hasFocus)


def test_a_problem_of_a_round_leads_to_its_day(filled):
    last = filled.session.year.rounds[-1]
    filled.go_to(Place("round", last.id, "due"))
    dialog = filled.pages[3].findChild(RoundsDialog)
    assert dialog.table.current_record() == last
    assert dialog.table.currentIndex().column() == 1


def test_on_a_small_screen_the_review_has_the_place_of_the_tabs_until_one_goes_to_a_problem(wrong, qtbot):
    wrong.resize(911, 480)
    wrong.header.review.click()
    assert wrong.review.isVisible()
    assert not wrong.tabs.isVisible()
    problem = problem_of(wrong)
    wrong.review.list.go_to((problem.rule, problem.where, "69.03"))
    wrong.review.go()
    field = wrong.pages[1].form.field("text")
    assert field.isVisible()
    assert field.textCursor().selectedText() == "69.03"
    assert not wrong.review.isVisible()
    qtbot.keyClick(wrong, Qt.Key.Key_F8)
    assert wrong.tabs.isVisible(), "F8 goes from field to field here too"
    wrong.header.review.click()
    wrong.resize(1366, 736)
    assert wrong.tabs.isVisible()
    assert wrong.review.isVisible()
