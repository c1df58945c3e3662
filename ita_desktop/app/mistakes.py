"""Our own mistakes, wherever they happen: to the log, and one at a time in a dialog that looked at the workbook."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Hashable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from ita_desktop import log
from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.main_window import NAME, MainWindow

_QUIET = 60.0
"""Seconds. What goes wrong in painting does so again and again: one dialog and one entry in the log are enough."""
_ONCE_MORE = "โปรแกรมทำงานผิดพลาดที่เดิมอีก สิ่งที่สั่งครั้งล่าสุดอาจไม่ได้ทำ"


class TellOurMistakes(QObject):
    """What Python calls where nobody caught an exception: in a slot, in a method that Qt called, in a thread.

    It is told when all of that is over: a dialog must not open while the window is being painted, nor in a thread.
    """

    _happened = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._logged: dict[Hashable, float] = {}
        self._told: dict[Hashable, float] = {}
        self._telling = self._waiting = False
        self.again: tuple[Path, ...] | None = None
        """The workbooks to begin again with; None where the officer did not want to."""
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def __call__(self, _kind: type[BaseException], mistake: BaseException, _trace: TracebackType | None) -> None:
        if not _lately(self._logged, mistake):
            print(log.unexpected(mistake), file=sys.stderr)  # noqa: T201
        if not self._waiting:
            self._waiting = True
            self._happened.emit(mistake)

    def of_a_thread(self, ended: threading.ExceptHookArgs) -> None:
        self(ended.exc_type, ended.exc_value or ended.exc_type(), ended.exc_traceback)

    def _tell(self, mistake: BaseException) -> None:
        self._waiting = False
        if self._telling:
            return
        if _lately(self._told, mistake):
            self._window.session.said.emit(_ONCE_MORE)
            return
        self._telling = True
        try:
            self._show(mistake)
        except Exception as second:  # noqa: BLE001 - then in the plainest way there is
            self._telling = False
            self._window.session.messages.error(log.unexpected(second))

    def _show(self, mistake: BaseException) -> None:
        from ita_desktop.ui.crash_dialog import CrashDialog, Mistake, look_at

        while popup := QApplication.activePopupWidget():
            popup.close()  # an open menu would keep the mouse to itself
        known = Mistake(type(mistake).__name__, log.details(mistake), log.file())
        over = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        dialog = CrashDialog(known, look_at(self._window.session.document), over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restart.connect(self._restart)
        dialog.destroyed.connect(self._is_told)  # by its own buttons, or together with the dialog it stands over
        dialog.open()

    def _is_told(self) -> None:
        self._telling = False

    def _restart(self) -> None:
        """The next program begins when this one has let go of the workbook."""
        path = self._window.session.path
        self.again = (path,) if path else ()
        close_by_itself()


def close_by_itself() -> None:
    """As if the person closed the window, and then for certain, whatever is still open."""
    QApplication.closeAllWindows()
    QApplication.exit(0)


def tell_without_a_window(mistake: Exception) -> None:
    """At the start, when neither our window nor our look is there yet."""
    said = mistake if isinstance(mistake, ItaError) else log.unexpected(mistake)
    print(said, file=sys.stderr)  # noqa: T201
    box = QMessageBox(QMessageBox.Icon.Critical, NAME, f"เปิดโปรแกรมไม่ได้\n{said.happened}")
    box.setInformativeText("\n".join(filter(None, (said.safe, said.do))))
    box.addButton("ปิด", QMessageBox.ButtonRole.RejectRole)
    box.exec()


def _lately(known: dict[Hashable, float], mistake: BaseException) -> bool:
    """Whether one of the same kind in the same place was noted within the minute; else it is noted now."""
    frames = traceback.extract_tb(mistake.__traceback__)
    place = (type(mistake), *((frames[-1].filename, frames[-1].lineno) if frames else (str(mistake),)))
    now = time.monotonic()
    if now - known.get(place, -_QUIET) < _QUIET:
        return True
    known[place] = now
    return False
