"""Which files are let in, and that those which are not stay byte for byte as they were."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.errors import AnswerIsNo, DamagedFile, FileTrouble
from ita_desktop.storage.document import Document
from ita_desktop.storage.holder import note_beside
from ita_desktop.storage.tables import MEASURES


def sqlite_file(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def refused(reopen: Reopen, path: Path, **how: bool) -> str:
    """The sentence with which a file is refused; it is untouched, and nothing was put beside it."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises((FileTrouble, DamagedFile)) as trouble:
        reopen(path, **how)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    return str(trouble.value)


@pytest.mark.parametrize("read_only", [False, True])
def test_strangers_are_refused_each_with_its_reason(reopen: Reopen, tmp_path: Path, read_only: bool):
    def says(path: Path) -> str:
        return refused(reopen, path, read_only=read_only)

    assert "ไม่พบไฟล์" in says(tmp_path / "ไม่มี.ita")
    folder = tmp_path / "โฟลเดอร์.ita"
    folder.mkdir()
    assert "เป็นโฟลเดอร์" in says(folder)
    empty = tmp_path / "ว่าง.ita"
    empty.touch()
    assert "ว่างเปล่า" in says(empty)
    for name, content in {
        "pdf": b"%PDF-1.7\n" * 100,
        "xls": b"\xd0\xcf\x11\xe0" * 999,
        "short": b"SQLite",
        "0": b"\0" * 9999,
    }.items():
        stranger = tmp_path / f"{name}.ita"
        stranger.write_bytes(content)
        assert "ไม่ใช่สมุดงาน" in says(stranger)
    assert "ไม่ใช่สมุดงาน" in says(sqlite_file(tmp_path / "อื่น.ita", "create table t (x)"))
    wal = sqlite_file(tmp_path / "wal.ita", "pragma journal_mode = wal", "create table t (x)")
    assert "ไม่ใช่สมุดงาน" in says(wal)


def test_a_file_of_a_newer_program_is_refused_untouched(document: Document, reopen: Reopen):
    document.close()
    sqlite_file(
        document.path, "pragma user_version = 2", "insert into _sqlite_migrations values (2, 'ita_desktop', 'm002', '')"
    )
    assert "รุ่นใหม่กว่า" in refused(reopen, document.path)
    assert "รุ่นใหม่กว่า" in refused(reopen, document.path, read_only=True)


