import pytest
from officer import type_in
from PySide6.QtCore import Qt

from ita_desktop.domain.problems import Place


@pytest.fixture
def tab(filled):
    filled.tabs.go_to(2)
    return filled.pages[2]


def headings(tab):
    model = tab.pane.list.model()
    return [found[0] for row in range(model.rowCount()) if (found := model.heading(row))]


def group_by(tab, grouping):
    tab.pane.grouping.set_value(grouping)
    tab.pane.arranged.emit()


def test_looking_at_measures_saves_nothing(tab, filled):
    for measure in filled.session.year.measures:
        tab.pane.list.go_to(measure.id)
    tab.flush()
    assert filled.session.document.undo_label is None


def test_by_owner_a_measure_stands_under_each_of_its_owners(tab, filled):
    group_by(tab, "owner")
    owners = {owner for measure in filled.session.year.measures for owner in measure.owners}
    assert set(headings(tab)) == owners


def test_by_date_the_earliest_comes_first(tab):
    group_by(tab, "date")
    assert headings(tab) == ["สิงหาคม 2569", "กันยายน 2569"]


def test_in_the_order_of_the_paper_measures_move_by_key(tab, filled, qtbot):
    group_by(tab, "paper")
    order = [measure.id for measure in filled.session.year.measures]
    tab.pane.list.go_to(order[1])
    tab.pane.list.setFocus()
    qtbot.keyClick(tab.pane.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [measure.id for measure in filled.session.year.measures] == [order[1], order[0], *order[2:]]
    assert tab.pane.list.current_record().id == order[1]


def test_owners_come_from_the_offices_own_divisions(tab):
    known = [choice.key for choice in tab.form._owners()]
    assert known[0] == "สำนักปลัดเทศบาล"
    assert "ทุกสำนัก/กอง" in known


def test_period_words_keep_dates_that_a_person_chose(tab, filled, qtbot):
    measure = next(m for m in filled.session.year.measures if m.start and m.end)
    tab.show_place(Place("measure", measure.id, "period_text"))
    field = tab.form.field("period_text")
    field.selectAll()
    type_in(field, "ตลอดปีงบประมาณ 2570")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    changed = filled.session.year.measure(measure.id)
    assert (changed.start, changed.end) == (measure.start, measure.end)
    assert changed.period_text == "ตลอดปีงบประมาณ 2570"


def test_a_budget_is_typed_as_people_write_it(tab, filled, qtbot):
    measure = filled.session.year.measures[0]
    tab.show_place(Place("measure", measure.id, "budget"))
    field = tab.form.field("budget")
    field.selectAll()
    type_in(field, "๑๕,๐๐๐")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert filled.session.year.measure(measure.id).budget == 15000


def test_a_state_can_be_filtered(tab, filled):
    tab._state.set_value("done")
    tab._show_list()
    model = tab.pane.list.model()
    notes = [model.entry(row).note for row in range(model.rowCount()) if model.entry(row)]
    assert notes
    assert all(note.startswith("แล้วเสร็จ") for note in notes)


def test_a_new_measure_is_ready_to_be_named(tab, filled, qtbot):
    tab.add()
    assert tab.pane.list.current_record().id == filled.session.year.measures[-1].id
    qtbot.waitUntil(tab.form.field("title").hasFocus)


def test_an_empty_year_says_the_next_step(new):
    new.tabs.go_to(2)
    tab = new.pages[2]
    assert tab.detail.empty.isVisible()
    tab.detail.empty.button.click()
    assert new.tabs.current() is new.pages[1]
    new.tabs.go_to(2)
    tab.add()
    assert len(new.session.year.measures) == 1
    assert not tab.detail.empty.isVisible()
