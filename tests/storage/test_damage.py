"""Bits that flip, files that are cut: what an officer is shown is what was stored, or the file is refused."""

from __future__ import annotations

import datetime
import random
import shutil
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage import backups

SCHEMAS = Path(__file__).parents[1] / "files" / "schemas"


@pytest.fixture
def template(make: Make, tmp_path: Path) -> Path:
    document = make(tmp_path / "ต้นฉบับ.ita", workbooks.sample())
    with document.change("ให้มีประวัติ") as change:
        change.delete(2568, *document.year(2568).findings)
    document.undo()
    document.close()
    return document.path


def shown(reopen: Reopen, path: Path) -> Workbook | None:
    """What the officer sees of a file; None where it is refused. Anything else would be a crash."""
    try:
        document = reopen(path, read_only=True)
    except (DamagedFile, FileTrouble):
        return None
    content = document.workbook()
    document.close()
    return content


def flip_bits(reopen: Reopen, template: Path, flips: int, seed: int) -> tuple[int, int]:
    chance = random.Random(seed)
    whole = template.read_bytes()
    before = workbooks.sample()
    path = template.with_name("พลิกบิต.ita")
    refused = harmless = 0
    for _ in range(flips):
        content = bytearray(whole)
        place = chance.randrange(len(content))
        content[place] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        seen = shown(reopen, path)
        assert seen in (None, before), f"a flip at byte {place} changed what is shown"
        refused += seen is None
        harmless += seen is not None
    return refused, harmless


def test_no_flipped_bit_changes_what_is_shown(reopen: Reopen, template: Path):
    refused, _harmless = flip_bits(reopen, template, flips=300, seed=1)
    assert refused > 100


def test_broken_letters_in_the_definition_of_a_table_are_damage(reopen: Reopen, template: Path):
    """SQLite then reports in letters that are none either."""
    template.write_bytes(template.read_bytes().replace(b"CREATE TABLE rounds", b"CREATE TABLE r\xe5unds"))
    for read_only in (False, True):
        with pytest.raises(DamagedFile):
            reopen(template, read_only=read_only)
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(DamagedFile):
        backups.restore(template, template.with_name("คืน.ita"), now)
    sound = template.with_name("ดี.ita")
    sound.write_bytes((SCHEMAS / "1.ita").read_bytes())
    assert backups.restore(sound, template, now) is not None


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_no_flipped_bit_of_thirty_thousand_changes_what_is_shown(reopen: Reopen, template: Path, tried, seed: int):
    flip_bits(reopen, template, flips=3000, seed=seed)
    tried("R6", 3000)


@pytest.mark.parametrize("share", [0.0001, 0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_is_refused(reopen: Reopen, template: Path, share: float):
    with template.open("r+b") as file:
        file.truncate(int(template.stat().st_size * share))
    assert shown(reopen, template) is None


def test_no_page_of_zeros_changes_what_is_shown(reopen: Reopen, template: Path):
    whole = template.read_bytes()
    path = template.with_name("ศูนย์.ita")
    for start in range(0, len(whole), 4096):
        path.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        assert shown(reopen, path) in (None, workbooks.sample())


def test_no_page_in_the_place_of_another_changes_what_is_shown(reopen: Reopen, template: Path):
    whole = template.read_bytes()
    path = template.with_name("สลับหน้า.ita")
    chance = random.Random(1)
    for _ in range(50):
        one, other = (4096 * chance.randrange(len(whole) // 4096) for _ in range(2))
        content = bytearray(whole)
        content[one : one + 4096] = whole[other : other + 4096]
        path.write_bytes(content)
        assert shown(reopen, path) in (None, workbooks.sample())


def test_a_page_from_an_older_state_of_the_file_is_noticed(make: Make, reopen: Reopen, tmp_path: Path):
    """A stick that says a page was written when it was not."""
    document = make(tmp_path / "งาน.ita", workbooks.sample())
    older = document.path.read_bytes()
    with document.change("แก้ทุกอย่าง") as change:
        for number in document.years():
            for indicator in range(1, 11):
                change.set_indicator_score(number, indicator, None)
            change.delete(number, *document.year(number).measures)
    document.close()
    newer = document.path.read_bytes()
    content = reopen(document.path).workbook()
    pages = [slice(start, start + 4096) for start in range(0, len(older), 4096)]
    stale = [page for page in pages if older[page] != newer[page]]
    assert len(stale) > 5
    path = tmp_path / "หน้าเก่า.ita"
    for page in stale:
        path.write_bytes(newer[: page.start] + older[page] + newer[page.stop :])
        assert shown(reopen, path) in (None, content)


def test_a_damaged_file_is_never_written_to(reopen: Reopen, template: Path):
    content = bytearray(template.read_bytes())
    place = content.index("มาตรการ".encode())
    content[place + 2] ^= 1
    template.write_bytes(content)
    for _ in range(3):
        with pytest.raises(DamagedFile):
            reopen(template)
    assert template.read_bytes() == content


def test_a_copy_of_a_damaged_medium_is_not_given_out_as_a_backup(make: Make, tmp_path: Path):
    document = make(tmp_path / "งาน.ita", workbooks.full_years(3))
    content = document.path.read_bytes()
    with document.path.open("r+b") as file:
        file.write(content.replace("มาตรการที่".encode(), "มาตรฐานที่".encode()))
    with pytest.raises(DamagedFile):
        document.copy_to(tmp_path / "สำรอง.ita")
    assert [path.name for path in tmp_path.glob("สำรอง*")] == []


def test_the_journal_of_another_file_does_not_pass_for_content(reopen: Reopen, template: Path, tmp_path: Path):
    shutil.copy(template, tmp_path / "ย้าย.ita")
    (tmp_path / "ย้าย.ita-journal").write_bytes(random.Random(1).randbytes(9999))
    assert shown(reopen, tmp_path / "ย้าย.ita") in (None, workbooks.sample())
