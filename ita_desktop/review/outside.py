"""A paper that was not made here, held against the workbook: edited in Word, last year's, another office's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.thai.dates_in_text import find_years
from ita_desktop.thai.digits import to_arabic


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a paper and where it stands: `page 3`, `paragraph 12`. Cells of a table row are set apart by tabs."""

    where: str
    text: str


def passages_of(text: str) -> tuple[Passage, ...]:
    """Plain text by pages, where it has page breaks, else by paragraphs."""
    if "\f" in text:
        pages = text.split("\f")
        return tuple(Passage(f"page {number}", page) for number, page in enumerate(pages, 1) if page.strip())
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return tuple(Passage(f"paragraph {number}", line) for number, line in enumerate(paragraphs, 1))


def case_of(year: Year, paper: str | Sequence[Passage], *, today: datetime.date | None = None) -> Case:
    passages = passages_of(paper) if isinstance(paper, str) else paper
    return Case(year=year, texts=tuple(_prose(year, passages)), today=today, outside=True)


_TURNS_TO = re.compile(r"^[\s#*]*(?:\(?[0-9]{1,2}[.)]\s*)?ตัวชี้วัด(?:ที่)?\s*(?P<number>[0-9]{1,2})(?![0-9.])")
_HEADING = re.compile(r"^\s*(?:#{1,4}\s|[0-9]{1,2}(?:\.[0-9]{1,2})+\s|[0-9]{1,2}\.\s?(?:ความเป็นมา|ผล|สรุป|การ))")


def _prose(year: Year, passages: Sequence[Passage]) -> Iterator[Prose]:
    """Each line by itself, with what the lines before it say it is about: an indicator, the columns of a table."""
    about: int | None = None
    columns: tuple[int | None, ...] = ()
    for at, passage in enumerate(passages):
        after = passages[at + 1].text[:60] if at + 1 < len(passages) else ""
        start = 0
        for line in passage.text.split("\n"):
            arabic = to_arabic(line)
            if turned := _TURNS_TO.match(arabic):
                about = int(turned["number"])
            elif _HEADING.match(arabic):
                about = None
            head = _years_of_columns(line) if "\t" in line else ()
            if "\t" in line:
                columns = head or (columns if line.count("\t") + 1 == len(columns) else ())
            elif line.strip():
                columns = ()
            yield Prose(
                place=Place("paper", None, passage.where),
                text=line,
                framework=year.framework,
                office=year.office.name,
                indicator=about if about and year.framework.indicator(about) else None,
                columns=() if head else columns,
                offset=start,
                following=passage.text[start + len(line) + 1 : start + len(line) + 60] or after,
            )
            start += len(line) + 1


def _years_of_columns(row: str) -> tuple[int | None, ...]:
    """The year of each column, from a head row such as `ตัวชี้วัด | ปี 2567 | ปี 2568 | เพิ่ม/ลด`; else nothing."""
    cells = row.split("\t")
    if re.search(r"[0-9๐-๙]{2}\.[0-9๐-๙]{2}", row):
        return ()
    years = tuple(_year_of(cell) for cell in cells)
    return years if sum(year is not None for year in years) >= 2 else ()


def _year_of(cell: str) -> int | None:
    if re.search("เปลี่ยนแปลง|เพิ่ม|ลด|ผลต่าง", cell):
        return None
    years = find_years(cell)
    return years[-1].year if years else None
