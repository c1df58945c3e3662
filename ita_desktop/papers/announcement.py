"""ประกาศ: the head of the office announces the measures; they stand in the list behind it."""

from __future__ import annotations

from ita_desktop.domain.records import Year
from ita_desktop.papers import texts
from ita_desktop.papers.blocks import (
    EmblemHead,
    PageBreak,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    SignatureBlock,
    Signatures,
)
from ita_desktop.papers.layout import SMALL_GAP, title
from ita_desktop.papers.measure_tables import measure_table, orientation
from ita_desktop.papers.order import dated, head_signs
from ita_desktop.papers.plan import measure_shape


def announcement(year: Year, options: PaperOptions) -> Paper:
    subject = texts.announcement_subject(year)
    shape = measure_shape(year, options)
    name, position = head_signs(year)
    first, *rest = texts.announcement_parts(year)
    annex = (
        (
            PageBreak(orientation(shape)),
            *title(f"บัญชีแนบท้ายประกาศ{year.office.name}", f"เรื่อง {subject}"),
            measure_table(year, shape),
        )
        if year.measures
        else ()
    )
    return Paper(
        title=f"ประกาศ{year.office.name} เรื่อง {subject}",
        blocks=(
            EmblemHead(lines=(f"ประกาศ{year.office.name}", f"เรื่อง {subject}"), emblem=options.emblem),
            Paragraph(first, space_before=SMALL_GAP),
            *(Paragraph(text, keep_with_next=text is rest[-1]) for text in rest),
            dated("ประกาศ ณ วันที่", None),
            Signatures((SignatureBlock(name=name, position=position),)),
            *annex,
        ),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=subject,
        made_on=options.today,
    )
