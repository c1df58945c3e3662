"""What is mounted where, as Linux tells it: read in one place for whoever asks about sticks, servers and letting go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DESKTOPS = (Path("/media"), Path("/run/media"))
"""Where desktops mount what somebody plugs in."""


@dataclass(frozen=True, slots=True)
class Mount:
    folder: Path
    device: str
    """What is mounted: `/dev/sdb1`, `//server/share`, or a mere word."""
    number: str
    """Major and minor number of the disk, by which the system knows it; major 0 is no disk."""
    type: str

    @property
    def is_disk(self) -> bool:
        return self.device.startswith("/dev/")

    @property
    def is_by_desktop(self) -> bool:
        """NTFS and exFAT through FUSE do not always tell which disk they are on; the folder does."""
        return any(self.folder.is_relative_to(media) for media in _DESKTOPS)


def mounts() -> tuple[Mount, ...]:
    """Of two on one folder the later one covers the earlier."""
    try:
        told = Path("/proc/self/mountinfo").read_text(encoding="latin-1")
    except OSError:
        return ()
    return tuple(read(told))


def read(mountinfo: str) -> Iterator[Mount]:
    """The system's own list, read as Latin-1 because it escapes single bytes."""
    for line in mountinfo.splitlines():
        facts, _, rest = line.partition(" - ")
        fields, source = facts.split(), rest.split()
        if len(fields) > 4 and len(source) > 1:
            yield Mount(Path(_text(fields[4])), _text(source[1]), fields[2], source[0])


def _text(escaped: str) -> str:
    raw = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), escaped)
    return raw.encode("latin-1").decode("utf-8", "replace")


def is_removable(number: str, disks: Path = Path("/sys/dev/block")) -> bool:
    """The disk itself or, of a partition, the disk it is on; behind a password, the disk that is locked by it."""
    try:
        disk = (disks / number).resolve(strict=True)
    except OSError:
        return False
    locked = [*disk.glob("slaves/*")]
    return _tells(disk) if not locked else any(_tells(slave.resolve()) for slave in locked)


def _tells(disk: Path) -> bool:
    if "/usb" in disk.as_posix():  # sticks in a USB case say that they are fixed
        return True
    for folder in (disk, disk.parent):
        try:
            if (folder / "removable").read_text(encoding="ascii").strip() == "1":
                return True
            return (folder / "device" / "type").read_text(encoding="ascii").strip() == "SD"  # a camera's card
        except OSError:
            continue
    return False
