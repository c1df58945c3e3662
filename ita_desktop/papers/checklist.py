"""The OIT items of the year: who prepares each, by when, where it is published, how far it is."""

from __future__ import annotations

from collections import Counter

from ita_desktop.domain.records import ChecklistEntry, FollowUpState, Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Orientation,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Row,
    Run,
    Table,
)
from ita_desktop.papers.layout import cell, title


def checklist(year: Year, options: PaperOptions) -> Paper:
    name = f"รายการข้อมูลสาธารณะที่ต้องเปิดเผย (OIT) {wording.fiscal(year.framework.year)}"
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=(*title(name, year.office.name), *_summary(year), _table(year)),
        digits=options.digits,
        orientation=Orientation.LANDSCAPE,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def oit_codes(year: Year) -> tuple[str, ...]:
    numbers = {indicator.number for indicator in year.framework.indicators_of("OIT")}
    return tuple(item.code for item in year.framework.items if item.indicator in numbers)


def _entries(year: Year) -> dict[str, ChecklistEntry]:
    return {entry.item: entry for entry in year.checklist}


def _summary(year: Year) -> tuple[Block, ...]:
    codes = oit_codes(year)
    if not codes:
        return ()
    entries = _entries(year)
    states = Counter(entries[code].state if code in entries else FollowUpState.NOT_STARTED for code in codes)
    counted = wording.joined(f"{wording.STATES[state]} {states[state]} ข้อ" for state in wording.STATES if states[state])
    return (Paragraph(f"รวม {len(codes)} ข้อ {counted}"),)


def _table(year: Year) -> Table:
    columns = (
        Column("ข้อ", 0.9, Align.CENTER),
        Column("รายการข้อมูล", 5.4),
        Column("ผู้รับผิดชอบ", 2.4),
        Column("กำหนดแล้วเสร็จ", 2.2),
        Column("สถานะ", 2.4),
        Column("ที่เผยแพร่", 3.6),
        Column("หมายเหตุ", 2.4),
    )
    rows: list[Row] = []
    entries = _entries(year)
    for indicator in year.framework.indicators_of("OIT"):
        name = wording.indicator_name(year.framework, indicator.number)
        rows.append(Row((cell(name, columns=len(columns), bold=True, align=Align.LEFT),), emphasis=True))
        rows += [
            _row(entries.get(item.code), item.code, item.title) for item in year.framework.items_of(indicator.number)
        ]
    known = set(oit_codes(year))
    rows += [_row(entry, entry.item, "") for entry in year.checklist if entry.item not in known]
    nothing = (Row((cell(wording.UNKNOWN, columns=len(columns), align=Align.CENTER),)),)
    return Table(columns=columns, rows=tuple(rows) or nothing)


def _row(entry: ChecklistEntry | None, code: str, name: str) -> Row:
    state = entry.state if entry else FollowUpState.NOT_STARTED
    return Row(
        (
            cell(code),
            cell(name),
            cell(entry.owner if entry else ""),
            cell(wording.long_date(entry.due) if entry else ""),
            cell(wording.STATES[state]),
            link_cell(entry.link if entry else ""),
            cell(entry.note if entry else ""),
        )
    )


def link_cell(link: str) -> Cell:
    return Cell((Run(link, link=link),)) if link else cell("")
