"""The workbook as a whole: made, written out, backed up, given back, looked through for damage."""

from __future__ import annotations

import contextlib
import datetime
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.delivery.keeping import folder_beside
from ita_desktop.delivery.leftovers import remove_leftovers
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office
from ita_desktop.domain.workbook import Workbook
from ita_desktop.exchange.data_document import read_document, write_document
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup, Why
from ita_desktop.storage.change import Change
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

if TYPE_CHECKING:
    from ita_desktop.storage.salvage import Saved

_log = logging.getLogger(__name__)

_LARGEST_DOCUMENT = 100 * 2**20


def create(path: Path, office: Office, years: Iterable[int] = (), *, frameworks: Frameworks) -> Document:
    """A new workbook with its first years, open; nothing in it is a step to undo yet."""

    def fill(change: Change) -> None:
        for number in sorted(years):
            change.add_year(number)

    return Document.create(path, office, frameworks=frameworks, fill=fill)


def create_from_data(path: Path, source: Path, *, frameworks: Frameworks) -> Document:
    """A workbook from a data document, open; there is no file unless all of it went in."""
    from ita_desktop.actions.sent_files import text_of

    safe, do = "ไฟล์นี้ไม่เปลี่ยน และยังไม่ได้สร้างสมุดงาน", "เลือกไฟล์ที่ส่งออกจาก ITA Desktop"
    workbook = read_document(text_of(source, "เอกสารข้อมูล", safe=safe, do=do, largest=_LARGEST_DOCUMENT))
    return Document.create(
        path, workbook.office, frameworks=frameworks, fill=lambda change: add_years(change, workbook)
    )


def export_data(document: Document, target: Path) -> Path:
    """Everything in the workbook as a data document."""
    write_whole(target, write_document(document.workbook()).encode())
    return target


def back_up(
    document: Document, root: Path, now: datetime.datetime, why: Why = Why.ASKED, *, thin: bool = True
) -> Backup:
    """A backup in the workbook's own folder below `root`; old ones there are thinned, unless one is to be used."""
    folder = backups.folder_of(document.path, root)
    tidy_up([folder], now)
    backup = back_up_to(document, folder, now, why)
    if thin:
        backups.thin(folder, now)
    return backup


def back_up_to(document: Document, folder: Path, now: datetime.datetime, why: Why = Why.ASKED) -> Backup:
    """A backup in a folder that somebody chose, with a copy beside it that can be read without this program."""
    backup = backups.make(document, folder, now, why)
    readable = export_data(document, backups.beside(backup))
    with contextlib.suppress(OSError):  # some drives know no owners
        readable.chmod(0o600)
    return backup


def restore(backup: Path, target: Path, now: datetime.datetime) -> Path | None:
    """Give a backup back under this name; returns where what stood there now lies."""
    return backups.restore(backup, target, now)


def verify(path: Path, *, frameworks: Frameworks) -> None:
    """Raises DamagedFile unless everything in the file is what was stored, and can be shown."""
    with Document.open(path, frameworks=frameworks, read_only=True) as document:
        document.workbook()
        for number in document.years():
            document.year(number)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What can still be read of a damaged file, for the officer to weigh against a backup."""

    workbook: Workbook
    kinds: tuple[Saved, ...]
    stand_ins: tuple[str, ...]
    may_be_old: bool

    @property
    def whole(self) -> bool:
        """Everything there was, as far as the file tells, and nothing else."""
        return not (self.stand_ins or self.may_be_old) and all(kind.saved == kind.of for kind in self.kinds)

    def lines(self) -> tuple[str, ...]:
        """What is lost first; what is whole takes one line."""
        told = [
            f"{kind.words} กู้ได้ {kind.saved:,} "
            + (f"จาก {kind.of:,} รายการ" if kind.of is not None else "รายการ (ไม่ทราบจำนวนเดิม)")
            for kind in self.kinds
            if kind.saved != kind.of
        ]
        if whole := [f"{kind.words} {kind.saved:,}" for kind in self.kinds if kind.saved == kind.of]:
            told.append(f"กู้ได้ครบ: {', '.join(whole)}")
        told += [f"อ่าน{what}ไม่ได้ จึงเว้นว่างไว้ให้กรอกใหม่" for what in self.stand_ins]
        if self.may_be_old:
            told.append("อาจมีรายการที่เคยลบหรือแก้ไขไปแล้วกลับมาด้วย โปรดตรวจทาน")
        return tuple(told)


def read_damaged(path: Path) -> Salvaged:
    """Looks at every row of a damaged file, and changes nothing in it."""
    from ita_desktop.storage.salvage import read_what_can_be_read

    found = read_what_can_be_read(path)
    return Salvaged(found.workbook, found.kinds, found.stand_ins, found.may_be_old)


def save_salvaged(salvaged: Salvaged, target: Path, *, frameworks: Frameworks) -> None:
    """As a new file, checked like any other; the damaged one stays as it is."""
    content = salvaged.workbook
    Document.create(
        target, content.office, frameworks=frameworks, fill=lambda change: add_years(change, content)
    ).close()


def salvage(path: Path, target: Path, *, frameworks: Frameworks) -> Salvaged:
    """What can still be read of a damaged file, as a new one."""
    salvaged = read_damaged(path)
    save_salvaged(salvaged, target, frameworks=frameworks)
    return salvaged


def newest_good_backup(path: Path, root: Path, *, frameworks: Frameworks) -> Backup | None:
    """The latest backup of this workbook that is whole, also when the workbook itself is gone."""
    for backup in reversed(backups.found_in(backups.folder_of(path, root))):
        try:
            verify(backup.path, frameworks=frameworks)
        except ItaError as trouble:
            _log.info("a backup is not offered: %s", type(trouble).__name__)
        else:
            return backup
    return None


def tidy_up(folders: Iterable[Path], now: datetime.datetime) -> None:
    """Takes away what a crash left half written in these folders."""
    for folder in folders:
        for name in remove_leftovers(folder, now):
            _log.info("an unfinished file was removed: %s", name.rpartition(".")[2])


def tidy_up_after_a_crash(workbooks: Iterable[Path], root: Path, now: datetime.datetime) -> None:
    """Beside these workbooks, among their evidence and their backups, and of damaged files that were being read."""
    from ita_desktop.storage.salvage import remove_copies

    beside = [each for path in workbooks for each in (path.parent, folder_beside(path), backups.folder_of(path, root))]
    tidy_up((folder for folder in dict.fromkeys(beside) if folder.is_dir()), now)
    remove_copies(now)
