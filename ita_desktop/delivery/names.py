"""File names that Windows and FAT32 accept, mended as little as can be."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_REFUSED = re.compile(r'[<>:"/\\|?*^\x00-\x1f\x7f]')
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"})
_LONGEST = 200
"""UTF-16 units: the limit of Windows and sticks is 255, and the path before the name wants its share."""
_LONGEST_IN_BYTES = 230
"""Linux counts bytes, three for a Thai letter, up to 255; a number may still be put behind the name."""
_LONGEST_ENDING = 16


def fitting(name: str) -> str:
    """The name as it can stand on any drive; equal to `name` where nothing had to change."""
    mended = _REFUSED.sub("-", unicodedata.normalize("NFC", name)).rstrip(". ").lstrip()
    stem, suffix = _parted(mended)
    if mended.split(".")[0].strip().lower() in _DEVICES:
        stem = f"_{stem}"
    if not stem:
        stem = "ไม่มีชื่อ"
    return _shortened(stem, suffix).rstrip(". ") + suffix


def _parted(name: str) -> tuple[str, str]:
    """What stands before the ending, and the ending; what is too long for one belongs to the name."""
    path = PurePosixPath(name)
    return (path.stem, path.suffix) if len(path.suffix) <= _LONGEST_ENDING else (name, "")


def _fits(name: str) -> bool:
    units = len(name.encode("utf-16-le", "surrogatepass")) // 2
    return units <= _LONGEST and len(name.encode("utf-8", "surrogatepass")) <= _LONGEST_IN_BYTES


def _shortened(stem: str, suffix: str) -> str:
    """Cut between letters, never between a letter and its marks."""
    cut = len(stem)
    while cut and (not _fits(stem[:cut] + suffix) or unicodedata.category((stem + " ")[cut]) == "Mn"):
        cut -= 1
    return stem[:cut]


def free(name: str, taken: frozenset[str]) -> str:
    """The name, or the name with the next number, where another file bears it already (drives ignore case)."""
    lowered = {other.lower() for other in taken}
    if name.lower() not in lowered:
        return name
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    number = 2
    while f"{stem} ({number}){suffix}".lower() in lowered:
        number += 1
    return f"{stem} ({number}){suffix}"
