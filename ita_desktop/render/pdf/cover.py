"""The cover of a report: emblem and title above, the office under them, who made it at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ita_desktop.papers.blocks import Align, Cover, Text
from ita_desktop.render.pdf.drawings import Drawing, Part
from ita_desktop.render.pdf.form import COVER_FOOT, COVER_LINES, COVER_OFFICE, MM, Look
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.pictures import emblem
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab

EMBLEM = 38 * MM
_TITLE_AT = 0.30
_OFFICE_AT = 0.62
"""Of the text block's height, unless what is above reaches lower."""
_BETWEEN = 10 * MM
_SCALES = (1.0, 0.85, 0.7, 0.55, 0.4)


class Group(NamedTuple):
    """Title, office or foot: what belongs together, how large, and how far down it begins and ends."""

    texts: Sequence[Text]
    look: Look
    top: float
    bottom: float


def cover(block: Cover, setting: Setting) -> Slab:
    parts: list[Part] = []
    if block.emblem:
        picture = emblem(block.emblem, EMBLEM, setting)
        parts.append(Part(picture, (setting.width - picture.width) / 2, 0.0))
    for group in arranged(block, setting):
        y = group.top
        for line in _lines(group.texts, group.look, setting):
            parts.append(Part(line, 0.0, y))
            y += line.height
    return Slab(content=Drawing(tuple(parts)), height=setting.leaf.text_height, alone=True)


def arranged(block: Cover, setting: Setting) -> tuple[Group, ...]:
    """Everything at its place; what would run off the page is made smaller."""
    for scale in _SCALES:
        groups = _arranged(block, setting, scale)
        if not groups or groups[-1].bottom <= setting.leaf.text_height + 0.01:
            break
    return groups


def _arranged(block: Cover, setting: Setting, scale: float) -> tuple[Group, ...]:
    height, gap = setting.leaf.text_height, _BETWEEN * scale
    groups: list[Group] = []
    y = EMBLEM + gap if block.emblem else 0.0
    wanted = (
        (block.lines, COVER_LINES, _TITLE_AT * height * scale),
        (block.office, COVER_OFFICE, _OFFICE_AT * height * scale),
        (block.foot, COVER_FOOT, height),
    )
    for texts, look, place in wanted:
        if not texts:
            continue
        smaller = Look(round(look.size * scale), look.bold)
        needed = sum(line.height for line in _lines(texts, smaller, setting))
        top = max(y, min(place, height - needed))
        groups.append(Group(texts, smaller, top, top + needed))
        y = top + needed + gap
    return tuple(groups)


def _lines(texts: Sequence[Text], look: Look, setting: Setting) -> list[Line]:
    return [line for text in texts for line in setting.lines(text, look, setting.width, align=Align.CENTER)]
