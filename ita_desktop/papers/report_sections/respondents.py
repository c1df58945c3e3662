"""Who answered: men, women and others, by age, education and kind of visitor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import Respondents, Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import Align, Block, Column, Heading, PaperOptions, Paragraph, Row, Table
from ita_desktop.papers.layout import cell, prose
from ita_desktop.thai.lists import joined

BY = {"age": "ช่วงอายุ", "education": "ระดับการศึกษา", "visitor": "ประเภทผู้รับบริการ"}


def respondents(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    blocks: list[Block] = list(prose(text))
    for tool in dict.fromkeys(row.tool for row in year.respondents):
        rows = [row for row in year.respondents if row.tool == tool]
        known = year.framework.tool(tool)
        blocks += [
            Heading(text=wording.tool_short(known) if known else tool, level=2),
            Paragraph(_told(tool, rows), keep_with_next=True),
        ]
        for by in dict.fromkeys(row.by for row in rows):
            blocks.append(_table(tool, by, [row for row in rows if row.by == by]))
    return tuple(blocks)


def _told(tool: str, rows: Sequence[Respondents]) -> str:
    """Counted over the first classification; that the others add up to the same is the review's business."""
    first = [row for row in rows if row.by == rows[0].by]
    men, women, others = sum(r.male for r in first), sum(r.female for r in first), sum(r.other for r in first)
    by_gender = joined(
        f"{word} {count} คน" for word, count in (("ชาย", men), ("หญิง", women), ("อื่น ๆ", others)) if count
    )
    return f"มีผู้ตอบแบบวัด {tool} รวม {men + women + others} คน {f'เป็น{by_gender}' if by_gender else ''}".rstrip()


def _table(tool: str, by: str, rows: Sequence[Respondents]) -> Table:
    columns = (
        Column(BY.get(by, by), 4.4),
        *(Column(name, 1.5, Align.CENTER) for name in ("ชาย", "หญิง", "อื่น ๆ", "รวม")),
    )
    made = [_row(row.group, row.male, row.female, row.other) for row in rows]
    total = _row("รวม", sum(r.male for r in rows), sum(r.female for r in rows), sum(r.other for r in rows))
    return Table(
        columns=columns,
        rows=(*made, replace(total, emphasis=True)),
        caption=f"จำนวนผู้ตอบแบบวัด {tool} จำแนกตาม{BY.get(by, by)}และเพศ",
    )


def _row(name: str, male: int, female: int, other: int) -> Row:
    return Row((cell(name), *(cell(f"{count:,}") for count in (male, female, other, male + female + other))))
