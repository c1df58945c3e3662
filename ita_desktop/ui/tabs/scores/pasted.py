"""Finding the scores in what was copied: often whole rows with numbers and names beside them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui import reading
from ita_desktop.ui.clipboard import Block


def score_column(block: Block) -> Block:
    """The one column of scores in a wider table, without its head; a plain range is left as it is."""
    if not block or (len(block) == 1 and len(block[0]) > 1):
        return block
    width = max(len(row) for row in block)
    found = [[_score(row[at]) if at < len(row) else None for row in block] for at in range(width)]
    if width == 1:
        return block[1:] if len(block) > 1 and found[0][0] is None and block[0][0] else block
    counts = [sum(value is not None for value in column) for column in found]
    running = [_counts_up(column) for column in found]
    candidates = [at for at in range(width) if counts[at] and not running[at]]
    if not candidates:
        return block
    # The first of the fullest: in a table of two years this year's score stands before the change.
    best = max(candidates, key=lambda at: (counts[at], -at))
    return [[row[best]] for row, value in zip(block, found[best], strict=True) if value is not None]


def _score(text: str) -> Decimal | None:
    try:
        return reading.score(text)
    except ItaError:
        return None


def _counts_up(column: list[Decimal | None]) -> bool:
    """1, 2, 3 …: the numbers of the rows."""
    known = [value for value in column if value is not None]
    return len(known) > 1 and all(later - earlier == 1 for earlier, later in pairwise(known))
