"""Long work off the main thread: papers, copies, reading back.

Work gets plain values (a `Year`, bytes), never the workbook, so the officer can go on while it runs. What is being
done shows after 300 ms, with a cancel; shorter work shows nothing and nothing flickers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.messages import Messages

SHOW_AFTER_MS = 300
_TURN = 0.0005
"""Seconds after which a thread at work lets the window have Python's lock. By itself it keeps it for ten times as long,
and a window that is painted asks for it anew for every widget: its longest stall is a fifth now, the work as quick."""
T = TypeVar("T")


class Cancelled(Exception):
    """The officer does not want it any more; work raises it at a point where nothing is half done."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What ended the work; told from a trouble that the work returned as its result."""

    trouble: Exception


class Progress:
    """What work knows of the window: it may say how far it is, and is told when to stop."""

    def __init__(self, report: Callable[[str, float], None]) -> None:
        self._report = report
        self._stop = Event()

    def report(self, doing: str, share: float) -> None:
        """Say what is being done and how far it is (0 to 1); raises `Cancelled` where it is no longer wanted."""
        if self._stop.is_set():
            raise Cancelled
        self._report(doing, share)

    def cancel(self) -> None:
        self._stop.set()


_at_work: set[Jobs] = set()
"""They live at least until their work has come back: a thread that speaks through what is gone ends the program."""


def anything_at_work() -> bool:
    """What can wait should: two threads hold each other up, and the window is one of them."""
    return bool(_at_work)


class Jobs(QObject):
    """Runs one piece of work after the other and brings each result back to the main thread."""

    shown = Signal(str)
    """What is being done; the window shows its bar."""
    progressed = Signal(str, float)
    hidden = Signal()
    _finished = Signal(object, object, object)

    def __init__(self, messages: Messages, owner: QObject | None = None) -> None:
        """Not a child of its owner, which may be gone while work still has to say that it is done."""
        super().__init__()
        self._messages = messages
        self._wanted = True
        if owner is not None:
            owner.destroyed.connect(self._forget)
        sys.setswitchinterval(_TURN)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._running: list[Progress] = []
        self._doing = ""
        self._clock = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._clock.timeout.connect(lambda: self.shown.emit(self._doing))
        self._finished.connect(self._bring_back)

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def run(self, doing: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Do `work` elsewhere, then `done` with its result here. Known troubles are told, our own mistakes raised."""
        progress = Progress(self.progressed.emit)
        self._running.append(progress)
        _at_work.add(self)
        self._doing = doing
        if not self._clock.isActive():
            self._clock.start()

        def in_the_background() -> None:
            try:
                result: Any = work(progress)
            except Exception as trouble:  # noqa: BLE001 -- carried over to the main thread, and raised or told there
                result = _Raised(trouble)
            self._finished.emit(progress, result, done)

        self._pool.submit(in_the_background)

    def cancel(self) -> None:
        for progress in self._running:
            progress.cancel()

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest: nothing is left half written."""
        self.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot()
    def _forget(self) -> None:
        """Whoever wanted it is gone, without having waited."""
        self._wanted = False
        self.cancel()

    @Slot(object, object, object)
    def _bring_back(self, progress: Progress, result: object, done: Callable[[object], None]) -> None:
        self._running.remove(progress)
        if not self._running:
            self._clock.stop()
            QTimer.singleShot(0, partial(_rest, self))
            self.hidden.emit()
        if not self._wanted:
            return
        if not isinstance(result, _Raised):
            done(result)
        elif isinstance(result.trouble, ItaError):
            self._messages.error(result.trouble)
        elif not isinstance(result.trouble, Cancelled):
            sys.excepthook(type(result.trouble), result.trouble, result.trouble.__traceback__)


def _rest(jobs: Jobs) -> None:
    """Unless what came back has led to more work."""
    if not jobs.busy:
        _at_work.discard(jobs)
