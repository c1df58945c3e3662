"""What was found is written, grouped, moved and turned into measures."""

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.problems import Place
from ita_desktop.ui import clipboard
from ita_desktop.ui.tabs.findings.columns import kind


@pytest.fixture
def tab(filled):
    filled.tabs.go_to(1)
    return filled.pages[1]


def rows(tab):
    model = tab.pane.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def headings(tab):
    model = tab.pane.list.model()
    return [found[0] for row in range(model.rowCount()) if (found := model.heading(row))]


def of_indicator(window, number):
    return next(finding for finding in window.session.year.findings if finding.indicator == number)


def test_findings_stand_under_their_indicator(tab):
    assert headings(tab)[:2] == ["1. การปฏิบัติหน้าที่", "3. การใช้อำนาจ"]


@pytest.mark.parametrize(("grouping", "first"), [("kind", "จุดแข็ง"), ("tool", "IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน")])
def test_they_can_be_grouped_otherwise(tab, grouping, first):
    tab.pane.grouping.set_value(grouping)
    tab.pane.arranged.emit()
    assert headings(tab)[0] == first


def test_what_needs_a_finding_can_be_done_only_where_one_is_chosen(new):
    new.tabs.go_to(1)
    tab = new.pages[1]
    pane = tab.pane
    menu = next(button.menu() for button in pane.findChildren(QToolButton) if button.menu())
    of_one = [*pane.of_a_record, *menu.actions(), *(a for a in pane.list.actions() if "ลบ" in a.text())]
    assert not any(each.isEnabled() for each in of_one)
    tab.add()
    assert all(each.isEnabled() for each in of_one)
    tab.delete()
    assert not any(each.isEnabled() for each in of_one)


def test_the_chosen_finding_is_chosen_again_when_a_filter_that_left_nothing_is_gone(tab):
    third = tab.session.year.findings[2].id
    tab.pane.list.go_to(third)
    put_on_clipboard("ไม่มีคำนี้")
    tab.pane.filter.paste()
    assert tab.current_record() is None
    tab.pane.show_all()
    assert tab.current_record().id == third


def test_chosen_findings_are_copied_as_rows_and_f2_writes_in_the_one_at_hand(tab, filled, qtbot):
    listed = tab.pane.list
    listed.setFocus()
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(listed, Qt.Key.Key_Down, modifiers)
    chosen = tab.chosen()
    assert len(chosen) == 2
    qtbot.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in clipboard.paste()] == [finding.text for finding in chosen]
    qtbot.keyClick(listed, Qt.Key.Key_F2)
    assert tab.form.field("text").hasFocus()


def test_the_score_is_in_sight_while_one_writes(tab, filled):
    tab.show_place(Place("finding", of_indicator(filled, 1).id))
    assert tab.score._score.text() == "96.03"
    assert "i3 99.20" in tab.score._note.said()


def test_looking_at_findings_saves_nothing(tab, filled, qtbot):
    for finding in filled.session.year.findings:
        tab.pane.list.go_to(finding.id)
    tab.flush()
    assert filled.session.document.undo_label is None


def test_going_to_the_next_finding_saves_what_was_typed_in_this_one(tab, filled):
    first, second = filled.session.year.findings[:2]
    tab.pane.list.go_to(first.id)
    text = tab.form.field("advice")
    text.setFocus()
    text.selectAll()
    type_in(text, "ทำต่อไป")
    tab.pane.list.go_to(second.id)
    assert filled.session.year.finding(first.id).advice == "ทำต่อไป"
    assert filled.session.year.finding(second.id).advice == second.advice
    assert filled.session.document.undo_label == "แก้ข้อเสนอแนะของข้อค้นพบ"


def test_undo_brings_the_words_back_into_the_field(tab, filled, qtbot):
    finding = filled.session.year.findings[0]
    tab.show_place(Place("finding", finding.id, "text"))
    field = tab.form.field("text")
    type_in(field, "!")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert filled.session.year.finding(finding.id).text != finding.text
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == finding.text
    assert filled.session.year.finding(finding.id).text == finding.text


def test_delete_takes_the_chosen_one_and_its_neighbour_is_looked_at(tab, filled, qtbot):
    before = [finding.id for finding in filled.session.year.findings]
    tab.pane.list.go_to(before[1])
    tab.pane.list.setFocus()
    qtbot.keyClick(tab.pane.list, Qt.Key.Key_Delete)
    assert [finding.id for finding in filled.session.year.findings] == [before[0], *before[2:]]
    assert tab.pane.list.current_record() is not None


def test_delete_in_a_text_deletes_letters_only(tab, filled, qtbot):
    tab.show_place(Place("finding", filled.session.year.findings[0].id, "text"))
    before = len(filled.session.year.findings)
    field = tab.form.field("text")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.toPlainText() == ""
    assert len(filled.session.year.findings) == before


def test_a_copy_is_shown_ready_to_be_written(tab, filled):
    first = filled.session.year.findings[0]
    tab.pane.list.go_to(first.id)
    tab.duplicate()
    assert tab.pane.list.current_record().text == first.text
    assert tab.pane.list.current_record().id != first.id


