"""The rules of a year in an officer's hands: corrected, copied, shared, put back; broken ones are never kept."""

from decimal import Decimal

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import Qt
from rule_hands import CTRL, part, retype

from ita_desktop.domain.framework import Confidence
from ita_desktop.ui.papers.name_dialog import NameDialog


def row_of(tab, code):
    return next(at for at, row in enumerate(tab.model.records()) if row.record.code == code)


def rules(session, year=2568):
    return session.document.year(year).framework


def test_the_year_one_works_on_is_shown_and_all_others_can_be(window, qtbot):
    assert window.title.text() == "หลักเกณฑ์ปีงบประมาณ พ.ศ. 2568"
    assert window.tabs.tabText(0) == "ข้อ 52"
    window.years.setFocus()
    listed = [window.years._model.entry(row) for row in range(window.years._model.rowCount())]
    assert {entry.record for entry in listed if entry} == set(range(2562, 2571))
    window.years.go_to(2562)
    assert window.tabs.tabText(0) == "ข้อ 93"
    assert "2562" in window.title.text()


def test_what_is_not_sure_says_so(window):
    levels = part(window, "levels")
    told = {row.record.name: levels.model.columns[-1].value(row) for row in levels.model.records()}
    assert told["ต้องปรับปรุง"] == "ตรวจสอบกับคู่มือ"
    assert told["ผ่านดี"] == ""
    assert "ตรวจสอบกับคู่มือ" in window.note.said()


def test_a_corrected_title_is_one_step_and_sure_from_then_on(window, qtbot, session):
    levels = part(window, "levels")
    retype(qtbot, levels, 3, 0, "ควรปรับปรุง")
    corrected = rules(session).levels[3]
    assert (corrected.name, corrected.confidence) == ("ควรปรับปรุง", Confidence.SURE)
    assert session.document.undo_label == "แก้ระดับของระดับในหลักเกณฑ์ปี 2568"
    assert "แก้ไขโดยหน่วยงาน" in window.note.said()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert rules(session).levels[3].name == "ต้องปรับปรุง"
    assert "หลักเกณฑ์ของโปรแกรม" in window.note.said()


def test_an_item_comes_and_goes(window, qtbot, session):
    items = part(window, "items")
    items.table.setCurrentIndex(items.model.index(row_of(items, "o28"), 1))
    items.add_button.click()
    added = rules(session).item("o29")
    assert (added.indicator, added.sub, added.confidence) == (10, "10.2", Confidence.UNSURE)
    assert items.table.current_record().record == added
    retype(qtbot, items, row_of(items, "o29"), 1, "ข้อใหม่ของปีนี้")
    assert rules(session).item("o29").title == "ข้อใหม่ของปีนี้"
    items.table.setCurrentIndex(items.model.index(row_of(items, "o29"), 0))
    qtbot.keyClick(items.table, Qt.Key.Key_Delete, CTRL)
    assert rules(session).item("o29") is None
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not rules(session).corrected


def test_items_are_found_by_tool_and_by_words(window):
    items = part(window, "items")
    items.tool.activated.emit(items.tool.findData("OIT"))
    items.tool.setCurrentIndex(items.tool.findData("OIT"))
    items.tool.committed.emit("OIT")
    assert {row.record.code[0] for row in items.model.records()} == {"o"}
    type_in(items.filter, "มาตรการส่งเสริม")
    assert "o27" in {row.record.code for row in items.model.records()}
    assert len(items.model.records()) < 5


def test_several_things_are_confirmed_at_once(window, session):
    levels = part(window, "levels")
    levels.table.selectRow(3)
    levels.confirm_button.click()
    levels.table.selectRow(4)
    levels.confirm_button.click()
    assert all(level.confidence is Confidence.SURE for level in rules(session).levels)


# Broken rules


def test_two_weights_are_changed_one_after_the_other_and_kept_when_they_add_up(window, qtbot, session):
    tools = part(window, "tools")
    retype(qtbot, tools, 0, 2, "25")
    assert window.trouble.said() == "ยังไม่บันทึก: น้ำหนักของเครื่องมือรวมกันได้ 95 แต่ต้องรวมเป็น 100"
    assert window._trouble.isVisible()
    assert session.document.undo_label is None
    assert rules(session).tools[0].weight == 30
    retype(qtbot, tools, 1, 2, "๓๕")
    assert not window._trouble.isVisible()
    assert [tool.weight for tool in rules(session).tools] == [25, 35, 40]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert [tool.weight for tool in rules(session).tools] == [30, 30, 40]


@pytest.mark.parametrize(
    ("field", "row", "column", "text", "reason"),
    [
        ("items", 1, 0, "i1", "รหัสข้อ i1 ซ้ำกัน"),
        ("items", 0, 2, "9", "เป็นข้อของ IIT แต่ตัวชี้วัดที่ 9 เป็นของ OIT"),
        ("items", 0, 1, " ", "ไม่มีชื่อ"),
        ("levels", 4, 1, "10", "มีช่องว่างในเกณฑ์ระดับ"),
        ("levels", 1, 1, "99", "ระดับต้องเรียงจากสูงไปต่ำ"),
        ("indicators", 0, 2, "XIT", "ซึ่งไม่มี"),
        ("sub_indicators", 0, 2, "10", "ไม่ใช่ของตัวชี้วัดที่ 10"),
    ],
)
def test_rules_that_contradict_themselves_are_refused_in_a_plain_sentence(
    window, qtbot, field, row, column, text, reason, session
):
    tab = part(window, field)
    retype(qtbot, tab, row, column, text)
    assert reason in window.trouble.said()
    assert session.document.undo_label is None
    assert not rules(session).corrected
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not window.has_unsaved
    assert not window._trouble.isVisible()


