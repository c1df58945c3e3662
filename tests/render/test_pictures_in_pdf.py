"""Photographs come out upright and in size; one that cannot be read leaves a frame that says which."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from readers import by_pdfium, letters, pages, pictures, strokes

from ita_desktop.papers.blocks import Figure, Heading, MemoHead, Picture


def photo(width: int, height: int, *, format: str = "JPEG", mode: str = "RGB", turned: int = 1) -> Picture:
    image = Image.new(mode, (width, height), 128 if mode == "L" else None)
    exif = Image.Exif()
    exif[0x0112] = turned
    file = io.BytesIO()
    image.save(file, format, **({"exif": exif} if turned != 1 else {}))
    return Picture(file.getvalue(), "ภาพประชุม.jpg")


def test_a_photograph_is_as_wide_as_asked_and_stands_in_the_middle(pdf):
    (seen,) = pictures(pdf(Figure(content=photo(800, 600), width=100)))
    assert (seen.right - seen.left, seen.height, seen.middle) == pytest.approx((100, 75, 110), abs=0.5)


def test_a_photograph_taken_with_a_turned_camera_stands_upright(pdf):
    (seen,) = pictures(pdf(Figure(content=photo(800, 600, turned=6), width=60)))
    assert (seen.right - seen.left, seen.height) == pytest.approx((60, 80), abs=0.5)


def test_a_tall_photograph_fits_on_its_page_with_the_words_under_it(pdf):
    file = pdf(Figure(content=photo(300, 3000), caption="คำบรรยาย", width=160))
    assert len(pages(file)) == 1
    assert pictures(file)[0].bottom < min(each.top for each in letters(file) if each.letter == "ค")


@pytest.mark.parametrize(
    ("format", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "CMYK"), ("GIF", "P"), ("BMP", "RGB"), ("WEBP", "RGBA")],
)
def test_every_usual_kind_of_picture_is_printed(pdf, format, mode):
    assert len(pictures(pdf(Figure(content=photo(40, 40, format=format, mode=mode))))) == 1


def test_a_large_photograph_does_not_make_the_file_large(pdf):
    noise = Image.effect_noise((4000, 3000), 60).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=95)
    made = pdf(Figure(content=Picture(file.getvalue(), "ใหญ่.jpg"), width=100))
    assert len(made) < len(file.getvalue()) / 5


@pytest.mark.parametrize("data", [b"", b"no picture", photo(50, 50).data[:200], b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_a_bad_picture_leaves_a_frame_that_says_which(pdf, data):
    bad = Picture(data, "ไฟล์เสีย12.jpg")
    file = pdf(Heading(text="ภาพ"), Figure(content=bad, caption="คำบรรยาย"), MemoHead(lines=(), emblem=bad))
    assert by_pdfium(file).replace("\n", "").count("ไฟล์เสีย12.jpg") == 2
    assert len(strokes(file)) >= 2