def type_anew(tab, finding, name, words):
    """The field has the focus still, and nothing is saved."""
    tab.show_place(Place("finding", finding.id, name))
    tab.form.field(name).selectAll()
    type_in(tab.form.field(name), words)
    return tab.form.field(name)


def test_a_copy_has_what_was_typed_until_then(tab, filled, qtbot):
    field = type_anew(tab, filled.session.year.findings[0], "text", "คะแนนลดลง")
    qtbot.keyClick(field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [finding.text for finding in filled.session.year.findings[:2]] == ["คะแนนลดลง", "คะแนนลดลง"]


def test_a_measure_is_made_of_the_advice_as_it_was_typed(tab, filled, qtbot):
    before = filled.session.year.measures
    field = type_anew(tab, filled.session.year.findings[0], "advice", "จัดอบรม")
    qtbot.keyClick(field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert [measure.title for measure in filled.session.year.measures if measure not in before] == ["จัดอบรม"]


def test_what_is_deleted_while_it_is_written_stays_deleted(tab, filled):
    first = filled.session.year.findings[0]
    type_anew(tab, first, "text", "ลบทิ้ง")
    tab.delete()
    assert filled.session.year.finding(first.id) is None


def test_filtering_shows_what_is_wanted_and_says_when_nothing_is(tab):
    for typed in ("i12", "i๑๒", "I 12"):
        tab.pane.filter.setText(typed)
        assert len([row for row in rows(tab) if row not in headings(tab)]) == 1, typed
    tab.pane.filter.setText("ไม่มีคำนี้แน่")
    assert tab.pane._nothing.isVisible()
    tab.pane._nothing.button.click()
    assert tab.pane.list.isVisible()


def test_from_a_finding_to_the_measure_that_answers_it(tab, filled):
    year = filled.session.year
    measure = next(m for m in year.measures if m.findings)
    tab.show_place(Place("finding", measure.findings[0]))
    link = next(button for button in tab.answers.findChildren(QPushButton) if button.toolTip() == measure.title)
    link.click()
    assert filled.tabs.current() is filled.pages[2]
    assert filled.pages[2].pane.list.current_record().id == measure.id


def test_a_place_in_a_text_is_selected(tab, filled):
    finding = of_indicator(filled, 1)
    start = finding.text.index("96.03")
    tab.show_place(Place("finding", finding.id, "text", start, start + 5))
    assert tab.form.field("text").textCursor().selectedText() == "96.03"


# Filters, the table, the assessor


def listed(tab):
    model = tab.pane.list.model()
    return [entry.record for row in range(model.rowCount()) if (entry := model.entry(row))]


def test_findings_are_filtered_by_kind_indicator_and_whether_a_measure_answers(tab, filled):
    tab.pane.filters.choose("kind", "fix")
    assert {finding.kind.value for finding in listed(tab)} == {"fix"}
    tab.pane.filters.choose("indicator", 8)
    assert [finding.indicator for finding in listed(tab)] == [8]
    tab.pane.filters.clear()
    tab.pane.filters.choose("answered", "bare")
    answered = {id for measure in filled.session.year.measures for id in measure.findings}
    assert listed(tab)
    assert all(finding.id not in answered for finding in listed(tab))


def test_kinds_are_filled_down_in_the_table_as_one_step(tab, filled, qtbot):
    tab.ways.buttons["table"].click()
    kind = next(at for at, column in enumerate(tab.model.columns) if column.field == "kind")
    tab.table.choose(tab.model.index(0, kind))
    for _ in range(2):
        qtbot.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(tab.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    rows_shown = tab.model.records()[:3]
    assert len({row.finding.kind for row in rows_shown}) == 1
    assert filled.session.document.undo_label == "แก้ข้อค้นพบ 2 ช่อง"


def test_a_kind_is_typed_by_as_much_of_its_name_as_tells_it_apart():
    assert kind("ต้อง") == "fix"
    assert kind("จุดแข็ง") == "strength"
    with pytest.raises(ItaError, match="ไม่ใช่ประเภท"):
        kind("ดี")


def test_what_the_assessor_wrote_stands_beside_the_finding(tab, filled):
    remark = filled.session.year.remarks[0]
    finding = next(f for f in filled.session.year.findings if remark.item in f.items)
    tab.show_place(Place("finding", finding.id))
    assert tab.remarks.isVisible()
    assert remark.text in tab.remarks.said()
    tab.show_place(Place("finding", of_indicator(filled, 1).id))
    assert not tab.remarks.isVisible()


def test_the_menu_of_a_list_offers_what_can_be_done(tab):
    offered = [action.text() for action in tab.pane.list.actions()]
    assert {"สร้างมาตรการ", "ทำสำเนา", "ประวัติการแก้ไข", "ลบข้อค้นพบที่เลือก"} <= set(offered)


def test_the_order_of_the_paper_is_moved_by_keys(tab, filled, qtbot):
    tab.pane.grouping.set_value("paper")
    tab.pane.arranged.emit()
    order = [finding.id for finding in filled.session.year.findings]
    tab.pane.list.go_to(order[1])
    tab.pane.list.setFocus()
    qtbot.keyClick(tab.pane.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [finding.id for finding in filled.session.year.findings] == [order[1], order[0], *order[2:]]
