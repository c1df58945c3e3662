"""A form goes to a division, is filled in, and comes back: exactly what was filled in is new."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
import workbooks

from ita_desktop.actions.division_forms import FORMATS, deliver_forms
from ita_desktop.actions.followups import save_follow_up
from ita_desktop.actions.outcomes import Duplicates, RowState
from ita_desktop.actions.sheets import import_tables, known_of
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Evidence, FollowUp, FollowUpState
from ita_desktop.exchange.recognise import recognise
from ita_desktop.exchange.sheets.reading import read_tables
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.division_form import asked_of
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

FRAMEWORKS = Frameworks(workbooks.RESOURCES / "frameworks")
FONTS = workbooks.RESOURCES.parent / "fonts"
OPTIONS = PaperOptions(today=datetime.date(2026, 9, 1))
OWNER = "สำนักปลัดเทศบาล"


@pytest.fixture
def document(tmp_path):
    content = workbooks.sample()
    made = Document.create(
        tmp_path / "งาน.ita", content.office, frameworks=FRAMEWORKS, fill=lambda change: add_years(change, content)
    )
    with made:
        yield made


def sent(document, folder: Path, owner: str = OWNER, format: str = "xlsx") -> Path:
    year = document.year(2568)
    (path,) = deliver_forms(year, year.rounds[1], [owner], [format], folder, OPTIONS, fonts=FONTS)
    return path


def fill(path: Path, row: int, **answers: object) -> None:
    """In the row of the nth measure; columns by the beginning of their heading."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = {str(cell.value): cell.column for cell in page[4]}
    for name, value in answers.items():
        column = next(at for head, at in heads.items() if head.startswith(name))
        assert not page.cell(4 + row, column).protection.locked
        page.cell(4 + row, column, value)
    book.save(path)


def come_back(document, path: Path):
    found = recognise(read_tables(path), known_of(document, 2568, FRAMEWORKS))
    return found, import_tables(document, found.tables, 2568, on_duplicates=Duplicates.UPDATE)


def report(document, id: str) -> FollowUp | None:
    return next((one for one in document.year(2568).followups if one.id == id), None)


def test_a_form_that_comes_back_as_it_was_sent_changes_nothing(document, tmp_path):
    before = document.workbook()
    found, summary = come_back(document, sent(document, tmp_path))
    assert [table.kind.label for table in found.tables] == ["การติดตามผล"]
    assert found.problems == ()
    assert summary.count(RowState.NEW) + summary.count(RowState.UPDATED) + summary.count(RowState.ERROR) == 0
    assert document.workbook() == before


def test_exactly_what_was_filled_in_comes_back_and_is_one_step(document, tmp_path):
    before = document.year(2568)
    path = sent(document, tmp_path)
    asked = [measure.id for measure in asked_of(before, OWNER, before.rounds[1])]
    fresh = asked.index("m6") + 1
    told = asked.index("m2") + 1
    fill(
        path,
        fresh,
        สถานะ="แล้วเสร็จ",
        ความก้าวหน้า=100,
        ผล="เผยแพร่ครบ 12 เดือน",
        หลักฐาน="รายงาน | https://www.tuayang.example/9",
    )
    fill(path, told, ปัญหา="")
    _, summary = come_back(document, path)
    assert (summary.count(RowState.NEW), summary.count(RowState.UPDATED)) == (1, 1)
    new = report(document, "m6/r2")
    assert (new.state, new.progress, new.result) == (FollowUpState.DONE, 100, "เผยแพร่ครบ 12 เดือน")
    assert new.evidence == (Evidence(title="รายงาน", link="https://www.tuayang.example/9"),)
    old = next(one for one in before.followups if one.id == "m2/r2")
    assert report(document, "m2/r2") == replace(old, obstacles="")
    others = [one for one in document.year(2568).followups if one.id not in {"m6/r2", "m2/r2"}]
    assert others == [one for one in before.followups if one.id != "m2/r2"]
    document.undo()
    assert document.year(2568) == before


