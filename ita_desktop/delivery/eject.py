"""A drive is let go: only a drive that the system has given up may be pulled out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ita_desktop.delivery.mounts import Mount, mounts
from ita_desktop.domain.errors import FileTrouble

REMOVE_NOW = "ถอดได้แล้ว"

Run = Callable[[Sequence[str]], bool]
"""Runs a command of the system; whether it succeeded."""

_PATIENCE = 60
"""Seconds: a slow stick may have much to write before it lets go."""


def eject(drive: Path) -> str:
    """Everything is written out and the drive let go; the answer is what the officer may be told then."""
    if not _let_go(drive):
        raise FileTrouble(
            f"ยังถอดไดรฟ์ “{drive.name or drive}” ไม่ได้ เพราะมีโปรแกรมใช้งานอยู่หรือระบบยังเขียนไม่เสร็จ",
            safe="ไฟล์ที่คัดลอกแล้วครบถ้วน",
            do="ปิดหน้าต่างและโปรแกรมที่เปิดไฟล์ในไดรฟ์นั้น แล้วลองใหม่",
        )
    return REMOVE_NOW


if sys.platform == "win32":
    import ctypes

    def _let_go(drive: Path) -> bool:
        """Locked, dismounted, ejected: what Explorer does. The lock is refused while anybody has a file open there."""
        read_write, shared, existing, not_a_handle = 0xC0000000, 3, 3, -1
        lock, dismount, allow_removal, eject_media = 0x90018, 0x90020, 0x2D4804, 0x2D4808
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = ctypes.c_void_p
        volume = kernel.CreateFileW(
            f"\\\\.\\{drive.drive}", ctypes.c_uint32(read_write), shared, None, existing, 0, None
        )
        if ctypes.c_ssize_t(volume or not_a_handle).value == not_a_handle:
            return False
        handle, returned = ctypes.c_void_p(volume), ctypes.c_uint32()

        def asked(what: int, word: ctypes.Array[ctypes.c_char] | None = None) -> bool:
            size = ctypes.sizeof(word) if word else 0
            return bool(kernel.DeviceIoControl(handle, what, word, size, None, 0, ctypes.byref(returned), None))

        try:
            kernel.FlushFileBuffers(handle)
            if not (asked(lock) and asked(dismount)):
                return False
            # Some readers cannot eject. Dismounted the drive may be pulled out all the same.
            asked(allow_removal, ctypes.create_string_buffer(1))
            asked(eject_media)
            return True
        finally:
            kernel.CloseHandle(handle)

else:

    def _let_go(drive: Path) -> bool:
        os.sync()
        return unmounted(drive, mounts(), _ran)


def unmounted(drive: Path, known: Iterable[Mount], run: Run) -> bool:
    """By the desktop's own service where there is one, which asks for no password, else by hand."""
    device = next((mount.device for mount in known if mount.folder == drive), "")
    if not device:
        return False
    if run(["udisksctl", "unmount", "--no-user-interaction", "-b", device]):
        run(["udisksctl", "power-off", "--no-user-interaction", "-b", device])  # a card in a reader stays powered
        return True
    return run(["umount", str(drive)])


def _ran(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False  # not on this system, or not in time
