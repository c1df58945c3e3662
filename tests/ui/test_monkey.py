"""Whatever is pressed, typed and clicked: no exception, no warning of Qt, and undo leads back to the start."""

import random
from collections.abc import Callable

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from ita_desktop.ui.record_tab import TABLE
from ita_desktop.ui.tabs.followups.names import BOARD, OIT, OWNERS
from ita_desktop.ui.tabs.measures.tab import TIME

KEYS = [
    *(
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
    ),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_Space),
]
WITH_CTRL = [
    *(Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_D, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A, Qt.Key.Key_R),
    *(Qt.Key.Key_H, Qt.Key.Key_M, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete),
]
WITH_ALT = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Up, Qt.Key.Key_Down]
TYPED = ["86.5", "๙๐", "ปั๊มน้ำ", "15/1/69", "ก", "i3", "กองคลัง", "https://www.tuayang.example", "31/2/69", "ไม่"]
PASTED = ["90\n80\n70", "1\t2\t3", "ทบทวน\nประกาศ\nรายงาน", "๘๕.๕", "ก\tข\n1\t2", ""]


class Menus(QObject):
    """One thing is chosen in each menu that opens, also in those that Qt waits for in a loop of its own."""

    def __init__(self, choose: Callable[[QMenu], None]) -> None:
        super().__init__()
        self._choose = choose

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QMenu):
            QTimer.singleShot(0, watched, lambda: self._choose(watched))
        return False


class Monkey:
    def __init__(self, window, seed: int) -> None:
        self.window = window
        self.random = random.Random(seed)
        self.did: list[str] = []

    def act(self) -> None:
        choice = self.random.random()
        target = QApplication.focusWidget() or self.window
        if self.random.random() < 0.1 and QApplication.activeModalWidget() is None:
            target = self.window.tabs.current().focusProxy()
            target.setFocus()
        if choice < 0.35:
            key = self.random.choice(KEYS)
            self._note(f"{key.name} at {type(target).__name__}")
            QTest.keyClick(target, key)
        elif choice < 0.45:
            key = self.random.choice(WITH_CTRL)
            put_on_clipboard(self.random.choice(PASTED))
            self._note(f"Ctrl+{key.name} at {type(target).__name__}")
            QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier)
        elif choice < 0.48:
            key = self.random.choice(WITH_ALT)
            self._note(f"Alt+{key.name} at {type(target).__name__}")
            QTest.keyClick(target, key, Qt.KeyboardModifier.AltModifier)
        elif choice < 0.52:
            self._ask_for_the_menu(target)
        elif choice < 0.65:
            text = self.random.choice(TYPED)
            self._note(f"typed {text!r} into {type(target).__name__}")
            type_in(target, text)
        else:
            self._click()
        for popup in (QApplication.activePopupWidget(),):
            if popup is not None and self.random.random() < 0.3:
                popup.close()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible() and self.random.random() < 0.2:
                dialog.close()
        QApplication.processEvents()

    def _ask_for_the_menu(self, target: QWidget) -> None:
        place = target.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, target.mapToGlobal(place))
        QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def choose(self, menu: QMenu) -> None:
        actions = [action for action in menu.actions() if not action.isSeparator() and action.menu() is None]
        if menu.isVisible() and actions:
            action = self.random.choice(actions)
            self._note(f"menu: {action.text()}")
            menu.close()
            action.trigger()

    def _click(self) -> None:
        page = QApplication.activeModalWidget() or self.window.tabs.current()
        targets = [each for each in page.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        if not targets:
            return
        target = self.random.choice(targets)
        place = QPoint(self.random.randrange(max(1, target.width())), self.random.randrange(max(1, target.height())))
        self._note(f"click {type(target).__name__} {target.accessibleName()!r}")
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _note(self, what: str) -> None:
        self.did.append(what)


def play(window, heard, monkeypatch, page: int, seed: int, events: int, way: str = "") -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: True))
    monkeypatch.setattr(heard, "_answer", lambda _question: None)  # a monkey changes its mind
    monkeypatch.setattr(window.doors, "papers", lambda *_place: None)  # whose pages take long to make
    start = window.session.document.workbook()
    window.tabs.go_to(page)
    if way:
        window.pages[page].look_through(way)
    monkey = Monkey(window, seed)
    menus = Menus(monkey.choose)
    QApplication.instance().installEventFilter(menus)
    for _ in range(events):
        try:
            monkey.act()
        except Exception as mistake:
            raise AssertionError("\n".join([f"seed {seed}:", *monkey.did[-12:]])) from mistake
    QApplication.instance().removeEventFilter(menus)
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.flush()
    heard.errors.clear()  # refusals in words are what typing nonsense should lead to
    document = window.session.document
    while document.undo_label is not None:
        document.undo()
    assert document.workbook() == start, f"seed {seed}"


PAGES = pytest.mark.parametrize("page", range(4), ids=["scores", "findings", "measures", "followups"])

WAYS = pytest.mark.parametrize("way", [BOARD, OWNERS, OIT])
OTHER_VIEWS = pytest.mark.parametrize(("page", "way"), [(1, TABLE), (2, TABLE), (2, TIME)])


@PAGES
def test_a_monkey_breaks_nothing(filled, heard, monkeypatch, page):
    play(filled, heard, monkeypatch, page, seed=page, events=150)


@WAYS
def test_a_monkey_breaks_nothing_in_any_view_of_the_follow_up(filled, heard, monkeypatch, way):
    play(filled, heard, monkeypatch, page=3, seed=10, events=120, way=way)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
@WAYS
def test_a_patient_monkey_breaks_nothing_in_any_view_of_the_follow_up(filled, heard, monkeypatch, way, seed):
    play(filled, heard, monkeypatch, page=3, seed=200 + seed, events=1_000, way=way)


@OTHER_VIEWS
def test_a_monkey_breaks_nothing_in_tables_and_on_the_timeline(filled, heard, monkeypatch, page, way):
    play(filled, heard, monkeypatch, page, seed=20, events=120, way=way)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
@OTHER_VIEWS
def test_a_patient_monkey_breaks_nothing_in_tables_and_on_the_timeline(filled, heard, monkeypatch, page, way, seed):
    play(filled, heard, monkeypatch, page, seed=300 + seed, events=1_000, way=way)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
@PAGES
def test_a_patient_monkey_breaks_nothing(filled, heard, monkeypatch, page, seed):
    play(filled, heard, monkeypatch, page, seed=100 + seed, events=1_000)
