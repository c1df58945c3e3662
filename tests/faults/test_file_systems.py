"""The file systems of Windows and of sticks, where this machine lets us have them: full, locked, pulled out, lying.

FAT32 is for the kernel alone to mount. Where that of this machine cannot, the test says so, and `test_own_kernel`
starts one that can.
"""

from __future__ import annotations

import os
import random
import shutil
import threading
import time
import unicodedata
import uuid
from pathlib import Path

import pytest
from drives import KINDS, Stick, drive, stick
from operations import FRAMEWORKS, NAME, OLD, OPERATIONS, content_of, make, work_in

from ita_desktop.actions.carried import take_in
from ita_desktop.delivery.drives import removable_drives
from ita_desktop.delivery.eject import eject
from ita_desktop.delivery.hash_list import check_folder, read_list
from ita_desktop.delivery.keeping import keep
from ita_desktop.delivery.mounts import mounts
from ita_desktop.delivery.names import fitting
from ita_desktop.delivery.stick import Outgoing, conflicts, copy_papers
from ita_desktop.domain.errors import FileTrouble

pytestmark = [
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a medium to try things on"
    ),
    pytest.mark.parametrize("kind", KINDS),
]

PAPERS = [Outgoing(f"ฉบับที่ {number}.pdf", bytes([number]) * 300_000) for number in range(1, 5)]
ALL = sum(len(paper.content) for paper in PAPERS)


def odd_names(count: int, seed: int) -> list[str]:
    """What people and programs call files: with everything that Windows and FAT refuse in it somewhere."""
    chance = random.Random(seed)
    letters = "กข้ำเที่ปั๊มฐานAz09 .,-_()😀'\"*:<>?/\\|^\t\n\x7f%&#;" + unicodedata.normalize("NFD", "éü")
    devices = ["CON", "nul", "COM1", "lpt9", "aux.pdf", "PRN.", "com1.txt"]
    made = ["".join(chance.choices(letters, k=chance.choice((1, 3, 20, 150, 400)))) for _ in range(count)]
    ends = (".pdf", ".docx", "", ".", " ", " .")
    return [*devices, *(name + chance.choice(ends) for name in made)]


def lies_there_whole(folder: Path) -> list[str]:
    """What bears a name of PAPERS is that paper, what is on the list is as the list says; which those are."""
    there = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}
    wanted = {paper.name: paper.content for paper in PAPERS}
    whole = [name for name in there if name in wanted]
    assert all(there[name] == wanted[name] for name in whole)
    if folder.exists() and read_list(folder):
        assert check_folder(folder).good
    return whole


def test_a_workbook_and_papers_work_on_the_drives_offices_have(kind, tmp_path, tried):
    with stick(kind, tmp_path) as medium:
        medium.plug_in()
        said: dict[str, list[str]] = {"delivery": [], "evidence": [], "backup": [], "restore": []}
        work_in(medium.folder / "งานประเมิน ๒๕๖๙", "it's งาน 100%.ita")
        for name, told in said.items():
            place = medium.folder / name
            place.mkdir()
            OPERATIONS[name].prepare(place)
            OPERATIONS[name].run(place, told.append)
        medium.unplug()
        medium.plug_in()
        for name, told in said.items():
            assert told
            OPERATIONS[name].judge(medium.folder / name, told)
        medium.unplug()
    tried("R12", 1)


def test_whatever_a_paper_is_called_the_drive_takes_its_name(kind, tmp_path, tried):
    names = odd_names(200, seed=1)
    with stick(kind, tmp_path) as medium:
        medium.plug_in()
        taken = {}
        for number, name in enumerate(names):
            (medium.folder / fitting(name)).write_bytes(b"%d" % number)
            taken[fitting(name).lower()] = b"%d" % number
        papers = [Outgoing('รายงาน "ฉบับที่ 1/2569"?.pdf', b"x"), Outgoing("ย" * 300 + ".pdf", b"y")]
        delivered = copy_papers(papers, medium.folder / "2569", title="ทดลอง")
        assert len(delivered.renamed) == 2
        medium.unplug()
        medium.plug_in()
        there = {unicodedata.normalize("NFC", path.name).lower(): path for path in medium.folder.iterdir()}
        assert {name: there[name].read_bytes() for name in taken} == taken
        assert check_folder(medium.folder / "2569").intact == tuple(sorted(delivered.files))
        medium.unplug()
    tried("R12", len(names))


