"""What was typed, quoted in a sentence to the officer."""

from __future__ import annotations

_ENOUGH = 40


def quoted(text: str) -> str:
    """A text in Thai quotation marks, on one line; of a long one, enough to know it again."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _ENOUGH else f"“{line[:_ENOUGH]}…”"
