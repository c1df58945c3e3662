"""An optional password, typed twice: who mistypes it would lock the papers away from everybody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ita_desktop.delivery.locked import can_lock, refuse_weak
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.ui.theme import GAP, NEAR
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped

_TOLD = "PDF เปิดได้ด้วยรหัสนี้เท่านั้น ไฟล์ Word อยู่ใน zip ที่ใส่รหัส โปรแกรมไม่เก็บรหัสไว้ ถ้าลืมจะเปิดไม่ได้อีก"
_CANNOT = "ใส่รหัสผ่านไม่ได้ เพราะโปรแกรมชุดนี้ไม่มีส่วนที่ใช้ใส่รหัส"


class PasswordFields(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        able = can_lock()
        self.wanted = QCheckBox("ใส่รหัสผ่าน")
        self.wanted.setEnabled(able)
        self.first, self.again = QLineEdit(), QLineEdit()
        for field, words in ((self.first, "รหัสผ่าน"), (self.again, "รหัสผ่านอีกครั้ง")):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.textChanged.connect(self._clear)
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.first)
        row.addWidget(self.again)
        self.told = Wrapped(_TOLD, tone="muted", rank="small")
        self.reason = Wrapped(tone="bad", rank="small")
        column = column_in(self, spacing=NEAR)
        column.addWidget(self.wanted)
        column.addWidget(self._fields)
        column.addWidget(self.reason)
        column.addWidget(self.told)
        if not able:
            self.told.say(_CANNOT)
        self.wanted.toggled.connect(self._show)
        self._show()

    def value(self) -> str:
        """Empty where none is wanted; raises with the reason where it is no good one."""
        if not self.wanted.isChecked():
            return ""
        refuse_weak(self.first.text())
        if self.first.text() != self.again.text():
            raise WrongUsage("รหัสผ่านสองช่องไม่ตรงกัน", do="พิมพ์ใหม่ให้ตรงกันทั้งสองช่อง")
        return self.first.text()

    def refuse(self, reason: str) -> None:
        self.reason.say(reason)
        self.reason.show()
        self.first.setFocus()

    def _clear(self) -> None:
        self.reason.hide()

    def _show(self) -> None:
        on = self.wanted.isChecked()
        self._fields.setVisible(on)
        self.told.setVisible(on or not can_lock())
        self.reason.hide()
        if on:
            self.first.setFocus()
        self.changed.emit()
