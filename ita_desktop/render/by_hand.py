"""What stands around the room for a hand, and what is left to be written into: the same in PDF and in Word."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.papers.blocks import Block, SignatureBlock, Signatures, Space

LINES_TO_SIGN = 3
LINES_BELOW_A_COMMENT = 2
"""Of room for the hand. The regulation wants three under a paper; those who only add their word to a memo find room
enough in two, and the memo does not leave a third of its page empty."""

_NAME = "(" + "." * 44 + ")"
_DATE = "วันที่ " + "/".join(["." * 12] * 3)


def under_the_hand(block: SignatureBlock, *, alone: bool) -> tuple[str, ...]:
    """Who signs alone dates nothing: the paper itself has a date."""
    name = f"({block.name})" if block.name else _NAME
    date = block.date or ("" if alone else _DATE)
    return tuple(text for text in (name, block.position, block.acting_for, date) if text)


def signed_below(blocks: Sequence[Block], number: int) -> bool:
    """A signature never stands on a page without the end of what it signs; the next signatures may."""
    if isinstance(blocks[number], Signatures):
        return False
    below = next((block for block in blocks[number + 1 :] if not isinstance(block, Space)), None)
    return isinstance(below, Signatures)
