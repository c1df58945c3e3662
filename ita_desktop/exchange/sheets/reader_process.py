"""The process in which one foreign file is read: it may use little memory, and it may die without harm to anybody.

Readers of spreadsheets can be led to fill the memory or to abort. Here that costs a child process; the program that
asked says one sentence. Run as `python -m ita_desktop.exchange.sheets.reader_process FILE`.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.sheets import wire
from ita_desktop.exchange.sheets.look import LARGEST_FILE, Source, damaged, look_at, too_large

MEMORY = 300 * 2**20
"""For the whole process; reading 100,000 rows takes less than half of it."""
_SECONDS_OF_WORK = 120


def main(path: str) -> None:
    limit_ourselves()
    gc.disable()  # rows and values have no circles, and this process ends with its one file
    say = sys.stdout.buffer
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise too_large()
        say.write(wire.READY)
        say.flush()
        for line in lines_of(data):
            say.write(line)
    except FileTrouble as trouble:
        say.write(wire.refusal(trouble))
    except (MemoryError, RecursionError):
        say.write(wire.refusal(too_large()))
    except Exception:  # noqa: BLE001 - the file is to blame, whatever the reader stumbled over
        say.write(wire.refusal(damaged()))
    say.flush()


def lines_of(data: bytes) -> Iterator[bytes]:
    """What this process says of a file that it has in hand."""
    for sheet in _sheets_of(data):
        yield from wire.lines_of(sheet)
    yield wire.END


def _sheets_of(data: bytes) -> Iterator[wire.Sheet]:
    seen = look_at(data)
    match seen.source:
        case Source.XLSX | Source.OTHER_SPREADSHEET:
            from ita_desktop.exchange.sheets.spreadsheets import read_spreadsheet

            yield from read_spreadsheet(data, seen)
        case Source.WORD:
            from ita_desktop.exchange.sheets.word import read_word

            yield from map(wire.as_sheet, read_word(data))
        case Source.HTML:
            yield from map(wire.as_sheet, _web_page(data))
        case Source.TEXT:
            from ita_desktop.exchange.sheets.delimited import read_text

            yield from map(wire.as_sheet, read_text(data))


def _web_page(data: bytes) -> Iterator[Grid]:
    from ita_desktop.exchange.html_tables import TooManyCells, read_html
    from ita_desktop.exchange.sheets.delimited import decoded

    try:
        yield from read_html(decoded(data), "หน้าเว็บ")
    except TooManyCells as error:
        raise too_large() from error


if sys.platform == "win32":

    def limit_ourselves() -> None:
        """A job object around this process: more memory is not given, and no box asks what to do about a crash."""
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("process_time", ctypes.c_int64),
                ("job_time", ctypes.c_int64),
                ("flags", wintypes.DWORD),
                ("least_working_set", ctypes.c_size_t),
                ("most_working_set", ctypes.c_size_t),
                ("active_processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority", wintypes.DWORD),
                ("scheduling", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("basic", Basic),
                ("io", ctypes.c_uint64 * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process", ctypes.c_size_t),
                ("peak_job", ctypes.c_size_t),
            )

        process_time, process_memory, die_on_crash = 0x2, 0x100, 0x400
        extended_limits = 9
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        limits = Extended()
        limits.basic.flags = process_time | process_memory | die_on_crash
        limits.basic.process_time = _SECONDS_OF_WORK * 10_000_000
        limits.process_memory = MEMORY
        job = kernel.CreateJobObjectW(None, None)
        if not (
            kernel.SetInformationJobObject(job, extended_limits, ctypes.byref(limits), ctypes.sizeof(limits))
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

else:

    def limit_ourselves() -> None:
        """More memory is not given, and a crash leaves no picture of it on the disk."""
        import resource

        wanted = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, _SECONDS_OF_WORK))
        for kind, limit in wanted:
            _, highest = resource.getrlimit(kind)
            allowed = limit if highest == resource.RLIM_INFINITY else min(limit, highest)
            resource.setrlimit(kind, (allowed, allowed))


if __name__ == "__main__":
    main(sys.argv[1])
