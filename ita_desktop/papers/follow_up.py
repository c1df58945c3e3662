"""รายงานผลการดำเนินการ: how far the measures are, first counted, then one by one through the rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ita_desktop.domain.measure_facts import by_owner, indicator_of, measured_by_indicator
from ita_desktop.domain.progress import AtRound, Progress, counts, progress_of, rounds_in_order
from ita_desktop.domain.records import Evidence, FollowUp, FollowUpState, Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Row,
    Run,
    Table,
)
from ita_desktop.papers.layout import cell, in_cell, lead_in, prose, stacked, tidy, title, with_captions
from ita_desktop.papers.measure_tables import GENERAL
from ita_desktop.thai.lists import joined

OVERDUE = "เกินกำหนด"
NOT_REPORTED = "ยังไม่มีรายงาน"
SETTLED_BEFORE = "สิ้นสุดในรอบก่อนแล้ว"


def follow_up(year: Year, options: PaperOptions) -> Paper:
    name = f"รายงานผลการดำเนินการตาม{wording.MEASURES} {wording.fiscal(year.measures_year)}"
    item = wording.item_name(year.framework, year.framework.followup_item) if year.framework.followup_item else ""
    progress = progress_of(year)
    blocks: list[Block] = [
        *title(
            f"รายงานผลการดำเนินการตาม{wording.MEASURES}",
            wording.fiscal(year.measures_year),
            " ".join(part for part in (year.office.name, wording.place(year.office)) if part),
        ),
        Heading(text="ความเป็นมา", number="1."),
        *prose(_origin(year)),
        Heading(text="สรุปผลการดำเนินการ", number="2."),
        *lead_in(summary(progress, options)),
        *_summary_tables(year, progress, options),
    ]
    if year.measures:
        blocks += [
            PageBreak(Orientation.LANDSCAPE),
            Heading(text="ผลการดำเนินการรายมาตรการ", number="3."),
            *(block for place, one in enumerate(progress, 1) for block in _measure(year, place, one, options)),
        ]
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=with_captions(tidy(blocks)),
        digits=options.digits,
        page_numbers=PageNumbers.BOOK,
        author=year.office.name,
        subject=item or name,
        made_on=options.today,
    )


def _origin(year: Year) -> str:
    count = f" จำนวน {len(year.measures)} มาตรการ" if year.measures else ""
    rounds = f" และกำหนดรอบการรายงาน {len(year.rounds)} รอบ" if year.rounds else ""
    return (
        f"{year.office.name}ได้นำผล{wording.ASSESSMENT_IN_FULL} {wording.fiscal(year.number)} มากำหนดเป็น"
        f"{wording.MEASURES} {wording.fiscal(year.measures_year)}{count}{rounds} "
        "รายงานฉบับนี้แสดงผลการดำเนินการ ความก้าวหน้า ปัญหาอุปสรรค และหลักฐานของแต่ละมาตรการ"
    )


def summary(progress: Sequence[Progress], options: PaperOptions) -> str:
    """`ดำเนินการแล้วเสร็จ 8 มาตรการ (ร้อยละ 66.67) …`"""
    if not progress:
        return wording.UNKNOWN
    all_of_them = counts(progress, options.today)
    parts = [
        f"{wording.STATES[state]} {number} มาตรการ (ร้อยละ {wording.share(number, all_of_them.total)})"
        for state in wording.STATES
        if (number := all_of_them.states[state])
    ]
    when = f" ข้อมูล ณ วันที่ {wording.long_date(options.today)}" if options.today else ""
    late = f" ทั้งนี้ มีมาตรการที่เกินกำหนด {all_of_them.overdue} มาตรการ" if all_of_them.overdue else ""
    return f"มาตรการทั้งหมด {all_of_them.total} มาตรการ {joined(parts)}{when}{late}"


# --------------------------------------------------------------------------------------------------- counted


def _summary_tables(year: Year, progress: Sequence[Progress], options: PaperOptions) -> tuple[Block, ...]:
    if not progress:
        return ()
    by_measure = {one.measure.id: one for one in progress}
    indicators = {
        GENERAL if number is None else wording.indicator_name(year.framework, number): tuple(
            by_measure[measure.id] for measure in group
        )
        for number, group in measured_by_indicator(year).items()
    }
    divisions = {owner: tuple(by_measure[m.id] for m in group) for owner, group in by_owner(year).items()}
    shared = any(len(measure.owners) > 1 for measure in year.measures)
    note = "มาตรการที่มีผู้รับผิดชอบร่วมกันนับให้ทุกส่วนราชการที่รับผิดชอบ"
    return (
        _states(progress),
        *((_rounds(year, progress, options),) if year.rounds else ()),
        _counted("ตัวชี้วัด", indicators, "ผลการดำเนินการจำแนกตามตัวชี้วัด", options),
        _counted("ผู้รับผิดชอบ", divisions, "ผลการดำเนินการจำแนกตามผู้รับผิดชอบ", options),
        *((Paragraph(f"หมายเหตุ  {note}", indent=False),) if shared else ()),
    )


def _states(progress: Sequence[Progress]) -> Table:
    all_of_them = counts(progress)
    rows = [
        Row((cell(words), cell(str(number)), cell(wording.share(number, all_of_them.total))))
        for state, words in wording.STATES.items()
        for number in (all_of_them.states[state],)
    ]
    total = Row((cell("รวม"), cell(str(all_of_them.total)), cell("100.00")), emphasis=True)
    columns = (
        Column("สถานะ", 4.0),
        Column("จำนวนมาตรการ", 2.0, Align.CENTER),
        Column("ร้อยละ", 2.0, Align.CENTER),
    )
    return Table(columns=columns, rows=(*rows, total), caption="ผลการดำเนินการจำแนกตามสถานะ")


_COUNTED = (
    Column("มาตรการ", 1.3, Align.CENTER),
    Column("แล้วเสร็จ", 1.3, Align.CENTER),
    Column("อยู่ระหว่างดำเนินการ", 1.5, Align.CENTER),
    Column("ยังไม่เริ่ม", 1.2, Align.CENTER),
    Column("ยกเลิก", 1.1, Align.CENTER),
    Column(OVERDUE, 1.3, Align.CENTER),
)


def _counted(head: str, groups: Mapping[str, Sequence[Progress]], caption: str, options: PaperOptions) -> Table:
    rows = tuple(Row((cell(name), *_numbers(group, options))) for name, group in groups.items())
    return Table(columns=(Column(head, 4.2), *_COUNTED), rows=rows, caption=caption)


def _numbers(group: Sequence[Progress], options: PaperOptions) -> tuple[Cell, ...]:
    count = counts(group, options.today)
    order = (FollowUpState.DONE, FollowUpState.IN_PROGRESS, FollowUpState.NOT_STARTED, FollowUpState.CANCELLED)
    return tuple(cell(str(n)) for n in (count.total, *(count.states[state] for state in order), count.overdue))


def _rounds(year: Year, progress: Sequence[Progress], options: PaperOptions) -> Table:
    """How many reported by each round, and who still owes one."""
    columns = (
        Column("รอบการติดตาม", 3.0),
        Column("กำหนดรายงาน", 2.6),
        Column("รายงานแล้ว", 1.6, Align.CENTER),
        Column("สิ้นสุดก่อนรอบนี้", 1.6, Align.CENTER),
        Column("ยังไม่รายงาน", 1.6, Align.CENTER),
        Column(OVERDUE, 1.6, Align.CENTER),
    )
    rows: list[Row] = []
    for round in rounds_in_order(year):
        measures = [one.at(round) for one in progress]
        told = sum(one.report is not None for one in measures)
        owed = sum(one.owed for one in measures)
        missed = sum(one.is_missed(options.today) for one in measures)
        numbers = (told, len(measures) - told - owed, owed, missed)
        due = wording.long_date(round.due) or wording.UNKNOWN
        rows.append(Row((cell(round.name), cell(due), *(cell(str(number)) for number in numbers))))
    return Table(columns=columns, rows=tuple(rows), caption="การรายงานผลจำแนกตามรอบการติดตาม")


# ------------------------------------------------------------------------------------------------ one by one

_DETAIL = (
    Column("รอบการติดตาม", 3.2),
    Column("สถานะและความก้าวหน้า", 2.4),
    Column("ผลการดำเนินการ", 4.4),
    Column("ปัญหา อุปสรรค และข้อเสนอแนะ", 3.2),
    Column("หลักฐาน", 3.8),
)


def _measure(year: Year, place: int, progress: Progress, options: PaperOptions) -> tuple[Block, ...]:
    measure = progress.measure
    number = indicator_of(year, measure)
    facts = (
        (wording.indicator_name(year.framework, number) if number is not None else ""),
        f"ผู้รับผิดชอบ {wording.owners(measure)}" if measure.owners else "",
        f"ระยะเวลา {wording.period(measure)}" if wording.period(measure) else "",
        "เกินกำหนดแล้วเสร็จ" if progress.is_late(options.today) else "",
    )
    rows = tuple(_round_row(one, options) for one in progress.rounds)
    return (
        Heading(text=measure.title or wording.UNKNOWN, level=2, number=f"3.{place}"),
        Paragraph(" · ".join(fact for fact in facts if fact), indent=False, align=Align.LEFT, keep_with_next=True),
        Table(columns=_DETAIL, rows=rows) if rows else Paragraph(wording.UNKNOWN),
    )


def _round_row(one: AtRound, options: PaperOptions) -> Row:
    round, report = one.round, one.report
    due = f"กำหนด {wording.long_date(round.due)}" if round.due else ""
    told = f"รายงานเมื่อ {wording.long_date(report.reported)}" if report and report.reported else ""
    head = stacked(in_cell((Run(round.name, bold=True),), due, told))
    if report is None:
        words = OVERDUE if one.is_missed(options.today) else NOT_REPORTED if one.owed else SETTLED_BEFORE
        return Row((head, cell(words), cell("–"), cell("–"), cell("–")))
    return Row(
        (head, _state(report), cell(report.result or "–"), cell(report.obstacles or "–"), _evidence(report.evidence))
    )


def _state(report: FollowUp) -> Cell:
    progress = f"ความก้าวหน้าร้อยละ {report.progress}" if report.progress is not None else ""
    return stacked(in_cell(wording.STATES[report.state], progress))


def _evidence(evidence: tuple[Evidence, ...]) -> Cell:
    if not evidence:
        return cell("–")
    lead = [f"{place}. " for place in range(1, len(evidence) + 1)] if len(evidence) > 1 else [""]
    return stacked(tuple(p for start, piece in zip(lead, evidence, strict=True) for p in _piece(start, piece)))


def _piece(start: str, piece: Evidence) -> tuple[Paragraph, ...]:
    address = (Run(piece.link, link=piece.link),) if piece.link else ""
    return in_cell(f"{start}{piece.title}", address, f"ไฟล์ {piece.file}" if piece.file else "")
