"""Forms go out to the divisions and come back through the import window."""

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ita_desktop.actions.division_forms import deliver_forms
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import FollowUpState
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.division_form import asked_of
from ita_desktop.ui.import_wizard.window import ImportWindow
from ita_desktop.ui.tabs.followups.forms_dialog import FormsDialog

SLOWLY = 20_000


@pytest.fixture
def dialog(filled):
    filled.tabs.go_to(3)
    filled.pages[3]._forms_button.click()
    return filled.findChild(FormsDialog)


def bring_in(window, qtbot):
    """Through the pages of the import window, from what was read to what was done."""
    main = window.foot.main
    qtbot.waitUntil(lambda: main.isEnabled() and main.isVisible(), timeout=SLOWLY)
    main.click()
    qtbot.waitUntil(lambda: window.rehearsal.summary is not None and main.isEnabled(), timeout=SLOWLY)
    main.click()
    main.click()


def tick(dialog, *owners):
    for row in range(dialog.owners.count()):
        item = dialog.owners.item(row)
        wanted = item.text().partition(" · ")[0] in owners
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def test_only_divisions_with_something_to_report_are_listed_and_files_are_counted(dialog, filled):
    year = filled.session.year
    listed = [dialog.owners.item(row).text() for row in range(dialog.owners.count())]
    assert f"กองคลัง · {len(asked_of(year, 'กองคลัง', year.rounds[0]))} มาตรการ" in listed
    assert not any(text.startswith("กองการศึกษา") for text in listed)
    assert dialog.go.text() == f"ส่งออก {len(listed)} ไฟล์"
    dialog.formats["pdf"].setChecked(True)
    assert dialog.go.text() == f"ส่งออก {2 * len(listed)} ไฟล์"
    tick(dialog)
    assert not dialog.go.isEnabled()


def test_a_form_goes_out_is_filled_in_and_comes_back_through_the_window(
    dialog, filled, heard, qtbot, tmp_path, monkeypatch
):
    folder = tmp_path / "แบบ"
    folder.mkdir()
    before = filled.session.year
    dialog.round.set_value("r2")
    dialog._list_owners()
    tick(dialog, "สำนักปลัดเทศบาล")
    heard.answers.append(folder)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(heard.told), timeout=SLOWLY)
    (path,) = folder.iterdir()
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [str(cell.value) for cell in page[4]]
    row = next(row for row in range(5, 12) if str(page.cell(row, len(heads)).value) == "m6/r2")
    page.cell(row, 1 + heads.index("สถานะ"), "แล้วเสร็จ")
    page.cell(row, 1 + heads.index("ผลการดำเนินการ"), "เผยแพร่ครบ")
    book.save(path)

    filled.pages[3]._forms_button.click()
    again = next(each for each in filled.findChildren(FormsDialog) if each.isVisible())
    again.back.click()
    window = next(each for each in filled.findChildren(ImportWindow) if each.isVisible())
    window.read_file(path)
    bring_in(window, qtbot)
    report = next(one for one in filled.session.year.followups if one.id == "m6/r2")
    assert (report.state, report.result) == (FollowUpState.DONE, "เผยแพร่ครบ")
    filled.undo()
    assert filled.session.year == before


def test_the_forms_can_be_looked_at_and_printed(dialog, filled):
    dialog.paper.click()
    QApplication.processEvents()
    papers = filled.doors.paper_door.window
    assert papers.paper == "forms"
    papers.close()


def test_the_folder_is_opened_where_somebody_wants_to_see_it(dialog, filled, heard, qtbot, tmp_path, monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: urls.append(url.toLocalFile()) or True))
    monkeypatch.setattr(heard, "tell", lambda *_words, **_more: True)
    tick(dialog, "กองคลัง")
    heard.answers.append(tmp_path)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(urls), timeout=SLOWLY)
    assert urls == [str(tmp_path)]


def test_without_rounds_there_is_no_form(new):
    new.tabs.go_to(3)
    assert not new.pages[3]._forms_button.isVisible()
    new.go_to(Place("division-forms"))
    assert new.findChild(FormsDialog) is None


def test_the_forms_of_all_divisions_are_dropped_at_once_and_are_one_step(filled, heard, qtbot, tmp_path):
    year = filled.session.year
    options = PaperOptions(today=filled.session.today())
    owners = ["สำนักปลัดเทศบาล", "กองยุทธศาสตร์และงบประมาณ"]
    paths = deliver_forms(year, year.rounds[1], owners, ["xlsx"], tmp_path / "คืน", options, fonts=tmp_path)
    for path, id in zip(paths, ("m6/r2", "m3/r2"), strict=True):
        book = openpyxl.load_workbook(path)
        page = book.worksheets[0]
        heads = [str(cell.value) for cell in page[4]]
        row = next(row for row in range(5, 12) if str(page.cell(row, len(heads)).value) == id)
        page.cell(row, 1 + heads.index("ผลการดำเนินการ"), f"ผลของ {id}")
        book.save(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(filled, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(filled, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: bool(shown(filled, ImportWindow)), timeout=SLOWLY)
    (window,) = shown(filled, ImportWindow)
    bring_in(window, qtbot)
    told = {report.id: report.result for report in filled.session.year.followups}
    assert (told["m6/r2"], told["m3/r2"]) == ("ผลของ m6/r2", "ผลของ m3/r2")
    filled.undo()
    assert filled.session.year == year


def shown(window, kind):
    return [each for each in window.findChildren(kind) if each.isVisible()]
