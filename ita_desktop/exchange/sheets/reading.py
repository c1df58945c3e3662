"""Reading a foreign file: another process does it, watched from here, and stopped when it takes too long."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.telling import Progress, quietly
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.sheets.look import LARGEST_FILE, MB, damaged, refused, too_large
from ita_desktop.exchange.sheets.wire import Unpacking

SECONDS = 8.0
_SECONDS_FOR_EACH_MB = 1.0
_SECONDS_TO_START = 60.0
"""Until the reader has begun: an old computer, a virus scanner or a slow stick are not the file's fault."""
_A_MOMENT = 0.05
_AT_ONCE = 128 * 1024
"""Bytes: about as many as a handful of rows takes."""
_READER = "ita_desktop.exchange.sheets.reader_process"
_PACKAGE_LIES_IN = Path(__file__).resolve().parents[3]


def read_tables(path: Path, *, progress: Progress = quietly, seconds: float = SECONDS) -> tuple[Grid, ...]:
    """Every sheet or table of a file. Whatever the file is or does, it ends in grids or in one FileTrouble.

    `seconds` is what a file of no size may take once it is being read; an honest large one gets more.
    """
    allowed = seconds + _size(path) / MB * _SECONDS_FOR_EACH_MB
    progress("กำลังเปิดไฟล์", 0.0)
    child = _start(path)
    assert child.stdout is not None
    unpacking = Unpacking()
    with child.stdout, ThreadPoolExecutor(max_workers=1) as beside:
        try:
            _watch(beside.submit(_listen, child.stdout, unpacking), unpacking, allowed, progress)
        finally:
            child.kill()
            child.wait()
    grids = unpacking.grids
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
        bufsize=_AT_ONCE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": places, "PYTHONUTF8": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(stream: IO[bytes], unpacking: Unpacking) -> None:
    for line in stream:
        if not line.endswith(b"\n"):
            break
        unpacking.take(line)
        if unpacking.ended:
            return
    raise damaged()  # it died, maybe within a word: killed, aborted, out of memory


def _watch(heard: Future[None], unpacking: Unpacking, allowed: float, progress: Progress) -> None:
    """Until all is heard or the time is over: this thread has the clock, the other one the work."""
    started = time.monotonic()
    while True:
        ready = unpacking.ready_at
        until = started + _SECONDS_TO_START if ready is None else ready + allowed
        if time.monotonic() >= until:
            raise _too_slow()
        try:
            return heard.result(timeout=_A_MOMENT)
        except TimeoutError:
            share = unpacking.share
            progress(f"อ่านแผ่นงานที่ {len(unpacking.grids) + 1}" if share else "กำลังเปิดไฟล์", share)


def _too_slow() -> FileTrouble:
    return refused(
        "อ่านไฟล์นี้ไม่เสร็จในเวลาที่ควร จึงหยุดอ่าน",
        "คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่ แล้วนำเข้าไฟล์ใหม่",
    )
