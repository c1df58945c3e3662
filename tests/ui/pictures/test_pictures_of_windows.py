"""Every window over the main one, on each of its pages and with nothing, something and something wrong in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import docx
from laid_out import LONG
from officer import SCORES, put_on_clipboard
from PySide6.QtWidgets import QApplication, QDialog
from test_drafting import finding_of
from test_import_window import sheet, ten

from ita_desktop.actions import own_phrases
from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.scores import set_scores
from ita_desktop.delivery.drives import Drive
from ita_desktop.domain.problems import Place
from ita_desktop.storage.backups import Why
from ita_desktop.ui.crash_dialog import CrashDialog, Mistake, look_at

SLOWLY = 60_000


def dialog_over(window) -> QDialog:
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def look_at_each_tab(gallery, name, window) -> None:
    for page in range(window.tabs.count()):
        window.tabs.setCurrentIndex(page)
        QApplication.processEvents()
        gallery.look(f"{name}-{page}", window)


def test_the_import_on_each_of_its_pages(small, new, gallery, tmp_path, qtbot):
    wizard = new.importing.open()
    gallery.look("import-source", wizard)
    wizard.read_file(sheet(tmp_path / "คะแนน.xlsx", *ten((4, "เก้าสิบ"), (5, 120), (7, "-"))))
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.checking, timeout=SLOWLY)
    gallery.look("import-checking-wrong", wizard)
    wizard.read_file(sheet(tmp_path / "คะแนนใหม่.xlsx", *ten((0, 70.5))))
    qtbot.waitUntil(lambda: wizard.foot.main.isEnabled() and not wizard.busy, timeout=SLOWLY)
    gallery.look("import-checking", wizard)
    wizard.foot.main.click()
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.rehearsal, timeout=SLOWLY)
    qtbot.waitUntil(lambda: not wizard.busy, timeout=SLOWLY)
    gallery.look("import-rehearsal", wizard)
    wizard.foot.main.click()
    gallery.look("import-done", wizard)
    wizard.reject()


def test_scores_that_are_already_there_are_asked_about(small, filled, gallery, tmp_path, qtbot):
    wizard = filled.importing.open()
    wizard.read_file(sheet(tmp_path / "ก.xlsx", *ten(), title="ผลคะแนน ITA ปีงบประมาณ 2568"))
    qtbot.waitUntil(lambda: wizard.foot.main.isEnabled() and not wizard.busy, timeout=SLOWLY)
    wizard.foot.main.click()
    qtbot.waitUntil(lambda: wizard.pages.currentWidget() is wizard.rehearsal, timeout=SLOWLY)
    qtbot.waitUntil(lambda: not wizard.busy, timeout=SLOWLY)
    gallery.look("import-question", wizard)
    wizard.reject()


def test_backups_and_what_is_in_one(small, long_words, gallery, qtbot):
    long_words.keeping.backups()
    window = dialog_over(long_words)
    qtbot.waitUntil(lambda: not window.busy, timeout=SLOWLY)
    gallery.look("backups-none", window)
    window.reject()
    long_words.files.backups.before(Why.OPENED)
    year = long_words.session.year
    with long_words.session.document.change("ลบ") as change:
        change.delete(year.number, year.measures[0])
    long_words.keeping.backups()
    window = dialog_over(long_words)
    qtbot.waitUntil(lambda: not window.busy, timeout=SLOWLY)
    window.list.go_to(window.list.listed[0].path)
    qtbot.waitUntil(lambda: not window.busy, timeout=SLOWLY)
    gallery.look("backups", window)
    window.compared.table.choose(window.compared.table.model().index(0, 0))
    gallery.look("backups-beside", window)
    window.reject()


def test_a_damaged_workbook(small, long_words, gallery, qtbot):
    path = long_words.session.path
    long_words.files.backups.before(Why.OPENED)
    long_words.files.close()
    content = bytearray(path.read_bytes())
    content[content.index(LONG.encode())] ^= 1
    path.write_bytes(content)
    long_words.files.open(path)
    dialog = dialog_over(long_words)
    qtbot.waitUntil(lambda: dialog._left == 0, timeout=SLOWLY)
    gallery.look("damaged", dialog)
    dialog.reject()


def test_a_mistake_of_ours(small, filled, gallery, tmp_path):
    mistake = Mistake("ZeroDivisionError", "…", tmp_path / "ita-desktop.log")
    dialog = CrashDialog(mistake, look_at(filled.session.document), filled)
    dialog.show()
    gallery.look("crash", dialog)
    dialog.reject()


def test_a_stick_at_each_stage(small, long_words, gallery, qtbot, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    found: list[Drive] = []
    long_words.sticks.drives = lambda: tuple(found)
    long_words.sticks.send()
    dialog = dialog_over(long_words)
    gallery.look("stick-no-drive", dialog)
    dialog.reject()
    found.append(Drive(folder, "แฟลชไดรฟ์ของสำนักปลัดเทศบาล (E:)", 3 * 2**30))
    long_words.sticks.send()
    dialog = dialog_over(long_words)
    gallery.look("stick-choice", dialog)
    dialog.choice.password.wanted.setChecked(True)
    dialog.choice.go.click()
    gallery.look("stick-password-refused", dialog)
    dialog.choice.password.wanted.setChecked(False)
    dialog.busy.begin(f"กำลังคัดลอก {LONG[:50]}.pdf", can_stop=True)
    dialog.pages.setCurrentWidget(dialog.busy)
    gallery.look("stick-busy", dialog)
    dialog.pages.setCurrentWidget(dialog.choice)
    dialog.choice.go.click()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.arrived, timeout=SLOWLY)
    gallery.look("stick-arrived", dialog)
    dialog.arrived.show_gone("ถอดได้แล้ว")
    gallery.look("stick-gone", dialog)
    dialog.reject()
    long_words.sticks.check()
    dialog = dialog_over(long_words)
    gallery.look("stick-check", dialog)
    next(folder.rglob("*.pdf")).write_bytes(b"%PDF changed")
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.table.model().records()), timeout=SLOWLY)
    gallery.look("stick-check-found", dialog)
    dialog.reject()


def test_scores_looked_at_in_three_ways(small, filled, gallery):
    filled.doors.standing()
    window = dialog_over(filled)
    look_at_each_tab(gallery, "standing", window)
    rows = "\n".join(f"เทศบาลตำบลที่ {n} ซึ่งมีชื่อยาวมากกว่าปกติ\tจังหวัดตัวอย่าง\t{80 + n / 2:.2f}" for n in range(1, 30))
    put_on_clipboard(f"หน่วยงาน\tจังหวัด\tคะแนนรวม\n{rows}")
    window.others.paste()
    gallery.look("standing-others", window)
    window.close()


def test_a_paper_from_outside(small, filled, gallery, heard, qtbot, tmp_path):
    filled.doors.proof()
    window = dialog_over(filled)
    gallery.look("proof-empty", window)
    paper = docx.Document()
    for line in ("ได้คะแนนรวม 88.98 คะแนน อยู่ในระดับผ่านดี", "ตัวชี้วัดที่ 8 ได้ 93.17 คะแนน", LONG * 3):
        paper.add_paragraph(line)
    paper.save(tmp_path / "รายงาน.docx")
    heard.answers.append(tmp_path / "รายงาน.docx")
    window.choose()
    qtbot.waitUntil(lambda: window.name.text() == "รายงาน.docx", timeout=SLOWLY)
    gallery.look("proof", window)
    window.close()


def test_phrases_of_the_office(small, filled, gallery):
    filled.doors.phrases()
    window = dialog_over(filled)
    gallery.look("phrases-none", window)
    window.close()
    session, year = filled.session, filled.session.year
    told = replace(next(one for one in year.findings if one.indicator == 8), advice=LONG)
    session.run(change_finding, year.number, told, "ข้อเสนอแนะ")
    session.run(own_phrases.keep_advice, year.number, told)
    session.run(own_phrases.keep_measure, year.number, year.measures[0])
    filled.doors.phrases()
    window = dialog_over(filled)
    window.table.choose(window.model.index(0, 0))
    gallery.look("phrases", window)
    window.close()


def test_the_rules_of_a_year(small, filled, gallery):
    filled.doors.frameworks()
    window = dialog_over(filled)
    look_at_each_tab(gallery, "rules", window)
    window.close()


def test_forms_for_the_divisions_and_files_of_evidence(small, long_words, gallery):
    for name in ("division_forms", "evidence"):
        getattr(long_words.doors, name)()
        window = dialog_over(long_words)
        gallery.look(name, window)
        window.close()


def test_each_page_of_the_help(small, filled, gallery):
    filled.doors.help()
    window = dialog_over(filled)
    for row in range(window.list.count()):
        window.list.setCurrentRow(row)
        gallery.look(f"help-{row}", window)
    window.line.setText("ไม่มีคำนี้")
    gallery.look("help-nothing", window)
    window.close()


def test_a_list_without_history(small, filled, gallery):
    filled.tabs.go_to(2)
    filled.pages[2].show_history()
    window = dialog_over(filled)
    gallery.look("history-none", window)
    window.close()


def test_drafts_and_other_wordings(small, new, gallery):
    put_on_clipboard("\n".join(SCORES))
    new.pages[0].paste_from_the_top()
    new.tabs.go_to(1)
    tab = new.pages[1]
    tab.draft()
    tab.show_place(Place("finding", finding_of(new, 8).id))
    gallery.look("draft", new)
    tab.drafts.others.click()
    window = dialog_over(new)
    gallery.look("draft-wordings", window)
    window.close()
    new.session.run(set_scores, new.session.year.number, indicators={8: Decimal("70.00")})
    gallery.look("draft-stale", new)
    tab.drafts.again.click()
    window = dialog_over(new)
    gallery.look("draft-compare", window)
    window.close()
