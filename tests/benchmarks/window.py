"""From the start of a process to its first painted window, seen from outside: the same eye for every program."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.clock import Run

LARGE = (600, 400)
PATIENCE = 60.0
SETTLING = 5.0
CACHES = Path("/proc/sys/vm/drop_caches")


def can_be_cold() -> bool:
    return os.geteuid() == 0 and os.access(CACHES, os.W_OK)


def first_paint(
    words: Sequence[str | Path], environment: Mapping[str, str], *, cold: bool = False
) -> Callable[[], Run]:
    """`DISPLAY` in the environment is a screen of its own, with nothing else on it. Cold: nothing is in memory yet."""

    def start() -> Run:
        from Xlib.display import Display

        display = Display(environment["DISPLAY"])
        while _painted(display):  # the window of the run before
            time.sleep(0.05)
        if cold:
            os.sync()
            CACHES.write_text("3")
        before = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in words],
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while time.perf_counter() - before < PATIENCE:
                if _painted(display):
                    seconds = time.perf_counter() - before
                    return Run(seconds, _cpu_seconds(process.pid), _peak_mib(process.pid))
                if process.poll() is not None:
                    raise RuntimeError(f"{words}: ended with {process.returncode} before it had a window")
                time.sleep(0.005)
            raise RuntimeError(f"{words[0]}: no window within {PATIENCE:.0f} s")
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            display.close()

    return start


def settle(words: Sequence[str | Path], environment: Mapping[str, str]) -> None:
    """One start before all others, closed by its window as a person does: a program makes its settings on its first
    start, and one that is killed before they are written would make them every time."""
    from Xlib.display import Display

    display = Display(environment["DISPLAY"])
    process = subprocess.Popen(
        [str(word) for word in words],
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        end = time.perf_counter() + PATIENCE
        while not _painted(display) and time.perf_counter() < end:
            time.sleep(0.05)
        time.sleep(SETTLING)
        while process.poll() is None and time.perf_counter() < end:
            _ask_to_close(display)
            time.sleep(0.5)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        display.close()


def _ask_to_close(display: Any) -> None:  # python-xlib has no types
    from Xlib import X
    from Xlib.protocol.event import ClientMessage

    protocols, close = display.intern_atom("WM_PROTOCOLS"), display.intern_atom("WM_DELETE_WINDOW")
    for window in display.screen().root.query_tree().children:
        if window.get_attributes().map_state == X.IsViewable:
            asked = ClientMessage(window=window, client_type=protocols, data=(32, [close, X.CurrentTime, 0, 0, 0]))
            window.send_event(asked)
    display.sync()


def _painted(display: object) -> bool:
    from Xlib import X, error

    root = display.screen().root  # type: ignore[attr-defined]
    for window in root.query_tree().children:
        try:
            shape = window.get_geometry()
            if (shape.width, shape.height) < LARGE or shape.height < LARGE[1]:
                continue
            if window.get_attributes().map_state != X.IsViewable:
                continue
            picture = window.get_image(0, shape.height // 3, shape.width, 8, X.ZPixmap, 0xFFFFFF)
        except (error.BadWindow, error.BadMatch, error.BadDrawable):
            continue
        data = picture.data
        pixels = {data[at : at + 4] for at in range(0, len(data), 4)}
        if len(pixels) > 8:
            return True
    return False


def _cpu_seconds(group: int) -> float:
    """Of all its processes so far, thread by thread, as the scheduler counts it."""
    nanoseconds = 0
    for process in _processes_of(group):
        for thread in process.glob("task/*/schedstat"):
            with contextlib.suppress(OSError):  # it ended meanwhile
                nanoseconds += int(thread.read_text().split()[0])
    return nanoseconds / 1e9


def _peak_mib(group: int) -> float:
    """The largest process of the group, as the kernel has seen it."""
    peak = 0
    for process in _processes_of(group):
        with contextlib.suppress(OSError):
            for line in (process / "status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    peak = max(peak, int(line.split()[1]))
    return peak / 1024


def _processes_of(group: int) -> Iterator[Path]:
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.getpgid(int(folder.name)) == group:
                yield folder
