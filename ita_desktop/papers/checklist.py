"""The OIT items of the year: who prepares each, by when, where it is published, how far it is."""

from __future__ import annotations

from ita_desktop.domain.oit import OitItem, by_indicator, oit_items, states
from ita_desktop.domain.records import Year
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
from ita_desktop.papers.layout import cell, published_at, title
from ita_desktop.thai.lists import joined


def checklist(year: Year, options: PaperOptions) -> Paper:
    name = f"รายการข้อมูลสาธารณะที่ต้องเปิดเผย (OIT) {wording.fiscal(year.framework.year)}"
    items = oit_items(year)
    main_page = published_at("เว็บไซต์หลักของหน่วยงาน", wording.website(year.office))
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=(*title(name, year.office.name), *main_page, *_summary(items), _table(year, items)),
        digits=options.digits,
        orientation=Orientation.LANDSCAPE,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def _summary(items: tuple[OitItem, ...]) -> tuple[Block, ...]:
    if not items:
        return ()
    found = states(items)
    counted = joined(f"{wording.STATES[state]} {found[state]} ข้อ" for state in wording.STATES if found[state])
    return (Paragraph(f"รวม {len(items)} ข้อ {counted}"),)


def _table(year: Year, items: tuple[OitItem, ...]) -> Table:
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
    for number, group in by_indicator(items).items():
        if number is not None:
            name = wording.indicator_name(year.framework, number)
            rows.append(Row((cell(name, columns=len(columns), bold=True, align=Align.LEFT),), emphasis=True))
        rows += map(_row, group)
    nothing = (Row((cell(wording.UNKNOWN, columns=len(columns), align=Align.CENTER),)),)
    return Table(columns=columns, rows=tuple(rows) or nothing)


def _row(item: OitItem) -> Row:
    entry = item.entry
    return Row(
        (
            cell(item.code),
            cell(item.title),
            cell(entry.owner),
            cell(wording.long_date(entry.due)),
            cell(wording.STATES[entry.state]),
            link_cell(entry.link),
            cell(entry.note),
        )
    )


def link_cell(link: str) -> Cell:
    return Cell((Run(link, link=link),)) if link else cell("")
