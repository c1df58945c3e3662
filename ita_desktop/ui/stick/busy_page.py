"""What is being done, how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui.theme import PANEL
from ita_desktop.ui.widgets.labels import Wrapped


class BusyPage(QWidget):
    stop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.doing = Wrapped()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("ความคืบหน้า")
        self._stop = QPushButton("หยุด")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop)
        column = QVBoxLayout(self)
        column.setSpacing(PANEL)
        column.addStretch(2)
        column.addWidget(self.doing)
        column.addWidget(self.bar)
        column.addWidget(Wrapped("อย่าเพิ่งถอดไดรฟ์ ถ้าหยุดกลางคัน ไฟล์ที่ยังเขียนไม่ครบจะไม่มีค้างอยู่", tone="muted", rank="small"))
        column.addWidget(self._stop, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self, doing: str, *, can_stop: bool) -> None:
        self.doing.say(doing)
        self.bar.setRange(0, 0)
        self._stop.setVisible(can_stop)

    def show_progress(self, doing: str, share: float) -> None:
        self.doing.say(doing)
        self.bar.setRange(0, 100)
        self.bar.setValue(round(share * 100))
