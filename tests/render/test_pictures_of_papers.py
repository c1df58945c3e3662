"""Every paper of the sample as it looks: small pictures of its pages, kept beside this test and compared.

`pytest --renew-pictures tests/render/test_pictures_of_papers.py` draws them anew; then look at each one that changed.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from ita_desktop.actions.papers import paper_options
from ita_desktop.actions.workbook import create_from_data
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.papers.blocks import Picture
from ita_desktop.papers.pack import pack_list
from ita_desktop.papers.presets import PRESETS, MeasureShape
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.digits import Digits

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "pages"

DOTS = 40
"""An inch: lines of text are grey bars, and one that moved by a millimetre is seen."""
GREYS = 16
IN_A_ROW, GAP = 6, 6
BLOCK = 6
ALIKE = 20
"""Of 255, the mean of a block: another build of pdfium may draw an edge otherwise, it does not move a line."""

LOOKS = {
    **{name: (name, {}) for name in PAPERS if name not in {"report", "measures"}},
    **{f"report-{preset}": ("report", {"preset": preset}) for preset in PRESETS},
    **{f"measures-{shape}": ("measures", {"shape": shape}) for shape in MeasureShape},
    "memo-arabic": ("memo", {"digits": Digits.ARABIC}),
    "report-short-arabic": ("report", {"preset": "short", "digits": Digits.ARABIC}),
    "followup-draft": ("followup", {}),
    "pack": ("pack", {}),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The last year of the sample workbook, and how its papers are made."""
    file = tmp_path_factory.mktemp("sample") / "sample.ita"
    rules = Frameworks(ROOT / "resources" / "frameworks")
    with create_from_data(file, ROOT / "resources" / "sample" / "sample.json", frameworks=rules) as document:
        options = paper_options(document, today=date(2026, 11, 21))
        return document.year(2568), replace(options, emblem=stand_in())


def stand_in() -> Picture:
    """Something where an office's emblem would be; it is nobody's."""
    drawn = Image.new("L", (80, 100), 255)
    pen = ImageDraw.Draw(drawn)
    pen.ellipse((4, 4, 76, 96), fill=150, outline=0, width=5)
    pen.polygon(((40, 12), (68, 80), (12, 80)), fill=60)
    file = io.BytesIO()
    drawn.save(file, "PNG")
    return Picture(file.getvalue(), "ตรา.png")


@pytest.mark.parametrize("look", LOOKS)
def test_a_paper_looks_as_it_did(look, sample, fonts, request, tmp_path):
    year, options = sample
    name, changes = LOOKS[look]
    options = replace(options, **changes)
    paper = pack_list(year, options) if name == "pack" else PAPERS[name].make(year, options)
    if look.endswith("-draft"):
        paper = replace(paper, stamp="ร่าง")
    pages = drawn(to_pdf(paper, fonts=fonts))
    kept = KEPT / f"{look}.png"
    if request.config.getoption("--renew-pictures"):
        if not kept.is_file() or differing(pages, Image.open(kept)) != []:
            side_by_side(pages).save(kept, optimize=True)
        return
    assert kept.is_file(), f"no picture is kept of {look}: {__doc__}"
    seen = tmp_path / f"{look}.png"
    side_by_side(pages).save(seen)
    wrong = differing(pages, Image.open(kept))
    assert wrong is not None, f"{look} has other pages than before: compare {seen} with {kept}"
    assert wrong == [], f"{look} looks different on pages {wrong}: compare {seen} with {kept}"


def test_no_picture_is_kept_of_a_paper_that_is_no_more():
    assert {file.stem for file in KEPT.iterdir()} == set(LOOKS)


def test_a_line_that_moved_by_a_millimetre_is_noticed(sample, fonts):
    year, options = sample
    (page, *_) = drawn(to_pdf(PAPERS["memo"].make(year, options), fonts=fonts))
    line = page.crop((0, 180, page.width, 190))
    moved = page.copy()
    moved.paste(line, (0, 182))
    assert differing([page], side_by_side([page])) == []
    assert differing([moved], side_by_side([page])) == [1]
    assert differing([page, page], side_by_side([page])) is None


def drawn(file: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(file) as document:
        pages = [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in document]
    step = 255 // (GREYS - 1)
    return [page.convert("L").point(lambda grey: (grey + step // 2) // step * step) for page in pages]


def places(pages: list[Image.Image]) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """The size of the picture, and where each page stands in it."""
    corners: list[tuple[int, int]] = []
    width, down = 0, GAP
    for row in (pages[at : at + IN_A_ROW] for at in range(0, len(pages), IN_A_ROW)):
        across = GAP
        for page in row:
            corners.append((across, down))
            across += page.width + GAP
        width = max(width, across)
        down += max(page.height for page in row) + GAP
    return (width, down), corners


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    size, corners = places(pages)
    whole = Image.new("L", size, 170)
    for page, corner in zip(pages, corners, strict=True):
        whole.paste(page, corner)
    return whole


def differing(pages: list[Image.Image], kept: Image.Image) -> list[int] | None:
    """The pages that look different, counted from 1; None if they are not the same number or size."""
    size, corners = places(pages)
    if size != kept.size:
        return None
    wrong = []
    for number, (page, (x, y)) in enumerate(zip(pages, corners, strict=True), start=1):
        before = kept.crop((x, y, x + page.width, y + page.height))
        apart = ImageChops.difference(page, before).reduce(BLOCK)
        if apart.getextrema()[1] > ALIKE:
            wrong.append(number)
    return wrong
