"""A paper behind a password opens with it and not without; the libraries for it may be missing."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pypdfium2
import pytest
import pyzipper
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.delivery import locked
from ita_desktop.delivery.locked import lock
from ita_desktop.delivery.stick import Outgoing
from ita_desktop.domain.errors import WrongUsage

PASSWORD = "Correct-Horse 9"


@pytest.fixture
def pdf() -> Outgoing:
    file = io.BytesIO()
    page = Canvas(file)
    page.drawString(100, 700, "Only for the mayor")
    page.save()
    return Outgoing("บันทึก.pdf", file.getvalue())


def test_a_locked_pdf_opens_with_its_password_alone(pdf):
    made = lock(pdf, PASSWORD)
    assert made.name == pdf.name
    assert b"Only for the mayor" not in made.content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(made.content))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(made.content), password="correct-horse 9")
    with pikepdf.open(io.BytesIO(made.content), password=PASSWORD) as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
    with pypdfium2.PdfDocument(made.content, password=PASSWORD) as by_another_reader:
        assert "Only for the mayor" in by_another_reader[0].get_textpage().get_text_range()


def test_a_locked_pdf_no_longer_says_that_it_is_for_an_archive():
    with pikepdf.new() as plain:
        plain.add_blank_page()
        with plain.open_metadata() as said:
            said["pdfaid:part"] = "2"
            said["pdfaid:conformance"] = "B"
        file = io.BytesIO()
        plain.save(file)
    with pikepdf.open(io.BytesIO(lock(Outgoing("a.pdf", file.getvalue()), PASSWORD).content), password=PASSWORD) as pdf:
        assert pdf.open_metadata().pdfa_status == ""


def test_word_goes_into_a_locked_zip_named_after_it():
    made = lock(Outgoing("รายงาน.docx", b"words" * 1000), PASSWORD)
    assert made.name == "รายงาน.docx.zip"
    with zipfile.ZipFile(io.BytesIO(made.content)) as known, pytest.raises((RuntimeError, NotImplementedError)):
        known.read("รายงาน.docx")
    with pyzipper.AESZipFile(io.BytesIO(made.content)) as archive:
        archive.setpassword(PASSWORD.encode())
        assert archive.read("รายงาน.docx") == b"words" * 1000
        archive.setpassword(b"wrong password")
        with pytest.raises(RuntimeError):
            archive.read("รายงาน.docx")


@pytest.mark.parametrize("weak", ["", "short", "รหัสผ่านภาษาไทย", "tab\tinside", "x" * 7, "x" * 65])
def test_a_password_that_others_could_not_type_is_refused_in_words(pdf, weak):
    with pytest.raises(WrongUsage, match="รหัสผ่านต้องมี"):
        lock(pdf, weak)


@pytest.mark.parametrize("length", [8, 64])
def test_a_password_may_be_short_or_long_enough(pdf, length):
    assert lock(pdf, "x" * length).content != pdf.content


@pytest.mark.parametrize("missing", ["pikepdf", "pyzipper"])
def test_where_a_library_is_missing_it_is_said_plainly(pdf, monkeypatch, missing):
    monkeypatch.setattr(locked, "find_spec", lambda name: None if name == missing else object())
    assert not locked.can_lock()
    with pytest.raises(WrongUsage, match="ไม่มีส่วนที่ใช้ใส่รหัสผ่าน"):
        lock(pdf, PASSWORD)
