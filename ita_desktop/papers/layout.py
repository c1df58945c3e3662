"""What all papers share: an officer's text as paragraphs and lists, titles, numbers of headings and captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ita_desktop.papers.blocks import (
    Align,
    Block,
    Cell,
    Figure,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    Space,
    Table,
    Text,
)
from ita_desktop.thai.digits import to_arabic

_NUMBERED = re.compile(r"\s*([0-9๐-๙]{1,3})[.)]\s*(?![0-9๐-๙])(\S.*)", re.DOTALL)
_MARKED = re.compile(r"\s*[-–•]\s+(.*)", re.DOTALL)
SMALL_GAP = 2.1
"""Six points: the room above a part of an official paper."""


def prose(text: str, *, indent: bool = True) -> tuple[Block, ...]:
    """Typed text as blocks: a paragraph a line; lines counted 1. 2. 3. and lines with a dash become lists."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        counted, marked = _counted(lines[at:]), _marked(lines[at:])
        if len(counted) > 1:
            blocks.append(Listing(counted))
        elif marked:
            blocks.append(Listing(marked, marker="-"))
        else:
            blocks.append(Paragraph(lines[at], indent=indent))
        at += max(1, len(marked), len(counted) if len(counted) > 1 else 0)
    return tuple(blocks)


def lead_in(text: str) -> tuple[Block, ...]:
    """The text over a table or a chart; its last paragraph is not left behind on the page before."""
    blocks = prose(text)
    if not blocks or not isinstance(blocks[-1], Paragraph):
        return blocks
    return (*blocks[:-1], replace(blocks[-1], keep_with_next=True))


def _counted(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines from here on that count up from one, without their numbers."""
    items: list[str] = []
    for line in lines:
        match = _NUMBERED.fullmatch(line)
        if not match or int(to_arabic(match[1])) != len(items) + 1:
            break
        items.append(match[2])
    return tuple(items)


def _marked(lines: Sequence[str]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        match = _MARKED.fullmatch(line)
        if not match:
            break
        items.append(match[1])
    return tuple(items)


def numbered(items: Sequence[str], *, indent: float = 25.0) -> tuple[Paragraph | Listing, ...]:
    """Steps as a numbered list; a single one needs no number, and numbers that were typed are not printed twice."""
    lines = [line.strip() for item in items for line in _steps_in(item)]
    plain = _counted(lines)
    if len(plain) == len(lines):
        lines = list(plain)
    if len(lines) < 2:
        return tuple(Paragraph(line, indent=indent > 0) for line in lines)
    return (Listing(tuple(lines), indent=indent),)


def _steps_in(item: str) -> list[str]:
    """A step pasted with several counted lines is several steps; otherwise it stays whole."""
    lines = [line for line in item.splitlines() if line.strip()]
    return lines if len(lines) > 1 and len(_counted(lines)) == len(lines) else [" ".join(item.split("\n"))]


# ---------------------------------------------------------------------------------------------- lines of a paper


def title(*lines: str) -> tuple[Block, ...]:
    """The name of a paper that has no cover: centred, bold."""
    kept = [line for line in lines if line]
    return (
        *(Paragraph((Run(line, bold=True),), indent=False, align=Align.CENTER, keep_with_next=True) for line in kept),
        Space(3),
    )


def bold_line(text: str, *, indent: bool = False) -> Paragraph:
    """A word in bold over the paragraphs that it names."""
    return Paragraph(
        (Run(text, bold=True),), indent=indent, align=Align.LEFT, keep_with_next=True, space_before=SMALL_GAP
    )


def led(lead: str, text: str) -> Paragraph:
    """A paragraph that begins with its bold word."""
    return Paragraph((Run(lead, bold=True), Run(f" {text}")))


def centred(text: str, *, space_before: float = 0.0) -> Paragraph:
    return Paragraph(text, indent=False, align=Align.CENTER, space_before=space_before)


def published_at(lead: str, address: str) -> tuple[Paragraph, ...]:
    """Where the public finds what is listed; nothing while the office has not said its website."""
    runs = (Run(f"{lead} "), Run(address, link=address))
    return (Paragraph(runs, align=Align.LEFT, keep_with_next=True),) if address else ()


def cell(text: Text = "", *, align: Align | None = None, bold: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text, align=align, bold=bold, columns=columns, rows=rows)


def stacked(content: tuple[Paragraph | Listing, ...], *, rows: int = 1, bold: bool = False) -> Cell:
    """Paragraphs and lists in one cell."""
    return Cell(content or "", rows=rows, bold=bold)


def in_cell(*texts: Text) -> tuple[Paragraph, ...]:
    """Several paragraphs in one cell: no indent, ragged at the right, where narrow columns read best."""
    return tuple(Paragraph(text, indent=False, align=Align.LEFT) for text in texts if text)


# ------------------------------------------------------------------------------------------------------- numbers


def with_subnumbers(blocks: Iterable[Block], number: str) -> tuple[Block, ...]:
    """Headings of the second level counted under the section's number: `3.1`, `3.2`."""
    count = 0
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2 and not block.number:
            count += 1
            block = replace(block, number=f"{number}.{count}")
        done.append(block)
    return tuple(done)


def with_captions(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`ตารางที่ 1 …`, `ภาพที่ 1 …`: counted through the whole paper, only where there is a caption."""
    tables = figures = 0
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and block.caption:
            tables += 1
            block = replace(block, caption=f"ตารางที่ {tables} {block.caption}")
        elif isinstance(block, Figure) and block.caption:
            figures += 1
            block = replace(block, caption=f"ภาพที่ {figures} {block.caption}")
        done.append(block)
    return tuple(done)


def tidy(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """No empty page: breaks that meet become one, and none stands at the end."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, PageBreak) and done and isinstance(done[-1], PageBreak):
            done[-1] = PageBreak(block.orientation or done[-1].orientation)
        else:
            done.append(block)
    while done and isinstance(done[-1], PageBreak):
        done.pop()
    return tuple(done)
