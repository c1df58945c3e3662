"""Thai letters as they are set: marks over their letter, lent letters of equal height, gaps only between clusters."""

from __future__ import annotations

import pytest

from ita_desktop.papers.blocks import Align, Run
from ita_desktop.render.pdf.faces import Face
from ita_desktop.render.pdf.form import BODY, Look
from ita_desktop.render.pdf.paragraphs import set_lines
from ita_desktop.render.pdf.typeface import clean, typeface

STACKED = ["ปั๊ม", "ฎุ", "ญู", "น้ำ", "ป้ำ", "ที่", "ทั้ง", "กตัญญู", "ศักดิ์สิทธิ์", "ฟื้น", "ก็", "ฤๅษี"]


@pytest.fixture(scope="module")
def face(fonts):
    return typeface(fonts)


@pytest.mark.parametrize("name", ["THSarabunNew", "THSarabunNew-Bold", "Sarabun-Regular", "Sarabun-BoldItalic"])
@pytest.mark.parametrize("word", STACKED)
def test_every_glyph_knows_its_letters_and_together_they_are_the_word(fonts, name, word):
    pieces = Face(fonts / f"{name}.ttf").pieces(word)
    assert "".join(piece.text for piece in pieces) == word
    assert "".join(glyph.text for piece in pieces for glyph in piece.glyphs) == word


def test_a_tone_comes_down_to_its_letter_and_rises_over_a_vowel_as_word_prints_it(fonts):
    official = Face(fonts / "THSarabunNew.ttf")
    low, over_tall, over_vowel, over_both = (official.pieces(word)[0].glyphs[-1].id for word in ("ก่", "ป่", "กี่", "ปี่"))
    assert len({low, over_tall, over_vowel, over_both}) == 4
    nominal = official.pieces("่")[0].glyphs[0].id
    assert low == nominal != over_vowel


def test_below_a_letter_without_foot_a_mark_finds_its_place(fonts):
    official = Face(fonts / "THSarabunNew.ttf")
    assert official.pieces("ญู")[0].glyphs[0].id != official.pieces("ญ")[0].glyphs[0].id


@pytest.mark.parametrize("symbol", "➤✓☐□●■→▲★")
def test_symbols_are_lent_by_a_font_that_has_them(face, symbol):
    word = face.word(f"ก{symbol}ข", BODY)
    names = [piece.face.name for piece in word.pieces]
    assert names[0] == names[2] == "THSarabunNew"
    assert names[1] in ("Sarabun-Regular", "NotoSansSymbols2-Regular")


def test_a_lent_letter_is_as_wide_as_if_it_were_ours(fonts, face):
    """The scale that makes both fonts equally high also keeps their widths near each other."""
    ours = face.word("ประเมินคุณธรรมและความโปร่งใส", BODY).width
    theirs = (
        0.683 * sum(p.advance for p in Face(fonts / "Sarabun-Regular.ttf").pieces("ประเมินคุณธรรมและความโปร่งใส")) / 1000
    )
    assert ours == pytest.approx(theirs, rel=0.08)


def test_what_has_no_look_is_dropped_and_all_spaces_are_one(face):
    assert clean("ก\u200bข\u00adค\ufeff\tง\u3000จ\r\nฉ\x07✔\ufe0f") == "กขค ง จ\nฉ✔"


def test_runs_in_several_styles_break_like_one_text(face):
    text = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    whole = [line.opening for line in set_lines(face, text, Look(16), 120)]
    in_runs = tuple(Run(text[at : at + 5]) for at in range(0, len(text), 5))
    assert [line.opening for line in set_lines(face, in_runs, Look(16), 120)] == whole


def test_typed_line_ends_are_kept_and_never_stretched(face):
    lines = set_lines(face, "หนึ่ง สอง\nสาม", BODY, 400, 0.0, Align.JUSTIFY)
    assert [line.opening for line in lines] == ["หนึ่ง สอง", "สาม"]
    assert not any(line.per_space or line.per_cluster for line in lines)


def test_a_centred_title_has_lines_of_even_length(face):
    lines = set_lines(
        face, "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", Look(28, bold=True), 453, 0.0, Align.CENTER
    )
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.7 * max(line.width for line in lines)


def test_no_word_is_closer_than_its_letters_allow(face, long_text):
    """Lines are only ever stretched, and within limits: rather ragged than torn."""
    for text in long_text:
        for line in set_lines(face, text, BODY, 200, 0.0, Align.JUSTIFY):
            assert 0 <= line.per_cluster <= 0.06 * 16
            assert 0 <= line.per_space <= 0.8 * 16
