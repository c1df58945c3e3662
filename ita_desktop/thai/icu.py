"""Thai word breaks by ICU, called directly: the copy that comes with Qt on Linux, Windows' own, or the system's.

No package is needed for it, and none of Qt is loaded for it.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock

Breaks = Callable[[str], list[int]]
"""Where words end inside a run of Thai letters, its own end included."""

_WORD = 1  # UBRK_WORD
_DONE = -1  # UBRK_DONE
_NEWEST, _OLDEST = 90, 60
_SYSTEM32_ONLY = 0x800  # LOAD_LIBRARY_SEARCH_SYSTEM32: never a file of that name lying about elsewhere
_PROBE = "เทศบาลตำบลมีการประเมิน"
_PROBE_BREAKS = [6, 10, 12, 15, 22]


def load_icu() -> Breaks | None:
    """Word breaks by the first ICU that is there and knows Thai; None where there is none."""
    for library, suffix in _libraries():
        try:
            breaks = _breaks_of(library, suffix)
        except (OSError, AttributeError):  # cannot be opened for use, or lacks a function
            continue
        if breaks(_PROBE) == _PROBE_BREAKS:
            return breaks
    return None


def _libraries() -> Iterator[tuple[ctypes.CDLL, str]]:
    """Every ICU within reach, and the version that its function names end in."""
    for path, suffix in _places():
        try:
            yield _open(path), suffix
        except OSError:
            continue


def _places() -> Iterator[tuple[str, str]]:
    if sys.platform == "win32":
        yield "icu.dll", ""
        yield "icuuc.dll", ""
        return
    qt = importlib.util.find_spec("PySide6")
    for folder in (qt.submodule_search_locations or []) if qt else []:
        for path in sorted(Path(folder, "Qt", "lib").glob("libicuuc.so.*")):
            yield str(path), f"_{path.suffix[1:]}"
    for version in range(_NEWEST, _OLDEST, -1):
        yield f"libicuuc.so.{version}", f"_{version}"


def _open(path: str) -> ctypes.CDLL:
    # PyDLL keeps the interpreter's lock during a call; these calls are far shorter than giving it up and taking it.
    if sys.platform == "win32":
        return ctypes.PyDLL(path, winmode=_SYSTEM32_ONLY)
    return ctypes.PyDLL(path)


def _breaks_of(library: ctypes.CDLL, suffix: str) -> Breaks:
    error_pointer = ctypes.POINTER(ctypes.c_int)
    open_iterator = getattr(library, f"ubrk_open{suffix}")
    open_iterator.restype = ctypes.c_void_p
    open_iterator.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int32, error_pointer)
    set_text = getattr(library, f"ubrk_setText{suffix}")
    set_text.restype = None
    set_text.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32, error_pointer)
    advance = getattr(library, f"ubrk_next{suffix}")
    advance.restype = ctypes.c_int32
    advance.argtypes = (ctypes.c_void_p,)

    error = ctypes.c_int(0)
    iterator = open_iterator(_WORD, b"th", None, 0, error)
    if error.value > 0:
        raise OSError(f"ICU has no word breaks: error {error.value}")
    lock = Lock()  # one iterator, one user at a time

    def breaks(run: str) -> list[int]:
        units = run.encode("utf-16-le")
        found: list[int] = []
        with lock:
            set_text(iterator, units, len(run), error)
            while (end := advance(iterator)) != _DONE:
                found.append(end)
        return found

    return breaks
