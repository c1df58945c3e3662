"""Ten scores are typed or pasted, and what they come to is seen at once."""

from decimal import Decimal

from officer import SCORES, put_on_clipboard, type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.actions.year import add_year
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import StrengthRule
from ita_desktop.ui.remarks_dialog import RemarksDialog
from ita_desktop.ui.respondents_dialog import RespondentsDialog
from ita_desktop.ui.tabs.scores.charts import KINDS


def cell(tab, row, title):
    """What a cell shows, by the title of its column."""
    column = next(n for n, column in enumerate(tab.model.columns) if column.title == title)
    return tab.model.index(row, column).data()


def editor(table):
    return next(each for each in reversed(table.findChildren(QLineEdit)) if each.isVisible())


def test_scores_typed_down_the_column_are_counted_at_once(new, qtbot):
    tab = new.pages[0]
    tab.table.go_to((1, ""), 2)
    for score in SCORES:
        type_in(tab.table, score[0])
        type_in(editor(tab.table), score[1:])
        qtbot.keyClick(editor(tab.table), Qt.Key.Key_Return)
    assert new.header.total.text() == "89.40"
    assert [cell(tab, row, "อันดับ") for row in range(10)] == ["2", "4", "3", "6", "5", "7", "8", "10", "1", "9"]
    assert cell(tab, 7, "กลุ่ม") == "จุดอ่อน"
    assert cell(tab, 0, "กลุ่ม") == "จุดแข็ง"


def test_all_ten_are_in_sight_on_an_offices_screen_also_in_a_year_whose_rules_are_not_sure(new):
    new.session.run(add_year, 2569)
    new.choose_year(2569)
    tab = new.pages[0]
    put_on_clipboard("\n".join(SCORES))
    tab.paste_from_the_top()
    QApplication.processEvents()
    assert tab._to_check.isVisible()
    assert tab._advice.isVisible()
    assert tab.table.viewport().rect().contains(tab.table.visualRect(tab.model.index(9, 0)))


def test_a_missing_score_leaves_the_total_unknown(new):
    tab = new.pages[0]
    put_on_clipboard("\n".join(SCORES[:9]))
    tab.paste_from_the_top()
    assert new.header.total.text() == "–"
    assert not new.header.badge.isVisible()
    assert new.strip.buttons["scores"].text() == "คะแนน ขาด 1"


def test_a_range_is_pasted_by_its_key_where_the_cursor_is(new, qtbot):
    table = new.pages[0].table
    table.go_to((3, ""), 2)
    table.setFocus()
    put_on_clipboard("91.80\n87.16")
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert new.session.year.indicator_scores == {3: Decimal("91.80"), 4: Decimal("87.16")}
    table.selectColumn(2)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert new.session.year.indicator_scores == {}


def test_pasting_nothing_says_what_to_do(new, heard):
    put_on_clipboard("")
    new.pages[0].paste_from_the_top()
    assert "Excel" in heard.errors.pop().do


def test_last_year_stands_beside_this_year(filled):
    tab = filled.pages[0]
    assert cell(tab, 0, "ปี 2567") == "94.40"
    assert cell(tab, 0, "เปลี่ยนแปลง") == "▲ +1.63"
    assert cell(tab, 9, "เปลี่ยนแปลง") == "▼ -10.00"
    filled.session.choose_year(2566)
    assert cell(tab, 0, "ปี 2565") == ""
    assert not filled.header.change.isVisible()


def test_items_unfold_under_their_indicator(filled, qtbot):
    tab = filled.pages[0]
    tab.table.go_to((10, ""), 2)
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    numbers = [cell(tab, row, "ที่") for row in range(tab.model.rowCount())]
    assert numbers[9:12] == ["10", "o21", "o22"]
    assert tab.table.current_record().id == (10, "")
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    assert tab.model.rowCount() == 10


def test_ten_scores_go_past_unfolded_items(filled):
    tab = filled.pages[0]
    tab._fold(1)
    put_on_clipboard("\n".join(SCORES))
    tab.paste_from_the_top()
    year = filled.session.year
    assert [year.indicator_scores[n] for n in range(1, 11)] == [Decimal(score) for score in SCORES]


