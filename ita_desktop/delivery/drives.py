"""The sticks and cards that are plugged in now: where a paper can be carried away on."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.delivery.mounts import Mount, is_removable, mounts


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
        return plugged_in(mounts(), is_removable)


def plugged_in(known: Iterable[Mount], is_removable: Callable[[str], bool]) -> Iterator[tuple[Path, str]]:
    """Folder and name of each removable drive among what is mounted."""
    for mount in sorted(known, key=lambda mount: mount.folder):
        if mount.is_disk and (mount.is_by_desktop or is_removable(mount.number)):
            yield mount.folder, mount.folder.name or mount.device
