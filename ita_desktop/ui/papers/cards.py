"""A list of small forms in an order that matters: parts of a memo, the way it takes, the items of a meeting.

One is open at a time, the others show their first words. Alt+Up and Alt+Down move one, Delete takes it away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.form import Form
from ita_desktop.ui.papers.typed import typed_values
from ita_desktop.ui.theme import GAP, NEAR, set_property
from ita_desktop.ui.widgets.buttons import icon_button, key_within
from ita_desktop.ui.widgets.labels import card

Record = Any
"""A frozen dataclass; only the owner of the list knows which."""


class CardForm(Form):
    """The form of one record. Some fields show a record's value in another way; these two turn it back and forth."""

    names: tuple[str, ...] = ()

    def show_record(self, record: Record) -> None:
        self.load({name: self.shown(name, getattr(record, name)) for name in self.names})

    def shown(self, _name: str, value: object) -> object:
        return value

    def meant(self, _name: str, value: object) -> object:
        return value

    def changed(self, record: Record, name: str, value: object) -> Record:
        return replace(record, **{name: self.meant(name, value)})

    def typed(self, record: Record) -> Record:
        values = typed_values(self, self.names)
        return replace(record, **{name: self.meant(name, value) for name, value in values.items()})


class Cards(QWidget):
    committed = Signal(object, str)
    """All records as they should be, and what was done to them."""

    def __init__(
        self,
        noun: str,
        make_form: Callable[[], CardForm],
        title: Callable[[int, Record], str],
        blank: Callable[[int], Record],
    ) -> None:
        super().__init__()
        self._noun, self._make_form, self._title, self._blank = noun, make_form, title, blank
        self._records: tuple[Record, ...] = ()
        self._cards: list[Card] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(NEAR)
        self.more = QPushButton(f"เพิ่ม{noun}")
        self.more.setProperty("look", "flat")
        icons.give(self.more, "add", "accent")
        self.more.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addLayout(self._column)
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_records(self, records: Iterable[Record]) -> None:
        self._records = tuple(records)
        while len(self._cards) > len(self._records):
            gone = self._cards.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._cards) < len(self._records):
            made = Card(self._noun, self._make_form(), self, len(self._cards))
            self._cards.append(made)
            self._column.addWidget(made)
        for at, (made, record) in enumerate(zip(self._cards, self._records, strict=True)):
            made.show_record(record, self._title(at, record), last=at == len(self._records) - 1)

    def cards(self) -> tuple[Card, ...]:
        return tuple(self._cards)

    def typed(self) -> tuple[Record, ...]:
        return tuple(
            made.form.typed(record) if made.is_open else record
            for made, record in zip(self._cards, self._records, strict=True)
        )

    def flush(self) -> None:
        for made in self._cards:
            if made.is_open:
                made.form.flush()

    def open_card(self, at: int) -> None:
        for number, made in enumerate(self._cards):
            made.set_open(number == at)

    # What the officer does

    def add(self) -> None:
        self.flush()
        at = len(self._records)
        self.committed.emit((*self._records, self._blank(at)), f"เพิ่ม{self._noun}")
        if len(self._cards) > at:
            self.open_card(at)
            self._cards[at].form.focus(self._cards[at].form.names[0])

    def change(self, at: int, name: str, value: object) -> None:
        record = self._cards[at].form.changed(self._records[at], name, value)
        self.committed.emit((*self._records[:at], record, *self._records[at + 1 :]), self._noun)

    def shift(self, at: int, by: int) -> None:
        self.flush()
        to = at + by
        if not 0 <= to < len(self._records):
            return
        order = list(self._records)
        order.insert(to, order.pop(at))
        was_open = self._cards[at].is_open
        self.committed.emit(tuple(order), f"ย้ายลำดับ{self._noun}")
        if was_open:
            self.open_card(to)
        self._cards[to].head.setFocus()

    def remove(self, at: int) -> None:
        """Undo brings it back, so nobody is asked."""
        self.open_card(-1)
        self.committed.emit((*self._records[:at], *self._records[at + 1 :]), f"ลบ{self._noun}")
        (self._cards[min(at, len(self._cards) - 1)].head if self._cards else self.more).setFocus()


class Card(QWidget):
    def __init__(self, noun: str, form: CardForm, cards: Cards, at: int) -> None:
        super().__init__(cards)
        self.form = form
        self._frame = card()
        self.head = _Head()
        self.head.toggled.connect(self._toggle)
        self.head.clicked.connect(lambda: cards.open_card(at if self.head.isChecked() else -1))
        form.committed.connect(lambda name, value: cards.change(at, name, value))
        self._up = icon_button("up", f"เลื่อน{noun}ขึ้น", key="Alt+↑")
        self._down = icon_button("down", f"เลื่อน{noun}ลง", key="Alt+↓")
        away = icon_button("delete", f"ลบ{noun}", key="Delete")
        for button, verb in (
            (self._up, lambda: cards.shift(at, -1)),
            (self._down, lambda: cards.shift(at, +1)),
            (away, lambda: cards.remove(at)),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same; Tab goes from one to the next
            button.clicked.connect(verb)
        key_within(self.head, "Alt+Up", lambda: cards.shift(at, -1))
        key_within(self.head, "Alt+Down", lambda: cards.shift(at, +1))
        key_within(self.head, "Delete", lambda: cards.remove(at))
        verbs = QHBoxLayout()
        verbs.setSpacing(0)
        verbs.addStretch()
        for button in (self._up, self._down, away):
            verbs.addWidget(button)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(GAP, NEAR, GAP, NEAR)
        body.setSpacing(NEAR)
        body.addWidget(form)
        body.addLayout(verbs)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._body.hide()
        self._at = at

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def set_open(self, wanted: bool) -> None:
        self.head.setChecked(wanted)

    def show_record(self, record: Record, title: str, *, last: bool) -> None:
        self.form.show_record(record)
        self.head.say(title)
        self._up.setEnabled(self._at > 0)
        self._down.setEnabled(not last)

    def _toggle(self, opened: bool) -> None:
        if not opened:
            self.form.flush()
        self._body.setVisible(opened)
        icons.give(self.head, "chevron-down" if opened else "chevron-right", "muted")
        set_property(self._frame, "chosen", "true" if opened else "false")


class _Head(QToolButton):
    """As wide as its card; what does not fit of the title ends in …"""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setProperty("look", "flat")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)
        icons.give(self, "chevron-right", "muted")

    def say(self, text: str) -> None:
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.setToolTip(self._text)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        room = max(40, self.width() - around)
        self.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    @override
    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()
