"""What is missing on the way from a weak score to a measure: findings, measures, and what every measure has to state.

Missing is not wrong: these are warnings, so that a workbook half done does not look broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import FindingKind, Measure, Year
from ita_desktop.domain.scoring import FULL, score_text
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.thai.likeness import says_nothing

TO_MEND = frozenset({FindingKind.FIX, FindingKind.IMPROVE})


def _indicators_found(year: Year) -> set[int]:
    """Indicators that some finding is about, by itself or by its items."""
    items = [year.framework.item(code) for finding in year.findings for code in finding.items]
    return {f.indicator for f in year.findings if f.indicator} | {item.indicator for item in items if item}


def _indicators_measured(year: Year) -> set[int]:
    items = [year.framework.item(code) for measure in year.measures for code in measure.items]
    answered = [year.finding(id) for measure in year.measures for id in measure.findings]
    answered_items = [year.framework.item(code) for finding in answered if finding for code in finding.items]
    return (
        {measure.indicator for measure in year.measures if measure.indicator}
        | {item.indicator for item in (*items, *answered_items) if item}
        | {finding.indicator for finding in answered if finding and finding.indicator}
    )


def named_in_full(case: Case, number: int) -> str:
    return called(Subject(About.INDICATOR, str(number)), case.year.framework)


@rule(
    "score-missing",
    Severity.WARNING,
    Group.COVERAGE,
    title="ยังไม่มีคะแนนของบางตัวชี้วัด",
    bad="กรอกคะแนนแล้ว 9 ตัวชี้วัด ขาดตัวชี้วัดที่ 3",
    good="กรอกคะแนนครบทั้ง 10 ตัวชี้วัด",
)
def score_missing(case: Case) -> Iterator[Found]:
    missing = [one for one in case.results.indicators if one.score is None]
    if len(missing) == len(case.results.indicators):
        return  # the year has not been announced yet
    for one in missing:
        yield Found(
            where=Place("scores", str(one.number), "score"),
            message=f"ยังไม่มีคะแนน{named_in_full(case, one.number)} จึงยังคำนวณคะแนนรวมและระดับไม่ได้",
        )


@rule(
    "weak-without-finding",
    Severity.WARNING,
    Group.COVERAGE,
    title="ตัวชี้วัดที่ต่ำกว่าเกณฑ์ยังไม่มีข้อค้นพบ",
    bad="ตัวชี้วัดที่ 8 ได้ 83.17 แต่ไม่มีข้อค้นพบใดกล่าวถึง",
    good="ตัวชี้วัดที่ 8 ได้ 83.17 มีข้อค้นพบวิเคราะห์สาเหตุ",
)
def weak_without_finding(case: Case) -> Iterator[Found]:
    found = _indicators_found(case.year)
    for result in case.results.group("weak"):
        if result.number not in found:
            yield Found(
                where=Place("scores", str(result.number), "score"),
                quote=score_text(result.score),
                message=f"{named_in_full(case, result.number)} ได้ {score_text(result.score)} คะแนน แต่ยังไม่มีข้อค้นพบ",
            )


@rule(
    "weak-without-measure",
    Severity.WARNING,
    Group.COVERAGE,
    title="ตัวชี้วัดที่ต่ำกว่าเกณฑ์ยังไม่มีมาตรการ",
    bad="ตัวชี้วัดที่ 8 ได้ 83.17 แต่ไม่มีมาตรการใดแก้ไข",
    good="ตัวชี้วัดที่ 8 ได้ 83.17 มีมาตรการรองรับ",
)
def weak_without_measure(case: Case) -> Iterator[Found]:
    measured = _indicators_measured(case.year)
    for result in case.results.group("weak"):
        if result.number not in measured:
            yield Found(
                where=Place("scores", str(result.number), "measure"),
                quote=score_text(result.score),
                message=f"{named_in_full(case, result.number)} ได้ {score_text(result.score)} คะแนน แต่ยังไม่มีมาตรการ",
            )


@rule(
    "indicator-untreated",
    Severity.HINT,
    Group.COVERAGE,
    title="ตัวชี้วัดที่ไม่มีข้อค้นพบใดกล่าวถึงเลย",
    bad="มีข้อค้นพบของเก้าตัวชี้วัด แต่ไม่มีของตัวชี้วัดที่ 5",
    good="มีข้อค้นพบครบทุกตัวชี้วัด",
)
def indicator_untreated(case: Case) -> Iterator[Found]:
    found = _indicators_found(case.year)
    if not found:
        return
    for result in case.results.indicators:
        if result.score is not None and result.group != "weak" and result.number not in found:
            yield Found(
                where=Place("scores", str(result.number), "score"),
                message=f"{named_in_full(case, result.number)} ยังไม่มีข้อค้นพบ รายงานที่เรียงตามตัวชี้วัดจะไม่มีส่วนนี้",
            )


@rule(
    "item-without-finding",
    Severity.WARNING,
    Group.COVERAGE,
    title="ข้อที่เสียคะแนนมากยังไม่มีข้อค้นพบ",
    bad="ข้อ o12 ไม่ได้คะแนน แต่ไม่มีข้อค้นพบใดกล่าวถึง",
    good="ข้อ o12 ไม่ได้คะแนน มีข้อค้นพบระบุข้อนี้",
)
def item_without_finding(case: Case) -> Iterator[Found]:
    year = case.year
    if not year.findings:
        return
    named = {code for finding in year.findings for code in finding.items}
    named |= {code for measure in year.measures for code in measure.items}
    said = {code.code for prose in case.texts for code in prose.codes if code.code}
    found = _indicators_found(year)
    for item in case.results.items:
        if item.score is None or item.code in named or item.code in said or item.indicator is None:
            continue
        lost = item.code[0] == "o" and item.score < FULL
        low = item.score < year.strength_rule.mark and item.indicator not in found
        if lost or low:
            yield Found(
                where=Place("scores", item.code, "score"),
                quote=score_text(item.score),
                message=f"ข้อ {item.code} {item.title} ได้ {score_text(item.score)} คะแนน แต่ยังไม่มีข้อค้นพบ".replace(
                    "  ", " "
                ),
            )


@rule(
    "finding-without-measure",
    Severity.WARNING,
    Group.COVERAGE,
    title="ข้อค้นพบที่ต้องแก้ไขยังไม่มีมาตรการ",
    bad="ข้อค้นพบว่าระบบออนไลน์ใช้ยาก แต่ไม่มีมาตรการตอบ",
    good="ข้อค้นพบว่าระบบออนไลน์ใช้ยาก มีมาตรการพัฒนาระบบ",
)
def finding_without_measure(case: Case) -> Iterator[Found]:
    answered = {id for measure in case.year.measures for id in measure.findings}
    for finding in case.year.findings:
        if finding.kind in TO_MEND and finding.id not in answered:
            yield Found(
                where=Place("finding", finding.id, "measures"),
                message="ข้อค้นพบนี้ยังไม่มีมาตรการตอบ"
                if finding.kind is FindingKind.FIX
                else "ประเด็นที่ควรพัฒนานี้ยังไม่มีมาตรการตอบ",
                severity=None if finding.kind is FindingKind.FIX else Severity.HINT,
            )


@rule(
    "finding-without-subject",
    Severity.WARNING,
    Group.COVERAGE,
    title="ข้อค้นพบไม่ระบุว่าเกี่ยวกับตัวชี้วัด ข้อ หรือประเด็นใด",
    bad="ข้อค้นพบมีแต่ข้อความ",
    good="ข้อค้นพบระบุตัวชี้วัดที่ 8 ข้อ e7",
)
def finding_without_subject(case: Case) -> Iterator[Found]:
    for finding in case.year.findings:
        if finding.indicator is None and not finding.items and finding.topic is None:
            yield Found(where=Place("finding", finding.id, "indicator"), message="ยังไม่ระบุตัวชี้วัด ข้อ หรือประเด็น")
        if not finding.text.strip() and not finding.advice.strip():
            yield Found(where=Place("finding", finding.id, "text"), message="ข้อค้นพบนี้ยังไม่มีข้อความ")


@rule(
    "measure-without-finding",
    Severity.HINT,
    Group.COVERAGE,
    title="มาตรการที่ไม่ได้ตอบข้อค้นพบใด",
    bad="มาตรการอบรมบุคลากร ไม่โยงกับข้อค้นพบ",
    good="มาตรการอบรมบุคลากร ตอบข้อค้นพบของตัวชี้วัดที่ 1",
)
def measure_without_finding(case: Case) -> Iterator[Found]:
    if not case.year.findings:
        return
    for measure in case.year.measures:
        if not any(case.year.finding(id) for id in measure.findings):
            yield Found(where=Place("measure", measure.id, "findings"), message="มาตรการนี้ไม่ได้ตอบข้อค้นพบใด")


def _said(*texts: str) -> bool:
    return not all(says_nothing(text) for text in texts)


_REQUIRED: Mapping[str, tuple[str, Callable[[Measure], object]]] = {
    "title": ("ชื่อมาตรการ", lambda measure: _said(measure.title)),
    "steps": ("ขั้นตอนหรือวิธีดำเนินการ", lambda measure: _said(*measure.steps)),
    "owners": ("ผู้รับผิดชอบ", lambda measure: _said(*measure.owners)),
    "end": ("ระยะเวลาดำเนินการ", lambda measure: measure.end or measure.start or _said(measure.period_text)),
    "followup": ("การติดตามและรายงานผล", lambda measure: _said(measure.followup)),
}
"""What the year's item on measures asks every measure to show."""


