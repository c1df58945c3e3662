"""What stood in the cells of a form when it was sent out, as short marks in a hidden column.

A form comes back after weeks, in which others may have written in the workbook. Compared with its marks it tells
which cells the division itself changed; everything else of it is old news.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ita_desktop.exchange.grid import Value, shown
from ita_desktop.exchange.recognise.words import clean


def mark(value: Value) -> str:
    """Of one cell as it reads; empty for an empty one."""
    words = clean(shown(value))
    return hashlib.sha256(words.encode()).hexdigest()[:8] if words else ""


def write_marks(cells: Mapping[str, Value]) -> str:
    """`state=1f2e3d4c result=…`; a dash where every cell was empty, so that the column is never empty itself."""
    return " ".join(f"{field}={found}" for field, value in cells.items() if (found := mark(value))) or "-"


def read_marks(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in text.split() if "=" in part)