def test_large_and_small_letters_are_one_name_there(kind, tmp_path):
    with drive(kind, tmp_path) as folder:
        copy_papers([Outgoing("Report ก.pdf", b"first")], folder / "2569", title="ทดลอง")
        later = [Outgoing("report ก.PDF", b"second")]
        if kind == "NTFS":  # which through FUSE tells them apart, as it does on Linux
            (folder / "2569" / "Report ก.pdf").unlink()
            (folder / "2569" / "report ก.PDF").write_bytes(b"first")
        assert conflicts(later, folder / "2569") == ("report ก.PDF",)
        with pytest.raises(FileTrouble, match="อยู่แล้ว"):
            copy_papers(later, folder / "2569", title="ทดลอง")
        copy_papers(later, folder / "2569", title="ทดลอง", replacing=["report ก.PDF"])
        assert "report ก.PDF" in check_folder(folder / "2569").intact
        assert check_folder(folder / "2569").changed == ()
        assert [path.read_bytes() for path in (folder / "2569").glob("[Rr]eport*")] == [b"second"]


def fill_up_to(medium: Stick, left: int) -> None:
    """Leaves so many bytes free, more or less."""
    free = shutil.disk_usage(medium.folder).free
    with (medium.folder / "filler").open("wb") as filler:
        for _ in range(max(0, free - left) // 65536):
            filler.write(bytes(65536))


def try_full(medium: Stick, level: float) -> str:
    """At a level of fullness between none of the papers fitting and all of them."""
    medium.plug_in()
    folder = medium.folder / "2569"
    copy_papers([Outgoing("เดิม.pdf", b"old" * 9000)], folder, title="ก่อน")
    fill_up_to(medium, int(level * (ALL + 200_000)))
    told = ""

    def somebody_else_fills_it(name: str, _done: int, _all: int) -> None:
        if name == PAPERS[1].name and level > 0.5 and not (medium.folder / "more").exists():
            (medium.folder / "more").write_bytes(bytes(max(0, shutil.disk_usage(medium.folder).free - 200_000)))

    try:
        copy_papers(PAPERS, folder, title="หลัง", progress=somebody_else_fills_it)
    except FileTrouble as trouble:
        told = trouble.happened
    medium.unplug()
    medium.plug_in()
    whole = lies_there_whole(folder)
    assert "เดิม.pdf" in check_folder(folder).intact
    assert [path.name for path in folder.glob("*.part")] == []
    if told:
        assert "เนื้อที่ในไดรฟ์ไม่พอ" in told
    else:
        assert len(whole) == len(PAPERS)
    for name in ("filler", "more"):
        (medium.folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder)
    medium.unplug()
    return told


def test_a_drive_that_is_full_or_fills_up_holds_whole_papers_only(kind, tmp_path, tried):
    levels = (0, 0.3, 0.8)
    with stick(kind, tmp_path, megabytes=40) as medium:
        assert [try_full(medium, level) for level in levels].count("") < len(levels)
    tried("R5", len(levels))


@pytest.mark.soak
def test_a_drive_that_is_full_at_forty_levels(kind, tmp_path, tried):
    with stick(kind, tmp_path, megabytes=40) as medium:
        for level in range(40):
            try_full(medium, level / 36)
    tried("R5", 40)


def test_a_drive_that_is_locked_is_called_locked_and_can_be_read(kind, tmp_path, tried):
    with stick(kind, tmp_path) as medium:
        medium.plug_in()
        folder = medium.folder / "2569"
        copy_papers(PAPERS, folder, title="ก่อน")
        make(medium.folder / NAME, OLD)
        (tmp_path / "สแกน.pdf").write_bytes(b"scan")
        medium.unplug()
        medium.plug_in(locked=True)
        assert os.statvfs(medium.folder).f_flag & os.ST_RDONLY
        for write in (
            lambda: copy_papers([Outgoing("ใหม่.pdf", b"x")], folder, title="หลัง"),
            lambda: keep(tmp_path / "สแกน.pdf", medium.folder / "งาน-หลักฐาน", "คำสั่ง.pdf"),
            lambda: content_of(medium.folder / NAME),
        ):
            with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"):
                write()
        assert check_folder(folder).good
        assert content_of(take_in(medium.folder / NAME, tmp_path / "ในเครื่อง", frameworks=FRAMEWORKS).copy) == OLD
        medium.unplug()
    tried("R5", 3)


def try_pulled(name: str, medium: Stick, chance: random.Random, lasts: float) -> FileTrouble | None:
    """What the officer was told; None where all was done before the stick was out."""
    operation = OPERATIONS[name]
    medium.plug_in()
    place = medium.folder / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    operation.prepare(place)
    os.sync()
    said: list[str] = []
    told = None
    puller = threading.Timer(chance.uniform(0, lasts), medium.pull_out)
    puller.start()
    try:
        operation.run(place, said.append)
    except FileTrouble as trouble:
        told = trouble
    finally:
        puller.join()
    medium.clear_away()
    medium.plug_in()
    operation.judge(medium.folder / name, said)
    medium.unplug()
    return told


def pull_out(kind: str, name: str, place: Path, times: int, seed: int) -> list[FileTrouble]:
    chance = random.Random(seed)
    with stick(kind, place) as medium:
        medium.plug_in()
        (medium.folder / "probe").mkdir()
        OPERATIONS[name].prepare(medium.folder / "probe")
        begin = time.perf_counter()
        OPERATIONS[name].run(medium.folder / "probe", lambda _said: None)
        lasts = time.perf_counter() - begin
        medium.unplug()
        told = [try_pulled(name, medium, chance, lasts) for _ in range(times)]
    troubles = [trouble for trouble in told if trouble is not None]
    assert all(trouble.safe and trouble.do for trouble in troubles)
    assert [trouble.happened for trouble in troubles if "ถอดออก" not in trouble.happened] == []
    return troubles


PULLED = pytest.mark.parametrize("name", ["delivery", "evidence", "backup", "edit"])


@PULLED
def test_a_stick_that_is_pulled_out_is_named_and_holds_what_was_said_to_be_on_it(kind, name, tmp_path, tried):
    pull_out(kind, name, tmp_path, times=2, seed=1)
    tried("R5", 2)


@pytest.mark.soak
@PULLED
def test_a_stick_that_is_pulled_out_forty_times(kind, name, tmp_path, tried):
    assert pull_out(kind, name, tmp_path, times=40, seed=2), "never in the middle"
    tried("R5", 40)


def test_a_stick_that_has_less_room_than_it_says_is_found_out(kind, tmp_path, tried):
    """Such sticks are sold: what is written behind their end is gone, and reads as zeros."""
    with stick(kind, tmp_path) as medium:
        medium.plug_in(real=2 if kind == "FAT32" else None)
        folder = medium.folder / "2569"
        if kind == "FAT32":
            with pytest.raises(FileTrouble, match="อ่านกลับได้ไม่ตรงกัน"):
                copy_papers([*PAPERS, Outgoing("ใหญ่.pdf", os.urandom(4 << 20))], folder, title="ทดลอง")
            lies_there_whole(folder)
            medium.unplug()
        else:
            copy_papers([*PAPERS, Outgoing("ใหญ่.pdf", os.urandom(4 << 20))], folder, title="ทดลอง")
            medium.unplug()
            content = medium.image.read_bytes()
            at = content.index(PAPERS[0].content)
            gone = len(PAPERS[0].content)
            medium.image.write_bytes(content[:at] + bytes(gone) + content[at + gone :])
            medium.plug_in()
            assert check_folder(folder).changed == (PAPERS[0].name,)
            medium.unplug()
    tried("R5", 1)


def test_a_drive_is_found_where_desktops_mount_it_and_let_go(kind, tmp_path):
    desktop = Path("/media") / f"officer-{uuid.uuid4().hex[:8]}"
    try:
        with stick(kind, tmp_path, folder=desktop / "แฟลชไดรฟ์ ITA") as medium:
            medium.plug_in()
            (found,) = (each for each in removable_drives() if each.folder == medium.folder)
            assert found.label == "แฟลชไดรฟ์ ITA"
            assert 20 << 20 < found.free < 60 << 20
            (mount,) = (each for each in mounts() if each.folder == medium.folder)
            disk = Path(mount.device).stat().st_rdev
            assert mount.number == f"{os.major(disk)}:{os.minor(disk)}", "the system can be asked what disk it is"
            copy_papers(PAPERS, medium.folder / "2569", title="ทดลอง")
            with (medium.folder / "2569" / PAPERS[0].name).open("rb"), pytest.raises(FileTrouble, match="ยังถอดไดรฟ์"):
                eject(medium.folder)
            assert eject(medium.folder) == "ถอดได้แล้ว"
            assert not os.path.ismount(medium.folder)
            assert removable_drives() == () or medium.folder not in {each.folder for each in removable_drives()}
    finally:
        shutil.rmtree(desktop, ignore_errors=True)