@pytest.mark.parametrize(
    "trick",
    [
        "create trigger t after update on measures begin delete from findings; end",
        "create view v as select * from measures",
        "drop table calendar",
        "alter table rounds add column more text",
        "delete from _sqlite_migrations",
        "drop table _sqlite_migrations",
        "drop table seals",
        "update seals set mark = mark + 1 where name = 'rounds'",
        "delete from seals where name = 'rounds'",
        "delete from rounds where id = 'r2'",
        "insert into rounds values (2568, 'r3', 3, 'แทรก', null, 0)",
        "update measures set title = 'แก้จากภายนอก' where id = 'm1'",
        "update indicator_scores set score = '99' where number = 1",
        "pragma user_version = 0",
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_something_else_wrote_into_is_refused_untouched(
    document: Document, reopen: Reopen, trick: str, read_only: bool
):
    document.close()
    sqlite_file(document.path, trick)
    assert "เสียหาย" in refused(reopen, document.path, read_only=read_only)


def test_damage_is_told_by_what_it_hit(document: Document, reopen: Reopen):
    document.close()
    sqlite_file(
        document.path,
        "update measures set title = 'อื่น'",
        "update papers set body = '{}' where name = 'memo'",
    )
    with pytest.raises(DamagedFile) as damage:
        reopen(document.path)
    assert damage.value.kinds == {"measure", "paper"}
    assert "มาตรการ" in str(damage.value)
    assert "สำรอง" in damage.value.do


def test_values_swapped_between_two_rows_are_noticed(document: Document, reopen: Reopen):
    """Every digest in the file is right, only at the wrong row."""
    document.close()
    other = "(select {0} from measures as o where o.id != measures.id)"
    columns = [name for name in MEASURES.table.columns if name not in {"year", "id"}] + ["digest"]
    swapped = ", ".join(f'"{c}" = {other.format(chr(34) + c + chr(34))}' for c in columns)
    sqlite_file(document.path, f"update measures set {swapped}")
    with pytest.raises(DamagedFile) as damage:
        reopen(document.path)
    assert damage.value.kinds == {"measure"}


def test_damage_that_comes_while_the_file_is_open_is_noticed_when_it_is_read(make: Make, tmp_path: Path):
    document = make(tmp_path / "งาน.ita", workbooks.full_years(3))  # more than SQLite keeps in memory
    content = document.path.read_bytes()
    with document.path.open("r+b") as file:
        file.write(content.replace("มาตรการที่".encode(), "มาตรฐานที่".encode()))
    with pytest.raises(DamagedFile):
        document.workbook()


def test_broken_letters_are_damage_and_no_crash(make: Make, reopen: Reopen, tmp_path: Path):
    document = make(tmp_path / "งาน.ita", workbooks.sample())
    document.close()
    content = document.path.read_bytes()
    place = content.index("เทศบาลตำบลตัวอย่าง".encode())
    document.path.write_bytes(content[:place] + b"\xff" + content[place + 1 :])
    with pytest.raises(DamagedFile) as damage:
        reopen(document.path)
    assert damage.value.kinds


@pytest.mark.parametrize(
    "name", ["ก ข.ita", "a?b#c%20.ita", "it's.ita", "😀.ita", "ไม่มีนามสกุล", "." + "ย" * 70 + ".ita"]
)
def test_any_name_that_the_system_takes_is_good_enough(make: Make, reopen: Reopen, tmp_path: Path, name: str):
    folder = tmp_path / "โฟลเดอร์ ภาษาไทย"
    folder.mkdir()
    make(folder / name, workbooks.everything()).close()
    assert reopen(folder / name).workbook() == workbooks.everything()


def test_sqlite_is_set_to_lose_nothing_and_to_trust_nothing(document: Document):
    settings = {
        "journal_mode": "delete",
        "synchronous": 3,  # extra
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    found = {name: document._connection.execute(f"pragma {name}").fetchone()[0] for name in settings}
    assert found == settings


def test_closing_twice_is_closing_once(document: Document, reopen: Reopen):
    document.close()
    other = reopen(document.path)
    document.close()
    assert note_beside(other.path).exists()


def test_a_relative_name_is_enough(make: Make, reopen: Reopen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    make(Path("งาน.ita"), workbooks.everything()).close()
    assert reopen(Path("งาน.ita")).path == Path("งาน.ita")


# Open twice


def test_a_second_window_is_told_who_has_the_file_and_since_when(document: Document, reopen: Reopen, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Bangkok")
    with pytest.raises(FileTrouble) as trouble:
        reopen(document.path)
    assert "เปิดใช้อยู่ตั้งแต่วันที่ 15/10/2569 เวลา" in trouble.value.happened
    assert "อ่านอย่างเดียว" in trouble.value.do


def test_without_the_note_it_is_still_told_that_the_file_is_open(document: Document, reopen: Reopen):
    note_beside(document.path).unlink()
    with pytest.raises(FileTrouble, match="อีกหน้าต่างหนึ่ง"):
        reopen(document.path)
    note_beside(document.path).write_text("ไม่ใช่ JSON")
    with pytest.raises(FileTrouble, match="อีกหน้าต่างหนึ่ง"):
        reopen(document.path)


def test_a_note_left_behind_blocks_nobody(document: Document, reopen: Reopen):
    note = note_beside(document.path).read_bytes()
    document.close()
    note_beside(document.path).write_bytes(note)
    reopen(document.path).close()
    assert not note_beside(document.path).exists()


def test_while_the_file_is_open_elsewhere_it_can_be_read(document: Document, reopen: Reopen):
    reader = reopen(document.path, read_only=True)
    assert reader.workbook() == workbooks.everything()
    with document.change("แก้ต่อ") as change:
        change.delete_year(2567)
    assert reader.years() == (2567, 2568)
    assert reopen(document.path, read_only=True).years() == (2568,)
    with pytest.raises(FileTrouble):  # the reader took no lock away from the one who works
        reopen(document.path)


def another_program(path: Path) -> subprocess.Popen[str]:
    """Another instance, with the file open until its input ends."""
    code = (
        "import sys; from pathlib import Path; from ita_desktop.domain.frameworks import Frameworks;"
        "from ita_desktop.storage.document import Document;"
        f"document = Document.open(Path({str(path)!r}), frameworks=Frameworks(Path('.')));"
        "print('open', flush=True); sys.stdin.read()"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_another_program_holds_the_file_until_it_ends_however_it_ends(document: Document, reopen: Reopen):
    document.close()
    with another_program(document.path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(FileTrouble, match="เปิดใช้อยู่ตั้งแต่"):
            reopen(document.path)
        assert reopen(document.path, read_only=True).workbook() == workbooks.everything()
        other.kill()
        other.wait()
        assert note_beside(document.path).exists()
        assert reopen(document.path).workbook() == workbooks.everything()


# Read-only places


as_user_only = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")


@pytest.fixture
def stick(tmp_path: Path):
    """A small medium of its own, which can be full, or be made read-only even for root."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount")
    place = tmp_path / "แผ่น"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place]).returncode:
        pytest.skip("mounting is not possible here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_file_on_a_read_only_medium_can_be_looked_at(document: Document, reopen: Reopen, stick: Path):
    path = document.copy_to(stick / "งาน.ita")
    subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
    with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"):
        reopen(path)
    assert reopen(path, read_only=True).workbook() == workbooks.everything()
    with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"):
        document.copy_to(stick / "สำเนา.ita")


@as_user_only
def test_a_file_in_a_folder_without_permission_to_write_can_be_looked_at(document: Document, reopen: Reopen):
    document.close()
    document.path.parent.chmod(0o555)
    try:
        with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"):
            reopen(document.path)
        assert reopen(document.path, read_only=True).workbook() == workbooks.everything()
    finally:
        document.path.parent.chmod(0o755)


# Disk full


@pytest.mark.parametrize("room", [0, 1, 100, 4096, 5000, 20_000, 40_000])
def test_a_full_disk_is_called_full_and_loses_nothing(document: Document, reopen: Reopen, stick: Path, room: int):
    path = document.copy_to(stick / "งาน.ita")
    on_stick = reopen(path)
    stat = os.statvfs(stick)
    ballast = stick / "ballast"
    ballast.write_bytes(b"x" * max(stat.f_bavail * stat.f_frsize - room, 0))
    before = on_stick.workbook()
    big = {"ข้อความ": "ก" * 100_000}

    def save() -> None:
        with on_stick.change("บันทึก") as change:
            change.delete_year(2567)
            change.put_on_shelf("phrase", "ยาว", big)

    with pytest.raises(FileTrouble) as trouble:
        save()
    assert "เต็ม" in trouble.value.happened
    assert on_stick.workbook() == before
    with pytest.raises(FileTrouble, match="เต็ม"):
        on_stick.copy_to(stick / "สำเนา.ita")
    assert sorted(path.name for path in stick.iterdir() if path.suffix == ".ita") == ["งาน.ita"]
    ballast.unlink()
    save()  # there is room again, and the officer goes on
    assert on_stick.shelf("phrase")["ยาว"] == big
    on_stick.close()
    assert reopen(path).shelf("phrase")["ยาว"] == big


def test_an_answer_of_no_is_what_damage_is():
    assert issubclass(DamagedFile, AnswerIsNo)
