"""Who signs, with which certificate, opened by which password. The password is used once and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.papers.blocks import SignatureBlock
from ita_desktop.ui.dialogs import cancel_button, foot_row
from ita_desktop.ui.form import Form
from ita_desktop.ui.theme import APART, GAP, NEAR, PANEL
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.fields import ChoiceField, LineField
from ita_desktop.ui.widgets.labels import Wrapped

_EXPLAINED = (
    "ลายมือชื่อจะปรากฏในช่องเหนือชื่อผู้ลงนาม และเก็บเป็นฉบับใหม่ที่แก้ไขไม่ได้ ทำงานโดยไม่ใช้อินเทอร์เน็ต โปรแกรมไม่เก็บใบรับรองและรหัสผ่าน"
)
_WRONG = "เอกสารนี้{wrong} ควรแก้ก่อนลงนาม"


class CertificateField(QWidget):
    """A file that is chosen, and named."""

    committed = Signal(object)

    def __init__(self, choose: Callable[[], Path | None]) -> None:
        super().__init__()
        self._choose = choose
        self._path: Path | None = None
        self._name = LineField(hint="ไฟล์ .p12 หรือ .pfx ของผู้ลงนาม")
        self._name.setReadOnly(True)
        self.button = verb_button("เลือก", "folder", "เลือกไฟล์ใบรับรองพร้อมกุญแจของผู้ลงนาม")
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._name, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name.setAccessibleName(name)

    def value(self) -> Path | None:
        return self._path

    def set_value(self, value: object) -> None:
        self._path = value if isinstance(value, Path) else None
        self._name.set_value(self._path.name if self._path else "")
        self._name.setToolTip(str(self._path or ""))

    def flush(self) -> None:
        """Nothing is typed here."""

    def _ask(self) -> None:
        path = self._choose()
        if path is not None:
            self.set_value(path)
            self.committed.emit(path)


class SigningDialog(QDialog):
    wanted = Signal(int, object, str)
    """The place of who signs, the certificate's file, its password."""

    def __init__(
        self,
        title: str,
        waiting: Sequence[tuple[int, SignatureBlock]],
        certificate: Path | None,
        wrong: str,
        choose: Callable[[], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"ลงนาม{title}ด้วยใบรับรอง")
        self.setMinimumWidth(480)
        self.who = ChoiceField([(place, _called(place, block)) for place, block in waiting])
        self.certificate = CertificateField(choose)
        self.password = LineField(read=str)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = Form(columns=1)
        self.form.add("who", "ผู้ลงนาม", self.who)
        self.form.add("certificate", "ใบรับรองอิเล็กทรอนิกส์", self.certificate)
        self.form.add("password", "รหัสผ่านของใบรับรอง", self.password)
        self.form.load({"who": waiting[0][0], "certificate": certificate, "password": ""})
        self.certificate.committed.connect(self._ready)
        self.password.textChanged.connect(self._ready)
        self._warning = Wrapped(tone="warn", rank="small")
        self._warning.say(_WRONG.format(wrong=wrong))
        self._trouble = Wrapped(tone="bad", rank="small")
        self._trouble.hide()
        self.verb = QPushButton("ลงนาม")
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._sign)
        self.cancel = cancel_button(self)
        foot = foot_row(self.cancel, self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(GAP + NEAR)
        column.addWidget(Wrapped(_EXPLAINED, tone="muted"))
        column.addWidget(self._warning)
        column.addWidget(self.form)
        column.addWidget(self._trouble)
        column.addLayout(foot)
        self._warning.setVisible(bool(wrong))  # it stands in the dialog by now, and flashes up nowhere
        self._ready()

    def refuse(self, reason: str) -> None:
        """It could not be signed; everything but the password stays as it was chosen."""
        self._busy(False)
        self._trouble.say(reason)
        self._trouble.show()
        self.password.selectAll()
        self.password.setFocus()

    @override
    def reject(self) -> None:
        """What is being signed cannot be stopped any more."""
        if self.form.isEnabled():
            super().reject()

    def _sign(self) -> None:
        place, path = self.who.value(), self.certificate.value()
        if isinstance(place, int) and path is not None:
            self._trouble.hide()
            self._busy(True)
            self.wanted.emit(place, path, self.password.text())

    def _busy(self, busy: bool) -> None:
        self.verb.setText("กำลังลงนาม" if busy else "ลงนาม")
        self.form.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self._ready()

    def _ready(self) -> None:
        self.verb.setEnabled(self.form.isEnabled() and self.certificate.value() is not None)


def _called(place: int, block: SignatureBlock) -> str:
    return " – ".join(part for part in (block.name, block.position) if part) or f"ผู้ลงนามลำดับที่ {place + 1}"
