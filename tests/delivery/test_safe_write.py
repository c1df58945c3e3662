"""A paper leaves the house whole, or not at all."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from ita_desktop.delivery.disk import RealDisk
from ita_desktop.delivery.keeping import keep
from ita_desktop.delivery.safe_write import CHUNK, write_whole
from ita_desktop.delivery.trouble import could_not_read, could_not_write
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.refusals import PULLED_OUT

OLD, NEW = b"old paper", os.urandom(3 * CHUNK + 17)


def test_a_paper_arrives_whole_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "เทศบาลตำบลตัวอย่าง" / "2568" / "บันทึกข้อความ.pdf"
    assert write_whole(target, NEW) == hashlib.sha256(NEW).hexdigest()
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_writes_that_come_short_are_gone_on_with(tmp_path, failing_disk):
    write_whole(tmp_path / "a.pdf", NEW, disk=failing_disk(short=100_003))
    assert (tmp_path / "a.pdf").read_bytes() == NEW


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_whatever_fails_the_old_paper_stands_or_the_new_one_does(tmp_path, failing_disk, code, lasting):
    """Fail at call 1, 2, 3 … until the whole delivery succeeds."""
    target = tmp_path / "รายงาน.pdf"
    operation, told = 0, []
    while True:
        operation += 1
        target.write_bytes(OLD)
        disk = failing_disk(operation, code, lasting=lasting)
        try:
            write_whole(target, NEW, disk=disk)
        except FileTrouble as trouble:
            told.append(trouble)
            whole = target.read_bytes() in (OLD, NEW)
            if not lasting:  # with a drive that stays dead nobody can tidy up
                whole = whole and list(tmp_path.iterdir()) == [target]
            for left in tmp_path.glob("*.part"):
                left.unlink()
            if not whole:
                pytest.fail(f"after a fault at operation {operation}: {trouble}")
        else:
            assert target.read_bytes() == NEW
            if disk.calls < operation:
                break
    assert operation > 8
    assert all(trouble.happened and trouble.safe and trouble.do for trouble in told)


def test_a_full_stick_is_called_full(tmp_path, failing_disk):
    with pytest.raises(FileTrouble, match="เนื้อที่ในไดรฟ์ไม่พอ"):
        write_whole(tmp_path / "a.pdf", NEW, disk=failing_disk(3, errno.ENOSPC))


WINDOWS = {19: "ล็อกการเขียน", 21: "อาจถูกถอดออก", 1167: "อาจถูกถอดออก", 1117: "อาจถูกถอดออกหรือชำรุด", 32: "เปิดอยู่ในโปรแกรมอื่น"}
WINDOWS |= {112: "เนื้อที่ในไดรฟ์ไม่พอ", 223: "ใหญ่เกินกว่าที่ไดรฟ์นี้รับได้", 206: "ยาวเกินไป", 123: "ไม่รับชื่อไฟล์นี้", 5: "ไม่มีสิทธิ์"}


@pytest.mark.parametrize("number", WINDOWS)
def test_what_windows_says_of_a_drive_is_named_by_its_cause(number):
    """Python has one number, EINVAL or EACCES, for a stick that is gone, a file that is open, and a wrong name."""
    error = OSError(errno.EACCES if number in (5, 19, 21, 32) else errno.EINVAL, "as Windows says it")
    error.winerror = number
    assert WINDOWS[number] in could_not_write(error, Path("ก.pdf")).happened


@pytest.mark.parametrize("code", sorted(PULLED_OUT))
def test_a_drive_that_is_not_connected_is_called_pulled_out(code):
    assert "อาจถูกถอดออก" in could_not_write(OSError(code, "gone"), Path("ก.pdf")).happened
    assert "อาจถูกถอดออก" in could_not_read(OSError(code, "gone"), Path("ก.pdf")).happened


class LyingDisk(RealDisk):
    def read(self, path):
        data = bytearray(super().read(path))
        data[-1] ^= 1
        return bytes(data)


def test_a_stick_that_keeps_something_else_is_found_out(tmp_path):
    (tmp_path / "a.pdf").write_bytes(OLD)
    with pytest.raises(FileTrouble, match="อ่านกลับได้ไม่ตรงกัน"):
        write_whole(tmp_path / "a.pdf", NEW, disk=LyingDisk())
    assert (tmp_path / "a.pdf").read_bytes() == OLD
    assert len(list(tmp_path.iterdir())) == 1


def test_a_stopped_delivery_leaves_nothing(tmp_path):
    class Stopped(Exception):
        pass

    def stop(written):
        raise Stopped

    with pytest.raises(Stopped):
        write_whole(tmp_path / "a.pdf", NEW, progress=stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX's")
def test_evidence_is_readable_by_its_owner_alone(tmp_path):
    (tmp_path / "สแกน.pdf").write_bytes(OLD)
    kept = keep(tmp_path / "สแกน.pdf", tmp_path / "งาน-หลักฐาน", "คำสั่ง.pdf")
    path = tmp_path / "งาน-หลักฐาน" / kept.file
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o400, 0o700)
