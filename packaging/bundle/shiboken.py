"""PySide6 carries Python files packed in a library, and compiles them anew at each start: a twelfth of the
work until the window is drawn. Where they lie unpacked beside that library it takes those: a bundle has them, compiled
like all others.
"""

from __future__ import annotations

import re
import zipfile
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import prepare

FOLDER = "files.dir"
"""Where PySide6 looks for them; its own switch lays them there, but would have to run on the bundle's system."""
_LIBRARIES = ("shiboken6.abi3.dll", "libshiboken6.abi3.so*")
_PIECE = re.compile(rb"[A-Za-z0-9+/\n]{300,}={0,2}")
"""An archive as text, cut up for compilers that take no longer ones; nothing else in the library is like it."""


def unpack(packages: Path) -> Path:
    folder = packages / "shiboken6"
    (library,) = (file for name in _LIBRARIES for file in folder.glob(name))
    try:
        with zipfile.ZipFile(BytesIO(b64decode(b"".join(_PIECE.findall(library.read_bytes()))))) as packed:
            sources = [name for name in packed.namelist() if name.endswith(".py")]
            packed.extractall(folder / FOLDER, sources)
    except (ValueError, zipfile.BadZipFile):
        prepare.stop(f"{library} packs its Python files in another way now.")
    return folder / FOLDER
