"""Real media that are full, locked, or gone in the middle; where the machine lets us have them."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from operations import NAME, OLD, OPERATIONS, content_of, make, opened

from ita_desktop.delivery.eject import eject
from ita_desktop.delivery.stick import Outgoing, copy_papers
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.records import Finding
from ita_desktop.storage.document import Document

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a medium to try things on"
)

SHUT_DOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN: from now on the medium refuses everything, as if it had been pulled out."""
WITHOUT_THE_LOG = 2


@contextmanager
def mounted(folder: Path, *how: str) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *how, folder], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"cannot mount here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        if os.path.ismount(folder):
            subprocess.run(["umount", folder], check=True)


def _maker_of_file_systems() -> str:
    """Debian keeps it where only root's own path leads."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/sbin", "/usr/sbin"))
    found = shutil.which("mkfs.ext4", path=path)
    if found is None:
        pytest.skip("mkfs.ext4 is not installed")
    return found


def tmpfs(folder: Path, options: str):
    return mounted(folder, "-t", "tmpfs", "-o", options, "tmpfs")


def write_on(document: Document, done: list[str]) -> None:
    for number in range(100, 600):
        with document.change("แก้") as change:
            change.save(2568, Finding(id=f"f{number}", text="ข้อความ" * 300))
        done.append(f"f{number}")


@pytest.mark.parametrize(
    "level", [*range(20), *(pytest.param(level, marks=pytest.mark.soak) for level in range(20, 100))]
)
def test_on_a_disk_that_is_full_the_workbook_never_shrinks_and_the_cause_is_named(level, tmp_path, tried):
    with tmpfs(tmp_path / "disk", "size=2m") as disk:
        make(disk / NAME, OLD)
        free = os.statvfs(disk).f_bavail * 4096
        (disk / "filler").write_bytes(bytes(max(0, free - level * 8192)))
        size = (disk / NAME).stat().st_size
        done: list[str] = []
        with opened(disk / NAME) as document:
            with pytest.raises(FileTrouble, match="เต็ม"):
                write_on(document, done)
            assert (disk / NAME).stat().st_size >= size
            assert len(document.year(2568).findings) == 2 + len(done)
        (disk / "filler").unlink()
        assert len(content_of(disk / NAME).years[-1].findings) == 2 + len(done)
        tried("R4", 1)


def test_a_full_stick_is_told_before_and_while_it_is_written(tmp_path):
    with tmpfs(tmp_path / "stick", "size=1m") as stick:
        with pytest.raises(FileTrouble, match="เนื้อที่ในไดรฟ์ไม่พอ"):
            copy_papers([Outgoing("ใหญ่.pdf", bytes(2 << 20))], stick, title="ทดลอง")
        papers = [Outgoing(f"{number}.pdf", bytes(200_000)) for number in range(3)]

        def somebody_else_fills_it(name: str, _done: int, _all: int) -> None:
            if name == "1.pdf":
                with contextlib.suppress(OSError):
                    (stick / "filler").write_bytes(bytes(1 << 20))

        with pytest.raises(FileTrouble, match="เนื้อที่ในไดรฟ์ไม่พอ"):
            copy_papers(papers, stick, title="ทดลอง", progress=somebody_else_fills_it)
        assert {path.name for path in stick.glob("*.pdf")} <= {"0.pdf", "1.pdf"}
        assert all(path.read_bytes() == bytes(200_000) for path in stick.glob("*.pdf"))


def test_a_locked_medium_is_called_locked_and_can_be_read(tmp_path):
    with tmpfs(tmp_path / "card", "size=2m") as card:
        make(card / NAME, OLD)
        subprocess.run(["mount", "-o", "remount,ro", card], check=True)
        with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"):
            copy_papers([Outgoing("ก.pdf", b"x")], card / "2568", title="ทดลอง")
        with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"):
            opened(card / NAME)
        assert [path.name for path in card.iterdir()] == [NAME]


def test_a_drive_may_be_pulled_out_only_when_the_system_has_let_it_go(tmp_path):
    with tmpfs(tmp_path / "ที่ 1", "size=2m") as stick:
        copy_papers([Outgoing("ก.pdf", b"x" * 9000)], stick / "2568", title="ทดลอง")
        with (stick / "2568" / "ก.pdf").open("rb"), pytest.raises(FileTrouble, match="ยังถอดไดรฟ์"):
            eject(stick)
        assert os.path.ismount(stick)
        assert eject(stick) == "ถอดได้แล้ว"
        assert not os.path.ismount(stick)


def pull_out_while(run: Callable, stick: Path, said: list[str], delay: float) -> FileTrouble | None:
    """What the officer was told; None where all was done before the stick was out."""
    import fcntl

    handle = os.open(stick, os.O_RDONLY)
    puller = threading.Timer(delay, lambda: fcntl.ioctl(handle, SHUT_DOWN, struct.pack("I", WITHOUT_THE_LOG)))
    puller.start()
    try:
        run(stick, said.append)
    except FileTrouble as trouble:
        return trouble
    finally:
        puller.join()
        os.close(handle)
    return None


@pytest.mark.parametrize("name", ["edit", "delivery", "backup"])
def test_a_stick_pulled_out_in_the_middle_holds_what_was_said_to_be_on_it(name, tmp_path, tried):
    operation = OPERATIONS[name]
    chance = random.Random(name)
    image = tmp_path / "stick.img"
    times = 2
    for _ in range(times):
        image.write_bytes(b"")
        os.truncate(image, 12 << 20)
        subprocess.run([_maker_of_file_systems(), "-q", "-F", image], check=True)
        said: list[str] = []
        with mounted(tmp_path / "stick", "-o", "loop", str(image)) as stick:
            operation.prepare(stick)
            os.sync()
            trouble = pull_out_while(operation.run, stick, said, chance.uniform(0, 0.08))
        with mounted(tmp_path / "stick", "-o", "loop", str(image)) as stick:
            operation.judge(stick, said)
        assert trouble is None or (trouble.happened and trouble.safe and trouble.do)
        tried("R5", 1)
