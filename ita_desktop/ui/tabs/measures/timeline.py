"""The measures over their fiscal year: when each begins and ends, where today is, when they are reported on.

It is the list of measures with a drawing beside each title, so choosing, headings, keys and what is read aloud are
those of the list.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from ita_desktop.domain.records import Measure, Round
from ita_desktop.thai.dates import ERA, SHORT_MONTHS, DateStyle, fiscal_year_span, thai_date
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.record_rows import ON_THE_LEFT, EntryDelegate
from ita_desktop.ui.tabs.measures.entries import NO_DATES, period_of
from ita_desktop.ui.tabs.measures.year_scale import YearScale, span_of
from ita_desktop.ui.theme import GAP, NEAR, PANEL, colours, table_font, theme
from ita_desktop.ui.wrapping import message

_WORDS = 0.36
"""The share of the width that the titles have; the year has the rest."""
_LEAST_WORDS, _MOST_WORDS = 190.0, 430.0
_BAR = 20.0
_MARK = 5.0
_WIDEST = "เม.ย. "
_QUARTER = 3


class Timeline(RecordList):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rounds: tuple[Round, ...] = ()
        self.today = datetime.date.min
        self._span = (datetime.date.min, datetime.date.min)
        self._head = _Head(self)
        self.setItemDelegate(_BarDelegate(self))
        self.clicked.connect(self._open_by_click)
        theme().changed.connect(self._make_room)
        self._make_room()

    def show_year(self, number: int, rounds: Sequence[Round], today: datetime.date) -> None:
        """The fiscal year the bars are drawn over."""
        self._span = fiscal_year_span(number)
        self.rounds = tuple(round for round in rounds if round.due)
        self.today = today
        self._head.update()
        self.viewport().update()

    def scale(self) -> YearScale:
        width = float(self.viewport().width())
        words = min(max(width * _WORDS, _LEAST_WORDS), _MOST_WORDS * theme().zoom, width / 2)
        return YearScale(*self._span, words + GAP, max(1.0, width - words - GAP - PANEL))

    def _open_by_click(self, _index: QModelIndex) -> None:
        """A click goes to the measure; with Ctrl or Shift it chooses several."""
        if QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open()

    def _make_room(self) -> None:
        self.setViewportMargins(0, self._head.sizeHint().height(), 0, 0)
        self._place_head()

    def _place_head(self) -> None:
        seen = self.viewport().geometry()
        high = self._head.sizeHint().height()
        self._head.setGeometry(seen.left(), seen.top() - high, seen.width(), high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()


class _BarDelegate(EntryDelegate):
    def __init__(self, view: Timeline) -> None:
        super().__init__(view)
        self._timeline = view

    @override
    def _words_wide(self, width: float) -> float:
        return self._timeline.scale().left

    @override
    def _entry(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        scale = self._timeline.scale()
        super()._entry(painter, QRectF(room.left(), room.top(), scale.left, room.height()), entry)
        _months(painter, room, scale)
        _rounds(painter, room, scale, self._timeline.rounds)
        bar = _bar(painter, room, scale, entry)
        if scale.holds(self._timeline.today):
            painter.setPen(QPen(QColor(colours().bad), 1.5))
            at = scale.x(self._timeline.today)
            painter.drawLine(QPointF(at, room.top()), QPointF(at, room.bottom()))
        if bar is not None:
            _words_of_bar(painter, scale, bar, entry)


def _months(painter: QPainter, room: QRectF, scale: YearScale) -> None:
    painter.setPen(QPen(QColor(colours().line), 1))
    for month in scale.months():
        at = scale.x(month)
        painter.drawLine(QPointF(at, room.top()), QPointF(at, room.bottom()))


def _rounds(painter: QPainter, room: QRectF, scale: YearScale, rounds: Sequence[Round]) -> None:
    painter.setPen(QPen(QColor(colours().accent), 1, Qt.PenStyle.DashLine))
    for each in rounds:
        if each.due and scale.holds(each.due):
            at = scale.after(each.due)
            painter.drawLine(QPointF(at, room.top()), QPointF(at, room.bottom()))


def _bar(painter: QPainter, room: QRectF, scale: YearScale, entry: Entry) -> QRectF | None:
    """From its first day to its planned end; what was added to the plan is drawn as an addition."""
    measure: Measure = entry.record
    high = _BAR * theme().zoom
    top = room.center().y() - high / 2
    painter.setFont(table_font())
    span = span_of(measure, scale)
    if span is None:
        painter.setPen(QColor(colours().muted))
        words = measure.period_text or NO_DATES
        painter.drawText(QRectF(scale.left + NEAR, top, scale.width, high), ON_THE_LEFT, words)
        return None
    start, end = span
    planned = QRectF(scale.x(start), top, max(scale.after(end) - scale.x(start), 4.0), high)
    whole = QRectF(planned)
    if measure.revised_end is not None:
        whole.setRight(max(planned.right(), scale.after(measure.revised_end)))
    tone = QColor(colours().tone(entry.tone))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tone, 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(colours().surface))
    painter.drawRoundedRect(whole, NEAR, NEAR)
    painter.setPen(QPen(tone, 1.2))
    painter.setBrush(QColor(colours().soft(entry.tone)))
    painter.drawRoundedRect(planned, NEAR, NEAR)
    painter.restore()
    return whole


def _words_of_bar(painter: QPainter, scale: YearScale, bar: QRectF, entry: Entry) -> None:
    """In the bar where they fit, else at the side that has room for them; nowhere rather than cut off."""
    words = period_of(entry.record)
    wide = QFontMetricsF(table_font()).horizontalAdvance(words)
    room = QRectF(bar.left() + GAP, bar.top() + 1.5, wide, bar.height() - 3)
    if wide + 2 * GAP <= bar.width():
        painter.fillRect(room, QColor(colours().soft(entry.tone)))  # over the line of today, which stays readable
    elif bar.right() + 2 * GAP + wide <= scale.left + scale.width:
        room.moveLeft(bar.right() + GAP)
    elif wide + GAP <= bar.left() - scale.left:
        room.moveLeft(bar.left() - wide - GAP)
    else:
        return
    painter.setPen(QColor(colours().tone(entry.tone)))
    painter.drawText(room, ON_THE_LEFT, words)


class _Head(QWidget):
    """The months, the rounds under them, and today."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetricsF(table_font()).height()
        return QSize(0, round(2 * line + GAP + NEAR))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().surface))
        scale, line = self._timeline.scale(), self.height() / 2
        painter.setFont(table_font(bold=True))
        painter.setPen(QColor(colours().muted))
        wide = scale.width / 12
        every = 1 if wide > QFontMetricsF(table_font(bold=True)).horizontalAdvance(_WIDEST) else _QUARTER
        for month in islice(scale.months(), 0, None, every):
            room = QRectF(scale.x(month), NEAR, wide * every, line - NEAR)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _month_name(month, room.width()))
        painter.setFont(table_font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken = self._today(painter, scale, line)
        for each, room in self._round_rooms(scale, line):
            self._round(painter, each, room, taken)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(colours().edge), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _today(self, painter: QPainter, scale: YearScale, line: float) -> QRectF:
        today = self._timeline.today
        if not scale.holds(today):
            return QRectF()
        words = f"วันนี้ {thai_date(today, DateStyle.SHORT)}"
        wide = QFontMetricsF(table_font()).horizontalAdvance(words) + 2 * GAP
        at = scale.x(today)
        left = min(max(at - wide / 2, scale.left), scale.left + scale.width - wide)
        chip = QRectF(left, line + 1, wide, line - NEAR)
        painter.setPen(QPen(QColor(colours().bad), 1))
        painter.setBrush(QColor(colours().soft("bad")))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(QColor(colours().bad))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(QColor(colours().bad), 1.5))
        painter.drawLine(QPointF(at, chip.bottom()), QPointF(at, self.height()))
        return chip

    def _round(self, painter: QPainter, each: Round, room: QRectF, taken: QRectF) -> None:
        """A mark on its day, and its name before it where nothing else stands."""
        at, middle = room.right(), room.center().y()
        corners = [(0, -_MARK), (_MARK, 0), (0, _MARK), (-_MARK, 0)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().accent))
        painter.drawPolygon(QPolygonF([QPointF(at + x, middle + y) for x, y in corners]))
        words = QRectF(room.left(), room.top(), room.width() - _MARK - NEAR, room.height())
        wide = QFontMetricsF(table_font()).horizontalAdvance(each.name)
        words.setLeft(words.right() - wide)
        if words.left() >= room.left() and not words.intersects(taken):
            painter.setPen(QColor(colours().accent))
            painter.drawText(words, ON_THE_LEFT, each.name)

    def _round_rooms(self, scale: YearScale, line: float) -> list[tuple[Round, QRectF]]:
        """Each from the round before it to its own day."""
        rooms, left = [], scale.left
        for each in sorted(self._timeline.rounds, key=lambda one: one.due or datetime.date.max):
            if each.due and scale.holds(each.due):
                at = scale.after(each.due)
                rooms.append((each, QRectF(left, line, at - left, line - NEAR)))
                left = at + _MARK
        return rooms

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for each, room in self._round_rooms(self._timeline.scale(), self.height() / 2):
                if abs(event.pos().x() - room.right()) <= 2 * _MARK or room.contains(event.pos()):
                    day = thai_date(each.due, DateStyle.FULL)
                    QToolTip.showText(event.globalPos(), message(f"{each.name} รายงานภายใน {day}"), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


def _month_name(month: datetime.date, width: float) -> str:
    """With the year at its first month and at the turn of the calendar, where there is room."""
    name = SHORT_MONTHS[month.month - 1]
    with_year = f"{name} {(month.year + ERA) % 100}"
    turning = month.month in (1, 10) and QFontMetricsF(table_font(bold=True)).horizontalAdvance(with_year) < width
    return with_year if turning else name
