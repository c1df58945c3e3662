"""Measures are written, looked at in three ways, and taken from the library."""

import datetime
import itertools

import pytest
from officer import choose, put_on_clipboard, type_in
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel

from ita_desktop.actions.papers import paper_options
from ita_desktop.domain.problems import Place
from ita_desktop.papers.presets import MeasureShape
from ita_desktop.thai.dates import fiscal_year_span
from ita_desktop.ui import reading
from ita_desktop.ui.papers.shapes_dialog import ShapesDialog
from ita_desktop.ui.tabs.measures.effects_dialog import EffectsDialog
from ita_desktop.ui.tabs.measures.library_dialog import LibraryDialog
from ita_desktop.ui.tabs.measures.year_scale import YearScale
from ita_desktop.ui.theme import colours
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped


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


def test_the_step_one_goes_on_with_is_in_sight_also_after_many_were_pasted(tab, filled, qtbot):
    tab.pane.list.go_to(filled.session.year.measures[0].id)
    last = tab.form.field("steps").steps()[-1]
    last.setFocus()
    put_on_clipboard("\n".join(f"ขั้นที่ {number}" for number in range(12)))
    last.paste()
    now, port = tab.form.field("steps").steps()[-1], tab.detail.area.viewport()
    assert now.toPlainText() == "ขั้นที่ 11"
    qtbot.waitUntil(now.hasFocus)
    qtbot.waitUntil(lambda: now.mapTo(tab.detail, QPoint()).y() > last.mapTo(tab.detail, QPoint()).y() + 11 * 30)
    qtbot.waitUntil(lambda: port.rect().contains(QRect(now.mapTo(port, QPoint()), now.size())))
    tab.detail.area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    tab.detail.area.widget().resize(tab.detail.area.widget().size() + QSize(0, 40))
    QApplication.processEvents()
    assert tab.detail.area.verticalScrollBar().value() == 0, "whoever scrolls away is left there"


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


def test_a_date_that_was_refused_stays_to_be_mended_while_one_writes_on(tab, filled, qtbot):
    first, second = filled.session.year.measures[:2]
    tab.pane.list.go_to(first.id)
    end, title = tab.form.field("end"), tab.form.field("title")
    end.setFocus()
    end.selectAll()
    qtbot.keyClicks(end, "31/2/69")
    title.setFocus()
    title.selectAll()
    type_in(title, "ชื่อใหม่")
    tab.flush()
    assert filled.session.year.measures[0].title == "ชื่อใหม่"
    assert (end.text(), end.is_refused()) == ("31/2/69", True)
    tab.pane.list.go_to(second.id)
    assert not end.is_refused(), "it was typed for another measure"
    assert end.text() == reading.day_text(second.end)


def test_a_budget_is_typed_as_people_write_it(tab, filled, qtbot):
    measure = filled.session.year.measures[0]
    tab.show_place(Place("measure", measure.id, "budget"))
    field = tab.form.field("budget")
    field.selectAll()
    type_in(field, "๑๕,๐๐๐")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert filled.session.year.measure(measure.id).budget == 15000


def listed(tab):
    model = tab.pane.list.model()
    return [entry.record for row in range(model.rowCount()) if (entry := model.entry(row))]


def test_a_state_can_be_filtered(tab):
    tab.pane.filters.choose("state", "done")
    model = tab.pane.list.model()
    notes = [model.entry(row).note for row in range(model.rowCount()) if model.entry(row)]
    assert notes
    assert all(note.startswith("แล้วเสร็จ") for note in notes)
    assert tab.pane.filters.text() == "ตัวกรอง 1"


def test_an_owner_and_an_indicator_can_be_filtered_and_all_come_back(tab, filled):
    everything = len(filled.session.year.measures)
    tab.pane.filters.choose("owner", "กองคลัง")
    assert 0 < len(listed(tab)) < everything
    assert all("กองคลัง" in measure.owners for measure in listed(tab))
    tab.pane.filters.choose("indicator", 9)
    assert [measure.indicator for measure in listed(tab)] == [9]
    tab.pane.filters.clear()
    assert len(listed(tab)) == everything


def test_filters_that_leave_nothing_say_so_and_let_go(tab, filled):
    tab.pane.filters.choose("indicator", 9)
    tab.pane.filters.choose("state", "cancelled")
    assert tab.pane._nothing.isVisible()
    tab.pane._nothing.button.click()
    assert len(listed(tab)) == len(filled.session.year.measures)
    assert tab.pane.list.isVisible()


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


# The table


@pytest.fixture
def table(tab, qtbot):
    tab.ways.buttons["table"].click()
    qtbot.waitUntil(tab.table.hasFocus)
    return tab.table


