"""The review runs by itself: a moment after the last change, on another thread, over the value of the year."""

from __future__ import annotations

import datetime
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ita_desktop.domain.problems import Problem
from ita_desktop.domain.records import Year
from ita_desktop.ui.session import Session

QUIET_MS = 120
"""After the last change: together with the review itself less than the third of a second one takes for at once."""


class Reviewer(QObject):
    found = Signal()
    """`problems` are those of the year as it now is."""
    _done = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.problems: tuple[Problem, ...] = ()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="review")
        self._clock = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._clock.timeout.connect(self._begin)
        self._done.connect(self._take)
        session.changed.connect(self._clock.start)
        session.year_chosen.connect(self._start_anew)

    def close(self) -> None:
        self._clock.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start_anew(self) -> None:
        self.problems = ()
        self.found.emit()
        self._clock.start()

    def _begin(self) -> None:
        year = self._session.year
        if year is not None:
            self._pool.submit(self._review, year, self._session.today())

    def _review(self, year: Year, today: datetime.date) -> None:
        result: Any
        try:
            from ita_desktop.review import review

            result = review(year, today)
        except Exception as mistake:  # noqa: BLE001 -- carried over to the main thread, and raised there
            result = mistake
        self._done.emit(year, result)

    @Slot(object, object)
    def _take(self, year: Year, result: object) -> None:
        if isinstance(result, Exception):
            sys.excepthook(type(result), result, result.__traceback__)
        elif year is self._session.year:  # else it changed meanwhile, and the next answer is under way
            assert isinstance(result, tuple)
            self.problems = result
            self.found.emit()
