"""รายงานการวิเคราะห์ผลการประเมิน: the sections that the plan names, numbered, under one cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import Year
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import (
    Align,
    Block,
    Contents,
    Cover,
    Heading,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    PaperOptions,
)
from ita_desktop.papers.layout import tidy, title, with_captions, with_subnumbers
from ita_desktop.papers.plan import plan
from ita_desktop.papers.report_sections import SECTIONS, ReportSection


def report(year: Year, options: PaperOptions) -> Paper:
    name = f"รายงานการวิเคราะห์ผล{wording.ASSESSMENT} (ITA) {wording.fiscal(year.number)}"
    blocks = _written(year, options)
    if not any(isinstance(block, Cover) for block in blocks):
        blocks = _titled(blocks, _title(year))
    blocks = _without_idle_contents(blocks)
    orientation = Orientation.PORTRAIT
    if blocks and isinstance(blocks[0], PageBreak):
        orientation = blocks[0].orientation or orientation
        blocks = blocks[1:]
    return Paper(
        title=f"{name} {year.office.name}",
        blocks=with_captions(tidy(blocks)),
        digits=options.digits,
        orientation=orientation,
        page_numbers=PageNumbers.BOOK,
        author=year.office.name,
        subject=name,
        made_on=options.today,
    )


def _written(year: Year, options: PaperOptions) -> list[Block]:
    blocks: list[Block] = []
    count = 0
    for planned in plan(year, options):
        section = SECTIONS[planned.key]
        body = section.write(year, options, planned.text.strip())
        if not body:
            continue
        count += section.numbered
        blocks += _headed(section, body, str(count) if section.numbered else "")
    return blocks


def _headed(section: ReportSection, body: Sequence[Block], number: str) -> tuple[Block, ...]:
    """The heading stands on the page of its text: behind a break with which the section begins."""
    if number:
        body = with_subnumbers(body, number)
    if not section.heading:
        return tuple(body)
    align = Align.LEFT if section.numbered else Align.CENTER
    heading = Heading(text=section.title, number=f"{number}." if number else "", align=align)
    at = 1 if isinstance(body[0], PageBreak) else 0
    return (*body[:at], heading, *body[at:])


def _title(year: Year) -> tuple[Block, ...]:
    return title(
        f"รายงานการวิเคราะห์ผล{wording.ASSESSMENT_IN_FULL}",
        f"{wording.fiscal(year.number)} {year.office.name}",
    )


def _titled(blocks: Sequence[Block], lines: Sequence[Block]) -> list[Block]:
    at = 1 if blocks and isinstance(blocks[0], PageBreak) else 0
    return [*blocks[:at], *lines, *blocks[at:]]


def _without_idle_contents(blocks: list[Block]) -> list[Block]:
    """No page of contents where nothing is headed."""
    if any(isinstance(block, Heading) for block in blocks):
        return blocks
    return [replace(block, levels=0) if isinstance(block, Contents) else block for block in blocks]
