"""Reading a foreign file: another process does it, watched from here, and stopped when it takes too long."""

from __future__ import annotations

import errno
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.sheets.look import LARGEST_FILE, MB, damaged, refused, too_large
from ita_desktop.exchange.sheets.wire import READY, Unpacking

Progress = Callable[[str, float], None]
"""Told what is being read and how much of it has come, 0 to 1; asked often, and it may raise to stop the work."""

SECONDS = 8.0
_SECONDS_FOR_EACH_MB = 1.0
_SECONDS_TO_START = 60.0
"""Until the reader has begun: an old computer, a virus scanner or a slow stick are not the file's fault."""
_A_MOMENT = 0.05
_READER = "ita_desktop.exchange.sheets.reader_process"
_PACKAGE_LIES_IN = Path(__file__).resolve().parents[3]


def read_tables(
    path: Path, *, progress: Progress = lambda _what, _share: None, seconds: float = SECONDS
) -> tuple[Grid, ...]:
    """Every sheet or table of a file. Whatever the file is or does, it ends in grids or in one FileTrouble.

    `seconds` is what a file of no size may take once it is being read; an honest large one gets more.
    """
    allowed = seconds + _size(path) / MB * _SECONDS_FOR_EACH_MB
    progress("กำลังเปิดไฟล์", 0.0)
    child = _start(path)
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    assert child.stdout is not None
    listener = threading.Thread(target=_listen, args=(child.stdout, lines), daemon=True)
    listener.start()
    try:
        grids = _collect(lines, allowed, progress)
    finally:
        child.kill()
        child.wait()
        listener.join()
        child.stdout.close()
    if not grids:
        raise refused("ไฟล์นี้ไม่มีข้อมูลในแผ่นงานใดเลย", "ตรวจว่าเลือกไฟล์ถูกต้อง และตารางไม่ได้อยู่ในแผ่นงานที่ซ่อนไว้")
    return tuple(grids)


def _size(path: Path) -> int:
    try:
        if not path.is_file():
            if not path.exists():
                raise FileNotFoundError(errno.ENOENT, "missing")
            raise refused(f"{path.name} ไม่ใช่ไฟล์", "เลือกไฟล์ Excel, Word หรือ CSV")
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError):
            raise refused(f"ไม่พบไฟล์ {path.name}", "ตรวจชื่อไฟล์และไดรฟ์") from error
        raise refused(f"เปิดไฟล์ {path.name} ไม่ได้", "ปิดไฟล์นั้นในโปรแกรมอื่น แล้วลองใหม่ หรือตรวจสิทธิ์ในการอ่าน") from error
    if size > LARGEST_FILE:
        raise too_large()
    return size


def _start(path: Path) -> subprocess.Popen[bytes]:
    # -P and a path of our own: a stray json.py beside the officer's sheets is never run.
    places = os.pathsep.join(filter(None, [str(_PACKAGE_LIES_IN), os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(  # noqa: S603 - our own reader, and the file's name as one argument
        [sys.executable, "-P", "-m", _READER, str(path.resolve())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": places, "PYTHONUTF8": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(stream: IO[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _collect(lines: queue.SimpleQueue[bytes | None], allowed: float, progress: Progress) -> list[Grid]:
    unpacking = Unpacking([])
    until = time.monotonic() + _SECONDS_TO_START
    what, share = "กำลังเปิดไฟล์", 0.0
    while not unpacking.ended:
        left = until - time.monotonic()
        if left <= 0:
            raise _too_slow()
        try:
            line = lines.get(timeout=min(left, _A_MOMENT))
        except queue.Empty:
            progress(what, share)
            continue
        if line is None:
            raise damaged()  # it died: killed, aborted, out of memory
        if line == READY:
            until = time.monotonic() + allowed
        elif unpacking.take(line):
            what, share = f"อ่านแผ่นงานที่ {len(unpacking.grids) + 1}", unpacking.share
            progress(what, share)
    return unpacking.grids


def _too_slow() -> FileTrouble:
    return refused(
        "อ่านไฟล์นี้ไม่เสร็จในเวลาที่ควร จึงหยุดอ่าน",
        "คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่ แล้วนำเข้าไฟล์ใหม่",
    )
