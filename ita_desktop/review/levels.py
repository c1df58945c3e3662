"""Totals, levels and means: what was announced and entered, against what the scores come to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.item_means import item_means
from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.scoring import half_up, score_text
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import agrees


@rule(
    "reported-total",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนรวมที่บันทึกว่าประกาศไม่ตรงกับที่คำนวณจากตัวชี้วัด",
    bad="คะแนนรวมที่ประกาศ 89.98 แต่ตัวชี้วัดทั้งสิบคำนวณได้ 88.98",
    good="คะแนนรวมที่ประกาศ 88.98 เท่ากับที่คำนวณได้",
)
def reported_total(case: Case) -> Iterator[Found]:
    reported, computed = case.year.reported.total, case.results.total
    if reported is not None and computed is not None and not agrees(_plain(reported), computed):
        yield Found(
            where=Place("scores", None, "reported.total"),
            quote=score_text(reported),
            expected=score_text(computed),
            message=(
                f"คะแนนรวมที่ประกาศ {score_text(reported)} แต่คำนวณจากคะแนนตัวชี้วัดได้ {score_text(computed)} "
                "อาจพิมพ์คะแนนบางตัวผิด"
            ),
        )


def _plain(value: Decimal) -> Decimal:
    """86.50 and 86.5 are the same announcement: zeros at the end say nothing of how exact it is."""
    return value.normalize() if value != value.to_integral_value() else value


@rule(
    "reported-level",
    Severity.ERROR,
    Group.FIGURES,
    title="ระดับผลการประเมินที่บันทึกไว้ไม่ตรงกับหลักเกณฑ์ของปี",
    bad="ปี 2568 บันทึกระดับ A ทั้งที่หลักเกณฑ์ของปีนั้นไม่มีระดับ A",
    good="ปี 2568 ได้คะแนนรวม 88.98 ทุกเครื่องมือไม่ต่ำกว่า 85 บันทึกระดับผ่านดี",
)
def reported_level(case: Case) -> Iterator[Found]:
    reported, level = case.year.reported.level, case.results.level
    if not reported:
        return
    names = [one.name for one in case.year.framework.levels]
    place = Place("scores", None, "reported.level")
    if names and reported not in names:
        yield Found(
            where=place,
            quote=reported,
            expected=level.name if level else None,
            message=f"หลักเกณฑ์ปี {case.year.number} ไม่มีระดับ {reported} มีแต่ {' '.join(names)}",
        )
    elif level is not None and level.name != reported:
        unsure = level.confidence is not Confidence.SURE or "eit_in_two_parts" in case.year.framework.unconfirmed
        yield Found(
            where=place,
            quote=reported,
            expected=level.name,
            message=f"คะแนนปีนี้อยู่ในระดับ{level.name}ตามหลักเกณฑ์ แต่บันทึกว่าประกาศระดับ{reported}",
            severity=Severity.WARNING if unsure else None,
        )


@rule(
    "item-mean",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนตัวชี้วัดไม่เท่ากับค่าเฉลี่ยของรายข้อ",
    bad="ตัวชี้วัดที่ 1 ได้ 96.03 แต่ข้อ i1 i2 i3 เฉลี่ยได้ 94.03",
    good="ตัวชี้วัดที่ 1 ได้ 96.03 เท่ากับค่าเฉลี่ยของข้อ i1 i2 i3",
)
def item_mean(case: Case) -> Iterator[Found]:
    for mean in item_means(case.year):
        if mean.agrees is False and mean.mean is not None:
            name = called(Subject(About.INDICATOR, str(mean.indicator)), case.year.framework)
            right = score_text(half_up(mean.mean))
            yield Found(
                where=Place("scores", str(mean.indicator), "score"),
                quote=score_text(mean.score),
                expected=right,
                message=f"{name} ได้ {score_text(mean.score)} แต่รายข้อเฉลี่ยได้ {right} โปรดตรวจกับผลที่ประกาศ",
                severity=None if mean.confirmed else Severity.WARNING,
            )


@rule(
    "eit-parts",
    Severity.WARNING,
    Group.FIGURES,
    title="คะแนน EIT สองส่วนไม่เข้ากับคะแนนเฉลี่ย EIT",
    bad="EIT ส่วนที่ 1 ได้ 90.00 ส่วนที่ 2 ได้ 92.00 แต่ตัวชี้วัดที่ 6-8 เฉลี่ยได้ 89.39",
    good="EIT ส่วนที่ 1 ได้ 92.16 ส่วนที่ 2 ได้ 86.62 ค่าเฉลี่ย 89.39 อยู่ระหว่างสองส่วน",
)
def eit_parts(case: Case) -> Iterator[Found]:
    parts, mean = sorted(case.year.eit_parts.values()), case.results.tools.get("EIT")
    if len(parts) == 2 and mean is not None and not parts[0] - 1 <= mean <= parts[1] + 1:
        yield Found(
            where=Place("scores", None, "eit_parts"),
            quote=" ".join(score_text(part) for part in parts),
            message=f"คะแนนเฉลี่ยของ EIT คือ {score_text(mean)} ซึ่งไม่อยู่ระหว่างคะแนนสองส่วน โปรดตรวจคะแนนอีกครั้ง",
        )


@rule(
    "item-outside-year",
    Severity.ERROR,
    Group.CODES,
    title="มีคะแนนของข้อที่ไม่มีในหลักเกณฑ์ของปี",
    bad="ปี 2568 มีคะแนนของข้อ o35 ทั้งที่ปีนั้นมีถึง o28",
    good="ปี 2568 มีคะแนนข้อ o1 ถึง o28",
)
def item_outside_year(case: Case) -> Iterator[Found]:
    framework = case.year.framework
    for code in case.year.item_scores:
        if framework.items and framework.item(code) is None:
            yield Found(
                where=Place("scores", code, "score"),
                quote=code,
                message=f"ข้อ {code} ไม่มีในหลักเกณฑ์ปี {case.year.number}",
            )
