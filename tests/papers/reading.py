"""Reads a paper's blocks back as words, the way an officer would: everything once, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ita_desktop.papers.blocks import (
    Block,
    Cell,
    Contents,
    Cover,
    EmblemHead,
    Figure,
    Heading,
    Listing,
    MemoHead,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signatures,
    Space,
    Table,
    Text,
    plain,
)
from ita_desktop.papers.charts import BarChart, ChangeChart, LineChart


def words(paper: Paper) -> str:
    return "\n".join(texts(paper.blocks))


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (text for text in _texts(block) if text)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.number} {block.text}".strip()
        case Paragraph():
            yield plain(block.text)
        case Listing():
            yield from (plain(item) for item in block.items)
        case Table():
            yield block.caption
            yield from (column.title for column in block.columns)
            yield from (text for row in block.rows for cell in row.cells for text in cell_texts(cell))
        case Figure():
            yield block.caption
            yield from _chart_texts(block)
        case MemoHead():
            yield block.title
            yield from (f"{line.label} {line.value}" for lines in block.lines for line in lines)
        case EmblemHead():
            yield from block.lines
        case Signatures():
            for one in block.blocks:
                yield from (one.to, *one.comments, one.name, one.position, one.acting_for, one.date)
        case Cover():
            yield from (*map(plain, block.lines), *block.office, *block.foot)
        case Contents():
            yield block.title
        case PageBreak() | Space():
            pass
        case _:
            raise AssertionError(f"unread block {block}")


def _chart_texts(figure: Figure) -> Iterator[str]:
    match figure.content:
        case BarChart() | ChangeChart():
            yield from (bar.label for bar in figure.content.bars)
        case LineChart():
            yield from figure.content.labels
        case _:
            pass


def cell_texts(cell: Cell) -> Iterator[str]:
    content = cell.content
    if isinstance(content, str) or all(isinstance(part, Run) for part in content):
        yield _plain(content)
        return
    for part in content:
        if isinstance(part, Paragraph):
            yield plain(part.text)
        elif isinstance(part, Listing):
            yield from (plain(item) for item in part.items)


def _plain(content: object) -> str:
    assert isinstance(content, str | tuple)
    text: Text = content
    return plain(text)


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def table_with(paper: Paper, words_in_caption: str) -> Table:
    return next(table for table in tables(paper) if words_in_caption in table.caption)


def rows(table: Table) -> list[list[str]]:
    return [[" ".join(cell_texts(cell)) for cell in row.cells] for row in table.rows]


def headings(paper: Paper, level: int = 1) -> list[str]:
    return [
        f"{block.number} {block.text}".strip()
        for block in paper.blocks
        if isinstance(block, Heading) and block.level == level
    ]


def assert_fits(table: Table) -> None:
    """Every row fills the columns exactly, counting cells that reach down from above."""
    width = len(table.columns)
    reach = [0] * width
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while column < width and reach[column] > 0:
                column += 1
            assert column + cell.columns <= width, f"row {at} is too wide: {rows(table)[at]}"
            for taken in range(column, column + cell.columns):
                assert reach[taken] == 0, f"row {at}: cells overlap"
                reach[taken] = cell.rows
            column += cell.columns
        assert all(left > 0 for left in reach), f"row {at} leaves a hole: {rows(table)[at]}"
        reach = [left - 1 for left in reach]
    assert not any(reach), "a cell reaches below the table"
