"""All papers by the names that the command line and the papers window use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.records import Year
from ita_desktop.papers.agenda import agenda
from ita_desktop.papers.announcement import announcement
from ita_desktop.papers.blocks import Paper, PaperOptions
from ita_desktop.papers.calendar import calendar
from ita_desktop.papers.checklist import checklist
from ita_desktop.papers.circular import circular
from ita_desktop.papers.division_form import division_forms
from ita_desktop.papers.follow_up import follow_up
from ita_desktop.papers.measures import measures
from ita_desktop.papers.memo import memo
from ita_desktop.papers.order import order
from ita_desktop.papers.report import report

FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class PaperKind:
    name: str
    title: str
    make: Callable[[Year, PaperOptions], Paper]
    stem: str
    """Its part of a file name on the website: Latin letters and hyphens."""
    formats: tuple[str, ...] = FORMATS


PAPERS: Mapping[str, PaperKind] = {
    kind.name: kind
    for kind in (
        PaperKind("memo", "บันทึกข้อความ", memo, "memo"),
        PaperKind("report", "รายงานการวิเคราะห์ผลการประเมิน", report, "report"),
        PaperKind("measures", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", measures, "measures"),
        PaperKind("followup", "รายงานผลการดำเนินการตามมาตรการ", follow_up, "follow-up"),
        PaperKind("order", "คำสั่งแต่งตั้งคณะทำงาน", order, "order"),
        PaperKind("agenda", "ระเบียบวาระการประชุม", agenda, "agenda"),
        PaperKind("announcement", "ประกาศมาตรการ", announcement, "announcement"),
        PaperKind("circular", "บันทึกแจ้งเวียนส่วนราชการ", circular, "circular"),
        PaperKind("calendar", "ปฏิทินการดำเนินงาน", calendar, "calendar"),
        PaperKind("checklist", "รายการข้อมูลสาธารณะ (OIT)", checklist, "checklist"),
        PaperKind("forms", "แบบรายงานของส่วนราชการ", division_forms, "division-forms"),
    )
}


def paper_kind(name: str) -> PaperKind:
    if name not in PAPERS:
        raise WrongUsage(f"ไม่รู้จักเอกสาร “{name}”", do=f"เอกสารที่มีคือ {', '.join(PAPERS)}")
    return PAPERS[name]


def file_name(year: Year, name: str, format: str = "pdf") -> str:
    """`ita-2568-report.pdf`"""
    return f"ita-{year.number}-{paper_kind(name).stem}.{format}"
