"""Makes a checkout ready to run or to test: `.venv`, the locked packages, and the system libraries that Qt needs.

Only Python's standard library, since nothing else is there yet; and it must load in older Pythons, to say plainly
that a newer one is needed. When everything is ready already, nothing is done.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "ready.json"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
ENVIRONMENT["PYTHONNOUSERSITE"] = "1"


@dataclass(frozen=True)
class Need:
    """What a command needs: lock files, the plugin that draws Qt's windows, and Debian packages it is better with."""

    locks: tuple[str, ...]
    platform_plugin: str
    wishes: tuple[str, ...]


TO_RUN = Need(("requirements.lock", "requirements-build.lock"), "xcb", ("libthai0",))
TO_TEST = Need(("requirements-dev.lock",), "offscreen", ("qpdf", "poppler-utils"))

# What a Debian package is good for, and a library or program by which to know that it is there.
WISHES = {
    "libthai0": ("libthai.so.0", "with it Qt breaks lines of Thai between words"),
    "qpdf": ("qpdf", "tests of the inner order of PDF files need it"),
    "poppler-utils": ("pdftotext", "tests that read PDF files back need it"),
}

# The libraries that Qt and each of its platform plugins ask the system for, and their Debian packages. Newer releases
# call some of the packages …t64, and find them by these names still.
DEBIAN_PACKAGES = {
    "offscreen": {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11.so.6": "libx11-6",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libstdc++.so.6": "libstdc++6",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libz.so.1": "zlib1g",
        "libzstd.so.1": "libzstd1",
    },
    "xcb": {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb.so.1": "libxcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
}


def ready(need: Need) -> None:
    """Afterwards `.venv` holds this package and what the lock files name, and Qt finds its libraries."""
    _new_enough_python()
    place = {"place": str(ROOT)}
    wanted = {**place, **_fingerprints(need), f"Qt for {need.platform_plugin}": "found"}
    found = _stamp()
    works = _venv_works()
    if works and wanted.items() <= found.items():
        return
    STAMP.unlink(missing_ok=True)
    if not works or found.get("place", str(ROOT)) != str(ROOT):  # after a move its scripts point to the old place
        _make_venv()
        found = {}
    _install_locked(need.locks)
    if sys.platform == "linux":
        _find_libraries_of_qt(need.platform_plugin)
        _wish(need.wishes)
    also = _fingerprints(TO_RUN) if need == TO_TEST else {}  # the lock of the tests holds all that running needs
    STAMP.write_text(json.dumps({**found, **also, **wanted}, indent=1), encoding="utf-8")


def become(*command: str | Path) -> NoReturn:
    """Ends as this command of `.venv`, with its exit code."""
    line = [str(PYTHON), *map(str, command)]
    if WINDOWS:
        sys.exit(subprocess.run(line, env=ENVIRONMENT).returncode)
    os.execve(PYTHON, line, ENVIRONMENT)


def say(text: str) -> None:
    sys.stdout.reconfigure(errors="backslashreplace")  # folders may have Thai names, and the console no Thai
    print(text, flush=True)


def stop(text: str) -> NoReturn:
    sys.exit(f"\n{text}")


def run(command: list[str | Path], hint: str = "") -> None:
    if subprocess.run(command, cwd=ROOT, env=ENVIRONMENT).returncode:
        stop(f"This did not succeed: {shlex.join(map(str, command))}\n{hint}")


def _succeeds(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, env=ENVIRONMENT).returncode == 0
    except OSError:
        return False


def _new_enough_python() -> None:
    """Goes on with this Python, or starts anew in a newer one that the machine has or may get."""
    if sys.version_info >= (3, 11):
        return
    newer = _newer_python()
    if newer is None:
        say(f"ITA Desktop needs Python 3.11 or newer; this one is {sys.version.split()[0]}.")
        install_debian(["python3.11", "python3.11-venv"])
        newer = _newer_python() or stop("No newer Python was found on the PATH.")
    os.execv(newer, [newer, *sys.argv])


def _newer_python() -> str | None:
    for name in ("python3.13", "python3.12", "python3.11"):
        program = shutil.which(name)
        if program and _succeeds([program, "-c", "import ensurepip"]):
            return program
    return None


def _fingerprints(need: Need) -> dict[str, str]:
    files = [*(PACKAGING / lock for lock in need.locks), ROOT / "pyproject.toml", Path(__file__)]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _venv_works() -> bool:
    """It runs, and its packages are of the Python it runs (the system may have brought a newer one)."""
    return _succeeds([PYTHON, "-c", "import pip"])


def _make_venv() -> None:
    say(f"Making {VENV}")
    if sys.platform == "linux" and not _succeeds([sys.executable, "-c", "import ensurepip, venv"]):
        say("This Python cannot make virtual environments yet.")
        install_debian([f"python3.{sys.version_info[1]}-venv"])
    run([sys.executable, "-m", "venv", "--clear", VENV])


def _install_locked(locks: tuple[str, ...]) -> None:
    """The lock files are complete, so nothing is resolved: exactly their packages, or none."""
    say(f"Installing the packages of {' and '.join(locks)} (the first time about 130 MB)")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--no-input"]
    if not sys.stdout.isatty():
        pip.append("--quiet")
    files = [part for lock in locks for part in ("--requirement", PACKAGING / lock)]
    run([*pip, "--require-hashes", "--only-binary", ":all:", *files], "Fetching the packages needs internet, once.")
    run([*pip, "--no-build-isolation", "--editable", ROOT])
    _unpack_shiboken()


def _unpack_shiboken() -> None:
    """PySide6 carries Python files packed in a library, and compiles them anew at each start. Asked once by this name
    it lays them beside the library, where they are compiled like all others."""
    if not _succeeds([PYTHON, "-c", "import os; os.environ['SBK_EMBED'] = 'no'; import PySide6"]):
        say("PySide6 did not unpack its own files: windows open a little later.")


def find_libraries(asked: dict[str, str]) -> None:
    """Sees to it that they are there; `asked` names the Debian package of each."""
    missing = [library for library in asked if not _loads(library)]
    if missing:
        say(f"Qt needs libraries of the system that are not here: {', '.join(missing)}")
        install_debian(sorted({asked[library] for library in missing}))


def _find_libraries_of_qt(platform_plugin: str) -> None:
    find_libraries({**DEBIAN_PACKAGES["offscreen"], **DEBIAN_PACKAGES[platform_plugin]})
    if trouble := _trouble_of_qt(platform_plugin):
        stop(f"Qt does not start here: {trouble}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _trouble_of_qt(platform_plugin: str) -> str:
    """What the dynamic linker says in the end; Qt itself names only the first missing library, or the wrong one."""
    try_it = (
        "import ctypes, sys, PySide6\n"
        "from PySide6.QtWidgets import QApplication\n"
        "QApplication(['', '-platform', 'offscreen'])\n"
        "ctypes.CDLL(PySide6.__path__[0] + '/Qt/plugins/platforms/libq' + sys.argv[1] + '.so')\n"
    )
    done = subprocess.run([PYTHON, "-c", try_it, platform_plugin], capture_output=True, text=True, env=ENVIRONMENT)
    return done.stderr.strip().rpartition("\n")[2] or "it ended without a word" if done.returncode else ""


def _wish(packages: tuple[str, ...]) -> None:
    missing = [package for package in packages if not _is_here(WISHES[package][0])]
    if missing and not (_may_install() and _apt_install(missing)):
        for package in missing:
            say(f"Not here, and not necessary: {package} ({WISHES[package][1]})")


def _is_here(library_or_program: str) -> bool:
    return _loads(library_or_program) if ".so" in library_or_program else bool(shutil.which(library_or_program))


def install_debian(packages: list[str]) -> None:
    by_hand = f"sudo apt-get install {' '.join(packages)}"
    if not _may_install():
        stop(f"Please run this, and then try again:\n\n    {by_hand}\n")
    if not _apt_install(packages):
        stop(f"That did not succeed. Please try it by hand:\n\n    {by_hand}\n")


def _is_root() -> bool:
    return os.geteuid() == 0


def _may_install() -> bool:
    """Without asking anybody for a password."""
    return shutil.which("apt-get") is not None and (_is_root() or _succeeds(["sudo", "-n", "true"]))


def _apt_install(packages: list[str]) -> bool:
    say(f"Installing Debian packages: {' '.join(packages)}")
    apt_get = [*([] if _is_root() else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*apt_get, "update"], capture_output=True)  # a source that is away matters only if it is needed
    install = [*apt_get, "install", "--yes", "--no-install-recommends", *packages]
    done = subprocess.run(install, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        say(done.stdout)
    return done.returncode == 0
