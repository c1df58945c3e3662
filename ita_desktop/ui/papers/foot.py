"""The foot of the papers window: what the review says, what is being done, the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ita_desktop.ui import icons
from ita_desktop.ui.papers.export_dialog import What
from ita_desktop.ui.papers.problem_list import ProblemCount
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.labels import label


class Foot(QWidget):
    export = Signal(object)
    """What is to be exported."""
    print_paper = Signal()
    to_stick = Signal()
    stop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.count = ProblemCount()
        self._doing = label(tone="muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._stop = QPushButton("หยุด")
        self._stop.clicked.connect(self.stop)
        tip = "โฟลเดอร์ PDF ทุกฉบับที่ข้อ OIT ของปีต้องใช้ ชื่อไฟล์พร้อมเผยแพร่"
        self.pack_button = _button("ชุดเว็บไซต์", "folder", tip)
        self.pack_button.clicked.connect(lambda: self.export.emit(What.PACK))
        self.stick_button = icon_button("stick", "ส่งลงไดรฟ์", key="Ctrl+U")  # the foot has no room for one word more
        self.stick_button.clicked.connect(self.to_stick)
        self.print_button = _button("พิมพ์", "print", "พิมพ์เอกสารนี้ (Ctrl+P)")
        self.print_button.clicked.connect(self.print_paper)
        self.export_button = QPushButton("ส่งออก")
        self.export_button.setToolTip("บันทึกเอกสารนี้เป็น PDF หรือ Word (Ctrl+E)")
        self.export_button.setProperty("look", "main")
        self.export_button.clicked.connect(lambda: self.export.emit(What.PDF))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, NEAR, PANEL, NEAR)
        row.setSpacing(GAP)
        row.addWidget(self.count)
        row.addStretch()
        for widget in (self._doing, self._bar, self._stop):
            row.addWidget(widget)
        for button in (self.pack_button, self.stick_button, self.print_button, self.export_button):
            row.addWidget(button)
        self.show_progress("", 0)

    def show_progress(self, doing: str, share: float) -> None:
        self._doing.setText(doing)
        self._bar.setValue(round(share * 100))
        for widget in (self._doing, self._bar, self._stop):
            widget.setVisible(bool(doing))


def _button(text: str, picture: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    icons.give(button, picture, "accent")
    return button
