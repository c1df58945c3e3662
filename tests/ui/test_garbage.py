"""A closed dialog is let go in the window's thread, whatever thread needs memory at that moment."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from ita_desktop.ui.garbage import Garbage


@dataclass
class Knot:
    """Refers to itself, so that only looking for garbage lets go of it."""

    dialog: QDialog
    itself: Knot | None = None


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    gc.enable()
    made = Garbage(qapp)
    made._clock.setInterval(1)
    yield made
    made.deleteLater()
    gc.enable()


def test_a_dialog_is_let_go_in_the_windows_thread_while_others_use_memory(garbage, qtbot):
    where: list[str] = []

    class Dialog(QDialog):
        def __del__(self) -> None:
            where.append(threading.current_thread().name)

    for _ in range(20):
        knot = Knot(Dialog())
        knot.itself = knot
    del knot
    kept: list[object] = []  # else the need for memory could be over before anybody looks
    busy = threading.Thread(target=lambda: kept.extend([] for _ in range(200_000)), name="papers")
    busy.start()
    qtbot.waitUntil(lambda: len(where) == 20, timeout=60_000)
    busy.join()
    assert set(where) == {threading.main_thread().name}
