"""The program knows whether a workbook lies on this computer, on a stick or on a server."""

from pathlib import Path

import pytest

from ita_desktop.delivery import mounts
from ita_desktop.delivery.places import Place, kind_among, kind_of_place

MOUNTS = tuple(
    mounts.read(
        r"""
21 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
22 21 0:5 / /proc rw - proc proc rw
40 21 8:17 / /media/somchai/ITA\0402568 rw,nosuid - vfat /dev/sdb1 rw
41 21 0:50 / /mnt/กองกลาง rw - cifs //server/share rw
42 41 8:33 / /mnt/กองกลาง/ในเครื่อง rw - ext4 /dev/sdc1 rw
43 21 0:60 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
44 21 8:49 / /data rw - ext4 /dev/sdd1 rw
45 44 0:51 / /data rw - nfs4 server:/data rw
46 21 8:65 / /media/somchai/NTFS rw - fuseblk /dev/sde1 rw
47 21 0:70 / /media/somchai/exFAT rw - fuse.exfat exfat rw
48 21 0:71 / /home/somchai/ที่ซ่อน rw - fuse.gocryptfs gocryptfs rw
49 21 8:81 / /media/somchai/ดิสก์ในเครื่อง rw - ext4 /dev/sdf1 rw
broken line
""".encode().decode("latin-1")
    )
)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/home/somchai/งาน.ita", Place.LOCAL),
        ("/media/somchai/ITA 2568/งาน.ita", Place.REMOVABLE),
        ("/media/somchai/อื่น/งาน.ita", Place.LOCAL),
        ("/mnt/กองกลาง/ปี 2568/งาน.ita", Place.NETWORK),
        ("/mnt/กองกลาง/ในเครื่อง/งาน.ita", Place.LOCAL),
        ("/run/user/1000/gvfs/smb-share/งาน.ita", Place.NETWORK),
        ("/data/งาน.ita", Place.NETWORK),
        ("/media/somchai/NTFS/งาน.ita", Place.REMOVABLE),
        ("/media/somchai/exFAT/งาน.ita", Place.REMOVABLE),
        ("/home/somchai/ที่ซ่อน/งาน.ita", Place.LOCAL),
        ("/media/somchai/ดิสก์ในเครื่อง/งาน.ita", Place.LOCAL),
    ],
)
def test_the_nearest_mount_says_what_kind_of_place_it_is(path, place):
    assert kind_among(MOUNTS, Path(path), {"8:17", "8:65"}.__contains__) is place


def test_where_the_system_says_nothing_a_place_is_local():
    assert kind_among((), Path("/x"), lambda _device: True) is Place.LOCAL


def test_a_folder_that_is_not_there_yet_is_where_its_parent_is(tmp_path):
    assert kind_of_place(tmp_path / "ยัง" / "ไม่มี.ita") is Place.LOCAL
