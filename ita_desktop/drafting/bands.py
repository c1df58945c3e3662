"""How good a score is, in the words that may be used of it: nobody is scolded at 99 or praised at 40."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

VERY_HIGH_FROM = Decimal(95)
URGENT_BELOW = Decimal(70)
FULL = Decimal(100)
_A_LITTLE = Decimal(1)


class Band(StrEnum):
    VERY_HIGH = "very_high"
    HIGH = "high"
    MIDDLING = "middling"
    LOW = "low"


def band(score: Decimal, mark: Decimal) -> Band:
    """By the office's own mark first: what reaches it is never called weak, what does not is never called good."""
    if score >= mark:
        return Band.VERY_HIGH if score >= VERY_HIGH_FROM else Band.HIGH
    return Band.MIDDLING if score >= URGENT_BELOW else Band.LOW


def how_many(score: Decimal) -> str:
    """The phrase for how many people a weak score speaks of."""
    if score >= URGENT_BELOW:
        return "findings.some.few"
    return "findings.some.many" if score >= Decimal(50) else "findings.some.most"


def is_slight(change: Decimal) -> bool:
    return abs(change) <= _A_LITTLE
