"""The workbook as a whole: made, written out, backed up, given back, looked through for damage."""

from __future__ import annotations

import datetime
import errno
from pathlib import Path

from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office
from ita_desktop.exchange.data_document import read_document, write_document
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

_LARGEST_DOCUMENT = 100 * 2**20


def create(path: Path, office: Office, *, frameworks: Frameworks) -> Document:
    """An empty workbook, open."""
    return Document.create(path, office, frameworks=frameworks)


def create_from_data(path: Path, source: Path, *, frameworks: Frameworks) -> Document:
    """A workbook from a data document, open; there is no file unless all of it went in."""
    workbook = read_document(_text_of(source))
    return Document.create(
        path, workbook.office, frameworks=frameworks, fill=lambda change: add_years(change, workbook)
    )


def export_data(document: Document, target: Path) -> Path:
    """Everything in the workbook as a data document."""
    write_whole(target, write_document(document.workbook()).encode())
    return target


def back_up(document: Document, root: Path, now: datetime.datetime) -> Backup:
    """A backup in the workbook's own folder below `root`; old ones there are thinned."""
    folder = backups.folder_of(document.path, root)
    backup = back_up_to(document, folder, now)
    backups.thin(folder, now)
    return backup


def back_up_to(document: Document, folder: Path, now: datetime.datetime) -> Backup:
    """A backup in a folder that somebody chose, with a copy beside it that can be read without this program."""
    backup = backups.make(document, folder, now)
    export_data(document, backups.beside(backup))
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


def _text_of(source: Path) -> str:
    try:
        if source.stat().st_size > _LARGEST_DOCUMENT:
            raise FileTrouble(f"แฟ้ม {source.name} ใหญ่เกินไปสำหรับเอกสารข้อมูล", do="ตรวจว่าเลือกแฟ้มถูกต้อง")
        return source.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FileTrouble(f"แฟ้ม {source.name} ไม่ใช่ข้อความแบบ UTF-8", do="เลือกแฟ้มที่ส่งออกจาก ITA Desktop") from error
    except OSError as error:
        missing = error.errno == errno.ENOENT
        raise FileTrouble(
            f"ไม่พบแฟ้ม {source.name}" if missing else f"อ่านแฟ้ม {source.name} ไม่ได้", do="ตรวจชื่อแฟ้มและสิทธิ์ในการอ่าน"
        ) from error
