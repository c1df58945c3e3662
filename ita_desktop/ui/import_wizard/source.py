"""Where a table comes from: a file chosen or dropped, or what was copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from ita_desktop.exchange.grid import Grid
from ita_desktop.ui.messages import FileKind

SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".docx")
TABLES = FileKind("ตารางจาก Excel, LibreOffice, CSV หรือ Word", " *".join(SUFFIXES))


@dataclass(frozen=True, slots=True)
class Source:
    name: str
    read: Callable[[Callable[[str, float], None]], tuple[Grid, ...]]
    """Told whom to report to; runs in any thread."""


def file(path: Path) -> Source:
    def read(progress: Callable[[str, float], None]) -> tuple[Grid, ...]:
        from ita_desktop.exchange.sheets.reading import read_tables

        return read_tables(path, progress=progress)

    return Source(path.name, read)


def clipboard() -> Source | None:
    """What was copied in Excel, Word or a web page; None where it is nothing with words in it."""
    copied = QGuiApplication.clipboard().mimeData()
    text, html = copied.text(), copied.html()
    if not text.strip():
        return None

    def read(_progress: Callable[[str, float], None]) -> tuple[Grid, ...]:
        from ita_desktop.exchange import clipboard

        return (clipboard.read(text, html),)

    return Source("คลิปบอร์ด", read)


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is dragged, if it is of a kind that holds tables."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None
