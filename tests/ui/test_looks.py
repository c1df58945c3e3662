"""Nothing is cut off and nothing lies over something else, at any size an office's screen leaves us."""

import itertools

import pytest
import workbooks
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSplitterHandle,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.office import change_office
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OIT, OWNERS
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.labels import Wrapped, label

STACKED = "ปั๊มที่ฎุฏูญู"
LONG = "ปรับปรุงขั้นตอนการให้บริการประชาชนผู้มาติดต่อขออนุญาตก่อสร้างอาคารให้รวดเร็วและตรวจสอบได้ทุกขั้นตอน"
SIZES = [(1366, 736), (911, 480)]
"""An office PC, and the same at 150 %."""


def troubles(root: QWidget) -> list[str]:
    """What stays so: a count that has just come from another thread gets its room with the next events."""
    for _ in range(20):
        for _ in range(3):
            QApplication.processEvents()
        if not (found := [*cut_off(root), *overlapping(root)]):
            break
        QTest.qWait(10)
    return found


def cut_off(root):
    for widget in shown(root):
        if isinstance(widget, QLabel) and widget.text():
            metrics, room = QFontMetricsF(widget.font()), widget.contentsRect()
            lines = widget.text().split("\n")
            wide = max(metrics.horizontalAdvance(line) for line in lines)
            if wide > room.width() + 1.5 or len(lines) * metrics.lineSpacing() > room.height() + 3:
                yield f"label {widget.text()!r} wants {wide:.0f}, has {room.width()}x{room.height()}"
        elif isinstance(widget, QAbstractButton) and widget.text():
            if widget.sizeHint().width() > widget.width() + 1 or widget.sizeHint().height() > widget.height() + 1:
                yield f"button {widget.text()!r} wants {widget.sizeHint()}, has {widget.size()}"
        elif isinstance(widget, QLineEdit | QComboBox):
            ink = QFontMetricsF(widget.font()).tightBoundingRect(STACKED).height()
            if widget.height() < ink + 8:
                yield f"{type(widget).__name__} {widget.accessibleName()!r} is too low for {STACKED}"
            if isinstance(widget, DateEdit) and widget.width() < widget.minimumSizeHint().width():
                yield f"{widget.text()} of {widget.accessibleName()!r} has {widget.width()} only"


def overlapping(root):
    for parent in shown(root):
        if isinstance(parent, QStackedWidget | QAbstractScrollArea | QComboBox | QLineEdit | QPlainTextEdit | QTabBar):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not isinstance(child, QSplitterHandle | QScrollBar)
        ]
        for one, other in itertools.combinations(children, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > 1 and common.height() > 1:
                yield f"{name(one)} lies over {name(other)} in {name(parent)}: {common}"


def shown(root):
    return [root, *(each for each in root.findChildren(QWidget) if each.isVisible())]


def name(widget):
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__}({text})"


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def zoomed(request, theme):
    theme.set_zoom(request.param)
    yield request.param
    theme.set_zoom(1.0)


@pytest.fixture
def long_words(filled, qtbot):
    """Names and texts as long as real ones."""
    from dataclasses import replace

    session = filled.session
    office = replace(session.document.office, name="องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ")
    session.run(change_office, office)
    year = session.year
    session.run(change_finding, year.number, replace(year.findings[0], text=f"{LONG} " * 5), "ข้อความ")
    session.run(change_measure, year.number, replace(year.measures[0], title=LONG, owners=(LONG, "กองคลัง")), "ชื่อ")
    with qtbot.waitSignal(filled.reviewer.found):
        filled.reviewer._begin()
    filled.reviewer._clock.stop()
    return filled


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
