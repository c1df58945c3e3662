"""What of a paper cannot be printed as it was written: letters that no font of ours has, told before they are lost."""

from __future__ import annotations

from ita_desktop.domain.printable import unprintable, why_unprintable
from ita_desktop.papers.blocks import Paper
from ita_desktop.papers.said import texts_of
from ita_desktop.thai.quoting import quoted
from ita_desktop.thai.words import words

_NAMED = 3
"""Texts; of more it is enough to know how many."""
_BEFORE, _SHOWN = 18, 34
"""Letters before the lost one and in all, to know the text again."""


def lost_letters(*papers: Paper) -> tuple[str, ...]:
    """A line for each text that will not be printed as it was written: which one, which letters, what comes instead."""
    texts = dict.fromkeys(text for paper in papers for text in texts_of(paper.blocks))
    found = {text: letters for text in texts if (letters := unprintable(text))}
    lines = [f"ใน {_around(text, letters)} {why_unprintable(quoted(letters))}" for text, letters in found.items()]
    if len(lines) > _NAMED:
        lines[_NAMED:] = [f"อีก {len(lines) - _NAMED} ข้อความมีตัวอักษรที่แบบอักษรของเอกสารไม่มีเช่นกัน"]
    return tuple(lines)


def _around(text: str, letters: str) -> str:
    """Where in the text the first of them stands, with the words beside it."""
    pieces = words(" ".join(text.split()))
    first = last = next(place for place, piece in enumerate(pieces) if not set(letters).isdisjoint(piece))
    while first and len("".join(pieces[first - 1 : last])) <= _BEFORE:
        first -= 1
    while last < len(pieces) and len("".join(pieces[first : last + 1])) <= _SHOWN:
        last += 1
    last = max(last, first + 1)
    return quoted(f"{'…' if first else ''}{''.join(pieces[first:last]).strip()}{'…' if last < len(pieces) else ''}")
