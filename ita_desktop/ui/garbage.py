"""Garbage is looked for in the window's own thread alone.

Python looks for it in whichever thread happens to need memory. A dialog that was closed is garbage, and Qt must not
let go of a widget in a thread that makes papers or backups: the program would fall.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1_000


class Garbage(QObject):
    """As often as Python itself would, between two events; from now on Python does not do it by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.timeout.connect(look)
        self._clock.start()


def look() -> None:
    """The older the things, the more seldom: what lives long costs most to look through."""
    waiting, wanted = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if waiting[generation] > wanted[generation]:
            gc.collect(generation)
            return
