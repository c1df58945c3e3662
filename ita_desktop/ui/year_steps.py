"""The officer's year as steps, and what is missing in each: figures of a Year, without a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import FindingKind, Year
from ita_desktop.domain.scoring import Results
from ita_desktop.ui.due import Due


class Standing(StrEnum):
    DONE = "done"
    TO_DO = "to_do"
    LATER = "later"
    """Nothing can be done here before the steps in front of it."""


@dataclass(frozen=True, slots=True)
class Step:
    key: str
    title: str
    standing: Standing
    note: str
    """What is missing, in a few words; the whole sentence is the tip."""
    tip: str
    place: Place


def steps(year: Year, results: Results, due: Due) -> tuple[Step, ...]:
    return (
        _scores(year),
        _findings(year, results),
        _measures(year),
        _papers(year),
        _follow_up(year, due),
        _next(year),
    )


def _scores(year: Year) -> Step:
    missing = len(year.framework.indicators) - len(year.indicator_scores)
    if missing:
        tip = f"ยังไม่มีคะแนน {missing} ตัวชี้วัด"
        return Step("scores", "คะแนน", Standing.TO_DO, f"ขาด {missing}", tip, Place("scores"))
    return Step("scores", "คะแนน", Standing.DONE, "", "มีคะแนนครบทุกตัวชี้วัด", Place("scores"))


def _findings(year: Year, results: Results) -> Step:
    place = Place("finding")
    if not year.indicator_scores and not year.findings:
        return Step("findings", "ข้อค้นพบ", Standing.LATER, "", "ใส่คะแนนก่อน", place)
    covered = {finding.indicator for finding in year.findings}
    bare = [result for result in results.group("weak") if result.number not in covered]
    if bare:
        tip = "จุดอ่อนที่ยังไม่มีข้อค้นพบ: " + ", ".join(f"{r.number} {r.name}" for r in bare)
        return Step("findings", "ข้อค้นพบ", Standing.TO_DO, f"ขาด {len(bare)}", tip, place)
    if not year.findings:
        return Step("findings", "ข้อค้นพบ", Standing.TO_DO, "", "ยังไม่มีข้อค้นพบ", place)
    tip = f"มีข้อค้นพบ {len(year.findings)} ข้อ ครบทุกจุดอ่อน"
    return Step("findings", "ข้อค้นพบ", Standing.DONE, str(len(year.findings)), tip, place)


def _measures(year: Year) -> Step:
    place = Place("measure")
    if not year.findings and not year.measures:
        return Step("measures", "มาตรการ", Standing.LATER, "", "เขียนข้อค้นพบก่อน", place)
    answered = {id for measure in year.measures for id in measure.findings}
    bare = [f for f in year.findings if f.kind is FindingKind.FIX and f.id not in answered]
    if bare:
        tip = f"ข้อค้นพบที่ต้องแก้ไข {len(bare)} ข้อยังไม่มีมาตรการรองรับ"
        return Step("measures", "มาตรการ", Standing.TO_DO, f"ขาด {len(bare)}", tip, place)
    ownerless = [measure for measure in year.measures if not measure.owners]
    if ownerless:
        tip = f"มาตรการ {len(ownerless)} ข้อยังไม่มีผู้รับผิดชอบ"
        return Step("measures", "มาตรการ", Standing.TO_DO, f"ไม่มีผู้รับผิดชอบ {len(ownerless)}", tip, place)
    dateless = [m for m in year.measures if not (m.period_text or m.end or m.revised_end)]
    if dateless:
        tip = f"มาตรการ {len(dateless)} ข้อยังไม่กำหนดช่วงเวลา"
        return Step("measures", "มาตรการ", Standing.TO_DO, f"ไม่มีกำหนด {len(dateless)}", tip, place)
    if not year.measures:
        return Step("measures", "มาตรการ", Standing.TO_DO, "", "ยังไม่มีมาตรการ", place)
    tip = f"มีมาตรการ {len(year.measures)} ข้อ ครบทุกเรื่องที่ต้องแก้ไข"
    return Step("measures", "มาตรการ", Standing.DONE, str(len(year.measures)), tip, place)


def _papers(year: Year) -> Step:
    place = Place("memo")
    if not year.measures:
        return Step("papers", "เอกสาร", Standing.LATER, "", "เขียนมาตรการก่อน แล้วจึงทำบันทึกข้อความและรายงาน", place)
    if year.memo is None or not year.memo.subject:
        return Step("papers", "เอกสาร", Standing.TO_DO, "", "ยังไม่ได้เขียนบันทึกข้อความ", place)
    return Step("papers", "เอกสาร", Standing.DONE, "", "เขียนบันทึกข้อความแล้ว ส่งออกได้ทุกเมื่อ", place)


def _follow_up(year: Year, due: Due) -> Step:
    place = Place("followup")
    if not year.measures:
        return Step("followup", "ติดตาม", Standing.LATER, "", "มีมาตรการแล้วจึงติดตามผล", place)
    if due.late:
        tip = f"มาตรการ {len(due.late)} ข้อถึงวันครบกำหนดแล้ว แต่ยังไม่รายงานผลหรือยังไม่แล้วเสร็จ"
        return Step("followup", "ติดตาม", Standing.TO_DO, f"เกินกำหนด {len(due.late)}", tip, place)
    if not year.rounds:
        return Step("followup", "ติดตาม", Standing.TO_DO, "", "ยังไม่ได้กำหนดรอบติดตาม", place)
    if due.unsettled:
        tip = f"มาตรการ {len(due.unsettled)} ข้อยังไม่แล้วเสร็จ"
        return Step("followup", "ติดตาม", Standing.TO_DO, f"เหลือ {len(due.unsettled)}", tip, place)
    return Step("followup", "ติดตาม", Standing.DONE, "", "ติดตามครบทุกมาตรการแล้ว", place)


def _next(year: Year) -> Step:
    tip = f"เริ่มปี {year.number + 1} โดยยกเรื่องที่ยังใช้ได้ไปด้วย"
    return Step("next", "ปีถัดไป", Standing.LATER, "", tip, Place("next-year"))
