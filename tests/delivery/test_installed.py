"""The program's own files against the list that was made when it was built."""

import hashlib

import pytest

from ita_desktop.delivery.installed import LIST, examine
from ita_desktop.domain.errors import AnswerIsNo, FileTrouble, ItaError


@pytest.fixture
def program(tmp_path):
    folder = tmp_path / "โปรแกรม เทศบาล"
    for name, content in {"ITA Desktop.exe": b"MZ", "app/ita_desktop/paths.pyc": b"\x00" * 9, "แบบ/ก.txt": b""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()} *{file.relative_to(folder).as_posix()}\n"
        for file in folder.rglob("*")
        if file.is_file()
    ]
    (folder / LIST).write_text("".join(lines), encoding="utf-8")
    return folder


def test_an_untouched_program_is_as_it_was_built(program):
    found = examine(program)
    assert found.as_built
    assert found.files == 3
    assert found.list_sum == hashlib.sha256((program / LIST).read_bytes()).hexdigest()


def test_what_was_changed_lost_or_added_is_named(program):
    (program / "ITA Desktop.exe").write_bytes(b"MZ!")
    (program / "แบบ/ก.txt").unlink()
    (program / "app/ita_desktop/evil.py").write_bytes(b"")
    found = examine(program)
    assert not found.as_built
    assert (found.changed, found.missing, found.unknown) == (
        ("ITA Desktop.exe",),
        ("แบบ/ก.txt",),
        ("app/ita_desktop/evil.py",),
    )


def test_the_uninstaller_and_what_a_stick_keeps_for_the_officer_are_no_strangers(program):
    (program / "uninstall.exe").write_bytes(b"MZ")
    (program / "portable" / "backups").mkdir(parents=True)
    (program / "portable" / "backups" / "งาน.ita").write_bytes(b"")
    assert examine(program).as_built


def test_a_folder_in_the_place_of_a_file_is_not_what_was_built(program):
    (program / "ITA Desktop.exe").unlink()
    (program / "ITA Desktop.exe").mkdir()
    found = examine(program)
    assert not found.as_built
    assert "ITA Desktop.exe" in found.changed + found.missing


def test_without_its_list_nothing_can_be_said(program):
    (program / LIST).unlink()
    with pytest.raises(FileTrouble, match="ติดตั้งโปรแกรมใหม่"):
        examine(program)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"abc *app/a.py\n", b"# nothing\n"])
def test_a_damaged_list_is_refused(program, content):
    (program / LIST).write_bytes(content)
    with pytest.raises(AnswerIsNo, match="เสียหาย"):
        examine(program)


def test_the_officer_can_call_it_off(program):
    class CalledOff(ItaError):
        pass

    def stop(_done, _all):
        raise CalledOff("หยุด")

    with pytest.raises(CalledOff):
        examine(program, progress=stop)
