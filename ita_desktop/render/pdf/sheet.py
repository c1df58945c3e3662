"""The sheet that pages are drawn on: a thin hand over ReportLab's canvas, y running down from the upper edge.

Text goes in as glyph codes of our own embedded fonts; no font of the reader is ever asked for.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.render.pdf.embedding import EmbeddedFace
from ita_desktop.render.pdf.faces import Face
from ita_desktop.render.pdf.form import Leaf
from ita_desktop.render.pdf.lines import ASCENT, LINE_HEIGHT, Line
from ita_desktop.render.pdf.typeface import Word

INK = "#000000"

rl_config.useA85 = 0
"""Bytes as they are: writing them out as letters, which ReportLab likes, costs a fifth of the time and of the size."""


@dataclass(frozen=True, slots=True)
class SigningRoom:
    """Where somebody signs: page from 0, and points from its lower left corner, as readers of PDF count."""

    who: str
    page: int
    box: tuple[float, float, float, float]


class _QuietCanvas(Canvas):  # type: ignore[misc]
    """A canvas that names no font on a page before we do: ReportLab would name Helvetica, which is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Sheet:
    def __init__(self, page_of: Mapping[str, int] | None = None) -> None:
        self.page_of = page_of or {}
        """The page of each place that contents name."""
        self._file = io.BytesIO()
        self.canvas = _QuietCanvas(self._file, pageCompression=1, invariant=1, lang="th-TH", pdfVersion=(1, 7))
        self.rooms: list[SigningRoom] = []
        """Of everyone who signs, in the order in which the paper travels."""
        self._faces: dict[str, EmbeddedFace] = {}
        self._codes: dict[Word, list[str]] = {}
        self._height = 0.0

    def begin_page(self, leaf: Leaf) -> None:
        self.canvas.setPageSize((leaf.width, leaf.height))
        self._height = leaf.height

    def end_page(self) -> None:
        self.canvas.addLiteral("")  # a page with nothing on it is a page too
        self.canvas.showPage()

    @property
    def document(self) -> PDFDocument:
        return self.canvas._doc

    def finish(self) -> bytes:
        shared_by_all_pages = self.document.idToObject["BasicFonts"].dict
        for face in self._faces.values():
            shared_by_all_pages[face.name] = face.write(self.document)
        self.canvas.save()
        return self._file.getvalue()

    # -------------------------------------------------------------------------------------------------------- text

    def text(self, line: Line, x: float, baseline: float, *, color: str = INK, angle: float = 0.0) -> None:
        """A line with its left end at x; `indent` is the business of who places it."""
        across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        place = f"{across:.4g} {up:.4g} {-up:.4g} {across:.4g} {x:.2f} {self._height - baseline:.2f} Tm"
        words = [word for span in line.spans for word in span.words]
        show = " ".join(self._shown(words, line.size, line.per_space, line.per_cluster))
        self.canvas.addLiteral(f"BT {_rgb(color)} rg {place} {show} ET")
        if any(span.link for span in line.spans):
            self._link_spans(line, x, baseline)

    def _shown(self, words: Sequence[Word], size: float, per_space: float, per_cluster: float) -> Iterator[str]:
        """The operators that show words: for each run in one font an array of codes and gaps."""
        per_em = -1000 / size
        between = f"> {per_em * per_cluster:.1f} <" if per_cluster else ""
        after_space = f"> {per_em * (per_cluster + per_space):.1f} <" if per_space else between
        face: Face | None = None
        codes: list[str] = []
        for word in words:
            if codes and not (word.plain and word.face is face):
                yield f"[<{''.join(codes)}>] TJ"
                codes.clear()
            if not word.plain:
                yield from self._placed(word, size, per_cluster)
                face = None
                continue
            if word.face is not face:
                face = word.face
                yield f"/{self._embedded(face).name} {size:.4g} Tf"
            codes += (between.join(self._plain_codes(word)), after_space if word.is_space else between)
        if codes:
            yield f"[<{''.join(codes)}>] TJ"

    def _placed(self, word: Word, size: float, per_cluster: float) -> Iterator[str]:
        """A word with lent letters, or with glyphs that stand out of line or say more than themselves."""
        for piece in word.pieces:
            face, own_size = self._embedded(piece.face), size * piece.scale
            says_more = not all(glyph.text for glyph in piece.glyphs)
            if says_more:
                yield f"/Span <</ActualText <FEFF{piece.text.encode('utf-16-be').hex()}>>> BDC"
            yield f"/{face.name} {own_size:.4g} Tf"
            for glyph in piece.glyphs:
                code, back = face.code(glyph.id, glyph.text), glyph.width + glyph.dx - glyph.advance
                show = f"[{-glyph.dx:.1f} <{code:04X}> {back:.1f}] TJ"
                yield f"{glyph.dy * own_size / 1000:.3f} Ts {show} 0 Ts" if glyph.dy else show
            if says_more:
                yield "EMC"
            if per_cluster:
                yield f"[{-1000 * per_cluster / own_size:.1f}] TJ"

    def _embedded(self, face: Face) -> EmbeddedFace:
        found = self._faces.get(face.name)
        if found is None:
            found = self._faces[face.name] = EmbeddedFace(face, len(self._faces) + 1)
        return found

    def _plain_codes(self, word: Word) -> list[str]:
        codes = self._codes.get(word)
        if codes is None:
            face = self._embedded(word.face)
            codes = self._codes[word] = [face.codes(piece) for piece in word.pieces]
        return codes

    def _link_spans(self, line: Line, x: float, baseline: float) -> None:
        top = baseline - ASCENT * line.size
        for span in line.spans:
            width = sum(
                word.width * line.size + len(word.pieces) * line.per_cluster + word.is_space * line.per_space
                for word in span.words
            )
            if span.link:
                address = quote(span.link, safe="/:?#[]@!$&'()*+,;=%-._~")
                self.canvas.linkURL(address, self._rect(x, top, width, LINE_HEIGHT * line.size), F=4)
            x += width

    @contextmanager
    def shrunk(self, x: float, y: float, factor: float) -> Iterator[None]:
        """What is drawn meanwhile becomes smaller towards the point."""
        self.canvas.addLiteral(
            f"q {factor:.4f} 0 0 {factor:.4f} {x * (1 - factor):.2f} {(self._height - y) * (1 - factor):.2f} cm"
        )
        yield
        self.canvas.addLiteral("Q")

    # ------------------------------------------------------------------------------------------- lines and surfaces

    def rule(self, points: Sequence[tuple[float, float]], width: float, *, color: str = INK, dash: str = "") -> None:
        """A line through points; `dash` as PDF writes it, such as `[0 2] 0 d`, with round ends."""
        path = self._path(points)
        before, after = (f"{dash} 1 J", " [] 0 d 0 J") if dash else ("0 J", "")
        self.canvas.addLiteral(f"{_rgb(color)} RG {width:.2f} w {before} {path} S{after}")

    def area(self, points: Sequence[tuple[float, float]], color: str) -> None:
        self.canvas.addLiteral(f"{_rgb(color)} rg {self._path(points)} h f")

    def box(self, x: float, y: float, width: float, height: float, *, line: float = 0.0, fill: str = "") -> None:
        rect = f"{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f} re"
        if fill:
            self.canvas.addLiteral(f"{_rgb(fill)} rg {rect} f")
        if line:
            self.canvas.addLiteral(f"{_rgb(INK)} RG {line:.2f} w {rect} S")

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        steps = [f"{x:.2f} {self._height - y:.2f}" for x, y in points]
        return f"{steps[0]} m " + " ".join(f"{step} l" for step in steps[1:])

    def picture(self, picture: ImageReader, x: float, y: float, width: float, height: float) -> None:
        self.canvas.drawImage(picture, x, self._height - y - height, width, height)

    # ------------------------------------------------------------------------------------------- places and their links

    def leave_room_to_sign(self, who: str, x: float, y: float, width: float, height: float) -> None:
        self.rooms.append(SigningRoom(who, self.canvas.getPageNumber() - 1, self._rect(x, y, width, height)))

    def anchor(self, key: str, y: float) -> None:
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - y)

    def outline(self, key: str, title: str, level: int) -> None:
        self.canvas.addOutlineEntry(title, key, level)

    def link_to(self, key: str, x: float, y: float, width: float, height: float) -> None:
        self.canvas.linkAbsolute("", key, self._rect(x, y, width, height), F=4)

    def _rect(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        return x, self._height - y - height, x + width, self._height - y


def _rgb(color: str) -> str:
    if color == INK:
        return "0 0 0"
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
