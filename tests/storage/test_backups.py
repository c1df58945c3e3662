"""Backups that hold what they promise, kept as long as they are of use, and given back without loss."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import workbooks
from hypothesis import given
from hypothesis import strategies as some
from workbooks import Make, Reopen

from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup, Why, superfluous
from ita_desktop.storage.document import Document

BANGKOK = datetime.timezone(datetime.timedelta(hours=7))
NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=BANGKOK)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def folder(document: Document, tmp_path: Path) -> Path:
    return backups.folder_of(document.path, tmp_path / "สำรอง")


def test_a_backup_holds_everything_and_opens_like_any_workbook(document: Document, folder: Path, reopen: Reopen):
    backup = backups.make(document, folder, NOW)
    assert backup.path.name == "งาน-000001-20261121T011500Z.ita"
    assert reopen(backup.path).workbook() == workbooks.everything()
    assert [path.name for path in folder.glob("*.partial")] == []


def test_backups_count_on_by_their_number_whatever_the_clock_says(document: Document, folder: Path):
    for years in (0, 10, -10, 0):
        backups.make(document, folder, NOW.replace(year=NOW.year + years))
    assert [(backup.number, backup.made.year) for backup in backups.found_in(folder)] == [
        (1, 2026),
        (2, 2036),
        (3, 2016),
        (4, 2026),
    ]


def test_other_files_in_the_folder_are_left_alone(document: Document, folder: Path):
    folder.mkdir(parents=True)
    for name in ("บันทึก.txt", "งาน.ita", "งาน-1-20260101T000000Z.ita"):
        (folder / name).write_text("ของผู้ใช้")
    backups.make(document, folder, NOW)
    assert [backup.number for backup in backups.found_in(folder)] == [1]
    backups.thin(folder, NOW + 400 * backups.A_DAY)
    assert len(list(folder.iterdir())) == 4


def test_workbooks_of_one_name_in_two_folders_do_not_mix(tmp_path: Path):
    one, other = (backups.folder_of(Path(place) / "งาน.ita", tmp_path) for place in ("/บ้าน", "/ที่ทำงาน"))
    assert one != other
    assert one == backups.folder_of(Path("/บ้าน/งาน.ita"), tmp_path)


def test_a_folder_without_backups_has_none(tmp_path: Path):
    assert backups.found_in(tmp_path / "ไม่มี") == ()


def test_a_very_long_name_still_gets_its_backup(make: Make, reopen: Reopen, tmp_path: Path):
    document = make(tmp_path / ("ย" * 75 + ".ita"), workbooks.everything())
    backup = backups.make(document, backups.folder_of(document.path, tmp_path), NOW)
    assert reopen(backup.path).workbook() == workbooks.everything()


# Thinning


def kept(ages: list[datetime.timedelta]) -> list[datetime.timedelta]:
    """Of backups made so long ago, oldest first, those that stay."""
    made = [Backup(number, NOW - age, Path(str(number))) for number, age in enumerate(ages, start=1)]
    gone = superfluous(made, NOW)
    return [NOW - backup.made for backup in made if backup not in gone]


def test_everything_of_the_last_day_is_kept():
    ages = [HOUR * hours / 2 for hours in range(48, -1, -1)]
    assert kept(ages) == ages


def test_of_earlier_days_the_last_of_each_is_kept_for_thirty_days():
    every_two_hours = [HOUR * 2 * count for count in range(12 * 60, -1, -1)]
    stayed = kept(every_two_hours)
    days = [(NOW - age).date() for age in stayed if age > backups.A_DAY]
    assert len(days) == len(set(days))
    assert len([day for day in days if day >= (NOW - 29 * backups.A_DAY).date()]) == 28
    assert all((NOW - age).hour >= 22 for age in stayed if age > 2 * backups.A_DAY)


def test_after_years_there_are_days_months_and_years_left():
    daily = [backups.A_DAY * days for days in range(8 * 365, -1, -1)]
    stayed = [NOW - age for age in kept(daily)]
    assert len({(made.year, made.month) for made in stayed}) == 12 + 3
    assert len({made.year for made in stayed}) == 5
    assert len(stayed) == 30 + 10 + 3


def test_a_time_without_a_zone_is_the_computers_own():
    made = [Backup(number, NOW, Path(str(number))) for number in range(3)]
    assert superfluous(made, NOW.replace(tzinfo=None)) == ()


def test_the_newest_stays_however_old_it_is():
    assert kept([backups.A_DAY * 4000]) == [backups.A_DAY * 4000]


def test_one_backup_from_a_clock_gone_wrong_pushes_no_good_one_out():
    ages = [backups.A_DAY * days for days in range(20, -1, -1)]
    odd = -10 * 365 * backups.A_DAY
    assert kept([*ages[:10], odd, *ages[10:]]) == [*ages[:10], odd, *ages[10:]]


@given(some.lists(some.timedeltas(-20 * 365 * backups.A_DAY, 20 * 365 * backups.A_DAY), min_size=1, max_size=100))
def test_whatever_the_clock_says_the_newest_stays_and_thinning_again_changes_nothing(ages: list[datetime.timedelta]):
    stayed = kept(ages)
    assert stayed[-1] == ages[-1]
    assert kept(stayed) == stayed


def test_thinning_takes_the_readable_copies_along(document: Document, folder: Path):
    for days in (100, 99, 0):
        backup = backups.make(document, folder, NOW - days * backups.A_DAY)
        backups.beside(backup).write_text("{}")
    for number in range(2):
        backup = backups.make(document, folder, NOW - 50 * backups.A_DAY + number * HOUR)
        backups.beside(backup).write_text("{}")
    backups.thin(folder, NOW)
    numbers = [backup.number for backup in backups.found_in(folder)]
    assert numbers == [1, 2, 3, 5]
    assert len(list(folder.glob("*.json"))) == 4


# Giving back


def test_a_backup_is_given_back_as_a_new_file(document: Document, folder: Path, reopen: Reopen, tmp_path: Path):
    backup = backups.make(document, folder, NOW)
    assert backups.restore(backup.path, tmp_path / "กู้คืน.ita", NOW) is None
    assert reopen(tmp_path / "กู้คืน.ita").workbook() == workbooks.everything()
    assert backup.path.exists()


def test_what_stood_in_the_place_of_a_restored_file_is_kept(document: Document, folder: Path, reopen: Reopen):
    backup = backups.make(document, folder, NOW)
    with document.change("แก้ต่อ") as change:
        change.delete_year(2568)
    document.close()
    aside = backups.restore(backup.path, document.path, NOW)
    assert aside == document.path.with_name("งาน (ก่อนกู้คืน 2569-11-21 081500).ita")
    assert reopen(document.path).workbook() == workbooks.everything()
    assert reopen(aside).years() == (2567,)


def test_a_damaged_file_gives_way_to_its_backup_together_with_its_journal(
    document: Document, folder: Path, reopen: Reopen
):
    backup = backups.make(document, folder, NOW)
    document.close()
    document.path.write_bytes(b"garbage" * 5000)
    journal = document.path.with_name("งาน.ita-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    aside = backups.restore(backup.path, document.path, NOW)
    assert not journal.exists()
    assert reopen(document.path).workbook() == workbooks.everything()
    assert aside is not None
    assert aside.read_bytes().startswith(b"garbage")


def test_nothing_is_restored_over_a_file_that_is_open(document: Document, folder: Path):
    backup = backups.make(document, folder, NOW)
    with pytest.raises(FileTrouble, match="เปิดใช้อยู่"):
        backups.restore(backup.path, document.path, NOW)
    assert document.workbook() == workbooks.everything()
    assert sorted(path.name for path in document.path.parent.iterdir() if path.suffix in {".ita", ".partial"}) == [
        "งาน.ita"
    ]


def test_a_damaged_backup_is_not_given_back_and_the_file_stays(document: Document, folder: Path, reopen: Reopen):
    backup = backups.make(document, folder, NOW)
    content = bytearray(backup.path.read_bytes())
    content[content.index("เพิ่มช่องทาง".encode()) + 2] ^= 1
    backup.path.write_bytes(content)
    document.close()
    with pytest.raises(DamagedFile):
        backups.restore(backup.path, document.path, NOW)
    assert reopen(document.path).workbook() == workbooks.everything()


def test_restoring_never_thins(document: Document, folder: Path, tmp_path: Path):
    for hours in range(5):
        backups.make(document, folder, NOW - 100 * backups.A_DAY + hours * HOUR)
    backups.restore(backups.found_in(folder)[0].path, tmp_path / "กู้คืน.ita", NOW)
    assert len(backups.found_in(folder)) == 5


def test_what_an_attempt_that_was_cut_short_left_behind_is_in_nobodys_way(
    document: Document, folder: Path, reopen: Reopen
):
    backup = backups.make(document, folder, NOW)
    document.close()
    for name in ("งาน.ita.partial", "งาน.ita.partial.partial"):
        document.path.with_name(name).write_text("ครึ่งเดียว")
    backups.restore(backup.path, document.path, NOW)
    assert reopen(document.path).workbook() == workbooks.everything()
    assert list(document.path.parent.glob("*.partial")) == []


def test_a_backup_says_what_it_was_made_for_and_older_names_are_still_known(document: Document, folder: Path):
    for why in Why:
        backups.make(document, folder, NOW, why)
    assert [backup.why for backup in backups.found_in(folder)] == list(Why)
    newest = backups.found_in(folder)[-1].path
    newest.rename(newest.with_name("งาน-000009-20261121T011500Z-unheard.ita"))
    assert backups.found_in(folder)[-1].number == 9
