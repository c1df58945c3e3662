"""Where the office stands among others: its scores beside theirs in words and pictures, and one page of both."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import half_up, results
from ita_desktop.domain.standing import TOTAL, PublishedResults, Standing, Yardstick
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import (
    Align,
    Block,
    Column,
    Figure,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Row,
    Table,
)
from ita_desktop.papers.charts import Bar, BarChart, RadarChart, Series, floor_of
from ita_desktop.papers.layout import cell, lead_in, title, with_captions

_LEAST_AXES = 3
"""A profile of fewer would be a line."""


def standing_paper(year: Year, others: PublishedResults, options: PaperOptions) -> Paper:
    """For whoever wants to see it on paper; the published papers of the year tell of the office alone."""
    name = f"ผลคะแนน ITA เปรียบเทียบกับหน่วยงานอื่น {wording.fiscal(year.number)}"
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=(*title(name, year.office.name), *with_captions(_blocks(year, others))),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def yardstick_name(year: Year, yardstick: Yardstick) -> str:
    if yardstick == TOTAL:
        return "คะแนนรวม"
    if isinstance(yardstick, int):
        indicator = year.framework.indicator(yardstick)
        return f"{yardstick}. {indicator.name}" if indicator else f"ตัวชี้วัดที่ {yardstick}"
    return f"ค่าเฉลี่ย {yardstick}"


def our_scores(year: Year) -> Mapping[Yardstick, Decimal]:
    """As they are on record here, rounded as they are published; what is missing lets the table speak for us."""
    found = results(year)
    scores: dict[Yardstick, Decimal | None] = {TOTAL: year.reported.total if found.total is None else found.total}
    scores |= {code: None if mean is None else half_up(mean) for code, mean in found.tools.items()}
    scores |= {result.number: result.score for result in found.indicators}
    return {yardstick: score for yardstick, score in scores.items() if score is not None}


def our_standing(year: Year, others: PublishedResults, yardstick: Yardstick = TOTAL) -> Standing | None:
    office = year.office
    return others.standing(
        office.name,
        year.number,
        yardstick=yardstick,
        value=our_scores(year).get(yardstick),
        province=office.province,
        kind=office.kind,
    )


def standing_chart(year: Year, place: Standing) -> BarChart:
    lines: list[tuple[str, Decimal | None, str]] = [
        (year.office.name or "หน่วยงานของเรา", place.value, "accent"),
        ("ค่ากลางของจังหวัด", place.province_median, "muted"),
        ("ค่ากลางของประเภทเดียวกัน", place.kind_median, "muted"),
        ("ค่ากลางของทุกหน่วยงานในตาราง", place.median, "muted"),
        ("คะแนนสูงสุดในตาราง", place.best, "good"),
    ]
    bars = tuple(Bar(label=name, value=float(value), tone=tone) for name, value, tone in lines if value is not None)
    return BarChart(bars=bars, title=f"{yardstick_name(year, place.yardstick)} ปี {year.number}")


def beside_medians(year: Year, others: PublishedResults) -> RadarChart:
    """Of the province where the table knows it, else of all."""
    province, ours = year.office.province, our_scores(year)
    near = others.medians(year.number, province=province) if province else {}
    known = near if any(isinstance(yardstick, int) for yardstick in near) else others.medians(year.number)
    whose = "ค่ากลางของจังหวัด" if known is near else "ค่ากลางของทุกหน่วยงาน"
    numbers = [indicator.number for indicator in year.framework.indicators]
    series = (
        Series(name=year.office.name or "หน่วยงานของเรา", values=tuple(_float(ours.get(n)) for n in numbers)),
        Series(name=whose, values=tuple(_float(known.get(n)) for n in numbers), tone="muted"),
    )
    return RadarChart(
        axes=tuple(yardstick_name(year, number) for number in numbers),
        series=series,
        minimum=floor_of(value for one in series for value in one.values),
        title=f"ทุกตัวชี้วัด ปี {year.number}",
    )


def _blocks(year: Year, others: PublishedResults) -> tuple[Block, ...]:
    places = [place for yardstick in others.yardsticks(year.number) if (place := our_standing(year, others, yardstick))]
    if not places:
        return (Paragraph(wording.UNKNOWN, align=Align.CENTER, indent=False),)
    return (
        *lead_in(_words(year, others, places[0])),
        _table(year, places),
        Paragraph("ค่ากลาง คือ คะแนนของหน่วยงานที่อยู่กึ่งกลางเมื่อเรียงคะแนนจากมากไปน้อย", align=Align.LEFT, space_before=3.0),
        _figure(year, others, places),
    )


def _words(year: Year, others: PublishedResults, place: Standing) -> str:
    name = yardstick_name(year, place.yardstick)
    first = (
        f"จากผลการประเมินที่รวบรวมไว้ {others.count(year.number)} หน่วยงาน {year.office.name}ได้{name} "
        f"{wording.points(place.value)} อยู่ในอันดับที่ {place.position} จาก {place.of} หน่วยงาน"
    )
    said = [first]
    if place.percentile is not None:
        said.append(f"ได้คะแนนมากกว่าร้อยละ {wording.score(half_up(place.percentile))} ของหน่วยงานอื่น")
    if place.province_position is not None and place.province_of > 1:
        said.append(f"ในจังหวัดเดียวกันอยู่ในอันดับที่ {place.province_position} จาก {place.province_of} หน่วยงาน")
    return " ".join(said)


def _table(year: Year, places: list[Standing]) -> Table:
    columns = (
        Column("คะแนน", 4.4),
        Column("ของหน่วยงาน", 1.9, Align.CENTER),
        Column("อันดับ", 2.0, Align.CENTER),
        Column("ค่ากลางของจังหวัด", 2.0, Align.CENTER),
        Column("ค่ากลางของประเภทเดียวกัน", 2.2, Align.CENTER),
        Column("ค่ากลางทั้งหมด", 2.0, Align.CENTER),
    )
    rows = tuple(
        Row(
            (
                cell(yardstick_name(year, place.yardstick)),
                cell(wording.score(place.value)),
                cell(f"{place.position} จาก {place.of}"),
                *(cell(_median(value)) for value in (place.province_median, place.kind_median, place.median)),
            ),
            emphasis=place.yardstick == TOTAL,
        )
        for place in places
    )
    return Table(columns=columns, rows=rows, caption="คะแนนของหน่วยงานเทียบกับค่ากลาง")


def _figure(year: Year, others: PublishedResults, places: list[Standing]) -> Figure:
    if sum(isinstance(place.yardstick, int) for place in places) < _LEAST_AXES:
        return Figure(
            standing_chart(year, places[0]), caption=f"{yardstick_name(year, places[0].yardstick)}เทียบกับค่ากลาง"
        )
    return Figure(beside_medians(year, others), caption="คะแนนรายตัวชี้วัดเทียบกับค่ากลาง", width=160)


def _median(value: Decimal | None) -> str:
    return "–" if value is None else wording.score(half_up(value))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
