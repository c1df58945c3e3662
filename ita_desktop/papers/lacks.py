"""What a paper still lacks before it can be signed: plain lines for the list of papers.

A paper can always be made; where something is missing it says so or leaves room. The review finds what is wrong;
this only says what is not there yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.oit import oit_codes
from ita_desktop.domain.progress import progress_of, rounds_in_order
from ita_desktop.domain.records import Agenda, Measure, Memo, Order, Year
from ita_desktop.domain.scoring import results
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.letters import lost_letters
from ita_desktop.papers.plan import includes, unknown_sections
from ita_desktop.papers.registry import paper_kind
from ita_desktop.thai.lists import joined


def lacks(year: Year, paper: str, options: PaperOptions | None = None) -> tuple[str, ...]:
    """One line for each thing that `paper` lacks; none when it is complete."""
    kind, options = paper_kind(paper), options or PaperOptions()
    found = (*_LACKS[kind.name](year, options), *lost_letters(kind.make(year, options)))
    return tuple(dict.fromkeys(line for line in found if line))


def _scores(year: Year) -> Iterable[str]:
    missing = [str(one.number) for one in results(year).indicators if one.score is None]
    if missing:
        yield f"ยังไม่มีคะแนนตัวชี้วัดที่ {joined(missing)}"


def _measures_of(year: Year) -> Iterable[str]:
    if not year.measures:
        yield "ยังไม่มีมาตรการ"
        return
    yield _count(year.measures, "ไม่มีชื่อ", lambda measure: bool(measure.title.strip()))
    yield _count(year.measures, "ไม่มีวิธีดำเนินการ", lambda measure: bool(measure.steps))
    yield _count(year.measures, "ไม่มีผู้รับผิดชอบ", lambda measure: bool(measure.owners))
    yield _count(year.measures, "ไม่มีระยะเวลา", lambda measure: bool(wording.period(measure)))
    yield _count(year.measures, "ไม่มีการติดตามผล", lambda measure: bool(measure.followup.strip()))


def _count(measures: tuple[Measure, ...], what: str, has: Callable[[Measure], bool]) -> str:
    missing = sum(not has(measure) for measure in measures)
    return f"{missing} มาตรการ{what}" if missing else ""


def _memo(year: Year, options: PaperOptions) -> Iterable[str]:
    memo = year.memo or Memo()
    yield from _scores(year)
    yield "" if year.measures else "ยังไม่มีมาตรการ"
    yield "" if memo.parts else "ยังไม่ได้แก้ไขข้อความ ใช้ข้อความตั้งต้นของโปรแกรม"
    yield "" if memo.division or year.office.divisions else "ยังไม่มีส่วนราชการเจ้าของเรื่อง"
    yield "" if memo.to or wording.head_of(year.office) else "ยังไม่มีตำแหน่งผู้รับ (เรียน)"
    yield "" if memo.date else "ยังไม่มีวันที่ เว้นที่ไว้เขียน"
    yield "" if memo.signatures else "ยังไม่มีผู้ลงนาม เว้นที่ไว้เขียน"
    yield from _emblem(options)


def _emblem(options: PaperOptions) -> Iterable[str]:
    if options.emblem is None:
        yield "ยังไม่ได้เลือกภาพตราสำหรับหัวกระดาษ"


def _report(year: Year, options: PaperOptions) -> Iterable[str]:
    yield from _scores(year)
    wanted = (
        ("respondents", bool(year.respondents), "ยังไม่มีจำนวนผู้ตอบแบบวัด จึงไม่พิมพ์ส่วนนี้"),
        ("remarks", bool(year.remarks), "ยังไม่มีข้อเสนอแนะของผู้ประเมิน จึงไม่พิมพ์ส่วนนี้"),
        ("comparison", year.last_year is not None, f"ไม่มีข้อมูลปี {year.number - 1} ให้เปรียบเทียบ จึงไม่พิมพ์ส่วนนี้"),
        ("by_item", bool(year.item_scores), "ยังไม่มีคะแนนรายข้อ"),
        ("appendix", bool(year.order or year.agenda or options.appendix), "ยังไม่มีเอกสารในภาคผนวก จึงไม่พิมพ์ส่วนนี้"),
    )
    yield from (line for key, there, line in wanted if not there and includes(year, options, key))
    if not year.findings and includes(year, options, "strengths", "weaknesses", "by_item", "by_tool", "topics"):
        yield "ยังไม่มีข้อค้นพบ ใช้ข้อความจากคะแนนแทน"
    if includes(year, options, "measures", "topics"):
        yield from _measures_of(year)
    if includes(year, options, "criteria") and any(
        level.confidence is not Confidence.SURE for level in year.framework.levels
    ):
        yield "เกณฑ์ระดับผลการประเมินบางระดับยังต้องตรวจสอบกับคู่มือ"
    for key in unknown_sections(year):
        yield f"ส่วน “{key}” ไม่มีในโปรแกรมรุ่นนี้ จึงไม่พิมพ์"


def _measures(year: Year, _options: PaperOptions) -> Iterable[str]:
    return _measures_of(year)


def _follow_up(year: Year, options: PaperOptions) -> Iterable[str]:
    yield "" if year.measures else "ยังไม่มีมาตรการ"
    yield "" if year.rounds else "ยังไม่มีรอบการติดตาม"
    progress = progress_of(year)
    for round in rounds_in_order(year):
        if options.today and round.due and round.due > options.today:
            continue
        missing = sum(one.at(round).owed for one in progress)
        yield f"{round.name} ยังไม่มีรายงาน {missing} มาตรการ" if missing else ""


def _order(year: Year, options: PaperOptions) -> Iterable[str]:
    order = year.order or Order()
    yield "" if order.number else "ยังไม่มีเลขที่คำสั่ง เว้นที่ไว้เขียน"
    yield "" if order.date else "ยังไม่มีวันที่สั่ง เว้นที่ไว้เขียน"
    yield "" if order.members else "ยังไม่มีรายชื่อคณะทำงาน"
    yield "" if order.duties else "ยังไม่ได้ระบุหน้าที่ ใช้ข้อความตั้งต้นของโปรแกรม"
    yield "" if order.signatory.name else "ยังไม่มีชื่อผู้ลงนาม"
    yield from _emblem(options)


def _agenda(year: Year, _options: PaperOptions) -> Iterable[str]:
    agenda = year.agenda or Agenda()
    yield "" if agenda.meeting else "ยังไม่มีครั้งที่ประชุม"
    yield "" if agenda.date else "ยังไม่มีวันประชุม"
    yield "" if agenda.time else "ยังไม่มีเวลาประชุม"
    yield "" if agenda.place else "ยังไม่มีสถานที่ประชุม"
    yield "" if agenda.items else "ยังไม่มีวาระ ใช้วาระตั้งต้นของโปรแกรม"


def _announcement(year: Year, options: PaperOptions) -> Iterable[str]:
    yield from _measures_of(year)
    yield from _emblem(options)


def _circular(year: Year, options: PaperOptions) -> Iterable[str]:
    if year.measures:
        yield _count(year.measures, "ไม่มีผู้รับผิดชอบ", lambda measure: bool(measure.owners))
    else:
        yield "ยังไม่มีมาตรการ"
    yield "" if year.rounds else "ยังไม่มีรอบการรายงาน"
    yield from _emblem(options)


def _calendar(year: Year, _options: PaperOptions) -> Iterable[str]:
    yield "" if year.calendar else "ยังไม่มีกิจกรรมในปฏิทิน"
    undated = sum(entry.start is None and entry.end is None for entry in year.calendar)
    yield f"{undated} กิจกรรมยังไม่มีวันที่" if undated else ""


def _checklist(year: Year, _options: PaperOptions) -> Iterable[str]:
    entries = {entry.item: entry for entry in year.checklist}
    codes = oit_codes(year)
    without_owner = sum(1 for code in codes if code not in entries or not entries[code].owner)
    without_link = sum(1 for code in codes if code not in entries or not entries[code].link)
    yield f"{without_owner} ข้อยังไม่มีผู้รับผิดชอบ" if without_owner else ""
    yield f"{without_link} ข้อยังไม่มีที่เผยแพร่" if without_link else ""


def _forms(year: Year, _options: PaperOptions) -> Iterable[str]:
    yield "" if year.rounds else "ยังไม่มีรอบการติดตาม"
    if year.measures:
        yield _count(year.measures, "ไม่มีผู้รับผิดชอบ", lambda measure: bool(measure.owners))
    else:
        yield "ยังไม่มีมาตรการ"


_LACKS: Mapping[str, Callable[[Year, PaperOptions], Iterable[str]]] = {
    "memo": _memo,
    "report": _report,
    "measures": _measures,
    "followup": _follow_up,
    "order": _order,
    "agenda": _agenda,
    "announcement": _announcement,
    "circular": _circular,
    "calendar": _calendar,
    "checklist": _checklist,
    "forms": _forms,
}
