"""Workbooks come and go: new, open, sample, out as a sheet, given back from a backup."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from ita_desktop.delivery.names import fitting, free
from ita_desktop.delivery.places import Place, kind_of_place
from ita_desktop.domain.errors import DamagedFile, FileTrouble, ItaError, NotAWorkbook
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.waiting import done_beside

if TYPE_CHECKING:  # what a workbook needs is loaded with the first one
    from ita_desktop.storage.document import Document
    from ita_desktop.ui.backing_up import BackingUp
    from ita_desktop.ui.start_page import NewWorkbook

WORKBOOK = FileKind("สมุดงาน ITA", ".ita")
SHEETS = FileKind("ตาราง Excel", ".xlsx")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program's own things lie; the window is told, it never asks."""

    frameworks: Frameworks
    sample: Path
    backups: Path
    fonts: Path
    help: Path
    program: Path | None = None
    """Where the program is installed, with the list of its files; none where it runs from its sources."""
    kind_of: Callable[[Path], Place] = kind_of_place
    """Whether a file lies where it can be worked on."""


class Files(QObject):
    leaving = Signal()
    """The open workbook is about to be closed: what is still being typed belongs to it."""
    saved = Signal(object)
    """When the last change reached the disk; None on opening."""
    given_back = Signal(object)
    """This backup was given back: files beside it come back with it."""
    damaged = Signal(object, object)
    """A path that cannot be opened, and why: what can be saved is to be offered."""
    elsewhere = Signal(object, object)
    """A path on a stick or a server, and which: it is to be worked on as a copy."""

    def __init__(
        self, session: Session, places: Places, settings: Settings, now: Callable[[], datetime.datetime]
    ) -> None:
        super().__init__(session)
        self.places = places
        self._session = session
        self._settings = settings
        self.now = now
        session.changed.connect(lambda _changed: self.saved.emit(self.now()))

    @cached_property
    def backups(self) -> BackingUp:
        from ita_desktop.ui.backing_up import BackingUp

        return BackingUp(self._session, self.places.backups, self.now, self)

    # Coming

    def create(self, wanted: NewWorkbook) -> None:
        from ita_desktop.actions.workbook import create
        from ita_desktop.domain.records import Office

        proposal = documents() / fitting(f"ITA {wanted.office}{WORKBOOK.suffix}")
        target = self._session.messages.save_file("ตั้งชื่อสมุดงาน", [WORKBOOK], _not_taken(proposal))
        if target is None:
            return
        years = (wanted.year - 1, wanted.year) if wanted.with_last_year else (wanted.year,)
        office = Office(name=wanted.office)
        self._use(lambda: create(target, office, years, frameworks=self.places.frameworks))

    def choose_and_open(self) -> None:
        recent = self._settings.recent
        folder = recent[0].parent if recent else documents()
        path = self._session.messages.open_file("เปิดสมุดงาน", [WORKBOOK], folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Where it lies; from a stick or a server it comes as a copy."""
        document = self._session.document
        if document is not None and document.path == path:
            return
        place = self.places.kind_of(path)
        if place is not Place.LOCAL and path.exists():
            self.elsewhere.emit(path, place)
        else:
            self.open_here(path)

    def open_here(self, path: Path) -> None:
        try:
            opened = self._opened(path)
        except (DamagedFile, NotAWorkbook) as trouble:
            self.damaged.emit(path, trouble)
        except FileTrouble as trouble:
            self._offer_to_look(path, trouble)
        else:
            self._use(lambda: opened)

    def open_sample(self) -> None:
        """One click away, and a copy of its own each time: people play with it."""
        target = _not_taken(documents() / f"ตัวอย่าง ITA{WORKBOOK.suffix}")
        self._open_sample_in(target)
        if self._session.path == target:
            self._session.said.emit(f"ตัวอย่างเก็บไว้ที่ {target}")
        elif elsewhere := self._session.messages.save_file("เก็บตัวอย่างไว้ที่ใด", [WORKBOOK], target):
            self._open_sample_in(elsewhere)

    def _open_sample_in(self, target: Path) -> None:
        from ita_desktop.actions.workbook import create_from_data

        self._use(lambda: create_from_data(target, self.places.sample, frameworks=self.places.frameworks))

    def open_last(self) -> None:
        """On starting, the workbook of last time, where it still is."""
        recent = self._settings.recent
        if recent and recent[0].exists():
            self.open(recent[0])

    def close(self, *, thin: bool = True) -> None:
        """What changed since the last backup gets one."""
        self.leaving.emit()
        self.backups.leave(thin=thin)
        self._session.use(None)

    def _use(self, make: Callable[[], Document]) -> None:
        self.leaving.emit()
        self.backups.leave()
        document = self._session.attempt(make)
        if document is None:
            return
        self._settings.remember(document.path)
        self._session.use(document)
        self.saved.emit(None)
        self.backups.follow(document)
        if document.upgraded_from is not None:
            self._session.said.emit(f"ปรับไฟล์เป็นรุ่นปัจจุบันแล้ว ไฟล์เดิมเก็บไว้ในชื่อ {document.upgraded_from.name}")

    def _opened(self, path: Path, *, read_only: bool = False) -> Document:
        """Every value is held against what was stored, and an older file is brought up to date: that takes its time."""
        from ita_desktop.storage.document import Document

        def opened() -> Document:
            document = Document.open(path, frameworks=self.places.frameworks, read_only=read_only)
            try:
                for last in document.years()[-1:]:
                    document.year(last)  # it is what is shown; twenty full years take a while to be read
            except BaseException:
                document.close()
                raise
            return document

        return done_beside(
            opened,
            f"กำลังเปิด {path.name}",
            safe="โปรแกรมตรวจทุกค่าในไฟล์ก่อนเปิด ไฟล์ของโปรแกรมรุ่นเก่าจะเก็บสำเนาไว้ก่อนปรับรุ่น",
        )

    def _offer_to_look(self, path: Path, trouble: FileTrouble) -> None:
        """A file that cannot be written may still be read: open elsewhere, on a full or protected drive."""
        from ita_desktop.storage.backups import folder_of, found_in

        try:
            document = self._opened(path, read_only=True)
        except ItaError:
            if not path.exists() and found_in(folder_of(path, self.places.backups)):
                self.damaged.emit(path, trouble)
                return
            self._session.messages.error(trouble)
            if not path.exists():
                self._settings.forget(path)
            return
        detail = " ".join(filter(None, (trouble.safe, trouble.do)))
        if self._session.messages.ask(trouble.happened, verb="เปิดดูอย่างเดียว", detail=detail):
            self._use(lambda: document)
        else:
            document.close()

    def export_sheets(self) -> None:
        """The whole workbook as a sheet file that can be filled in elsewhere and imported back."""
        from ita_desktop.actions.sheets_out import export_workbook

        path, messages = self._session.path, self._session.messages
        if path is None:
            return
        proposal = documents() / path.with_suffix(SHEETS.suffix).name
        target = messages.save_file("ส่งออกทั้งสมุดงานเป็น Excel", [SHEETS], proposal)
        if target is not None and self._session.run(export_workbook, target) is not None:
            messages.tell(f"ส่งออกแล้วที่ {target}", detail="แก้ในตารางแล้วนำเข้ากลับมาได้")

    def restore(self, backup: Path, target: Path) -> None:
        """What stood there is kept beside it, so nothing is lost by a wrong choice."""
        from ita_desktop.actions.workbook import restore

        if self._session.path == target:
            self.close(thin=False)  # else it could be this very backup that is thinned out before it is given back
        now = self.now()
        try:
            kept = done_beside(
                lambda: restore(backup, target, now),
                f"กำลังกู้คืน {target.name}",
                safe="ไฟล์เดิมยังอยู่ และจะเก็บไว้ข้าง ๆ",
            )
        except ItaError as trouble:
            self._session.messages.error(trouble)
            self.open(target)
            return
        self.open(target)
        if kept is not None:
            self._session.messages.tell("กู้คืนข้อมูลแล้ว", detail=f"ไฟล์เดิมเก็บไว้ในชื่อ {kept.name}")
        self.given_back.emit(backup)


def documents() -> Path:
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_absolute() and found.is_dir() else Path.home()


def _not_taken(path: Path) -> Path:
    taken = frozenset(each.name for each in path.parent.iterdir()) if path.parent.is_dir() else frozenset()
    return path.with_name(free(path.name, taken))
