"""A program of its own: makes papers of invented years and says what came out, in one line of JSON."""

from __future__ import annotations

import hashlib
import io
import json
import sys
import zipfile
from itertools import product
from pathlib import Path

import sample_year

from ita_desktop.exchange.own.workbook import workbook_sheets
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.presets import PRESETS, MeasureShape
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf
from ita_desktop.thai.digits import Digits

FONTS = Path(__file__).parents[2] / "fonts"
YEARS = {"rich": sample_year.rich_year, "empty": sample_year.empty_year, "six": sample_year.six_signatures}
SHAPES = (
    *((name, {}) for name in PAPERS if name not in {"report", "measures"}),
    *(("report", {"preset": preset}) for preset in PRESETS),
    *(("measures", {"shape": shape}) for shape in MeasureShape),
)
QUICK = [("memo", {}), ("followup", {}), ("report", {"preset": next(iter(PRESETS))})]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def parts(data: bytes) -> dict[str, str]:
    """What is in a Word or Excel file, whatever time the zip was made; when it was saved is told in its properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: digest(archive.read(name)) for name in archive.namelist() if not name.startswith("docProps/")}


def everything(quick: bool) -> dict[str, object]:
    made: dict[str, object] = {}
    cases = product(QUICK if quick else SHAPES, list(Digits)[:1] if quick else Digits, list(YEARS)[: 1 if quick else 3])
    for (name, changes), digits, year in cases:
        options = PaperOptions(digits=digits, today=sample_year.TODAY, **changes)
        paper = PAPERS[name].make(YEARS[year](), options)
        what = "-".join([name, *map(str, changes.values()), digits.value, year])
        made[f"{what}.pdf"] = digest(to_pdf(paper, fonts=FONTS))
        made[f"{what}.docx"] = parts(to_docx(paper, fonts=FONTS))
    for name, year in YEARS.items():
        made[f"{name}.xlsx"] = parts(workbook_sheets(year().office, [year()]))
    return made


if __name__ == "__main__":
    print(json.dumps(everything(sys.argv[1] == "quick"), ensure_ascii=False))  # noqa: T201
