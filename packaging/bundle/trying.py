"""What the trials of the bundles have in common: saying what is so, and a screen to look at."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import prepare

from bundle.tools import run

TRY_EXTRAS = Path(__file__).with_name("try_extras.py")
PROGRAMS = {"Xvfb": "xvfb", "import": "imagemagick", "pdftotext": "poppler-utils"}


def expect(what: str, true: bool) -> None:
    if not true:
        prepare.stop(f"NOT SO: {what}")
    prepare.say(f"so: {what}")


@contextmanager
def a_screen(*more: str) -> Iterator[str]:
    """Of an office's small size; gives its name, such as `:1`."""
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", *more)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:
        assert screen.stdout is not None
        try:
            yield f":{screen.stdout.readline().strip()}"
        finally:
            screen.terminate()


def picture(display: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    run("import", "-window", "root", file, more={"DISPLAY": display})
