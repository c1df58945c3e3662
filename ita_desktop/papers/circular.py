"""The memo that carries the measures to every division: what each one has to do, and when it has to report."""

from __future__ import annotations

from ita_desktop.domain.measure_facts import by_owner
from ita_desktop.domain.records import Year
from ita_desktop.papers import texts, wording
from ita_desktop.papers.blocks import (
    Block,
    Cell,
    Column,
    PageBreak,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Row,
    SignatureBlock,
    Signatures,
    Table,
)
from ita_desktop.papers.layout import bold_line, cell
from ita_desktop.papers.memo import addressed, closing, division_line, memo_head


def circular(year: Year, options: PaperOptions) -> Paper:
    subject = texts.circular_subject(year)
    sender = wording.clerk_of(year.office) or wording.head_of(year.office)
    return Paper(
        title=f"บันทึกข้อความ {subject}",
        blocks=(
            memo_head(division_line(year), "", "", subject, options),
            addressed(texts.circular_to(year)),
            *(Paragraph(text) for text in texts.circular_parts(year)),
            closing(texts.CLOSING_CIRCULAR),
            Signatures((SignatureBlock(position=sender or "หัวหน้าหน่วยงาน"),)),
            *_duties(year),
        ),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        catchwords=True,
        author=year.office.name,
        subject=subject,
        made_on=options.today,
    )


def _duties(year: Year) -> tuple[Block, ...]:
    if not year.measures:
        return ()
    columns = (Column("ผู้รับผิดชอบ", 2.4), Column("มาตรการที่ต้องดำเนินการ", 5.2), Column("ระยะเวลาดำเนินการ", 2.6))
    rows = [
        Row((*first, cell(measure.title), cell(wording.period(measure))))
        for owner, group in by_owner(year).items()
        for measure, first in zip(group, _spanning(owner, len(group)), strict=True)
    ]
    return (
        PageBreak(),
        bold_line(f"มาตรการที่แต่ละส่วนราชการรับผิดชอบ {wording.fiscal(year.measures_year)}"),
        Table(columns=columns, rows=tuple(rows)),
    )


def _spanning(owner: str, count: int) -> list[tuple[Cell, ...]]:
    return [(cell(owner, bold=True, rows=count),), *([()] * (count - 1))]
