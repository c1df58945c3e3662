"""Which places are sticks and cards."""

import os
from pathlib import Path

import pytest

from ita_desktop.delivery import drives, mounts
from ita_desktop.delivery.drives import plugged_in, removable_drives

MOUNTS = r"""
20 1 8:1 / / rw - ext4 /dev/sda1 rw
21 20 8:17 / /media/officer/ITA\040USB rw - vfat /dev/sdb1 rw
22 20 8:33 / /mnt/card rw - exfat /dev/sdc1 rw
23 20 8:49 / /run/media/officer/แฟลช rw - fuseblk /dev/sdd1 rw
24 20 0:30 / /run rw - tmpfs tmpfs rw
25 20 0:31 / /media/share rw - cifs //server/share rw
""".encode().decode("latin-1")


def test_sticks_are_known_by_where_they_are_mounted_or_by_what_the_system_says():
    found = list(plugged_in(mounts.read(MOUNTS), lambda number: number == "8:33"))
    assert found == [
        (Path("/media/officer/ITA USB"), "ITA USB"),
        (Path("/mnt/card"), "card"),
        (Path("/run/media/officer/แฟลช"), "แฟลช"),
    ]


def disk(folder: Path, number: str, place: str, **said: str) -> Path:
    """A disk as Linux shows it, with what it says of itself."""
    real = folder / "devices" / place
    real.mkdir(parents=True)
    for name, value in said.items():
        (real / name.replace("_", "/")).parent.mkdir(exist_ok=True)
        (real / name.replace("_", "/")).write_text(value, encoding="ascii")
    (folder / number).symlink_to(real)
    return real


@pytest.mark.skipif(os.name == "nt", reason="Linux tells of its disks in files")
def test_what_kind_of_disk_it_is(tmp_path):
    disk(tmp_path, "8:0", "pci0/ata1/block/sda", removable="0\n", device_type="0\n")
    disk(tmp_path, "8:16", "pci0/usb2/block/sdb", removable="0\n")
    stick = disk(tmp_path, "8:17", "pci0/usb2/block/sdb/sdb1")
    disk(tmp_path, "8:32", "pci0/reader/block/sdc", removable="1\n")
    disk(tmp_path, "179:0", "pci0/sd/block/mmcblk0", removable="0\n", device_type="SD\n")
    disk(tmp_path, "179:1", "pci0/sd/block/mmcblk0/mmcblk0p1")
    disk(tmp_path, "179:8", "pci0/emmc/block/mmcblk1", removable="0\n", device_type="MMC\n")
    locked = disk(tmp_path, "254:0", "virtual/block/dm-0", removable="0\n")
    (locked / "slaves").mkdir()
    (locked / "slaves" / "sdb1").symlink_to(stick)
    numbers = ("8:0", "8:16", "8:17", "8:32", "179:0", "179:1", "179:8", "254:0", "0:33")
    removable = [number for number in numbers if mounts.is_removable(number, tmp_path)]
    assert removable == ["8:16", "8:17", "8:32", "179:0", "179:1", "254:0"]


def test_a_stick_that_was_pulled_out_is_not_offered(monkeypatch, tmp_path):
    places = [(tmp_path, "อยู่"), (tmp_path / "ถอดแล้ว", "ถอด")]
    monkeypatch.setattr(drives, "_plugged_in", lambda: iter(places))
    (found,) = removable_drives()
    assert found.label == "อยู่"
    assert found.free > 0


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="no such list on this system")
def test_asking_the_real_system_works():
    assert all(drive.folder.is_dir() for drive in removable_drives())
