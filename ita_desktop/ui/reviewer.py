"""The review runs by itself: a moment after the last change, on another thread, over the value of the year.

A few rules at a time: threads of Python take turns, so a long review would hold up whatever the window does meanwhile.
The window asks for the next rules when it comes to it, and never does while an answer would be out of date.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ita_desktop.domain.problems import Problem
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.records import Year

QUIET_MS = 120
"""After the last change: together with the review itself less than the third of a second one takes for at once."""
SLICE_S = 0.005
"""Between two answers to the window; no longer than a thread may keep another one waiting anyway."""


class Reviewer(QObject):
    found = Signal()
    """`problems` are those of the year as it now is."""
    _paused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.problems: tuple[Problem, ...] = ()
        self._current: _Reading | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="review")
        self._clock = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._clock.timeout.connect(self._begin)
        self._paused.connect(self._go_on)
        session.changed.connect(self._wait)
        session.year_chosen.connect(self._start_anew)

    def close(self) -> None:
        self._clock.stop()
        self._current = None
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _wait(self) -> None:
        self._current = None
        self._clock.start()

    def _start_anew(self) -> None:
        self.problems = ()
        self.found.emit()
        self._wait()

    def _begin(self) -> None:
        year = self._session.year
        if year is not None:
            self._current = _Reading(year, self._session.today())
            self._pool.submit(self._read_on, self._current)

    def _read_on(self, reading: _Reading) -> None:
        reading.read_on()
        self._paused.emit(reading)

    @Slot(object)
    def _go_on(self, reading: _Reading) -> None:
        if reading is not self._current:  # the year changed meanwhile, and the next answer is under way
            return
        if reading.mistake is not None:
            sys.excepthook(type(reading.mistake), reading.mistake, reading.mistake.__traceback__)
        elif reading.problems is None:
            self._pool.submit(self._read_on, reading)
        else:
            self.problems = reading.problems
            self.found.emit()


class _Reading:
    """A review under way. One thread at a time has it."""

    def __init__(self, year: Year, today: datetime.date) -> None:
        self.problems: tuple[Problem, ...] | None = None
        """Known once all rules have been asked."""
        self.mistake: Exception | None = None
        """Our own, carried over to the main thread to be raised there."""
        self._year, self._today = year, today
        self._found: list[Problem] = []
        self._rules: Iterator[list[Problem]] | None = None

    def read_on(self) -> None:
        try:
            self._ask()
        except Exception as mistake:  # noqa: BLE001 -- see `mistake`
            self.mistake = mistake

    def _ask(self) -> None:
        from ita_desktop.review import by_rule, in_order

        if self._rules is None:
            self._rules = by_rule(self._year, self._today)
        until = time.perf_counter() + SLICE_S
        for found in self._rules:
            self._found += found
            if time.perf_counter() > until:
                return
        self.problems = in_order(self._year, self._found)
