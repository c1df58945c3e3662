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


EXAMINED = "ไฟล์ของโปรแกรมทั้ง"
"""How the program begins when all its files are as built."""


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


def spoil(program: Path, library: str) -> Path:
    """Changes one of its files, takes this one away, and brings one of nobody's, which is returned."""
    (program / "CHANGELOG.md").write_text("changed", "utf-8")
    (program / library).unlink()
    strange = program / "licences" / "งานของเจ้าหน้าที่.ita"
    strange.write_bytes(b"an officer's file in the wrong place")
    return strange


def expect_faults(told: str, *faults: str) -> None:
    """That the program names just these."""
    named = [line for line in told.splitlines() if line.startswith(("ถูกแก้ไข  ", "หายไป  ", "แปลกปลอม  "))]
    expect(f"it names what is wrong with its files: {', '.join(named)}", named == list(faults))
