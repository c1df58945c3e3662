"""Sticks made of image files, with the file systems that offices have on them, which can be pulled out and plugged in.

NTFS and exFAT are mounted through FUSE; to pull such a stick out is to kill what serves it. FAT32 is for the kernel
alone to mount; to pull it out is to let its disk answer nothing but errors from then on.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/sbin", "/usr/sbin"))
_SECTOR = 512
KINDS = {
    "NTFS": (("mkfs.ntfs", "-q", "-F"), ("ntfs-3g", "-o", "windows_names")),
    "exFAT": (("mkfs.exfat",), ("mount.exfat-fuse",)),
    # As desktops mount it.
    "FAT32": (("mkfs.vfat", "-F", "32"), ("mount", "-t", "vfat", "-o", "utf8=1,shortname=mixed,flush")),
}
"""How each is made and mounted. NTFS refuses every name that Windows refuses."""


def _run(*command: object) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, env=os.environ | {"PATH": _PATH})


def _done(*command: object) -> str:
    """What it said; where this machine cannot do it, the test cannot be made here."""
    done = _run(*command)
    if done.returncode:
        why = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        pytest.skip(f"cannot be done here: {Path(str(command[0])).name}: {why[0]}")
    return done.stdout.strip()


class Stick:
    def __init__(self, kind: str, place: Path, folder: Path, megabytes: int) -> None:
        make, mount = KINDS[kind]
        needed = {make[0], mount[0], "losetup", *(["dmsetup"] if kind == "FAT32" else [])}
        missing = sorted(tool for tool in needed if shutil.which(tool, path=_PATH) is None)
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)}")
        self.kind, self.folder, self.image = kind, folder, place / f"{kind}.img"
        self._loop = self._device = ""
        self._size = megabytes << 20
        self.image.write_bytes(b"")
        os.truncate(self.image, self._size)
        folder.mkdir(exist_ok=True, parents=True)
        _done(*make, self.image)

    # Plugged in and out

    def plug_in(self, *, locked: bool = False, real: int | None = None) -> None:
        """`locked` against writing; with `real` megabytes only, of the many it pretends to have."""
        mount = list(KINDS[self.kind][1])
        if locked:
            mount += ["-o", "ro"]
        self._loop = _done("losetup", "-f", "--show", *(["-r"] if locked else []), self.image)
        self._device = self._loop
        if self.kind == "FAT32":
            self._device = f"/dev/mapper/{self._name}"
            _done("dmsetup", "create", self._name, *(["--readonly"] if locked else []), "--table", self._table(real))
        _done(*mount, self._device, self.folder)

    @property
    def _name(self) -> str:
        return f"stick-{Path(self._loop).name}"

    def _table(self, real: int | None) -> str:
        sectors = self._size // _SECTOR
        kept = sectors if real is None else real * 2048
        linear = f"0 {kept} linear {self._loop} 0"
        return linear if kept == sectors else f"{linear}\n{kept} {sectors - kept} zero"

    def unplug(self) -> None:
        """Let go by the system first, as one should."""
        if os.path.ismount(self.folder):
            assert _run("umount", self.folder).returncode == 0
        self._forget()

    def pull_out(self) -> None:
        """Now, whatever is being written."""
        if self.kind == "FAT32":
            for step in (("suspend", "--nolockfs", "--noflush"), ("load", "--table", self._errors), ("resume",)):
                assert _run("dmsetup", *step, self._name).returncode == 0
        else:
            os.kill(self._server(), signal.SIGKILL)

    @property
    def _errors(self) -> str:
        return f"0 {self._size // _SECTOR} error"

    def clear_away(self) -> None:
        """What is left of a stick that was pulled out."""
        if self._loop:
            _run("umount", "-l", self.folder)
            self._forget()

    def _forget(self) -> None:
        for _ in range(100):  # what served it may still be writing
            if self.kind == "FAT32":
                _run("dmsetup", "remove", self._name)
            if not self._loop or _run("losetup", "-d", self._loop).returncode:
                break
            if not _run("losetup", "-j", self.image).stdout:
                break
            time.sleep(0.05)
        self._loop = ""

    def _server(self) -> int:
        """The process behind a FUSE file system: it was told the folder."""
        for process in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                words = (process / "cmdline").read_bytes().split(b"\0") if process.name.isdecimal() else []
                if os.fsencode(self.folder) in words:
                    return int(process.name)
        raise AssertionError("nobody serves this stick")


@contextmanager
def stick(kind: str, place: Path, *, megabytes: int = 48, folder: Path | None = None) -> Iterator[Stick]:
    """An empty one, to be plugged in."""
    made = Stick(kind, place, folder or place / f"ไดรฟ์ {kind}", megabytes)
    try:
        yield made
    finally:
        made.clear_away()


@contextmanager
def drive(kind: str, place: Path, *, megabytes: int = 48) -> Iterator[Path]:
    """The folder of an empty stick that is plugged in."""
    with stick(kind, place, megabytes=megabytes) as made:
        made.plug_in()
        yield made.folder
        made.unplug()
