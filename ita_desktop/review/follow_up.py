"""Reports on measures: said to be done but not shown, overdue, at odds with themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.progress import SETTLED, progress_of
from ita_desktop.domain.records import FollowUp, FollowUpState
from ita_desktop.review.case import Case
from ita_desktop.review.dates import SHORT, dated
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.dates import fiscal_year_of, fiscal_year_span, thai_date


@rule(
    "done-without-evidence",
    Severity.WARNING,
    Group.COVERAGE,
    title="รายงานว่าแล้วเสร็จแต่ไม่มีหลักฐาน",
    bad="รายงานว่าดำเนินการแล้วเสร็จ ไม่แนบหลักฐาน",
    good="รายงานว่าดำเนินการแล้วเสร็จ แนบลิงก์รายงานผล",
)
def done_without_evidence(case: Case) -> Iterator[Found]:
    for report in case.year.followups:
        if report.state is FollowUpState.DONE and not report.evidence:
            yield Found(where=Place("followup", report.id, "evidence"), message="รายงานว่าแล้วเสร็จแต่ยังไม่มีหลักฐาน")
        for number, evidence in enumerate(report.evidence):
            if not evidence.link.strip() and not evidence.file.strip():
                yield Found(
                    where=Place("followup", report.id, f"evidence[{number}].link"),
                    quote=evidence.title or None,
                    message="หลักฐานนี้ยังไม่มีลิงก์หรือไฟล์",
                    severity=Severity.HINT,
                )


@rule(
    "state-and-progress",
    Severity.WARNING,
    Group.COVERAGE,
    title="สถานะกับร้อยละความก้าวหน้าขัดกัน",
    bad="สถานะแล้วเสร็จ แต่ความก้าวหน้าร้อยละ 60",
    good="สถานะแล้วเสร็จ ความก้าวหน้าร้อยละ 100",
)
def state_and_progress(case: Case) -> Iterator[Found]:
    for report in case.year.followups:
        wrong = _contradiction(report)
        if wrong:
            yield Found(where=Place("followup", report.id, "progress"), quote=str(report.progress), message=wrong)


def _contradiction(report: FollowUp) -> str:
    if report.progress is None:
        return ""
    if report.state is FollowUpState.DONE and report.progress < 100:
        return f"สถานะแล้วเสร็จ แต่ความก้าวหน้าร้อยละ {report.progress}"
    if report.state is FollowUpState.NOT_STARTED and report.progress > 0:
        return f"สถานะยังไม่เริ่ม แต่ความก้าวหน้าร้อยละ {report.progress}"
    if report.state is FollowUpState.IN_PROGRESS and report.progress >= 100:
        return "ความก้าวหน้าร้อยละ 100 แต่สถานะยังอยู่ระหว่างดำเนินการ"
    return ""


@rule(
    "progress-fell",
    Severity.WARNING,
    Group.COVERAGE,
    title="ความก้าวหน้าถอยหลังจากรอบก่อน",
    bad="รอบ 6 เดือนร้อยละ 60 รอบ 12 เดือนร้อยละ 40",
    good="รอบ 6 เดือนร้อยละ 60 รอบ 12 เดือนร้อยละ 100",
)
def progress_fell(case: Case) -> Iterator[Found]:
    for progress in progress_of(case.year):
        for before, report in pairwise(one.report for one in progress.rounds if one.report):
            if before.progress is not None and report.progress is not None and report.progress < before.progress:
                yield Found(
                    where=Place("followup", report.id, "progress"),
                    quote=str(report.progress),
                    message=f"รอบก่อนรายงานไว้ร้อยละ {before.progress}",
                )
            elif before.state is FollowUpState.DONE and report.state not in SETTLED:
                yield Found(
                    where=Place("followup", report.id, "state"), message="รอบก่อนรายงานว่าแล้วเสร็จ รอบนี้กลับยังไม่แล้วเสร็จ"
                )


@rule(
    "result-missing",
    Severity.WARNING,
    Group.COVERAGE,
    title="รายงานความก้าวหน้าแต่ไม่เขียนผลการดำเนินการ",
    bad="สถานะอยู่ระหว่างดำเนินการ ไม่มีข้อความผลการดำเนินการ",
    good="สถานะอยู่ระหว่างดำเนินการ เขียนว่าจัดทำแผนผังแล้ว",
)
def result_missing(case: Case) -> Iterator[Found]:
    for report in case.year.followups:
        if report.state in {FollowUpState.IN_PROGRESS, FollowUpState.DONE} and not report.result.strip():
            yield Found(where=Place("followup", report.id, "result"), message="ยังไม่มีข้อความผลการดำเนินการ")


@rule(
    "overdue",
    Severity.WARNING,
    Group.COVERAGE,
    title="เลยกำหนดแล้วยังไม่มีรายงาน หรือยังไม่แล้วเสร็จ",
    bad="รอบ 6 เดือนครบกำหนด 31 มี.ค. 2569 วันนี้ 15 เม.ย. 2569 ยังไม่มีรายงาน",
    good="รอบ 6 เดือนครบกำหนด 31 มี.ค. 2569 รายงานผลเมื่อ 24 มี.ค. 2569",
)
def overdue(case: Case) -> Iterator[Found]:
    today = case.today
    if today is None:
        return
    for progress in progress_of(case.year):
        measure = progress.measure
        for round in progress.missed(today):
            yield Found(
                where=Place("followup", f"{measure.id}/{round.id}", "reported"),
                message=f"{round.name} ครบกำหนด {thai_date(round.due, SHORT)} แต่ยังไม่มีรายงานของมาตรการนี้",
            )
        end = measure.revised_end or measure.end
        if progress.is_late(today) and any(one.report for one in progress.rounds):
            yield Found(
                where=Place("measure", measure.id, "end"),
                quote=thai_date(end, SHORT),
                message="เลยวันสิ้นสุดแล้วแต่ยังไม่มีรายงานว่าแล้วเสร็จ",
            )


@rule(
    "reported-in-the-future",
    Severity.WARNING,
    Group.DATES,
    title="วันที่รายงานยังมาไม่ถึง",
    bad="วันนี้ 15 ต.ค. 2569 แต่รายงานผลลงวันที่ 28 มี.ค. 2570",
    good="วันนี้ 15 ต.ค. 2569 รายงานผลลงวันที่ 28 มี.ค. 2569",
)
def reported_in_the_future(case: Case) -> Iterator[Found]:
    for report in case.year.followups:
        if case.today and report.reported and report.reported > case.today:
            yield Found(
                where=Place("followup", report.id, "reported"),
                quote=thai_date(report.reported, SHORT),
                message="วันที่รายงานยังมาไม่ถึง",
            )


# ---------------------------------------------------------------------------------------------------------------- dates


@rule(
    "reported-before-start",
    Severity.ERROR,
    Group.DATES,
    title="รายงานผลก่อนเริ่มดำเนินมาตรการ",
    bad="มาตรการเริ่ม 1 พ.ย. 2568 แต่รายงานผลลงวันที่ 20 ต.ค. 2568",
    good="มาตรการเริ่ม 1 พ.ย. 2568 รายงานผลลงวันที่ 30 มี.ค. 2569",
)
def reported_before_start(case: Case) -> Iterator[Found]:
    for report in case.year.followups:
        measure = case.year.measure(report.measure)
        began = report.state in {FollowUpState.IN_PROGRESS, FollowUpState.DONE}
        if report.reported and measure and measure.start and began and report.reported < measure.start:
            place = Place("followup", report.id, "reported")
            yield dated(place, report.reported, f"มาตรการเริ่ม {thai_date(measure.start, SHORT)} จึงยังรายงานผลไม่ได้")


@rule(
    "followed-up-too-early",
    Severity.WARNING,
    Group.DATES,
    title="รอบติดตามสุดท้ายมาก่อนมาตรการสิ้นสุด",
    bad="มาตรการสิ้นสุด 30 ก.ย. 2569 แต่รอบติดตามสุดท้ายคือ 31 มี.ค. 2569",
    good="มาตรการสิ้นสุด 30 ก.ย. 2569 รอบติดตามสุดท้ายคือ 30 ก.ย. 2569",
)
def followed_up_too_early(case: Case) -> Iterator[Found]:
    due = [round.due for round in case.year.rounds]
    known = [day for day in due if day]
    if not known or len(known) < len(due):
        return
    done = {report.measure for report in case.year.followups if report.state is FollowUpState.DONE}
    for measure in case.year.measures:
        end = measure.revised_end or measure.end
        if end and end > max(known) and measure.id not in done:
            yield dated(
                Place("measure", measure.id, "end"),
                end,
                f"รอบติดตามสุดท้ายครบกำหนด {thai_date(max(known), SHORT)} ก่อนมาตรการสิ้นสุด",
            )


@rule(
    "round-outside-year",
    Severity.WARNING,
    Group.DATES,
    title="รอบติดตามอยู่นอกปีที่ดำเนินมาตรการ",
    bad="มาตรการปีงบประมาณ 2569 แต่รอบ 6 เดือนครบกำหนด 31 มี.ค. 2568",
    good="มาตรการปีงบประมาณ 2569 รอบ 6 เดือนครบกำหนด 31 มี.ค. 2569",
)
def round_outside_year(case: Case) -> Iterator[Found]:
    number = case.year.measures_year
    for round in case.year.rounds:
        # The last report may be written in the weeks after the year has closed.
        if round.due and fiscal_year_of(round.due) != number and not _just_after(round.due, number):
            yield dated(Place("round", round.id, "due"), round.due, f"อยู่นอกปีงบประมาณ {number}")


def _just_after(day: datetime.date, number: int) -> bool:
    return 0 < (day - fiscal_year_span(number)[1]).days <= 92
