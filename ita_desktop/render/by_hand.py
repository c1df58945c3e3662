"""What stands around the room for a hand, and what is left to be written into: the same in PDF and in Word."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.papers.blocks import Block, Paragraph, SignatureBlock, Signatures, Space

LINES_TO_SIGN = 3
LINES_BELOW_A_COMMENT = 2
"""Of room for the hand. The regulation wants three under a paper; those who only add their word to a memo find room
enough in two, and the memo does not leave a third of its page empty."""

_LOOKED_AT = 4
"""Blocks below: a closing line, the signatures, and spaces between them."""

_NAME = "(" + "." * 44 + ")"
_DATE = "วันที่ " + "/".join(["." * 12] * 3)


def under_the_hand(block: SignatureBlock, *, alone: bool) -> tuple[str, ...]:
    """Who signs alone dates nothing: the paper itself has a date."""
    name = f"({block.name})" if block.name else _NAME
    date = block.date or ("" if alone else _DATE)
    return tuple(text for text in (name, block.position, block.acting_for, date) if text)


def signed_below(blocks: Sequence[Block], number: int) -> bool:
    """A signature never stands on a page without the end of what it signs, nor a closing line without text above it.

    The next signatures may: each signs what was signed before.
    """
    if isinstance(blocks[number], Signatures):
        return False
    below = [block for block in blocks[number + 1 : number + 1 + _LOOKED_AT] if not isinstance(block, Space)]
    if below and isinstance(below[0], Paragraph):
        del below[0]
    return bool(below) and isinstance(below[0], Signatures)
