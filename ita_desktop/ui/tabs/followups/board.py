"""A board by state: a column for each, a card for each measure. Moved by the mouse or by Ctrl and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from ita_desktop.domain.records import FollowUpState
from ita_desktop.ui import icons
from ita_desktop.ui.tabs.followups.card import Card
from ita_desktop.ui.tabs.followups.card_list import CardList
from ita_desktop.ui.theme import NEAR, theme
from ita_desktop.ui.widgets.arrangement import column_in, row_in
from ita_desktop.ui.widgets.labels import label
from ita_desktop.ui.words import STATES

LEAST_WIDTH = 168
"""In which a title still reads in three lines; where four columns have less, the board scrolls sideways."""


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
        column = column_in(self, spacing=NEAR)
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
        row = row_in(inside)
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

    def add_verbs(self, verbs: Sequence[QAction]) -> None:
        """What else can be done with a card than moving it."""
        for column in self._columns.values():
            column.list.addActions(list(verbs))

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

    def go_to_first(self) -> None:
        first = next((column.list for column in self._columns.values() if column.list.count()), None)
        if first is not None:
            first.go_near(0)

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
