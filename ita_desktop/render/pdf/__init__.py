"""Papers as PDF. The only room that knows ReportLab, which is loaded with the first paper, not with the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Paper
from ita_desktop.thai.digits import Digits

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import SigningRoom


def to_pdf(paper: Paper, *, fonts: Path) -> bytes:
    """The finished file. The same paper gives the same bytes."""
    from ita_desktop.render.pdf.document import write

    return write(paper, fonts)


def to_pdf_to_sign(paper: Paper, *, fonts: Path) -> tuple[bytes, tuple[SigningRoom, ...]]:
    """The finished file, and where in it people sign."""
    from ita_desktop.render.pdf.document import write_to_sign

    return write_to_sign(paper, fonts)


def signature_as_pdf(
    lines: Sequence[str], *, width: float, height: float, digits: Digits = Digits.ARABIC, fonts: Path
) -> bytes:
    """What is seen of a digital signature, on a page of its own size in points."""
    from ita_desktop.render.pdf.seen_signature import write_signature

    return write_signature(lines, width, height, digits, fonts)
