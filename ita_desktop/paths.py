"""Where our own files lie, in a source tree or installed, and where a user's files of ours go.

Only the doors (`app`, `cli`) ask; the rooms get what they need as arguments.
"""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _beside_the_package(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


RESOURCES = _beside_the_package("resources")
FRAMEWORKS = RESOURCES / "frameworks"
PHRASES = RESOURCES / "phrases"
SAMPLE = RESOURCES / "sample" / "sample.json"
FONTS = _beside_the_package("fonts")


def program_folder() -> Path | None:
    """Where the program was installed, with the list of its files; None where it runs from its sources."""
    folder = Path(sys.prefix).parent
    return folder if (folder / "files.sha256").is_file() else None


def _user_folder(kind: str) -> Path:
    program = program_folder()
    if program and (program / "portable").is_dir():  # carried on a stick: nothing stays behind on a strange computer
        return program / "portable"
    import platformdirs

    folders = platformdirs.PlatformDirs("ITA Desktop", appauthor=False)
    return Path(getattr(folders, kind))


def log_folder() -> Path:
    """The log, rotated; it holds no personal data."""
    return _user_folder("user_log_dir")


def backups_folder() -> Path:
    """Backups lie away from the workbook, so that a lost stick or folder does not take them along."""
    return _user_folder("user_data_dir") / "backups"


def settings_folder() -> Path:
    """Recent files and the window's shape; nothing of an office."""
    return _user_folder("user_config_dir")
