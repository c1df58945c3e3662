"""Three questions about the scores, answered in a window: what if, since when, among whom."""

from __future__ import annotations

from decimal import Decimal
from threading import Event

import pytest
from officer import put_on_clipboard
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from ita_desktop.actions import published
from ita_desktop.actions.scores import set_scores
from ita_desktop.domain.standing import TOTAL
from ita_desktop.domain.what_if import what_if
from ita_desktop.ui.standing.target_rows import Target
from ita_desktop.ui.standing.window import StandingWindow

TABLE = "\n".join(
    "\t".join(row)
    for row in (
        ("หน่วยงาน", "จังหวัด", "คะแนนรวม", "IIT", "EIT", "OIT"),
        ("เทศบาลตำบลหนึ่ง", "จังหวัดตัวอย่าง", "95.00", "96", "95", "94"),
        ("เทศบาลตำบลสอง", "จ.ตัวอย่าง", "80.00", "81", "82", "78"),
        ("อบต.สาม", "จังหวัดอื่น", "90.00", "", "", ""),
    )
)


@pytest.fixture
def analysis(filled):
    filled.doors.standing()
    window = filled.findChild(StandingWindow)
    yield window
    if isValid(window):
        window.close()


def type_target(qtbot, page, target, text):
    field = page.rows.field(target)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_with_every_letter_of_a_target_the_total_and_the_level_are_those_of_it(analysis, filled, qtbot):
    year, page = filled.session.year, analysis.target
    assert page.total.text() == "88.98"
    type_target(qtbot, page, Target(indicator=10), "9")
    assert page.supposed.total == what_if(year, indicators={10: Decimal(9)}).total
    qtbot.keyClicks(page.rows.field(Target(indicator=10)), "5")
    assert page.total.text() == str(what_if(year, indicators={10: Decimal(95)}).total) != "88.98"
    assert "OIT 85.25 → 92.75" in page.tools.said()
    assert filled.session.year is year, "nothing on record has changed"


def test_an_item_moves_its_indicator_where_that_follows_from_its_items(analysis, filled, qtbot):
    page = analysis.target
    type_target(qtbot, page, Target(item="i10"), "100")
    supposed = what_if(filled.session.year, items={"i10": Decimal(100)})
    assert page.rows.field(Target(indicator=4)).placeholderText() == str(round(supposed.indicator(4).score, 2))
    type_target(qtbot, page, Target(item="o27"), "100")
    assert page.supposed.indicator(10).score == 100, "all others are full already"


def test_what_is_no_score_is_marked_and_counts_as_nothing(analysis, qtbot):
    page = analysis.target
    type_target(qtbot, page, Target(indicator=8), "120")
    assert page.total.text() == "88.98"
    assert page.rows.field(Target(indicator=8)).property("bad") == "true"
    assert page.rows.field(Target(indicator=8)).toolTip() == "“120” ไม่ใช่คะแนน คะแนนอยู่ระหว่าง 0 ถึง 100"


def test_the_advice_fills_in_the_fewest_targets_and_reaches_the_level(analysis):
    page = analysis.target
    page.follow.click()
    assert page.badge.text() == "ผ่านดีเยี่ยม"
    page.clear.click()
    assert page.badge.text() == "ผ่านดี"
    assert page.total.text() == "88.98"


def test_targets_stay_when_a_score_on_record_changes(analysis, filled, qtbot):
    page = analysis.target
    type_target(qtbot, page, Target(indicator=10), "95")
    filled.session.run(set_scores, 2568, indicators={1: Decimal("90.00")})
    assert page.rows.field(Target(indicator=10)).text() == "95"
    assert page.supposed.total == what_if(filled.session.year, indicators={10: Decimal(95)}).total


def test_every_year_of_the_workbook_is_a_column_and_chosen_lines_are_drawn(analysis):
    page = analysis.trend
    analysis.tabs.setCurrentWidget(page)
    shown = {line.id: line.values for line in page.table.model().records()}
    assert list(shown)[:4] == ["total", "IIT", "EIT", "OIT"]
    assert [id for id in shown if id.isdecimal()] == [str(number) for number in range(1, 11)]
    assert shown["total"] == (Decimal("86.30"), Decimal("90.90"), Decimal("88.98"))
    assert [series.name for series in page.view._chart.series] == ["คะแนนรวม", "IIT", "EIT", "OIT"]
    page.choose(["10"])
    (line,) = page.view._chart.series
    assert line.values == (83.75, 90.0, 80.0)
    page.view.copy_picture()
    assert QGuiApplication.clipboard().image().width() > 1000


