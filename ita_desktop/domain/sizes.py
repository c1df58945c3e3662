"""How large a file is and how much room a drive has, in words that promise nothing that is not there."""

from __future__ import annotations

import math
from collections.abc import Callable

_KB, _MB, _GB = 2**10, 2**20, 2**30


def size_words(size: int) -> str:
    """Of a file: never less than it takes."""
    return _words(size, math.ceil)


def room_words(size: int) -> str:
    """On a drive: never more than there is. What does not fit thus never reads as if it did."""
    return _words(size, math.floor)


def _words(size: int, whole: Callable[[float], int]) -> str:
    if size < _MB:
        return f"{whole(size / _KB):,} KB"
    unit, name = (_GB, "GB") if size >= _GB else (_MB, "MB")
    return f"{whole(size / unit * 10) / 10:,.1f} {name}"
