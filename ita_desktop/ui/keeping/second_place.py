"""A second place for backups: what is stolen, burns or breaks with the computer is in no backup on it.

Each finished backup is carried over on another thread whenever the place is there; a stick that is not plugged in is
reminded of when the last backup on it is old.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ita_desktop.actions import backups as looking
from ita_desktop.delivery.drives import Drive, removable_drives
from ita_desktop.domain.errors import ItaError
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup
from ita_desktop.ui.files import Files
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings

_FOLDER, _LAST = "second_place", "second_place_last"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BackupPlace:
    root: Path
    words: str


class SecondPlace(QObject):
    changed = Signal()
    """Another place, or a backup more in it."""

    def __init__(
        self,
        session: Session,
        files: Files,
        settings: Settings,
        jobs: Jobs,
        drives: Callable[[], tuple[Drive, ...]] = removable_drives,
    ) -> None:
        super().__init__(files)
        self._session, self._files, self._settings, self._jobs = session, files, settings, jobs
        self._drives = drives
        self._waiting: tuple[Backup, Path] | None = None
        """The newest backup that is not there yet, and the workbook it is of."""
        files.backups.made.connect(self._carry)
        session.workbook_changed.connect(self.changed)

    # What is known

    @property
    def folder(self) -> Path | None:
        """Where it is, once the officer chose one."""
        kept = self._settings.get(_FOLDER)
        return Path(kept) if isinstance(kept, str) and kept else None

    @property
    def is_there(self) -> bool:
        return self.folder is not None and self.folder.is_dir()

    @property
    def last(self) -> datetime.datetime | None:
        """When the open workbook was last backed up there, as far as this computer knows."""
        kept = self._settings.get(_LAST)
        moment = kept.get(str(self._session.path)) if isinstance(kept, dict) else None
        try:
            return datetime.datetime.fromisoformat(moment) if isinstance(moment, str) else None
        except ValueError:
            return None

    def age_in_days(self) -> int | None:
        return None if self.last is None else abs(self._files.now() - self.last).days

    def is_old(self) -> bool:
        """Whether to remind of it: only of a place that was chosen, and for a workbook that is open."""
        if self._session.document is None or self.folder is None:
            return False
        return looking.second_place_is_old(self.last, self._files.now())

    def places(self, workbook: Path | None) -> list[BackupPlace]:
        """Where backups of this workbook may lie: here, in the second place, on sticks that have some."""
        found = [BackupPlace(self._files.places.backups, "ในเครื่องนี้")]
        if self.folder is not None and self.is_there:
            found.append(BackupPlace(self.folder, f"ที่สำรองแห่งที่สอง {self.folder}"))
        for drive in self._drives():
            has_some = workbook is not None and backups.folder_of(workbook, drive.folder).is_dir()
            if has_some and drive.folder != self.folder:
                found.append(BackupPlace(drive.folder, f"ไดรฟ์ {drive.label}"))
        return found

    # What is done

    def choose(self, folder: Path | None) -> None:
        self._settings.put(_FOLDER, str(folder) if folder else "")
        self.changed.emit()

    def back_up_now(self) -> None:
        """A fresh backup here, and at once over there; told when it has arrived."""
        if self.folder is None:
            return
        if not self.is_there:
            self._session.messages.tell(
                f"ไม่พบ {self.folder}", detail="เสียบไดรฟ์ที่ใช้เป็นที่สำรองแห่งที่สองแล้วลองใหม่ หรือเปลี่ยนไปใช้ที่อื่น"
            )
            return
        self._files.backups.aloud()

    def _carry(self, backup: Backup, workbook: Path) -> None:
        if self.folder is None:
            return
        self._waiting = (backup, workbook)
        self.finish()

    def finish(self) -> None:
        """What did not get there yet goes now, if the place is there: also once more before the program ends."""
        if self._waiting is not None and self.folder is not None:
            (backup, workbook), folder, now = self._waiting, self.folder, self._files.now()

            def work(_progress: Progress) -> Path | ItaError | None:
                if not folder.is_dir():  # asked here, since a server that does not answer takes its time
                    return None
                try:
                    return looking.carry_over(backup, workbook, folder, now)
                except ItaError as trouble:
                    return trouble

            def done(result: Path | ItaError | None) -> None:
                if result is not None:
                    self._carried(backup, workbook, result)
                if isinstance(result, Path):
                    self._carry_files(backup, workbook, result)

            self._jobs.run("กำลังสำรองลงที่สำรองแห่งที่สอง", work, done)

    def _carried(self, backup: Backup, workbook: Path, result: Path | ItaError) -> None:
        """It goes on by itself, so what does not work is said at the foot and reminded of, not in a dialog."""
        if isinstance(result, ItaError):
            log.info("no backup in the second place: %s", type(result.__cause__).__name__)
            self._session.said.emit(f"สำรองลงที่สำรองแห่งที่สองไม่สำเร็จ {result.happened}")
            return
        if self._waiting == (backup, workbook):
            self._waiting = None
        kept = self._settings.get(_LAST)
        times = {**kept} if isinstance(kept, dict) else {}
        self._settings.put(_LAST, {**times, str(workbook): backup.made.isoformat()})
        self.changed.emit()

    def _carry_files(self, backup: Backup, workbook: Path, copy: Path) -> None:
        """The files of evidence that the backup names follow it; where that is stopped, the next backup takes them."""
        from ita_desktop.actions import evidence

        frameworks = self._files.places.frameworks

        def work(progress: Progress) -> str:
            try:
                evidence.carry_with_backup(backup.path, workbook, copy, frameworks, progress.report)
            except ItaError as trouble:
                log.info("no files in the second place: %s", type(trouble.__cause__).__name__)
                return f"คัดลอกไฟล์หลักฐานลงที่สำรองแห่งที่สองไม่สำเร็จ {trouble.happened}"
            return ""

        self._jobs.run("กำลังคัดลอกหลักฐาน", work, lambda said: self._session.said.emit(said) if said else None)
