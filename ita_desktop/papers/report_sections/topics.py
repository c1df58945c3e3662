"""The seven topics: what was found in each and what is done about it, one table a topic."""

from __future__ import annotations

from ita_desktop.domain.measure_facts import measured_by_topic, topic_name
from ita_desktop.domain.records import Finding, Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import (
    Block,
    Column,
    Heading,
    Orientation,
    PageBreak,
    PaperOptions,
    Paragraph,
    Row,
    Table,
)
from ita_desktop.papers.layout import cell, lead_in, prose
from ita_desktop.papers.measure_tables import OTHER_TOPICS, topic_table
from ita_desktop.papers.plan import includes
from ita_desktop.papers.report_sections.findings import SECTION_OF, tell

NOTHING_FOUND = "ไม่มีข้อค้นพบและมาตรการในประเด็นนี้"


def topics(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    """Where the measures have a section of their own, the topics show the findings alone."""
    groups = measured_by_topic(year)
    used = any(finding.topic for finding in year.findings) or any(number for number in groups)
    apart = includes(year, options, "measures")
    if not used and (apart or not groups):
        return prose(text)
    intro = text or (
        f"ผลการประเมิน{wording.fiscal(year.number)} นำมาวิเคราะห์เป็นรายประเด็น "
        f"และกำหนดแนวทางดำเนินการ{wording.fiscal(year.measures_year)} ดังนี้"
    )
    if apart:
        told = any(finding.topic for finding in year.findings)
        return (*lead_in(intro), _findings_alone(year)) if told else prose(intro)
    blocks: list[Block] = [PageBreak(Orientation.LANDSCAPE), *prose(intro)]
    for number in _numbers(year):
        group = groups.get(number, ())
        found = group or _of_topic(year, number)
        table = topic_table(year, number, group) if found else Paragraph(NOTHING_FOUND)
        blocks += [Heading(text=topic_name(year.framework, number), level=2), table]
    if None in groups:
        blocks += [Heading(text=OTHER_TOPICS, level=2), topic_table(year, None, groups[None])]
    return (*blocks, *_without_topic(year, options), PageBreak(Orientation.PORTRAIT))


def _numbers(year: Year) -> tuple[int, ...]:
    """The year's topics, and any other that a finding or a measure names."""
    named = {topic.number for topic in year.framework.topics}
    named |= {finding.topic for finding in year.findings if finding.topic}
    named |= {number for number in measured_by_topic(year) if number}
    return tuple(sorted(named))


def _of_topic(year: Year, number: int) -> tuple[Finding, ...]:
    return tuple(finding for finding in year.findings if finding.topic == number)


def _without_topic(year: Year, options: PaperOptions) -> tuple[Block, ...]:
    """Findings that belong to no topic and to no measure are not lost."""
    shown = {id for measure in year.measures for id in measure.findings}
    loose = [
        finding
        for finding in year.findings
        if not finding.topic
        and finding.id not in shown
        and not includes(year, options, SECTION_OF[finding.kind], "by_item")
    ]
    if not loose:
        return ()
    return (Heading(text="ผลการวิเคราะห์อื่น", level=2), *(block for one in loose for block in tell(year, one)))


def _findings_alone(year: Year) -> Table:
    columns = (Column("ประเด็น", 3.0), Column("ผลการวิเคราะห์", 4.6), Column("ข้อเสนอแนะ", 4.0))
    rows: list[Row] = []
    for number in _numbers(year):
        found = _of_topic(year, number)
        name = f"{number}. {topic_name(year.framework, number)}"
        if not found:
            rows.append(Row((cell(name, bold=True), cell("–"), cell("–"))))
        for place, finding in enumerate(found):
            first = (cell(name, bold=True, rows=len(found)),) if place == 0 else ()
            rows.append(Row((*first, cell(finding.text or "–"), cell(finding.advice or "–"))))
    return Table(columns=columns, rows=tuple(rows), caption="ผลการวิเคราะห์รายประเด็น")
