"""Looking into a backup: what is different, one record taken back, when the next is due; damaged files and sticks."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import workbooks

from ita_desktop.actions import backups, workbook
from ita_desktop.domain.errors import DamagedFile, FileTrouble, WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Finding
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def frameworks() -> Frameworks:
    return Frameworks(workbooks.RESOURCES / "frameworks")


@pytest.fixture
def document(tmp_path: Path, frameworks: Frameworks):
    content = workbooks.everything()
    with Document.create(
        tmp_path / "งาน.ita", content.office, frameworks=frameworks, fill=lambda change: add_years(change, content)
    ) as document:
        yield document


@pytest.fixture
def backup(document: Document, tmp_path: Path) -> Path:
    return workbook.back_up(document, tmp_path / "สำรอง", NOW).path


def edit_a_lot(document: Document) -> None:
    with document.change("แก้หลายอย่าง") as change:
        year = document.year(2568)
        change.save_office(replace(document.office, telephone="0-0000-0000"))
        change.set_indicator_score(2568, 1, Decimal("12.5"))
        change.set_item_score(2568, "e9", None)
        change.save(2568, replace(year.findings[1], text="เปลี่ยน"), Finding(id="f9", text="ใหม่"))
        change.delete(2568, year.measures[0])
        change.save(2568, replace(year.memo, subject="เรื่องใหม่"))
        change.put_on_shelf("นี่", "ใหม่/มีขีด", [1])
        change.delete_picture("emblem")
        change.save_year_facts(2568, measures_year=2570)


def differences(document: Document, backup: Path, frameworks: Frameworks):
    return backups.compare(document, backup, frameworks=frameworks)


def test_every_difference_is_listed_with_what_it_was_and_what_it_is(document, backup, frameworks):
    assert differences(document, backup, frameworks) == ()
    edit_a_lot(document)
    told = {(each.kind, each.year, each.id): each for each in differences(document, backup, frameworks)}
    assert told["indicator_score", 2568, "1"].old == Decimal("86.5")
    assert told["indicator_score", 2568, "1"].new == Decimal("12.5")
    assert told["item_score", 2568, "e9"].new is None
    assert told["finding", 2568, "f9"].old is None
    assert told["finding", 2568, "f1"].new.text == "เปลี่ยน"
    assert told["measure", 2568, "m1"].new is None
    assert told["memo", 2568, ""].new.subject == "เรื่องใหม่"
    assert told["shelf", None, "นี่/ใหม่/มีขีด"].new == [1]
    assert told["year", 2568, ""].old["measures_year"] == 2569
    assert ("office", None, "") in told
    assert any(kind == "followup" for kind, _, _ in told), "went with its measure"


def test_each_record_can_be_taken_back_by_itself_until_nothing_differs(document, backup, frameworks):
    before = document.workbook()
    edit_a_lot(document)
    while left := differences(document, backup, frameworks):
        each = left[0]
        backups.take_back(document, backup, each.kind, each.year, each.id, frameworks=frameworks)
        assert each not in differences(document, backup, frameworks)
    assert document.workbook().years[0].measures_year == before.years[0].measures_year
    assert differences(document, backup, frameworks) == ()


def test_taking_back_is_one_step_to_undo(document, backup, frameworks):
    edit_a_lot(document)
    edited = document.workbook()
    backups.take_back(document, backup, "followup", 2568, "m1/r1", frameworks=frameworks)
    assert document.year(2568).followups
    assert "m1" in [measure.id for measure in document.year(2568).measures], "a report cannot stand without its measure"
    document.undo()
    assert document.workbook() == edited


def test_a_year_that_was_deleted_comes_back_with_everything_it_held(document, backup, frameworks):
    before = document.workbook()
    with document.change("ลบปี") as change:
        change.delete_year(2568)
    backups.take_back(document, backup, "year", 2568, frameworks=frameworks)
    assert document.workbook() == before


def test_a_record_of_a_year_that_is_gone_brings_the_year_with_it(document, backup, frameworks):
    with document.change("ลบปี") as change:
        change.delete_year(2568)
    backups.take_back(document, backup, "measure", 2568, "m1", frameworks=frameworks)
    year = document.year(2568)
    assert [measure.id for measure in year.measures] == ["m1"]
    assert {finding.id for finding in year.findings} == {"f1", "f2"}
    assert year.indicator_scores == {}


def test_what_was_never_there_cannot_be_taken_back(document, backup, frameworks):
    with pytest.raises(WrongUsage):
        backups.take_back(document, backup, "finding", 2568, "f99", frameworks=frameworks)


def test_a_backup_is_due_after_half_an_hour_of_work_whatever_happens_to_the_clock():
    hour = datetime.timedelta(hours=1)
    assert backups.due(None, NOW, changed=True)
    assert backups.due(NOW, NOW + hour, changed=True)
    assert backups.due(NOW, NOW - 10 * 365 * 24 * hour, changed=True)
    assert not backups.due(NOW, NOW + hour / 3, changed=True)
    assert not backups.due(NOW, NOW + hour, changed=False)


def test_the_second_place_is_reminded_of_after_a_week(document, tmp_path):
    assert backups.latest(document.path, tmp_path / "ยูเอสบี") is None
    assert backups.second_place_is_old(None, NOW)
    made = workbook.back_up(document, tmp_path / "ยูเอสบี", NOW)
    assert backups.latest(document.path, tmp_path / "ยูเอสบี") == made
    assert not backups.second_place_is_old(made.made, NOW + datetime.timedelta(days=6))
    assert backups.second_place_is_old(made.made, NOW + datetime.timedelta(days=8))


def test_of_all_backups_the_newest_that_is_whole_is_offered(document, tmp_path, frameworks):
    root = tmp_path / "สำรอง"
    made = [workbook.back_up(document, root, NOW + datetime.timedelta(hours=hours)) for hours in range(3)]
    document.close()
    content = bytearray(made[2].path.read_bytes())
    content[content.index("เพิ่มช่องทาง".encode()) + 2] ^= 1
    made[2].path.write_bytes(content)
    made[1].path.write_bytes(b"")
    assert workbook.newest_good_backup(document.path, root, frameworks=frameworks) == made[0]
    made[0].path.unlink()
    assert workbook.newest_good_backup(document.path, root, frameworks=frameworks) is None


def test_what_can_be_read_of_a_damaged_file_becomes_a_new_one(document, tmp_path, frameworks):
    document.close()
    content = bytearray(document.path.read_bytes())
    content[content.index("เพิ่มช่องทาง".encode()) + 2] ^= 1
    document.path.write_bytes(content)
    with pytest.raises(DamagedFile):
        Document.open(document.path, frameworks=frameworks)
    report = workbook.salvage(document.path, tmp_path / "กู้.ita", frameworks=frameworks)
    assert document.path.read_bytes() == content
    assert not report.whole
    assert "มาตรการ กู้ได้ 1 จาก 2 รายการ" in report.lines()
    workbook.verify(tmp_path / "กู้.ita", frameworks=frameworks)
    with pytest.raises(FileTrouble, match="อยู่แล้ว"):
        workbook.salvage(document.path, tmp_path / "กู้.ita", frameworks=frameworks)


def test_of_a_file_that_was_whole_the_report_says_so(document, tmp_path, frameworks):
    document.close()
    assert workbook.salvage(document.path, tmp_path / "กู้.ita", frameworks=frameworks).whole


def test_what_a_crash_left_among_the_backups_is_gone_after_the_next_one(document, backup, tmp_path):
    left = backup.with_name("งาน-000002.ita.partial")
    left.touch()
    os.utime(left, (NOW.timestamp() - 7200,) * 2)
    workbook.back_up(document, tmp_path / "สำรอง", NOW)
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX's")
def test_the_readable_copy_is_for_its_owner_alone(backup):
    assert backup.with_suffix(".json").stat().st_mode & 0o777 == 0o600


def test_a_backup_lies_in_the_second_place_too_and_there_is_as_good(document, tmp_path, frameworks):
    made = workbook.back_up(document, tmp_path / "สำรอง", NOW)
    stick = tmp_path / "ยูเอสบี"
    copy = backups.carry_over(made, document.path, stick, NOW)
    assert backups.latest(document.path, stick).path == copy
    assert backups.look_into(copy, frameworks=frameworks) == workbooks.everything()
    assert copy.with_suffix(".json").exists()


def test_looked_at_side_by_side_every_record_is_there_also_what_is_the_same(document, backup, frameworks):
    then = backups.look_into(backup, frameworks=frameworks)
    every = backups.side_by_side(then, document.workbook())
    assert all(each.same for each in every)
    assert {"office", "year", "indicator_score", "finding", "measure", "followup", "memo"} <= {
        each.kind for each in every
    }
    edit_a_lot(document)
    every = backups.side_by_side(then, document.workbook())
    assert [each for each in every if not each.same] == [*differences(document, backup, frameworks)]
    assert any(each.same for each in every)
