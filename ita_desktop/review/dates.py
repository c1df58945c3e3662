"""Dates of records that come in the wrong order, or lie in the wrong year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import Measure, Year
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.dates import ERA, DateProblem, DateStyle, fiscal_year_span, thai_date
from ita_desktop.thai.periods import read_period

SHORT = DateStyle.SHORT_LONG_YEAR


def span_text(first: datetime.date, last: datetime.date) -> str:
    return f"{thai_date(first, SHORT)} ถึง {thai_date(last, SHORT)}"


# ------------------------------------------------------------------------------------------------------------- measures


@rule(
    "end-before-start",
    Severity.ERROR,
    Group.DATES,
    title="วันสิ้นสุดมาก่อนวันเริ่ม",
    bad="มาตรการเริ่ม 1 ต.ค. 2568 สิ้นสุด 30 ก.ย. 2568",
    good="มาตรการเริ่ม 1 ต.ค. 2568 สิ้นสุด 30 ก.ย. 2569",
)
def end_before_start(case: Case) -> Iterator[Found]:
    for measure in case.year.measures:
        for field, end in (("end", measure.end), ("revised_end", measure.revised_end)):
            if measure.start and end and end < measure.start:
                yield dated(
                    Place("measure", measure.id, field), end, f"วันสิ้นสุดมาก่อนวันเริ่ม {thai_date(measure.start, SHORT)}"
                )
        if measure.end and measure.revised_end and measure.revised_end < measure.end:
            yield dated(
                Place("measure", measure.id, "revised_end"),
                measure.revised_end,
                f"วันที่ขยายเวลามาก่อนวันสิ้นสุดเดิม {thai_date(measure.end, SHORT)}",
                Severity.WARNING,
            )
    for entry in case.year.calendar:
        if entry.start and entry.end and entry.end < entry.start:
            yield dated(
                Place("calendar", entry.id, "end"), entry.end, f"วันสิ้นสุดมาก่อนวันเริ่ม {thai_date(entry.start, SHORT)}"
            )


def dated(where: Place, day: datetime.date, message: str, severity: Severity | None = None) -> Found:
    return Found(where=where, quote=thai_date(day, SHORT), message=message, severity=severity)


@rule(
    "measure-outside-year",
    Severity.ERROR,
    Group.DATES,
    title="มาตรการอยู่นอกปีงบประมาณที่ดำเนินการ",
    bad="มาตรการของปีงบประมาณ 2569 สิ้นสุด 30 ก.ย. 2568",
    good="มาตรการของปีงบประมาณ 2569 สิ้นสุด 30 ก.ย. 2569",
)
def measure_outside_year(case: Case) -> Iterator[Found]:
    number = case.year.measures_year
    first, last = fiscal_year_span(number)
    for measure in case.year.measures:
        for field, day in (("start", measure.start), ("end", measure.end)):
            if day and not first <= day <= last:
                yield dated(
                    Place("measure", measure.id, field), day, f"อยู่นอกปีงบประมาณ {number} ({span_text(first, last)})"
                )
        if measure.revised_end and measure.revised_end > last:
            message = f"ขยายเวลาเลยปีงบประมาณ {number} ({span_text(first, last)})"
            yield dated(Place("measure", measure.id, "revised_end"), measure.revised_end, message, Severity.WARNING)


@rule(
    "period-text",
    Severity.ERROR,
    Group.DATES,
    title="ข้อความระยะเวลาไม่ตรงกับวันเริ่มและวันสิ้นสุด",
    bad="มาตรการเริ่ม 1 ต.ค. 2568 สิ้นสุด 30 ก.ย. 2569 แต่ระยะเวลาเขียนว่า ตลอดปีงบประมาณ พ.ศ. 2568",
    good="มาตรการเริ่ม 1 ต.ค. 2568 สิ้นสุด 30 ก.ย. 2569 ระยะเวลาเขียนว่า ตลอดปีงบประมาณ พ.ศ. 2569",
)
def period_text(case: Case) -> Iterator[Found]:
    first, last = fiscal_year_span(case.year.measures_year)
    for measure in case.year.measures:
        if not measure.period_text.strip():
            continue
        place = Place("measure", measure.id, "period_text", 0, len(measure.period_text))
        try:
            period = read_period(measure.period_text, fiscal_year=case.year.measures_year)
        except DateProblem:
            continue  # free words; a date in them that cannot be is found as such
        wrong = _period_wrong(measure, period.start, period.end)
        if wrong:
            yield Found(where=place, quote=measure.period_text, expected=_planned(measure), message=wrong)
        elif measure.start is None and measure.end is None:
            outside = [day for day in (period.start, period.end) if day and not first <= day <= last]
            if outside:
                yield Found(
                    where=place,
                    quote=measure.period_text,
                    message=f"อยู่นอกปีงบประมาณ {case.year.measures_year} ({span_text(first, last)})",
                )


def _planned(measure: Measure) -> str:
    return " ถึง ".join(thai_date(day, SHORT) for day in (measure.start, measure.end) if day)


def _period_wrong(measure: Measure, start: datetime.date | None, end: datetime.date | None) -> str:
    if start and end and end < start:
        return "วันสิ้นสุดในข้อความมาก่อนวันเริ่ม"
    differs = (start and measure.start and start != measure.start) or (end and measure.end and end != measure.end)
    return f"ข้อความระยะเวลาไม่ตรงกับวันที่ที่กำหนด ({_planned(measure)})" if differs else ""


@rule(
    "half-year-empty",
    Severity.HINT,
    Group.DATES,
    title="ครึ่งปีหนึ่งไม่มีมาตรการใดดำเนินการ",
    bad="ทุกมาตรการดำเนินการ 1 เม.ย. 2569 ถึง 30 ก.ย. 2569",
    good="มีมาตรการดำเนินการทั้งในครึ่งปีแรกและครึ่งปีหลัง",
)
def half_year_empty(case: Case) -> Iterator[Found]:
    spans = [(m.start, m.revised_end or m.end) for m in case.year.measures]
    dated = [(start, end) for start, end in spans if start and end]
    if len(dated) < 2 or len(dated) < len(spans):
        return
    year = case.year.measures_year - ERA
    middle = datetime.date(year, 4, 1)
    if all(start >= middle for start, _ in dated):
        half = f"ครึ่งปีแรก (1 ต.ค. {year - 1 + ERA} ถึง 31 มี.ค. {year + ERA})"
    elif all(end < middle for _, end in dated):
        half = f"ครึ่งปีหลัง (1 เม.ย. ถึง 30 ก.ย. {year + ERA})"
    else:
        return
    yield Found(where=Place("measure", case.year.measures[0].id, "start"), message=f"ไม่มีมาตรการใดดำเนินการใน{half}")


# ------------------------------------------------------------------------------------------------- before it was known


def known_from(year: Year) -> tuple[datetime.date, bool]:
    """The first day on which the results can be spoken of, and whether that is certain.

    Where the day is not confirmed, nothing earlier than July is possible: in no year were results out before.
    """
    announced = year.framework.announced
    if announced is not None and "announced" not in year.framework.unconfirmed:
        return announced, True
    return datetime.date(year.number - ERA, 7, 1), False


@rule(
    "before-announcement",
    Severity.ERROR,
    Group.DATES,
    title="กล่าวถึงผลการประเมินก่อนวันที่ประกาศผล",
    bad="บันทึกข้อความเสนอผลการประเมินปี 2568 ลงวันที่ 15 มี.ค. 2568",
    good="บันทึกข้อความเสนอผลการประเมินปี 2568 ลงวันที่ 15 ก.ย. 2568",
)
def before_announcement(case: Case) -> Iterator[Found]:
    year = case.year
    earliest, sure = known_from(year)
    when = "ประกาศผลเมื่อ" if sure else "ผลการประเมินของปีหนึ่งทราบได้ไม่ก่อน"
    dates = []
    if year.memo:
        dates.append((Place("memo", None, "date"), year.memo.date))
        dates += [
            (Place("memo", None, f"signatures[{n}].date"), one.date) for n, one in enumerate(year.memo.signatures)
        ]
    if year.agenda and _speaks_of_results(year):
        dates.append((Place("agenda", None, "date"), year.agenda.date))
    for place, day in dates:
        if day is not None and day < earliest:
            yield dated(place, day, f"{when} {thai_date(earliest, SHORT)} เอกสารนี้จึงลงวันที่ก่อนทราบผลปี {year.number}")


def _speaks_of_results(year: Year) -> bool:
    assert year.agenda is not None
    said = " ".join(text for item in year.agenda.items for text in (item.title, *item.points))
    return bool(re.search(r"ผลการประเมิน|ผลคะแนน|วิเคราะห์ผล", said)) and str(year.number - 1) not in said


@rule(
    "approved-late",
    Severity.WARNING,
    Group.DATES,
    title="เสนอมาตรการหลังจากมาตรการควรเริ่มไปแล้วหลายเดือน",
    bad="บันทึกข้อความลงวันที่ 20 มี.ค. 2569 เสนอมาตรการที่เริ่ม 1 ต.ค. 2568",
    good="บันทึกข้อความลงวันที่ 15 ก.ย. 2568 เสนอมาตรการที่เริ่ม 1 ต.ค. 2568",
)
def approved_late(case: Case) -> Iterator[Found]:
    memo = case.year.memo
    starts = [measure.start for measure in case.year.measures if measure.start]
    if memo and memo.date and starts and (memo.date - min(starts)).days > 90:
        yield dated(
            Place("memo", None, "date"),
            memo.date,
            f"มาตรการแรกเริ่ม {thai_date(min(starts), SHORT)} ก่อนวันที่เสนอขอความเห็นชอบกว่าสามเดือน",
        )


@rule(
    "signed-out-of-order",
    Severity.WARNING,
    Group.DATES,
    title="ลงนามก่อนผู้เสนอ",
    bad="ผู้จัดทำลงวันที่ 15 ก.ย. 2568 แต่หัวหน้าสำนักปลัดลงวันที่ 10 ก.ย. 2568",
    good="ผู้จัดทำลงวันที่ 15 ก.ย. 2568 หัวหน้าสำนักปลัดลงวันที่ 16 ก.ย. 2568",
)
def signed_out_of_order(case: Case) -> Iterator[Found]:
    memo = case.year.memo
    if memo is None:
        return
    latest = memo.date
    for number, signature in enumerate(memo.signatures):
        if signature.date is None:
            continue
        if latest and signature.date < latest:
            place = Place("memo", None, f"signatures[{number}].date")
            yield dated(place, signature.date, f"ลงนามก่อนวันที่ {thai_date(latest, SHORT)} ซึ่งเป็นวันที่ของขั้นก่อนหน้า")
        latest = max(latest or signature.date, signature.date)


@rule(
    "effective-before-signing",
    Severity.WARNING,
    Group.DATES,
    title="คำสั่งมีผลก่อนวันที่ลงนาม",
    bad="คำสั่งลงวันที่ 2 ธ.ค. 2567 ให้มีผลตั้งแต่ 1 พ.ย. 2567",
    good="คำสั่งลงวันที่ 2 ธ.ค. 2567 ให้มีผลตั้งแต่ 2 ธ.ค. 2567",
)
def effective_before_signing(case: Case) -> Iterator[Found]:
    order = case.year.order
    if order and order.date and order.effective and order.effective < order.date:
        yield dated(Place("order", None, "effective"), order.effective, f"คำสั่งลงวันที่ {thai_date(order.date, SHORT)}")
