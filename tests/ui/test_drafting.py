"""The program writes, says that it did, and lets go of what a person takes over."""

from dataclasses import replace
from decimal import Decimal

import pytest
from officer import SCORES, put_on_clipboard, type_in
from PySide6.QtCore import Qt

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.scores import set_scores
from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.problems import Place
from ita_desktop.ui.draft_dialogs import StaleDialog, WordingDialog
from ita_desktop.ui.widgets.labels import Wrapped


@pytest.fixture
def tab(new):
    put_on_clipboard("\n".join(SCORES))
    new.pages[0].paste_from_the_top()
    new.tabs.go_to(1)
    return new.pages[1]


def finding_of(window, indicator):
    return next(finding for finding in window.session.year.findings if finding.indicator == indicator)


def test_findings_are_drafted_by_one_key_and_undone_by_another(tab, new, qtbot):
    qtbot.keyClick(new, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert {8, 10} <= {finding.indicator for finding in new.session.year.findings}
    assert "ร่างข้อค้นพบ" in new.status.saved.text()
    assert new.session.document.undo_label == "ร่างให้"
    new.undo()
    assert new.session.year.findings == ()


def test_a_draft_says_that_it_is_one_until_it_is_taken_over(tab, new):
    tab.draft()
    finding = finding_of(new, 8)
    tab.show_place(Place("finding", finding.id))
    assert tab.drafts.isVisible()
    assert "ร่างจากคะแนน" in tab.drafts._said.said()
    tab.drafts.accept.click()
    assert not tab.drafts.accept.isVisible()
    assert tab.drafts._said.said() == ""
    assert new.session.year.finding(finding.id).text == finding.text
    assert untouched(new.session.year.finding(finding.id), "text") is None


def test_a_draft_that_a_person_changes_is_theirs_and_drafting_leaves_it(tab, new, qtbot):
    tab.draft()
    finding = finding_of(new, 8)
    tab.show_place(Place("finding", finding.id, "text"))
    field = tab.form.field("text")
    field.selectAll()
    type_in(field, "คำของเราเอง")
    field.flush()
    tab.draft()
    assert new.session.year.finding(finding.id).text == "คำของเราเอง"


def test_another_wording_is_chosen_side_by_side(tab, new):
    tab.draft()
    finding = finding_of(new, 8)
    tab.show_place(Place("finding", finding.id))
    tab.drafts.others.click()
    dialog = tab.drafts.findChild(WordingDialog)
    assert dialog.now.said() == finding.text
    assert len(dialog.buttons) > 1
    dialog.buttons[0].click()
    changed = new.session.year.finding(finding.id)
    assert changed.text != finding.text
    assert changed.advice == finding.advice
    assert tab.drafts.accept.isVisible(), "what was chosen is still a draft"


def test_one_field_is_drafted_and_the_words_of_a_person_in_the_others_stay(tab, new):
    tab.draft()
    finding = finding_of(new, 8)
    told = replace(finding, text="คำของเราเอง", advice="คำแนะนำของเรา", drafts=())
    new.session.run(change_finding, new.session.year.number, told, "ข้อความ")
    tab.show_place(Place("finding", finding.id))
    tab.drafts.others.click()
    dialog = tab.drafts.findChild(WordingDialog)
    assert dialog.now.said() == "คำของเราเอง"
    dialog.field.set_value(1)
    dialog.field.committed.emit(1)
    assert dialog.now.said() == "คำแนะนำของเรา"
    dialog.buttons[0].click()
    changed = new.session.year.finding(finding.id)
    assert changed.text == "คำของเราเอง"
    assert untouched(changed, "advice")
    new.undo()
    assert new.session.year.finding(finding.id).advice == "คำแนะนำของเรา"


def test_one_indicator_is_drafted_alone(tab, new):
    tab.add()
    tab.form.field("indicator").set_value(8)
    tab.form.field("indicator").committed.emit(8)
    tab.draft_again()
    assert {finding.indicator for finding in new.session.year.findings} == {8}


@pytest.fixture
def stale(tab, new):
    """The finding of indicator 8, whose score has changed since it was drafted."""
    tab.draft()
    finding = finding_of(new, 8)
    tab.show_place(Place("finding", finding.id))
    new.session.run(set_scores, new.session.year.number, indicators={8: Decimal("70.00")})
    return finding


def test_when_the_figures_change_old_and_new_are_seen_before_one_is_taken(stale, tab, new):
    assert "คะแนนเปลี่ยนไปแล้ว" in tab.drafts._said.said()
    tab.drafts.again.click()
    dialog = tab.drafts.findChild(StaleDialog)
    told = " ".join(words.said() for words in dialog.findChildren(Wrapped))
    assert stale.text in told
    assert "ตัวชี้วัดที่ 8: 83.40 → 70.00" in told
    assert finding_of(new, 8).text == stale.text, "looking changes nothing"
    dialog.renew.click()
    assert "70.00" in finding_of(new, 8).text
    assert not tab.drafts.again.isVisible()


def test_an_old_draft_can_be_kept_as_the_offices_own(stale, tab, new):
    tab.drafts.again.click()
    tab.drafts.findChild(StaleDialog).keep.click()
    assert finding_of(new, 8).text == stale.text
    assert untouched(finding_of(new, 8), "text") is None


def test_drafting_the_whole_tab_shows_what_it_would_replace(stale, tab, new):
    tab.draft()
    dialog = tab.findChild(StaleDialog)
    assert finding_of(new, 8).text == stale.text
    dialog.renew.click()
    assert "70.00" in finding_of(new, 8).text
    tab.draft()
    assert not [each for each in tab.findChildren(StaleDialog) if each.isVisible()], "nothing is out of date any more"


def test_measures_are_drafted_for_what_was_found(tab, new):
    tab.draft()
    new.tabs.go_to(2)
    measures = new.pages[2]
    measures.draft()
    assert new.session.year.measures
    assert measures.drafts.isVisible()
    assert "ร่าง" in measures.pane.list.model().entry(1).note


def test_without_scores_nothing_can_be_drafted_and_it_says_what_to_do(new, heard):
    new.tabs.go_to(1)
    new.pages[1].draft()
    assert "คะแนน" in heard.errors.pop().do


def test_the_scores_tab_says_what_would_lift_the_level(filled):
    said = filled.pages[0]._advice
    assert said.isVisible()
    assert "ถึงระดับผ่านดีเยี่ยม" in said.said()
    assert said.toolTip()


def test_an_empty_tab_offers_to_draft_once_there_are_scores(tab, new):
    assert tab.detail.empty.button.text() == "ร่างให้"
    tab.detail.empty.button.click()
    assert new.session.year.findings
    new.tabs.go_to(2)
    assert new.pages[2].detail.empty.button.text() == "ร่างให้"
    new.pages[2].detail.empty.button.click()
    assert new.session.year.measures


def test_without_scores_an_empty_tab_leads_to_them(new):
    new.tabs.go_to(1)
    new.pages[1].detail.empty.button.click()
    assert new.tabs.current() is new.pages[0]
