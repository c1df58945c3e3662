"""Papers on a stick: full, locked, pulled out or lying, what bears its final name is whole."""

import errno
import hashlib
import random
import shutil
import subprocess

import pytest

from ita_desktop.delivery.disk import RealDisk
from ita_desktop.delivery.hash_list import LIST_NAME, check_folder, read_list
from ita_desktop.delivery.stick import Outgoing, conflicts, copy_papers, folder_on
from ita_desktop.domain.errors import FileTrouble, WrongUsage

CHANCE = random.Random(9)
PAPERS = (
    Outgoing("บันทึกข้อความ 2568.pdf", CHANCE.randbytes(3_000)),
    Outgoing("รายงานผล.docx", CHANCE.randbytes(70_000)),
    Outgoing("มาตรการ.pdf", CHANCE.randbytes(20_000)),
)
WHOLE = {paper.name: paper.content for paper in PAPERS}
TITLE = "เทศบาลตำบลตัวอย่าง ปี 2568"


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


@pytest.fixture
def folder(tmp_path):
    return folder_on(tmp_path, "เทศบาลตำบลตัวอย่าง", 2568)


def test_papers_arrive_with_a_list_to_check_them_by(folder, tmp_path):
    told = []
    delivered = copy_papers(PAPERS, folder, title=TITLE, progress=lambda *step: told.append(step))
    assert folder == tmp_path / "เทศบาลตำบลตัวอย่าง" / "2568"
    assert delivered.files == tuple(WHOLE)
    listed = content(folder).pop(LIST_NAME).decode()
    assert {name: data for name, data in content(folder).items() if name != LIST_NAME} == WHOLE
    assert listed.startswith(f"# {TITLE}\n# จำนวน 3 ไฟล์")
    assert told[-1] == ("มาตรการ.pdf", 93_000, 93_000)
    assert check_folder(folder).good


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here to agree with the list")
def test_any_other_computer_can_check_the_list_too(folder):
    copy_papers(PAPERS, folder, title=TITLE)
    done = subprocess.run(["sha256sum", "--strict", "-c", LIST_NAME], cwd=folder, capture_output=True)
    assert done.returncode == 0


def test_checking_a_stick_tells_what_changed_what_is_gone_and_what_is_new(folder):
    copy_papers(PAPERS, folder, title=TITLE)
    changed = folder / "รายงานผล.docx"
    changed.write_bytes(changed.read_bytes()[:-1] + b"?")
    (folder / "มาตรการ.pdf").unlink()
    (folder / "รูปถ่าย.jpg").touch()
    checked = check_folder(folder)
    assert checked.intact == ("บันทึกข้อความ 2568.pdf",)
    assert checked.changed == ("รายงานผล.docx",)
    assert checked.missing == ("มาตรการ.pdf",)
    assert checked.unlisted == ("รูปถ่าย.jpg",)
    assert not checked.good


@pytest.mark.parametrize("trouble", ["gone", "changed"])
def test_one_bad_file_is_enough(folder, trouble):
    copy_papers(PAPERS, folder, title=TITLE)
    paper = folder / "มาตรการ.pdf"
    paper.unlink() if trouble == "gone" else paper.write_bytes(b"")
    assert not check_folder(folder).good


@pytest.mark.parametrize("text", [None, b"", b"hello", "ก".encode("cp874"), b"\xff\xfe\x00"])
def test_without_a_list_that_can_be_read_nothing_is_called_good(tmp_path, text):
    if text is not None:
        (tmp_path / LIST_NAME).write_bytes(text)
    with pytest.raises(FileTrouble, match="ไม่พบรายการไฟล์"):
        check_folder(tmp_path)


def test_a_second_delivery_keeps_the_first_on_the_list(folder):
    copy_papers(PAPERS[:2], folder, title=TITLE)
    copy_papers(PAPERS[1:], folder, title=TITLE)
    assert set(read_list(folder)) == set(WHOLE)
    assert check_folder(folder).good


def test_another_paper_of_the_same_name_stays_unless_it_may_go(folder):
    folder.mkdir(parents=True)
    (folder / "มาตรการ.pdf").write_bytes(b"another")
    assert conflicts(PAPERS, folder) == ("มาตรการ.pdf",)
    with pytest.raises(FileTrouble, match=r"“มาตรการ\.pdf” อยู่แล้ว"):
        copy_papers(PAPERS, folder, title=TITLE)
    assert content(folder) == {"มาตรการ.pdf": b"another"}
    copy_papers(PAPERS, folder, title=TITLE, replacing=["มาตรการ.pdf"])
    assert check_folder(folder).good
    assert conflicts(PAPERS, folder) == ()


@pytest.mark.parametrize("fail_at", range(1, 60, 3))
def test_however_far_a_replacing_came_the_list_calls_no_good_paper_bad(folder, failing_disk, fail_at):
    copy_papers([Outgoing(paper.name, b"before" + paper.content) for paper in PAPERS], folder, title=TITLE)
    disk = failing_disk(fail_at, errno.EIO, lasting=True)
    try:
        copy_papers(PAPERS, folder, title=TITLE, replacing=list(WHOLE), disk=disk)
    except FileTrouble:
        assert read_list(folder) == {} or check_folder(folder).good
    else:
        assert disk.calls < fail_at


