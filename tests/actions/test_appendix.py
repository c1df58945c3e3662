"""Photographs and signed papers that an office puts at the end of its report."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from readers import by_pdfium

from ita_desktop.actions import appendix
from ita_desktop.actions.papers import make_paper, paper_options
from ita_desktop.actions.pictures import read_picture_or_pdf
from ita_desktop.actions.workbook import create_from_data
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.papers.arrangement import printed
from ita_desktop.papers.blocks import PaperOptions

ROOT = Path(__file__).parents[2]
FRAMEWORKS = Frameworks(ROOT / "resources" / "frameworks")


def png(path: Path) -> Path:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40, 30, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x20\x60\xa0" * 40) * 30)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


@pytest.fixture
def document(tmp_path):
    sample = ROOT / "resources" / "sample" / "sample.json"
    with create_from_data(tmp_path / "งาน.ita", sample, frameworks=FRAMEWORKS) as document:
        yield document


@pytest.fixture
def attached(document, tmp_path):
    signed = tmp_path / "บันทึกที่ลงนามแล้ว.pdf"
    options = paper_options(document)
    signed.write_bytes(make_paper(document.year(2568), "memo", "pdf", options, fonts=ROOT / "fonts"))
    files = [read_picture_or_pdf(png(tmp_path / "การประชุมคณะทำงาน.png")), read_picture_or_pdf(signed)]
    appendix.attach(document, 2568, files, options)
    return document


def test_they_are_printed_at_the_end_of_the_report_from_now_on(attached):
    options = paper_options(attached, year=2568)
    year = attached.year(2568)
    assert printed(year, options)[-1] == "appendix"
    text = by_pdfium(make_paper(year, "report", "pdf", options, fonts=ROOT / "fonts"))
    assert "การประชุมคณะทำงาน" in text
    assert text.rindex("บันทึกข้อความ") > text.rindex("การประชุมคณะทำงาน"), "the signed memo itself"
    assert appendix.attachments(attached, 2567) == ()


def test_one_step_takes_them_back(attached):
    attached.undo()
    assert appendix.attachments(attached, 2568) == ()
    assert not attached.pictures()
    assert "appendix" not in printed(attached.year(2568), PaperOptions())


def test_order_and_words_are_the_officers_and_what_goes_leaves_the_workbook(attached):
    photograph, memo = appendix.attachments(attached, 2568)
    assert (photograph.is_pdf, memo.is_pdf) == (False, True)
    appendix.keep_attachments(attached, 2568, (memo, replace(photograph, caption="ประชุมครั้งที่ 4")), "ลำดับ")
    assert [one.caption for one in appendix.attachments(attached, 2568)] == ["บันทึกที่ลงนามแล้ว", "ประชุมครั้งที่ 4"]
    appendix.keep_attachments(attached, 2568, (memo,), "รายการ")
    assert set(attached.pictures()) == {memo.picture}
