"""Which drive: those that are plugged in, with their room, and the list is renewed while one looks at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.delivery.drives import Drive
from ita_desktop.domain.sizes import room_words
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.theme import GAP, NEAR
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped

LOOK_EVERY_MS = 2_000
_NONE = "ไม่พบแฟลชไดรฟ์ เสียบแล้วรอสักครู่ รายการจะปรากฏเอง"


class DriveChoice(QWidget):
    chosen = Signal()
    """Another drive, or none."""

    def __init__(self, drives: Callable[[], tuple[Drive, ...]], messages: Messages) -> None:
        super().__init__()
        self._drives, self._messages = drives, messages
        self._by_hand: tuple[Drive, ...] = ()
        self.field = ChoiceField()
        self.field.setAccessibleName("ไดรฟ์")
        self.field.committed.connect(lambda _folder: self._show())
        self.other = QPushButton("โฟลเดอร์อื่น")
        self.other.setToolTip("ฮาร์ดดิสก์ภายนอกหรือโฟลเดอร์ที่ต้องการ")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self._choose)
        self._hint = Wrapped(tone="muted", rank="small")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self.other)
        column = column_in(self, spacing=NEAR)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._known: tuple[Drive, ...] = ()
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        self.look()
        self._show()

    @property
    def drive(self) -> Drive | None:
        return next((drive for drive in self._known if drive.folder == self.field.value()), None)

    def look(self) -> None:
        """What is plugged in now; what was chosen stays chosen while it is there."""
        before = self.drive
        self._known = (*self._drives(), *self._by_hand)
        self.field.set_choices([(drive.folder, _words(drive)) for drive in self._known])
        if self.drive is None and self._known:
            self.field.set_value(self._known[0].folder)
        if self.drive != before:
            self._show()

    def pause(self, paused: bool) -> None:
        """While something is written nobody asks the drive for its room."""
        if paused:
            self._clock.stop()
        else:
            self._clock.start()

    def _show(self) -> None:
        self._hint.say("" if self._known else _NONE)
        self._hint.setVisible(not self._known)
        self.field.setEnabled(bool(self._known))
        self.chosen.emit()

    def _choose(self) -> None:
        folder = self._messages.choose_folder("เลือกไดรฟ์หรือโฟลเดอร์", Path.home())
        if folder is None:
            return
        try:
            free = shutil.disk_usage(folder).free
        except OSError:
            free = 0  # copying will say what is wrong
        self._by_hand = (Drive(folder, folder.name or str(folder), free),)
        self.look()
        self.field.set_value(folder)
        self._show()


def _words(drive: Drive) -> str:
    return f"{drive.label} · ว่าง {room_words(drive.free)}"
