"""The cover of a report: emblem and title above, the office under them, who made it at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.papers.blocks import Align, Cover, Text
from ita_desktop.render.pdf.drawings import Drawing, Part
from ita_desktop.render.pdf.form import COVER_FOOT, COVER_LINES, COVER_OFFICE, MM, Look
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.pictures import emblem
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab

_EMBLEM = 38 * MM
_TITLE_AT = 0.30
_OFFICE_AT = 0.62
"""Of the text block's height, unless what is above reaches lower."""
_BETWEEN = 10 * MM
_SCALES = (1.0, 0.85, 0.7, 0.55, 0.4)


def cover(block: Cover, setting: Setting) -> Slab:
    height = setting.leaf.text_height
    for scale in _SCALES:
        parts, end = _set(block, setting, scale)
        if end <= height:
            break
    return Slab(content=Drawing(tuple(parts)), height=height, alone=True)


def _set(block: Cover, setting: Setting, scale: float) -> tuple[list[Part], float]:
    """Everything at its place, and how far down it would reach without the foot being moved up."""
    height = setting.leaf.text_height
    parts: list[Part] = []
    y = 0.0
    if block.emblem:
        picture = emblem(block.emblem, _EMBLEM, setting)
        parts.append(Part(picture, (setting.width - picture.width) / 2, 0.0))
        y = _EMBLEM + _BETWEEN * scale
    title = _centred(block.lines, COVER_LINES, setting, scale)
    office = _centred(block.office, COVER_OFFICE, setting, scale)
    foot = _centred(block.foot, COVER_FOOT, setting, scale)
    y = _stack(parts, title, max(y, _TITLE_AT * height * scale))
    y = _stack(parts, office, max(y + _BETWEEN * scale, _OFFICE_AT * height * scale))
    foot_height = sum(line.height for line in foot)
    end = _stack(parts, foot, max(y + _BETWEEN * scale, height - foot_height)) if foot else y
    return parts, end


def _centred(texts: Sequence[Text], look: Look, setting: Setting, scale: float) -> list[Line]:
    look = Look(round(look.size * scale), look.bold)
    return [line for text in texts for line in setting.lines(text, look, setting.width, align=Align.CENTER)]


def _stack(parts: list[Part], lines: Sequence[Line], y: float) -> float:
    for line in lines:
        parts.append(Part(line, 0.0, y))
        y += line.height
    return y