def test_an_items_score_is_saved_as_the_items(filled, qtbot):
    tab = filled.pages[0]
    tab.show_place(Place("scores", "o27"))
    assert tab.table.current_record().item == "o27"
    type_in(tab.table, "5")
    qtbot.keyClick(editor(tab.table), Qt.Key.Key_Return)
    assert filled.session.year.item_scores["o27"] == 5


def test_a_place_leads_to_its_row(filled):
    filled.tabs.go_to(3)
    filled.go_to(Place("scores", "8"))
    assert filled.tabs.current() is filled.pages[0]
    assert filled.pages[0].table.current_record().indicator == 8


def test_the_parts_of_eit_are_typed_in_their_card(filled, qtbot):
    part = filled.pages[0].tools._cards["EIT"]._fields[2]
    part.setFocus()
    part.selectAll()
    type_in(part, "๘๗.๕")
    qtbot.keyClick(part, Qt.Key.Key_Return)
    assert filled.session.year.eit_parts[2] == Decimal("87.5")


def test_the_rule_for_strengths_can_be_changed(filled):
    tab = filled.pages[0]
    action = next(a for a in tab._strength.menu().actions() if a.text() == "3 อันดับแรก")
    action.trigger()
    assert filled.session.year.strength_rule == StrengthRule(top=3)
    strong = [row.number for row in tab.model.records() if row.group == "strength"]
    assert len(strong) == 3
    assert filled.session.document.undo_label == "เปลี่ยนเกณฑ์จุดแข็งและจุดอ่อน"


def test_every_chart_is_drawn_and_copies_as_a_picture(filled):
    tab = filled.pages[0]
    pictures = set()
    for kind in KINDS:
        tab.charts.choose(kind)
        tab.charts.view.copy_picture()
        picture = QGuiApplication.clipboard().image()
        assert picture.width() >= 2000
        pictures.add(bytes(picture.constBits()))
        assert tab.charts.view.accessibleName().startswith("กราฟ")
    assert len(pictures) == len(KINDS)


def test_a_chart_without_figures_says_what_it_needs(new):
    tab = new.pages[0]
    assert tab.charts._empty.isVisible()
    assert not tab.charts.view.isVisible()


def test_a_year_not_certain_says_so(window, heard, tmp_path, places):
    from ita_desktop.actions.workbook import create
    from ita_desktop.domain.records import Office

    path = tmp_path / "ใหม่.ita"
    create(path, Office(name="เทศบาลตำบลตัวอย่าง"), (2571,), frameworks=places.frameworks).close()
    window.files.open(path)
    assert window.pages[0]._to_check.isVisible()
    assert "ตรวจสอบกับคู่มือ" in window.pages[0]._to_check.said()


def test_respondents_are_pasted_and_their_totals_have_to_agree(filled, qtbot):
    tab = filled.pages[0]
    tab.open_respondents()
    dialog = tab.findChild(RespondentsDialog)
    assert "จำนวนรวมตรงกัน" in dialog.said.said()
    put_on_clipboard("1\t2\n3\t4")
    dialog.table.go_to(("age", "20-30 ปี", False), 2)
    dialog.table.paste()
    counted = {(r.by, r.group): (r.male, r.female) for r in filled.session.year.respondents if r.tool == "IIT"}
    assert counted["age", "20-30 ปี"] == (1, 2)
    assert counted["age", "31-40 ปี"] == (3, 4)
    assert "ไม่เท่ากัน" in dialog.said.said()
    filled.undo()
    assert "จำนวนรวมตรงกัน" in dialog.said.said()
    dialog.accept()


def test_what_the_assessor_wrote_is_kept_beside_the_item(filled, qtbot):
    tab = filled.pages[0]
    tab.open_remarks()
    dialog = tab.findChild(RemarksDialog)
    assert dialog.table.go_to("o27", 3)
    type_in(dialog.table, "ไ")
    type_in(editor(dialog.table), "ม่พบผู้รับผิดชอบ")
    qtbot.keyClick(editor(dialog.table), Qt.Key.Key_Return)
    assert {r.item: r.text for r in filled.session.year.remarks}["o27"] == "ไม่พบผู้รับผิดชอบ"
    few = dialog.table.model().rowCount()
    dialog.everything.setChecked(True)
    assert dialog.table.model().rowCount() > few
    dialog.accept()
