"""The window waits for work without which it cannot go on: it goes on being drawn, and says what it waits for.

What is done within a moment shows nothing. The officer can neither type nor click meanwhile, so nothing changes under
the work; but a drive that does not answer must not hold anybody for ever, so there is a way out.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui.dialogs import foot_row
from ita_desktop.ui.jobs import SHOW_AFTER_MS
from ita_desktop.ui.theme import APART, PANEL, theme
from ita_desktop.ui.widgets.labels import Wrapped

T = TypeVar("T")

_LOOK_EVERY_MS = 2
LONGEST_MS = 120_000
"""An office closes its computers in the evening and goes: then nobody is there to take the way out."""

_waits: list[str] = []


def done_beside(work: Callable[[], T], doing: str, *, safe: str) -> T:
    """What comes of the work, which is done on another thread and cannot be left before its end."""
    future: Future[T] = Future()

    def on_another_thread() -> None:
        try:
            future.set_result(work())
        except BaseException as trouble:  # noqa: BLE001 -- raised where it is waited for
            future.set_exception(trouble)

    Thread(target=on_another_thread, name="beside").start()
    wait_until(future.done, doing, safe=safe)
    return future.result()


def wait_until(
    is_done: Callable[[], bool], doing: str, *, safe: str, way_out: str = "", over: QWidget | None = None
) -> bool:
    """Whether it came to its end; not where the officer took the way out, or the program has to end."""
    _waits.append(doing)
    try:
        return is_done() or _unseen(is_done) or Waiting(is_done, doing, safe, way_out, over).came_to_its_end()
    finally:
        _waits.pop()


def is_waiting() -> bool:
    """Then somebody further up the stack counts on the workbook: it must not be closed meanwhile."""
    return bool(_waits)


def _unseen(is_done: Callable[[], bool]) -> bool:
    loop = QEventLoop()
    looking, enough = QTimer(interval=_LOOK_EVERY_MS), QTimer(singleShot=True, interval=SHOW_AFTER_MS)
    looking.timeout.connect(lambda: loop.quit() if is_done() else None)
    enough.timeout.connect(loop.quit)
    looking.start()
    enough.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return is_done()


class Waiting(QDialog):
    def __init__(self, is_done: Callable[[], bool], doing: str, safe: str, way_out: str, over: QWidget | None) -> None:
        super().__init__(over or QApplication.activeWindow())
        self._is_done = is_done
        self.setWindowTitle("ITA Desktop")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Enter that was still meant for the window leaves nothing out
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(doing)
        self.leave = QPushButton(way_out)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(Wrapped(doing, rank="heading"))
        column.addWidget(self.bar)
        column.addWidget(Wrapped(safe, tone="muted"))
        column.addLayout(foot_row(self.leave))
        self.leave.setVisible(bool(way_out))
        self.setMinimumWidth(round(440 * theme().zoom))
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)
        self._enough = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._enough.timeout.connect(self.leave.click)

    def came_to_its_end(self) -> bool:
        self._looking.start()
        if not self.leave.isHidden():
            self._enough.start()
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        self.show()
        self.setFocus()
        loop.exec()
        for each in (self._looking, self._enough):
            each.stop()
        self.hide()
        self.deleteLater()
        return self._is_done()

    def _look(self) -> None:
        if self._is_done():
            self.accept()

    @override
    def reject(self) -> None:
        """Escape and the cross of the window are no decision; the button is."""
