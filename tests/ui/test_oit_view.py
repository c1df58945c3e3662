"""The OIT items of the year in the window: typed, pasted, filtered, and the printed list says the same."""

import datetime
from dataclasses import replace

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from ita_desktop.actions.checklist import save_entries
from ita_desktop.domain.oit import oit_codes
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import ChecklistEntry, FollowUpState
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.checklist import checklist
from ita_desktop.ui.oit.columns import COLUMN_OF, Heading, state
from ita_desktop.ui.tabs.followups.names import OIT

DUE = datetime.date(2026, 3, 31)


@pytest.fixture
def view(new):
    """Of a year in which nothing was decided yet."""
    new.tabs.go_to(3)
    new.pages[3].look_through(OIT)
    return new.pages[3].oit


def entry(window, code):
    return next((one for one in window.session.year.checklist if one.item == code), None)


def cell(view, code, field):
    return view.model.index(view.model.row_of(code), COLUMN_OF[field])


def editor(table):
    return next(each for each in reversed(table.findChildren(QLineEdit)) if each.isVisible())


def test_every_item_of_the_year_is_listed_under_its_indicator_also_without_measures(view, new):
    rows = view.model.records()
    assert [row.id for row in rows if not isinstance(row, Heading)] == list(oit_codes(new.session.year))
    assert [row.title.partition(".")[0] for row in rows if isinstance(row, Heading)] == ["9", "10"]
    assert view.isVisible()


def test_owner_day_state_and_link_are_typed_into_the_table(view, qtbot, new):
    for field, text in (("owner", "กองคลัง"), ("due", "31/3/69"), ("state", "กำลัง"), ("link", "www.tuayang.example/o1")):
        view.table.choose(cell(view, "o1", field))
        type_in(view.table, text[0])
        editor(view.table).setText(text)
        qtbot.keyClick(editor(view.table), Qt.Key.Key_Return)
    assert entry(new, "o1") == ChecklistEntry(
        item="o1",
        owner="กองคลัง",
        due=DUE,
        state=FollowUpState.IN_PROGRESS,
        link="https://www.tuayang.example/o1",
    )
    assert new.session.document.undo_label == "แก้ลิงก์บนเว็บไซต์ของข้อ o1"


def test_a_range_is_pasted_and_filled_as_one_step(view, new, qtbot):
    put_on_clipboard("กองคลัง\t31/3/69\nกองช่าง\t30/4/69")
    view.table.choose(cell(view, "o1", "owner"))
    view.table.paste()
    assert (entry(new, "o1").owner, entry(new, "o2").due) == ("กองคลัง", datetime.date(2026, 4, 30))
    assert new.session.document.undo_label == "แก้รายการ OIT 2 ข้อ"
    selection = view.table.selectionModel()
    for code in ("o2", "o3", "o4"):
        selection.select(cell(view, code, "due"), selection.SelectionFlag.Select)
    selection.select(cell(view, "o1", "owner"), selection.SelectionFlag.Deselect)
    view.table.fill_down()
    assert [entry(new, code).due for code in ("o3", "o4")] == [datetime.date(2026, 4, 30)] * 2
    new.undo()
    assert entry(new, "o3") is None
    new.undo()
    assert new.session.year.checklist == ()


def test_an_entry_that_says_nothing_any_more_is_none(view, qtbot, new):
    view.table.choose(cell(view, "o1", "owner"))
    put_on_clipboard("กองคลัง")
    view.table.paste()
    assert entry(new, "o1")
    view.table.clear_cells()
    assert entry(new, "o1") is None


def test_what_is_no_state_no_day_and_no_link_is_refused_in_words(view, heard, qtbot, new):
    for field, text in (("state", "เกือบเสร็จ"), ("due", "31/2/69"), ("link", "ดูที่บอร์ด")):
        view.table.choose(cell(view, "o1", field))
        put_on_clipboard(text)
        view.table.paste()
        assert heard.errors.pop()
    assert entry(new, "o1") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("", FollowUpState.NOT_STARTED), ("แล้ว", FollowUpState.DONE), ("ยกเลิก", FollowUpState.CANCELLED)],
)
def test_the_beginning_of_a_state_is_enough(typed, meant):
    assert state(typed) is meant


def test_the_form_beside_the_table_is_about_the_chosen_item(view, monkeypatch, qtbot, new):
    view.go_to("o3", "")
    assert view.panel.title.said().startswith("o3 ")
    view.panel.form.committed.emit("owner", "กองช่าง")
    view.panel.form.committed.emit("link", "https://www.tuayang.example/o3")
    assert entry(new, "o3") == ChecklistEntry(item="o3", owner="กองช่าง", link="https://www.tuayang.example/o3")
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: urls.append(url.toString()) or True))
    view.panel.open_button.click()
    assert urls == ["https://www.tuayang.example/o3"]
    view.go_to("o4", "")
    assert view.panel.form.value("owner") == ""


