"""Nothing is cut off and nothing lies over something else, at any size an office's screen leaves us."""

import itertools

import pytest
import workbooks
from laid_out import SIZES, name, shown, troubles
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QPushButton,
    QScrollBar,
)

from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OIT, OWNERS
from ita_desktop.ui.widgets.labels import Wrapped, label


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def zoomed(request, theme):
    theme.set_zoom(request.param)
    yield request.param
    theme.set_zoom(1.0)


@pytest.fixture
def long_words(long_words, qtbot):
    """And the review has told of them."""
    with qtbot.waitSignal(long_words.reviewer.found):
        long_words.reviewer._begin()
    long_words.reviewer._clock.stop()
    return long_words


def test_every_tab_fits(long_words, zoomed, qtbot):
    sizes = SIZES if zoomed == 1 else SIZES[:1]  # letters at 150 % on a screen at 150 % have to scroll
    found = {}
    for size, page in itertools.product(sizes, long_words.pages):
        long_words.resize(*size)
        long_words.tabs.go_to_page(page)
        found[type(page).__name__, size] = troubles(long_words)
    assert {where: what for where, what in found.items() if what} == {}


def test_every_tab_fits_beside_the_review(long_words):
    long_words.header.review.setChecked(True)
    for page in long_words.pages:
        long_words.tabs.go_to_page(page)
        assert troubles(long_words) == [], type(page).__name__


WAYS = (BY_ROUND, BOARD, OWNERS, OIT)


def test_every_view_of_the_follow_up_fits(long_words, zoomed):
    tab = long_words.pages[3]
    long_words.tabs.go_to(3)
    found = {}
    for size, way in itertools.product(SIZES if zoomed == 1 else SIZES[:1], WAYS):
        long_words.resize(*size)
        tab.look_through(way)
        found[way, size] = troubles(long_words)
    assert {where: what for where, what in found.items() if what} == {}


def test_every_view_of_the_follow_up_fits_with_nothing_and_with_three_hundred_measures(new, places, tmp_path):
    many = workbooks.full_years(1)
    path = tmp_path / "มาก.ita"
    fill = lambda change: add_years(change, many)  # noqa: E731
    Document.create(path, many.office, frameworks=places.frameworks, fill=fill).close()
    for file in (None, path):
        if file is not None:
            new.files.open(file)
        new.tabs.go_to(3)
        for way in WAYS:
            new.pages[3].look_through(way)
            assert troubles(new) == [], (file, way)


def test_every_control_of_the_follow_up_says_its_name_in_every_view(filled):
    filled.tabs.go_to(3)
    nameless = []
    for way in WAYS:
        filled.pages[3].look_through(way)
        QApplication.processEvents()
        for widget in shown(filled.pages[3]):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollBar):
                named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                if not named and not isinstance(widget.parent(), QComboBox):
                    nameless.append(f"{way}: {type(widget).__name__} in {name(widget.parent())}")
    assert nameless == []


def test_the_first_page_fits(window, qtbot):
    for size in SIZES:
        window.resize(*size)
        assert troubles(window) == []


def test_empty_tabs_fit(new, qtbot):
    for page in new.pages:
        new.tabs.go_to_page(page)
        assert troubles(new) == []


OPENERS = (
    *("open_respondents", "open_remarks", "office"),
    *("year_facts", "add_year", "rounds"),
    *("division_forms", "evidence"),
)


def test_every_dialog_fits_on_a_small_screen(long_words, zoomed, qtbot):
    for opener in OPENERS:
        owner = long_words.pages[0] if hasattr(long_words.pages[0], opener) else long_words.doors
        getattr(owner, opener)()
        dialog = next(each for each in long_words.findChildren(QDialog) if each.isVisible())
        assert troubles(dialog) == [], opener
        smallest = dialog.minimumSizeHint()
        assert smallest.width() <= 900, opener
        if zoomed == 1:
            assert smallest.height() <= 480, opener
        dialog.reject()


def test_every_control_says_its_name_to_those_who_cannot_see_it(filled, qtbot):
    nameless = []
    for page in range(4):
        filled.tabs.go_to(page)
        qtbot.wait(10)
        for widget in shown(filled):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollBar):
                named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                if not named and not isinstance(widget.parent(), QComboBox):
                    nameless.append(f"{filled.pages[page].title}: {type(widget).__name__} in {name(widget.parent())}")
    assert nameless == []


def test_the_keyboard_alone_reaches_every_part_of_a_tab(filled, qtbot):
    filled.tabs.go_to(1)
    filled.pages[1].pane.list.setFocus()
    seen = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    fields = {filled.pages[1].form.field(each) for each in ("indicator", "kind", "text", "advice")}
    assert fields <= set(seen)
    assert filled.pages[1].pane.list in seen
    assert filled.header.year in seen


@pytest.mark.parametrize("rank", ["", "small", "heading", "title", "figure"])
def test_marks_over_and_under_a_line_are_whole(theme, qtbot, rank):
    """As much ink as where there is room to spare."""
    words = "ปั๊มที่ชี้ปู่ญู"
    for made in (label(words, rank=rank), Wrapped(words, rank=rank)):
        qtbot.addWidget(made)
        made.resize(300, made.heightForWidth(300) if made.hasHeightForWidth() else made.sizeHint().height())
        tight = ink(made)
        made.resize(300, made.height() + 40)
        assert tight == ink(made), type(made).__name__


@pytest.mark.parametrize("look", ["", "default", "main", "danger", "flat", "link"])
def test_a_button_has_room_for_all_its_letters(qtbot, theme, look):
    """However it is drawn: as many letters as with room to spare."""
    room = QDialog()
    qtbot.addWidget(room)
    button = QPushButton("เพิ่มและยกเรื่องเดิมมาด้วย", room)
    button.setDefault(look == "default")
    button.setProperty("look", look)
    room.show()
    button.adjustSize()
    tight = ink(button, within=(3, 8))
    button.resize(button.width() + 40, button.height())
    assert ink(button, within=(3, 8)) == tight


def ink(widget, within=(0, 0)):
    """How many pixels are not of the ground; `within` a frame so wide and so high."""
    across, down = within
    image = widget.grab(widget.rect().adjusted(across, down, -across, -down)).toImage()
    ground = image.pixel(image.width() - 1, image.height() - 1)
    return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))
