"""Signed copies: kept beside the workbook, locked by their digest, one version after the other."""

import datetime
import hashlib
from pathlib import Path

import pytest

from ita_desktop.actions import signed, workbook
from ita_desktop.actions.memo import change_memo
from ita_desktop.actions.papers import paper_options
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Memo, Office
from ita_desktop.storage.document import Document

FRAMEWORKS = Frameworks(Path(__file__).parents[2] / "resources" / "frameworks")
TODAY = datetime.date(2025, 11, 20)


@pytest.fixture
def document(tmp_path):
    office = Office(name="เทศบาลตำบลตัวอย่าง")
    with workbook.create(tmp_path / "เทศบาล.ita", office, (2568,), frameworks=FRAMEWORKS) as made:
        yield made


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "สแกน 001.PDF"
    path.write_bytes(b"%PDF signed by hand")
    return path


def keep(document, scan, paper="memo"):
    words = signed.digest_of_words(document.year(2568), paper, paper_options(document))
    return signed.keep_signed(document, 2568, paper, scan, words, TODAY)


def test_the_scan_lies_beside_the_workbook_with_its_size_digest_and_day(document, scan, tmp_path):
    copy = keep(document, scan)
    file = tmp_path / "เทศบาล-หลักฐาน" / "ita-2568-memo-signed-1.pdf"
    assert file.read_bytes() == scan.read_bytes()
    assert copy.kept.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert (copy.kept.size, copy.added, copy.version) == (19, TODAY, 1)
    assert signed.signed_copies(document, 2568, "memo") == (copy,)
    assert signed.signed_copies(document, 2568, "order") == ()
    assert document.undo_label == "เก็บฉบับลงนามของบันทึกข้อความ"


def test_a_later_version_never_writes_over_an_earlier_one(document, scan):
    first = keep(document, scan)
    scan.write_bytes(b"%PDF signed again")
    second = keep(document, scan)
    assert [copy.version for copy in signed.signed_copies(document, 2568, "memo")] == [1, 2]
    assert signed.standing(document, first) is Standing.INTACT
    assert signed.standing(document, second) is Standing.INTACT
    assert first.kept.file != second.kept.file
    keep(document, scan, "order")
    assert signed.latest_versions(document, 2568) == {"memo": 2, "order": 1}
    assert signed.latest_versions(document, 2567) == {}


def test_a_version_taken_back_leaves_its_file_and_its_name_to_it(document, scan):
    first = keep(document, scan)
    document.undo()
    assert signed.signed_copies(document, 2568, "memo") == ()
    scan.write_bytes(b"%PDF another")
    second = keep(document, scan)
    assert second.version == 1
    assert second.kept.file == "ita-2568-memo-signed-1 (2).pdf"
    assert (signed.folder_of(document) / first.kept.file).exists()


def test_a_file_that_was_changed_or_is_gone_is_noticed(document, scan):
    copy = keep(document, scan)
    file = signed.folder_of(document) / copy.kept.file
    file.chmod(0o644)
    file.write_bytes(b"%PDF signed by hanD")
    assert signed.standing(document, copy) is Standing.CHANGED
    file.write_bytes(b"longer than it was before")
    assert signed.standing(document, copy) is Standing.CHANGED
    file.unlink()
    assert signed.standing(document, copy) is Standing.MISSING


def test_a_changed_paper_no_longer_says_what_was_signed(document, scan):
    copy = keep(document, scan)
    digest = lambda: signed.digest_of_words(document.year(2568), "memo", paper_options(document))  # noqa: E731
    assert digest() == copy.words
    change_memo(document, 2568, Memo(subject="เรื่องใหม่"), "เรื่อง")
    assert digest() != copy.words
    document.undo()
    assert digest() == copy.words


def test_a_scan_that_cannot_be_read_leaves_no_trace(document, tmp_path):
    with pytest.raises(FileTrouble):
        keep(document, tmp_path / "ไม่มี.pdf")
    assert document.undo_label is None
    assert not signed.folder_of(document).exists()


def test_a_read_only_workbook_takes_no_copy(document, scan, tmp_path):
    path = document.path
    document.close()
    with Document.open(path, frameworks=FRAMEWORKS, read_only=True) as looked_at:
        with pytest.raises(FileTrouble):
            keep(looked_at, scan)
        assert not signed.folder_of(looked_at).exists()


def test_an_entry_of_another_version_is_passed_over(document, scan):
    copy = keep(document, scan)
    with document.change("จากรุ่นอื่น") as change:
        change.put_on_shelf("signed", "2568/memo/สอง", {"file": "x"})
        change.put_on_shelf("signed", "2568/memo/3", "text")
    assert signed.signed_copies(document, 2568, "memo") == (copy,)
