"""What kind of place a file lies in: a workbook is worked on where the disk keeps its word, and carried elsewhere.

Sticks lie about what they have written, and servers about who has a file open.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Place(Enum):
    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"


def kind_of_place(path: Path) -> Place:
    """Of the nearest folder that is there. What the system does not tell counts as local."""
    whole = path.absolute()
    standing = next((folder for folder in (whole, *whole.parents) if folder.exists()), whole)
    return _kind(standing.resolve())


def is_read_only(folder: Path) -> bool:
    """Whether the medium refuses every write: a card that is locked, a disc."""
    return _read_only(folder)


if sys.platform == "win32":
    import ctypes

    _KINDS = {2: Place.REMOVABLE, 4: Place.NETWORK, 5: Place.REMOVABLE}  # as GetDriveTypeW counts them; 5 is a disc
    _READ_ONLY_VOLUME = 0x00080000

    def _kind(path: Path) -> Place:
        if path.anchor.startswith("\\\\"):
            return Place.NETWORK
        return _KINDS.get(ctypes.windll.kernel32.GetDriveTypeW(path.anchor), Place.LOCAL)

    def _read_only(folder: Path) -> bool:
        flags = ctypes.c_uint32()
        answered = ctypes.windll.kernel32.GetVolumeInformationW(
            folder.absolute().anchor, None, 0, None, None, ctypes.byref(flags), None, 0
        )
        return bool(answered and flags.value & _READ_ONLY_VOLUME)

else:

    def _kind(path: Path) -> Place:
        try:
            mounts = Path("/proc/self/mountinfo").read_text(encoding="latin-1")
        except OSError:
            return Place.LOCAL
        return kind_among(mounts, path, _is_removable)

    def _read_only(folder: Path) -> bool:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


_NETWORKS = frozenset(
    "nfs nfs4 cifs smb3 smbfs 9p afs ceph davfs fuse.davfs2 fuse.sshfs fuse.gvfsd-fuse fuse.rclone".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class _Mount:
    folder: Path
    device: str
    """Major and minor number, by which the system knows its disks."""
    type: str


def kind_among(mountinfo: str, path: Path, is_removable: Callable[[str], bool]) -> Place:
    """By the mount that is nearest to the path; of two on one folder the later one covers the earlier."""
    above = [mount for mount in _mounts(mountinfo) if path.is_relative_to(mount.folder)]
    if not above:
        return Place.LOCAL
    nearest = max(enumerate(above), key=lambda each: (len(each[1].folder.parts), each[0]))[1]
    if nearest.type in _NETWORKS:
        return Place.NETWORK
    return Place.REMOVABLE if is_removable(nearest.device) else Place.LOCAL


def _mounts(mountinfo: str) -> Iterator[_Mount]:
    for line in mountinfo.splitlines():
        facts, _, rest = line.partition(" - ")
        fields = facts.split()
        if len(fields) > 4 and rest:
            folder = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            yield _Mount(Path(folder.encode("latin-1").decode("utf-8", "replace")), fields[2], rest.split()[0])


def _is_removable(device: str) -> bool:
    """The disk itself or, of a partition, the disk it is on; sticks in a USB case say they are fixed."""
    block = Path("/sys/dev/block", device)
    try:
        disk = block.resolve(strict=True)
    except OSError:
        return False
    if "/usb" in disk.as_posix():
        return True
    for folder in (disk, disk.parent):
        try:
            return (folder / "removable").read_text(encoding="ascii").strip() == "1"
        except OSError:
            continue
    return False
