"""A paper is finished whatever picture was put on it: shown upright and in size, or a frame that says which is bad."""

from __future__ import annotations

import io
import resource
import zipfile

import pytest
from broken_pictures import Odd, odd_pictures
from docx import Document
from readers import by_pdfium, pages, pictures

from ita_desktop.papers.blocks import Figure, Heading, MemoHead, Paper, Picture
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf

ALLOWED = 300 << 10
"""Kilobytes of memory that a picture may take for a moment."""


def print_with(odd: Odd, fonts) -> None:
    picture = Picture(odd.data, "ภาพที่ 7.jpg")
    blocks = (Heading(text="หัวข้อ"), MemoHead(lines=(), emblem=picture), Figure(content=picture, caption="คำบรรยาย"))
    paper = Paper(title="ทดสอบ", blocks=blocks)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    file = to_pdf(paper, fonts=fonts)
    word = to_docx(paper, fonts=fonts)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < ALLOWED, odd.what
    text = by_pdfium(file).replace("\n", "")
    shown = len(pictures(file))
    framed = text.count("ภาพที่ 7.jpg") + text.count("ภาพที่ ๗.jpg")
    assert len(pages(file)) >= 1
    assert "คำบรรยาย" in text
    assert (shown, framed) in ((2, 0), (0, 2)), odd.what
    if odd.good is not None:
        assert bool(shown) is odd.good, odd.what
    said = "".join(paragraph.text for paragraph in Document(io.BytesIO(word)).paragraphs)
    assert ("อ่านรูปภาพไม่ได้" in said) is not bool(shown), f"{odd.what}: Word and PDF agree"
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        assert parts.testzip() is None


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_no_picture_keeps_a_paper_from_being_finished(fonts, tried):
    everything = odd_pictures(100, seed=1)
    for odd in everything:
        print_with(odd, fonts)
    tried("R14", len(everything))


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("seed", range(2, 12))
def test_none_of_a_thousand_pictures_does(fonts, seed, tried):
    everything = odd_pictures(100, seed)
    for odd in everything:
        print_with(odd, fonts)
    tried("R14", len(everything))
