"""Our own mistake: what happened, that the workbook is safe (looked at, not believed), where the log is, a restart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.storage.document import Document
from ita_desktop.ui import icons
from ita_desktop.ui.dialogs import foot_row, resize_to_fit
from ita_desktop.ui.theme import APART, GAP, NEAR, PANEL
from ita_desktop.ui.widgets.labels import Wrapped, card, label


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is known of it; nothing of an office is in the details."""

    kind: str
    details: str
    log: Path | None


@dataclass(frozen=True, slots=True)
class Safety:
    """How the workbook was found."""

    words: str
    tone: str
    icon: str


def look_at(document: Document | None) -> Safety:
    """Every value of the workbook on its disk is read and held against what was stored."""
    if document is None:
        return Safety("ไม่มีสมุดงานเปิดอยู่ในขณะนั้น", "muted", "info")
    name = document.path.name
    try:
        document.verify()
    except ItaError as trouble:
        return Safety(f"{trouble} เปิดหน้าต่างข้อมูลสำรองเพื่อกู้คืน", "bad", "error")
    except Exception:  # noqa: BLE001 - while telling of one mistake a second one must not hide it
        return Safety(f"ยังตรวจไฟล์ {name} ไม่ได้ เริ่มโปรแกรมใหม่แล้วโปรแกรมจะตรวจเมื่อเปิดไฟล์", "warn", "warning")
    if document.read_only:
        return Safety(f"ไฟล์ {name} เปิดดูอย่างเดียว จึงไม่มีอะไรถูกแก้ไข", "good", "done")
    return Safety(f"ตรวจไฟล์ {name} แล้ว ครบทุกค่าตามที่บันทึกไว้", "good", "done")


class CrashDialog(QDialog):
    restart = Signal()

    def __init__(self, mistake: Mistake, safety: Safety, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._mistake = mistake
        self.setWindowTitle("ITA Desktop")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        sign, found = label(), label()
        sign.setPixmap(icons.pixmap("warning", 40, "warn"))
        found.setPixmap(icons.pixmap(safety.icon, 20, safety.tone))
        self.safety = Wrapped(safety.words, tone=safety.tone)
        self.log = Wrapped(_where(mistake), tone="muted", rank="small")
        self.copy = QPushButton("คัดลอกรายละเอียด")
        self.copy.clicked.connect(self._copy)
        self.folder = QPushButton("เปิดโฟลเดอร์บันทึก")
        self.folder.clicked.connect(self._open_folder)
        self.again = QPushButton("เริ่มโปรแกรมใหม่")
        self.again.setDefault(True)
        self.again.clicked.connect(self._restart)
        self.go_on = QPushButton("ทำงานต่อ")
        self.go_on.clicked.connect(self.reject)
        safe = card()
        row = QHBoxLayout(safe)
        row.setContentsMargins(PANEL, GAP, PANEL, GAP)
        row.addWidget(found, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.safety, 1)
        words = QVBoxLayout()
        words.setSpacing(NEAR)
        words.addWidget(Wrapped("โปรแกรมทำงานผิดพลาดโดยไม่คาดคิด", rank="heading"))
        words.addWidget(Wrapped("สิ่งที่สั่งครั้งล่าสุดอาจไม่ได้ทำ สิ่งที่บันทึกไว้ก่อนนั้นไม่เปลี่ยน"))
        head = QHBoxLayout()
        head.setSpacing(PANEL)
        head.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        helping = QHBoxLayout()
        helping.setSpacing(GAP)
        helping.addWidget(self.copy)
        helping.addWidget(self.folder)
        helping.addStretch()
        foot = foot_row(self.go_on, self.again)
        for button in (self.copy, self.folder, self.go_on):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addLayout(head)
        column.addWidget(safe)
        column.addWidget(
            Wrapped("ถ้าพบอีก ให้คัดลอกรายละเอียดส่งให้ผู้ดูแลโปรแกรม ในนั้นไม่มีข้อมูลของหน่วยงานหรือบุคคล", tone="muted", rank="small")
        )
        column.addWidget(self.log)
        column.addLayout(helping)
        column.addStretch()
        column.addLayout(foot)
        self.folder.setVisible(mistake.log is not None)
        resize_to_fit(self, 560, 340)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._mistake.details)
        self.copy.setText("คัดลอกแล้ว")

    def _open_folder(self) -> None:
        if self._mistake.log is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._mistake.log.parent)))

    def _restart(self) -> None:
        self.accept()
        self.restart.emit()


def _where(mistake: Mistake) -> str:
    where = (
        f"บันทึกของโปรแกรมอยู่ที่ {mistake.log}" if mistake.log else "ยังเขียนบันทึกของโปรแกรมไม่ได้ รายละเอียดคัดลอกได้จากปุ่มด้านล่าง"
    )
    return f"ชนิดของข้อผิดพลาด {mistake.kind}\n{where}"
