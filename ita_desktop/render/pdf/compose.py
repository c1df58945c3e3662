"""From blocks to what pages are dealt from: every kind of block is set by the function named for it."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.papers import blocks
from ita_desktop.papers.blocks import Paper
from ita_desktop.render.by_hand import signed_below
from ita_desktop.render.pdf.contents import contents, entries
from ita_desktop.render.pdf.cover import cover
from ita_desktop.render.pdf.figures import figure
from ita_desktop.render.pdf.form import LEAVES, MM
from ita_desktop.render.pdf.heads import emblem_head, memo_head
from ita_desktop.render.pdf.inserted import inserted
from ita_desktop.render.pdf.prose import heading, listing, paragraph
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.signatures import signatures
from ita_desktop.render.pdf.slabs import Item, Turn, gap
from ita_desktop.render.pdf.table_layout import table
from ita_desktop.render.pdf.typeface import Typeface


def compose(paper: Paper, typeface: Typeface) -> Iterator[Item]:
    setting = Setting(typeface, paper.digits, LEAVES[paper.orientation])
    found = {entry.key: entry for entry in entries(paper.blocks)}
    for number, block in enumerate(paper.blocks):
        sticks = signed_below(paper.blocks, number)
        match block:
            case blocks.Heading():
                yield from heading(block, setting, f"heading-{number}")
            case blocks.Paragraph():
                yield from paragraph(block, setting, sticks=sticks)
            case blocks.Listing():
                yield from listing(block, setting, sticks=sticks)
            case blocks.Table():
                yield from table(block, setting, sticks=sticks)
            case blocks.Figure():
                yield from figure(block, setting, sticks=sticks)
            case blocks.MemoHead():
                yield memo_head(block, setting)
            case blocks.EmblemHead():
                yield emblem_head(block, setting)
            case blocks.Signatures():
                yield from signatures(block, setting, sticks=sticks)
            case blocks.Cover():
                yield Turn(setting.leaf)
                yield cover(block, setting)
                yield Turn(setting.leaf)
            case blocks.Contents():
                yield from contents(block, list(found.values()), setting)
            case blocks.PageBreak():
                leaf = LEAVES[block.orientation] if block.orientation else setting.leaf
                setting = Setting(typeface, paper.digits, leaf)
                yield Turn(leaf)
            case blocks.Space():
                yield gap(block.height * MM, sticks=True)
            case blocks.InsertedPages():
                yield from inserted(block, setting)
