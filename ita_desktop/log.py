"""The log: where and what kind of mistake of ours happened, for whoever mends it, and nothing of an office.

An officer may send the log to a stranger. So whatever could come from a workbook is left out of it: quoted text,
anything that is not plain ASCII, long numbers, addresses and paths.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path, PurePath

from ita_desktop.domain.errors import ItaError

_PRIVATE = re.compile(
    r"""'(?:\\.|[^'\\])*(?:'|$)"""
    r"""|"(?:\\.|[^"\\])*(?:"|$)"""
    r"""|\S*@\S+"""
    r"""|(?:[A-Za-z]:)?[/\\]\S+"""
    r"""|[\d-]*\d{4}[\d-]*"""
    r"""|[^\x00-\x7f]+""",
    re.DOTALL,
)


def start(folder: Path) -> None:
    """From here on warnings and mistakes go to the log, and never to the person's screen."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _LogFile)]:
        root.removeHandler(handler)
        handler.close()
    root.addHandler(_LogFile(folder))
    logging.captureWarnings(True)
    threading.excepthook = lambda ended: logging.getLogger(__name__).critical(
        "A thread ended", exc_info=ended.exc_value
    )
    logging.raiseExceptions = False  # a log that cannot be written must not stop the work


def unexpected(error: BaseException) -> ItaError:
    """Anything that is no `ItaError` is our own mistake: the log gets the details, the person a sentence."""
    logging.getLogger(__name__).critical("Unexpected", exc_info=error)
    written = file()
    where = f" รายละเอียดอยู่ในบันทึกของโปรแกรมที่ {written}" if written else ""
    return ItaError(
        "โปรแกรมทำงานผิดพลาดโดยไม่คาดคิด",
        safe="งานที่บันทึกไว้แล้วยังอยู่ตามเดิม",
        do=f"โปรดลองใหม่อีกครั้ง หากยังพบอีกให้แจ้งผู้ดูแลโปรแกรม{where}",
    )


def file() -> Path | None:
    """Where the log is, once there was anything to log."""
    files = [handler.file for handler in logging.getLogger().handlers if isinstance(handler, _LogFile)]
    return files[0] if files and files[0].is_file() else None


def details(error: BaseException) -> str:
    """What the log says of a mistake, to be copied for whoever mends it: nothing of an office is in it."""
    from ita_desktop import __version__

    return "\n".join((f"ITA Desktop {__version__} {sys.platform} Python {sys.version.split()[0]}", *_told(error)))


class _LogFile(logging.Handler):
    """Makes its folder and file with the first record only: most days there is nothing to log."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self.file = folder / "ita-desktop.log"
        self._rotating: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        from logging.handlers import RotatingFileHandler

        try:
            if self._rotating is None:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                self._rotating = RotatingFileHandler(self.file, maxBytes=500_000, backupCount=3, encoding="utf-8")
                self._rotating.setFormatter(_WithoutPersonalData())
            self._rotating.emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        if self._rotating is not None:
            self._rotating.close()
        super().close()


class _WithoutPersonalData(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        from ita_desktop import __version__

        head = f"{self.formatTime(record)} {__version__} {sys.platform} {record.levelname} {record.name}"
        lines = [f"{head}: {without_personal_data(record.getMessage())}"]
        if record.exc_info and record.exc_info[1]:
            lines += _told(record.exc_info[1])
        return "\n".join(lines)


def without_personal_data(text: str) -> str:
    return _PRIVATE.sub("…", text)


def _told(error: BaseException) -> Iterator[str]:
    """A traceback without values and without the folders of a person, the first cause first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _told(cause)
        yield "  which led to"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_inside_the_program(frame.filename)}:{frame.lineno} {frame.name}"
    # The name that our code asked for and did not find is a word of the code, not of a workbook.
    name = f" ({error.name})" if isinstance(error, AttributeError | ImportError | NameError) else ""
    yield f"  {type(error).__name__}: {without_personal_data(str(error))}{name}"


def _inside_the_program(file: str) -> str:
    parts = PurePath(file).parts
    for root in ("site-packages", "ita_desktop"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return PurePath(file).name
