"""What of a paper cannot be printed as it was written: letters that no font of ours has, told before they are lost."""

from __future__ import annotations

from ita_desktop.domain.printable import unprintable, why_unprintable
from ita_desktop.papers.blocks import Paper
from ita_desktop.papers.said import texts_of
from ita_desktop.thai.quoting import quoted
from ita_desktop.thai.words import clusters

_NAMED = 3
"""Texts; of more it is enough to know how many."""
_AROUND = 12
"""Letters on either side, to know the text again."""


def lost_letters(*papers: Paper) -> tuple[str, ...]:
    """A line for each text that will not be printed as it was written: which one, which letters, what comes instead."""
    texts = dict.fromkeys(text for paper in papers for text in texts_of(paper.blocks))
    found = {text: letters for text in texts if (letters := unprintable(text))}
    lines = [f"ใน {_around(text, letters)} {why_unprintable(letters)}" for text, letters in found.items()]
    if len(lines) > _NAMED:
        lines[_NAMED:] = [f"อีก {len(lines) - _NAMED} ข้อความมีตัวอักษรที่แบบอักษรของเอกสารไม่มีเช่นกัน"]
    return tuple(lines)


def _around(text: str, letters: str) -> str:
    """Where in the text the first of them stands."""
    pieces = clusters(" ".join(text.split()))
    at = next(place for place, piece in enumerate(pieces) if any(letter in letters for letter in piece))
    first, last = max(0, at - _AROUND), at + _AROUND + 1
    before, after = "…" if first else "", "…" if last < len(pieces) else ""
    return quoted(f"{before}{''.join(pieces[first:last])}{after}")
