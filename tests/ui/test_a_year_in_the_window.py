"""One officer's whole year through the window alone: from the first start to the year after, by the mouse, and again
by keys alone. What the window shows is read; nothing of the program is called.

Only what belongs to the system is lent: the clipboard, its dialogs for files, and closing a window at its edge.
"""

from collections.abc import Callable

import pypdfium2
import pytest
from hands import ALT, CTRL, button, choose_from, click, click_row, pick, press, tab_to, write
from officer import SCORES, put_on_clipboard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui.papers.export_dialog import ExportDialog
from ita_desktop.ui.tabs.measures.effects_dialog import EffectsDialog
from ita_desktop.ui.year_dialogs import NextYearDialog

NEXT_YEARS = ("95.68", "89.55", "92.80", "88.16", "89.27", "87.78", "87.07", "86.40", "100", "90.75")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "ส่งออก"
    folder.mkdir()
    return folder


def words_of(path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)


def opened(window, kind, qtbot):
    """The dialog over a window, once it can be used."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def back_to(window, qtbot):
    """What the system does when the window over it is gone."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def memo_read_back(window, heard, qtbot, out, export: Callable) -> None:
    """Exported from the window of papers, which opens at the memo."""
    papers = window.doors.paper_door.window
    qtbot.waitUntil(papers.isActiveWindow)
    qtbot.waitUntil(lambda: papers.preview.view.proof is not None, timeout=60_000)
    assert papers.paper == "memo"
    heard.answers.append(out)
    export(papers)
    qtbot.waitUntil(lambda: bool(list(out.glob("*.pdf"))) and bool(heard.told), timeout=60_000)
    (file,) = out.glob("*.pdf")
    assert "เทศบาลตำบลตัวอย่าง" in words_of(file)
    papers.close()
    back_to(window, qtbot)


def test_by_the_mouse(window, heard, qtbot, out, tmp_path):
    _, findings, measures, followups = window.pages

    click(window.start.office)
    write("เทศบาลตำบลตัวอย่าง")
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    click(window.start.go)
    number = window.session.year.number

    put_on_clipboard("\n".join(SCORES))
    click(button(window.tabs.current(), "วางคะแนน"))
    assert window.header.total.text() == "89.40"

    click(window.strip.buttons["findings"])
    assert window.tabs.current() is findings
    click(button(window.tabs.current(), "ร่างให้"))
    assert window.session.year.findings

    click(window.strip.buttons["measures"])
    click(button(window.tabs.current(), "ร่างให้"))
    known = window.session.year.measures
    assert known
    click(measures.ways.buttons["time"])
    assert measures.timeline.isVisible()
    click_row(measures.timeline, measures.timeline.model().first())
    assert measures.form.isVisible()

    click(window.strip.buttons["papers"])

    def export(papers) -> None:
        click(papers.foot.export_button)
        dialog = opened(papers, ExportDialog, qtbot)
        pick(dialog.folder, None)
        click(dialog.verb)

    memo_read_back(window, heard, qtbot, out, export)

    click(window.strip.buttons["followup"])
    assert window.tabs.current() is followups
    pick(followups.report.form.field("state"), FollowUpState.DONE)
    click(followups.report.form.field("result"))
    write("ทำเสร็จแล้ว")

    click(window.strip.buttons["next"])
    click(opened(window, NextYearDialog, qtbot).begin)
    back_to(window, qtbot)
    year = window.session.year
    assert year.number == number + 1
    (report,) = window.session.document.year(number).followups
    assert (report.state, report.result) == (FollowUpState.DONE, "ทำเสร็จแล้ว")
    assert len(year.measures) == len(known) - 1, "what is done stays behind"

    click(window.strip.buttons["scores"])
    put_on_clipboard("\n".join(NEXT_YEARS))
    click(button(window.tabs.current(), "วางคะแนน"))
    assert "+" in window.header.change.text()
    choose_from(window.menuBar(), "เครื่องมือ", "มาตรการปีก่อนได้ผลหรือไม่")
    effects = opened(window, EffectsDialog, qtbot)
    assert effects.links, "the measures of the year before stand beside this year's scores"
    click(button(effects, "เสร็จแล้ว"))
    assert heard.errors == []


def test_by_keys_alone(window, heard, qtbot, out, tmp_path):
    scores, _, measures, followups = window.pages

    tab_to(window.start.office)
    write("เทศบาลตำบลตัวอย่าง")
    tab_to(window.start.go)
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(scores.table.hasFocus)
    number = window.session.year.number

    put_on_clipboard("\n".join(SCORES))
    press(Qt.Key.Key_V, CTRL)
    assert window.header.total.text() == "89.40"

    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_R, CTRL)
    assert window.session.year.findings
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_R, CTRL)
    known = window.session.year.measures
    assert known
    press(Qt.Key.Key_3, ALT)
    qtbot.waitUntil(measures.timeline.hasFocus)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert measures.form.isVisible()

    press(Qt.Key.Key_E, CTRL)

    def export(papers) -> None:
        press(Qt.Key.Key_E, CTRL)
        dialog = opened(papers, ExportDialog, qtbot)
        tab_to(dialog.folder)
        press(Qt.Key.Key_End)
        assert dialog.folder.value() is None, "the last of the places is another folder"
        tab_to(dialog.verb)
        press(Qt.Key.Key_Space)

    memo_read_back(window, heard, qtbot, out, export)

    press(Qt.Key.Key_4, CTRL)
    tab_to(followups.report.form.field("state"))
    press(Qt.Key.Key_Down)
    tab_to(followups.report.form.field("result"))
    write("เริ่มแล้ว")
    tab_to(window.strip.buttons["next"])
    press(Qt.Key.Key_Space)
    opened(window, NextYearDialog, qtbot)
    press(Qt.Key.Key_Return)
    back_to(window, qtbot)
    year = window.session.year
    assert year.number == number + 1
    (report,) = window.session.document.year(number).followups
    assert (report.state, report.result) == (FollowUpState.IN_PROGRESS, "เริ่มแล้ว")
    assert len(year.measures) == len(known)

    press(Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(scores.table.hasFocus)
    put_on_clipboard("\n".join(NEXT_YEARS))
    press(Qt.Key.Key_V, CTRL)
    assert "+" in window.header.change.text()

    press(Qt.Key.Key_T, ALT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(Qt.Key.Key_E)
    effects = opened(window, EffectsDialog, qtbot)
    assert effects.links, "the measures of the year before stand beside this year's scores"
    press(Qt.Key.Key_Escape)
    back_to(window, qtbot)

    for _ in range(2):
        press(Qt.Key.Key_Z, CTRL)
    assert window.session.year.number == number, "undone back to the year before"
    assert heard.errors == []
