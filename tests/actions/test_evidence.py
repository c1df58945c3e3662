"""Files as evidence: whole beside the workbook before a record names them, watched over, carried along."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from ita_desktop.actions import evidence
from ita_desktop.actions.followups import add_round, save_follow_up
from ita_desktop.actions.measures import add_measure
from ita_desktop.actions.workbook import create
from ita_desktop.cli import run
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import FollowUp, Measure, Office

FRAMEWORKS = Frameworks(Path(__file__).parents[2] / "resources" / "frameworks")
TODAY = datetime.date(2025, 11, 20)
YEAR = 2568


@pytest.fixture
def document(tmp_path):
    office = Office(name="เทศบาลตำบลตัวอย่าง")
    with create(tmp_path / "งาน.ita", office, (YEAR,), frameworks=FRAMEWORKS) as made:
        add_measure(made, YEAR, Measure(id="m1", title="ทำผังขั้นตอน"))
        add_round(made, YEAR, "รอบ 6 เดือน")
        yield made


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "ภาพกิจกรรม.jpg"
    path.write_bytes(b"\xff\xd8 a photo" * 100)
    return path


def attach(document, *sources):
    year = document.year(YEAR)
    stem = evidence.stem_for(year, year.measures[0], year.rounds[0])
    pieces = evidence.keep_files(evidence.folder_of(document), stem, sources)
    evidence.add_evidence(document, YEAR, "m1", "r1", pieces)
    return pieces


def test_a_file_is_copied_beside_the_workbook_and_named_in_words(document, photo, tmp_path):
    (piece,) = attach(document, photo)
    copy = tmp_path / "งาน-หลักฐาน" / "2569 มาตรการที่ 1 รอบ 6 เดือน ภาพกิจกรรม.jpg"
    assert copy.read_bytes() == photo.read_bytes()
    assert (piece.title, piece.size) == ("ภาพกิจกรรม", photo.stat().st_size)
    assert piece.sha256 == hashlib.sha256(photo.read_bytes()).hexdigest()
    (report,) = document.year(YEAR).followups
    assert report.evidence == (piece,)
    assert document.undo_label == "แนบหลักฐาน"


def test_evidence_joins_what_was_reported_while_it_was_copied(document, photo):
    save_follow_up(document, YEAR, FollowUp(measure="m1", round="r1", result="ทำแล้ว"))
    attach(document, photo)
    (report,) = document.year(YEAR).followups
    assert report.result == "ทำแล้ว"
    document.undo()
    assert document.year(YEAR).followups[0].evidence == ()
    document.redo()
    assert len(document.year(YEAR).followups[0].evidence) == 1


def test_two_files_of_one_name_do_not_write_over_each_other(document, photo):
    (first,) = attach(document, photo)
    photo.write_bytes(b"another")
    (second,) = attach(document, photo)
    assert first.file != second.file
    examined = evidence.examine(evidence.folder_of(document), evidence.files(document))
    assert len(examined.of(Standing.INTACT)) == 2


def test_where_one_of_several_files_cannot_be_copied_none_is(document, photo, tmp_path):
    with pytest.raises(FileTrouble):
        attach(document, photo, tmp_path / "ไม่มี.pdf")
    assert document.year(YEAR).followups == ()
    assert list(evidence.folder_of(document).iterdir()) == []


def test_copying_that_is_stopped_leaves_nothing_behind(document, photo):
    class Enough(Exception):
        pass

    calls = 0

    def stop(_doing, _share):
        nonlocal calls
        calls += 1
        if calls == 2:  # while the bytes are being written
            raise Enough

    with pytest.raises(Enough):
        evidence.keep_files(evidence.folder_of(document), "หลักฐาน", [photo], stop)
    assert list(evidence.folder_of(document).iterdir()) == []


def test_a_picture_from_the_clipboard_becomes_a_file(document):
    (piece,) = evidence.keep_picture(evidence.folder_of(document), "2569 มาตรการที่ 1", b"\x89PNG", TODAY)
    assert piece.title == "ภาพ 20 พ.ย. 2568"
    assert (evidence.folder_of(document) / piece.file).suffix == ".png"


def test_files_that_were_changed_are_gone_or_belong_to_nothing_are_told(document, photo, tmp_path):
    other, third = tmp_path / "สอง.pdf", tmp_path / "สาม.pdf"
    other.write_bytes(b"two")
    third.write_bytes(b"three")
    whole, changed, gone = attach(document, photo, other, third)
    folder = evidence.folder_of(document)
    (folder / changed.file).chmod(0o600)
    (folder / changed.file).write_bytes(b"owt")
    (folder / gone.file).unlink()
    (folder / "ใครวางไว้.txt").write_text("?")
    examined = evidence.examine(folder, evidence.files(document))
    assert [file.kept.file for file in examined.of(Standing.INTACT)] == [whole.file]
    assert [file.kept.file for file in examined.of(Standing.CHANGED)] == [changed.file]
    assert [file.kept.file for file in examined.of(Standing.MISSING)] == [gone.file]
    assert examined.superfluous == ("ใครวางไว้.txt",)
    assert examined.of(Standing.MISSING)[0].what == "ทำผังขั้นตอน"


def test_evidence_taken_out_of_a_report_belongs_to_nothing_any_more_and_its_file_waits_for_undo(document, photo):
    (piece,) = attach(document, photo)
    (report,) = document.year(YEAR).followups
    save_follow_up(document, YEAR, replace(report, evidence=()))
    folder = evidence.folder_of(document)
    assert evidence.examine(folder, evidence.files(document)).superfluous == (piece.file,)
    document.undo()
    assert evidence.examine(folder, evidence.files(document)).superfluous == ()


def test_only_whole_files_are_carried_and_nothing_is_written_over(document, photo, tmp_path):
    other = tmp_path / "สอง.pdf"
    other.write_bytes(b"two")
    whole, changed = attach(document, photo, other)
    folder, stick = evidence.folder_of(document), tmp_path / "stick"
    (folder / changed.file).chmod(0o600)
    (folder / changed.file).write_bytes(b"owt")
    carried = evidence.carry(evidence.files(document), folder, stick)
    assert (carried.files, carried.left) == (1, (changed.file,))
    assert [path.name for path in stick.iterdir()] == [whole.file]
    again = evidence.carry(evidence.files(document), folder, stick)
    assert again == carried
    (stick / whole.file).chmod(0o600)
    (stick / whole.file).write_bytes(b"somebody else's")
    assert evidence.carry(evidence.files(document), folder, stick).files == 0
    assert (stick / whole.file).read_bytes() == b"somebody else's"


def test_files_go_out_and_come_back_by_the_command_line(document, photo, tmp_path, capsys):
    def ita(*words):
        code = run(list(map(str, words)))
        return code, capsys.readouterr().out

    (piece,) = attach(document, photo)
    document.close()
    code, said = ita("backup", document.path, "--to", tmp_path / "stick")
    assert code == 0
    assert "ไฟล์หลักฐาน 1 ไฟล์อยู่ที่" in said
    (backup,) = (tmp_path / "stick").glob("*.ita")
    (tmp_path / "เครื่องใหม่").mkdir()
    code, said = ita("restore", backup, "--to", tmp_path / "เครื่องใหม่" / "ใหม่.ita")
    assert code == 0
    assert (tmp_path / "เครื่องใหม่" / "ใหม่-หลักฐาน" / piece.file).read_bytes() == photo.read_bytes()
    code, said = ita("verify", tmp_path / "เครื่องใหม่" / "ใหม่.ita")
    assert code == 0
    assert "ไฟล์หลักฐาน 1 ไฟล์ ครบถ้วน 1 ไฟล์" in said
    (tmp_path / "งาน-หลักฐาน" / piece.file).unlink()
    code, said = ita("verify", document.path)
    assert code == 0, "the workbook itself is whole"
    assert f"ไม่พบ  {piece.file}" in said
