"""Lines of Thai, broken between words by our own word list: the same with and without libthai, which Qt relies on."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ita_desktop.thai.words import lines
from ita_desktop.ui.theme import MESSAGE, font, table_font, theme

BULLET = "• "


def cell_lines(text: str, width: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text in a table's cell, in at most so many lines; the last one ends in … where not all has room."""
    return _cell_lines(text, width, most, bold, theme().zoom)


@lru_cache(maxsize=4096)
def _cell_lines(text: str, width: float, most: int, bold: bool, _zoom: float) -> tuple[str, ...]:
    metrics = QFontMetricsF(table_font(bold=bold))
    text = " ".join(text.split())
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    broken = lines(text, metrics.horizontalAdvance, width) if most > 1 else [text]
    if len(broken) <= most and most > 1:
        return tuple(broken)
    kept, at = broken[: most - 1], 0
    for line in kept:
        at = text.index(line, at) + len(line)
    return (*kept, metrics.elidedText(text[at:].lstrip(), Qt.TextElideMode.ElideRight, width))


@lru_cache(maxsize=1024)
def broken(text: str, font: QFont, width: float) -> str:
    """The text with its lines broken for this width; a layout asks for the same again and again."""
    measure = QFontMetricsF(font).horizontalAdvance
    return "\n".join(line for part in text.split("\n") for line in _hanging(part, measure, max(width, 20.0)))


def _hanging(paragraph: str, measure: Callable[[str], float], width: float) -> list[str]:
    """A point of a list goes on under its first word, not under its mark."""
    if not paragraph.startswith(BULLET):
        return lines(paragraph, measure, width)
    air = " " * round(measure(BULLET) / measure(" "))
    first, *rest = lines(paragraph.removeprefix(BULLET), measure, width - measure(BULLET))
    return [BULLET + first, *(air + line for line in rest)]


def message(text: str, *, bold: bool = False) -> str:
    """For dialogs and tips, which Qt would let grow across the screen."""
    return broken(text, font(bold=bold), MESSAGE * theme().zoom)
