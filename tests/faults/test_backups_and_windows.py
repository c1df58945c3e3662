"""Every backup can be given back; a second or a killed window harms nothing; cut and foreign files are refused."""

from __future__ import annotations

import datetime
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from operations import FRAMEWORKS, NAME, NOW, OLD, OPERATIONS, content_of, make, opened
from tracing import ENVIRONMENT

from ita_desktop.actions import workbook as verbs
from ita_desktop.domain.errors import FileTrouble, ItaError
from ita_desktop.domain.records import Finding
from ita_desktop.storage import backups
from ita_desktop.storage.document import Document

HOLDER = """
import sys, time
from pathlib import Path
from operations import opened
document = opened(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def give_back_each(folder: Path, times: int) -> None:
    make(folder / NAME, OLD)
    contents = []
    with opened(folder / NAME) as document:
        for number in range(times):
            with document.change("แก้") as change:
                change.save(2568, Finding(id="f1", text=str(number)))
            # A quarter of an hour apart: all of them are of the last day, and stay.
            when = NOW + datetime.timedelta(minutes=15 * number % 1400)
            contents.append((verbs.back_up(document, folder / "สำรอง", when), document.workbook()))
    for number, (backup, content) in enumerate(contents):
        backups.restore(backup.path, folder / f"{number}.ita", NOW)
        assert content_of(folder / f"{number}.ita") == content


def test_each_backup_gives_back_what_it_held(quick: Path, tried):
    give_back_each(quick, 8)
    tried("R8", 8)


@pytest.mark.soak
def test_each_of_a_hundred_backups_gives_back_what_it_held(quick: Path, tried):
    give_back_each(quick, 95)
    tried("R8", 95)


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    """Which is killed at the end."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, path], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    with holder:
        assert holder.stdout.readline() == "open\n"
        try:
            yield
        finally:
            holder.kill()


def open_twice_and_kill(path: Path) -> None:
    with held_by_another_program(path):
        with pytest.raises(ItaError, match="เปิดใช้อยู่ตั้งแต่วันที่"):
            opened(path)
        with Document.open(path, frameworks=FRAMEWORKS, read_only=True) as looked_at:
            assert looked_at.workbook() == OLD
    opened(path).close()


@pytest.mark.skipif(os.name == "nt", reason="killing is POSIX's")
def test_who_is_second_is_told_and_a_killed_window_blocks_nobody(quick: Path, tried):
    make(quick / NAME, OLD)
    open_twice_and_kill(quick / NAME)
    tried("R10", 1)


@pytest.mark.soak
@pytest.mark.skipif(os.name == "nt", reason="killing is POSIX's")
def test_five_hundred_times_two_windows(quick: Path, tried):
    make(quick / NAME, OLD)
    for _ in range(500):
        open_twice_and_kill(quick / NAME)
    tried("R10", 500)


ON_A_WORKBOOK = pytest.mark.parametrize("name", ["edit", "sheet", "export", "backup", "restore", "upgrade"])


@ON_A_WORKBOOK
@pytest.mark.skipif(os.name == "nt", reason="killing is POSIX's")
def test_whatever_a_second_program_wants_of_an_open_workbook_it_is_told_and_changes_nothing(name, quick: Path, tried):
    operation = OPERATIONS[name]
    operation.prepare(quick)
    before = (quick / NAME).read_bytes()
    said: list[str] = []
    with held_by_another_program(quick / NAME):
        with pytest.raises(FileTrouble, match="เปิดใช้อยู่"):
            operation.run(quick, said.append)
        assert (quick / NAME).read_bytes() == before
        assert said == []
    operation.run(quick, said.append)
    operation.judge(quick, said)
    tried("R10", 1)


@ON_A_WORKBOOK
def test_a_workbook_of_a_newer_program_is_refused_and_stays_as_it_is(name, quick: Path):
    operation = OPERATIONS[name]
    operation.prepare(quick)
    newer = quick / ("สำรอง.ita" if name == "restore" else NAME)
    database = sqlite3.connect(newer)
    database.execute("pragma user_version = 99")
    database.close()
    before = {path.name: path.read_bytes() for path in quick.glob("*.ita")}
    with pytest.raises(ItaError, match="รุ่นใหม่กว่า"):
        operation.run(quick, lambda _said: None)
    assert {path.name: path.read_bytes() for path in quick.glob("*.ita")} == before


def cut_zero_and_replace(folder: Path, times: int, seed: int) -> None:
    """Refused in words or shown whole; and what is salvaged is a file that opens."""
    chance = random.Random(seed)
    make(folder / NAME, OLD)
    whole = (folder / NAME).read_bytes()
    for number in range(times):
        content = bytearray(whole)
        start = chance.randrange(len(content))
        match number % 4:
            case 0:
                del content[start:]
            case 1:
                length = chance.randrange(1, 40_000)
                content[start : start + length] = bytes(min(length, len(content) - start))
            case 2:
                content[: chance.randrange(1, 200)] = chance.randbytes(chance.randrange(1, 200))
            case 3:
                content = bytearray(
                    chance.choice((b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0", b"PK\3\4", b"")) + content[start:]
                )
        path = folder / f"{number}.ita"
        path.write_bytes(content)
        try:
            assert content_of(path) == OLD
        except ItaError as refused:
            said = refused
            assert path.read_bytes() == content, f"{number}: refused and yet written to: {said}"
        try:
            verbs.salvage(path, folder / f"{number} กู้.ita", frameworks=FRAMEWORKS)
        except ItaError:
            assert not (folder / f"{number} กู้.ita").exists()
        else:
            verbs.verify(folder / f"{number} กู้.ita", frameworks=FRAMEWORKS)
        for left in folder.glob(f"{number}*"):
            left.unlink()


@pytest.mark.parametrize("size", [1, 50, 72, 80, 100, 101, 500, 1024, 4095, 4096, 5000, 8192])
def test_the_stump_of_a_workbook_is_refused_and_left_as_it_is(quick: Path, size: int):
    make(quick / NAME, OLD)
    stump = (quick / NAME).read_bytes()[:size]
    (quick / NAME).write_bytes(stump)
    for _ in range(2):
        with pytest.raises(ItaError):
            opened(quick / NAME)
        with pytest.raises(ItaError):
            Document.open(quick / NAME, frameworks=FRAMEWORKS, read_only=True)
    assert (quick / NAME).read_bytes() == stump
    assert list(quick.iterdir()) == [quick / NAME]


def test_cut_zeroed_and_foreign_files_are_refused_and_salvaged(quick: Path, tried):
    cut_zero_and_replace(quick, 40, seed=1)
    tried("R7", 40)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_five_hundred_cut_zeroed_and_foreign_files(quick: Path, seed: int, tried):
    cut_zero_and_replace(quick, 50, seed)
    tried("R7", 50)
