"""What a crash or a power cut left half written, taken away at the next start."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from pathlib import Path

_log = logging.getLogger(__name__)

_UNFINISHED = (
    "~????????????.part",
    *(f"*.ita{end}{of}" for end in (".partial", 2 * ".partial") for of in ("", "-journal")),
)
"""The names of papers and workbooks until they are whole; twice partial is one that will take another's place."""
_SURELY_DEAD = timedelta(hours=1)


def remove_leftovers(folder: Path, now: datetime) -> tuple[str, ...]:
    """The names that are gone. What was touched within the hour may be another window's work in progress."""
    gone = []
    try:
        for pattern in _UNFINISHED:
            for path in folder.glob(pattern):
                age = now.timestamp() - path.stat().st_mtime
                if abs(age) > _SURELY_DEAD.total_seconds():  # also a time to come, after the clock was set back
                    path.unlink()
                    gone.append(path.name)
    except OSError as error:
        _log.info("an unfinished file stays behind: %s", error.strerror)
    return tuple(gone)
