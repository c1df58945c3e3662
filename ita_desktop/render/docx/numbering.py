"""Headings that Word counts: who puts a section in or takes one out finds the others renumbered.

Papers number themselves, so a heading is left to Word only where it comes to the same number; any other number is
typed. Word writes Thai digits where the paper has them. LibreOffice (7.4) knows no Thai digits for counting, neither
here nor for pages, and shows Arabic ones; what it would take for Thai digits prints Thai letters there.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from ita_desktop.papers.blocks import Heading
from ita_desktop.render.docx.xml import element
from ita_desktop.thai.digits import Digits, to_arabic

_SHAPES = ("%1.", "%1.%2", "%1.%2.%3")
"""Of the three levels, as the papers write them: `1.`, `1.1`, `1.1.1`."""
_ID = 900
"""Far from the lists of the template."""


class HeadingNumbers:
    def __init__(self, document: Document, headings: Iterable[Heading], digits: Digits) -> None:
        self._counts = [0] * len(_SHAPES)
        counting = [0] * len(_SHAPES)
        self._counted = {level for heading in headings if (level := _level(heading, counting)) is not None}
        if self._counted:
            _define(document, self._counted, digits)

    def give(self, paragraph: WordParagraph, heading: Heading) -> bool:
        """Whether Word counts this heading; else its number, if it has one, is to be typed."""
        level = _level(heading, self._counts)
        if level is None and heading.level - 1 in self._counted:  # what the style would number by itself
            properties = element("w:numPr", element("w:ilvl", val=0), element("w:numId", val=0))
            paragraph._p.get_or_add_pPr()._insert_numPr(properties)
        return level is not None


def _level(heading: Heading, counts: list[int]) -> int | None:
    """The level, from 0, at which counting on comes to this heading's number; the counts go on with it."""
    level = heading.level - 1
    if not 0 <= level < len(_SHAPES):
        return None
    coming = [*counts[:level], counts[level] + 1]
    if to_arabic(heading.number) != _shown(coming):
        return None
    counts[:] = [*coming, *[0] * (len(_SHAPES) - len(coming))]
    return level


def _shown(counts: list[int]) -> str:
    shape = _SHAPES[len(counts) - 1]
    for place, count in enumerate(counts, start=1):
        shape = shape.replace(f"%{place}", str(count))
    return shape


def _define(document: Document, counted: set[int], digits: Digits) -> None:
    """One list of several levels, tied to the heading styles: a new heading of such a style is counted along."""
    form = "thaiNumbers" if digits is Digits.THAI else "decimal"
    levels = [
        element(
            "w:lvl",
            element("w:start", val=1),
            element("w:numFmt", val=form),
            *([element("w:pStyle", val=_style_id(document, level))] if level in counted else []),
            element("w:suff", val="space"),
            element("w:lvlText", val=shape),
            element("w:lvlJc", val="left"),
            element("w:pPr", element("w:ind", left=0, firstLine=0)),
            ilvl=level,
        )
        for level, shape in enumerate(_SHAPES)
    ]
    numbering = document.part.numbering_part.element
    numbering.find(qn("w:num")).addprevious(
        element("w:abstractNum", element("w:multiLevelType", val="multilevel"), *levels, abstractNumId=_ID)
    )
    numbering.append(element("w:num", element("w:abstractNumId", val=_ID), numId=_ID))
    for level in counted:
        style = document.styles[f"Heading {level + 1}"].element
        properties = element("w:numPr", element("w:ilvl", val=level), element("w:numId", val=_ID))
        style.get_or_add_pPr()._insert_numPr(properties)


def _style_id(document: Document, level: int) -> str:
    return str(document.styles[f"Heading {level + 1}"].style_id)
