"""The measures on their own: what is published as evidence of the year's measures item."""

from __future__ import annotations

from ita_desktop.domain.records import Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import PageNumbers, Paper, PaperOptions
from ita_desktop.papers.layout import title
from ita_desktop.papers.measure_tables import measure_table, orientation
from ita_desktop.papers.plan import measure_shape


def measures(year: Year, options: PaperOptions) -> Paper:
    shape = measure_shape(year, options)
    name = f"{wording.MEASURES} {wording.fiscal(year.measures_year)}"
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=(
            *title(
                f"รายละเอียด{wording.MEASURES}",
                wording.fiscal(year.measures_year),
                f"จากการวิเคราะห์ผลการประเมิน ITA {wording.fiscal(year.number)}",
                " ".join(part for part in (year.office.name, wording.place(year.office)) if part),
            ),
            measure_table(year, shape),
        ),
        digits=options.digits,
        orientation=orientation(shape),
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )
