"""The styles of a Word paper: real ones, so that an officer changes a face or a size in one place."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from ita_desktop.render.docx.xml import element, run_properties
from ita_desktop.render.pdf.form import PORTRAIT

FACE = "TH Sarabun New"
BODY = 16.0
LINE = 20.8
"""The height of a line of body text in points, as in our PDF."""
INDENT = 25.0
PART_GAP = 6.0
"""Points above a part of a paper."""
HEADINGS = {1: 20.0, 2: 18.0, 3: 16.0}

_NO_GAPS = ("w:autoSpaceDE", "w:autoSpaceDN")
"""LibreOffice would set `o๑๒` as `o ๑๒`: the room that belongs between Chinese and Latin."""
_AFTER_GAPS = ("w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")

TITLE_OF_MEMO = "ITA Memo Title"
LABELLED_LINE = "ITA Labelled Line"
CELL = "ITA Table Text"
SIGNATURE = "ITA Signature"
COVER = "ITA Cover"
CENTRED = "ITA Centred"
FIGURE_CAPTION = "ITA Figure Caption"
CONTENTS = "TOC Heading"


def prepare(document: Document) -> None:
    """Our face on every style, in both scripts; no theme font may shine through."""
    for looks in list(document.styles.element.iter(qn("w:rPr"))):
        looks.getparent().remove(looks)
    _document_defaults(document)
    normal = _paragraph_style(document, "Normal", size=BODY)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = Pt(LINE)
    normal.paragraph_format.widow_control = True
    for name in _NO_GAPS:
        normal.element.get_or_add_pPr().insert_element_before(element(name, val=0), *_AFTER_GAPS)
    for level, size in HEADINGS.items():
        heading = _paragraph_style(document, f"Heading {level}", size=size, bold=True)
        heading.paragraph_format.space_before = Pt(10 if level == 1 else 6)
        heading.paragraph_format.space_after = Pt(2)
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.line_spacing = Pt(size * LINE / BODY)
    caption = _paragraph_style(document, "Caption", size=BODY, bold=True)
    caption.paragraph_format.space_before = Pt(6)
    caption.paragraph_format.space_after = Pt(2)
    _paragraph_style(document, FIGURE_CAPTION, size=BODY).paragraph_format.space_before = Pt(3)
    for level in HEADINGS:
        contents = _paragraph_style(document, f"TOC {level}", size=BODY)
        contents.paragraph_format.left_indent = Mm(7.0 * (level - 1))
        contents.paragraph_format.tab_stops.add_tab_stop(
            Pt(PORTRAIT.text_width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
    _paragraph_style(document, CONTENTS, size=HEADINGS[1], bold=True).base_style = document.styles["Normal"]
    _paragraph_style(document, CENTRED, size=BODY)
    title = _paragraph_style(document, TITLE_OF_MEMO, size=29, bold=True)
    title.paragraph_format.line_spacing = Pt(35)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(9), Pt(2)
    _paragraph_style(document, LABELLED_LINE, size=BODY).paragraph_format.line_spacing = Pt(24)
    _paragraph_style(document, CELL, size=14).paragraph_format.line_spacing = Pt(18.2)
    _paragraph_style(document, SIGNATURE, size=BODY)
    _paragraph_style(document, COVER, size=28, bold=True).paragraph_format.line_spacing = Pt(36.4)
    for name in ("Header", "Footer"):
        _paragraph_style(document, name, size=BODY)


def _paragraph_style(document: Document, name: str, *, size: float, bold: bool = False) -> ParagraphStyle:
    known = name in document.styles
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if not known and name != "Normal":
        style.base_style = document.styles["Normal"]
    old = style.element.rPr
    if old is not None:
        style.element.remove(old)
    style.element.append(run_properties(font=FACE, bold=bold, size=size, thai=True))
    return style


def _document_defaults(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    if defaults is not None:
        document.styles.element.remove(defaults)
    fresh = element(
        "w:docDefaults",
        element("w:rPrDefault", run_properties(font=FACE, size=BODY, thai=True)),
        element("w:pPrDefault", element("w:pPr")),
    )
    document.styles.element.insert(0, fresh)
