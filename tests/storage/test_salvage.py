"""A damaged file gives back whatever of it can still be read, and stays as it is itself."""

from __future__ import annotations

import datetime
import os
import random
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.storage import migrations
from ita_desktop.storage.salvage import read_what_can_be_read, remove_copies

PAGE = 4096


@pytest.fixture
def sample(make: Make, tmp_path: Path) -> Path:
    document = make(tmp_path / "ต้นฉบับ.ita", workbooks.sample())
    document.close()
    return document.path


def records_of(workbook):
    """Every single thing in it, to be counted and looked for."""
    found = [("office", workbook.office)]
    for year in workbook.years:
        for name in ("indicator_scores", "eit_parts", "item_scores"):
            found += [(year.number, name, key, score) for key, score in getattr(year, name).items()]
        for name in ("respondents", "remarks", "findings", "rounds", "followups", "checklist", "calendar"):
            found += [(year.number, name, record) for record in getattr(year, name)]
        # A measure may have had to let go of a finding that is lost.
        found += [(year.number, "measures", replace(measure, findings=())) for measure in year.measures]
        found += [(year.number, paper) for paper in (year.memo, year.report, year.order, year.agenda) if paper]
    return found


@pytest.mark.parametrize("content", [workbooks.everything, workbooks.sample, lambda: workbooks.full_years(2)])
def test_of_a_file_that_is_whole_everything_is_saved(make: Make, tmp_path: Path, content):
    path = make(tmp_path / "งาน.ita", content()).path
    before = path.read_bytes()
    salvage = read_what_can_be_read(path)
    assert salvage.workbook == content()
    assert all(kind.saved == kind.of for kind in salvage.kinds)
    assert (salvage.stand_ins, salvage.may_be_old) == ((), False)
    assert path.read_bytes() == before


def test_without_the_head_of_the_file_everything_else_is_still_saved(sample: Path):
    content = sample.read_bytes()
    sample.write_bytes(bytes(PAGE) + content[PAGE:])
    salvage = read_what_can_be_read(sample)
    assert salvage.workbook == workbooks.sample()
    assert salvage.may_be_old, "which rows are deleted ones is no longer known"


def test_a_page_that_is_gone_takes_only_its_own_rows_along(sample: Path, tried):
    """Each page in turn; what is saved is what was stored, and what is not saved is counted as missing."""
    content = sample.read_bytes()
    everything = {repr(record) for record in records_of(workbooks.sample())}
    shares = []
    for start in range(0, len(content), PAGE):
        sample.write_bytes(content[:start] + bytes(PAGE) + content[start + PAGE :])
        salvage = read_what_can_be_read(sample)
        saved = {repr(record) for record in records_of(salvage.workbook)}
        assert len(saved - everything) <= len(salvage.stand_ins)
        shares.append(len(saved & everything) / len(everything))
    assert min(shares) > 0.6
    assert sum(shares) / len(shares) > 0.95
    tried("R7", len(shares))


def test_nothing_that_was_flipped_is_saved_as_content(sample: Path):
    content = sample.read_bytes()
    chance = random.Random(7)
    texts = {repr(finding) for year in workbooks.sample().years for finding in year.findings}
    for _ in range(25):
        damaged = bytearray(content)
        for _ in range(200):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        sample.write_bytes(damaged)
        for year in read_what_can_be_read(sample).workbook.years:
            assert {repr(finding) for finding in year.findings} <= texts


def test_the_end_of_a_file_may_be_missing(sample: Path):
    content = sample.read_bytes()
    for share in (0.9, 0.5, 0.25):
        sample.write_bytes(content[: int(len(content) * share)])
        saved = records_of(read_what_can_be_read(sample).workbook)
        assert len(saved) > 10


def test_what_was_deleted_does_not_come_back(make: Make, tmp_path: Path):
    document = make(tmp_path / "งาน.ita", workbooks.sample())
    with document.change("ลบปี") as change:
        change.delete_year(document.years()[0])
        change.delete(document.years()[-1], *document.year(document.years()[-1]).findings)
    expected = document.workbook()
    document.close()
    assert b"\x00" * 4096 not in document.path.read_bytes(), "SQLite leaves what it deletes lying in the file"
    salvage = read_what_can_be_read(document.path)
    assert salvage.workbook == expected
    assert not salvage.may_be_old


