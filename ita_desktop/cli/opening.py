"""Opening a workbook for one command, the year it asks for, and the place it names for what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ita_desktop import paths
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Year
from ita_desktop.storage.document import Document


def frameworks() -> Frameworks:
    return Frameworks(paths.FRAMEWORKS)


@contextmanager
def opened(file: Path, *, read_only: bool = False) -> Iterator[Document]:
    document = Document.open(file, frameworks=frameworks(), read_only=read_only)
    try:
        yield document
    finally:
        document.close()


def year_of(document: Document, number: int) -> Year:
    known = document.years()
    if number not in known:
        listed = ", ".join(map(str, known)) or "ยังไม่มีปีใดเลย"
        raise WrongUsage(f"ไฟล์นี้ไม่มีข้อมูลปี {number}", do=f"ปีที่มีในไฟล์คือ {listed}")
    return document.year(number)


def target_of(to: str, name: str) -> Path:
    """A folder, there or to be made, gets the usual name; anything with an ending is a file's name."""
    path = Path(to)
    return path / name if path.is_dir() or to.endswith(("/", "\\")) or not path.suffix else path
