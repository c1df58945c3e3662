"""What stands under the room for a hand, and what is left to be written into: the same in PDF and in Word."""

from __future__ import annotations

from ita_desktop.papers.blocks import SignatureBlock

_NAME = "(" + "." * 44 + ")"
_DATE = "วันที่ " + "/".join(["." * 12] * 3)


def under_the_hand(block: SignatureBlock, *, alone: bool) -> tuple[str, ...]:
    """Who signs alone dates nothing: the paper itself has a date."""
    name = f"({block.name})" if block.name else _NAME
    date = block.date or ("" if alone else _DATE)
    return tuple(text for text in (name, block.position, block.acting_for, date) if text)
