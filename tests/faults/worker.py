"""Runs operations under strace: one and done, or one after the other, each in a process forked for it.

Forked workers first make idle calls, so that the call that strace is told to let fail, the so-many-hundredth of its
kind, is just the one that the test means. Nothing is said by `write`, which would be counted: a socket is used.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
import tempfile
import traceback
from pathlib import Path

from operations import OPERATIONS
from sqlite_utils.migrations import Migrations  # noqa: F401 - what is imported on first use would be counted

from ita_desktop.domain.errors import ItaError

NOTHING = os.open(os.devnull, os.O_RDWR)
NOWHERE = Path("/nowhere/at/all")


IDLE = {
    "write": lambda: os.write(NOTHING, b""),
    "pwrite64": lambda: os.pwrite(NOTHING, b"", 0),
    "pread64": lambda: os.pread(NOTHING, 0, 0),
    "fsync": lambda: os.fsync(NOTHING),
    "fdatasync": lambda: os.fdatasync(NOTHING),
    "ftruncate": lambda: os.ftruncate(NOTHING, 0),
    "unlink": NOWHERE.unlink,
    "rename": lambda: NOWHERE.rename(NOWHERE),
    "mkdir": NOWHERE.mkdir,
    "openat": lambda: os.open(NOWHERE, os.O_RDONLY),
}
"""Most of them fail; they are only there to be counted."""


def load(*names: str) -> None:
    """What is loaded on first use would be counted, and the program's own files do not lie on the medium that fails."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            place = Path(folder, name)
            place.mkdir()
            OPERATIONS[name].prepare(place)
            OPERATIONS[name].run(place, lambda _what: None)


def work(name: str, folder: str, idle: dict[str, int], say) -> None:
    for call, times in idle.items():
        for _ in range(times):
            with contextlib.suppress(OSError):
                IDLE[call]()
    try:
        OPERATIONS[name].run(Path(folder), lambda what: say(json.dumps({"said": what}).encode()))
    except ItaError as trouble:
        told = ["trouble", trouble.happened, trouble.safe, trouble.do]
    except BaseException:  # noqa: BLE001 - a mistake of ours is what the test looks for
        told = ["mistake", traceback.format_exc()]
    else:
        told = ["done"]
    say(json.dumps({"told": told}).encode())


if sys.argv[1] == "serve":
    load("sheet", "export")  # not all of them, or the so-manieth call would be made before the first worker is there
    door = socket.socket(fileno=int(sys.argv[2]))
    door.send(b"ready")
    while order := door.recv(65536):
        worker = os.fork()
        if worker == 0:
            work(**json.loads(order), say=door.send)
            os._exit(0)
        _, how = os.waitpid(worker, 0)
        if os.WIFSIGNALED(how):
            door.send(json.dumps({"told": ["killed", signal.Signals(os.WTERMSIG(how)).name]}).encode())
else:
    load(sys.argv[2])
    os.write(1, b"begin")
    OPERATIONS[sys.argv[2]].run(Path(sys.argv[3]), lambda what: os.write(1, what.encode()))
    os.write(1, b"end")
