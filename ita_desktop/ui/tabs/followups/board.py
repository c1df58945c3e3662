"""A board by state: a column for each, a card for each measure. Moved by the mouse or by Ctrl and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui import icons
from ita_desktop.ui.tabs.followups.card import Card, CardDelegate, CardModel, dragged
from ita_desktop.ui.theme import GAP, NEAR, set_property, theme
from ita_desktop.ui.widgets.labels import label
from ita_desktop.ui.words import STATES

LEAST_WIDTH = 168
"""In which a title still reads in three lines; where four columns have less, the board scrolls sideways."""


class CardList(QListView):
    """The cards of one state."""

    chosen = Signal(str)
    opened = Signal(str)
    wanted = Signal(list, object)
    """Measures that are to be in this state."""
    aside = Signal(int)
    """The cursor leaves to the neighbour at this side."""

    def __init__(self, state: FollowUpState, parent: QWidget) -> None:
        super().__init__(parent)
        self.of_state = state
        self._model = CardModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(f"มาตรการที่{STATES[state].text}")
        self.setProperty("look", "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._announce)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.card(index).id))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    # Cards

    def show_cards(self, cards: Sequence[Card]) -> None:
        """The chosen card stays chosen where it still is; nothing is announced, for nobody chose anything."""
        kept, place = self.current(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._model.set_cards(cards)
        row = self._model.row_of(kept) if kept else None
        if row is not None and not self.currentIndex().isValid():
            self._choose(row)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def current(self) -> str:
        index = self.currentIndex()
        return self._model.card(index).id if index.isValid() else ""

    def selected(self) -> list[str]:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.card(self._model.index(row)).id for row in rows]

    def count(self) -> int:
        return self._model.rowCount()

    def go_to(self, measure: str) -> bool:
        row = self._model.row_of(measure)
        if row is None:
            return False
        self._choose(row)
        self.scrollTo(self._model.index(row))
        return True

    def go_near(self, row: int) -> None:
        if self.count():
            self._choose(min(max(row, 0), self.count() - 1))
            self.scrollTo(self.currentIndex())

    def forget_choice(self) -> None:
        """Another column has the cursor now."""
        self.selectionModel().blockSignals(True)
        self.selectionModel().clear()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _choose(self, row: int) -> None:
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _announce(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self._model.card(now).id)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming with Tab, the cursor stands on a card; with the mouse, where it was pressed."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            index = self.currentIndex()
            if index.isValid():
                self._announce(index, index)
            else:
                self.go_near(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: +1}.get(Qt.Key(event.key()), 0)
        if side and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_aside(side)
        elif side:
            self.aside.emit(side)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def move_aside(self, side: int) -> None:
        states = list(STATES)
        to = states.index(self.of_state) + side
        if 0 <= to < len(states) and self.selected():
            self.wanted.emit(self.selected(), states[to])

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.selected()
        for state, look in STATES.items():
            if state is not self.of_state:
                action = menu.addAction(f"ย้ายไป {look.text}")
                icons.give(action, look.icon, look.tone)
                action.triggered.connect(lambda _checked=False, state=state: self.wanted.emit(chosen, state))
        menu.popup(event.globalPos())

    # Dragging

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Our own, for Qt would take the cards out of the list by itself, before anything is saved."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(indexes))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def _consider(self, event: QDragMoveEvent) -> None:
        ours = event.source() is not self and bool(dragged(event.mimeData()))
        set_property(self, "target", "true" if ours else "false")
        if ours:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_property(self, "target", "false")

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        set_property(self, "target", "false")
        measures = dragged(event.mimeData())
        if measures and event.source() is not self:
            event.acceptProposedAction()
            self.wanted.emit(measures, self.of_state)


class _Column(QFrame):
    def __init__(self, state: FollowUpState) -> None:
        super().__init__()
        look = STATES[state]
        self._name, self._tone = look.text, look.tone
        self._picture, self._icon = label(), look.icon
        self._count = label(rank="heading")
        self.list = CardList(state, self)
        head = QHBoxLayout()
        head.setContentsMargins(NEAR, 0, NEAR, 0)
        head.setSpacing(NEAR)
        head.addWidget(self._picture)
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def show_cards(self, cards: Sequence[Card]) -> None:
        self.list.show_cards(cards)
        self._count.setText(f"{self._name} {len(cards)}")

    def _draw(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, round(18 * theme().zoom), self._tone))
        self.setMinimumWidth(round(LEAST_WIDTH * theme().zoom))


class Board(QScrollArea):
    chosen = Signal(str)
    opened = Signal(str)
    wanted = Signal(list, object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._columns = {state: _Column(state) for state in STATES}
        for column in self._columns.values():
            row.addWidget(column, 1)
            cards = column.list
            cards.chosen.connect(lambda measure, cards=cards: self._choose(measure, cards))
            cards.opened.connect(self.opened)
            cards.wanted.connect(self.wanted)
            cards.aside.connect(lambda side, cards=cards: self._step(cards, side))
            cards.installEventFilter(self)
        self.setWidget(inside)
        self.setFocusProxy(self._columns[FollowUpState.NOT_STARTED].list)

    def show_cards(self, cards: Sequence[Card]) -> None:
        groups: dict[FollowUpState, list[Card]] = {state: [] for state in STATES}
        for card in cards:
            groups[card.state].append(card)
        for state, column in self._columns.items():
            column.show_cards(groups[state])

    def cards_in(self, state: FollowUpState) -> CardList:
        return self._columns[state].list

    def current(self) -> str:
        return next((found for column in self._columns.values() if (found := column.list.current())), "")

    def go_to(self, measure: str, *, focus: bool = False) -> bool:
        for column in self._columns.values():
            if column.list.go_to(measure):
                self.ensureWidgetVisible(column, 0, 0)
                if focus:
                    column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _choose(self, measure: str, chosen_in: CardList) -> None:
        for column in self._columns.values():
            if column.list is not chosen_in:
                column.list.forget_choice()
        self.setFocusProxy(chosen_in)
        self.chosen.emit(measure)

    def _step(self, cards: CardList, side: int) -> None:
        """To the next column that has cards, about as far down."""
        lists = [column.list for column in self._columns.values()]
        at, row = lists.index(cards) + side, cards.currentIndex().row()
        while 0 <= at < len(lists):
            if lists[at].count():
                lists[at].setFocus(Qt.FocusReason.OtherFocusReason)
                lists[at].go_near(row)
                self.ensureWidgetVisible(lists[at], 0, 0)
                return
            at += side

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Tab into a column that is scrolled out of sight brings it into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, 0)
        return False
