"""A loss is written in one way, on the screen, on paper and in Word, and is a number when it was copied."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import docx
import pypdfium2
import pytest

from ita_desktop.domain.scoring import signed_text
from ita_desktop.papers.blocks import Cell, Column, Figure, Paper, Row, Table
from ita_desktop.papers.charts import Bar, ChangeChart
from ita_desktop.papers.wording import change
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.digits import Digits, read_number, to_thai
from ita_desktop.ui.widgets.score_labels import change_text

FONTS = Path(__file__).parents[2] / "fonts"
LOSS = Decimal("-6.546")
TABLE = Table(columns=(Column("การเปลี่ยนแปลง", 1),), rows=(Row((Cell(change(LOSS)),)),))
CHART = Figure(ChangeChart(bars=(Bar(label="ตัวชี้วัด", value=float(LOSS)),)))


def read(file: bytes) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("digits", Digits)
def test_a_loss_looks_alike_on_paper_in_tables_and_charts(digits):
    written = to_thai("-6.55") if digits is Digits.THAI else "-6.55"
    for block in (TABLE, CHART):
        said = read(to_pdf(Paper(title="", blocks=(block,), digits=digits), fonts=FONTS))
        assert written in said
        assert "−" not in said


def test_and_in_word_and_on_the_screen():
    word = docx.Document(io.BytesIO(to_docx(Paper(title="", blocks=(TABLE,), digits=Digits.ARABIC), fonts=FONTS)))
    assert word.tables[0].rows[1].cells[0].text == "ลดลง -6.55"
    assert change_text(LOSS) == "▼ -6.55"


def test_a_loss_that_was_copied_is_a_number_again():
    for amount in ("-6.55", "-0.01", "0.00", "+0.81"):
        assert signed_text(Decimal(amount)) == amount
        assert read_number(amount) == Decimal(amount)
    assert signed_text(Decimal("-0.004")) == "0.00"