def test_what_is_typed_when_one_goes_on_belongs_to_the_item_one_leaves(view, qtbot, new):
    view.go_to("o3", "")
    field = view.panel.form.field("note")
    field.setFocus()
    type_in(field, "รอภาพ")
    view.table.choose(cell(view, "o5", "owner"))
    assert entry(new, "o3").note == "รอภาพ"
    assert entry(new, "o5") is None


def test_what_is_late_is_said_in_words_and_found_by_the_filter(view, new):
    number = new.session.year.number
    late = ChecklistEntry(item="o2", due=datetime.date(2025, 11, 1))
    done = ChecklistEntry(item="o3", due=datetime.date(2025, 11, 1), state=FollowUpState.DONE)
    new.session.run(save_entries, number, late, done)
    assert cell(view, "o2", "state").data() == "ยังไม่เริ่ม เกิน 19 วัน"
    assert "เกินกำหนด 1" in view.summary.said()
    view.filters.choose("state", "late")
    assert [row.id for row in view.model.records() if not isinstance(row, Heading)] == ["o2"]
    assert view.panel.late.said() == "เลยกำหนด 19 วัน"
    view.filters.choose("state", "no-link")
    assert len(view.model.records()) > 20


def test_the_printed_list_says_what_the_table_says(view, new):
    number = new.session.year.number
    told = ChecklistEntry(item="o2", owner="กองคลัง", due=DUE, link="https://www.tuayang.example/2", note="ครบ")
    new.session.run(save_entries, number, told)
    paper = checklist(new.session.year, PaperOptions())
    text = repr(paper.blocks)
    assert "https://www.tuayang.example/2" in text
    assert "31 มีนาคม 2569" in text
    view.paper.click()
    papers = new.doors.paper_door.window
    assert papers.paper == "checklist"
    papers.close()


def test_last_years_owners_and_links_are_taken_over_in_one_step(view, new, qtbot):
    session = new.session
    number = session.year.number
    old = ChecklistEntry(item="o1", owner="กองคลัง", link="https://www.tuayang.example/old")
    assert not view.last_year.isEnabled()
    session.run(save_entries, number - 1, old)
    new.pages[3].refresh()
    assert view.last_year.isEnabled()
    view.last_year.click()
    assert replace(entry(new, "o1"), item="o1") == old
    assert session.document.undo_label == "ยกผู้รับผิดชอบและลิงก์ OIT 1 ข้อจากปีก่อน"
    assert not view.last_year.isEnabled()


def test_the_review_and_the_search_lead_to_an_item(new, view):
    new.go_to(Place("followup"))
    new.go_to(Place("checklist", "o7", "note"))
    tab = new.pages[3]
    assert tab._way == OIT
    assert tab.oit.table.current_record().id == "o7"


def test_the_assessors_remark_stands_beside_the_item(filled):
    remark = next(one for one in filled.session.year.remarks if one.item.startswith("o"))
    filled.go_to(Place("checklist", remark.item))
    assert remark.text in filled.pages[3].oit.panel.assessed.said()


def test_items_that_are_due_are_told_at_the_foot_and_one_click_away(new):
    number = new.session.year.number
    soon = ChecklistEntry(item="o2", due=datetime.date(2025, 11, 28))
    late = ChecklistEntry(item="o3", due=datetime.date(2025, 10, 1))
    new.session.run(save_entries, number, soon, late, ChecklistEntry(item="o4", due=datetime.date(2025, 12, 1)))
    assert new.status.oit_due.text() == "OIT ถึงกำหนด 2 ข้อ"
    new.status.oit_due.click()
    tab = new.pages[3]
    assert new.tabs.current() is tab
    assert [row.id for row in tab.oit.model.records() if not isinstance(row, Heading)] == ["o2", "o3"]


def test_a_heading_among_what_is_filled_empties_nothing(view, new):
    """The selection begins on the heading of the tenth indicator."""
    rows = view.model.records()
    heading = next(at for at, row in enumerate(rows) if isinstance(row, Heading) and row.title.startswith("10"))
    first, second = rows[heading + 1].id, rows[heading + 2].id
    number = new.session.year.number
    new.session.run(save_entries, number, ChecklistEntry(item=first, owner="กองคลัง"))
    selection = view.table.selectionModel()
    selection.clear()
    for row in range(heading, heading + 3):
        selection.select(view.model.index(row, COLUMN_OF["owner"]), selection.SelectionFlag.Select)
    view.table.fill_down()
    assert [entry(new, code).owner for code in (first, second)] == ["กองคลัง", "กองคลัง"]
    view.table.choose(cell(view, first, "owner"))
    view.table.fill_down()
    assert entry(new, first).owner == "กองคลัง"
