"""What is seen of a digital signature, on a page of its own size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ita_desktop.papers.blocks import Orientation
from ita_desktop.render.pdf.form import LEAVES, SIGNATURE, Leaf, Look
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.sheet import Sheet
from ita_desktop.render.pdf.typeface import typeface
from ita_desktop.thai.digits import Digits, in_digits

_FRAME = "#8A949E"


def write_signature(lines: Sequence[str], width: float, height: float, digits: Digits, fonts: Path) -> bytes:
    """A page that is what is seen of a digital signature: a thin frame with words, all in points."""
    setting = Setting(typeface(fonts), digits, LEAVES[Orientation.PORTRAIT])
    texts = [in_digits(line, digits) for line in lines]
    natural = [setting.line(text, SIGNATURE) for text in texts]
    room = height / sum(line.height for line in natural)
    size = SIGNATURE.size * min(1.0, room, *((width - 4) / line.width for line in natural if line.width))
    fitted = [setting.line(text, Look(size)) for text in texts]
    sheet = Sheet()
    sheet.begin_page(Leaf(width, height, left=0, right=0, top=0, bottom=0))
    left, top, right, bottom = 0.5, 0.5, width - 0.5, height - 0.5
    frame = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    sheet.rule(frame, 0.5, color=_FRAME)
    y = (height - sum(line.height for line in fitted)) / 2
    for line in fitted:
        line.draw(sheet, (width - line.width) / 2, y)
        y += line.height
    sheet.end_page()
    return sheet.finish()
