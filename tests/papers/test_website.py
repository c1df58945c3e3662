"""The office's website is printed where the public looks for it, and never where it is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample_year
from reading import words

from ita_desktop.papers.blocks import PaperOptions, Paragraph, Run
from ita_desktop.papers.checklist import checklist
from ita_desktop.papers.memo import memo
from ita_desktop.papers.pack import pack_list
from ita_desktop.papers.presets import PRESETS
from ita_desktop.papers.report import report

RICH = replace(sample_year.rich_year(), memo=None)
OPTIONS = PaperOptions(today=sample_year.TODAY)
PAPERS = (memo, report, checklist, pack_list)


def at(website: str):
    return replace(RICH, office=replace(RICH.office, website=website))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)
def test_the_website_stands_on_what_is_published_once(paper):
    options = replace(OPTIONS, preset=next(name for name in PRESETS if "cover" in PRESETS[name].sections))
    assert words(paper(at("www.tambol.example"), options)).count("https://www.tambol.example") == 1
    assert words(paper(at("https://tambol.example"), options)).count("https://tambol.example") == 1
    without = words(paper(at(""), options))
    assert "http" not in without.replace("https://www.tuayang.example/", "")


@pytest.mark.parametrize("paper", [checklist, pack_list], ids=lambda paper: paper.__name__)
def test_in_lists_it_can_be_clicked(paper):
    blocks = paper(at("www.tambol.example"), OPTIONS).blocks
    runs = [
        run for block in blocks if isinstance(block, Paragraph) and isinstance(block.text, tuple) for run in block.text
    ]
    assert Run("https://www.tambol.example", link="https://www.tambol.example") in runs
