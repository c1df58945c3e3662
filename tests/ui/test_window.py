"""What lies between the tabs: finding, going, the year's steps, dialogs, papers."""

import shutil
from threading import Event

from made_sheets import NAMES
from officer import SCORES, put_on_clipboard, type_in
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from ita_desktop.actions.workbook import create
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Office
from ita_desktop.review.catalogue import rules
from ita_desktop.ui.frameworks.window import FrameworksWindow
from ita_desktop.ui.help_pages import RULES
from ita_desktop.ui.help_window import HelpWindow
from ita_desktop.ui.history_dialog import HistoryDialog
from ita_desktop.ui.import_wizard.window import ImportWindow
from ita_desktop.ui.office_dialog import OfficeDialog
from ita_desktop.ui.papers.export_dialog import ExportDialog
from ita_desktop.ui.papers.name_dialog import NameDialog
from ita_desktop.ui.start_page import LastYear
from ita_desktop.ui.tab import LOAD_NEXT_MS
from ita_desktop.ui.tabs import SIGNS
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.year_dialogs import AddYearDialog, NextYearDialog, YearFactsDialog
from ita_desktop.ui.year_steps import Standing, steps


def standings(window):
    session = window.session
    return {step.key: step.standing for step in steps(session.year, session.results, session.due)}


def test_an_empty_year_begins_with_scores(new):
    found = standings(new)
    assert found["scores"] is Standing.TO_DO
    assert {found[key] for key in ("findings", "measures", "papers", "followup", "next")} == {Standing.LATER}


def test_with_scores_the_weak_points_wait_for_findings(new):
    put_on_clipboard("\n".join(SCORES))
    new.pages[0].paste_from_the_top()
    assert standings(new)["scores"] is Standing.DONE
    assert standings(new)["findings"] is Standing.TO_DO
    assert new.strip.buttons["findings"].text() == "ข้อค้นพบ ขาด 2"


def test_a_step_leads_to_its_tab(filled):
    filled.strip.buttons["followup"].click()
    assert filled.tabs.current() is filled.pages[3]
    filled.strip.buttons["findings"].click()
    assert filled.tabs.current() is filled.pages[1]


def test_every_step_has_a_name_that_says_how_it_stands(filled):
    assert filled.strip.buttons["scores"].accessibleName() == "คะแนน เสร็จแล้ว"


def test_a_year_is_added_with_what_goes_on(filled, heard, qtbot):
    filled.doors.add_year()
    dialog = filled.findChild(AddYearDialog)
    assert dialog.year.value() == 2569
    dialog._carry.click()
    assert filled.session.year.number == 2569
    assert filled.header.year.currentText() == "2569"
    assert filled.session.document.undo_label == "เริ่มปี 2569"
    filled.undo()
    assert filled.session.year.number == 2568


def test_a_year_that_is_there_is_not_added_twice(filled):
    filled.doors.add_year()
    dialog = filled.findChild(AddYearDialog)
    dialog.year.set_value(2567)
    dialog._carry.click()
    assert "มีปี 2567 อยู่แล้ว" in dialog._trouble.said()
    assert filled.session.document.years() == (2566, 2567, 2568)


def test_the_next_year_is_begun_from_the_strip_once_it_is_known_what_goes_along(filled):
    filled.strip.buttons["next"].click()
    dialog = filled.findChild(NextYearDialog)
    told = " ".join(label.said() for label in dialog.findChildren(Wrapped))
    assert "มาตรการที่ยังไม่เสร็จ 3 ข้อ" in told
    assert "ที่เสร็จหรือยกเลิกแล้ว 3 ข้อไม่ตามไป" in told
    assert "คะแนนและข้อค้นพบของปี 2569" in told
    assert filled.session.document.years() == (2566, 2567, 2568)
    dialog.begin.click()
    assert filled.session.year.number == 2569
    assert len(filled.session.year.measures) == 3