def test_what_stays_weak_is_told_with_its_years_and_items_stand_under_their_indicator(analysis):
    model = analysis.trend.table.model()
    last = model.columnCount() - 1
    told = {line.id: model.index(row, last) for row, line in enumerate(model.records()) if line.weak}
    assert list(told) == ["i10", "8", "e7", "e9"]
    assert told["8"].data() == "3 ปี"
    assert told["8"].data(Qt.ItemDataRole.ToolTipRole) == "ต่ำกว่า 85 ต่อเนื่อง 3 ปี (2566–2568)"
    item = next(line for line in model.records() if line.id == "i10")
    assert item.values == (Decimal("76.90"), Decimal("84.36"), Decimal("83.12"))


@pytest.fixture
def compared(analysis, filled, qtbot):
    analysis.tabs.setCurrentWidget(analysis.others)
    put_on_clipboard(TABLE)
    with qtbot.waitSignal(filled.session.changed, timeout=20_000):
        analysis.others.paste_button.click()
    return analysis.others


def test_a_pasted_table_shows_where_we_stand(compared, filled):
    assert compared.place.text() == "อันดับ 3 จาก 4"
    assert "ในจังหวัด อันดับ 2 จาก 3" in compared.place_note.said()
    assert next(bar.label for bar in compared.view._chart.bars) == "เทศบาลตำบลตัวอย่าง"
    assert {bar.label: bar.value for bar in compared.view._chart.bars}["ค่ากลางของจังหวัด"] == 87.5
    assert "รับผลคะแนน 3 รายการ ปี 2568" in compared.said.said()
    assert filled.session.document.undo_label == "นำเข้าผลคะแนนของหน่วยงานอื่น"
    filled.undo()
    assert compared.empty.isVisibleTo(compared)


def test_a_table_that_is_read_while_the_window_is_closed_is_taken_all_the_same(analysis, filled, qtbot):
    gone = Event()
    filled.jobs.run("", lambda _progress: gone.wait(60), lambda _gone: None)  # reading waits its turn
    put_on_clipboard(TABLE)
    analysis.others.paste_button.click()
    with qtbot.waitSignal(analysis.destroyed):
        analysis.reject()
    gone.set()
    qtbot.waitUntil(lambda: published.published_results(filled.session.document).count(2568) > 0, timeout=60_000)


def test_a_tool_is_compared_as_well(compared):
    compared.yardstick.set_value("OIT")
    compared.yardstick.committed.emit("OIT")
    assert compared.place.text() == "อันดับ 2 จาก 3"
    assert compared.view._chart.title.startswith("ค่าเฉลี่ย OIT")


def test_where_we_stand_is_saved_as_a_paper(compared, heard, qtbot, tmp_path):
    for name in ("standing.pdf", "standing.docx"):
        heard.answers.append(tmp_path / name)
        compared.paper_button.click()
        qtbot.waitUntil((tmp_path / name).exists, timeout=20_000)
    assert (tmp_path / "standing.pdf").read_bytes().startswith(b"%PDF")
    assert not heard.errors


def test_an_office_is_typed_and_a_wrong_figure_corrected(compared, filled, qtbot):
    compared.table.add()
    from ita_desktop.ui.papers.name_dialog import NameDialog

    dialog = compared.window().findChild(NameDialog)
    dialog.name.setText("เทศบาลตำบลสี่")
    dialog.verb.click()
    table = compared.table.table
    assert table.current_record().office == "เทศบาลตำบลสี่"
    model = table.model()
    model.setData(table.currentIndex(), "99.50", Qt.ItemDataRole.EditRole)
    rows = published.published_results(filled.session.document).rows(2568)
    assert {row.office: row.total for row in rows}["เทศบาลตำบลสี่"] == Decimal("99.50")
    assert compared.place.text() == "อันดับ 4 จาก 5"
    compared.table.filter.setText("อื่น")
    assert [row.office for row in model.records()] == ["อบต.สาม"]


def test_a_line_taken_out_comes_back_by_undo(compared, filled):
    compared.table.table.go_to(("เทศบาลตำบลหนึ่ง", "ตัวอย่าง"))
    compared.table.delete()
    assert compared.place.text() == "อันดับ 2 จาก 3"
    filled.undo()
    assert compared.place.text() == "อันดับ 3 จาก 4"


def test_what_holds_no_offices_is_refused_and_nothing_is_taken(analysis, heard, qtbot, filled):
    put_on_clipboard("มาตรการ\tผู้รับผิดชอบ\nจัดทำคู่มือ\tกองคลัง")
    analysis.others.paste_button.click()
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=20_000)
    assert "ไม่พบผลคะแนน" in str(heard.errors.pop())
    put_on_clipboard(" ")
    analysis.others.paste_button.click()
    assert "วาง" in str(heard.errors.pop())
    assert published.published_results(filled.session.document).years() == ()


def test_the_table_of_another_year_says_so(compared, filled):
    filled.session.choose_year(2567)
    compared.show_year(filled.session.year)
    assert "เป็นของปี 2568" in compared.empty._sentence.said()
    assert TOTAL not in published.published_results(filled.session.document).yardsticks(2567)