def test_two_papers_of_one_name_are_not_made_one(tmp_path):
    for names in (("ก?.pdf", "ก*.pdf"), ("A.pdf", "a.pdf"), (LIST_NAME,)):
        with pytest.raises(WrongUsage, match="ชื่อซ้ำกัน"):
            copy_papers([Outgoing(name, b"") for name in names], tmp_path, title=TITLE)
    assert content(tmp_path) == {}


def test_a_name_that_sticks_do_not_take_is_mended_and_said(tmp_path):
    good = Outgoing("แผน.pdf", b"y")
    delivered = copy_papers([Outgoing("แผน 1/2568: ร่าง?.pdf", b"x"), good], tmp_path, title=TITLE)
    assert delivered.renamed == (("แผน 1/2568: ร่าง?.pdf", "แผน 1-2568- ร่าง-.pdf"),)
    assert set(check_folder(tmp_path).intact) == {"แผน 1-2568- ร่าง-.pdf", "แผน.pdf"}


def test_what_cannot_fit_is_not_begun(folder, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(100_000, 0, 100_000))
    with pytest.raises(FileTrouble, match=r"ต้องใช้ \d+ KB แต่เหลือ \d+ KB"):
        copy_papers(PAPERS, folder, title=TITLE)
    assert not folder.exists()


def test_a_drive_that_does_not_tell_how_large_it_is_is_simply_written(folder, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(0, 0, 0))
    assert copy_papers(PAPERS, folder, title=TITLE).files == tuple(WHOLE)


def test_stopped_in_the_middle_what_arrived_is_whole_and_listed(folder):
    class Stopped(Exception):
        pass

    def stop(name, _done, _all):
        if name == "รายงานผล.docx":
            raise Stopped

    with pytest.raises(Stopped):
        copy_papers(PAPERS, folder, title=TITLE, progress=stop)
    assert set(content(folder)) == {"บันทึกข้อความ 2568.pdf", LIST_NAME}
    assert check_folder(folder).good


# Sticks that fail


class QuickDisk(RealDisk):
    """A real folder, without the waiting for the real disk under it."""

    def sync(self, handle):
        pass

    def settle(self, path):
        pass

    def sync_folder(self, folder):
        pass


class PulledOut(QuickDisk):
    """Gone for good after so many bytes: the last write comes short, and nothing answers any more."""

    def __init__(self, after):
        self.left = after

    def _there(self):
        if self.left < 0:
            raise OSError(errno.EIO, "pulled out")

    def write(self, handle, data):
        self._there()
        if self.left == 0:
            self.left = -1
        self._there()
        written = super().write(handle, data[: self.left])
        self.left -= written
        return written

    def make_folder(self, folder):
        self._there()
        super().make_folder(folder)

    def create(self, path):
        self._there()
        return super().create(path)

    def sync(self, handle):
        self._there()
        super().sync(handle)

    def read(self, path):
        self._there()
        return super().read(path)

    def replace(self, source, target):
        self._there()
        super().replace(source, target)

    def remove(self, path):
        self._there()
        super().remove(path)


class Liar(QuickDisk):
    """Says that all is written, and keeps of one file only the beginning, or zeroes in its place."""

    def __init__(self, file, keeps, zeroes):
        self.file, self.keeps, self.zeroes, self.synced = file, keeps, zeroes, 0

    def read(self, path):
        data = super().read(path)
        self.synced += 1
        if self.synced != self.file:
            return data
        return data[: self.keeps] + bytes(len(data) - self.keeps if self.zeroes else 0)


def pull_out_and_lie(tmp_path, tried, times):
    chance = random.Random(times)
    everything = sum(map(len, WHOLE.values()))
    told = []
    for number in range(times):
        folder = tmp_path / str(number)
        if number % 3:
            disk = PulledOut(chance.randrange(everything + 800))
        else:
            file = chance.randrange(4)
            disk = Liar(file + 1, chance.randrange(3_000 if file < 3 else 300), zeroes=number % 2)
        try:
            copy_papers(PAPERS, folder, title=TITLE, disk=disk)
        except FileTrouble as trouble:
            told.append(trouble)
        else:
            assert check_folder(folder).good
            assert len(check_folder(folder).intact) == 3
        for name, data in content(folder).items():
            assert name.endswith(".part") or name == LIST_NAME or data == WHOLE[name], f"trial {number}: {name}"
        shutil.rmtree(folder)
    assert all(trouble.happened and trouble.safe and trouble.do for trouble in told)
    assert len(told) > times * 0.9
    tried("R5", times)


def test_a_stick_that_is_pulled_out_or_lies_never_holds_half_a_paper(tmp_path, tried):
    pull_out_and_lie(tmp_path, tried, 300)


@pytest.mark.soak
def test_three_thousand_sticks(tmp_path, tried):
    pull_out_and_lie(tmp_path, tried, 3000)


def test_a_drive_that_is_gone_is_named_as_the_cause(folder, failing_disk):
    with pytest.raises(FileTrouble, match="อาจถูกถอดออก"):
        copy_papers(PAPERS, folder, title=TITLE, disk=failing_disk(5, errno.EIO, lasting=True))


def test_names_on_the_list_are_those_of_the_content(folder):
    copy_papers(PAPERS, folder, title=TITLE)
    assert read_list(folder) == {name: hashlib.sha256(data).hexdigest() for name, data in WHOLE.items()}
