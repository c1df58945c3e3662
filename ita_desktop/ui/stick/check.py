"""ตรวจไฟล์ในไดรฟ์: is what lies there what was put there, file by file against the list that travels with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from typing_extensions import override

from ita_desktop.actions import stick
from ita_desktop.delivery.drives import Drive
from ita_desktop.delivery.hash_list import Checked
from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.dialogs import foot_row, resize_to_fit
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.stick.drive_choice import DriveChoice
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import PANEL, set_property
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped

_STATES = {
    "changed": ("เนื้อหาเปลี่ยนไป", "error", "bad"),
    "missing": ("ไม่พบไฟล์", "error", "bad"),
    "intact": ("ตรงกับที่คัดลอกไว้", "done", "good"),
    "unlisted": ("ไม่อยู่ในรายการ", "info", "muted"),
}
_NO_LIST = "ไม่พบไฟล์ที่ส่งจากโปรแกรมนี้ในไดรฟ์ที่เลือก"


@dataclass(frozen=True, slots=True)
class Line:
    folder: Path
    file: str
    state: str


class CheckDialog(QDialog):
    def __init__(self, messages: Messages, drives: Callable[[], tuple[Drive, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = Jobs(messages, self)
        self.setWindowTitle("ตรวจไฟล์ในไดรฟ์")
        self.drives = DriveChoice(drives, messages)
        self.answer = Wrapped("อ่านทุกไฟล์จากไดรฟ์แล้วเทียบกับรายการที่บันทึกไว้ตอนคัดลอก", tone="muted")
        model = RecordTable(
            (
                Column(title="ไฟล์", value=lambda line: line.file),
                Column(
                    title="โฟลเดอร์", value=lambda line: f"{line.folder.name} · {line.folder.parent.name}", width=220
                ),
                Column(
                    title="ผล",
                    value=lambda line: _STATES[line.state][0],
                    icon=lambda line: _STATES[line.state][1],
                    tone=lambda line: _STATES[line.state][2],
                    width=160,
                ),
            ),
            key=lambda line: (line.folder, line.file),
            parent=self,
        )
        self.table = Table(model, "ผลการตรวจ", whole_rows=True)
        self.go = QPushButton("ตรวจ")
        self.go.setProperty("look", "main")
        self.go.setDefault(True)
        self.go.clicked.connect(self.check)
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = foot_row(close, self.go)
        column = column_in(self, margin=PANEL)
        column.addWidget(self.drives)
        column.addWidget(self.answer)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.drives.chosen.connect(self._show_ready)
        self._jobs.shown.connect(lambda doing: self._say(doing, "muted"))
        self._jobs.progressed.connect(lambda doing, _share: self._say(doing, "muted"))
        self._jobs.hidden.connect(self._rest)
        resize_to_fit(self, 760, 480)
        self._show_ready()

    def check(self) -> None:
        drive = self.drives.drive
        if drive is None:
            return
        self.go.setEnabled(False)
        self.drives.pause(True)

        def work(progress: Progress) -> dict[Path, Checked] | ItaError:
            try:
                folders = stick.listed_folders(drive.folder)
                found = {}
                for done, folder in enumerate(folders):
                    progress.report(f"กำลังตรวจ {folder.name}", done / len(folders))
                    found[folder] = stick.check_stick(folder)
            except ItaError as trouble:
                return trouble
            return found

        self._jobs.run(f"กำลังตรวจ {drive.label}", work, self._show)

    def _show(self, found: dict[Path, Checked] | ItaError) -> None:
        if isinstance(found, ItaError):
            self.table.show_records(())
            self._say(str(found), "bad")
            return
        lines = [
            Line(folder, file, state)
            for folder, checked in found.items()
            for state in _STATES
            for file in getattr(checked, state)
        ]
        self.table.show_records(lines)
        wrong = sum(line.state in ("changed", "missing") for line in lines)
        intact = sum(line.state == "intact" for line in lines)
        if not found:
            self._say(_NO_LIST, "warn")
        elif wrong:
            self._say(f"มี {wrong} ไฟล์ที่ไม่ตรงกับตอนคัดลอก อย่าใช้ไฟล์เหล่านั้น ให้ส่งลงไดรฟ์ใหม่", "bad")
        else:
            self._say(f"ตรงกับตอนคัดลอกทุกไฟล์ ({intact:,} ไฟล์)", "good")

    def _say(self, words: str, tone: str) -> None:
        self.answer.say(words)
        set_property(self.answer, "tone", tone)

    def _show_ready(self) -> None:
        self.go.setEnabled(self.drives.drive is not None and not self._jobs.busy)

    def _rest(self) -> None:
        self.drives.pause(False)
        self._show_ready()

    @override
    def done(self, result: int) -> None:
        self.drives.pause(True)
        self._jobs.close()
        super().done(result)
