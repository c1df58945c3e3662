"""The window's door: the one place that knows Qt, our files and the rooms together."""

from __future__ import annotations

import datetime
import logging
import os
import signal
import sys
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QProcess, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ita_desktop import __version__, log, paths
from ita_desktop.domain.errors import FileTrouble, WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.ui.files import Files, Places
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.main_window import NAME, MainWindow
from ita_desktop.ui.messages import WindowMessages
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.thai_qt import ThaiWords
from ita_desktop.ui.theme import Choice, Theme

if TYPE_CHECKING:
    from ita_desktop.drafting.phrases import Phrases

_NO_SCREEN = FileTrouble(
    "เปิดหน้าต่างไม่ได้ เพราะไม่มีจอภาพในที่นี้",
    do="เปิดโปรแกรมจากหน้าจอปกติ หรือใช้คำสั่งที่ไม่ต้องมีหน้าต่าง ดูได้ด้วย ita-desktop --help",
)


def run(workbook: Path | None) -> int:
    seconds = _quit_after()
    qInstallMessageHandler(_log_qt)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal: every change is on disk already
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName(NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("ita-desktop")
    messages = WindowMessages()
    window = make_window(application, messages)
    sys.excepthook = TellOurMistake(window)
    window.show()
    # Opening waits until the window stands: the officer sees it at once, also when the drive is slow.
    QTimer.singleShot(0, window, lambda: window.begin(workbook))
    if seconds is not None:
        QTimer.singleShot(int(seconds * 1000), application, _close_by_itself)
    code = application.exec()
    _begin_again_if_wanted(application)
    if window.left_behind:
        logging.shutdown()
        os._exit(code)  # else Python would wait for the thread that the officer would not wait for
    return code


def make_window(application: QApplication, messages: WindowMessages) -> MainWindow:
    """The whole window on its first page, with our own folders handed to the rooms."""
    settings = Settings(paths.settings_folder())
    theme = Theme(application, fonts=paths.FONTS, icons=paths.RESOURCES / "icons")
    theme.choose(_theme(settings))
    zoom = settings.get("zoom", 1.0)
    if isinstance(zoom, int | float) and zoom != 1.0:
        theme.set_zoom(zoom)
    application.installTranslator(ThaiWords(paths.RESOURCES / "qt" / "th.toml", application))
    session = Session(messages, datetime.date.today, _phrases)
    jobs = Jobs(messages, session)
    places = Places(
        frameworks=Frameworks(paths.FRAMEWORKS),
        sample=paths.RESOURCES / "sample" / "sample.json",
        backups=paths.backups_folder(),
        fonts=paths.FONTS,
        help=paths.RESOURCES / "help",
        program=paths.program_folder(),
    )
    files = Files(session, places, settings, lambda: datetime.datetime.now().astimezone())
    window = MainWindow(session, files, jobs, settings)
    messages.belong_to(window)
    return window


@cache
def _phrases() -> Phrases:
    """The sentences to draft with, read when they are first asked for."""
    from ita_desktop.drafting.phrases import Phrases

    return Phrases.load(paths.PHRASES)


def _theme(settings: Settings) -> Choice:
    wanted = settings.get("theme")
    return Choice(wanted) if wanted in set(Choice) else Choice.SYSTEM


def _close_by_itself() -> None:
    """As if the person closed the window, and then for certain, whatever is still open."""
    QApplication.closeAllWindows()
    QApplication.exit(0)


def _quit_after() -> float | None:
    wish = os.environ.get("ITA_DESKTOP_QUIT_AFTER", "")
    try:
        return float(wish) if wish else None
    except ValueError:
        raise WrongUsage("ITA_DESKTOP_QUIT_AFTER ต้องเป็นจำนวนวินาที", do="เช่น ITA_DESKTOP_QUIT_AFTER=3") from None


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own words are for the log. After a fatal one Qt would abort: most often it found no screen."""
    if kind is QtMsgType.QtFatalMsg:
        print(_NO_SCREEN if "platform plugin" in message else log.unexpected(RuntimeError(message)), file=sys.stderr)  # noqa: T201
        os._exit(3)
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
        logging.getLogger("Qt").warning("%s", message)


class TellOurMistake:
    """Our own mistakes, also those inside a slot: to the log, and one at a time in a dialog that looked at the file."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._telling = False

    def __call__(self, _kind: type[BaseException], mistake: BaseException, _trace: TracebackType | None) -> None:
        sentence = log.unexpected(mistake)
        print(sentence, file=sys.stderr)  # noqa: T201
        if self._telling:
            return
        self._telling = True
        try:
            self._show(mistake)
        except Exception as second:  # noqa: BLE001 - then in the plainest way there is
            log.unexpected(second)
            self._telling = False
            self._window.session.messages.error(sentence)

    def _show(self, mistake: BaseException) -> None:
        from ita_desktop.ui.crash_dialog import CrashDialog, Mistake, look_at

        known = Mistake(type(mistake).__name__, log.details(mistake), log.file())
        dialog = CrashDialog(known, look_at(self._window.session.document), QApplication.activeWindow() or self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restart.connect(self._restart)
        dialog.finished.connect(self._told)
        dialog.open()

    def _told(self) -> None:
        self._telling = False

    def _restart(self) -> None:
        """The next program begins when this one has let go of the workbook."""
        path = self._window.session.path
        QApplication.instance().setProperty(_AGAIN, [str(path)] if path else [])  # type: ignore[union-attr]
        _close_by_itself()


_AGAIN = "begin_again_with"


def _begin_again_if_wanted(application: QApplication) -> None:
    wanted = application.property(_AGAIN)
    if wanted is not None:
        QProcess.startDetached(sys.executable, ["-m", "ita_desktop", *wanted])
