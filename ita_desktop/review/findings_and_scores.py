"""Findings held against the scores: faults where nothing is lost, strengths below the mark, drops not spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import FindingKind
from ita_desktop.domain.scoring import FULL, half_up, score_text
from ita_desktop.review.case import Case
from ita_desktop.review.coverage import TO_MEND, named_in_full
from ita_desktop.review.rule import Found, Group, rule


@rule(
    "fault-at-full-score",
    Severity.WARNING,
    Group.COVERAGE,
    title="ระบุข้อบกพร่องทั้งที่ได้คะแนนเต็ม",
    bad="ข้อค้นพบที่ต้องแก้ไขของตัวชี้วัดที่ 2 ซึ่งได้ 100.00",
    good="ข้อค้นพบที่ต้องแก้ไขของตัวชี้วัดที่ 8 ซึ่งได้ 83.17",
)
def fault_at_full_score(case: Case) -> Iterator[Found]:
    for finding in case.year.findings:
        if finding.kind not in TO_MEND:
            continue
        score = case.year.indicator_scores.get(finding.indicator) if finding.indicator else None
        lacking = any(case.year.item_scores.get(code, FULL) < FULL for code in finding.items)
        if score == FULL and not lacking:
            yield Found(
                where=Place("finding", finding.id, "indicator"),
                quote=str(finding.indicator),
                message=f"{named_in_full(case, finding.indicator or 0)} ได้คะแนนเต็ม จึงไม่มีข้อบกพร่องให้แก้ไข",
            )
        for code in finding.items:
            if case.year.item_scores.get(code) == FULL and finding.kind is FindingKind.FIX:
                yield Found(
                    where=Place("finding", finding.id, "items"),
                    quote=code,
                    message=f"ข้อ {code} ได้คะแนนเต็ม จึงไม่มีข้อบกพร่องให้แก้ไข",
                )


@rule(
    "item-score-unknown",
    Severity.HINT,
    Group.COVERAGE,
    title="ข้อค้นพบอ้างข้อที่ยังไม่มีคะแนน",
    bad="ข้อค้นพบระบุข้อ e7 แต่ยังไม่ได้บันทึกคะแนนข้อ e7",
    good="ข้อค้นพบระบุข้อ e7 ซึ่งได้ 80.40",
)
def item_score_unknown(case: Case) -> Iterator[Found]:
    for finding in case.year.findings:
        for code in finding.items:
            if code not in case.year.item_scores and case.year.framework.item(code):
                yield Found(
                    where=Place("finding", finding.id, "items"),
                    quote=code,
                    message=f"ยังไม่มีคะแนนของข้อ {code} จึงตรวจไม่ได้ว่าเป็นข้อบกพร่องจริง",
                )


@rule(
    "strength-below-mark",
    Severity.WARNING,
    Group.COVERAGE,
    title="จัดเป็นจุดแข็งทั้งที่ต่ำกว่าเกณฑ์",
    bad="ข้อค้นพบชนิดจุดแข็งของตัวชี้วัดที่ 8 ซึ่งได้ 83.17",
    good="ข้อค้นพบชนิดจุดแข็งของตัวชี้วัดที่ 3 ซึ่งได้ 97.33",
)
def strength_below_mark(case: Case) -> Iterator[Found]:
    mark = case.year.strength_rule.mark
    for finding in case.year.findings:
        if finding.kind is not FindingKind.STRENGTH or finding.indicator is None:
            continue
        result = case.results.indicator(finding.indicator)
        good_items = any(case.year.item_scores.get(code, mark - 1) >= mark for code in finding.items)
        if result and result.group == "weak" and not good_items:
            yield Found(
                where=Place("finding", finding.id, "kind"),
                quote="จุดแข็ง",
                message=f"{named_in_full(case, finding.indicator)} ได้ {score_text(result.score)} คะแนน ไม่อยู่ในกลุ่มจุดแข็ง",
            )


@rule(
    "drop-not-discussed",
    Severity.HINT,
    Group.COVERAGE,
    title="คะแนนลดลงมากแต่ข้อค้นพบไม่กล่าวถึง",
    bad="ตัวชี้วัดที่ 10 ลดลง 10.00 คะแนน แต่ข้อค้นพบเขียนเพียงให้รักษามาตรฐาน",
    good="ข้อค้นพบของตัวชี้วัดที่ 10 กล่าวว่าลดลงจากปีก่อน 10.00 คะแนน",
)
def drop_not_discussed(case: Case) -> Iterator[Found]:
    for result in case.results.indicators:
        about = [finding for finding in case.year.findings if finding.indicator == result.number]
        if not about or result.change is None or result.change > -3:
            continue
        texts = " ".join(finding.text + finding.advice for finding in about)
        if not any(word in texts for word in ("ลดลง", "ต่ำลง", "ต่ำกว่าปี", "ถดถอย")):
            fall = abs(half_up(result.change))
            yield Found(
                where=Place("finding", about[0].id, "text"),
                message=f"{named_in_full(case, result.number)} ลดลงจากปีก่อน {fall} คะแนน แต่ข้อค้นพบไม่ได้กล่าวถึง",
            )
