"""The backups of a workbook by their days, each with what it was made for and whether it is whole."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from pathlib import Path

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.sizes import size_words
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage.backups import Backup
from ita_desktop.thai.dates import thai_date
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.keeping.words import WHY
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.record_list import Entry, RecordList

Read = Callable[[Path], Workbook | ItaError]
"""All that a backup holds, or why it cannot be used."""

_CHOSEN = "ไฟล์ที่เลือก"
_CHECKING = "กำลังตรวจข้อมูลสำรอง"


class Standing(Enum):
    UNKNOWN = ("ยังไม่ได้ตรวจ", "backup", "muted")
    WHOLE = ("ตรวจแล้ว ครบถ้วน", "done", "good")
    DAMAGED = ("เสียหาย ใช้ไม่ได้", "error", "bad")

    @classmethod
    def of(cls, read: Workbook | ItaError) -> Standing:
        return cls.DAMAGED if isinstance(read, ItaError) else cls.WHOLE

    @property
    def words(self) -> str:
        return str(self.value[0])


class BackupList(RecordList):
    """Each is read once from end to end, the newest first, on another thread."""

    def __init__(self, read: Read, messages: Messages, today: Callable[[], datetime.date]) -> None:
        super().__init__("ข้อมูลสำรอง")
        self._read, self._today = read, today
        self.checking = Jobs(messages, self)
        self.listed: tuple[Backup, ...] = ()
        self._by_hand: Backup | None = None
        self._standings: dict[Path, Standing] = {}

    def show_backups(self, listed: Iterable[Backup]) -> None:
        self.listed = tuple(listed)
        self.checking.cancel()
        for backup in reversed(self.listed):
            if backup.path not in self._standings:
                self.checking.run(_CHECKING, partial(self._check, backup.path), partial(self.note, backup))
        self._show()

    def show_file(self, path: Path) -> None:
        """One that was picked by hand stands above the others."""
        try:
            made = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC)
        except OSError:
            made = datetime.datetime.fromtimestamp(0, tz=datetime.UTC)  # reading it will say what is wrong
        self._by_hand = Backup(0, made, path)
        self._show()
        self.go_to(path)

    def standing_of(self, backup: Backup) -> Standing:
        return self._standings.get(backup.path, Standing.UNKNOWN)

    def note(self, backup: Backup, standing: Standing) -> None:
        self._standings[backup.path] = standing
        self._show()

    def _check(self, path: Path, progress: Progress) -> Standing:
        progress.report(_CHECKING, 0)
        return Standing.of(self._read(path))

    def _show(self) -> None:
        by_hand = [self._by_hand] if self._by_hand else []
        self.show_entries(map(self._entry, [*by_hand, *sorted(self.listed, reverse=True)]))

    def _entry(self, backup: Backup) -> Entry:
        made = backup.made.astimezone()
        standing, by_hand = self.standing_of(backup), backup is self._by_hand
        words, icon, tone = standing.value
        return Entry(
            record=backup,
            key=backup.path,
            title=backup.path.name if by_hand else f"{made:%H:%M} น. · {WHY[backup.why]}",
            note=" · ".join(filter(None, (_size(backup.path), words))),
            icon=icon,
            tone=tone,
            note_tone="bad" if standing is Standing.DAMAGED else "muted",
            group=_CHOSEN if by_hand else _day(made.date(), self._today()),
        )


def _day(day: datetime.date, today: datetime.date) -> str:
    match (today - day).days:
        case 0:
            return "วันนี้"
        case 1:
            return "เมื่อวาน"
        case _:
            return thai_date(day)


def _size(path: Path) -> str:
    try:
        return size_words(path.stat().st_size)
    except OSError:
        return ""  # the drive is gone; looking into the backup will say so
