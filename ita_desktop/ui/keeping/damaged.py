"""A file that cannot be opened: what is damaged, the newest good backup, and what can still be read of the file itself.

Nothing is repaired in place. A backup takes the file's name and the file is kept beside it; what can be read becomes a
new file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import workbook
from ita_desktop.actions.workbook import Salvaged
from ita_desktop.delivery.names import free
from ita_desktop.domain.errors import DamagedFile, ItaError
from ita_desktop.storage.backups import Backup
from ita_desktop.thai.dates import moment_words
from ita_desktop.ui import icons
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.files import WORKBOOK, Files
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.keeping.words import WHY
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import APART, GAP, NEAR, PANEL, theme
from ita_desktop.ui.waiting import done_beside
from ita_desktop.ui.widgets.arrangement import column_in, scrolled
from ita_desktop.ui.widgets.labels import Wrapped, heading, label

SALVAGE = "กู้ข้อมูลเท่าที่อ่านได้"


class DamagedDialog(QDialog):
    others = Signal(object)
    """The path, whose other backups are to be looked through."""
    known = Signal()
    """What can be saved is known, both ways."""

    def __init__(self, path: Path, trouble: ItaError, files: Files, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._path, self._files, self._session = path, files, session
        self._backup: Backup | None = None
        self._salvaged: Salvaged | None = None
        self._jobs = Jobs(session.messages, self)
        self._left = 2
        self.setWindowTitle("เปิดไฟล์ไม่ได้")
        self.what = Wrapped(_what(path, trouble))
        self.from_backup = _Way("ข้อมูลสำรองล่าสุดที่สมบูรณ์", "กู้คืนข้อมูลสำรองนี้")
        self.more = QPushButton("ดูชุดอื่น")
        self.more.setAutoDefault(False)
        self.more.hide()
        self.from_backup.verbs.insertWidget(1, self.more)
        self.from_file = _Way("ข้อมูลที่ยังอ่านได้จากไฟล์นี้", SALVAGE)
        self._lay_out(trouble)
        self.from_backup.verb.clicked.connect(self.restore)
        self.more.clicked.connect(self._look_at_others)
        self.from_file.verb.clicked.connect(self.salvage)
        resize_to_fit(self, round(640 * theme().zoom), round(570 * theme().zoom))
        self._jobs.run("กำลังตรวจข้อมูลสำรอง", self._find_backup, self._show_backup)
        self._jobs.run("กำลังอ่านไฟล์", self._read, self._show_salvaged)

    def _lay_out(self, trouble: ItaError) -> None:
        sign = label()
        sign.setPixmap(icons.pixmap("warning", 32, "warn"))
        head = QHBoxLayout()
        head.setSpacing(PANEL)
        head.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(NEAR)
        words.addWidget(Wrapped(trouble.happened, rank="heading"))
        words.addWidget(self.what)
        head.addLayout(words, 1)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        ways = column_in(inside, spacing=PANEL)
        ways.addWidget(self.from_backup)
        ways.addWidget(self.from_file)
        ways.addStretch()
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(foot)

    # What can be saved

    def _find_backup(self, _progress: Progress) -> Backup | None:
        places = self._files.places
        try:
            return workbook.newest_good_backup(self._path, places.backups, frameworks=places.frameworks)
        except ItaError:
            return None  # the place of the backups itself cannot be read

    def _show_backup(self, backup: Backup | None) -> None:
        self._backup = backup
        if backup is None:
            self.from_backup.say("ไม่มีข้อมูลสำรองที่สมบูรณ์ของไฟล์นี้ในเครื่อง", ready=False)
        else:
            told = f"สำรองเมื่อ {moment_words(backup.made)} ({WHY[backup.why]})"
            kept = "ตรวจแล้วว่าครบทุกค่า สิ่งที่แก้หลังจากนั้นไม่อยู่ในชุดนี้ ไฟล์ที่เสียหายจะเก็บไว้ข้าง ๆ"
            self.from_backup.say(f"{told}\n{kept}", ready=True, main=True)
            self.more.show()
        self._count()

    def _read(self, _progress: Progress) -> Salvaged | ItaError:
        try:
            return workbook.read_damaged(self._path)
        except ItaError as trouble:
            return trouble

    def _show_salvaged(self, found: Salvaged | ItaError) -> None:
        if isinstance(found, ItaError):
            self.from_file.say("ไม่พบข้อมูลที่ยังอ่านได้ในไฟล์นี้", ready=False)
        else:
            self._salvaged = found
            kept = "จะเก็บเป็นไฟล์ใหม่ ไฟล์ที่เสียหายไม่ถูกแก้ไข"
            self.from_file.say("\n".join((*found.lines(), kept)), ready=True, main=self._backup is None)
        self._count()

    def _count(self) -> None:
        self._left -= 1
        if not self._left:
            best = next((way.verb for way in (self.from_backup, self.from_file) if way.verb.isEnabled()), None)
            if best is not None:
                best.setFocus()
            self.known.emit()

    # What the officer chooses

    def restore(self) -> None:
        if self._backup is not None:
            self.accept()
            self._files.restore(self._backup.path, self._path)

    def _look_at_others(self) -> None:
        self.accept()
        self.others.emit(self._path)

    def salvage(self) -> None:
        found = self._salvaged
        if found is None:
            return
        taken = frozenset(each.name for each in self._path.parent.iterdir())
        proposal = self._path.with_name(free(f"{self._path.stem} (กู้ข้อมูล){WORKBOOK.suffix}", taken))
        target = self._session.messages.save_file("เก็บข้อมูลที่กู้ได้ไว้ที่ใด", [WORKBOOK], proposal)
        if target is None:
            return
        frameworks = self._files.places.frameworks
        try:
            done_beside(
                lambda: workbook.save_salvaged(found, target, frameworks=frameworks),
                f"กำลังเก็บข้อมูลที่กู้ได้ลง {target.name}",
                safe="ไฟล์ที่เสียหายไม่ถูกแก้ไข",
            )
        except ItaError as trouble:
            self._session.messages.error(trouble)
            return
        self.accept()
        self._files.open(target)
        self._session.messages.tell(f"กู้ข้อมูลเท่าที่อ่านได้ไว้ใน {target.name} แล้ว", detail="\n".join(found.lines()))

    @override
    def done(self, result: int) -> None:
        self._jobs.close()
        super().done(result)


class _Way(QFrame):
    """One way out: what it would give, and the verb."""

    def __init__(self, title: str, verb: str) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self.words = Wrapped("กำลังตรวจ", tone="muted")
        self.verb = QPushButton(verb)
        self.verb.setAutoDefault(False)
        self.verb.setEnabled(False)
        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(GAP)
        self.verbs.addStretch()
        self.verbs.addWidget(self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.setSpacing(GAP)
        column.addWidget(heading(title))
        column.addWidget(self.words)
        column.addLayout(self.verbs)

    def say(self, words: str, *, ready: bool, main: bool = False) -> None:
        self.words.say(words)
        self.verb.setEnabled(ready)
        self.verb.setDefault(ready and main)


def _what(path: Path, trouble: ItaError) -> str:
    if not path.exists():
        return "ไฟล์ไม่อยู่ที่เดิมแล้ว อาจถูกย้าย ลบ หรืออยู่ในไดรฟ์ที่ยังไม่ได้เสียบ"
    if not isinstance(trouble, DamagedFile):
        where = "อาจเป็นไฟล์ชนิดอื่นที่เปลี่ยนชื่อมา หรือไฟล์ที่คัดลอกมาไม่ครบ"
    else:
        where = "ส่วนอื่นของไฟล์ยังตรงกับที่บันทึกไว้" if trouble.kinds else "เสียหายในส่วนที่ใช้เปิดไฟล์"
    return f"{where}\nโปรแกรมไม่ได้แก้ไขไฟล์นี้ และจะไม่ซ่อมทับไฟล์เดิม"
