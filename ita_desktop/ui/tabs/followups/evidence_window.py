"""All files of a workbook: whether each is still what was kept, what is gone, what nothing names any more.

A backup is one file and holds no files of evidence; here they are copied to a stick, and brought back from it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QFile, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from ita_desktop.actions import evidence
from ita_desktop.actions.evidence import Carried, EvidenceFile, Examination
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.problems import Place
from ita_desktop.domain.sizes import size_words
from ita_desktop.storage.document import Document
from ita_desktop.ui import icons
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.tabs.followups.evidence_list import STANDINGS
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.words import Look

_HINT = (
    "ไฟล์หลักฐานและฉบับสแกนอยู่ในโฟลเดอร์ข้างสมุดงาน ข้อมูลสำรองในเครื่องนี้เก็บเฉพาะสมุดงาน "
    "ไฟล์ไปกับข้อมูลสำรองในโฟลเดอร์อื่นและที่สำรองแห่งที่สอง เมื่อย้ายเครื่องให้นำโฟลเดอร์นี้ไปพร้อมสมุดงาน"
)
_NONE = "สมุดงานนี้ยังไม่มีไฟล์หลักฐาน แนบไฟล์หรือภาพได้ในรายงานของแต่ละมาตรการ"
_WHOLE = Look("ครบถ้วน", "done", "good", "ไฟล์ตรงกับวันที่เก็บทุกไบต์")
Line = tuple[EvidenceFile, Standing]
T = TypeVar("T")


class EvidenceWindow(QDialog):
    def __init__(self, session: Session, document: Document, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._document, self._jobs = session, document, jobs
        self._found = Examination((), ())
        self._open = True
        self.setWindowTitle("ไฟล์หลักฐานของสมุดงาน")
        resize_to_fit(self, 940, 560)
        self.summary = Wrapped("กำลังตรวจไฟล์", rank="heading")
        self._model = RecordTable(_columns(), key=lambda line: line[0].id, parent=self)
        self.table = Table(self._model, "ไฟล์หลักฐาน", whole_rows=True)
        self.table.set_rows_high(1.4)
        self.table.opened.connect(self._go)
        self.folder = self._verb("เปิดโฟลเดอร์", "folder", self.open_folder)
        self.copy = self._verb("คัดลอกทั้งหมดไปที่อื่น", "backup", self.copy_out)
        self.fetch = self._verb("นำไฟล์ที่หายกลับมา", "restore", self.bring_back)
        self.tidy = self._verb("ย้ายไฟล์ที่ไม่ใช้ไปถังขยะ", "delete", self.throw_away)
        self.empty = EmptyState("folder", _NONE, "ไปที่การติดตาม", self._go_to_reports)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._verbs = verbs = QWidget()
        flow = FlowLayout(verbs)
        flow.setSpacing(GAP)
        for button in (self.folder, self.copy, self.fetch, self.tidy):
            flow.addWidget(button)
        column = column_in(self, margin=PANEL)
        column.addWidget(Wrapped(_HINT, tone="muted"))
        column.addWidget(self.summary)
        column.addWidget(self._stack, 1)
        column.addWidget(verbs)
        column.addLayout(closing_row(self))
        self._show_buttons()
        self.examine()

    def _verb(self, text: str, picture: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: run())
        icons.give(button, picture, "accent")
        return button

    @property
    def _folder(self) -> Path:
        return evidence.folder_of(self._document)

    # Looking

    def examine(self) -> None:
        folder, named = self._folder, evidence.files(self._document)

        def work(progress: Progress) -> Examination:
            return evidence.examine(folder, named, progress.report)

        self._run("กำลังตรวจไฟล์หลักฐาน", work, self._show)

    def _show(self, found: Examination) -> None:
        self._found = found
        bad = {Standing.MISSING: "หายไป", Standing.CHANGED: "ถูกแก้ไข"}
        words = [f"{len(found.standings)} ไฟล์", f"ครบถ้วน {len(found.of(Standing.INTACT))}"]
        words += [f"{word} {count}" for standing, word in bad.items() if (count := len(found.of(standing)))]
        words += [f"ไม่มีรายการใดใช้ {len(found.superfluous)}"] if found.superfluous else []
        self.summary.say(" · ".join(words))
        nothing = not found.standings and not found.superfluous
        self._stack.setCurrentWidget(self.empty if nothing else self.table)
        for part in (self.summary, self._verbs):
            part.setHidden(nothing)
        worst = [Standing.MISSING, Standing.CHANGED, Standing.INTACT]
        self.table.show_records(sorted(found.standings, key=lambda line: worst.index(line[1])))
        self._show_buttons()

    def _show_buttons(self) -> None:
        named = bool(self._found.standings)
        self.folder.setEnabled(self._folder.is_dir())
        self.copy.setEnabled(bool(self._found.of(Standing.INTACT)))
        self.fetch.setEnabled(named and len(self._found.of(Standing.INTACT)) < len(self._found.standings))
        self.tidy.setEnabled(bool(self._found.superfluous))

    # Verbs

    def open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def copy_out(self) -> None:
        chosen = self._session.messages.choose_folder("คัดลอกไฟล์หลักฐานไปไว้ที่ใด", Path.home())
        if chosen is not None:
            target = chosen / self._folder.name
            self._carry(self._folder, target, f"คัดลอกไว้ที่ {target}")

    def bring_back(self) -> None:
        """From a copy of the folder: only files that are byte for byte what was kept."""
        chosen = self._session.messages.choose_folder("เลือกโฟลเดอร์ที่มีไฟล์หลักฐาน", Path.home())
        if chosen is not None:
            inside = chosen / self._folder.name
            self._carry(inside if inside.is_dir() else chosen, self._folder, "นำกลับมาแล้ว")

    def _carry(self, source: Path, target: Path, words: str) -> None:
        named = evidence.files(self._document)

        def work(progress: Progress) -> Carried:
            return evidence.carry(named, source, target, progress.report)

        def told(carried: Carried) -> None:
            left = f"ไม่ได้คัดลอก {len(carried.left)} ไฟล์ เพราะไม่พบหรือถูกแก้ไขแล้ว: {' '.join(carried.left[:5])}"
            detail = left if carried.left else "ตรวจแล้วว่าตรงกับต้นฉบับทุกไบต์"
            self._session.messages.tell(f"ไฟล์หลักฐาน {carried.files} ไฟล์ {words}", detail=detail)
            self.examine()

        self._run("กำลังคัดลอกหลักฐาน", work, told)

    def throw_away(self) -> None:
        """To the system's own bin, for undo may still want one of them back."""
        names = self._found.superfluous
        question = f"ย้าย {len(names)} ไฟล์ที่ไม่มีรายการใดใช้ไปถังขยะ"
        detail = "เป็นไฟล์ของหลักฐานที่ลบแล้ว ถ้ายังจะเลิกทำการลบ ให้เก็บไฟล์ไว้ก่อน"
        if self._session.messages.ask(question, verb="ย้ายไปถังขยะ", detail=detail, danger=True):
            left = [name for name in names if not QFile(str(self._folder / name)).moveToTrash()]
            if left:
                self._session.messages.tell(f"ย้ายไม่ได้ {len(left)} ไฟล์", detail="ไฟล์อาจเปิดอยู่ หรือไดรฟ์นี้ไม่มีถังขยะ")
            self.examine()

    def _go_to_reports(self) -> None:
        self.accept()
        self._session.show(Place("followup"))

    def _go(self, line: Line) -> None:
        file, _ = line
        if file.report:
            self.accept()
            self._session.choose_year(file.year)
            self._session.show(Place("followup", file.report, "evidence"))

    def _run(self, doing: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """What comes back after the window was closed, or over another workbook, is nobody's any more."""

        def still_wanted(result: T) -> None:
            if self._open and self._session.document is self._document:
                done(result)

        self._jobs.run(doing, work, still_wanted)

    @override
    def done(self, result: int) -> None:
        self._open = False
        super().done(result)


def _columns() -> tuple[Column, ...]:
    return (
        Column(title="ไฟล์", value=lambda line: line[0].kept.file, tip=lambda line: line[0].kept.file),
        Column(title="หลักฐานของ", value=lambda line: line[0].what, tip=lambda line: line[0].what),
        Column(title="ปี", value=lambda line: str(line[0].year), width=60),
        Column(title="ขนาด", value=lambda line: size_words(line[0].kept.size), right=True, width=90),
        Column(
            title="สภาพ",
            value=lambda line: _look(line[1]).text,
            icon=lambda line: _look(line[1]).icon,
            tone=lambda line: _look(line[1]).tone,
            tip=lambda line: _look(line[1]).tip,
            width=150,
        ),
    )


def _look(standing: Standing) -> Look:
    return _WHOLE if standing is Standing.INTACT else STANDINGS[standing]
