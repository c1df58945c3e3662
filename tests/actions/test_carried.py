"""A workbook that came on a stick: worked on here, and brought back without writing over anything."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import workbooks

from ita_desktop.actions.carried import bring_back, seal_of, take_in
from ita_desktop.actions.workbook import back_up
from ita_desktop.delivery.keeping import folder_beside
from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def frameworks() -> Frameworks:
    return Frameworks(workbooks.RESOURCES / "frameworks")


@pytest.fixture
def origin(tmp_path: Path, frameworks: Frameworks) -> Path:
    path = tmp_path / "ยูเอสบี" / "งาน.ita"
    path.parent.mkdir()
    content = workbooks.everything()
    Document.create(path, content.office, frameworks=frameworks, fill=lambda change: add_years(change, content)).close()
    folder_beside(path).mkdir()
    (folder_beside(path) / "สแกน.pdf").write_bytes(b"scan")
    return path


def test_the_copy_is_worked_on_with_all_that_lies_beside_it(origin, tmp_path, frameworks):
    before = origin.read_bytes()
    taken = [take_in(origin, tmp_path / "ในเครื่อง" / "งาน", frameworks=frameworks) for _ in range(2)]
    assert [each.copy.name for each in taken] == ["งาน.ita", "งาน (2).ita"]
    assert [(folder_beside(each.copy) / "สแกน.pdf").read_bytes() for each in taken] == [b"scan"] * 2
    with Document.open(taken[1].copy, frameworks=frameworks) as copy:
        assert copy.workbook() == workbooks.everything()
    assert origin.read_bytes() == before
    assert taken[0].seal == seal_of(origin)


def test_a_damaged_workbook_is_not_taken_in(origin, tmp_path, frameworks):
    origin.write_bytes(origin.read_bytes()[:9000])
    with pytest.raises(DamagedFile):
        take_in(origin, tmp_path / "ในเครื่อง", frameworks=frameworks)


def test_brought_back_it_is_what_was_done_here_and_what_stood_there_is_kept(origin, tmp_path, frameworks):
    taken = take_in(origin, tmp_path / "ในเครื่อง", frameworks=frameworks)
    with Document.open(taken.copy, frameworks=frameworks) as document:
        with document.change("แก้") as change:
            change.put_on_shelf("งาน", "ใหม่", 1)
        (folder_beside(taken.copy) / "ใหม่.pdf").write_bytes(b"new")
        backup = back_up(document, tmp_path / "สำรอง", NOW)
        aside = bring_back(backup.path, taken.copy, origin, NOW)
        done = document.workbook()
    with Document.open(origin, frameworks=frameworks) as back:
        assert back.workbook() == done
    assert aside is not None
    assert "ก่อนส่งกลับ" in aside.name
    with Document.open(aside, frameworks=frameworks, read_only=True) as before:
        assert before.workbook() == workbooks.everything()
    assert (folder_beside(origin) / "ใหม่.pdf").read_bytes() == b"new"
    assert seal_of(origin) != taken.seal


def test_a_stick_that_is_gone_is_told_and_the_work_stays(origin, tmp_path, frameworks):
    taken = take_in(origin, tmp_path / "ในเครื่อง", frameworks=frameworks)
    gone = tmp_path / "ไม่มีแล้ว" / "งาน.ita"
    with Document.open(taken.copy, frameworks=frameworks) as document:
        backup = back_up(document, tmp_path / "สำรอง", NOW)
        with pytest.raises(FileTrouble):
            bring_back(backup.path, taken.copy, gone, NOW)
        assert document.workbook() == workbooks.everything()
    assert seal_of(gone) == ""


def test_a_workbook_with_a_very_long_name_has_its_folder_too(origin, tmp_path, frameworks):
    long = origin.with_name("ย" * 80 + ".ita")
    origin.rename(long)
    folder_beside(long).mkdir()
    (folder_beside(long) / "สแกน.pdf").write_bytes(b"scan")
    taken = take_in(long, tmp_path / "ในเครื่อง", frameworks=frameworks)
    assert (folder_beside(taken.copy) / "สแกน.pdf").exists()
    assert folder_beside(long) != folder_beside(long.with_name("ย" * 81 + ".ita"))
