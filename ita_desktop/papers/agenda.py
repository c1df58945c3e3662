"""ระเบียบวาระการประชุม: the meeting that weighs the analysis and the measures."""

from __future__ import annotations

from ita_desktop.domain.records import Agenda, AgendaItem, Year
from ita_desktop.papers import texts, wording
from ita_desktop.papers.blocks import Block, PageNumbers, Paper, PaperOptions, Paragraph
from ita_desktop.papers.layout import bold_line, title
from ita_desktop.thai.dates import DateStyle, thai_date

DOTS = "...................."


def agenda(year: Year, options: PaperOptions) -> Paper:
    written = year.agenda or Agenda()
    name = f"การประชุมคณะทำงาน ITA {year.office.name}"
    return Paper(
        title=f"ระเบียบวาระ{name}",
        blocks=(
            *title(
                f"ระเบียบวาระ{name}",
                f"ครั้งที่ {written.meeting or DOTS}",
                when(written) or f"วันที่ {DOTS} เวลา {DOTS} น.",
                f"ณ {written.place or DOTS}",
            ),
            *(block for item in written.items or texts.agenda_items(year) for block in _item(item)),
        ),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=f"ระเบียบวาระการประชุม {wording.fiscal(year.number)}",
        made_on=options.today,
    )


def when(written: Agenda) -> str:
    """`วันพุธที่ 1 กุมภาพันธ์ 2566 เวลา 13.30 น.`"""
    day = thai_date(written.date, DateStyle.WEEKDAY)
    time = f"เวลา {written.time.replace(':', '.').removesuffix('น.').strip()} น." if written.time else ""
    return " ".join(part for part in (day, time) if part)


def _item(item: AgendaItem) -> tuple[Block, ...]:
    head = bold_line(f"ระเบียบวาระที่ {item.number}  {item.title}".rstrip())
    if len(item.points) == 1:
        return (head, Paragraph(item.points[0]))
    return (head, *(Paragraph(f"{item.number}.{place} {point}") for place, point in enumerate(item.points, 1)))
