"""“You may pull it out” is said only of a drive that the system has let go."""

from pathlib import Path

import pytest

from ita_desktop.delivery.eject import eject, unmounted
from ita_desktop.delivery.mounts import Mount
from ita_desktop.domain.errors import FileTrouble

STICK = Path("/media/somchai/ITA 2568")
MOUNTS = (Mount(Path("/"), "/dev/sda2", "8:2", "ext4"), Mount(STICK, "/dev/sdb1", "8:17", "vfat"))


class System:
    def __init__(self, *willing: str) -> None:
        self.willing, self.asked = willing, []

    def __call__(self, command):
        self.asked.append(" ".join(command))
        return any(word in self.asked[-1] for word in self.willing)


def test_the_desktop_lets_go_without_a_password():
    system = System("udisksctl unmount")
    assert unmounted(STICK, MOUNTS, system)
    assert system.asked[0] == "udisksctl unmount --no-user-interaction -b /dev/sdb1"


def test_without_a_desktop_it_is_done_by_hand():
    system = System("umount")
    assert not unmounted(STICK, MOUNTS, System())
    assert unmounted(STICK, MOUNTS, system)


def test_a_drive_in_use_is_not_called_safe():
    assert not unmounted(STICK, MOUNTS, System())


def test_what_is_no_drive_cannot_be_let_go(tmp_path):
    with pytest.raises(FileTrouble, match="ยังถอดไดรฟ์"):
        eject(tmp_path)
