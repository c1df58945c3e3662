"""Each kind of control, without and with the focus: where one is can always be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from paint import contrast
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.theme import PANEL
from ita_desktop.ui.widgets.buttons import icon_button, verb_button
from ita_desktop.ui.widgets.chips import ChipsField
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import ChoiceField, LineField, TextField

SEEN = 3.0
"""WCAG 2: what shows the focus against what was there before."""


def push(look: str) -> Callable[[], QPushButton]:
    def make() -> QPushButton:
        made = QPushButton("ส่งออก")
        made.setProperty("look", look)
        made.setAutoDefault(False)
        return made

    return make


def tabs() -> QTabBar:
    made = QTabBar()
    made.addTab("คะแนน")
    made.addTab("ข้อค้นพบ")
    return made


def records() -> RecordList:
    made = RecordList("รายการ")
    made.show_entries([Entry(record=n, key=n, title=f"รายการที่ {n}", note="หมายเหตุ") for n in range(3)])
    made.go_to(1)
    return made


def plain_list() -> QListWidget:
    made = QListWidget()
    made.addItems(["เริ่มใช้งาน", "คะแนน"])
    made.setCurrentRow(0)
    return made


def chosen_way() -> QWidget:
    made = verb_button("รายการ", "view-list", checkable=True)
    made.setProperty("look", "flat")
    made.setChecked(True)
    return made


KINDS: dict[str, Callable[[], QWidget]] = {
    "push": push(""),
    "main": push("main"),
    "danger": push("danger"),
    "flat": push("flat"),
    "link": push("link"),
    "verb": lambda: verb_button("เพิ่ม", "add"),
    "icon": lambda: icon_button("delete", "ลบ"),
    "way": chosen_way,
    "line": LineField,
    "text": TextField,
    "date": lambda: DateEdit(lambda: pytest.fail("nobody asked for a date")),
    "choice": lambda: ChoiceField([(1, "จุดแข็ง"), (2, "ควรพัฒนา")]),
    "chips": lambda: ChipsField(tuple),
    "check": lambda: QCheckBox("ใส่รหัสผ่าน"),
    "tabs": tabs,
    "records": records,
    "list": plain_list,
    "page": lambda: QPlainTextEdit("ข้อความ", readOnly=True),
}


@pytest.fixture
def board(qtbot, theme) -> QWidget:
    """Something else to have the focus."""
    made = QWidget()
    made.setProperty("ground", "plain")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_where_the_focus_is_can_be_seen(board, gallery, qtbot, kind):
    control, other = KINDS[kind](), QPushButton("อื่น", board)
    other.setAutoDefault(False)
    control.setAccessibleName("ช่อง")
    column = QVBoxLayout(board)
    column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
    column.addWidget(control)
    column.addWidget(other)
    board.show()
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    other.setFocus()
    before = shot(board, control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    gallery.look(f"focus-{kind}", board)
    assert best_change(before, shot(board, control)) >= SEEN


def shot(board: QWidget, control: QWidget) -> QImage:
    room = QRect(control.mapTo(board, QPoint(0, 0)), control.size())
    return board.grab(room).toImage()


def best_change(before: QImage, after: QImage) -> float:
    """Of all pixels that are others now, the one that stands out most from what was there; a few are no ring."""
    changed = sorted(
        contrast(QColor(before.pixel(x, y)).name(), QColor(after.pixel(x, y)).name())
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    )
    return changed[-40] if len(changed) >= 40 else 1.0
