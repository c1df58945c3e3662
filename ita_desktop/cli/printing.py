"""How the command line speaks: figures, and JSON that any program reads."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from ita_desktop.domain.scoring import half_up
from ita_desktop.domain.telling import Progress, quietly

_BETWEEN = 0.1
"""Seconds from one word of progress to the next."""
_WIDTH = 60


@contextmanager
def progress_line() -> Iterator[Progress]:
    """What is being done and how far it is, on one line that is gone afterwards; only where a person looks on."""
    if not sys.stderr.isatty():
        yield quietly
        return
    last = 0.0

    def report(doing: str, share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= _BETWEEN:
            last = time.monotonic()
            _write_over(f"{doing[: _WIDTH - 6]} {share:4.0%}")

    try:
        yield report
    finally:
        _write_over("")


def _write_over(text: str) -> None:
    """With blanks: not every console of Windows knows how to clear a line."""
    print(f"\r{text:<{_WIDTH}}\r", end="", file=sys.stderr, flush=True)


def number(value: Decimal | None) -> float | None:
    """Rounded half up in decimal; only then a number of JSON."""
    return None if value is None else float(half_up(value))


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