def test_what_was_announced_is_kept_beside_what_we_reckon(filled, qtbot):
    filled.doors.year_facts()
    dialog = filled.findChild(YearFactsDialog)
    total = dialog.form.field("total")
    total.selectAll()
    type_in(total, "๙๒.๘๙")
    dialog.accept()
    assert str(filled.session.year.reported.total) == "92.89"


def test_the_office_is_renamed_and_its_divisions_kept(filled, qtbot):
    filled.doors.office()
    dialog = filled.findChild(OfficeDialog)
    name = dialog.form.field("name")
    name.selectAll()
    type_in(name, "เทศบาลเมืองตัวอย่าง")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert filled.header.office.text() == "เทศบาลเมืองตัวอย่าง"
    assert filled.session.document.office.divisions


def test_an_office_without_a_name_is_none(filled, heard):
    filled.doors.office()
    dialog = filled.findChild(OfficeDialog)
    dialog.form.field("name").clear()
    dialog.form.field("name").flush()
    assert "ต้องมีชื่อ" in str(heard.errors.pop())
    assert dialog.form.field("name").text() == "เทศบาลตำบลตัวอย่าง"


def test_help_opens_at_the_tab_one_is_in_and_can_be_searched(filled, qtbot):
    filled.tabs.go_to(2)
    filled.doors.help()
    window = filled.findChild(HelpWindow)
    assert window.list.currentItem().text() == "มาตรการ"
    window.line.setText("วันที่")
    assert 0 < window.list.count() < 12
    window.line.setText("ไม่มีคำนี้แน่")
    assert window.list.count() == 0
    window.close()


def shown_help(dialog):
    found = dialog.findChild(HelpWindow)
    assert found is not None
    assert found.isVisible()
    return found.list.currentItem().text()


def test_f1_helps_in_dialogs_too_and_in_one_that_stands_over_another(filled, qtbot):
    filled.doors.office()
    office = filled.findChild(OfficeDialog)
    qtbot.waitUntil(office.isActiveWindow)
    qtbot.keyClick(office, Qt.Key.Key_F1)
    qtbot.keyClick(office, Qt.Key.Key_F1)
    assert len(office.findChildren(HelpWindow)) == 1
    assert shown_help(office) == "เริ่มใช้งาน"
    office.reject()
    filled.doors.frameworks()
    rules = filled.findChild(FrameworksWindow)
    rules.copy()
    name = rules.findChild(NameDialog)
    qtbot.waitUntil(name.isActiveWindow)
    qtbot.keyClick(name, Qt.Key.Key_F1)
    assert shown_help(name)
    name.reject()
    rules.reject()


