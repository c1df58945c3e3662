"""A measure as a card: its model, and how it is drawn. Cards are painted, not widgets: there may be hundreds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ita_desktop.domain.json_text import read_json, write_json
from ita_desktop.domain.progress import SETTLED
from ita_desktop.domain.records import FollowUpState, Round
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui import icons
from ita_desktop.ui.tabs.followups.rows import MeasureRow
from ita_desktop.ui.theme import GAP, NEAR, colours, table_font, theme
from ita_desktop.ui.words import NOBODY, OVERDUE, Look
from ita_desktop.ui.wrapping import cell_lines
from ita_desktop.ui.wrapping import message as tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CARD = Qt.ItemDataRole.UserRole
MEASURES = "application/x-ita-measures"
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    title: str
    owners: str
    state: FollowUpState
    foot: Look
    """What is to be known at a glance: late, due, or that this round has no report yet."""
    progress: int | None

    @property
    def in_words(self) -> str:
        share = f"ร้อยละ {self.progress}" if self.progress is not None else ""
        return " ".join(filter(None, (self.title, self.owners, self.foot.text, share)))


def card_of(row: MeasureRow, round: Round) -> Card:
    report = row.reports.get(round.id)
    told = row.told(round.id)
    return Card(
        id=row.id,
        title=row.measure.title or "มาตรการที่ยังไม่มีชื่อ",
        owners=", ".join(row.measure.owners) or NOBODY,
        state=row.states[round.id],
        foot=_foot(row, round, told=told),
        progress=report.progress if report is not None and told else None,
    )


def _foot(row: MeasureRow, round: Round, *, told: bool) -> Look:
    if row.far.late and row.states[round.id] in SETTLED:
        return Look("ขาดรายงานบางรอบ", OVERDUE.icon, "warn", "แล้วเสร็จหรือยกเลิกแล้ว แต่บางรอบก่อนหน้าไม่มีรายงาน")
    if row.far.late:
        days = f"{row.far.days_late:,} วัน"
        return Look(f"เกิน {days}", OVERDUE.icon, OVERDUE.tone, f"{OVERDUE.text} {days}")
    if not told:
        return row.looks[round.id]
    end: datetime.date | None = row.measure.revised_end or row.measure.end
    return Look(f"ถึง {thai_date(end, DateStyle.SHORT)}" if end else "", "calendar" if end else "", "muted")


class CardModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Where they are the same cards as before, only what they say is drawn again."""
        fresh = tuple(cards)
        if [card.id for card in fresh] != [card.id for card in self._cards]:
            self.beginResetModel()
            self._cards = fresh
            self.endResetModel()
        elif fresh != self._cards:
            self._cards = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def card(self, index: Index) -> Card:
        return self._cards[index.row()]

    def row_of(self, id: str) -> int | None:
        return next((row for row, card in enumerate(self._cards) if card.id == id), None)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return card.in_words
            case Qt.ItemDataRole.ToolTipRole:
                return tip("\n".join(filter(None, (card.title, card.owners, card.foot.tip or card.foot.text))))
            case _ if role == CARD:
                return card
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    @override
    def mimeTypes(self) -> list[str]:
        return [MEASURES]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return as_dragged([self._cards[index.row()].id for index in indexes])


def as_dragged(measures: Sequence[str]) -> QMimeData:
    data = QMimeData()
    data.setData(MEASURES, write_json(list(measures)).encode())
    return data


def dragged(data: QMimeData) -> list[str]:
    """The measures in the hand; what comes from another program is none."""
    if not data.hasFormat(MEASURES):
        return []
    found = read_json(bytes(data.data(MEASURES).data()).decode())
    return [str(id) for id in found] if isinstance(found, list) else []


class CardDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(CARD)
        width = self._view.viewport().width()
        lines = len(cell_lines(card.title, _room(width), _TITLE_LINES)) + 2
        return QSize(width, round(lines * _line() + 2 * GAP + NEAR * 2 + 6))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(NEAR, NEAR / 2, -NEAR, -NEAR / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, state)
        left, width, top = box.left() + GAP, _room(self._view.viewport().width()), box.top() + GAP
        painter.setFont(table_font())
        painter.setPen(QColor(colours().ink))
        for text in cell_lines(card.title, width, _TITLE_LINES):
            painter.drawText(QRectF(left, top, width, _line()), _LEFT, text)
            top += _line()
        painter.setPen(QColor(colours().muted))
        painter.drawText(QRectF(left, top, width, _line()), _LEFT, *cell_lines(card.owners, width, 1))
        self._foot(painter, QRectF(left, top + _line(), width, _line()), card)
        if card.progress is not None:
            _bar(painter, QRectF(left, box.bottom() - GAP + 1, width, 3), card.progress / 100)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        ground, edge, thick = colours().surface, colours().line, 1.0
        if state & QStyle.StateFlag.State_Selected:
            ground, edge = colours().chosen, colours().accent
        elif state & QStyle.StateFlag.State_MouseOver:
            ground, edge = colours().hover, colours().edge
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            thick = 2.0
        painter.setPen(QPen(QColor(edge), thick))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _foot(self, painter: QPainter, room: QRectF, card: Card) -> None:
        share = f"{card.progress}%" if card.progress is not None else ""
        painter.setPen(QColor(colours().muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)
        if share:
            room.setRight(room.right() - QFontMetricsF(table_font()).horizontalAdvance(share) - NEAR)
        if card.foot.icon:
            side = 16 * theme().zoom
            where = QRectF(room.left(), room.center().y() - side / 2, side, side)
            icons.paint(painter, card.foot.icon, where, card.foot.tone)
            room.setLeft(room.left() + side + NEAR)
        painter.setPen(QColor(colours().tone(card.foot.tone)))
        painter.drawText(room, _LEFT, *cell_lines(card.foot.text, room.width(), 1))


def _bar(painter: QPainter, room: QRectF, share: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().line))
    painter.drawRoundedRect(room, 1.5, 1.5)
    room.setWidth(room.width() * min(1.0, max(0.0, share)))
    painter.setBrush(QColor(colours().good if share >= 1 else colours().accent))
    painter.drawRoundedRect(room, 1.5, 1.5)


def _room(width: int) -> float:
    return max(40.0, width - 2 * NEAR - 2 * GAP)


def _line() -> float:
    return QFontMetricsF(table_font()).height() * 1.04


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
