"""The second place in one line: where it is, how old the last backup there is, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.ui.keeping.second_place import SecondPlace
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.theme import set_property
from ita_desktop.ui.widgets.arrangement import row_in
from ita_desktop.ui.widgets.labels import Wrapped

_NONE_YET = "ควรมีที่สำรองแห่งที่สองนอกเครื่องนี้ เช่น แฟลชไดรฟ์ที่เก็บไว้ในตู้"


class SecondPlaceLine(QWidget):
    def __init__(self, second: SecondPlace, messages: Messages) -> None:
        super().__init__()
        self._second, self._messages = second, messages
        self.words = Wrapped(rank="small")
        self.carry = QPushButton("สำรองลงที่นั่น")
        self.carry.clicked.connect(second.back_up_now)
        self.choose = QPushButton()
        self.choose.clicked.connect(self._choose)
        row = row_in(self)
        row.addWidget(self.words, 1)
        for button in (self.carry, self.choose):
            button.setAutoDefault(False)
            row.addWidget(button)
        second.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        folder, days = self._second.folder, self._second.age_in_days()
        self.carry.setVisible(folder is not None)
        self.choose.setText("เปลี่ยนที่สำรอง" if folder else "ตั้งที่สำรองแห่งที่สอง")
        if folder is None:
            told = _NONE_YET
        else:
            last = "ยังไม่เคยสำรองลงที่นั่น" if days is None else "สำรองแล้ววันนี้" if days == 0 else f"ล่าสุด {days:,} วันก่อน"
            there = "" if self._second.is_there else " · ยังไม่ได้เสียบไดรฟ์"
            told = f"ที่สำรองแห่งที่สอง {folder.name or folder} · {last}{there}"
        self.words.say(told)
        self.words.setToolTip(str(folder or ""))
        set_property(self.words, "tone", "warn" if self._second.is_old() else "muted")

    def _choose(self) -> None:
        folder = self._messages.choose_folder("เลือกที่สำรองแห่งที่สอง", self._second.folder or Path.home())
        if folder is not None:
            self._second.choose(folder)
            self._second.back_up_now()
