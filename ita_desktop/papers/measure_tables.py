"""The table of measures in the four shapes that offices use."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.measure_facts import (
    analysis_of,
    findings_of,
    items_of,
    measured_by_indicator,
    measured_by_topic,
    topic_name,
)
from ita_desktop.domain.records import Measure, Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import Align, Cell, Column, Listing, Orientation, Paragraph, Row, Run, Table
from ita_desktop.papers.layout import cell, in_cell, numbered, stacked
from ita_desktop.papers.presets import MeasureShape
from ita_desktop.thai.lists import joined

Content = tuple[Paragraph | Listing, ...]
GENERAL = "ทุกตัวชี้วัด"
OTHER_TOPICS = "ประเด็นอื่น ๆ"
NOTHING = "–"


def orientation(shape: MeasureShape) -> Orientation:
    """Five columns stand upright; six need the width of a page laid on its side."""
    return Orientation.PORTRAIT if shape is MeasureShape.FIVE else Orientation.LANDSCAPE


def measure_table(year: Year, shape: MeasureShape, caption: str = "") -> Table:
    make = {
        MeasureShape.FIVE: _five,
        MeasureShape.BY_INDICATOR: _by_indicator,
        MeasureShape.BY_TOPIC: _by_topic,
        MeasureShape.BY_OIT_ITEM: _by_oit_item,
    }[shape]
    return make(year, caption)


# ------------------------------------------------------------------------------------------------------- shapes


def _five(year: Year, caption: str) -> Table:
    columns = (
        Column("มาตรการ/แนวทาง", 3.0),
        Column("วิธีการดำเนินการ", 4.2),
        Column("ผู้รับผิดชอบ", 2.3),
        Column("ระยะเวลาดำเนินการ", 2.5),
        Column("การติดตามผล", 2.5),
    )
    rows = tuple(
        Row(
            (
                _titled(measure, f"{place}. "),
                stacked(_steps(measure) or in_cell(NOTHING)),
                _or_dash(wording.owners(measure)),
                _or_dash(wording.period(measure)),
                _or_dash(measure.followup),
            )
        )
        for place, measure in enumerate(year.measures, 1)
    )
    return Table(columns=columns, rows=rows or _nothing(columns), caption=caption)


def _by_indicator(year: Year, caption: str) -> Table:
    columns = (
        Column("ตัวชี้วัด", 2.0),
        Column("มาตรการ/โครงการ/กิจกรรม", 3.0),
        Column("ผลการวิเคราะห์ตัวชี้วัด", 3.4),
        Column("ขั้นตอน/วิธีปฏิบัติ", 4.8),
        Column("ผู้รับผิดชอบ", 2.0),
        Column("วัน เดือน ปี ที่ดำเนินการ", 2.2),
    )
    rows: list[Row] = []
    for number, group in measured_by_indicator(year).items():
        indicator = year.framework.indicator(number) if number is not None else None
        name = GENERAL if number is None else f"{number}. {indicator.name}" if indicator else f"ตัวชี้วัดที่ {number}"
        numbers = [f"{place}. " for place in range(1, len(group) + 1)] if len(group) > 1 else [""]
        texts = [analysis_of(year, measure) for measure in group]
        for place, (measure, analysis) in enumerate(zip(group, _spanning(texts), strict=True)):
            first = (cell(name, bold=True, rows=len(group)),) if place == 0 else ()
            rows.append(
                Row(
                    (
                        *first,
                        _titled(measure, numbers[place]),
                        *analysis,
                        stacked((*_steps(measure), *_follow_up(measure)) or in_cell(NOTHING)),
                        _or_dash(wording.owners(measure)),
                        _or_dash(wording.period(measure)),
                    )
                )
            )
    return Table(columns=columns, rows=tuple(rows) or _nothing(columns), caption=caption)


def _spanning(texts: Sequence[tuple[str, ...]]) -> list[tuple[Cell, ...]]:
    """One analysis for measures that follow each other and answer the same finding; it is not said twice."""
    cells: list[tuple[Cell, ...]] = []
    at = 0
    while at < len(texts):
        end = at + 1
        while end < len(texts) and texts[end] == texts[at]:
            end += 1
        cells.append((stacked(in_cell(*texts[at]), rows=end - at),))
        cells += [()] * (end - at - 1)
        at = end
    return cells


_TOPIC_COLUMNS = (
    Column("ประเด็น", 2.2),
    Column("ข้อบกพร่อง/การดำเนินการ", 3.4),
    Column("มาตรการ โครงการ หรือกิจกรรม", 3.0),
    Column("ขั้นตอนหรือวิธีการปฏิบัติ", 4.6),
    Column("ระยะเวลาในการดำเนินการ", 2.1),
    Column("ผู้รับผิดชอบ", 2.0),
)


def _by_topic(year: Year, caption: str) -> Table:
    rows: list[Row] = []
    for number, group in measured_by_topic(year).items():
        name = OTHER_TOPICS if number is None else f"{number}. {topic_name(year.framework, number)}"
        cells = _topic_cells(year, number, group)
        head = cell(name, bold=True, rows=len(cells))
        rows += [Row((head, *line) if place == 0 else line) for place, line in enumerate(cells)]
    return Table(columns=_TOPIC_COLUMNS, rows=tuple(rows) or _nothing(_TOPIC_COLUMNS), caption=caption)


def topic_table(year: Year, number: int | None, group: Sequence[Measure]) -> Table:
    """The table of one topic under its own heading; the column that would repeat the heading is left out."""
    rows = tuple(Row(line) for line in _topic_cells(year, number, group))
    return Table(columns=_TOPIC_COLUMNS[1:], rows=rows)


def _topic_cells(year: Year, number: int | None, group: Sequence[Measure]) -> list[tuple[Cell, ...]]:
    lines: list[tuple[Cell, ...]] = [
        (
            *analysis,
            _titled(measure, ""),
            stacked((*_steps(measure), *_follow_up(measure)) or in_cell(NOTHING)),
            _or_dash(wording.period(measure)),
            _or_dash(wording.owners(measure)),
        )
        for measure, analysis in zip(group, _spanning(_faults(year, group)), strict=True)
    ]
    loose = _unanswered(year, number, group)
    if loose:
        lines.append((stacked(in_cell(*loose)), cell(NOTHING, columns=4, align=Align.CENTER)))
    return lines


def _faults(year: Year, group: Sequence[Measure]) -> list[tuple[str, ...]]:
    """What was found and what the measure says of it; a finding that several measures answer stands with the first."""
    told: set[str] = set()
    texts: list[tuple[str, ...]] = []
    for measure in group:
        own = (*(finding.text or finding.advice for finding in findings_of(year, measure)), measure.analysis)
        fresh = tuple(dict.fromkeys(text for text in own if text and text not in told))
        told.update(fresh)
        texts.append(fresh or (texts[-1] if texts else ()))
    return texts


def _unanswered(year: Year, topic: int | None, group: Sequence[Measure]) -> tuple[str, ...]:
    """Findings of the topic that no measure of it answers; they stand in a row of their own."""
    if topic is None:
        return ()
    answered = {id for measure in group for id in measure.findings}
    return tuple(
        text
        for finding in year.findings
        if finding.topic == topic and finding.id not in answered and (text := finding.text or finding.advice)
    )


def _by_oit_item(year: Year, caption: str) -> Table:
    columns = (
        Column("ข้อ", 3.4),
        Column("ข้อมูลที่ต้องแสดงและสิ่งที่จะดำเนินการ", 6.0),
        Column("ผู้รับผิดชอบ", 2.3),
        Column("ระยะเวลา", 2.3),
        Column("การติดตามผล", 3.2),
    )
    numbers = {indicator.number for indicator in year.framework.indicators_of("OIT")}
    entries = {entry.item: entry for entry in year.checklist}
    rounds = _rounds(year)
    told: dict[str, str] = {}
    rows: list[Row] = []
    for item in (item for item in year.framework.items if item.indicator in numbers):
        name = Cell((Run(item.code, bold=True), Run(f" {item.title}")))
        group = [measure for measure in year.measures if item.code in items_of(year, measure)]
        fresh = [measure for measure in group if measure.id not in told]
        told.update({measure.id: item.code for measure in fresh})
        if fresh:
            rows += _item_rows(name, fresh, rounds)
            continue
        entry = entries.get(item.code)
        what = "เผยแพร่ข้อมูลให้ครบถ้วนและเป็นปัจจุบันบนเว็บไซต์หลักของหน่วยงาน"
        if group:
            what = f"ดำเนินการร่วมกับมาตรการของข้อ {joined(dict.fromkeys(told[m.id] for m in group))}"
        due = wording.span(None, entry.due) if entry else ""
        rows.append(Row((name, cell(what), _or_dash(entry.owner if entry else ""), _or_dash(due), rounds)))
    others = [measure for measure in year.measures if measure.id not in told]
    rows += _item_rows(cell("มาตรการอื่น", bold=True, rows=max(1, len(others))), others, rounds)
    return Table(columns=columns, rows=tuple(rows) or _nothing(columns), caption=caption)


def _item_rows(name: Cell, measures: Sequence[Measure], rounds: Cell) -> list[Row]:
    rows: list[Row] = []
    for place, measure in enumerate(measures):
        done = Cell((*in_cell((Run(measure.title, bold=True),)), *_budget(measure), *_steps(measure)))
        first = (Cell(name.content, rows=len(measures), bold=name.bold),) if place == 0 else ()
        rows.append(
            Row(
                (
                    *first,
                    done,
                    _or_dash(wording.owners(measure)),
                    _or_dash(wording.period(measure)),
                    cell(measure.followup) if measure.followup else rounds,
                )
            )
        )
    return rows


def _rounds(year: Year) -> Cell:
    """`รอบ 6 เดือน ภายใน 31 มีนาคม 2569`, a line each, where a measure says nothing of its own."""
    lines = (f"{round.name} {wording.span(None, round.due)}".strip() for round in year.rounds)
    return stacked(in_cell(*lines) or in_cell(NOTHING))


# -------------------------------------------------------------------------------------------------------- cells


def _or_dash(text: str) -> Cell:
    return cell(text or NOTHING)


def _titled(measure: Measure, number: str) -> Cell:
    return Cell((*in_cell(f"{number}{measure.title or wording.UNKNOWN}"), *_budget(measure)))


def _budget(measure: Measure) -> tuple[Paragraph, ...]:
    return () if measure.budget is None else in_cell(wording.budget(measure.budget))


def _steps(measure: Measure) -> Content:
    return numbered([step for step in measure.steps if step.strip()], indent=0)


def _follow_up(measure: Measure) -> tuple[Paragraph, ...]:
    """Shapes without a column for it still say how a measure is followed up: without that it scores nothing."""
    return in_cell((Run("การติดตามผล", bold=True), Run(f" {measure.followup}"))) if measure.followup else ()


def _nothing(columns: Sequence[Column]) -> tuple[Row, ...]:
    return (Row((cell(wording.UNKNOWN, columns=len(columns), align=Align.CENTER),)),)
