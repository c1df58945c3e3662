"""The window's door: the one place that knows Qt, our files and the rooms together."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMainWindow

from ita_desktop import __version__, log, paths
from ita_desktop.domain.errors import FileTrouble, WrongUsage

_NO_SCREEN = FileTrouble(
    "เปิดหน้าต่างไม่ได้ เพราะไม่มีจอภาพในที่นี้",
    do="เปิดโปรแกรมจากหน้าจอปกติ หรือใช้คำสั่งที่ไม่ต้องมีหน้าต่าง ดูได้ด้วย ita-desktop --help",
)


def run(workbook: Path | None) -> int:
    seconds = _quit_after()
    sys.excepthook = _log_our_mistake
    qInstallMessageHandler(_log_qt)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal: every change is on disk already
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName("ITA Desktop")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")  # before any font, else the platform's own fonts for tables and menus win
    for font in sorted(paths.FONTS.glob("Sarabun-*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    window = QMainWindow()
    window.setWindowTitle("ITA Desktop" if workbook is None else f"{workbook.name} - ITA Desktop")
    window.show()
    if seconds is not None:
        QTimer.singleShot(int(seconds * 1000), application, _close_by_itself)
    return application.exec()


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


def _log_our_mistake(_kind: type[BaseException], mistake: BaseException, _trace: TracebackType | None) -> None:
    print(log.unexpected(mistake), file=sys.stderr)  # noqa: T201


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own words are for the log. After a fatal one Qt would abort: most often it found no screen."""
    if kind is QtMsgType.QtFatalMsg:
        print(_NO_SCREEN if "platform plugin" in message else log.unexpected(RuntimeError(message)), file=sys.stderr)  # noqa: T201
        os._exit(3)
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
        logging.getLogger("Qt").warning("%s", message)
