"""For those who cannot see the window, or use no mouse: every control has a name and a role, and the focus is seen."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from gallery import dialogs, views
from laid_out import shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from ita_desktop.ui.import_wizard.window import ImportWindow
from ita_desktop.ui.record_tab import TABLE
from ita_desktop.ui.table import Table
from ita_desktop.ui.tabs.followups.rounds import RoundsDialog
from ita_desktop.ui.tabs.measures.library_dialog import LibraryDialog
from ita_desktop.ui.theme import Choice

ROLE = QAccessible.Role
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


def controls(root: QWidget) -> list[QWidget]:
    """What the keyboard comes to."""
    return [
        widget
        for widget in shown(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parent(), QComboBox)
    ]


def speechless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name).strip()
        roleless = spoken.role() in (ROLE.NoRole, ROLE.Client) and not isinstance(widget, QScrollArea)
        if not name or roleless:
            found.append(f"{type(widget).__name__} {name!r} {spoken.role().name} in {type(widget.parent()).__name__}")
    return found


def test_every_control_of_every_view_has_a_name_and_a_role(long_words):
    found = {where: speechless(long_words) for where in views(long_words)}
    assert {where: what for where, what in found.items() if what} == {}


def test_every_control_of_every_dialog_has_a_name_and_a_role(long_words, qtbot):
    found = {where: speechless(dialog) for where, dialog in dialogs(long_words, qtbot)}
    assert {where: what for where, what in found.items() if what} == {}


def test_the_first_page_speaks(window):
    assert speechless(window) == []


def test_a_row_of_a_list_is_read_out_whole(filled):
    filled.tabs.go_to(2)
    list_ = filled.pages[2].pane.list
    told = list_.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    measure = list_.model().entry(1).record
    assert measure.title in told
    assert measure.owners[0] in told
    assert list_.model().entry(1).group in told, "the arrow keys pass over its heading"


def test_what_is_picked_in_the_library_is_heard(filled, qtbot):
    filled.tabs.go_to(2)
    filled.pages[2].open_library()
    dialog = filled.findChild(LibraryDialog)
    list_ = dialog.list
    at = list_.model().first()
    told = [list_.model().index(at).data(Qt.ItemDataRole.AccessibleTextRole)]
    list_.setFocus()
    qtbot.keyClick(list_, Qt.Key.Key_Space)
    told.append(list_.model().index(at).data(Qt.ItemDataRole.AccessibleTextRole))
    assert ["ยังไม่ได้เลือก" in told[0], "เลือกไว้แล้ว" in told[1]] == [True, True]


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("page", range(4))
def test_where_the_focus_is_can_be_seen(filled, theme, choice, page, qtbot):
    """Each control looks otherwise with the focus than without."""
    theme.choose(choice)
    try:
        filled.tabs.go_to(page)
        QApplication.processEvents()
        unseen = []
        for widget in controls(filled):
            if isinstance(widget, QLabel) or not widget.isEnabled():
                continue
            filled.centralWidget().setFocus()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if not widget.hasFocus():
                continue
            if isinstance(widget, QLineEdit):
                widget.deselect()
            if widget.grab().toImage() == before:
                unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")
        assert unseen == []
    finally:
        theme.choose(Choice.SYSTEM)


def round_by_tab(window, key: Qt.Key) -> list[QWidget]:
    """Where Tab goes, beginning and ending at the bar of tabs; F6 leads out of tables in which one types."""
    window.tabs.bar.setFocus()
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in seen:
        seen.append(here)
        shift = Qt.KeyboardModifier.ShiftModifier if key is Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
        if isinstance(here, Table) and here.tabKeyNavigation():
            QTest.keyClick(here, Qt.Key.Key_F6, shift)
        else:
            QTest.keyClick(here, key, shift)
    assert here is window.tabs.bar, f"Tab goes round in {here}"
    return seen


def is_left_to_the_arrows(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()


def test_tab_comes_to_every_control_of_every_view_as_one_reads(long_words):
    bar, missed, turned = long_words.tabs.bar, {}, {}
    for where in views(long_words):
        there = [w for w in controls(long_words) if w.isEnabled() and w.focusProxy() is None and w is not bar]
        there = [w for w in there if not is_left_to_the_arrows(w)]
        seen = round_by_tab(long_words, Qt.Key.Key_Tab)[1:]
        missed[where] = [f"{type(w).__name__} {w.accessibleName()}" for w in there if w not in seen]
        page = long_words.tabs.current()
        own = [page.corner.isAncestorOf(w) for w in seen if page.corner is not None and not page.isAncestorOf(w)]
        turned[where] = page.corner is not None and not own[0]
    assert {where: what for where, what in missed.items() if what} == {}
    assert not any(turned.values()), "the ways to look at a tab come right after the tabs"


def test_shift_tab_is_the_way_back(filled):
    filled.tabs.go_to(2)
    there, back = (round_by_tab(filled, key) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
    assert back[1:] == there[:0:-1]


def test_ways_to_look_stand_in_one_place_and_have_the_same_keys(filled, qtbot):
    """At the end of the row of tabs; Alt and the number of the button."""
    for number, page in list(enumerate(filled.pages))[1:]:
        filled.tabs.go_to(number)
        places = {b.mapTo(filled, b.rect().center()).y() for b in page.ways.buttons.values() if b.isVisible()}
        bar = filled.tabs.bar
        assert len(places) == 1
        assert abs(places.pop() - bar.mapTo(filled, bar.rect().center()).y()) < bar.height() / 2
        for key, (name, button) in zip(KEYS, page.ways.buttons.items(), strict=False):
            qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
            assert button.isChecked(), f"{type(page).__name__}: {name}"
            assert page.isAncestorOf(QApplication.focusWidget()), "one goes on in the view itself"


def test_arrows_go_from_way_to_way(filled, qtbot):
    filled.tabs.go_to(2)
    filled.tabs.bar.setFocus()
    qtbot.keyClick(filled.tabs.bar, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is filled.pages[2].ways.buttons[TABLE]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert filled.pages[2].view is filled.pages[2].table


def test_every_list_and_table_has_a_menu_by_mouse_and_key(filled):
    filled.header.review.click()
    without = []
    for where in views(filled):
        for view in shown(filled):
            if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView) or not view.model().rowCount():
                continue
            view.setCurrentIndex(next(i for i in rows_of(view) if i.flags() & Qt.ItemFlag.ItemIsSelectable))
            for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
                place = view.visualRect(view.currentIndex()).center()
                event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
                QApplication.sendEvent(view if reason is QContextMenuEvent.Reason.Keyboard else view.viewport(), event)
                menu = QApplication.activePopupWidget()
                if menu is None or not menu.actions():
                    without.append(f"{view.accessibleName()} in {where}")
                else:
                    menu.close()
                    QApplication.processEvents()
    assert without == []


def rows_of(view):
    return (view.model().index(row, 0) for row in range(view.model().rowCount()))


def test_enter_presses_the_button_one_is_at(filled, qtbot):
    filled.tabs.go_to(1)
    before = len(filled.session.year.findings)
    add = next(b for b in filled.pages[1].findChildren(QAbstractButton) if b.accessibleName() == "เพิ่ม")
    add.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_Return)
    assert len(filled.session.year.findings) == before + 1


def test_enter_at_another_button_does_not_take_a_dialog_for_done(filled, qtbot):
    filled.doors.rounds()
    dialog = filled.findChild(RoundsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    before = len(filled.session.year.rounds)
    add = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "เพิ่มรอบ")
    add.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_Return)
    assert len(filled.session.year.rounds) == before + 1
    assert dialog.isVisible()


def test_enter_opens_the_file_dialog_of_the_import(filled, heard, qtbot):
    filled.importing.open()
    dialog = filled.findChild(ImportWindow)
    qtbot.waitUntil(dialog.isActiveWindow)
    heard.answers.append(None)
    dialog.start.button.setFocus()
    qtbot.keyClick(dialog.start.button, Qt.Key.Key_Return)
    assert heard.asked == ["เลือกไฟล์ตาราง"]


def test_no_two_verbs_of_a_window_share_a_key(filled):
    keys: dict[str, list[str]] = {}
    for action in filled.findChildren(QAction):
        if action.shortcutContext() in (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut):
            for key in action.shortcuts():
                keys.setdefault(key.toString(), []).append(action.text())
    shared = {key: verbs for key, verbs in keys.items() if len(verbs) > 1}
    assert shared == {}
    assert all(isinstance(button, QAbstractButton) for button in filled.strip.buttons.values())


def menus(root: QMenuBar | QMenu) -> Iterator[QMenuBar | QMenu]:
    yield root
    for action in root.actions():
        if (menu := action.menu()) is not None:
            yield from menus(menu)


def test_no_two_lines_of_a_menu_share_a_letter(filled):
    shared = {}
    for menu in menus(filled.menuBar()):
        letters = Counter(re.findall(r"&(\w)", " ".join(action.text() for action in menu.actions())))
        if twice := [letter for letter, count in letters.items() if count > 1]:
            shared[menu.title() if isinstance(menu, QMenu) else "bar"] = twice
    assert shared == {}
