"""Papers beside their texts: what is written is on the page, and what is on the page can be found and written."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from officer import type_in
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.problems import Place
from ita_desktop.papers.registry import PAPERS
from ita_desktop.storage.document import Document
from ita_desktop.ui.papers.sheets import Fit
from ita_desktop.ui.papers.window import PapersWindow, Surroundings

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_memo_lies_there_with_its_texts(papers, text_of):
    assert papers.paper == "memo"
    assert "บันทึกข้อความ" in text_of()
    assert papers.preview.view.page_count == 2
    assert papers.side.editor.head.value("number") == papers.session.year.memo.number


@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_paper_can_be_looked_at(papers, renewed, text_of, paper):
    if paper != "memo":
        with renewed():
            papers.show_paper(paper)
    assert papers.preview.view.proof.made.paper == paper
    assert text_of()


def test_the_list_says_what_a_paper_still_lacks(papers):
    assert any("ตรา" in line for line in papers.list.lacks_of("memo"))
    papers.side.lacks.head.click()
    assert "ตรา" in papers.side.lacks._lines.said()


def test_words_are_on_the_page_while_they_are_typed_and_in_the_workbook_once_left(papers, renewed, text_of, qtbot):
    subject = papers.side.editor.head.field("subject")
    subject.setFocus()
    subject.selectAll()
    with renewed():
        type_in(subject, "เรื่องใหม่ของเรา")
    assert "เรื่องใหม่ของเรา" in text_of()
    assert papers.session.document.undo_label is None
    with renewed():
        qtbot.keyClick(subject, Qt.Key.Key_Tab)
    assert papers.session.year.memo.subject == "เรื่องใหม่ของเรา"
    assert papers.session.document.undo_label == "แก้เรื่องในบันทึกข้อความ"
    with renewed():
        qtbot.keyClick(papers, Qt.Key.Key_Z, CTRL)
    assert "เรื่องใหม่ของเรา" not in text_of()


def test_what_changes_in_a_tab_changes_on_the_page(papers, renewed, text_of):
    from dataclasses import replace

    from ita_desktop.actions.measures import change_measure

    with renewed():
        papers.show_paper("measures")
    measure = papers.session.year.measures[0]
    with renewed():
        papers.session.run(change_measure, 2568, replace(measure, title="มาตรการที่แก้ในแท็บ"), "ชื่อ")
    assert any("มาตรการที่แก้ในแท็บ" in text_of(page) for page in range(papers.preview.view.page_count))


def test_another_year_shows_its_own_papers(papers, renewed, text_of):
    with renewed():
        papers.session.choose_year(2567)
    assert "2567" in text_of()
    assert "2567" in papers.windowTitle()


def test_the_field_that_is_written_in_is_shown_on_its_page(papers, qtbot):
    papers.side.editor.go_to("signature2")
    view = papers.preview.view
    qtbot.waitUntil(lambda: view.marks.landing is not None)
    assert view.marks.landing.page == 1
    qtbot.waitUntil(lambda: view.page == 1)


def test_a_double_click_on_the_page_leads_to_the_field(papers, text_of, qtbot):
    text_of(0)
    view = papers.preview.view
    words = view.words()[0]
    span = words.first("ข้อเท็จจริง")
    place = QPointF(view.place_of(0, words.rects(*span)[0]).center())
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonDblClick,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)
    card = papers.side.editor.parts.cards()[1]
    qtbot.waitUntil(lambda: card.is_open)
    assert card.isAncestorOf(QApplication.focusWidget())


def test_a_place_of_the_review_leads_to_its_words(papers, renewed):
    part = papers.session.year.memo.parts[0].text
    papers.go_to(Place("memo", None, "parts[0].text", 4, 10))
    cursor = papers.side.editor.parts.cards()[0].form.field("text").text.textCursor()
    assert cursor.selectedText() == part[4:10]
    with renewed():
        papers.go_to(Place("order", None, "members[2].role"))
    assert papers.paper == "order"
    assert papers.side.editor.members.table.hasFocus() or papers.side.editor.members.isAncestorOf(
        QApplication.focusWidget()
    )


# Finding and copying


def find(papers, qtbot, words):
    qtbot.keyClick(papers, Qt.Key.Key_F, CTRL)
    type_in(papers.preview.finder.line, words)
    count = papers.preview.view.page_count
    qtbot.waitUntil(lambda: len(papers.preview.view.words()) == count)
    return papers.preview.finder


def test_words_are_found_on_all_pages_whatever_the_digits_and_the_line_ends(papers, renewed, qtbot):
    with renewed():
        papers.show_paper("report")
    finder = find(papers, qtbot, "ปีงบประมาณ พ.ศ. 2568")
    assert len(finder.hits()) > 3
    assert len({hit.page for hit in finder.hits()}) > 1
    assert finder.count.text() == f"1 จาก {len(finder.hits())}"
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.count.text() == f"2 จาก {len(finder.hits())}"
    qtbot.keyClick(finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.count.text() == f"{len(finder.hits())} จาก {len(finder.hits())}"
    assert papers.preview.view.page == finder.hits()[-1].page


def test_what_is_not_there_is_said_so_and_esc_leaves_the_search(papers, qtbot):
    finder = find(papers, qtbot, "ไม่มีคำนี้แน่นอน")
    assert finder.count.text() == "ไม่พบ"
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert papers.preview.view.hasFocus()


def test_marks_stay_where_they_are_when_the_paper_is_made_anew(papers, renewed, qtbot):
    finder = find(papers, qtbot, "เทศบาล")
    before = len(finder.hits())
    with renewed():
        papers.renew()
    qtbot.waitUntil(lambda: len(finder.hits()) == before)


def test_a_line_that_is_drawn_over_is_copied(papers, text_of, qtbot):
    text_of(0)
    view = papers.preview.view
    words = view.words()[0]
    start, end = words.first("เรื่องเดิม")
    line = words.rects(start, end)[0]
    first = view.place_of(0, QRectF(line.left() + 1, line.center().y(), 1, 1)).center()
    last = view.place_of(0, QRectF(line.right() - 1, line.center().y(), 1, 1)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(last),
        view.viewport().mapToGlobal(QPointF(last)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "เรื่องเดิม"


def test_a_whole_page_is_copied_with_its_lines(papers, text_of, qtbot):
    text_of(0)
    view = papers.preview.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert "บันทึกข้อความ" in lines
    assert "\r" not in QGuiApplication.clipboard().text()


# Pages and zoom


def test_zooming_by_keys_keeps_the_middle_of_the_page(papers, qtbot):
    view = papers.preview.view
    view.setFocus()
    assert view.zoom is Fit.WIDTH
    before = view.factor
    qtbot.keyClick(papers, Qt.Key.Key_Plus, CTRL)
    assert view.factor > before
    assert papers.preview.zoom.text().endswith("%")
    qtbot.keyClick(papers, Qt.Key.Key_0, CTRL)
    assert view.factor == pytest.approx(before)
    assert papers.preview.zoom.text() == "พอดีกว้าง"


def test_pages_can_be_gone_to_by_number_and_by_their_small_pictures(papers, renewed, qtbot):
    with renewed():
        papers.show_paper("report")
    qtbot.keyClick(papers, Qt.Key.Key_G, CTRL)
    number = papers.preview.number
    type_in(number, "5")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert papers.preview.view.page == 4
    assert papers.preview.pages.currentIndex().row() == 4
    papers.preview.pages.setFocus()
    qtbot.keyClick(papers.preview.pages, Qt.Key.Key_Down)
    assert papers.preview.view.page == 5


def test_only_pages_near_those_in_sight_are_kept_in_memory(papers, renewed, qtbot):
    with renewed():
        papers.show_paper("report")
    view = papers.preview.view
    for page in range(view.page_count):
        view.go_to_page(page)
    qtbot.waitUntil(lambda: all(view._is_fresh(page) for page in view.pages_in_sight()))
    assert len(view.pictures) <= len(view.pages_in_sight()) + 2


def test_a_paper_that_cannot_be_made_says_why(papers, qtbot, monkeypatch):
    from ita_desktop.domain.errors import WrongUsage
    from ita_desktop.ui.papers import proofs

    def fail(*_args, **_named):
        raise WrongUsage("ทำเอกสารไม่ได้", do="ลองใหม่")

    monkeypatch.setattr(proofs, "make_paper", fail)
    papers.renew()
    qtbot.waitUntil(papers.preview.trouble.isVisible)
    assert "ทำเอกสารไม่ได้" in papers.preview.trouble._sentence.said()
    monkeypatch.undo()
    papers.renew()
    qtbot.waitUntil(papers.preview.view.isVisible)


# By keyboard, and out


def test_f6_goes_round_the_window(papers, qtbot):
    papers.list.setFocus()
    qtbot.keyClick(papers, Qt.Key.Key_F6)
    assert papers.preview.view.hasFocus()
    qtbot.keyClick(papers, Qt.Key.Key_F6)
    assert papers.side.tabBar().hasFocus()
    qtbot.keyClick(papers, Qt.Key.Key_F6)
    assert papers.list.hasFocus()


def test_closing_the_main_window_takes_the_last_words_along(papers, session, owner):
    subject = papers.side.editor.head.field("subject")
    subject.setFocus()
    subject.selectAll()
    type_in(subject, "คำสุดท้าย")
    owner.close()
    assert session.year.memo.subject == "คำสุดท้าย"


def test_the_window_goes_with_its_workbook(papers, session, qtbot):
    session.use(None)
    qtbot.waitUntil(lambda: not shiboken6.isValid(papers))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_year_with_nothing_in_it_has_all_its_papers(papers, session, renewed, paper):
    """Every editor shows what is usual, and looking at it changes nothing."""
    from ita_desktop.actions.year import add_year

    session.run(add_year, 2570)
    with renewed():
        session.choose_year(2570)
    label = session.document.undo_label
    if paper != "memo":
        with renewed():
            papers.show_paper(paper)
    assert papers.list.lacks_of(paper)
    papers.flush()
    assert session.document.undo_label == label


def test_a_workbook_that_is_only_looked_at_can_be_printed_and_not_written(session, outside, owner, qtbot):
    root, path = Path(__file__).parents[3], session.path
    session.use(None)
    session.use(Document.open(path, frameworks=Frameworks(root / "resources" / "frameworks"), read_only=True))
    window = PapersWindow(
        session,
        Surroundings(root / "fonts", review=lambda _year: (), now=lambda: datetime(2025, 11, 20, 9, tzinfo=UTC)),
        owner,
    )
    with qtbot.waitSignal(window.renewed):
        window.show()
    assert not window.side.editor.isEnabled()
    assert not window.side.look.isEnabled()
    assert window.foot.print_button.isEnabled()


def test_tab_goes_through_pages_texts_and_the_foot_as_one_reads(papers, qtbot):
    """The texts come into the window after everything else."""
    papers.list.setFocus()
    seen = []
    while (here := QApplication.focusWidget()) not in seen:
        seen.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert here is papers.list
    side = [at for at, control in enumerate(seen) if papers.side.isAncestorOf(control)]
    foot = [at for at, control in enumerate(seen) if papers.foot.isAncestorOf(control)]
    assert seen.index(papers.preview.view) < side[0] < side[-1] < foot[0]
    assert len(side) > 5


def test_a_page_is_gone_to_in_thai_digits(papers, qtbot):
    papers.preview.number.setFocus()
    papers.preview.number.selectAll()
    type_in(papers.preview.number, "๒")
    qtbot.keyClick(papers.preview.number, Qt.Key.Key_Return)
    assert papers.preview.view.page == 1


def test_the_menu_of_the_pages_copies_one(papers, text_of):
    text_of()
    view = papers.preview.view
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    verbs = {action.text(): action for action in view.actions()}
    verbs["เลือกทั้งหน้า"].trigger()
    verbs["คัดลอก"].trigger()
    assert "บันทึกข้อความ" in QGuiApplication.clipboard().text()
