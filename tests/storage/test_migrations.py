"""Files of older versions are brought up to date, or left as they are."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.storage import migrations, opening, upgrade
from ita_desktop.storage.digests import sealed_tables
from ita_desktop.storage.document import Document
from ita_desktop.storage.tables import ALL_TABLES

SCHEMAS = Path(__file__).parents[1] / "files" / "schemas"


@pytest.mark.parametrize("version", range(1, migrations.newest() + 1))
def test_a_file_of_every_version_that_ever_was_opens_with_everything_in_it(
    reopen: Reopen, tmp_path: Path, version: int
):
    """Each holds `workbooks.everything()` as of its time. With a new step, add the file of the version before it."""
    path = tmp_path / "เก่า.ita"
    shutil.copy(SCHEMAS / f"{version}.ita", path)
    assert reopen(path, read_only=True).workbook() == workbooks.everything()
    assert reopen(path).workbook() == workbooks.everything()


def test_every_field_of_a_record_has_its_column_and_no_column_is_without_one(document: Document):
    document.close()
    with closing(sqlite3.connect(document.path)) as connection:
        found = sealed_tables(connection)
    assert found == {table.name: tuple(sorted(table.columns)) for table in ALL_TABLES}


def test_every_table_holds_its_values_to_their_types(document: Document):
    document.close()
    listed = "select name, strict from pragma_table_list where type = 'table' and schema = 'main'"
    with closing(sqlite3.connect(document.path)) as connection:
        tables = connection.execute(listed).fetchall()
    assert {name for name, strict in tables if not strict} == {"sqlite_schema", "_sqlite_migrations"}


def test_any_tool_can_tell_whose_file_it_is(document: Document):
    document.close()
    head = document.path.read_bytes()[:100]
    assert head[68:72] == b"ITA1"
    assert int.from_bytes(head[60:64], "big") == migrations.newest()


# What a next version would do

Step = Callable[[object], None]


@pytest.fixture
def next_step(monkeypatch: pytest.MonkeyPatch) -> Callable[[Step], None]:
    def add(step: Step) -> None:
        monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))

    return add


def test_an_upgrade_keeps_a_checked_copy_of_the_file_as_it_was(
    document: Document, next_step, reopen: Reopen, monkeypatch
):
    def m002_rounds_get_a_note(db):
        db.execute("alter table rounds add column note text not null default ''")

    document.close()
    steps = migrations.STEPS
    next_step(m002_rounds_get_a_note)
    newer = opening.open_for_writing(document.path)
    copy = upgrade.upgrade_if_older(newer, document.path)
    assert newer.execute("select name, note from rounds order by id").fetchall() == [
        ("รอบ 6 เดือน", ""),
        ("รอบ 12 เดือน", ""),
    ]
    opening.check(newer, document.path)
    assert upgrade.upgrade_if_older(newer, document.path) is None
    newer.close()
    assert copy == document.path.with_name("งาน (ก่อนปรับรุ่น 1).ita")

    monkeypatch.setattr(migrations, "STEPS", steps)
    assert reopen(copy).workbook() == workbooks.everything()
    with pytest.raises(FileTrouble, match="รุ่นใหม่กว่า"):
        reopen(document.path)


def test_a_second_upgrade_does_not_write_over_the_copy_of_the_first(document: Document, next_step, reopen: Reopen):
    document.close()
    taken = document.path.with_name("งาน (ก่อนปรับรุ่น 1).ita")
    taken.write_text("มีอยู่ก่อน")
    next_step(lambda db: None)
    migrations.STEPS[-1].__name__ = "m002_nothing"
    assert reopen(document.path).upgraded_from == document.path.with_name("งาน (ก่อนปรับรุ่น 1 2).ita")
    assert taken.read_text() == "มีอยู่ก่อน"


def test_a_document_says_which_copy_was_kept(document: Document, next_step, reopen: Reopen):
    def m002_nothing(db):
        pass

    assert document.upgraded_from is None
    document.close()
    next_step(m002_nothing)
    kept = reopen(document.path).upgraded_from
    assert kept is not None
    assert kept.exists()


def test_a_file_that_is_only_looked_at_is_not_upgraded(document: Document, next_step, reopen: Reopen):
    def m002_nothing(db):
        pass

    document.close()
    before = document.path.read_bytes()
    next_step(m002_nothing)
    assert reopen(document.path, read_only=True).workbook() == workbooks.everything()
    assert document.path.read_bytes() == before
    assert list(document.path.parent.glob("*ก่อน*")) == []


@pytest.mark.parametrize("breaks", ["raise", "orphan"])
def test_an_upgrade_that_fails_leaves_the_file_as_it_was_and_the_copy_beside_it(
    document: Document, next_step, reopen: Reopen, monkeypatch, breaks: str
):
    def m002_breaks(db):
        db.execute("alter table rounds add column note text")
        db.execute("delete from measures where id = 'm1'")
        if breaks == "raise":
            raise ZeroDivisionError

    document.close()
    before = document.path.read_bytes()
    steps = migrations.STEPS
    next_step(m002_breaks)
    with pytest.raises((ZeroDivisionError, sqlite3.IntegrityError)):
        reopen(document.path)
    assert document.path.read_bytes() == before
    monkeypatch.setattr(migrations, "STEPS", steps)
    assert reopen(document.path).workbook() == workbooks.everything()
    assert reopen(document.path.with_name("งาน (ก่อนปรับรุ่น 1).ita")).workbook() == workbooks.everything()


def test_a_damaged_file_is_not_upgraded(document: Document, next_step, reopen: Reopen):
    def m002_nothing(db):
        pass

    document.close()
    connection = sqlite3.connect(document.path)
    connection.execute("update rounds set name = 'อื่น'")
    connection.commit()
    connection.close()
    before = document.path.read_bytes()
    next_step(m002_nothing)
    with pytest.raises(DamagedFile):
        reopen(document.path)
    assert document.path.read_bytes() == before


def test_the_sample_of_the_newest_version_is_made_by_this_program(make: Make, tmp_path: Path):
    """How the files in tests/files/schemas come about: copy what is made here before a new step is written."""
    document = make(tmp_path / "ใหม่.ita", workbooks.everything())
    document.close()

    def schema(path: Path) -> list[object]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("select type, name, sql from sqlite_schema order by name").fetchall()

    assert schema(document.path) == schema(SCHEMAS / f"{migrations.newest()}.ita")
