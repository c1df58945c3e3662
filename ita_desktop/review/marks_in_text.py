"""How totals, bands and marks are worded: a weighted total called a mean, bands with gaps, "มากกว่า … ขึ้นไป"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import half_up
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.digits import in_digits_of


@rule(
    "weighted-called-mean",
    Severity.HINT,
    Group.FIGURES,
    title="เรียกคะแนนรวมว่าคะแนนเฉลี่ย",
    bad="คะแนนเฉลี่ยรวม 88.98 คะแนน",
    good="คะแนนรวม 88.98 คะแนน",
    texts=True,
)
def weighted_called_mean(case: Case) -> Iterator[Found]:
    total = case.results.total
    means = {half_up(mean) for mean in case.results.tools.values() if mean is not None}
    if total is None or total in means:
        return
    for prose in case.texts:
        for match in re.finditer(r"คะแนนเฉลี่ย(?:รวม)?\s{0,3}(?P<value>[0-9]{2}\.[0-9]{2})", prose.arabic):
            if Decimal(match["value"]) == total:
                word = match.group()[: match.start("value") - match.start()].rstrip()
                yield Found(
                    where=prose.at(match.start(), match.start() + len(word)),
                    quote=word,
                    expected="คะแนนรวม",
                    fix="คะแนนรวม",
                    message="คะแนนรวมของ ITA ถ่วงน้ำหนักตามเครื่องมือ มิใช่ค่าเฉลี่ยของตัวชี้วัด",
                )


_BAND = re.compile(
    r"(?P<low>[0-9]{1,3})(?:\.00)?\s*[-–]\s*(?P<high>[0-9]{2})(?!\.?[0-9])\s*(?:คะแนน)?[\s:=|ระดับ]*(?P<level>[A-F]{1,2}|ผ่าน[ก-๎]*|ต้องปรับปรุง[ก-๎]*)(?![A-Za-zก-๎])"
)


@rule(
    "band-with-gaps",
    Severity.WARNING,
    Group.FIGURES,
    title="ช่วงคะแนนของระดับเว้นช่องว่าง",
    bad="คะแนน 85 - 94 ระดับ A",
    good="คะแนน 85.00 - 94.99 ระดับ A",
    texts=True,
)
def band_with_gaps(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _BAND.finditer(prose.arabic):
            high = Decimal(match["high"])
            if high < 100 and int(match["low"]) < high:
                start, end = match.span("high")
                fix = f"{high}.99"
                quote = prose.text[start:end]
                yield Found(
                    where=prose.at(start, end),
                    quote=quote,
                    expected=fix,
                    fix=in_digits_of(quote, fix),
                    message=f"คะแนนระหว่าง {high} กับ {high + 1} เช่น {high}.50 ไม่อยู่ในระดับใด ควรเขียนถึง {fix}",
                )


_MORE_AND_UP = re.compile(r"(?:มากกว่า|เกินกว่า|เกิน|สูงกว่า)(?P<mark>(?:ร้อยละ|\s)*[0-9๐-๙]{2,3}\s*(?:คะแนน)?\s*)ขึ้นไป")


@rule(
    "more-than-and-up",
    Severity.WARNING,
    Group.FIGURES,
    title="เขียนว่ามากกว่า … ขึ้นไป จนคะแนนที่เท่าเกณฑ์พอดีไม่อยู่กลุ่มใด",
    bad="ตัวชี้วัดที่มีคะแนนมากกว่า 85 คะแนนขึ้นไป เป็นจุดแข็ง",
    good="ตัวชี้วัดที่มีคะแนนตั้งแต่ 85 คะแนนขึ้นไป เป็นจุดแข็ง",
    texts=True,
)
def more_than_and_up(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _MORE_AND_UP.finditer(prose.text):
            fix = f"ตั้งแต่{match['mark']}ขึ้นไป"
            yield Found(
                where=prose.at(*match.span()),
                quote=match.group(),
                expected=fix,
                fix=fix,
                message="คะแนนที่เท่าเกณฑ์พอดีจะไม่เป็นทั้งจุดแข็งและจุดอ่อน",
            )
