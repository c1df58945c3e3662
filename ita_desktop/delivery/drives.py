"""The sticks and cards that are plugged in now: where a paper can be carried away on."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MEDIA = ("/media/", "/run/media/")


@dataclass(frozen=True, slots=True)
class Drive:
    folder: Path
    label: str
    free: int
    """Bytes that can still be written."""


def removable_drives() -> tuple[Drive, ...]:
    """In the order of their letters or names. A drive that does not answer is not listed."""
    drives = []
    for folder, label in _plugged_in():
        try:
            drives.append(Drive(folder, label, shutil.disk_usage(folder).free))
        except OSError:
            continue  # pulled out, or a reader without a card
    return tuple(drives)


if sys.platform == "win32":

    def _plugged_in() -> Iterator[tuple[Path, str]]:
        import ctypes

        kernel = ctypes.windll.kernel32
        removable = 2
        letters = kernel.GetLogicalDrives()
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            if letters >> number & 1 and kernel.GetDriveTypeW(root) == removable:
                name = ctypes.create_unicode_buffer(261)
                known = kernel.GetVolumeInformationW(root, name, 261, None, None, None, None, 0)
                yield Path(root), f"{name.value or 'ไดรฟ์'} ({root[:2]})" if known else root[:2]

else:

    def _plugged_in() -> Iterator[tuple[Path, str]]:
        return mounted(_mounts(), _is_removable)


def mounted(mounts: str, is_removable: Callable[[str], bool]) -> Iterator[tuple[Path, str]]:
    """Folder and name of each removable drive in the system's own list of what is mounted."""
    for line in sorted(mounts.splitlines()):
        device, place, *_ = (*line.split(), "", "")
        folder = re.sub(r"\\([0-7]{3})", _byte, place).encode("latin-1").decode("utf-8", "replace")
        if device.startswith("/dev/") and (folder.startswith(_MEDIA) or is_removable(device)):
            yield Path(folder), Path(folder).name or device


def _byte(octal: re.Match[str]) -> str:
    return chr(int(octal[1], 8))


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="latin-1")
    except OSError:
        return ""


def _is_removable(device: str) -> bool:
    disk = re.sub(r"p?\d+$", "", Path(device).name)
    try:
        return Path(f"/sys/class/block/{disk}/removable").read_text(encoding="ascii").strip() == "1"
    except OSError:
        return False
