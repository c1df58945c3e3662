"""แบบรายงานผลการดำเนินการ: a form for each division, with its measures and room to write what became of them.

It is the printed sister of the sheet that is sent out and imported again (`exchange.own.division_form`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.measure_facts import by_owner
from ita_desktop.domain.progress import current_round, progress_of, report_of
from ita_desktop.domain.records import FollowUp, Measure, Round, Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Row,
    Run,
    SignatureBlock,
    Signatures,
    Table,
)
from ita_desktop.papers.layout import cell, in_cell, numbered, stacked, tidy, title
from ita_desktop.thai.lists import joined

TITLE = "แบบรายงานผลการดำเนินการตามมาตรการ"
_ROOM = "\u00a0"
_LINES = 5
"""Of handwriting, for one measure."""
_COLUMNS = (
    Column("ที่", 0.6, Align.CENTER),
    Column("มาตรการและสิ่งที่ต้องทำ", 4.5),
    Column("สถานะ", 2.6),
    Column("ผลการดำเนินการ", 4.0),
    Column("ปัญหา อุปสรรค และข้อเสนอแนะ", 3.0),
    Column("หลักฐาน", 2.6),
)


def division_forms(year: Year, options: PaperOptions) -> Paper:
    """For every division, for the round that is reported on now."""
    return division_form(year, options, tuple(by_owner(year)), current_round(year, options.today))


def division_form(year: Year, options: PaperOptions, owners: Sequence[str], round: Round | None) -> Paper:
    blocks: list[Block] = []
    for owner in owners:
        if measures := asked_of(year, owner, round):
            blocks += [PageBreak(), *_form(year, owner, round, measures)]
    empty = (*title(TITLE, year.office.name), Paragraph("ไม่มีมาตรการที่ต้องรายงาน", indent=False))
    name = f"{TITLE} {wording.fiscal(year.measures_year)}"
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=tidy(blocks[1:]) or empty,
        digits=options.digits,
        orientation=Orientation.LANDSCAPE,
        page_numbers=PageNumbers.OFFICIAL,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def asked_of(year: Year, owner: str, round: Round | None) -> tuple[Measure, ...]:
    """What a division is asked about: its measures that were not settled before."""
    measures = by_owner(year).get(owner, ())
    if round is None:
        return measures
    asked = {one.measure.id for one in progress_of(year) if one.at(round).asked}
    return tuple(measure for measure in measures if measure.id in asked)


def what_to_do(measure: Measure) -> str:
    """Steps and period, for whoever has forgotten what was agreed on."""
    steps = [f"{at}. {step}" for at, step in enumerate(measure.steps, 1)] if len(measure.steps) > 1 else measure.steps
    period = wording.period(measure)
    return "\n".join((*steps, *([f"ระยะเวลา {period}"] if period else [])))


def _form(year: Year, owner: str, round: Round | None, measures: Sequence[Measure]) -> tuple[Block, ...]:
    about = f"{round.name} {wording.fiscal(year.measures_year)}" if round else wording.fiscal(year.measures_year)
    due = f" ส่งคืนภายในวันที่ {wording.long_date(round.due)}" if round and round.due else ""
    rows = tuple(_row(year, place, measure, round) for place, measure in enumerate(measures, 1))
    return (
        *title(TITLE, about, joined((owner, year.office.name), last=" ")),
        Paragraph(f"เรียน {owner} โปรดรายงานผลตามมาตรการในความรับผิดชอบ{due}", indent=False, keep_with_next=True),
        Table(columns=_COLUMNS, rows=rows),
        Signatures(
            (
                SignatureBlock(position="ผู้รายงาน"),
                SignatureBlock(position=wording.head_of_division(owner) or "หัวหน้าส่วนราชการ"),
            )
        ),
    )


def _row(year: Year, place: int, measure: Measure, round: Round | None) -> Row:
    told = report_of(year, measure, round) if round else None
    room = stacked(in_cell(*[_ROOM] * _LINES))
    steps = numbered(measure.steps, indent=0)
    period = wording.period(measure)
    what = (
        *in_cell((Run(measure.title or wording.UNKNOWN, bold=True),)),
        *steps,
        *in_cell(f"ระยะเวลา {period}" if period else ""),
    )
    return Row(
        (
            cell(str(place)),
            stacked(what),
            _state(told),
            cell(told.result) if told and told.result else room,
            cell(told.obstacles) if told else cell(""),
            cell("\n".join(piece.title for piece in told.evidence)) if told else cell(""),
        )
    )


def _state(told: FollowUp | None) -> Cell:
    """A box for each state, the one already told ticked."""
    boxes = [f"{'☑' if told and told.state is state else '☐'} {words}" for state, words in wording.STATES.items()]
    share = str(told.progress) if told and told.progress is not None else "........"
    return stacked(in_cell(*boxes, f"ร้อยละ {share}"))