def test_f1_helps_with_the_papers_in_a_dialog_over_them(filled, qtbot):
    filled.doors.papers()
    papers = filled.doors.paper_door.window
    papers.export()
    dialog = papers.findChild(ExportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert shown_help(dialog) == "เอกสาร"
    dialog.reject()
    papers.close()


def test_what_is_looked_for_in_the_help_is_marked_and_in_sight(filled):
    filled.doors.help()
    window = filled.findChild(HelpWindow)
    window.line.setText("sha-๒๕๖")
    marks = window.page.extraSelections()
    assert {mark.cursor.selectedText() for mark in marks} == {"SHA-256"}
    place = window.page.cursorRect(marks[0].cursor)
    assert window.page.viewport().rect().intersects(place)
    window.line.clear()
    assert window.page.extraSelections() == []


def test_what_is_to_be_typed_is_written_in_the_help_in_a_face_that_has_thai(filled):
    filled.doors.help("measures")
    document = filled.findChild(HelpWindow).page.document()
    place = document.find("ต.ค. 68 - ก.ย. 69")
    assert not place.isNull()
    assert not place.charFormat().fontFixedPitch()
    assert place.charFormat().fontFamilies() == QApplication.font().families()


def test_help_tells_of_every_rule_of_the_review_with_its_examples(filled):
    filled.doors.help("rules")
    window = filled.findChild(HelpWindow)
    assert window.list.currentItem().text() == "กฎการตรวจทาน"
    told = window.page.toPlainText()
    assert [rule.name for rule in rules() if rule.title not in told or rule.name not in told] == []
    window.line.setText("impossible-date")
    assert "30 กุมภาพันธ์" in window.page.toPlainText()
    window.close()


def test_every_page_of_help_has_a_title_and_is_in_the_contents(places):
    names = (places.help / "contents.md").read_text(encoding="utf-8").split()
    pages = {file.stem for file in places.help.glob("*.md")} - {"contents"}
    assert set(names) == pages | {RULES}
    for name in pages:
        assert (places.help / f"{name}.md").read_text(encoding="utf-8").startswith("# ")


def test_every_tab_has_its_page_of_help(places):
    for sign in SIGNS:
        assert (places.help / f"{sign.help}.md").exists()


def test_undo_is_named_in_the_menu(filled):
    put_on_clipboard("99")
    filled.pages[0].table.go_to((1, ""), 2)
    filled.pages[0].table.paste()
    assert filled.menus.undo.text() == "เลิกทำ: แก้คะแนนตัวชี้วัดที่ 1 (&U)"
    filled.undo()
    assert filled.menus.redo.text() == "ทำซ้ำ: แก้คะแนนตัวชี้วัดที่ 1 (&R)"
    assert not filled.menus.undo.isEnabled()


def test_the_forms_of_the_divisions_are_asked_for_before_there_is_anything_to_send(new):
    new.doors.division_forms()
    assert new.tabs.current() is new.pages[3]
    assert not any(dialog.isVisible() for dialog in new.findChildren(QDialog))


def test_the_papers_are_one_key_and_one_step_away(filled, qtbot):
    filled.strip.buttons["papers"].click()
    window = filled.doors.paper_door.window
    qtbot.waitUntil(window.isVisible)
    assert window.paper == "memo"
    window.close()
    qtbot.waitUntil(lambda: filled.doors.paper_door.window is None)
    filled.activateWindow()
    qtbot.waitUntil(filled.isActiveWindow)
    qtbot.keyClick(filled, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert filled.doors.paper_door.window.isVisible()


def test_a_place_of_a_paper_opens_that_paper(filled):
    filled.go_to(Place("report"))
    assert filled.doors.paper_door.window.paper == "report"


def test_the_theme_can_be_dark_and_letters_larger(filled, theme):
    from ita_desktop.ui.theme import Choice, colours

    try:
        filled.choose_theme(Choice.DARK)
        assert colours().dark
        filled.set_zoom(1.3)
        assert filled.pages[0].table.rowHeight(0) >= 39
        assert filled.settings.get("zoom") == 1.3
    finally:
        theme.choose(Choice.SYSTEM)
        theme.set_zoom(1.0)
    assert QApplication.font().family() == "Sarabun"


def test_words_being_typed_belong_to_the_year_that_is_left(filled, qtbot):
    filled.tabs.go_to(1)
    finding = filled.session.year.findings[0]
    filled.pages[1].show_place(Place("finding", finding.id, "advice"))
    type_in(filled.pages[1].form.field("advice"), "ก")
    before = filled.session.document.records(2567)
    filled.choose_year(2567)
    assert filled.session.document.records(2567) == before
    assert filled.session.document.year(2568).finding(finding.id).advice == f"ก{finding.advice}"


def test_what_a_finding_was_can_be_seen_and_given_back(filled, qtbot):
    filled.tabs.go_to(1)
    tab = filled.pages[1]
    finding = filled.session.year.findings[0]
    tab.show_place(Place("finding", finding.id, "text"))
    field = tab.form.field("text")
    field.selectAll()
    type_in(field, "คำใหม่")
    field.flush()
    tab.show_history()
    dialog = tab.findChild(HistoryDialog)
    said = [label.said() for label in dialog.findChildren(Wrapped)]
    assert any(finding.text in words for words in said)
    assert any("แก้ข้อความของข้อค้นพบ" in words for words in said)
    dialog.buttons[0].click()
    assert filled.session.year.finding(finding.id) == finding


def test_a_workbook_dragged_in_is_opened(window, sample, tmp_path, qtbot):
    path = tmp_path / sample.name
    shutil.copyfile(sample, path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, data, button, keys))
    assert window.session.path == path


def test_anything_else_dragged_in_is_not(window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ภาพ.png"))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    QApplication.sendEvent(window, entered)
    assert not entered.isAccepted()


def test_who_has_last_years_sheet_at_hand_is_asked_for_it_at_once(window, heard, tmp_path):
    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    window.start.last_year.set_value(LastYear.SHEET)
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    window.start.go.click()
    assert len(window.session.document.years()) == 2
    asked = window.findChild(ImportWindow)
    assert asked.isVisible()
    before = str(window.session.year.number - 1)
    said = [words.said() for words in asked.start.findChildren(Wrapped)]
    assert any(before in each for each in said), "it says of which year the sheet is wanted"
    asked.reject()


def test_last_years_sheet_goes_into_last_year_and_work_goes_on_with_this_one(window, heard, tmp_path, qtbot):
    window.start.last_year.set_value(LastYear.SHEET)
    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    window.start.go.click()
    this, asked = window.session.year.number, window.findChild(ImportWindow)
    published = tmp_path / "ปีก่อน.csv"
    rows = (f"{number},{name},{score}" for number, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1))
    published.write_text("\n".join((f"ผลคะแนน ITA ปีงบประมาณ {this - 1}", "ลำดับ,ตัวชี้วัด,คะแนน", *rows)), "utf-8")
    asked.read_file(published)
    qtbot.waitUntil(asked.foot.main.isEnabled, timeout=20_000)
    asked.foot.main.click()
    qtbot.waitUntil(lambda: asked.pages.currentWidget() is asked.rehearsal and not asked.busy, timeout=20_000)
    asked.foot.main.click()
    asked.accept()
    assert window.session.document.year(this - 1).indicator_scores
    assert window.session.year.number == this


def test_enter_in_the_last_line_makes_the_workbook(window, heard, tmp_path):
    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    QTest.keyClick(window.start.office, Qt.Key.Key_Return)
    assert window.start.year.hasFocus()
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    QTest.keyClick(window.start.year, Qt.Key.Key_Return)
    assert window.session.path == tmp_path / "สมุดงาน.ita"


def test_no_workbook_is_made_of_another_year_than_the_one_that_was_typed(window):
    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    window.start.year.selectAll()
    QTest.keyClicks(window.start.year, "2026")
    window.start.go.click()
    assert window.session.document is None
    assert window.start.year.hasFocus()
    assert any("ค.ศ." in words.text() for words in window.start.findChildren(QLabel) if words.isVisible())


def test_the_first_page_tells_of_the_whole_year(window):
    told = [each.text() for each in window.start.findChildren(QLabel)]
    assert all(step in told for step in ("คะแนน", "ข้อค้นพบ", "มาตรการ", "เอกสาร", "ติดตาม", "ปีถัดไป"))


def test_a_workbook_without_a_year_shows_no_figures_of_the_one_before(filled, places, tmp_path):
    path = tmp_path / "ใหม่.ita"
    create(path, Office(name="เทศบาลตำบลใหม่"), (), frameworks=places.frameworks).close()
    filled.files.open(path)
    header = filled.header
    assert not any(figure.isVisible() for figure in (header.total, header.badge, header.change))


def test_the_code_of_other_tabs_is_not_loaded_beside_long_work(window, places, tmp_path, qtbot):
    """Both would hold each other up, and the window would not answer for half a second."""
    path, may_end = tmp_path / "สมุดงาน.ita", Event()
    create(path, Office(name="เทศบาลตำบลตัวอย่าง"), (2568,), frameworks=places.frameworks).close()
    window.jobs.run("งานยาว", lambda _progress: may_end.wait(60), lambda _ended: None)
    window.files.open(path)
    before = len(window.tabs.loaded)
    qtbot.wait(3 * LOAD_NEXT_MS)
    assert len(window.tabs.loaded) == before < len(SIGNS)
    may_end.set()
    qtbot.waitUntil(lambda: len(window.tabs.loaded) == len(SIGNS), timeout=30_000)
