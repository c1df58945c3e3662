"""ปฏิทินดำเนินการ: the assessment's year at a glance, from the opening of IIT to the last report."""

from __future__ import annotations

from datetime import date

from ita_desktop.domain.records import Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import Align, Column, PageNumbers, Paper, PaperOptions, Row, Table
from ita_desktop.papers.layout import cell, title


def calendar(year: Year, options: PaperOptions) -> Paper:
    name = f"ปฏิทินการดำเนินงาน ITA {wording.fiscal(year.measures_year)}"
    columns = (
        Column("ที่", 0.8, Align.CENTER),
        Column("กิจกรรม", 6.0),
        Column("ระยะเวลา", 4.0),
        Column("ผู้รับผิดชอบ", 3.0),
    )
    rows = tuple(
        Row((cell(str(place)), cell(what), cell(time), cell(who)))
        for place, (what, time, who) in enumerate(_dates(year), 1)
    )
    nothing = (Row((cell(wording.UNKNOWN, columns=len(columns), align=Align.CENTER),)),)
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=(*title(name, year.office.name), Table(columns=columns, rows=rows or nothing)),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def _dates(year: Year) -> list[tuple[str, str, str]]:
    """The calendar's entries and the rounds of follow-up together, by day; what has no day yet comes last."""
    found: list[tuple[date, str, str, str]] = []
    for entry in year.calendar:
        day = entry.start or entry.end or date.max
        found.append((day, entry.title, wording.span(entry.start, entry.end), entry.owner))
    for round in year.rounds:
        words = f"รายงานผลการดำเนินการตามมาตรการ {round.name}"
        found.append((round.due or date.max, words, wording.span(None, round.due), "ผู้รับผิดชอบแต่ละมาตรการ"))
    found.sort(key=lambda row: row[0])
    return [(what, time, who) for _, what, time, who in found]
