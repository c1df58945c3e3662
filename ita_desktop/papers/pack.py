"""What an office puts on its website for the year's measures item and follow-up item, under names fit for a website."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import Align, Cell, Column, PageNumbers, Paper, PaperOptions, Row, Table
from ita_desktop.papers.layout import cell, published_at, title
from ita_desktop.papers.registry import PAPERS


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """One PDF of the pack."""

    item: str
    """The OIT item it is evidence for."""
    paper: str
    """Its name among the papers."""
    title: str
    file: str


MEASURES_PAPERS = ("report", "measures", "memo", "announcement", "order")
FOLLOWUP_PAPERS = ("followup",)
LIST_NAME = "list"


def pack(year: Year, options: PaperOptions) -> tuple[PackedPaper, ...]:
    """The order only where there is one; the rest always, for each is asked for."""
    rules = options.evidence or year.framework
    wanted = [(rules.measures_item, name) for name in MEASURES_PAPERS if name != "order" or year.order]
    wanted += [(rules.followup_item, name) for name in FOLLOWUP_PAPERS]
    return tuple(
        PackedPaper(item=item, paper=name, title=PAPERS[name].title, file=_file(year, item, place, PAPERS[name].stem))
        for place, (item, name) in enumerate(wanted, 1)
    )


def folder_name(year: Year) -> str:
    return f"ita-{year.number}-oit"


def list_file(year: Year) -> str:
    return f"00-ita-{year.number}-{LIST_NAME}.pdf"


def _file(year: Year, item: str, place: int, stem: str) -> str:
    """Latin letters, digits and hyphens alone: such a link survives every website and every e-mail."""
    return "-".join(part for part in (f"{place:02}", item.lower(), "ita", str(year.number), stem) if part) + ".pdf"


def pack_list(year: Year, options: PaperOptions) -> Paper:
    """The page that lists what the folder holds."""
    rules = options.evidence or year.framework
    name = f"รายการเอกสารเผยแพร่ ผลการประเมิน ITA {wording.fiscal(year.number)}"
    columns = (
        Column("ที่", 0.7, Align.CENTER),
        Column("เอกสาร", 3.6),
        Column("ใช้ประกอบ", 4.2),
        Column("ชื่อไฟล์", 5.2),
    )
    rows = tuple(
        Row((cell(str(place)), cell(packed.title), _for(rules, packed.item), cell(packed.file)))
        for place, packed in enumerate(pack(year, options), 1)
    )
    where = published_at("เผยแพร่บนเว็บไซต์หลักของหน่วยงาน", wording.website(year.office))
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=(*title(name, year.office.name), *where, Table(columns=columns, rows=rows)),
        digits=options.digits,
        page_numbers=PageNumbers.NONE,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def _for(rules: Framework, code: str) -> Cell:
    return cell(wording.item_name(rules, code)) if code else cell("-")
