"""What an officer copies from a PDF is what was typed, letter for letter, in whatever program it is opened."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from readers import bare, by_pdfium, by_pdftotext, by_pypdf

from ita_desktop.papers.blocks import Align, PageNumbers, Paragraph, Run
from ita_desktop.render.pdf.form import BODY
from ita_desktop.render.pdf.paragraphs import set_lines
from ita_desktop.render.pdf.typeface import clean, typeface
from ita_desktop.thai.digits import Digits, in_digits

FIELD = Path(__file__).parent.parent.parent.parent / "shared" / "field"
READERS = [by_pdftotext, by_pdfium, by_pypdf]
NEVER_FIRST = tuple("ะาำๅๆัิีึืฺุู็่้๊๋์ํ๎")
NEVER_LAST = tuple("เแโใไ")


def as_paper(pdf: Callable[..., bytes], paragraphs: list[str]) -> bytes:
    blocks = [Paragraph(text=text) for text in paragraphs if text.strip()]
    return pdf(*blocks, digits=Digits.ARABIC, page_numbers=PageNumbers.NONE)


@pytest.fixture(scope="module")
def field_texts() -> dict[str, list[str]]:
    if not FIELD.is_dir():
        pytest.skip("the published documents do not lie beside the repository")
    return {file.name: clean(file.read_text("utf-8")).splitlines() for file in sorted(FIELD.glob("*.txt"))}


@pytest.mark.parametrize("read", READERS)
def test_a_long_text_comes_back_whole(pdf, long_text, read):
    assert bare(read(as_paper(pdf, long_text))) == bare("".join(long_text))


@pytest.mark.parametrize("read", READERS)
def test_published_documents_come_back_whole(pdf, field_texts, read):
    for name, paragraphs in field_texts.items():
        wanted = in_digits("".join(paragraphs), Digits.ARABIC)
        assert bare(read(as_paper(pdf, paragraphs))) == bare(wanted), name


@pytest.mark.parametrize("read", READERS)
def test_a_letter_that_no_font_has_is_shown_as_a_question_and_copied_as_itself(pdf, read):
    file = as_paper(pdf, ["ก่อน 中文 หลัง ✔\ufe0f จบ"])
    assert bare(read(file)) == "ก่อน中文หลัง✔จบ"


@pytest.mark.parametrize("read", READERS)
def test_bold_words_and_links_are_part_of_the_sentence(pdf, read):
    text = (Run("คะแนน "), Run("๙๒.๘๙", bold=True), Run(" น้ำใจ", italic=True), Run(" ดูที่นี่", link="https://ก.th/ข"))
    file = pdf(Paragraph(text=text), page_numbers=PageNumbers.NONE)
    assert bare(read(file)) == "คะแนน๙๒.๘๙น้ำใจดูที่นี่"


def test_no_private_letter_stands_for_a_shape(pdf, long_text):
    for read in READERS:
        text = read(as_paper(pdf, long_text))
        assert not [letter for letter in text if 0xE000 <= ord(letter) <= 0xF8FF or letter in "\u200b\ufffd\ufffe"]


@pytest.mark.parametrize("width", [22, 40, 90, 160, 300, 453.5])
def test_lines_begin_and_end_where_thai_allows(fonts, long_text, width):
    face = typeface(fonts)
    for text in long_text:
        for line in set_lines(face, text, BODY, width, 0.0, Align.JUSTIFY):
            said = line.opening
            assert not said.startswith(NEVER_FIRST), said
            assert not said.endswith(NEVER_LAST), said


def test_a_justified_line_fills_its_column_and_no_line_is_wider(fonts, long_text):
    face = typeface(fonts)
    short = total = 0
    for text in long_text:
        *lines, _ = set_lines(face, text, BODY, 453.5, 70.9, Align.JUSTIFY)
        for line in lines:
            spaces = line.opening.count(" ")
            clusters = sum(len(word.pieces) for span in line.spans for word in span.words) - 1
            reach = line.indent + line.width + spaces * line.per_space + clusters * line.per_cluster
            assert reach <= 453.6
            total += 1
            short += reach < 453.4
    assert short <= 0.03 * total


def test_only_our_fonts_are_in_the_file(pdf, long_text):
    if not shutil.which("pdffonts"):
        pytest.skip("pdffonts is not installed")
    listed = subprocess.run(["pdffonts", "-"], input=as_paper(pdf, long_text), capture_output=True).stdout.decode()
    rows = [line.split() for line in listed.splitlines()[2:]]
    names = {row[0].split("+")[1] for row in rows}
    assert names == {"THSarabunNew", "NotoSansSymbols2-Regular"}
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_the_file_is_sound(pdf, long_text, tmp_path):
    if not shutil.which("qpdf"):
        pytest.skip("qpdf is not installed")
    file = tmp_path / "paper.pdf"
    file.write_bytes(as_paper(pdf, long_text))
    assert subprocess.run(["qpdf", "--check", file], capture_output=True).returncode == 0
