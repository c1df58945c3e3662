"""Wine for the trials: a Windows of its own below `build/wine`, and commands in it.

Three libraries of Windows that Wine lacks are replaced by empty ones (wine_stubs.c).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import prepare
from bundle.tools import BUILD
from bundle.trying import PROGRAMS

HERE = Path(__file__).resolve().parent
HOME = BUILD / "wine"
PREFIX = HOME / "prefix"
DRIVE = PREFIX / "drive_c"
DEBIAN = {"wine": "wine", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32", **PROGRAMS}
ENVIRONMENT = {
    **os.environ,
    "HOME": str(HOME),  # Wine's desktop and documents are those of the home: not of the person's
    "WINEPREFIX": str(PREFIX),
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n",
    "LC_ALL": "C.UTF-8",
}
# Wine hands Python its standard streams only when they are pipes and the input is none.
PIPES = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}


def make_prefix() -> None:
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    wine("wineboot", "--init")
    wine("winecfg", "-v", "win10")
    for library in ("bcryptprimitives", "icuuc", "mscms"):
        target = DRIVE / "windows" / "system32" / f"{library}.dll"
        gcc = ("x86_64-w64-mingw32-gcc", "-shared", "-O1", f"-D{library.upper()}", HERE / "wine_stubs.c")
        prepare.run([*gcc, "-o", target, "-ladvapi32"])


def shut_down() -> None:
    wine("wineboot", "--end-session", "--shutdown")


def silently_into(folder: str) -> list[str]:
    """NSIS takes the rest of the line for the folder, without quotation marks; Wine would set them around spaces."""
    return ["/S", *f"/D={folder}".split(" ")]


def begin(*command: str | Path, **more: str) -> subprocess.Popen[bytes]:
    """`more` is put into its environment."""
    return subprocess.Popen(["wine", *map(str, command)], env={**ENVIRONMENT, **more}, **PIPES)


def talk(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["wine", *map(str, command)], env=ENVIRONMENT, encoding="utf-8", **PIPES)


def wine(*command: str | Path) -> int:
    return talk(*command).returncode


def said(program: Path, *arguments: str, code: int = 0) -> str:
    """What the program says on its command line, by its own console program."""
    done = talk(program / "ita-desktop.exe", *arguments)
    if done.returncode != code:
        prepare.stop(f"{arguments[0]} ended with {done.returncode}: {done.stdout}")
    return done.stdout