def column(tab, title):
    return next(at for at, column in enumerate(tab.model.columns) if column.title == title)


def test_the_table_has_the_whole_width_and_keeps_the_measure_one_was_at(tab, filled, qtbot):
    second = filled.session.year.measures[1]
    tab.pane.list.go_to(second.id)
    tab.ways.buttons["table"].click()
    assert tab.table.isVisible()
    assert not tab.detail.isVisible()
    assert tab.current_record().id == second.id
    tab.ways.buttons["list"].click()
    assert tab.detail.isVisible()
    assert tab.pane.list.current_record().id == second.id


def test_owners_are_filled_down_as_one_step(tab, table, filled, qtbot):
    owners = column(tab, "ผู้รับผิดชอบ")
    before = [measure.owners for measure in filled.session.year.measures]
    table.choose(tab.model.index(0, owners))
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [measure.owners for measure in filled.session.year.measures[:3]] == [before[0]] * 3
    assert filled.session.document.undo_label == "แก้มาตรการ 2 ช่อง"
    filled.undo()
    assert [measure.owners for measure in filled.session.year.measures] == before


def test_dates_and_owners_are_typed_as_people_write_them(tab, table, filled):
    put_on_clipboard("กองช่าง, กองคลัง\t1 ต.ค. 68\t๓๑/๓/๖๙")
    table.choose(tab.model.index(0, column(tab, "ผู้รับผิดชอบ")))
    table.paste()
    first = filled.session.year.measures[0]
    assert first.owners == ("กองช่าง", "กองคลัง")
    assert (first.start, first.end) == (datetime.date(2025, 10, 1), datetime.date(2026, 3, 31))


def test_what_is_no_date_is_refused_and_nothing_changes(tab, table, filled, heard):
    start = column(tab, "เริ่ม")
    tab.model.setData(tab.model.index(0, start), "31/2/69")
    assert len(heard.errors) == 1
    heard.errors.clear()
    assert filled.session.document.undo_label is None


def test_a_click_on_a_head_sorts_and_a_change_leaves_the_order(tab, table, filled):
    table.sortByColumn(column(tab, "งบประมาณ"), Qt.SortOrder.DescendingOrder)
    budgets = [row.measure.budget for row in tab.model.records() if row.measure.budget is not None]
    assert budgets == sorted(budgets, reverse=True)
    first = tab.model.records()[0]
    tab.model.setData(tab.model.index(0, column(tab, "มาตรการ")), "ชื่อใหม่")
    assert tab.model.records()[0].id == first.id
    assert filled.session.year.measure(first.id).title == "ชื่อใหม่"


def test_deleting_in_the_table_clears_a_cell_and_ctrl_delete_the_measure(tab, table, filled, qtbot):
    count = len(filled.session.year.measures)
    table.choose(tab.model.index(0, column(tab, "ผู้รับผิดชอบ")))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert len(filled.session.year.measures) == count
    assert filled.session.year.measures[0].owners == ()
    qtbot.keyClick(table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(filled.session.year.measures) == count - 1


# The timeline


@pytest.fixture
def timeline(tab, qtbot):
    tab.ways.buttons["time"].click()
    qtbot.waitUntil(tab.timeline.hasFocus)
    return tab.timeline


def test_the_year_lies_from_october_to_september():
    scale = YearScale(*fiscal_year_span(2569), 100, 365)
    assert scale.x(datetime.date(2025, 10, 1)) == 100
    assert scale.after(datetime.date(2026, 9, 30)) == 465
    assert scale.x(datetime.date(2026, 1, 1)) == 100 + 92
    assert [month.month for month in scale.months()] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert scale.x(datetime.date(2024, 1, 1)) == 100
    assert scale.x(datetime.date(2030, 1, 1)) == 465


def test_a_measure_is_drawn_where_its_days_are(tab, timeline, filled, qtbot):
    measure = next(m for m in filled.session.year.measures if m.start and m.start.month == 11)
    entry = next(
        e for e in map(timeline.model().entry, range(timeline.model().rowCount())) if e and e.key == measure.id
    )
    timeline.go_to(measure.id)
    timeline.selectionModel().clearSelection()
    qtbot.waitUntil(lambda: timeline.visualRect(timeline.currentIndex()).isValid())
    picture, row = timeline.viewport().grab().toImage(), timeline.visualRect(timeline.currentIndex())
    ratio, scale = picture.devicePixelRatio(), timeline.scale()
    drawn = QColor(colours().soft(entry.tone))

    def at(day, up=7):
        return picture.pixelColor(round((scale.x(day) + 3) * ratio), round((row.center().y() - up) * ratio))

    assert at(measure.start + datetime.timedelta(days=40)) == drawn
    assert at(datetime.date(2025, 10, 10)) != drawn
    assert at(datetime.date(2026, 9, 15)) != drawn


def test_a_click_on_the_timeline_goes_to_the_measure(tab, timeline, filled, qtbot):
    last = filled.session.year.measures[-1]
    index = timeline.model().index(timeline.model().row_of(last.id))
    timeline.scrollTo(index)
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=timeline.visualRect(index).center())
    assert tab.pane.list.isVisible()
    assert tab.form.isVisible()
    assert tab.pane.list.current_record().id == last.id


