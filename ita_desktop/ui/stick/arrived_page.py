"""What lies on the drive now, each file with its digest; the drive is let go from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.delivery.drives import Drive
from ita_desktop.delivery.hash_list import LIST_NAME
from ita_desktop.delivery.stick import Delivered
from ita_desktop.domain.sizes import size_words
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped, label


@dataclass(frozen=True, slots=True)
class Arrived:
    name: str
    size: int
    digest: str


class ArrivedPage(QWidget):
    close_wanted = Signal()
    let_go = Signal()
    open_folder = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path()
        self.title = label(rank="title")
        self.note = Wrapped(tone="muted")
        model = RecordTable(
            (
                Column(title="ไฟล์", value=lambda each: each.name, icon=lambda _each: "done", tone=lambda _each: "ink"),
                Column(title="ขนาด", value=lambda each: size_words(each.size), right=True, width=90),
                Column(
                    title="SHA-256", value=lambda each: f"{each.digest[:16]}…", width=170, tip=lambda each: each.digest
                ),
            ),
            key=lambda each: each.name,
            parent=self,
        )
        self.table = Table(model, "ไฟล์ที่คัดลอกแล้ว", whole_rows=True)
        self.eject = QPushButton("ถอดไดรฟ์")
        self.eject.setProperty("look", "main")
        self.eject.clicked.connect(self.let_go)
        self.folder = QPushButton("เปิดโฟลเดอร์")
        self.folder.clicked.connect(lambda: self.open_folder.emit(self._folder))
        self.close_button = QPushButton("ปิด")
        self.close_button.clicked.connect(self.close_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.folder)
        foot.addStretch()
        for button in (self.folder, self.close_button, self.eject):
            button.setAutoDefault(False)
        foot.addWidget(self.close_button)
        foot.addWidget(self.eject)
        column = column_in(self)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_delivered(self, delivered: Delivered, sizes: Sequence[int], drive: Drive) -> None:
        self._folder = delivered.folder
        self.title.setText(f"คัดลอกลง {drive.label} แล้ว {len(delivered.files)} ไฟล์")
        renamed = [f"{old} เก็บในชื่อ {new} เพราะไดรฟ์บางชนิดไม่รับชื่อเดิม" for old, new in delivered.renamed]
        told = f"อ่านกลับจากไดรฟ์แล้ว ตรงทุกไฟล์ ในนั้นมี {LIST_NAME} ไว้ตรวจภายหลัง"
        self.note.say("\n".join((told, f"อยู่ที่ {delivered.folder}", *renamed)))
        rows = zip(delivered.files, sizes, delivered.digests, strict=True)
        self.table.show_records(Arrived(*row) for row in rows)
        self.eject.setFocus()

    def show_gone(self, answer: str) -> None:
        """The drive was let go, in the words of whoever let it go."""
        self.title.setText(answer)
        self.note.say("ระบบปล่อยไดรฟ์แล้ว ถอดออกจากเครื่องได้อย่างปลอดภัย")
        self.eject.hide()
        self.folder.setEnabled(False)
        self.close_button.setFocus()
