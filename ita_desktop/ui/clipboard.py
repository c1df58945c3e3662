"""Ranges of cells as Excel and Word put them on the clipboard, and take them from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

Block = list[list[str]]


def read_block(text: str) -> Block:
    """Rows of cells; the empty line Excel ends a range with is no row."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = [list(row) for row in csv.reader(io.StringIO(lines.removesuffix("\n"), newline=""), delimiter="\t")]
    return [[cell.strip() for cell in row] or [""] for row in rows]


def write_block(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Tab-separated for Excel, a table for Word and mail."""
    data = QMimeData()
    made = io.StringIO()
    csv.writer(made, delimiter="\t", lineterminator="\r\n").writerows(rows)
    data.setText(made.getvalue().removesuffix("\r\n"))
    lines = ("".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows)
    data.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    return data


def copy(rows: Sequence[Sequence[str]]) -> None:
    QGuiApplication.clipboard().setMimeData(write_block(rows))


def paste() -> Block:
    text = QGuiApplication.clipboard().text()
    return read_block(text) if text else []
