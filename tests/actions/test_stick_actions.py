"""An officer takes the year's papers along on a stick."""

from __future__ import annotations

import datetime
import io
import os
from pathlib import Path

import pypdf
import pytest
import workbooks

from ita_desktop.actions import stick
from ita_desktop.actions.stick import Wanted
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

NOW = datetime.datetime(2026, 11, 21, 9, 30, tzinfo=datetime.UTC)
FONTS = workbooks.RESOURCES.parent / "fonts"
WANTED = (Wanted("memo", "pdf", "บันทึกข้อความ.pdf"), Wanted("measures", "docx", "มาตรการ.docx"))


@pytest.fixture
def year(tmp_path: Path):
    content = workbooks.sample()
    frameworks = Frameworks(workbooks.RESOURCES / "frameworks")
    with Document.create(
        tmp_path / "งาน.ita", content.office, frameworks=frameworks, fill=lambda change: add_years(change, content)
    ) as document:
        return document.year(2568)


def test_the_papers_of_a_year_arrive_on_a_stick_and_can_be_checked_there(year, tmp_path: Path):
    told = []
    papers = stick.make_papers(year, WANTED, PaperOptions(), fonts=FONTS, progress=lambda *step: told.append(step))
    delivered = stick.copy_to_stick(year, papers, tmp_path, NOW)
    assert delivered.folder == tmp_path / year.office.name / "2568"
    assert delivered.files == ("บันทึกข้อความ.pdf", "มาตรการ.docx")
    assert told == [("บันทึกข้อความ.pdf", 0, 2), ("มาตรการ.docx", 1, 2)]
    assert stick.check_stick(delivered.folder).good
    assert len(pypdf.PdfReader(io.BytesIO((delivered.folder / "บันทึกข้อความ.pdf").read_bytes())).pages) >= 1


def test_another_paper_on_the_stick_is_asked_about(year, tmp_path: Path):
    papers = stick.make_papers(year, WANTED[:1], PaperOptions(), fonts=FONTS)
    folder = stick.copy_to_stick(year, papers, tmp_path, NOW).folder
    (folder / "บันทึกข้อความ.pdf").write_bytes(b"signed")
    assert stick.taken_names(year, papers, tmp_path) == ("บันทึกข้อความ.pdf",)
    with pytest.raises(FileTrouble, match="อยู่แล้ว"):
        stick.copy_to_stick(year, papers, tmp_path, NOW)
    assert (folder / "บันทึกข้อความ.pdf").read_bytes() == b"signed"
    assert stick.copy_to_stick(year, papers, tmp_path, NOW, replacing=["บันทึกข้อความ.pdf"])
    assert stick.check_stick(folder).good


def test_what_a_stick_pulled_out_was_left_with_is_gone_after_the_next_time(year, tmp_path: Path):
    papers = stick.make_papers(year, WANTED[:1], PaperOptions(), fonts=FONTS)
    folder = stick.copy_to_stick(year, papers, tmp_path, NOW).folder
    (folder / "~0123456789ab.part").write_bytes(b"half of a paper")
    os.utime(folder / "~0123456789ab.part", (NOW.timestamp() - 86_400,) * 2)
    stick.copy_to_stick(year, papers, tmp_path, NOW)
    assert sorted(path.name for path in folder.iterdir()) == ["บันทึกข้อความ.pdf", "รายการไฟล์.txt"]
