"""What every block needs to know to be set: the letters, the digits, and the paper it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.papers.blocks import Align, Text
from ita_desktop.render.pdf.form import Leaf, Look
from ita_desktop.render.pdf.lines import Line, Span
from ita_desktop.render.pdf.paragraphs import set_lines
from ita_desktop.render.pdf.typeface import Typeface, clean
from ita_desktop.thai.digits import Digits, in_digits


@dataclass(frozen=True, slots=True)
class Setting:
    typeface: Typeface
    digits: Digits
    leaf: Leaf

    @property
    def width(self) -> float:
        return self.leaf.text_width

    def lines(
        self, text: Text, look: Look, width: float, *, first: float = 0.0, align: Align = Align.LEFT
    ) -> tuple[Line, ...]:
        return set_lines(self.typeface, text, look, width, first, align)

    def line(self, text: str, look: Look) -> Line:
        """One line however long: a label, a number, a mark."""
        word = self.typeface.word(clean(text).replace("\n", " "), look)
        return Line((Span((word,)),), look.size, word.width * look.size)

    def number(self, number: int) -> str:
        return in_digits(str(number), self.digits)
