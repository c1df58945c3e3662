"""What a paper says, apart from how it is set."""

from dataclasses import replace

import pytest
import sample_year

from ita_desktop.domain.records import Memo
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.registry import PAPERS
from ita_desktop.papers.said import said
from ita_desktop.thai.digits import Digits

OPTIONS = PaperOptions(today=sample_year.TODAY)
YEAR = sample_year.rich_year()


@pytest.mark.parametrize("paper", PAPERS)
def test_digits_and_stamps_say_nothing_new(paper):
    make = PAPERS[paper].make
    first = said(make(YEAR, OPTIONS))
    assert first
    assert said(replace(make(YEAR, replace(OPTIONS, digits=Digits.ARABIC)), stamp="ร่าง")) == first


def test_every_changed_word_and_figure_is_said():
    make = PAPERS["memo"].make
    before = said(make(YEAR, OPTIONS))
    assert said(make(replace(YEAR, memo=replace(YEAR.memo or Memo(), to="ปลัด")), OPTIONS)) != before
    scores = {**YEAR.indicator_scores, 8: YEAR.indicator_scores[8] + 1}
    report = PAPERS["report"].make
    assert said(report(replace(YEAR, indicator_scores=scores), OPTIONS)) != said(report(YEAR, OPTIONS))
