"""The foot of the import window: the ways on and back, and what is being done just now."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import row_in
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.labels import label


class Foot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.back, self.paste = QPushButton("ย้อนกลับ"), QPushButton("วางจากคลิปบอร์ด")
        self.blank = QPushButton("บันทึกแบบเปล่า…")
        self.blank.setToolTip("ตารางเปล่าทุกชนิดพร้อมแถวตัวอย่างและคำอธิบาย สำหรับกรอกแล้วนำเข้า")
        self.save_rejected = QPushButton("บันทึกแถวที่ไม่ได้นำเข้า…")
        self.cancel, self.main = QPushButton("ยกเลิก"), QPushButton()
        for button in (self.back, self.paste, self.blank, self.save_rejected, self.cancel, self.main):
            button.setAutoDefault(False)
        self.main.setProperty("look", "main")
        self._doing = label(tone="muted", rank="small")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("ความคืบหน้า")
        self.stop = icon_button("close", "หยุด")
        self.busy = QWidget()
        self._lay_out()
        self.rest()

    def show_busy(self, doing: str) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        self.busy.show()

    def show_progress(self, doing: str, share: float) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 100)
        self._bar.setValue(round(share * 100))

    def rest(self) -> None:
        self.busy.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in (self._doing, self._bar, self.stop):
            row.addWidget(part)
        row = row_in(self)
        row.addWidget(self.back)
        row.addWidget(self.paste)
        row.addWidget(self.blank)
        row.addWidget(self.busy)
        row.addStretch()
        row.addWidget(self.save_rejected)
        row.addWidget(self.cancel)
        row.addWidget(self.main)
