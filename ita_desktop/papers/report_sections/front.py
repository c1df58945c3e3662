"""The pages before the first section: cover, foreword, contents."""

from __future__ import annotations

from ita_desktop.domain.records import Year
from ita_desktop.papers import report_texts, wording
from ita_desktop.papers.blocks import Align, Block, Contents, Cover, PageBreak, PaperOptions, Paragraph
from ita_desktop.papers.layout import SMALL_GAP, prose


def cover(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    """The officer's own lines take the place of the title, one a line."""
    lines = tuple(line.strip() for line in text.splitlines() if line.strip()) or (
        "รายงานการวิเคราะห์ผลการประเมิน",
        "คุณธรรมและความโปร่งใสในการดำเนินงาน",
        "ของหน่วยงานภาครัฐ",
        "(Integrity and Transparency Assessment: ITA)",
        wording.fiscal(year.number),
        "และมาตรการส่งเสริม",
        "คุณธรรมและความโปร่งใสภายในหน่วยงาน",
        wording.fiscal(year.measures_year),
    )
    prepared = wording.writer(year) or next(iter(year.office.divisions), "")
    return (
        Cover(
            lines=lines,
            office=tuple(line for line in (year.office.name, wording.place(year.office)) if line),
            emblem=options.logo or options.emblem,
            foot=tuple(line for line in (prepared and f"จัดทำโดย {prepared}", wording.website(year.office)) if line),
        ),
        PageBreak(),
    )


def foreword(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    return (
        *prose(text or report_texts.foreword(year)),
        *(
            Paragraph(line, indent=False, align=Align.RIGHT, space_before=gap)
            for line, gap in (("คณะทำงาน ITA", 4 * SMALL_GAP), (year.office.name, 0.0))
        ),
        PageBreak(),
    )


def contents(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    return (Contents(), PageBreak())
