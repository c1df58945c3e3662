"""Which places are sticks and cards."""

from pathlib import Path

import pytest

from ita_desktop.delivery import drives
from ita_desktop.delivery.drives import mounted, removable_drives

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
/dev/sdb1 /media/officer/ITA\040USB vfat rw 0 0
/dev/sdc1 /mnt/card exfat rw 0 0
tmpfs /run tmpfs rw 0 0
//server/share /media/share cifs rw 0 0
"""


def test_sticks_are_known_by_where_they_are_mounted_or_by_what_the_system_says():
    found = list(mounted(MOUNTS, lambda device: device == "/dev/sdc1"))
    assert found == [(Path("/media/officer/ITA USB"), "ITA USB"), (Path("/mnt/card"), "card")]


def test_thai_names_of_sticks_are_read():
    line = "/dev/sdb1 /media/u/แฟลช vfat rw 0 0".encode().decode("latin-1")
    assert list(mounted(line, lambda _device: False)) == [(Path("/media/u/แฟลช"), "แฟลช")]


def test_a_stick_that_was_pulled_out_is_not_offered(monkeypatch, tmp_path):
    places = [(tmp_path, "อยู่"), (tmp_path / "ถอดแล้ว", "ถอด")]
    monkeypatch.setattr(drives, "_plugged_in", lambda: iter(places))
    (found,) = removable_drives()
    assert found.label == "อยู่"
    assert found.free > 0


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="no such list on this system")
def test_asking_the_real_system_works():
    assert all(drive.folder.is_dir() for drive in removable_drives())
