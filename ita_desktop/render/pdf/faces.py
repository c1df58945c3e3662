"""One font file: which letters it has, how HarfBuzz sets them, and which letters each drawn glyph stands for.

Thai needs shaping (a tone mark over ป stands elsewhere than over ก), and shaping loses the letters: one ำ becomes two
glyphs, a mark another glyph than the letter's own. So every glyph keeps the text it was made from, and the PDF gives
the text back letter for letter.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.thai.letters import MARKS, SARA_AM

if TYPE_CHECKING:
    import uharfbuzz

CLUSTER = re.compile(rf".[{MARKS}{SARA_AM}\u0300-\u036f]*", re.DOTALL)
"""A letter with its marks: nothing comes between them, be it the end of a line or a justified line's extra space."""

_FEATURES = {"kern": False, "liga": False}
"""Every glyph keeps its own width, so a line may be cut or stretched anywhere between clusters."""


class Glyph(NamedTuple):
    """Lengths in thousandths of the font's size."""

    id: int
    text: str
    """What it stands for when text is copied; empty where another glyph of the cluster says it already."""
    width: float
    advance: float
    dx: float
    dy: float


class Piece:
    """A drawn cluster. `plain` = its glyphs stand side by side on the baseline and each for its own letter."""

    __slots__ = ("advance", "face", "glyphs", "plain", "scale", "text")

    def __init__(self, face: Face, text: str, glyphs: tuple[Glyph, ...], scale: float = 1.0) -> None:
        self.face = face
        self.text = text
        self.glyphs = glyphs
        self.scale = scale
        self.advance = scale * sum(glyph.advance for glyph in glyphs)
        self.plain = scale == 1.0 and all(
            glyph.text and glyph.advance == glyph.width and not glyph.dx and not glyph.dy for glyph in glyphs
        )


_OTHER_RULES = (b"morx", b"feat", b"kern")
"""Apple's rules for the same font. HarfBuzz would prefer them, and they leave the tone of ก่ floating up where it stands
over a vowel; by the OpenType rules it comes down, as Word prints it."""


class Face:
    def __init__(self, path: Path) -> None:
        import uharfbuzz

        self.raw = _lean(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))
        self._font = uharfbuzz.Font(self.raw)
        self._script = "Thai" if "thai" in self.raw.get_table_script_tags("GSUB") else "Latn"
        """The rules of TH Sarabun New stand under Latin: asked for as Thai they would find ำ already taken apart."""
        self.unit: float = 1000 / self.raw.upem
        """Of the font, in thousandths of its size."""
        self.name = str(self.raw.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME))

    @cached_property
    def letters(self) -> frozenset[str]:
        return frozenset(map(chr, self.raw.unicodes))

    def pieces(self, text: str, scale: float = 1.0) -> tuple[Piece, ...]:
        """The clusters of a text. Two that became one glyph, as ฤๅ does, are one piece."""
        glyphs = self._shaped(text) if text else []
        begun = {place for place, _ in glyphs}
        starts = [match.start() for match in CLUSTER.finditer(text) if match.start() in begun]
        pieces: list[Piece] = []
        at = 0
        for start, end in pairwise([*starts, len(text)]):
            first = at
            while at < len(glyphs) and glyphs[at][0] < end:
                at += 1
            pieces.append(Piece(self, text[start:end], self._named(text, end, glyphs[first:at]), scale))
        return tuple(pieces)

    def _shaped(self, text: str) -> list[tuple[int, Glyph]]:
        """(place in the text, glyph) in the order of drawing."""
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", self._script, "th"
        hb.shape(self._font, buffer, _FEATURES)
        unit, width = self.unit, self._font.get_glyph_h_advance
        return [
            (
                info.cluster,
                Glyph(
                    info.codepoint,
                    "",
                    unit * width(info.codepoint),
                    unit * where.x_advance,
                    unit * where.x_offset,
                    unit * where.y_offset,
                ),
            )
            for info, where in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _named(self, text: str, end: int, glyphs: list[tuple[int, Glyph]]) -> tuple[Glyph, ...]:
        """The glyphs of a cluster, each with the letters it stands for."""
        named: list[Glyph] = []
        at = 0
        while at < len(glyphs):
            place = glyphs[at][0]
            upto = at + 1
            while upto < len(glyphs) and glyphs[upto][0] == place:
                upto += 1
            letters = text[place : glyphs[upto][0] if upto < len(glyphs) else end]
            for (_, glyph), said in zip(glyphs[at:upto], _shared_out(letters, upto - at), strict=True):
                named.append(glyph._replace(text=said))
            at = upto
        return tuple(named)

    # ------------------------------------------------------------------------------------------- what a PDF asks for

    def width(self, glyph: int) -> float:
        return float(self.unit * self._font.get_glyph_h_advance(glyph))

    def metric(self, tag: uharfbuzz.OTMetricsTag) -> int:
        return round(self.unit * (self._font.get_metric_position(tag) or 0))

    def table(self, tag: str) -> bytes:
        return bytes(self.raw.reference_table(tag).data)


def _lean(face: uharfbuzz.Face) -> uharfbuzz.Face:
    """The font with all its glyphs, without the rules we do not follow and without hints for old screens."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _OTHER_RULES)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    return hb.SubsetPlan(face, wanted).execute()


def _shared_out(letters: str, glyphs: int) -> list[str]:
    """Letters to glyphs, one to one where it can be; of ำ the ring says nothing and the า says ำ."""
    if glyphs == len(letters):
        return list(letters)
    if glyphs == len(letters) + 1 and letters.endswith(SARA_AM):
        return ["", *letters]
    return [letters, *[""] * (glyphs - 1)]
