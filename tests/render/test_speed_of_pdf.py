"""How fast papers become PDF, and that a page costs the same in a long report as in a short one."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from readers import pages

from ita_desktop.papers.blocks import Cell, Column, Contents, Figure, Heading, PageBreak, Paper, Paragraph, Row, Table
from ita_desktop.papers.charts import Bar, BarChart
from ita_desktop.render.pdf import to_pdf
from ita_desktop.render.pdf.paragraphs import set_lines
from ita_desktop.thai.words import line_pieces, words


def report(sections: int, long_text: list[str]) -> Paper:
    """Every section with prose, every third with a table of a page, every tenth with a chart; no two lines alike."""
    columns = (Column("ที่", 1), Column("ประเด็น", 6), Column("คะแนน", 2))
    blocks: list[object] = [Contents(), PageBreak()]
    for n in range(sections):
        blocks.append(Heading(text=f"หมวด {n}", number=f"{n}."))
        blocks += (Paragraph(text=f"ข้อ {n} {text}") for text in long_text[n % 5 : n % 5 + 6])
        if n % 3 == 0:
            rows = tuple(
                Row((Cell(str(r)), Cell(f"{n}.{r} {long_text[r % 20][:70]}"), Cell(f"{n + r / 100:.2f}")))
                for r in range(36)
            )
            blocks.append(Table(columns=columns, rows=rows, caption=f"ตารางที่ {n}"))
        if n % 10 == 0:
            blocks.append(Figure(content=BarChart(bars=tuple(Bar(label=f"ตัวชี้วัด {b}", value=b * 9) for b in range(10)))))
    return Paper(title="รายงาน", blocks=tuple(blocks))


def seconds(paper: Paper, fonts: Path) -> float:
    """The median of three, with nothing kept from the time before but shaped words."""
    measured = []
    for _ in range(3):
        set_lines.cache_clear()
        words.cache_clear()
        line_pieces.cache_clear()
        start = time.perf_counter()
        to_pdf(paper, fonts=fonts)
        measured.append(time.perf_counter() - start)
    return statistics.median(measured)


@pytest.mark.bench
def test_a_page_costs_the_same_in_a_report_eight_times_as_long(fonts, long_text):
    short, long = report(30, long_text), report(240, long_text)
    seconds(short, fonts)
    per_page = [seconds(paper, fonts) / len(pages(to_pdf(paper, fonts=fonts))) for paper in (short, long)]
    print(f"\n{per_page[0] * 1000:.2f} ms a page, eight times as long {per_page[1] * 1000:.2f} ms a page")  # noqa: T201
    assert per_page[1] < 1.1 * per_page[0]
