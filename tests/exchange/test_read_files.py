"""Files as offices have them: Excel old and new, LibreOffice, CSV of every making, Word, a web page called .xls."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from made_sheets import as_csv, as_ods, as_xlsx, grid

from ita_desktop.exchange.grid import Span
from ita_desktop.exchange.sheets import reading
from ita_desktop.exchange.sheets.reading import read_tables

TABLE = grid(
    ("ที่", "ตัวชี้วัด", "คะแนน"),
    (1, "การปฏิบัติหน้าที่", 99.42),
    (2, "การใช้งบประมาณ,\nและการเงิน", 88.5),
    name="คะแนน",
)


def test_cells_keep_their_places_below_empty_rows_and_beside_empty_columns(tmp_path):
    moved = grid((), (), (None, None, "ตัวชี้วัด", "คะแนน"), (), (None, None, "การใช้อำนาจ", 80), name="คะแนน")
    for path in (as_xlsx([moved], tmp_path / "a.xlsx"), as_ods([moved], tmp_path / "a.ods")):
        (read,) = read_tables(path)
        assert (read.name, read.text(2, 2), read.text(4, 3)) == ("คะแนน", "ตัวชี้วัด", "80")


def test_a_sheet_of_the_spreadsheet_is_known_by_content_not_by_name(tmp_path):
    path = as_xlsx([TABLE], tmp_path / "a.xlsx")
    path.rename(tmp_path / "a.csv")
    assert read_tables(tmp_path / "a.csv")[0].text(1, 1) == "การปฏิบัติหน้าที่"
    renamed = as_csv(TABLE, tmp_path / "b.xlsx")
    assert read_tables(renamed)[0].text(1, 1) == "การปฏิบัติหน้าที่"


def test_dates_booleans_and_merged_cells_of_excel(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["B1"] = datetime.date(2569, 1, 15), datetime.datetime(2026, 1, 15, 13, 30)
    sheet["C1"], sheet["D1"], sheet["E1"] = True, 0.8642, datetime.time(9, 5)
    sheet["D1"].number_format = "0.00%"
    sheet["A2"] = "ผสาน"
    sheet.merge_cells("A2:B3")
    workbook.create_sheet("ซ่อน").append(["ไม่เห็น"])
    workbook["ซ่อน"].sheet_state = "hidden"
    workbook.create_sheet("ว่าง")
    workbook.save(tmp_path / "a.xlsx")
    (read,) = read_tables(tmp_path / "a.xlsx")
    assert read.rows[0] == (datetime.date(2569, 1, 15), datetime.datetime(2026, 1, 15, 13, 30), True, "86.42%", "09:05")
    assert read.spans == (Span(1, 0, 2, 1),)


def test_a_formula_without_a_value_and_an_error_are_told_by_their_cells(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["ตัวชี้วัด", "คะแนน"])
    sheet.append(["การใช้อำนาจ", "=40+41"])
    sheet.append(["การใช้งบประมาณ", "#REF!"])
    sheet["B3"].data_type = "e"
    workbook.save(tmp_path / "a.xlsx")
    (read,) = read_tables(tmp_path / "a.xlsx")
    assert set(read.flaws) == {(1, 1), (2, 1)}
    assert "สูตร" in read.flaws[1, 1]
    assert "#REF!" in read.flaws[2, 1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_csv_in_any_encoding_with_any_separator(tmp_path, encoding, separator):
    (read,) = read_tables(as_csv(TABLE, tmp_path / "a.csv", encoding, separator))
    assert read.rows[0] == ("ที่", "ตัวชี้วัด", "คะแนน")
    assert read.rows[2] == ("2", "การใช้งบประมาณ,\nและการเงิน", "88.5")


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_docx(body: str, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return path


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(cells) + "</w:tr>"


def word_cell(text: str, properties: str = "") -> str:
    lines = "".join(paragraph(line) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def table(*rows: str, columns: int = 3) -> str:
    return "<w:tbl><w:tblPr/><w:tblGrid>" + "<w:gridCol/>" * columns + "</w:tblGrid>" + "".join(rows) + "</w:tbl>"


def test_the_tables_of_a_word_file_with_the_words_above_them(tmp_path):
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        paragraph("ตารางที่ 1 คะแนน ปี 2568")
        + table(
            row(word_cell("แบบ"), word_cell("ตัวชี้วัด", '<w:gridSpan w:val="2"/>')),
            row(word_cell("IIT", down), word_cell("การใช้อำนาจ"), word_cell("ก\nข")),
            row(word_cell("", on), word_cell("การใช้งบประมาณ"), word_cell("90")),
        )
        + paragraph("ข้อความคั่น")
        + table(row(word_cell("x"), word_cell("y")), columns=2)
    )
    first, second = read_tables(as_docx(body, tmp_path / "a.docx"))
    assert first.above == "ตารางที่ 1 คะแนน ปี 2568"
    assert first.rows == (("แบบ", "ตัวชี้วัด"), ("IIT", "การใช้อำนาจ", "ก\nข"), (None, "การใช้งบประมาณ", "90"))
    assert set(first.spans) == {Span(0, 1, 0, 2), Span(1, 0, 2, 0)}
    assert second.rows == (("x", "y"),)


def test_a_table_that_word_broke_at_the_end_of_a_page_is_one(tmp_path):
    body = (
        table(row(word_cell("ก"), word_cell("ข"), word_cell("ค")))
        + "<w:p/>"
        + table(row(word_cell("1"), word_cell("2"), word_cell("3")))
    )
    (read,) = read_tables(as_docx(body, tmp_path / "a.docx"))
    assert read.rows == (("ก", "ข", "ค"), ("1", "2", "3"))


def test_what_was_struck_out_in_word_is_gone_and_what_was_put_in_is_there(tmp_path):
    changed = (
        "<w:tc><w:p><w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins></w:p></w:tc>"
    )
    (read,) = read_tables(as_docx(table(row(changed, word_cell("ข"))), tmp_path / "a.docx"))
    assert read.rows == (("ใหม่", "ข"),)


def test_a_real_word_file(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("ผลคะแนน")
    made = document.add_table(rows=2, cols=2)
    made.cell(0, 0).text, made.cell(1, 1).text = "ตัวชี้วัด", "90"
    document.save(str(tmp_path / "a.docx"))
    (read,) = read_tables(tmp_path / "a.docx")
    assert (read.text(0, 0), read.text(1, 1), read.above) == ("ตัวชี้วัด", "90", "ผลคะแนน")


def test_a_web_page_that_calls_itself_xls(tmp_path):
    page = "<html><head><style>td{}</style></head><body><table><tr><th>ตัวชี้วัด<th>คะแนน<tr><td>การใช้อำนาจ<td>80</table>"
    (tmp_path / "a.xls").write_bytes(page.encode("cp874"))
    (read,) = read_tables(tmp_path / "a.xls")
    assert read.rows == (("ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", "80"))


def test_progress_is_told_while_a_long_sheet_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "_A_MOMENT", 0.001)
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("ยาว")
    for number in range(4000):
        sheet.append([number, "การใช้อำนาจ"])
    workbook.save(tmp_path / "a.xlsx")
    told: list[tuple[str, float]] = []
    read_tables(tmp_path / "a.xlsx", progress=lambda what, share: told.append((what, share)))
    assert len(told) > 5
    assert [share for _, share in told[:3]] == sorted(share for _, share in told[:3])


@pytest.mark.bench
def test_a_hundred_thousand_rows_in_three_seconds(tmp_path):
    import time

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("ยาว")
    for number in range(100_000):
        sheet.append([f"i{number % 30}", "การปฏิบัติหน้าที่", number % 100 + 0.42, "กองคลัง", number, "ไม่มี", None, "x"])
    workbook.save(tmp_path / "a.xlsx")
    before = time.monotonic()
    (read,) = read_tables(tmp_path / "a.xlsx")
    assert len(read.rows) == 100_000
    assert time.monotonic() - before < 3


def test_an_old_workbook_written_by_libreoffice(tmp_path):
    """A .xls cannot be made here without LibreOffice; where it is, both old and new say the same."""
    import shutil
    import subprocess

    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    as_xlsx([TABLE], tmp_path / "a.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xls", "a.xlsx"], cwd=tmp_path, check=True, capture_output=True
    )
    (read,) = read_tables(tmp_path / "a.xls")
    assert read.rows == tuple(tuple(row) for row in TABLE.rows)


def test_bytes_of_a_workbook_in_memory_are_untouched(tmp_path):
    path = as_xlsx([TABLE], tmp_path / "a.xlsx")
    before = path.read_bytes()
    read_tables(path)
    assert path.read_bytes() == before
    assert zipfile.is_zipfile(io.BytesIO(before))
