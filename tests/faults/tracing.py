"""What an operation asks of the system, call by call, as strace sees it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PATHS = os.pathsep.join(map(str, (HERE, HERE.parent, HERE.parents[1])))
ENVIRONMENT = os.environ | {"PYTHONPATH": PATHS, "PYTHONDONTWRITEBYTECODE": "1"}
WRITING = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "mkdir", "openat")


def strace_works() -> bool:
    strace = shutil.which("strace")
    return strace is not None and subprocess.run([strace, "-qq", "-o", os.devnull, "true"]).returncode == 0


@dataclass(frozen=True)
class Call:
    name: str
    texts: tuple[bytes, ...]
    """The strings among the arguments: paths, data."""
    words: str
    result: int


_CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def traced(name: str, folder: Path, log: Path) -> list[Call]:
    """All writing calls of an operation, in their order, between its beginning and its end."""
    command = ["strace", "--seccomp-bpf", "-f", "-qq", "-xx", "-s", "100000000", "-o", log]
    command += ["-e", "signal=none", "-e", f"trace={','.join(WRITING)}"]
    subprocess.run(
        [*command, sys.executable, HERE / "worker.py", "run", name, folder],
        env=ENVIRONMENT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    calls = list(_read(log))
    (begin,) = (at for at, call in enumerate(calls) if call.texts == (b"begin",))
    (end,) = (at for at, call in enumerate(calls) if call.texts == (b"end",))
    return calls[begin + 1 : end]


def _read(log: Path) -> Iterator[Call]:
    for line in log.read_text(encoding="ascii").splitlines():
        found = _CALL.search(line)
        if found:
            texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found["arguments"]))
            yield Call(found["name"], texts, _TEXT.sub("", found["arguments"]), int(found["result"]))
