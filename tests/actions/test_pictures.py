"""Files that are to become part of a paper are read in one way, and refused while the officer is still choosing."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from ita_desktop.actions.pictures import read_picture, read_picture_or_pdf
from ita_desktop.domain.errors import FileTrouble

READERS = (read_picture, read_picture_or_pdf)


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_read_whatever_its_file_is_called(read, kind, tmp_path):
    path = tmp_path / "ภาพประชุม.bin"
    path.write_bytes(picture(kind))
    chosen = read(path)
    assert (chosen.name, chosen.media_type, chosen.content) == ("ภาพประชุม", f"image/{kind.lower()}", picture(kind))


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", picture("PNG")[:400], picture("JPEG")[:60], b"\x89PNG\r\n\x1a\n", picture("BMP")],
    ids=["empty", "sheet", "half a PNG", "half a JPEG", "a head alone", "another kind"],
)
def test_what_papers_could_not_show_is_refused_by_name(read, content, tmp_path):
    path = tmp_path / "ตาราง.png"
    path.write_bytes(content)
    with pytest.raises(FileTrouble, match=r"ตาราง\.png") as refused:
        read(path)
    assert "10 MB" in refused.value.do


def test_a_paper_as_pdf_goes_to_the_appendix_and_is_no_emblem(tmp_path):
    path = tmp_path / "คำสั่ง.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    assert read_picture_or_pdf(path).media_type == "application/pdf"
    with pytest.raises(FileTrouble):
        read_picture(path)


@pytest.mark.parametrize("read", READERS)
def test_what_is_too_large_or_not_there_is_told(read, tmp_path):
    large = tmp_path / "ใหญ่.png"
    with large.open("wb") as file:
        file.truncate(10 * 2**20 + 1)
    with pytest.raises(FileTrouble, match="ใหญ่เกินไป"):
        read(large)
    with pytest.raises(FileTrouble, match=r"ไม่มี\.png"):
        read(tmp_path / "ไม่มี.png")