def test_the_timeline_is_walked_by_keys(tab, timeline, qtbot):
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    chosen = timeline.current_record()
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert tab.pane.list.isVisible()
    assert tab.pane.list.current_record().id == chosen.id


def test_the_timeline_without_a_date_or_a_measure_stands(new, qtbot):
    new.tabs.go_to(2)
    tab = new.pages[2]
    tab.ways.buttons["time"].click()
    assert tab.detail.empty.isVisible()
    tab.look_through("list")
    tab.add()
    tab.look_through("time")
    assert not tab.timeline.viewport().grab().isNull()


# From elsewhere


def open_library(tab):
    tab.open_library()
    return tab.findChild(LibraryDialog)


def test_measures_of_last_year_are_copied_with_what_still_holds(tab, filled, qtbot):
    dialog = open_library(tab)
    assert dialog.source.currentText().startswith("ปี 2567")
    old = dialog.list.current_record().measure
    assert not dialog.take.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.take.text() == "คัดลอก 1 ข้อ"
    dialog.take.click()
    new = filled.session.year.measures[-1]
    assert (new.title, new.steps, new.owners) == (old.title, old.steps, old.owners)
    assert (new.start, new.end, new.findings) == (None, None, ())
    assert tab.pane.list.current_record().id == new.id
    assert "คัดลอกมาตรการ 1 ข้อ" in filled.session.document.undo_label


def offers(dialog):
    rows = dialog.list.model()
    return [entry.record for row in range(rows.rowCount()) if (entry := rows.entry(row))]


def test_the_library_is_searched_by_what_measures_contain_and_several_are_taken(tab, filled):
    dialog = open_library(tab)
    choose(dialog.source, "ours")
    everything = len(offers(dialog))
    dialog.line.setText("คู่มือ")
    found = offers(dialog)
    assert 3 <= len(found) < everything
    for offer in found[:3]:
        dialog.list.go_to(offer.key)
        dialog.pick.click()
    before = len(filled.session.year.measures)
    dialog.take.click()
    taken = filled.session.year.measures[before:]
    assert [measure.title for measure in taken] == [offer.measure.title for offer in found[:3]]
    assert all(measure.steps and measure.owners and measure.followup for measure in taken)


def test_a_measure_kept_by_the_office_is_offered_in_its_library(tab, filled, heard):
    tab.pane.list.go_to(next(m.id for m in filled.session.year.measures if m.indicator == 7))
    kept = tab.current_record()
    tab.keep_in_library()
    dialog = open_library(tab)
    choose(dialog.source, "own")
    assert kept.title in [offer.measure.title for offer in offers(dialog)]


def test_what_a_measure_contains_is_read_before_it_is_taken(tab):
    dialog = open_library(tab)
    measure = dialog.list.current_record().measure
    words = " ".join(label.said() for label in dialog.contents.findChildren(Wrapped) if label.isVisible())
    assert measure.title in words
    assert all(step in words for step in measure.steps)


def test_it_is_seen_whether_last_years_measures_worked(filled, qtbot):
    filled.doors.effects()
    dialog = filled.findChild(EffectsDialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "83.58 → 83.17" in told
    assert any("▼ -0.41" in text for text in told)
    dialog.links[0].click()
    assert filled.session.year.number == 2567
    assert filled.tabs.current() is filled.pages[2]


def test_a_first_year_has_nothing_to_compare_with(new):
    new.doors.effects()
    dialog = new.findChild(EffectsDialog)
    assert dialog.links == []
    assert dialog.findChild(EmptyState).isVisible()


def test_the_four_tables_are_seen_as_pages_before_one_is_chosen(filled, qtbot):
    filled.doors.table_shapes()
    dialog = filled.findChild(ShapesDialog)
    pages = [card.page for card in dialog.cards.values()]
    assert len(pages) == 4
    qtbot.waitUntil(lambda: all(not page.pixmap().isNull() for page in pages), timeout=60_000)
    pictures = [page.pixmap().toImage() for page in pages]
    assert all(one != other for one, other in itertools.combinations(pictures, 2))
    dialog.cards[MeasureShape.BY_TOPIC].use.click()
    assert paper_options(filled.session.document).shape is MeasureShape.BY_TOPIC
    assert filled.doors.paper_door.window.paper == "measures"
