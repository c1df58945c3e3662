"""One officer's whole year through the window alone: from the first start to the year after, by the mouse, and again
by keys alone."""

from collections.abc import Callable

import pypdfium2
import pytest
from officer import SCORES, put_on_clipboard, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QWidget

from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui.papers.export_dialog import ExportDialog
from ita_desktop.ui.table import Table
from ita_desktop.ui.tabs.measures.effects_dialog import EffectsDialog
from ita_desktop.ui.year_dialogs import NextYearDialog

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NEXT_YEARS = ("95.68", "89.55", "92.80", "88.16", "89.27", "87.78", "87.07", "86.40", "100", "90.75")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "ส่งออก"
    folder.mkdir()
    return folder


def words_of(path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)


def exported(window, heard, qtbot, out, start: Callable[[ExportDialog], None]) -> None:
    """The memo as a file, read back."""
    papers = window.doors.paper_door.window
    qtbot.waitUntil(papers.isActiveWindow)
    qtbot.waitUntil(lambda: papers.preview.view.proof is not None, timeout=60_000)
    assert papers.paper == "memo"
    qtbot.keyClick(papers, Qt.Key.Key_E, CTRL)
    dialog = next(each for each in papers.findChildren(ExportDialog) if each.isVisible())
    heard.answers.append(out)
    start(dialog)
    qtbot.waitUntil(lambda: bool(list(out.glob("*.pdf"))) and bool(heard.told), timeout=60_000)
    (file,) = out.glob("*.pdf")
    assert "เทศบาลตำบลตัวอย่าง" in words_of(file)
    papers.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_by_the_mouse(window, heard, qtbot, out, tmp_path):
    def click(widget: QWidget) -> None:
        qtbot.mouseClick(widget, LEFT)
        QApplication.processEvents()

    def pick(field: QComboBox, value: object) -> None:
        """Opened, and one of its lines clicked."""
        click(field)
        listed = field.view()
        qtbot.waitUntil(listed.isVisible)
        qtbot.wait(QApplication.doubleClickInterval())  # a release sooner belongs to the click that opened it
        row = next(row for row in range(field.count()) if field.itemData(row) == value)
        place = listed.visualRect(listed.model().index(row, 0)).center()
        qtbot.mouseMove(listed.viewport(), place)
        qtbot.mouseClick(listed.viewport(), LEFT, pos=place)
        qtbot.waitUntil(lambda: field.currentData() == value)

    def press(name: str) -> None:
        page = window.tabs.current()
        click(next(b for b in page.findChildren(QToolButton) if b.accessibleName() == name and b.isVisible()))

    _, findings, measures, followups = window.pages

    type_in(window.start.office, "เทศบาลตำบลตัวอย่าง")
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    click(window.start.go)
    number = window.session.year.number

    put_on_clipboard("\n".join(SCORES))
    press("วางคะแนน")
    assert window.header.total.text() == "89.40"

    click(window.strip.buttons["findings"])
    assert window.tabs.current() is findings
    press("ร่างให้")
    assert window.session.year.findings

    click(window.strip.buttons["measures"])
    press("ร่างให้")
    known = window.session.year.measures
    assert known
    click(measures.ways.buttons["time"])
    assert measures.timeline.isVisible()
    first = measures.timeline.model().index(measures.timeline.model().first())
    qtbot.mouseClick(measures.timeline.viewport(), LEFT, pos=measures.timeline.visualRect(first).center())
    assert measures.form.isVisible()

    click(window.strip.buttons["papers"])

    def by_mouse(dialog: ExportDialog) -> None:
        pick(dialog.folder, None)
        click(dialog.verb)

    exported(window, heard, qtbot, out, by_mouse)

    click(window.strip.buttons["followup"])
    assert window.tabs.current() is followups
    pick(followups.report.form.field("state"), FollowUpState.DONE)
    click(followups.report.form.field("result").viewport())
    type_in(followups.report.form.field("result"), "ทำเสร็จแล้ว")

    click(window.strip.buttons["next"])
    dialog = window.findChild(NextYearDialog)
    click(dialog.begin)
    year = window.session.year
    assert year.number == number + 1
    (report,) = window.session.document.year(number).followups
    assert (report.state, report.result) == (FollowUpState.DONE, "ทำเสร็จแล้ว")
    assert len(year.measures) == len(known) - 1, "what is done stays behind"

    click(window.strip.buttons["scores"])
    put_on_clipboard("\n".join(NEXT_YEARS))
    press("วางคะแนน")
    assert "+" in window.header.change.text()
    window.doors.effects()
    dialog = window.findChild(EffectsDialog)
    assert dialog.links, "the measures of the year before stand beside this year's scores"
    dialog.reject()
    assert heard.errors == []


def test_by_keys_alone(window, heard, qtbot, out, tmp_path):
    def focused() -> QWidget:
        return QApplication.focusWidget()

    def key(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(focused(), key, keys)
        QApplication.processEvents()

    def tab_to(widget: QWidget) -> None:
        for _ in range(120):
            if focused() is widget or focused() is widget.focusProxy():
                return
            key(Qt.Key.Key_F6 if isinstance(focused(), Table) else Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {widget}")

    scores, _, measures, followups = window.pages

    tab_to(window.start.office)
    type_in(focused(), "เทศบาลตำบลตัวอย่าง")
    tab_to(window.start.go)
    heard.answers.append(tmp_path / "สมุดงาน.ita")
    key(Qt.Key.Key_Space)
    number = window.session.year.number

    qtbot.waitUntil(scores.table.hasFocus)
    put_on_clipboard("\n".join(SCORES))
    key(Qt.Key.Key_V, CTRL)
    assert window.header.total.text() == "89.40"

    key(Qt.Key.Key_2, CTRL)
    key(Qt.Key.Key_R, CTRL)
    assert window.session.year.findings
    key(Qt.Key.Key_3, CTRL)
    key(Qt.Key.Key_R, CTRL)
    known = window.session.year.measures
    assert known
    key(Qt.Key.Key_3, ALT)
    qtbot.waitUntil(measures.timeline.hasFocus)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert measures.form.isVisible()

    key(Qt.Key.Key_E, CTRL)

    def by_keys(dialog: ExportDialog) -> None:
        qtbot.waitUntil(dialog.isActiveWindow)
        tab_to(dialog.folder)
        key(Qt.Key.Key_End)
        assert dialog.folder.value() is None, "the last of the places is another folder"
        tab_to(dialog.verb)
        key(Qt.Key.Key_Space)

    exported(window, heard, qtbot, out, by_keys)

    key(Qt.Key.Key_4, CTRL)
    tab_to(followups.report.form.field("state"))
    key(Qt.Key.Key_Down)
    tab_to(followups.report.form.field("result"))
    type_in(focused(), "เริ่มแล้ว")
    tab_to(window.strip.buttons["next"])
    key(Qt.Key.Key_Space)
    dialog = window.findChild(NextYearDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    key(Qt.Key.Key_Return)
    year = window.session.year
    assert year.number == number + 1
    (report,) = window.session.document.year(number).followups
    assert (report.state, report.result) == (FollowUpState.IN_PROGRESS, "เริ่มแล้ว")
    assert len(year.measures) == len(known)

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    key(Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(scores.table.hasFocus)
    put_on_clipboard("\n".join(NEXT_YEARS))
    key(Qt.Key.Key_V, CTRL)
    assert "+" in window.header.change.text()
    for _ in range(2):
        key(Qt.Key.Key_Z, CTRL)
    assert window.session.year.number == number, "undone back to the year before"
    assert heard.errors == []
