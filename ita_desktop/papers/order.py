"""คำสั่ง: who does the assessment's work in this office, and what each one answers for."""

from __future__ import annotations

from datetime import date

from ita_desktop.domain.records import Member, Order, Year
from ita_desktop.papers import texts, wording
from ita_desktop.papers.blocks import (
    Align,
    Block,
    Cell,
    Column,
    EmblemHead,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Row,
    SignatureBlock,
    Signatures,
    Table,
)
from ita_desktop.papers.layout import SMALL_GAP, cell, in_cell, numbered, prose, stacked

NO_NUMBER = "........../.........."


def order(year: Year, options: PaperOptions) -> Paper:
    written = year.order or Order()
    subject = written.subject or texts.order_subject(year)
    name, position = head_signs(year)
    return Paper(
        title=f"คำสั่ง{year.office.name} ที่ {written.number or NO_NUMBER} เรื่อง {subject}",
        blocks=(
            EmblemHead(
                lines=(f"คำสั่ง{year.office.name}", f"ที่ {written.number or NO_NUMBER}", f"เรื่อง {subject}"),
                emblem=options.emblem,
            ),
            *prose(written.whereas or texts.order_whereas(year)),
            *_members(year, written),
            Paragraph("ให้คณะทำงานมีหน้าที่ ดังต่อไปนี้", space_before=SMALL_GAP, keep_with_next=True),
            *numbered(written.duties or texts.ORDER_DUTIES),
            Paragraph(f"ทั้งนี้ {_effective(written)}", space_before=SMALL_GAP, keep_with_next=True),
            dated("สั่ง ณ วันที่", written.date),
            Signatures((SignatureBlock(name=name, position=position),)),
        ),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=subject,
        made_on=options.today,
    )


_TO_FILL_IN = 5
"""Rows left empty while nobody is named: the text above says that a list follows."""


def _members(year: Year, written: Order) -> tuple[Block, ...]:
    members = written.members or (Member(name=""),) * _TO_FILL_IN
    charged = any(member.charge for member in members)
    columns = (
        Column("ที่", 0.7, Align.CENTER),
        Column("ชื่อ–สกุล", 3.0),
        Column("ตำแหน่ง", 3.0),
        Column("หน้าที่ในคณะทำงาน", 2.2),
        *((Column("ตัวชี้วัดและข้อที่รับผิดชอบ", 4.4),) if charged else ()),
    )
    rows = tuple(
        Row(
            (
                cell(str(place)),
                cell(member.name),
                cell(member.position),
                cell(member.role),
                *((_charge(year, member.charge),) if charged else ()),
            )
        )
        for place, member in enumerate(members, 1)
    )
    return (Table(columns=columns, rows=rows),)


def _charge(year: Year, codes: tuple[str, ...]) -> Cell:
    return stacked(in_cell(*(wording.in_charge_of(year.framework, code) for code in codes)))


def _effective(written: Order) -> str:
    if written.effective and written.effective != written.date:
        return f"ตั้งแต่วันที่ {wording.long_date(written.effective)} เป็นต้นไป"
    return "ตั้งแต่บัดนี้เป็นต้นไป"


def dated(words: str, day: date | None) -> Paragraph:
    """The line of an order's or announcement's day, under the text and towards the middle."""
    return Paragraph(
        f"{words} {wording.date_with_era(day)}",
        indent=False,
        align=Align.CENTER,
        space_before=2 * SMALL_GAP,
        keep_with_next=True,
    )


def head_signs(year: Year) -> tuple[str, str]:
    """Name and post of whoever signs for the office: the order's signatory, else the last one of the memo."""
    last = year.memo.signatures[-1] if year.memo and year.memo.signatures else None
    post = year.order.signatory.position if year.order else ""
    head = post or wording.head_of(year.office) or "หัวหน้าหน่วยงาน"
    if year.order and year.order.signatory.name:
        return year.order.signatory.name, head
    return (last.name, head) if last and last.position == head else ("", head)
