"""Long work tells how far it is, and whoever listens may stop it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Told what is being done and how far the whole is, 0 to 1; may raise to stop the work, and then nothing was done."""


def quietly(_doing: str, _share: float) -> None:
    """Nobody listens."""
