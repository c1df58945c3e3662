"""Giving a backup back: those the program made by itself, or one from a stick."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.storage.backups import Backup
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.files import WORKBOOK, Files, when
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.labels import Wrapped


class RestoreDialog(QDialog):
    def __init__(self, files: Files, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._files = files
        self._session = session
        self.setWindowTitle("กู้คืนจากข้อมูลสำรอง")
        resize_to_fit(self, 520, 400)
        model = RecordTable(
            (
                Column(title="สำรองเมื่อ", value=lambda backup: when(backup.made)),
                Column(title="ขนาด", value=_size, right=True, width=110),
            ),
            key=lambda backup: backup.number,
            parent=self,
        )
        self.table = Table(model, "ข้อมูลสำรอง", whole_rows=True)
        self.table.opened.connect(self._restore)
        self.table.show_records(reversed(files.known_backups()))
        self.table.choose(model.index(0, 0))
        known = bool(model.rowCount())
        sentence = "แฟ้มที่เปิดอยู่จะเก็บไว้ข้าง ๆ ในชื่ออื่น จึงไม่มีอะไรหาย" if known else "ยังไม่มีข้อมูลสำรองของสมุดงานนี้ในเครื่อง"
        restore = QPushButton("กู้คืน")
        restore.setDefault(True)
        restore.setEnabled(known)
        restore.clicked.connect(lambda: self._restore(self.table.current_record()))
        other = QPushButton("เลือกแฟ้มอื่น")
        other.clicked.connect(self._choose)
        cancel = QPushButton("ยกเลิก")
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(other)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.setSpacing(GAP)
        column.addWidget(Wrapped(sentence, tone="muted"))
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _restore(self, backup: Backup | None) -> None:
        if backup is not None:
            self._give_back(backup.path)

    def _choose(self) -> None:
        path = self._session.messages.open_file("เลือกข้อมูลสำรอง", [WORKBOOK], Path.home())
        if path is not None:
            self._give_back(path)

    def _give_back(self, backup: Path) -> None:
        target = self._session.path
        self.accept()
        if target is not None:
            self._files.restore(backup, target)


def _size(backup: Backup) -> str:
    return f"{backup.path.stat().st_size / 1024:,.0f} KB" if backup.path.exists() else ""
