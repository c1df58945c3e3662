"""Small pieces of WordprocessingML, made with their children in the order that the schema demands."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """`element("w:jc", val="center")`: attributes stand in the word-processing namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(children)
    return made


def run_properties(
    *,
    style: str = "",
    font: str = "",
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    dotted: bool = False,
    thai: bool = False,
) -> Element:
    """Everything twice, for Latin and for complex script: Word sizes and emboldens Thai by the second set alone."""
    parts: list[Element] = []
    if style:
        parts.append(element("w:rStyle", val=style))
    if font:
        parts.append(element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
    if bold:
        parts += [element("w:b"), element("w:bCs")]
    if italic:
        parts += [element("w:i"), element("w:iCs")]
    if size is not None:
        half_points = round(size * 2)
        parts += [element("w:sz", val=half_points), element("w:szCs", val=half_points)]
    if dotted:
        parts.append(element("w:u", val="dotted"))
    if thai:
        parts.append(element("w:lang", val="en-US", eastAsia="en-US", bidi="th-TH"))
    return element("w:rPr", *parts)


def twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)
