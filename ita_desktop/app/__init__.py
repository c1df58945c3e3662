"""The window's door: the one place that knows Qt, our files and the rooms together."""

from __future__ import annotations

import datetime
import logging
import os
import signal
import sys
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ita_desktop import __version__, log, paths
from ita_desktop.app.again import begin_again, let_go_of_the_workbook
from ita_desktop.app.mistakes import TellOurMistakes, close_by_itself, tell_without_a_window
from ita_desktop.domain.errors import FileTrouble, WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.ui.files import Files, Places
from ita_desktop.ui.garbage import Garbage
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.main_window import NAME, MainWindow
from ita_desktop.ui.messages import WindowMessages
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.thai_qt import ThaiWords
from ita_desktop.ui.theme import Choice, Theme

if TYPE_CHECKING:
    from ita_desktop.drafting.phrases import Phrases

_TROUBLE = 3
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
    Garbage(application)
    messages = WindowMessages()
    try:
        window = make_window(application, messages)
    except Exception as mistake:  # noqa: BLE001 - no window is there to tell it over
        tell_without_a_window(mistake)
        return _TROUBLE
    mistakes = TellOurMistakes(window)
    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = mistakes, mistakes.of_a_thread
    window.show()
    # Opening waits until the window stands: the officer sees it at once, also when the drive is slow.
    QTimer.singleShot(0, window, lambda: window.begin(workbook))
    if seconds is not None:
        QTimer.singleShot(int(seconds * 1000), application, close_by_itself)
    code = application.exec()
    sys.excepthook, threading.excepthook = before
    let_go_of_the_workbook(window)
    if mistakes.again is not None:
        begin_again(mistakes.again)
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
        os._exit(_TROUBLE)
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
        logging.getLogger("Qt").warning("%s", message)