def test_a_change_that_was_cut_short_is_taken_back_on_a_copy(make: Make, tmp_path: Path):
    document = make(tmp_path / "งาน.ita", workbooks.full_years(1))
    document.close()
    with closing(sqlite3.connect(document.path, isolation_level=None)) as connection:
        connection.execute("pragma cache_size = 1")
        connection.execute("begin")
        connection.execute("update findings set text = text || 'ครึ่งเดียว'")
        connection.execute("update measures set title = 'ครึ่งเดียว'")
        journal = document.path.with_name(f"{document.path.name}-journal")
        copies = {tmp_path / "ล้ม.ita": document.path.read_bytes(), tmp_path / "ล้ม.ita-journal": journal.read_bytes()}
        connection.execute("rollback")
    for path, content in copies.items():
        path.write_bytes(content)
    assert read_what_can_be_read(tmp_path / "ล้ม.ita").workbook == workbooks.full_years(1)
    assert {path: path.read_bytes() for path in copies} == copies


def test_what_is_lost_is_not_made_up_but_left_to_be_filled_in(document, tmp_path: Path):
    document.close()
    with closing(sqlite3.connect(document.path, isolation_level=None)) as connection:
        connection.execute("pragma foreign_keys = off")
        for table in ("office", "years", "measures", "rounds", "findings"):
            connection.execute(f"delete from {table}")
        connection.execute("vacuum")
    salvage = read_what_can_be_read(document.path)
    year = next(year for year in salvage.workbook.years if year.number == 2568)
    assert salvage.workbook.office.name == "(กู้ชื่อหน่วยงานไม่ได้)"
    assert (year.measures_year, year.framework) == (2569, "2568")
    assert [measure.title for measure in year.measures] == ["(กู้มาตรการนี้ไม่ได้)"] * 2
    assert "มาตรการ m1 ปี 2568" in salvage.stand_ins
    assert year.followups == next(y for y in workbooks.everything().years if y.number == 2568).followups
    lost = {kind.kind: (kind.saved, kind.of) for kind in salvage.kinds}
    assert lost["measure"] == (0, 2)
    assert lost["office"] == (0, 1)


def test_a_measure_lets_go_of_a_finding_that_is_lost(document):
    document.close()
    with closing(sqlite3.connect(document.path, isolation_level=None)) as connection:
        connection.execute("delete from findings where id = 'f2'")
    year = next(year for year in read_what_can_be_read(document.path).workbook.years if year.number == 2568)
    assert year.measures[0].findings == ("f1",)


def test_a_file_of_an_older_version_is_salvaged_too(document, monkeypatch):
    document.close()

    def m002_a_new_column(db):
        db.execute("alter table findings add column colour text not null default ''")

    def m003_scores_have_notes(db):
        db.execute("alter table item_scores add column note text not null default ''")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, m002_a_new_column, m003_scores_have_notes))
    assert read_what_can_be_read(document.path).workbook == workbooks.everything()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 " * 3000, bytes(50_000), random.Random(3).randbytes(60_000)])
def test_where_there_is_nothing_of_ours_that_is_said(tmp_path: Path, content: bytes):
    path = tmp_path / "อื่น.ita"
    path.write_bytes(content)
    with pytest.raises(DamagedFile, match="ไม่พบข้อมูล"):
        read_what_can_be_read(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FileTrouble):
        read_what_can_be_read(tmp_path / "ไม่มี.ita")


def test_scores_are_saved_to_the_last_digit(make: Make, tmp_path: Path):
    everything = workbooks.everything()
    year = replace(everything.years[-1], indicator_scores={1: Decimal("83.4567890123")})
    path = make(tmp_path / "งาน.ita", replace(everything, years=(year,))).path
    assert read_what_can_be_read(path).workbook.years[0].indicator_scores == {1: Decimal("83.4567890123")}


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="file modes are POSIX's")
def test_a_workbook_and_its_backups_are_readable_by_their_owner_alone(document, tmp_path: Path, reopen: Reopen):
    from test_backups import NOW

    from ita_desktop.storage import backups

    backup = backups.make(document, tmp_path / "สำรอง" / "ลึก", NOW)
    assert [path.stat().st_mode & 0o777 for path in (document.path, backup.path)] == [0o600, 0o600]
    for folder in (backup.path.parent, backup.path.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_copies_of_a_damaged_file_do_not_outlive_a_crash_by_more_than_a_day(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    now = datetime.datetime(2026, 11, 21, 9, 30, tzinfo=datetime.UTC)
    for name, hours in (("ita-desktop-salvage-a", 24), ("ita-desktop-salvage-b", 0), ("ของผู้อื่น", 24)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "copy.ita").write_bytes(b"x")
        os.utime(tmp_path / name, (now.timestamp() - hours * 3600,) * 2)
    assert remove_copies(now) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ita-desktop-salvage-b", "ของผู้อื่น"]
