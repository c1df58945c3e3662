"""Where a table comes from: a file chosen or dropped, or what was copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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


def files(paths: Sequence[Path]) -> Source:
    """Several at once, such as the forms of all divisions: one import, one step. A sheet is told by its file, too."""
    if len(paths) == 1:
        return file(paths[0])

    def read(progress: Callable[[str, float], None]) -> tuple[Grid, ...]:
        from ita_desktop.exchange.sheets.reading import read_tables

        found: list[Grid] = []
        for at, path in enumerate(paths):
            progress(f"กำลังอ่าน {path.name}", at / len(paths))
            found += (replace(grid, name=f"{path.stem} {grid.name}") for grid in read_tables(path))
        return tuple(found)

    return Source(f"{len(paths)} ไฟล์", read)


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


def dropped_files(data: QMimeData) -> list[Path]:
    """The files that are dragged, if all of them are of a kind that holds tables."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if all(path.suffix.lower() in SUFFIXES for path in paths) else []
