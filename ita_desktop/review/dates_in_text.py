"""Dates in prose that cannot be, come in the wrong order, or lie in the wrong year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.dates import SHORT, known_from, span_text
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.dates import WEEKDAYS, fiscal_year_span, thai_date


@rule(
    "impossible-date",
    Severity.ERROR,
    Group.DATES,
    title="วันที่ที่ไม่มีในปฏิทิน",
    bad="รายงานผลภายในวันที่ 30 กุมภาพันธ์ 2569",
    good="รายงานผลภายในวันที่ 28 กุมภาพันธ์ 2569",
    texts=True,
)
def impossible_date(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for found in prose.dates:
            if found.reason is not None and found.date is None:
                yield Found(where=prose.at(found.start, found.end), quote=found.text, message=found.reason)


@rule(
    "wrong-weekday",
    Severity.ERROR,
    Group.DATES,
    title="วันในสัปดาห์ไม่ตรงกับวันที่",
    bad="ประชุมในวันจันทร์ที่ 5 กันยายน 2568",
    good="ประชุมในวันศุกร์ที่ 5 กันยายน 2568",
    texts=True,
)
def wrong_weekday(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for found in prose.dates:
            if found.reason is None or found.date is None:
                continue
            right = f"วัน{WEEKDAYS[found.date.weekday()]}"
            said = re.match(r"วัน\s*[ก-๎]+?(?=\s*ที่\s*[0-9๐-๙])", found.text)
            if said:
                yield Found(
                    where=prose.at(found.start, found.start + said.end()),
                    quote=said.group(),
                    expected=right,
                    fix=right,
                    message=found.reason,
                )


@rule(
    "period-in-text",
    Severity.ERROR,
    Group.DATES,
    title="วันสิ้นสุดในข้อความมาก่อนวันเริ่ม",
    bad="ดำเนินการตั้งแต่วันที่ 1 มีนาคม 2569 ถึงวันที่ 31 มกราคม 2569",
    good="ดำเนินการตั้งแต่วันที่ 1 มกราคม 2569 ถึงวันที่ 31 มีนาคม 2569",
    texts=True,
)
def period_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for first, second in pairwise(prose.dates):
            between = prose.text[first.end : second.start]
            joined = re.fullmatch(r"\s*(?:จนถึง|ถึง|-|–|—)\s*(?:วัน)?(?:ที่)?\s*", between)
            if joined and first.date and second.date and second.date < first.date:
                yield Found(
                    where=prose.at(second.start, second.end),
                    quote=second.text,
                    message=f"วันสิ้นสุด {thai_date(second.date, SHORT)} มาก่อนวันเริ่ม {thai_date(first.date, SHORT)}",
                )


@rule(
    "date-outside-measures-year",
    Severity.WARNING,
    Group.DATES,
    title="วันที่ในมาตรการอยู่นอกปีงบประมาณที่ดำเนินการ",
    bad="มาตรการของปี 2569 มีขั้นตอนว่า จัดอบรมภายในวันที่ 31 มีนาคม 2568",
    good="มาตรการของปี 2569 มีขั้นตอนว่า จัดอบรมภายในวันที่ 31 มีนาคม 2569",
)
def date_outside_measures_year(case: Case) -> Iterator[Found]:
    first, last = fiscal_year_span(case.year.measures_year)
    for prose in case.texts:
        if prose.place.kind != "measure" or prose.place.field in {"title", "analysis", "period_text"}:
            continue
        for found in prose.dates:
            if found.date is not None and not first <= found.date <= last:
                yield Found(
                    where=prose.at(found.start, found.end),
                    quote=found.text,
                    message=f"มาตรการดำเนินการในปีงบประมาณ {case.year.measures_year} ({span_text(first, last)})",
                )


@rule(
    "announced-in-text",
    Severity.ERROR,
    Group.DATES,
    title="วันที่ประกาศผลในข้อความเป็นไปไม่ได้",
    bad="สำนักงาน ป.ป.ช. ประกาศผลเมื่อวันที่ 1 มีนาคม 2568 ตามการประเมินปีงบประมาณ พ.ศ. 2568",
    good="สำนักงาน ป.ป.ช. ประกาศผลเมื่อวันที่ 18 สิงหาคม 2568 ตามการประเมินปีงบประมาณ พ.ศ. 2568",
    texts=True,
)
def announced_in_text(case: Case) -> Iterator[Found]:
    earliest, sure = known_from(case.year)
    for prose in case.texts:
        for found in prose.dates:
            before = prose.text[max(0, found.start - 30) : found.start]
            if found.date is None or not re.search(r"ประกาศผล(?:การประเมิน)?[^\n]{0,20}$", before):
                continue
            if abs((found.date - earliest).days) > 240:
                continue  # another year's announcement
            wrong = found.date != earliest if sure else found.date < earliest
            if wrong:
                right = thai_date(earliest) if sure else None
                yield Found(
                    where=prose.at(found.start, found.end),
                    quote=found.text,
                    expected=right,
                    message=f"ผลการประเมินปี {case.year.number} ประกาศเมื่อ {right}"
                    if right
                    else f"ผลปี {case.year.number} ทราบได้ไม่ก่อน {thai_date(earliest)}",
                )
