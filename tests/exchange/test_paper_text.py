"""Papers made elsewhere are read in the order in which a person reads them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.paper_text import read_paper


def said(path: Path) -> dict[str, str]:
    return {passage.where: passage.text for passage in read_paper(path)}


def word_file(path: Path) -> Path:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "รายงานของเทศบาลตำบลตัวอย่าง"
    document.add_paragraph("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน")
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("ที่", "ตัวชี้วัด", "คะแนน"), ("8", "การปรับปรุงการทำงาน", "83.17")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("")
    document.add_paragraph("ท้ายเอกสาร")
    document.save(path)
    return path


def test_a_word_file_with_its_tables_and_what_stands_on_every_page(tmp_path):
    assert said(word_file(tmp_path / "รายงาน.docx")) == {
        "paragraph 1": "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน",
        "paragraph 2": "ที่\tตัวชี้วัด\tคะแนน",
        "paragraph 3": "8\tการปรับปรุงการทำงาน\t83.17",
        "paragraph 4": "ท้ายเอกสาร",
        "header": "รายงานของเทศบาลตำบลตัวอย่าง",
    }


def test_revisions_taken_out_and_shapes_kept_twice_are_read_as_they_look(tmp_path):
    path = word_file(tmp_path / "แก้ไข.docx")
    body = (
        "<w:p><w:r><w:t>ได้ </w:t></w:r><w:del><w:r><w:delText>93.84</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>83.17</w:t></w:r></w:ins>"
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>ในกรอบ</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>ในกรอบ</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    document = parts["word/document.xml"].decode()
    start = document.index("<w:body>") + len("<w:body>")
    parts["word/document.xml"] = (document[:start] + body + document[start:]).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert said(path)["paragraph 1"].split() == ["ได้", "83.17", "ในกรอบ"]


def test_plain_text_in_any_encoding_by_paragraphs_or_pages(tmp_path):
    lines = tmp_path / "a.txt"
    lines.write_bytes("บรรทัดแรก\r\n\r\nบรรทัดที่สอง".encode("cp874"))
    assert said(lines) == {"paragraph 1": "บรรทัดแรก", "paragraph 2": "บรรทัดที่สอง"}
    pages = tmp_path / "b.txt"
    pages.write_text("หน้าแรก\f\fหน้าที่สาม", encoding="utf-8")
    assert said(pages) == {"page 1": "หน้าแรก", "page 3": "หน้าที่สาม"}


def test_our_own_report_as_pdf_and_word_says_the_same_scores(tmp_path):
    from sample_year import rich_year

    from ita_desktop.papers.blocks import PaperOptions
    from ita_desktop.papers.registry import paper_kind
    from ita_desktop.render.docx import to_docx
    from ita_desktop.render.pdf import to_pdf
    from ita_desktop.thai.digits import Digits

    fonts = Path(__file__).parents[2] / "fonts"
    paper = paper_kind("report").make(rich_year(), PaperOptions(digits=Digits.ARABIC))
    (tmp_path / "a.pdf").write_bytes(to_pdf(paper, fonts=fonts))
    (tmp_path / "a.docx").write_bytes(to_docx(paper, fonts=fonts))
    for name, piece in (("a.pdf", "page"), ("a.docx", "paragraph")):
        passages = said(tmp_path / name)
        assert all(where.startswith((piece, "header", "footer", "footnotes")) for where in passages)
        text = " ".join(passages.values())
        for score in ("94.68", "83.40", "79.90", "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"):
            assert score in text, (name, score)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("ว่าง.txt", b"  \n", "ว่างเปล่า"),
        ("เสีย.pdf", b"%PDF-1.7\nnothing", "PDF"),
        ("เสีย.docx", b"PK\x03\x04garbage", "เสียหาย"),
        ("ตาราง.html", b"<html><table><tr><td>1</td></tr></table></html>", ".docx .pdf"),
        ("เก่า.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word รุ่นเก่า"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileTrouble, match=why):
        read_paper(path)


def test_a_paper_that_is_not_there(tmp_path):
    with pytest.raises(FileTrouble, match="ไม่พบ"):
        read_paper(tmp_path / "ไม่มี.docx")
