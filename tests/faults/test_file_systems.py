"""The file systems of Windows and of sticks, where this machine lets us have them: NTFS and exFAT through FUSE.

NTFS is mounted so that it refuses every name that Windows refuses. FAT32 is for the kernel alone to mount, and where it
cannot, the test says so; what FAT refuses of names, exFAT and NTFS refuse too.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from operations import OPERATIONS, work_in

from ita_desktop.delivery.names import fitting
from ita_desktop.delivery.stick import Outgoing, copy_papers

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a medium to try things on"
)

_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/sbin", "/usr/sbin"))
KINDS = {
    "NTFS": (("mkfs.ntfs", "-q", "-F"), ("ntfs-3g", "-o", "windows_names")),
    "exFAT": (("mkfs.exfat",), ("mount.exfat-fuse",)),
    "FAT32": (("mkfs.vfat", "-F", "32"), ("mount", "-t", "vfat")),
}


@contextmanager
def drive(kind: str, place: Path) -> Iterator[Path]:
    make, mount = KINDS[kind]
    for tool in (make[0], mount[0], "losetup"):
        if shutil.which(tool, path=_PATH) is None:
            pytest.skip(f"{tool} is not installed")
    image, folder = place / f"{kind}.img", place / f"ไดรฟ์ {kind}"
    image.touch()
    os.truncate(image, 48 << 20)
    folder.mkdir()
    environment = os.environ | {"PATH": _PATH}
    run = lambda *command: subprocess.run(command, capture_output=True, text=True, env=environment)  # noqa: E731
    with ExitStack() as after:
        made = run(*make, image)
        assert made.returncode == 0, made.stderr
        looped = run("losetup", "-f", "--show", image)
        if looped.returncode:
            pytest.skip(f"no loop device here: {looped.stderr.strip()}")
        device = looped.stdout.strip()
        after.callback(run, "losetup", "-d", device)
        mounted = run(*mount, device, folder)
        if mounted.returncode:
            pytest.skip(f"cannot mount {kind} here: {mounted.stderr.strip().splitlines()[0]}")
        after.callback(run, "umount", folder)
        yield folder


def odd_names(count: int, seed: int) -> list[str]:
    """What people and programs call files: with everything that Windows and FAT refuse in it somewhere."""
    chance = random.Random(seed)
    letters = "กข้ำเที่ปั๊มฐานAz09 .,-_()😀'\"*:<>?/\\|^\t\n\x7f%&#;" + unicodedata.normalize("NFD", "éü")
    devices = ["CON", "nul", "COM1", "lpt9", "aux.pdf", "PRN.", "com1.txt"]
    made = ["".join(chance.choices(letters, k=chance.choice((1, 3, 20, 150, 400)))) for _ in range(count)]
    ends = (".pdf", ".docx", "", ".", " ", " .")
    return [*devices, *(name + chance.choice(ends) for name in made)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_and_papers_work_on_the_drives_offices_have(kind, tmp_path, tried):
    with drive(kind, tmp_path) as folder:
        work_in(folder / "งานประเมิน ๒๕๖๙", "it's งาน 100%.ita")
        operation = OPERATIONS["delivery"]
        operation.prepare(folder)
        said: list[str] = []
        operation.run(folder, said.append)
        operation.judge(folder, said)
    tried("R12", 1)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_paper_is_called_the_drive_takes_its_name(kind, tmp_path, tried):
    names = odd_names(200, seed=1)
    with drive(kind, tmp_path) as folder:
        taken = {}
        for number, name in enumerate(names):
            (folder / fitting(name)).write_bytes(b"%d" % number)
            taken[fitting(name).lower()] = b"%d" % number
        there = {unicodedata.normalize("NFC", path.name).lower(): path.read_bytes() for path in folder.iterdir()}
        assert {name: there[name] for name in taken} == taken
        delivered = copy_papers([Outgoing('รายงาน "ฉบับที่ 1/2569"?.pdf', b"x")], folder / "2569", title="ทดลอง")
        assert delivered.renamed
    tried("R12", len(names))
