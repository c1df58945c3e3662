"""The workbook as a whole: made, written out, backed up, given back, looked through."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
import workbooks

from ita_desktop.actions import workbook
from ita_desktop.delivery.keeping import folder_beside
from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.json_text import read_json
from ita_desktop.exchange.data_document import WrongDocument, read_document, write_document
from ita_desktop.storage import backups
from ita_desktop.storage.document import Document

NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def frameworks() -> Frameworks:
    return Frameworks(workbooks.RESOURCES / "frameworks")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "ข้อมูล.json"
    path.write_text(write_document(workbooks.everything()), encoding="utf-8")
    return path


@pytest.fixture
def document(data: Path, tmp_path: Path, frameworks: Frameworks):
    with workbook.create_from_data(tmp_path / "งาน.ita", data, frameworks=frameworks) as document:
        yield document


def test_a_new_workbook_has_an_office_and_no_year(tmp_path: Path, frameworks: Frameworks):
    with workbook.create(tmp_path / "ใหม่.ita", workbooks.OFFICE, frameworks=frameworks) as document:
        assert document.office == workbooks.OFFICE
        assert document.years() == ()
        assert document.undo_label is None


def test_a_data_document_goes_in_and_comes_out_the_same(document: Document, data: Path, tmp_path: Path):
    exported = workbook.export_data(document, tmp_path / "ออก.json").read_text(encoding="utf-8")
    assert read_json(exported) == read_json(data.read_text(encoding="utf-8"))


def test_the_sample_that_ships_makes_a_workbook(tmp_path: Path, frameworks: Frameworks):
    source = workbooks.RESOURCES / "sample" / "sample.json"
    with workbook.create_from_data(tmp_path / "ตัวอย่าง.ita", source, frameworks=frameworks) as document:
        assert document.workbook() == workbooks.sample()
        assert [document.year(number).framework.year for number in document.years()] == [2566, 2567, 2568]


def test_there_is_no_file_unless_all_of_the_data_went_in(data: Path, tmp_path: Path, frameworks: Frameworks):
    data.write_text(data.read_text(encoding="utf-8").replace("2025-09-30", "2025-09-31"), encoding="utf-8")
    with pytest.raises(WrongDocument, match=r"years\[1\]\.measures\[0\]\.end"):
        workbook.create_from_data(tmp_path / "งาน.ita", data, frameworks=frameworks)
    assert [path.name for path in tmp_path.iterdir()] == ["ข้อมูล.json"]


@pytest.mark.parametrize("content", [None, "ภาษาไทย".encode("cp874"), b"\x00\x01"])
def test_data_that_cannot_be_read_is_refused_in_words(content, tmp_path: Path, frameworks: Frameworks):
    source = tmp_path / "ข้อมูล.json"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(FileTrouble):
        workbook.create_from_data(tmp_path / "งาน.ita", source, frameworks=frameworks)
    with pytest.raises(FileTrouble, match="อ่านไฟล์"):
        workbook.create_from_data(tmp_path / "งาน.ita", tmp_path, frameworks=frameworks)


def test_a_workbook_is_never_made_over_another(document: Document, data: Path, frameworks: Frameworks):
    with pytest.raises(FileTrouble, match="อยู่แล้ว"):
        workbook.create_from_data(document.path, data, frameworks=frameworks)


def test_beside_each_backup_lies_a_copy_that_any_program_can_read(document: Document, tmp_path: Path):
    backup = workbook.back_up(document, tmp_path / "สำรอง", NOW)
    readable = backups.beside(backup).read_text(encoding="utf-8")
    assert read_document(readable) == workbooks.everything()


def test_backups_in_the_workbooks_own_place_are_thinned_and_those_elsewhere_are_not(document: Document, tmp_path: Path):
    for hours in range(6):
        then = NOW - datetime.timedelta(days=100) + datetime.timedelta(hours=hours)
        workbook.back_up(document, tmp_path / "สำรอง", then)
        workbook.back_up_to(document, tmp_path / "ไดรฟ์", then)
    workbook.back_up(document, tmp_path / "สำรอง", NOW)
    workbook.back_up_to(document, tmp_path / "ไดรฟ์", NOW)
    own = backups.found_in(backups.folder_of(document.path, tmp_path / "สำรอง"))
    assert [backup.number for backup in own] == [6, 7]
    assert len(backups.found_in(tmp_path / "ไดรฟ์")) == 7


def test_a_backup_given_back_is_the_workbook_again(document: Document, tmp_path: Path, frameworks: Frameworks):
    backup = workbook.back_up(document, tmp_path / "สำรอง", NOW)
    assert workbook.restore(backup.path, tmp_path / "กู้คืน.ita", NOW) is None
    with Document.open(tmp_path / "กู้คืน.ita", frameworks=frameworks) as again:
        assert again.workbook() == workbooks.everything()


def test_a_sound_workbook_passes_also_while_it_is_open(document: Document, frameworks: Frameworks):
    workbook.verify(document.path, frameworks=frameworks)
    document.close()
    workbook.verify(document.path, frameworks=frameworks)


def test_a_damaged_workbook_does_not_pass(document: Document, frameworks: Frameworks):
    document.close()
    content = document.path.read_bytes()
    document.path.write_bytes(content.replace("สมมติ ใจดี".encode(), "สมมติ ใจดำ".encode()))
    with pytest.raises(DamagedFile) as damage:
        workbook.verify(document.path, frameworks=frameworks)
    assert damage.value.kinds == {"office", "paper"}


def test_after_a_crash_what_is_half_written_goes_from_every_place_a_workbook_has(tmp_path: Path):
    path, root = tmp_path / "งาน.ita", tmp_path / "สำรอง"
    places = (tmp_path, folder_beside(path), backups.folder_of(path, root))
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
        for name in ("~0123456789ab.part", "งาน.ita.partial"):
            (place / name).touch()
            os.utime(place / name, (NOW.timestamp() - 86_400,) * 2)
    workbook.tidy_up_after_a_crash([path, tmp_path / "ไม่มี" / "แล้ว.ita"], root, NOW)
    assert not [file for place in places for file in place.iterdir() if file.is_file()]
