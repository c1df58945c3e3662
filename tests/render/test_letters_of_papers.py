"""Letters that no font of ours has: known beforehand, copied as what they were."""

from __future__ import annotations

import sys

import pytest
from readers import by_pdftotext

from ita_desktop.domain.printable import PRINTABLE, STAND_IN, unprintable
from ita_desktop.papers.blocks import Paragraph
from ita_desktop.render.pdf.faces import Face
from ita_desktop.render.pdf.form import Look
from ita_desktop.render.pdf.typeface import clean, typeface


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_table_of_letters_is_what_the_fonts_have_in_every_style(style, fonts):
    official = "THSarabunNew" if style == "Regular" else f"THSarabunNew-{style}"
    names = (official, f"Sarabun-{style}", "NotoSansSymbols2-Subset")
    drawn = frozenset("\n").union(*(Face(fonts / f"{name}.ttf").letters for name in names))
    every = map(chr, range(sys.maxunicode + 1))
    assert {letter for letter in every if drawn.issuperset(clean(letter))} == PRINTABLE


def test_letters_that_cannot_be_printed_are_named_once_in_their_order():
    assert unprintable("ดี 😀 มาก ① 😀 ➤ ✓ ☐ ก\u200bข\u2011ค\n") == "😀①"
    assert not [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isspace() and unprintable(letter)]


def test_what_is_copied_is_what_was_written(pdf):
    """The hyphen that ends no line is printed as any other."""
    (page, *_) = by_pdftotext(pdf(Paragraph("ประชุม 😀 แล้ว ✓ กลับ\u2011มา"))).split("\f")
    assert page.strip() == "ประชุม 😀 แล้ว ✓ กลับ-มา"


def test_a_lost_letter_is_drawn_as_a_question(fonts):
    drawn = [
        [glyph.id for piece in typeface(fonts).word(text, Look(16)).pieces for glyph in piece.glyphs]
        for text in ("😀", STAND_IN)
    ]
    assert drawn[0] == drawn[1] != []
