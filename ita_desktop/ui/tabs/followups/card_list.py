"""The cards of one state: chosen and moved on by mouse, keys and menu. Nothing is moved here; it is only asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
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
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui import icons
from ita_desktop.ui.tabs.followups.card import Card, CardDelegate, CardModel, dragged
from ita_desktop.ui.theme import set_property, theme
from ita_desktop.ui.widgets.context import pop_up
from ita_desktop.ui.words import STATES


class CardList(QListView):
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
        self._moves = [self._move(other) for other in STATES if other is not state]
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
        if self.selected():
            pop_up(self, event, self._moves, self.actions())

    def _move(self, state: FollowUpState) -> QAction:
        look = STATES[state]
        action = QAction(f"ย้ายไป {look.text}", self)
        icons.give(action, look.icon, look.tone)
        action.triggered.connect(lambda _checked=False: self.wanted.emit(self.selected(), state))
        return action

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
