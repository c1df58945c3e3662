"""A date is typed in any form, or picked from the calendar."""

import datetime

import pytest
from officer import type_in
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QPushButton

from ita_desktop.ui.widgets.date_edit import CalendarPopup, DateEdit

TODAY = datetime.date(2025, 11, 20)


@pytest.fixture
def field(qtbot, theme):
    made = DateEdit(lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize("typed", ["15/1/69", "๑๕ ม.ค. ๖๙", "15 มกราคม พ.ศ. 2569", "15-1-2569"])
def test_a_date_is_taken_in_any_form(field, qtbot, typed):
    with qtbot.waitSignal(field.committed) as committed:
        type_in(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert committed.args == [datetime.date(2026, 1, 15)]
    assert field.text() == "15 ม.ค. 2569"


@pytest.mark.parametrize("typed", ["31/2/2569", "15/1/2026", "วันก่อน"])
def test_what_is_no_date_is_refused_with_a_reason_and_stays_to_be_mended(field, qtbot, typed):
    reasons = []
    field.refused.connect(reasons.append)
    with qtbot.assertNotEmitted(field.committed):
        type_in(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert reasons[-1]
    assert field.text() == typed
    assert field.value() is None


def test_nothing_is_read_while_one_types(field, qtbot):
    with qtbot.assertNotEmitted(field.committed):
        type_in(field, "5/3/25")


def test_esc_gives_the_date_back(field, qtbot):
    field.set_value(TODAY)
    field.selectAll()
    type_in(field, "อะไร")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "20 พ.ย. 2568"


def test_filling_the_field_never_saves(field, qtbot):
    with qtbot.assertNotEmitted(field.committed):
        field.set_value(TODAY)
        field.flush()


def test_emptying_takes_the_date_away(field, qtbot):
    field.set_value(TODAY)
    with qtbot.waitSignal(field.committed) as committed:
        field.clear()
        field.flush()
    assert committed.args == [None]


def test_arrows_step_by_days(field, qtbot):
    field.set_value(TODAY)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == datetime.date(2025, 11, 21)


def test_the_calendar_speaks_of_buddhist_years_and_gives_the_day_picked(field, qtbot):
    field.set_value(TODAY)
    qtbot.keyClick(field, Qt.Key.Key_F4)
    popup = field.findChild(CalendarPopup)
    assert popup._month.text() == "พฤศจิกายน 2568"
    days = popup.findChild(QCalendarWidget).findChild(QAbstractItemView)
    qtbot.keyClick(days, Qt.Key.Key_PageDown)
    assert popup._month.text() == "ธันวาคม 2568"
    with qtbot.waitSignal(field.committed) as committed:
        qtbot.keyClick(days, Qt.Key.Key_Return)
    assert committed.args == [datetime.date(2025, 12, 20)]


def test_the_calendar_can_say_that_there_is_no_date(field, qtbot):
    field.set_value(TODAY)
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    nothing = next(button for button in popup.findChildren(QPushButton) if button.text() == "ไม่ระบุวันที่")
    with qtbot.waitSignal(field.committed) as committed:
        qtbot.mouseClick(nothing, Qt.MouseButton.LeftButton)
    assert committed.args == [None]


@pytest.mark.parametrize("month", range(1, 13))
def test_in_its_least_room_a_date_is_seen_whole(qtbot, theme, month):
    made = DateEdit(lambda: TODAY)
    qtbot.addWidget(made)
    made.set_value(datetime.date(2025, month, 28))
    least = made.minimumSizeHint()
    letters = QRect(8, 4, made.fontMetrics().horizontalAdvance(made.text()) + 2, least.height() - 8)
    made.resize(least)
    tight = made.grab(letters).toImage()
    made.resize(least.width() + 60, least.height())
    assert made.grab(letters).toImage() == tight
