"""The program for Linux as one file: an officer copies it somewhere, and starts it."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from bundle import archives, sums
from bundle.trimming import files
from linux import single_file

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("gcc") or not all(file.is_file() for file in single_file.LINKED),
    reason="needs a C compiler, libc6-dev and liblzma-dev",
)
PROGRAM = """#!/bin/sh
[ "${1:-}" != wait ] || { echo started; read line; }
echo "$0"
printf '<%s>\\n' "$@"
cat "$(dirname "$0")/_internal/ข้อมูล.txt"
"""
INSTALL = """#!/bin/sh
echo "$ITA_DESKTOP_FILE|$ITA_DESKTOP_UNPACKED|$*"
"""
FILLED = 3_000_000
NAME = "ITA Desktop ของเทศบาล.run"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two versions of a program that is small, but packed and started as ours is."""
    versions = []
    for words in ("รุ่นแรก", "รุ่นใหม่"):
        folder = tmp_path_factory.mktemp("made")
        bundle = folder / "ITA Desktop"
        (bundle / "_internal").mkdir(parents=True)
        (bundle / "_internal" / "ข้อมูล.txt").write_text(words, encoding="utf-8")
        (bundle / "_internal" / "link.txt").symlink_to("ข้อมูล.txt")
        (bundle / "_internal" / "filled").write_bytes(os.urandom(FILLED))
        (bundle / "_internal" / "empty").touch()
        for name, text in (("ita-desktop", PROGRAM), ("install", INSTALL)):
            (bundle / name).write_text(text, encoding="utf-8")
            (bundle / name).chmod(0o755)
        sums.write_list(bundle)
        archives.tarred(bundle, folder / "packed.tar.xz", 1_700_000_000)
        single_file.pack(
            folder / "packed.tar.xz", folder / "file.run", sum(file.stat().st_size for file in files(bundle))
        )
        versions.append(folder / "file.run")
    return versions


class Officer:
    def __init__(self, folder, made):
        self.home = folder / "บ้าน ของฉัน"
        self.home.mkdir()
        self.cache = self.home / ".cache" / "ita-desktop"
        self.stick = folder / "แท่ง ของฉัน"
        self.stick.mkdir()
        self.made = made
        self.file = self.brought(0)

    def brought(self, version):
        return Path(shutil.copy(self.made[version], self.stick / f"{version} {NAME}"))

    def begins(self, *arguments, file=None, environment=None, by=()):
        settings = {"HOME": str(self.home), "PATH": os.environ["PATH"]} if environment is None else environment
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        command = [*by, file or self.file, *arguments]
        return subprocess.Popen(command, env=settings, encoding="utf-8", cwd=self.stick, **pipes)

    def starts(self, *arguments, **how):
        process = self.begins(*arguments, **how)
        out, error = process.communicate(timeout=60)
        return process.returncode, out, error

    @property
    def unpacked(self):
        return sorted(folder for folder in self.cache.iterdir() if folder.is_dir())


@pytest.fixture
def officer(tmp_path, made):
    return Officer(tmp_path, made)


def test_the_first_start_unpacks_it_for_this_person_alone_and_hands_everything_on(officer):
    code, out, error = officer.starts("เปิด", "งาน ปี ๒๕๖๘.ita")
    (folder,) = officer.unpacked
    assert (code, error) == (0, "")
    assert out == f"{folder}/ITA Desktop/ita-desktop\n<เปิด>\n<งาน ปี ๒๕๖๘.ita>\nรุ่นแรก"
    assert officer.cache.stat().st_mode & 0o777 == folder.stat().st_mode & 0o777 == 0o700
    inner = folder / "ITA Desktop" / "_internal"
    assert (inner / "filled").stat().st_size == FILLED
    assert (inner / "link.txt").readlink() == Path("ข้อมูล.txt")


def test_the_second_start_unpacks_nothing(officer):
    officer.starts()
    before = {file: file.stat().st_ctime_ns for file in officer.cache.rglob("*")}
    code, out, _ = officer.starts()
    assert (code, out[-7:]) == (0, "รุ่นแรก")
    assert {file: file.stat().st_ctime_ns for file in officer.cache.rglob("*")} == before


@pytest.mark.parametrize("taken", ["_internal/ข้อมูล.txt", "files.sha256"])
def test_what_somebody_took_out_of_the_cache_comes_back(officer, taken):
    officer.starts()
    (officer.unpacked[0] / "ITA Desktop" / taken).unlink()
    code, out, _ = officer.starts()
    assert (code, out[-7:]) == (0, "รุ่นแรก")


def test_a_start_that_was_cut_short_is_begun_anew(officer):
    officer.starts()
    (folder,) = officer.unpacked
    folder.rename(folder.with_suffix(".part"))
    (folder.with_suffix(".part") / "ITA Desktop" / "files.sha256").unlink()
    assert officer.starts()[0] == 0
    assert officer.unpacked == [folder]


def test_two_starts_at_the_same_time(officer):
    both = [officer.begins(), officer.begins()]
    assert [process.communicate(timeout=60)[0][-7:] for process in both] == ["รุ่นแรก"] * 2
    assert len(officer.unpacked) == 1


def test_a_newer_version_takes_the_place_of_an_older_one(officer):
    officer.starts()
    assert officer.starts(file=officer.brought(1))[1].endswith("รุ่นใหม่")
    assert len(officer.unpacked) == 1


