"""A line to type in and what was found under it; arrows choose, Enter goes, Esc closes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget
from typing_extensions import override

from ita_desktop.ui.find.finder import Finder, Found
from ita_desktop.ui.find.things import Thing
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.widgets.seeking import seeking_line

_WIDE, _HIGH = 720, 520


class FindPopup(QFrame):
    chosen = Signal(object)
    """A `Goal`; the popup is closed by then."""

    def __init__(self, session: Session, finder: Finder, commands: Sequence[Thing], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self._finder = finder
        self._commands = commands
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("frame", "card")
        self.line = seeking_line("คำที่ค้นหา", "พิมพ์คำ รหัส เช่น o8 หรือ ตัวชี้วัด 3 หรือชื่อคำสั่ง")
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.list = RecordList("ผลการค้นหา")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows typed in the line move in it
        self.list.clicked.connect(self._go)
        self.nothing = EmptyState("find", "")
        self._answers = QStackedWidget()
        self._answers.addWidget(self.list)
        self._answers.addWidget(self.nothing)
        column = column_in(self, margin=GAP)
        column.addWidget(self.line)
        column.addWidget(self._answers, 1)
        column.addWidget(Wrapped("↑ ↓ เลือก · Enter ไป · Esc ปิด", tone="muted", rank="small"))
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)

    def open_over(self, window: QWidget) -> None:
        width, height = min(_WIDE, window.width() - 80), min(_HIGH, window.height() - 120)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.setGeometry(corner.x() + (window.width() - width) // 2, corner.y() + 70, width, height)
        self._learn()
        self.show()
        self.line.setFocus()
        self._show()

    def _learn(self) -> None:
        """The year that is looked at now, the others while nothing else is to be done."""
        document, year = self._session.document, self._session.year
        if document is not None and year is not None:
            self._finder.learn_commands(self._commands)
            self._finder.learn_office(document.office, document.years())
            self._finder.learn_year(year)
            self._reading.start()

    def _read_on(self) -> None:
        document = self._session.document
        years = map(document.year, reversed(document.years())) if document is not None else ()
        unknown = next((year for year in years if not self._finder.knows(year)), None)
        if unknown is not None:
            self._finder.learn_year(unknown)
        else:
            self._reading.stop()
            self._show()

    def _show(self) -> None:
        year, typed = self._session.year, self.line.text()
        if year is None:
            return
        if typed.strip():
            answer = self._finder.look_for(typed, year.number)
            entries = [_entry(found, year.number, answer.counts) for found in answer.found]
        else:
            entries = list(_offered(self._commands))
        self.nothing.say(f"ไม่พบ “{typed.strip()}” ลองพิมพ์คำที่สั้นลง หรือรหัส เช่น o8")
        self._answers.setCurrentWidget(self.list if entries else self.nothing)
        self.list.show_entries(entries)
        if entries:
            self.list.go_to(entries[0].key)
            self.list.scrollToTop()

    def _go(self) -> None:
        found: Found | None = self.list.current_record()
        if found is not None:
            self.close()
            self.chosen.emit(found.thing.going_to(found.part.field) if found.part else found.thing.goal)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)


def _entry(found: Found, current: int, counts: Mapping[str, int]) -> Entry:
    thing = found.thing
    elsewhere = thing.year is not None and thing.year != current
    return Entry(
        record=found,
        key=id(thing),
        title=thing.title,
        note=found.note,
        icon=thing.icon,
        aside=f"ปี {thing.year}" if elsewhere else thing.key,
        group=thing.group,
        group_note=f"พบ {counts[thing.group]}",
    )


def _offered(commands: Iterable[Thing]) -> Iterable[Entry]:
    """Before anything is typed: what can be done, menu by menu."""
    for thing in commands:
        found = Found(thing, None, "")
        group = thing.menu or thing.group
        yield Entry(record=found, key=id(thing), title=thing.title, icon=thing.icon, aside=thing.key, group=group)
