"""The simulated power cut finds what a careless program would lose; else it would prove nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from power import Disk
from tracing import Call

CREATE = "O_WRONLY|O_CREAT|O_TRUNC"


def write_and_rename(folder: Path, *, sync_file: bool, sync_folder: bool, settle: bool = True) -> list[bytes | None]:
    """What may be found under the final name afterwards."""
    (folder / "paper").write_bytes(b"old")
    disk = Disk(folder)
    part, paper = (bytes(folder / name) for name in ("part", "paper"))
    calls = [Call("openat", (part,), f"AT_FDCWD, , {CREATE}", 3), Call("write", (b"new" * 400,), "3, , 1200", 1200)]
    calls += [Call("fsync", (), "3", 0)] * sync_file
    calls += [Call("rename", (part, paper), ", ", 0), Call("openat", (bytes(folder),), "AT_FDCWD, , O_RDONLY", 4)]
    calls += [Call("fsync", (), "3", 0)] * (settle and sync_file)
    calls += [Call("fsync", (), "4", 0)] * sync_folder
    for call in calls:
        disk.happen(call)
    return [state.get("paper") for state in disk.states(random.Random(1), 40)]


def test_a_file_that_was_not_synced_may_be_found_half_written_under_its_final_name(tmp_path: Path):
    found = write_and_rename(tmp_path, sync_file=False, sync_folder=True)
    assert b"" in found
    assert any(content not in (b"", b"old", b"new" * 400) for content in found), "torn"


def test_a_name_that_was_not_synced_may_not_be_there_yet(tmp_path: Path):
    assert set(write_and_rename(tmp_path, sync_file=True, sync_folder=False)) == {b"old", b"new" * 400}


def test_what_was_synced_is_certain(tmp_path: Path):
    assert set(write_and_rename(tmp_path, sync_file=True, sync_folder=True)) == {b"new" * 400}


def test_on_fat_a_new_name_is_empty_until_the_file_is_synced_under_it(tmp_path: Path):
    assert set(write_and_rename(tmp_path, sync_file=True, sync_folder=True, settle=False)) == {b"", b"new" * 400}


@pytest.mark.parametrize("length", [0, 2, 5])
def test_a_file_can_be_cut_and_grown(tmp_path: Path, length: int):
    (tmp_path / "paper").write_bytes(b"old")
    disk = Disk(tmp_path)
    for call in (
        Call("openat", (bytes(tmp_path / "paper"),), "AT_FDCWD, , O_RDWR", 3),
        Call("ftruncate", (), f"3, {length}", 0),
        Call("fsync", (), "3", 0),
    ):
        disk.happen(call)
    assert {state["paper"] for state in disk.states(random.Random(1), 3)} == {b"old\0\0"[:length]}
