"""What a paper is made of. A paper is a list of blocks; PDF and Word are two ways to put the same blocks on a page.

Lengths are millimetres. Text is plain, or a tuple of runs where a part of it is bold or a link.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_desktop.domain.framework import Framework
from ita_desktop.papers.charts import Chart
from ita_desktop.papers.presets import MeasureShape, Preset
from ita_desktop.thai.digits import Digits


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Text = str | tuple[Run, ...]


def plain(text: Text) -> str:
    return text if isinstance(text, str) else "".join(run.text for run in text)


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes, as the officer chose them. A bad picture never stops a paper: a frame says which one it is."""

    data: bytes
    name: str = ""


# --------------------------------------------------------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    text: str
    level: int = 1
    number: str = ""
    """Printed before the text, such as `๓.๑`; papers number themselves, renderers do not count."""
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    indent: bool = True
    """First line 25 mm in, as official papers have it."""
    align: Align = Align.JUSTIFY
    keep_with_next: bool = False
    space_before: float = 0.0


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbered (`๑.`) or marked (`-`) lines."""

    items: tuple[Text, ...]
    marker: str = ""
    """Empty = numbered."""
    indent: float = 25.0


@dataclass(frozen=True, slots=True)
class Cell:
    content: Text | tuple[Paragraph | Listing, ...] = ""
    columns: int = 1
    rows: int = 1
    align: Align | None = None
    """None = the column's."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    share: float
    """Part of the table's width; shares are compared with each other, they need not add to anything."""
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    """A cell under one that spans rows is left out, as in HTML."""
    emphasis: bool = False
    """A total or a group line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The head row is repeated on every page; a row taller than a page is split and goes on as "(ต่อ)"."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    head: tuple[Row, ...] = ()
    """A head of two rows, where one is not enough; empty = the columns' titles."""


@dataclass(frozen=True, slots=True)
class Figure:
    content: Chart | Picture
    caption: str = ""
    width: float = 150.0
    height: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledLine:
    """`เรื่อง` and its value on dotted leaders; `width` is the part of the line it takes."""

    label: str
    value: str
    width: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoHead:
    """The head of a บันทึกข้อความ: emblem 15 mm high at the left, the words, four labelled lines."""

    lines: tuple[tuple[LabelledLine, ...], ...]
    emblem: Picture | None = None
    title: str = "บันทึกข้อความ"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmblemHead:
    """Emblem 30 mm high in the middle, and centred lines under it: an order, an announcement."""

    lines: tuple[str, ...]
    emblem: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    to: str = ""
    """With its `เรียน`, as it is printed."""
    comments: tuple[str, ...] = ()
    name: str = ""
    position: str = ""
    acting_for: str = ""
    date: str = ""
    """Empty = room to write it by hand."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """One block stands centred on the right half; more go in two columns, in the order in which the paper travels."""

    blocks: tuple[SignatureBlock, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    lines: tuple[Text, ...]
    office: tuple[str, ...] = ()
    emblem: Picture | None = None
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    title: str = "สารบัญ"
    levels: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    orientation: Orientation | None = None
    """None = as the page before."""


@dataclass(frozen=True, slots=True)
class Space:
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertedPages:
    """Pages of another PDF, such as a signed order in the appendix."""

    data: bytes
    name: str = ""


Block = (
    Heading
    | Paragraph
    | Listing
    | Table
    | Figure
    | MemoHead
    | EmblemHead
    | Signatures
    | Cover
    | Contents
    | PageBreak
    | Space
    | InsertedPages
)


class PageNumbers(StrEnum):
    NONE = "none"
    OFFICIAL = "official"
    """`- ๒ -` centred at the top from page two on: memo, order, agenda."""
    BOOK = "book"
    """At the top right, none on the cover: the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper, ready to be put on pages."""

    title: str
    blocks: tuple[Block, ...]
    digits: Digits = Digits.THAI
    orientation: Orientation = Orientation.PORTRAIT
    page_numbers: PageNumbers = PageNumbers.BOOK
    catchwords: bool = False
    """The first words of the next page at the foot of this one, as official papers of several pages have."""
    author: str = ""
    subject: str = ""
    made_on: date | None = None
    stamp: str = ""
    """`ร่าง` across every page while errors stand in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """What the officer chooses when a paper is made; everything else is in the Year."""

    digits: Digits = Digits.THAI
    preset: str = ""
    today: date | None = None
    emblem: Picture | None = None
    """Heads official papers."""
    logo: Picture | None = None
    """The office's own, on the cover of its report; without one the emblem stands there."""
    presets: tuple[Preset, ...] = ()
    """The office's own presets, found by name before ours."""
    shape: MeasureShape | None = None
    """Another table of measures than the preset's."""
    evidence: Framework | None = None
    """The rules of the year in which the papers are published as evidence; None = those of the assessed year."""
    appendix: tuple[Figure | InsertedPages, ...] = ()
    """Photographs and signed papers at the end of the report."""
