"""The officer hears of letters that no paper can print while there is time to write others."""

from dataclasses import replace

import sample_year

from ita_desktop.domain.records import Memo
from ita_desktop.papers.blocks import Figure, Paper, PaperOptions, Paragraph, Picture
from ita_desktop.papers.lacks import lacks
from ita_desktop.papers.letters import lost_letters
from ita_desktop.papers.registry import PAPERS

OPTIONS = PaperOptions(today=sample_year.TODAY)
YEAR = sample_year.rich_year()


def of(*texts: str) -> tuple[str, ...]:
    return lost_letters(Paper(title="", blocks=tuple(map(Paragraph, texts))))


def test_which_letters_in_which_text_and_what_comes_instead():
    (line,) = of("ให้ทุกกองชี้แจงผู้มาติดต่อ 😀 ภายในเจ็ดวัน ①", "ข้อความปกติ ✓ 85.00")
    assert "😀①" in line
    assert "[?]" in line
    assert "ชี้แจงผู้มาติดต่อ 😀 ภายใน" in line


def test_of_many_texts_the_first_are_named_and_the_rest_counted():
    lines = of(*(f"ข้อที่ {number} 😀" for number in range(10)))
    assert len(lines) == 4
    assert "อีก 7 ข้อความ" in lines[-1]


def test_a_text_printed_twice_is_told_once():
    assert len(of("เหมือนกัน 😀", "เหมือนกัน 😀")) == 1


def test_what_a_paper_lacks_tells_of_the_letters_it_would_lose():
    memo = replace(YEAR.memo or Memo(), subject="รายงานผล 😀")
    changed = replace(YEAR, memo=memo)
    assert any("😀" in line and "[?]" in line for line in lacks(changed, "memo", OPTIONS))
    assert not [line for line in lacks(changed, "agenda", OPTIONS) if "😀" in line]


def test_the_words_under_a_photograph_count_too():
    photograph = Figure(Picture(b"", name="a.png"), caption="ประชุม 😀")
    told = lacks(YEAR, "report", replace(OPTIONS, preset="full-book", appendix=(photograph,)))
    assert any("ประชุม 😀" in line for line in told)


def test_our_own_words_can_all_be_printed():
    for year in (YEAR, sample_year.empty_year(), sample_year.six_signatures()):
        assert {name: lost_letters(kind.make(year, OPTIONS)) for name, kind in PAPERS.items()} == dict.fromkeys(
            PAPERS, ()
        )
