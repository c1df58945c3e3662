"""The backups of a workbook by their days, each with what it was made for and whether it is whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path

from ita_desktop.storage.backups import Backup
from ita_desktop.thai.dates import thai_date
from ita_desktop.ui.keeping.words import WHY, size_words
from ita_desktop.ui.record_list import Entry

CHOSEN = "ไฟล์ที่เลือก"


class Standing(Enum):
    UNKNOWN = ("ยังไม่ได้ตรวจ", "backup", "muted")
    WHOLE = ("ตรวจแล้ว ครบถ้วน", "done", "good")
    DAMAGED = ("เสียหาย ใช้ไม่ได้", "error", "bad")

    @property
    def words(self) -> str:
        return self.value[0]


def entries(
    backups: Iterable[Backup], standings: Mapping[Path, Standing], today: datetime.date, *, chosen: Backup | None
) -> list[Entry]:
    """The newest first; a file that was picked from somewhere else stands above them."""
    listed = [*([chosen] if chosen else []), *sorted(backups, reverse=True)]
    return [_entry(each, standings.get(each.path, Standing.UNKNOWN), today, each is chosen) for each in listed]


def _entry(backup: Backup, standing: Standing, today: datetime.date, chosen: bool) -> Entry:
    made = backup.made.astimezone()
    words, icon, tone = standing.value
    return Entry(
        record=backup,
        key=backup.path,
        title=backup.path.name if chosen else f"{made:%H:%M} น. · {WHY[backup.why]}",
        note=" · ".join(filter(None, (_size(backup.path), words))),
        icon=icon,
        tone=tone,
        note_tone="bad" if standing is Standing.DAMAGED else "muted",
        group=CHOSEN if chosen else _day(made.date(), today),
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
