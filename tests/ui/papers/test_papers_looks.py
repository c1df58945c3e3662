"""The papers window on an office's small screen: nothing cut off, nothing over something else, everything named."""

from dataclasses import replace

import pytest
from laid_out import LONG, SIZES, name, shown, troubles
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollBar

from ita_desktop.actions.memo import change_memo
from ita_desktop.actions.office import change_office
from ita_desktop.domain.problems import Place, Problem, Severity
from ita_desktop.papers.registry import PAPERS
from ita_desktop.ui.papers.export_dialog import ExportDialog
from ita_desktop.ui.theme import Choice

PROBLEMS = (
    Problem("a", Severity.ERROR, Place("memo", None, "subject"), LONG, quote=LONG, expected=LONG),
    Problem("b", Severity.WARNING, Place("memo", None, "to"), "ข้อควรตรวจ"),
    Problem("c", Severity.HINT, Place("office"), "ข้อแนะนำ"),
)


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def zoomed(request, theme):
    theme.set_zoom(request.param)
    yield request.param
    theme.set_zoom(1.0)


@pytest.fixture
def long_words(zoomed, papers, outside, renewed):
    """Names and texts as long as real ones, and errors in them."""
    outside.problems += PROBLEMS
    session = papers.session
    memo = session.year.memo
    parts = (replace(memo.parts[0], heading=LONG, text=f"{LONG} " * 8), *memo.parts[1:])
    signatures = (replace(memo.signatures[0], name=LONG, position=LONG), *memo.signatures[1:])
    with renewed():
        session.run(change_memo, 2568, replace(memo, subject=LONG, parts=parts, signatures=signatures), "ทุกอย่าง")
    with renewed():
        session.run(change_office, replace(session.document.office, name="องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ"))
    return papers


@pytest.mark.parametrize("paper", ["memo", "report", "order", "agenda", "calendar", "measures"])
def test_every_paper_fits_with_all_its_panels(long_words, zoomed, renewed, paper):
    if paper != "memo":
        with renewed():
            long_words.show_paper(paper)
    found = {}
    for size in SIZES if zoomed == 1 else SIZES[:1]:
        long_words.resize(*size)
        for panel in range(3):
            long_words.side.setCurrentIndex(panel)
            found[size, panel] = troubles(long_words)
    assert {where: what for where, what in found.items() if what} == {}


def test_open_cards_problems_and_the_search_fit(long_words, zoomed, qtbot):
    for size in SIZES if zoomed == 1 else SIZES[:1]:
        long_words.resize(*size)
        long_words.foot.count.button.setChecked(True)
        long_words.preview.finder.open_bar()
        long_words.side.lacks.head.setChecked(True)
        for key in ("part0", "signature1"):
            long_words.side.editor.go_to(key)
            qtbot.waitUntil(lambda: troubles(long_words) == [])


def test_the_export_dialog_fits_with_all_that_is_wrong(long_words, zoomed, outside):
    outside.problems += [replace(PROBLEMS[0], message=f"{LONG} {number}") for number in range(30)]
    long_words.export()
    dialog = long_words.findChild(ExportDialog)
    assert troubles(dialog) == []
    assert dialog.minimumSizeHint().width() <= 900
    if zoomed == 1:
        assert dialog.minimumSizeHint().height() <= 480
    dialog.reject()


def test_the_window_fits_the_smallest_screen(papers):
    assert papers.minimumSizeHint().width() <= 900
    assert papers.minimumSizeHint().height() <= 480


@pytest.mark.parametrize("paper", PAPERS)
def test_every_control_says_its_name(papers, renewed, paper):
    if paper != "memo":
        with renewed():
            papers.show_paper(paper)
    nameless = []
    for panel in range(3):
        papers.side.setCurrentIndex(panel)
        for widget in shown(papers):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollBar):
                named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                if not named and not isinstance(widget.parent(), QComboBox):
                    nameless.append(f"{type(widget).__name__} in {name(widget.parent())}")
    assert nameless == []


def test_tab_goes_through_list_pages_texts_and_foot(papers, qtbot):
    from PySide6.QtWidgets import QApplication

    papers.list.setFocus()
    seen = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    editor = papers.side.editor
    assert {
        papers.list,
        papers.preview.view,
        papers.preview.number,
        editor.head.field("subject"),
        editor.parts.cards()[0].head,
        editor.signatures.more,
        papers.foot.print_button,
        papers.foot.export_button,
    } <= set(seen)


def test_light_and_dark_change_while_the_window_is_open(papers, theme, renewed):
    try:
        for choice in (Choice.DARK, Choice.LIGHT):
            theme.choose(choice)
            ground = papers.grab().toImage().pixelColor(4, papers.height() - 100)
            assert (ground.lightness() < 100) is (choice is Choice.DARK)
    finally:
        theme.choose(Choice.SYSTEM)