@rule(
    "measure-incomplete",
    Severity.WARNING,
    Group.COVERAGE,
    title="มาตรการขาดสิ่งที่หลักเกณฑ์กำหนดให้แสดง",
    bad="มาตรการไม่ระบุผู้รับผิดชอบ",
    good="มาตรการระบุขั้นตอน ผู้รับผิดชอบ ระยะเวลา และการติดตามผล",
)
def measure_incomplete(case: Case) -> Iterator[Found]:
    item = case.year.framework.measures_item
    asked = f" ซึ่งข้อ {item} กำหนดให้แสดง" if item else ""
    for measure in case.year.measures:
        for field, (what, has) in _REQUIRED.items():
            if not has(measure):
                yield Found(where=Place("measure", measure.id, field), message=f"ยังไม่มี{what}{asked}")


@rule(
    "no-rounds",
    Severity.WARNING,
    Group.COVERAGE,
    title="มีมาตรการแต่ยังไม่กำหนดรอบติดตาม",
    bad="มี 6 มาตรการ ไม่มีรอบติดตาม",
    good="มี 6 มาตรการ ติดตามรอบ 6 เดือนและ 12 เดือน",
)
def no_rounds(case: Case) -> Iterator[Found]:
    if case.year.measures and not case.year.rounds:
        yield Found(where=Place("round"), message="ยังไม่กำหนดรอบติดตามผลของมาตรการ")
    for round in case.year.rounds:
        if round.due is None:
            yield Found(
                where=Place("round", round.id, "due"), message=f"{round.name} ยังไม่มีวันครบกำหนด", severity=Severity.HINT
            )
