"""Where we stand as words and as pictures: our score beside the medians, our profile over theirs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import half_up, results
from ita_desktop.domain.standing import TOTAL, Measure, PublishedResults, Standing
from ita_desktop.papers.blocks import Bar, BarChart, RadarChart, Series, floor_of


def measure_name(year: Year, measure: Measure) -> str:
    if measure == TOTAL:
        return "คะแนนรวม"
    if isinstance(measure, int):
        indicator = year.framework.indicator(measure)
        return f"{measure}. {indicator.name}" if indicator else f"ตัวชี้วัดที่ {measure}"
    return f"ค่าเฉลี่ย {measure}"


def our_score(year: Year, measure: Measure) -> Decimal | None:
    """As it is on record here, rounded as it is published; None lets the table speak for us."""
    return our_scores(year).get(measure)


def our_scores(year: Year) -> Mapping[Measure, Decimal]:
    found = results(year)
    scores: dict[Measure, Decimal | None] = {TOTAL: year.reported.total if found.total is None else found.total}
    scores |= {code: None if mean is None else half_up(mean) for code, mean in found.tools.items()}
    scores |= {result.number: result.score for result in found.indicators}
    return {measure: score for measure, score in scores.items() if score is not None}


def standing_words(place: Standing | None) -> tuple[str, str]:
    """`อันดับ 12 จาก 76` and a line on province, percentile and medians."""
    if place is None:
        return "–", "ยังไม่มีคะแนนของเราในปีนี้ และไม่พบชื่อหน่วยงานในตาราง"
    title = f"อันดับ {place.position} จาก {place.of}"
    said = []
    if place.province_position is not None and place.province_of > 1:
        said.append(f"ในจังหวัด อันดับ {place.province_position} จาก {place.province_of} หน่วยงาน")
    if place.percentile is not None:
        said.append(f"สูงกว่าหน่วยงานอื่นร้อยละ {half_up(place.percentile)}")
    return title, "\n".join(said)


def standing_chart(year: Year, place: Standing) -> BarChart:
    lines: list[tuple[str, Decimal | None, str]] = [
        (year.office.name or "หน่วยงานของเรา", place.value, "accent"),
        ("ค่ากลางของจังหวัด", place.province_median, "muted"),
        ("ค่ากลางของประเภทเดียวกัน", place.kind_median, "muted"),
        ("ค่ากลางของทุกหน่วยงานในตาราง", place.median, "muted"),
        ("คะแนนสูงสุดในตาราง", place.best, "good"),
    ]
    bars = tuple(Bar(label=name, value=float(value), tone=tone) for name, value, tone in lines if value is not None)
    return BarChart(bars=bars, title=f"{measure_name(year, place.measure)} ปี {year.number}")


def beside_medians(year: Year, ours: Mapping[Measure, Decimal], others: PublishedResults) -> RadarChart:
    """Of the province where the table knows it, else of all."""
    province = year.office.province
    near = others.medians(year.number, province=province) if province else {}
    known = near if any(isinstance(measure, int) for measure in near) else others.medians(year.number)
    whose = "ค่ากลางของจังหวัด" if known is near else "ค่ากลางของทุกหน่วยงาน"
    numbers = [indicator.number for indicator in year.framework.indicators]
    series = (
        Series(name=year.office.name or "หน่วยงานของเรา", values=tuple(_float(ours.get(n)) for n in numbers)),
        Series(name=whose, values=tuple(_float(known.get(n)) for n in numbers), tone="muted"),
    )
    return RadarChart(
        axes=tuple(measure_name(year, number) for number in numbers),
        series=series,
        minimum=floor_of(value for one in series for value in one.values),
        title=f"ทุกตัวชี้วัด ปี {year.number}",
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
