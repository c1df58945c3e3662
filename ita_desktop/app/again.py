"""After a mistake of ours the program begins again, with the workbook that was open."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

from ita_desktop import log, paths
from ita_desktop.ui.main_window import MainWindow

_PACKAGE_LIES_IN = Path(__file__).resolve().parents[2]
_ON_WINDOWS = "ITA Desktop.exe"
"""Which runs Python inside itself: by it the task bar knows the window."""


def let_go_of_the_workbook(window: MainWindow) -> None:
    """Also where the mistake was in closing the window: whoever begins again finds it free."""
    try:
        if window.session.document is not None:
            window.session.document.close()
    except Exception as mistake:  # noqa: BLE001 - everything is on the disk already
        log.unexpected(mistake)


def begin_again(workbooks: tuple[Path, ...]) -> None:
    """The open workbook, or none."""
    program = QProcess()
    name, *arguments = command(workbooks)
    environment = QProcessEnvironment.systemEnvironment()
    places = filter(None, (str(_PACKAGE_LIES_IN), environment.value("PYTHONPATH")))
    environment.insert("PYTHONPATH", os.pathsep.join(places))
    program.setProcessEnvironment(environment)
    program.setProgram(name)
    program.setArguments(arguments)
    program.startDetached()


def command(workbooks: tuple[Path, ...]) -> list[str]:
    own = (paths.program_folder() or Path()) / _ON_WINDOWS
    # -P and a path of our own: a stray json.py beside the officer's workbook is never run.
    program = [str(own)] if own.is_file() else [sys.executable, "-P", "-m", "ita_desktop"]
    return [*program, *map(str, workbooks)]
