"""What kind of place a file lies in: a workbook is worked on where the disk keeps its word, and carried elsewhere.

Sticks lie about what they have written, and servers about who has a file open.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

from ita_desktop.delivery.mounts import Mount, is_removable, mounts


class Place(Enum):
    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"


def kind_of_place(path: Path) -> Place:
    """Of the nearest folder that is there. What the system does not tell counts as local."""
    whole = path.absolute()
    standing = next((folder for folder in (whole, *whole.parents) if os.path.lexists(folder)), whole)
    return _kind(Path(os.path.realpath(standing)))


if sys.platform == "win32":
    import ctypes

    _KINDS = {2: Place.REMOVABLE, 4: Place.NETWORK, 5: Place.REMOVABLE}  # as GetDriveTypeW counts them; 5 is a disc

    def _kind(path: Path) -> Place:
        if path.anchor.startswith("\\\\"):
            return Place.NETWORK
        return _KINDS.get(ctypes.windll.kernel32.GetDriveTypeW(path.anchor), Place.LOCAL)

else:

    def _kind(path: Path) -> Place:
        return kind_among(mounts(), path, is_removable)


_NETWORKS = frozenset(
    "nfs nfs4 cifs smb3 smbfs 9p afs ceph davfs fuse.davfs2 fuse.sshfs fuse.gvfsd-fuse fuse.rclone".split()  # noqa: SIM905
)


def kind_among(known: Iterable[Mount], path: Path, is_removable: Callable[[str], bool]) -> Place:
    """By the mount that is nearest to the path; of two on one folder the later one covers the earlier."""
    above = [mount for mount in known if path.is_relative_to(mount.folder)]
    if not above:
        return Place.LOCAL
    nearest = max(enumerate(above), key=lambda each: (len(each[1].folder.parts), each[0]))[1]
    if nearest.type in _NETWORKS:
        return Place.NETWORK
    no_disk = nearest.number.startswith("0:")
    return Place.REMOVABLE if is_removable(nearest.number) or (no_disk and nearest.is_by_desktop) else Place.LOCAL
