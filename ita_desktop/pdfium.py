"""pdfium, for one thread at a time: it keeps things of its own between calls and must not be called by two at once.

The preview draws on a thread of its own while a paper is exported or an outside one is read on others; each holds the
library only as long as it looks.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument as PdfDocument  # noqa: PLC0414 -- handed on as a type

_LOCK = threading.RLock()


@contextmanager
def pdfium() -> Iterator[ModuleType]:
    """The library, for the length of a `with`. Whatever it opened is closed or touched under this lock alone."""
    with _LOCK:
        import pypdfium2

        yield pypdfium2
