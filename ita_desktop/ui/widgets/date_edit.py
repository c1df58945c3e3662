"""A date in the Buddhist Era, typed in any form people use, or picked from a calendar of our own.

Never a QDateEdit: it reads while one types and stored 1977 for "5/3/2026". Here nothing is read before Enter or
leaving the field.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ita_desktop.thai.dates import ERA, MONTHS
from ita_desktop.ui import icons, reading
from ita_desktop.ui.theme import GAP, colours, theme
from ita_desktop.ui.widgets.fields import LineField
from ita_desktop.ui.widgets.labels import heading

Today = Callable[[], datetime.date]

_LETTERS_OF_QT = 17
"""So many x a line of Qt wants to be wide, besides its frame, its margins and the buttons in it."""
_WIDEST = "30 เม.ย. 2568"


class DateEdit(LineField):
    """A date, or None where the field is empty."""

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(reading.day, reading.day_text, hint="เช่น 15/1/69", parent=parent)
        self._today = today
        picker = QAction("เลือกจากปฏิทิน", self)
        icons.give(picker, "calendar", "muted")
        picker.setToolTip("เลือกจากปฏิทิน (F4)")
        picker.triggered.connect(self.open_calendar)
        self.addAction(picker, QLineEdit.ActionPosition.TrailingPosition)

    @override
    def value(self) -> datetime.date | None:
        value = super().value()
        assert value is None or isinstance(value, datetime.date)
        return value

    @override
    def refuse(self, reason: str) -> None:
        super().refuse(reason)
        self.setToolTip(reason)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for any day: a 15 whose 1 is out of sight is read as a 5."""
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - _LETTERS_OF_QT * metrics.horizontalAdvance("x")
        return QSize(around + metrics.horizontalAdvance(_WIDEST) + 2, super().minimumSizeHint().height())

    def open_calendar(self) -> None:
        popup = CalendarPopup(self.value() or self._today(), self._today, self)
        popup.picked.connect(self.take)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, value = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key())), self.value()
        if step and value:
            self.take(value + datetime.timedelta(days=step))
        elif event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A month at a time, years in the Buddhist Era; arrows, Page Up and Page Down, Enter and Esc work."""

    picked = Signal(object)

    def __init__(self, shown: datetime.date, today: Today, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("frame", "card")
        self._today = today
        self._calendar = QCalendarWidget()
        self._calendar.setLocale(QLocale(QLocale.Language.Thai, QLocale.Country.Thailand))
        self._calendar.setNavigationBarVisible(False)  # its year is of the Common Era
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setGridVisible(False)
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        weekend = QTextCharFormat()  # Qt would have it red; days of other months are the faint ones
        weekend.setForeground(QColor(colours().ink))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, weekend)
        marked = QTextCharFormat()
        marked.setForeground(QColor(colours().accent))
        marked.setFontWeight(QFont.Weight.DemiBold)
        self._calendar.setDateTextFormat(QDate(today().year, today().month, today().day), marked)
        self._calendar.setMinimumSize(round(320 * theme().zoom), round(250 * theme().zoom))
        for part in (self._calendar, *self._calendar.findChildren(QAbstractItemView)):
            part.setAccessibleName("ปฏิทิน")
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.activated.connect(self._pick)
        self._calendar.clicked.connect(self._pick)
        self._calendar.currentPageChanged.connect(self._name_the_month)
        self._month = heading("")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        now = QPushButton("วันนี้")
        now.clicked.connect(lambda: self._choose(self._today()))
        nothing = QPushButton("ไม่ระบุวันที่")
        nothing.clicked.connect(lambda: self._choose(None))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(_arrow("chevron-left", "เดือนก่อน", self._calendar.showPreviousMonth))
        head.addWidget(self._month, 1)
        head.addWidget(_arrow("chevron-right", "เดือนถัดไป", self._calendar.showNextMonth))
        foot.addWidget(now)
        foot.addStretch()
        foot.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addLayout(head)
        column.addWidget(self._calendar)
        column.addLayout(foot)
        self._name_the_month()

    def open_at(self, corner: QPoint) -> None:
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(corner.x(), room.right() - self.width())),
            max(room.top(), min(corner.y(), room.bottom() - self.height())),
        )
        self.show()
        self._calendar.setFocus()

    def _name_the_month(self) -> None:
        self._month.setText(f"{MONTHS[self._calendar.monthShown() - 1]} {self._calendar.yearShown() + ERA}")

    def _pick(self, day: QDate) -> None:
        self._choose(datetime.date(day.year(), day.month(), day.day()))

    def _choose(self, day: datetime.date | None) -> None:
        self.picked.emit(day)
        self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _arrow(picture: str, name: str, turn: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setProperty("look", "flat")
    button.setAccessibleName(name)
    button.setToolTip(name)
    icons.give(button, picture)
    button.clicked.connect(turn)
    return button