def test_what_was_written_in_the_workbook_meanwhile_is_not_written_over_by_an_older_form(document, tmp_path):
    path = sent(document, tmp_path)
    year = document.year(2568)
    asked = [measure.id for measure in asked_of(year, OWNER, year.rounds[1])]
    telephoned = FollowUp(measure="m6", round="r2", state=FollowUpState.IN_PROGRESS, result="แจ้งทางโทรศัพท์")
    save_follow_up(document, 2568, telephoned)
    save_follow_up(document, 2568, replace(report(document, "m2/r2"), result="แก้ในโปรแกรมแล้ว"))
    fill(path, asked.index("m2") + 1, ความก้าวหน้า=90)
    _, summary = come_back(document, path)
    assert summary.changed == 1
    assert report(document, "m6/r2") == telephoned
    told = report(document, "m2/r2")
    assert (told.result, told.progress) == ("แก้ในโปรแกรมแล้ว", 90)


def test_files_stay_with_their_evidence_when_a_line_is_added_to_it(document, tmp_path):
    kept = Evidence(title="ภาพกิจกรรม", file="ภาพ.jpg", size=3, sha256="ab")
    save_follow_up(document, 2568, replace(report(document, "m2/r2"), evidence=(kept,)))
    path = sent(document, tmp_path)
    fill(path, 2, หลักฐาน="ภาพกิจกรรม\nหนังสือแจ้ง | https://www.tuayang.example/8")
    come_back(document, path)
    evidence = report(document, "m2/r2").evidence
    assert evidence == (kept, Evidence(title="หนังสือแจ้ง", link="https://www.tuayang.example/8"))


def test_measures_of_one_name_are_told_apart_by_their_hidden_numbers(document, tmp_path):
    from ita_desktop.actions.measures import change_measure

    year = document.year(2568)
    one, other = (year.measure(id) for id in ("m2", "m6"))
    change_measure(document, 2568, replace(other, title=one.title), "ชื่อ")
    path = sent(document, tmp_path)
    year = document.year(2568)
    asked = [measure.id for measure in asked_of(year, OWNER, year.rounds[1])]
    fill(path, asked.index("m6") + 1, ผล="ของข้อหลัง")
    come_back(document, path)
    assert report(document, "m6/r2").result == "ของข้อหลัง"
    assert report(document, "m2/r2").result != "ของข้อหลัง"


def test_a_measure_settled_in_an_earlier_round_is_not_asked_about_again(document):
    year = document.year(2568)
    assert "m5" in [measure.id for measure in asked_of(year, "กองคลัง", year.rounds[0])]
    assert "m5" not in [measure.id for measure in asked_of(year, "กองคลัง", year.rounds[1])]


def test_every_division_gets_a_file_in_every_format_and_nothing_is_written_over(document, tmp_path):
    year = document.year(2568)
    owners = [OWNER, "กองคลัง"]
    first = deliver_forms(year, year.rounds[1], owners, FORMATS, tmp_path / "แบบ", OPTIONS, fonts=FONTS)
    assert [path.name for path in first] == [
        f"แบบรายงาน รอบ 12 เดือน {owner}.{format}" for owner in owners for format in ("xlsx", "docx", "pdf")
    ]
    before = first[0].read_bytes()
    again = deliver_forms(year, year.rounds[1], owners, ["xlsx"], tmp_path / "แบบ", OPTIONS, fonts=FONTS)
    assert again[0].name == "แบบรายงาน รอบ 12 เดือน สำนักปลัดเทศบาล (2).xlsx"
    assert first[0].read_bytes() == before


def test_the_printed_form_names_the_division_the_day_and_its_measures_alone(document, tmp_path):
    with pypdfium2.PdfDocument(sent(document, tmp_path, "กองช่าง", "pdf")) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "กองช่าง" in text
    assert "๓๐ กันยายน ๒๕๖๙" in text
    assert "ขยายบริการออนไลน์" in text
    assert "ตรวจสอบการใช้ทรัพย์สิน" not in text


def test_only_answers_can_be_written_in_and_the_numbers_are_hidden(document, tmp_path):
    page = openpyxl.load_workbook(sent(document, tmp_path)).worksheets[0]
    assert page.protection.sheet
    heads = [str(cell.value) for cell in page[4]]
    hidden = {
        heads[at] for at in range(len(heads)) if page.column_dimensions[page.cell(4, at + 1).column_letter].hidden
    }
    assert {head.split(" (")[0] for head in hidden} == {"ปี", "รอบ", "ค่าเมื่อส่งแบบ", "รหัสในโปรแกรม"}
    assert page.cell(5, 3).protection.locked
    assert page["B1"].value == "แบบรายงานผลการดำเนินการตามมาตรการ รอบ 12 เดือน"