def test_an_older_version_that_is_running_is_left_alone_until_it_has_ended(officer):
    running = officer.begins("wait")
    assert running.stdout.readline() == "started\n"
    newer = officer.brought(1)
    assert officer.starts(file=newer)[0] == 0
    assert len(officer.unpacked) == 2
    assert running.communicate("\n", timeout=60)[0].endswith("รุ่นแรก")


def test_it_starts_from_a_disk_that_cannot_be_written_to(officer):
    officer.file.chmod(0o555)
    officer.stick.chmod(0o555)
    assert officer.starts()[0] == 0
    officer.stick.chmod(0o755)


def test_without_any_environment_it_finds_the_persons_folder(officer):
    code, out, _ = officer.starts("--version", environment={"XDG_CACHE_HOME": str(officer.home)})
    assert (code, out.splitlines()[1]) == (0, "<--version>")


@pytest.mark.parametrize("keep", [-1, -200, 1_500_000, 900_000])
def test_a_file_that_was_copied_in_part_says_so(officer, keep):
    content = officer.file.read_bytes()
    officer.file.write_bytes(content[:keep])
    code, out, error = officer.starts()
    assert (code, out) == (3, "")
    assert "เสียหาย หรือคัดลอกมาไม่ครบ" in error
    assert "ข้อมูลงานไม่เสียหาย" in error


@pytest.mark.parametrize("place", [0.4, 0.6, 0.9, 0.999])
def test_a_file_with_one_wrong_letter_is_never_started(officer, place):
    content = bytearray(officer.file.read_bytes())
    content[int(len(content) * place)] ^= 1
    officer.file.write_bytes(content)
    code, out, error = officer.starts()
    assert (code, out) == (3, "")
    assert "เสียหาย" in error
    assert officer.unpacked == []


def test_where_a_file_cannot_be_written_it_leaves_nothing_half_done(officer):
    code, out, error = officer.starts(by=("sh", "-c", 'trap "" XFSZ; ulimit -f 1000; exec "$0"'))
    assert (code, out) == (3, "")
    assert "เขียนใน" in error
    assert officer.unpacked == []


@contextmanager
def cache_on_a_disk(officer, option):
    """Where the program unpacks itself lies on a disk of its own."""
    officer.cache.parent.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", option, "tmpfs", officer.cache.parent]
    if os.geteuid() or subprocess.run(mounted, capture_output=True).returncode:
        pytest.skip("only who may mount can have such a disk")
    yield officer
    subprocess.run(["umount", officer.cache.parent], check=True)


@pytest.fixture
def full_disk(officer):
    with cache_on_a_disk(officer, "size=1m") as on_it:
        yield on_it


@pytest.fixture
def no_programs(officer):
    with cache_on_a_disk(officer, "noexec") as on_it:
        yield on_it


def test_on_a_full_disk_it_says_how_much_it_needs(full_disk):
    code, out, error = full_disk.starts()
    assert (code, out) == (3, "")
    assert "ที่ว่างไม่พอ ต้องใช้ 4 MB" in error
    assert full_disk.unpacked == []


def test_where_programs_are_forbidden_it_says_so_and_another_folder_helps(no_programs):
    code, _, error = no_programs.starts()
    assert code == 3
    assert "ไม่ให้เปิดโปรแกรมจากโฟลเดอร์" in error
    elsewhere = {
        "HOME": str(no_programs.home),
        "XDG_CACHE_HOME": str(no_programs.home / "ที่อื่น"),
        "PATH": os.environ["PATH"],
    }
    assert no_programs.starts(environment=elsewhere)[0] == 0


def test_a_folder_that_others_can_write_to_is_not_trusted(officer):
    officer.cache.mkdir(parents=True)
    officer.cache.chmod(0o777)
    code, out, error = officer.starts()
    assert (code, out) == (3, "")
    assert "ผู้อื่นเขียนในโฟลเดอร์" in error


def test_into_the_menu_goes_the_file_itself(officer):
    assert officer.starts("--install")[1] == f"{officer.file}|{officer.cache}|\n"
    assert officer.starts("--remove")[1] == f"{officer.file}|{officer.cache}|--remove\n"


def test_what_is_running_is_not_removed(officer):
    running = officer.begins("wait")
    assert running.stdout.readline() == "started\n"
    code, _, error = officer.starts("--remove")
    assert (code, "โปรแกรมเปิดอยู่" in error) == (3, True)
    running.communicate("\n", timeout=60)


def test_who_started_it_by_a_click_sees_a_window_say_so(officer):
    """There is no terminal then; the desktop lends a program that shows a sentence."""
    desktop = officer.home / "bin"
    desktop.mkdir()
    (desktop / "zenity").write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$HOME/shown"\n', encoding="utf-8")
    (desktop / "zenity").chmod(0o755)
    officer.file.write_bytes(officer.file.read_bytes()[:-1])
    clicked = {"HOME": str(officer.home), "PATH": f"{desktop}:{os.environ['PATH']}", "DISPLAY": ":0"}
    assert officer.starts(environment=clicked)[0] == 3
    assert "เสียหาย" in (officer.home / "shown").read_text(encoding="utf-8")
    (officer.home / "shown").unlink()
    assert officer.starts("export", "งาน.ita", "--what", "memo", environment=clicked)[0] == 3
    assert not (officer.home / "shown").exists()  # a script is not kept waiting
