"""What the editors beside the pages have in common: the texts of one paper, as they stand and as they are typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.ui.papers.cards import Cards
from ita_desktop.ui.papers.own_words import OwnWordsField
from ita_desktop.ui.papers.page_words import Landmark
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import APART, GAP, PANEL
from ita_desktop.ui.widgets.labels import heading

TextBox = QLineEdit | QPlainTextEdit


class Editor(QScrollArea):
    typed = Signal()
    """Words came or went that are not committed yet; the pages may follow."""
    looked_at = Signal(str)
    """The key of the landmark whose field has got the focus."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._marks: list[tuple[QWidget, str]] = []
        self._listening_to: TextBox | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("ground", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        self._column.setSpacing(GAP + 4)
        self._column.addStretch()
        self.setWidget(self._inside)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    # For the editors themselves

    def add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_heading(self, title: str, *beside: QWidget) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, APART - GAP if self._column.count() > 1 else 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(heading(title))
        line.addStretch()
        for widget in beside:
            line.addWidget(widget)
        self.add(row)

    def mark(self, widget: QWidget, key: str) -> None:
        """This part of the editor writes the text of that landmark; what is marked last counts first."""
        self._marks.insert(0, (widget, key))

    def landmark_at(self, mark: str) -> str:
        """Of which text the part under this mark is now."""
        return mark

    # For the window

    def show_year(self, _year: Year, _options: PaperOptions) -> None:
        """Load; it never saves."""

    def as_typed(self, year: Year) -> Year:
        """The year with the words that are typed and not committed yet."""
        return year

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""

    def landmarks(self, _year: Year, _options: PaperOptions) -> tuple[Landmark, ...]:
        """The texts in the order in which they stand on paper, by the words they begin with."""
        return ()

    def go_to(self, key: str) -> None:
        """Put the cursor where the text of a landmark is written."""
        widget = next((widget for widget, name in self._marks if name == key), None)
        if widget is not None:
            self.ensureWidgetVisible(widget, 0, 60)
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, place: Place, year: Year) -> None:
        """Go to the field that the review names, and select the words it means."""
        key = self.landmark_of(place.field or "", year)
        self.go_to(key)
        if place.start is not None:
            self.select(key, place.start, place.end or place.start)

    def landmark_of(self, field: str, _year: Year) -> str:
        """`parts[0].text` is in the list of parts: its first one."""
        found = re.match(r"(\w+?)s?(?:\[(\d+)\])", field)
        return f"{found[1]}{found[2]}" if found else field

    def select(self, key: str, start: int, end: int) -> None:
        """Where the text of a landmark is one field, its words can be selected."""
        widget = next((widget for widget, name in self._marks if name == key), None)
        if isinstance(widget, OwnWordsField):
            widget.select_range(start, end)

    # Lists of cards

    def mark_cards(self, cards: Cards, kind: str) -> None:
        self._forget_what_is_gone()
        for at, card in enumerate(cards.cards()):
            if not any(widget is card for widget, _ in self._marks):
                self.mark(card, f"{kind}{at}")

    def go_to_card(self, cards: Cards, kind: str, key: str, field: str) -> bool:
        number = key.removeprefix(kind)
        if number == key or not number.isdecimal() or int(number) >= len(cards.cards()):
            return False
        cards.open_card(int(number))
        card = cards.cards()[int(number)]
        card.form.focus(field)
        # The card has its height only after the next layout.
        QTimer.singleShot(0, card, lambda: self._bring_into_sight(card))
        return True

    def _bring_into_sight(self, card: QWidget) -> None:
        """All of it, or its beginning where it is higher than the room."""
        top = card.mapTo(self._inside, QPoint()).y()
        room, bar = self.viewport().height(), self.verticalScrollBar()
        if top < bar.value() or top + card.height() > bar.value() + room:
            bar.setValue(max(top - GAP, 0) if card.height() > room else top + card.height() + GAP - room)

    # Underneath

    def _forget_what_is_gone(self) -> None:
        """A card that is taken away hands its focus on while it goes, and would be asked where it was."""
        self._marks = [mark for mark in self._marks if isValid(mark[0])]

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._listening_to is not None and isValid(self._listening_to):
            self._listening_to.textChanged.disconnect(self.typed)
        self._listening_to = None
        if now is None or not self.isAncestorOf(now):
            return
        if isinstance(now, TextBox):
            now.textChanged.connect(self.typed)
            self._listening_to = now
        self._forget_what_is_gone()
        key = next((key for widget, key in self._marks if widget is now or widget.isAncestorOf(now)), None)
        if key is not None:
            self.looked_at.emit(self.landmark_at(key))
