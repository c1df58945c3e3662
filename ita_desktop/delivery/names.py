"""File names that Windows and FAT32 accept, mended as little as can be."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_REFUSED = re.compile(r'[<>:"/\\|?*^\x00-\x1f\x7f]')
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"})
_LONGEST = 200
"""UTF-16 units: the limit is 255, and the path before the name wants its share."""


def fitting(name: str) -> str:
    """The name as it can stand on any drive; equal to `name` where nothing had to change."""
    mended = _REFUSED.sub("-", unicodedata.normalize("NFC", name)).rstrip(". ").lstrip()
    stem, suffix = PurePosixPath(mended).stem, PurePosixPath(mended).suffix
    if mended.split(".")[0].strip().lower() in _DEVICES:
        stem = f"_{stem}"
    if not stem:
        stem = "ไม่มีชื่อ"
    return _shortened(stem, _LONGEST - _units(suffix)).rstrip(". ") + suffix


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shortened(text: str, room: int) -> str:
    """Cut between letters, never between a letter and its marks."""
    if _units(text) <= room:
        return text
    cut = len(text)
    while cut and (_units(text[:cut]) > room or unicodedata.category(text[cut]) == "Mn"):
        cut -= 1
    return text[:cut]


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