@pytest.mark.parametrize(("column", "text"), [(1, "สูง"), (3, "อาจผ่าน"), (1, "")])
def test_what_is_no_value_is_told_and_not_taken(window, qtbot, heard, column, text):
    levels = part(window, "levels")
    levels.table.setCurrentIndex(levels.model.index(0, column))
    put_on_clipboard(text or " ")
    qtbot.keyClick(levels.table, Qt.Key.Key_V, CTRL)
    assert heard.errors.pop().happened
    assert not window.has_unsaved


def test_leaving_something_unsaved_is_asked_about(window, qtbot, heard):
    retype(qtbot, part(window, "tools"), 0, 2, "25")
    heard.answers.append(False)
    window.years.go_to(2567)
    assert window.rules.year == 2568
    assert window.has_unsaved
    heard.answers.append(False)
    window.reject()
    assert window.isVisible()
    heard.answers.append(True)
    window.years.go_to(2567)
    assert window.rules.year == 2567
    assert not window.has_unsaved


# Single facts


def test_single_facts_are_chosen_and_no_longer_doubted(window, session):
    window.years.go_to(2569)
    field = window.facts.form.field("measures_item")
    assert "มาตรการ" in window.facts._doubts.said()
    row = field.findData("o26")
    field.setCurrentIndex(row)
    field.activated.emit(row)
    window.years.go_to(2569)
    assert window.rules.measures_item == "o26"
    assert "measures_item" not in window.rules.unconfirmed
    assert session.document.undo_label == "แก้ข้อ OIT ที่ใช้รายงานการวิเคราะห์และมาตรการ ปี 2569"


# Copies and files


def copy_to(window, year):
    window.copy_button.click()
    dialog = window.findChild(NameDialog)
    dialog.name.selectAll()
    type_in(dialog.name, year)
    dialog.verb.click()
    return dialog


def test_a_year_is_the_base_of_a_new_one_which_is_all_to_be_checked(window, session):
    copy_to(window, "๒๕๗๒")
    assert window.rules.year == 2572
    assert len(window.rules.items) == 52
    assert all(item.confidence is not Confidence.SURE for item in window.rules.items)
    assert session.document.undo_label == "คัดลอกหลักเกณฑ์เป็นปี 2572"
    window.undo()
    assert window.years.go_to(2572) is False


def test_a_copy_never_covers_what_the_office_corrected(window, qtbot, session):
    retype(qtbot, part(window, "levels"), 3, 0, "ควรปรับปรุง")
    window.years.go_to(2567)
    dialog = copy_to(window, "2568")
    assert "คืนค่าเดิม" in dialog._trouble.said()
    dialog.name.selectAll()
    type_in(dialog.name, "ปีหน้า")
    dialog.verb.click()
    assert "ไม่ใช่" in dialog._trouble.said()
    dialog.reject()
    assert rules(session).levels[3].name == "ควรปรับปรุง"


def test_corrections_survive_export_import_elsewhere_undo_and_putting_back(
    window, qtbot, heard, tmp_path, sample, session
):
    retype(qtbot, part(window, "levels"), 3, 0, "ควรปรับปรุง")
    file = tmp_path / "ita-framework-2568.toml"
    heard.answers.append(file)
    window.export_button.click()
    assert file.exists()
    window.restore_button.click()
    assert not rules(session).corrected
    assert not window.restore_button.isEnabled()
    heard.answers.append(file)
    window.years.go_to(2566)
    window.import_button.click()
    assert window.rules.year == 2568
    assert rules(session).levels[3].name == "ควรปรับปรุง"
    assert session.document.undo_label == "นำเข้าหลักเกณฑ์ปี 2568"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert rules(session).levels[3].name == "ควรปรับปรุง"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: text.replace('code = "i2"', 'code = "i1"'), "ซ้ำกัน"),
        (lambda text: text.replace("weight = 30", "weight = 20", 1), "ต้องรวมเป็น 100"),
        (lambda text: text[: len(text) // 2], "บรรทัดที่"),
        (lambda _text: "\x00\x01", "บรรทัดที่"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_nothing_changes(window, heard, tmp_path, spoil, reason, session):
    file = tmp_path / "rules.toml"
    heard.answers.append(file)
    window.export_button.click()
    file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")
    heard.answers.append(file)
    window.import_button.click()
    trouble = heard.errors.pop()
    assert reason in trouble.happened
    assert session.document.undo_label is None
    assert not rules(session).corrected


def test_scores_of_the_year_follow_its_corrected_levels(window, qtbot, session):
    before = session.results.level.name
    levels = part(window, "levels")
    retype(qtbot, levels, 0, 1, "88")
    retype(qtbot, levels, 0, 2, "")
    assert rules(session).levels[0].minimum == Decimal(88)
    assert session.results.level.name != before
