"""Official terms and codes, explained: `OIT`, `o27`, ผ่านดี. What a term means is said once, on a page of the help."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.thai.digits import to_arabic

if TYPE_CHECKING:
    from ita_desktop.domain.framework import Framework, Level

_PAGE = "terms.md"
_LINE = re.compile(r"^- \*\*(.+?)\*\* (.+)$", re.MULTILINE)
_CODE = re.compile(r"(?<![A-Za-z0-9])[ieo][0-9]{1,2}(?![A-Za-z0-9])")
_LATIN = re.compile(r"[A-Za-z][A-Za-z -]*[A-Za-z]")
MOST = 5
"""More explanations than these are a lecture."""


class Glossary:
    def __init__(self, help_pages: Path) -> None:
        self._folder = help_pages

    @cached_property
    def terms(self) -> dict[str, str]:
        """As the help says them; read when the first is asked for."""
        return dict(_LINE.findall((self._folder / _PAGE).read_text(encoding="utf-8")))

    def explain(self, text: str, framework: Framework | None = None) -> str:
        """A line for each term and each item's code in a text; nothing where there is none."""
        found: dict[str, str] = {}
        for term, meaning in self.terms.items():
            place = _place(term, text)
            if place >= 0:
                found[term] = meaning
        for code in _CODE.findall(to_arabic(text)):
            item = framework.item(code) if framework is not None else None
            if item is not None and item.title:
                found[code] = item.title
        lines = [f"{term}  {meaning}" for term, meaning in found.items()]
        return "\n".join(lines[:MOST])


def _place(term: str, text: str) -> int:
    """Latin terms stand alone; Thai ones are written on to their neighbours."""
    if not _LATIN.fullmatch(term):
        return text.find(term)
    found = re.search(rf"(?<![A-Za-z0-9]){re.escape(term)}(?![A-Za-z0-9])", text)
    return found.start() if found else -1


def level_in_words(level: Level) -> str:
    """What has to be reached for it."""
    told = f"ระดับ {level.name} ต้องได้คะแนนรวมตั้งแต่ {level.minimum.normalize():f}"
    if level.tools_minimum is not None:
        told += f" และทุกเครื่องมือตั้งแต่ {level.tools_minimum.normalize():f}"
    return told


def levels_in_words(framework: Framework) -> str:
    return "\n".join(level_in_words(level) for level in framework.levels)
