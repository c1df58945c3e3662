"""The papers' typeface: TH Sarabun New in four styles, with letters lent by Sarabun and by a font of symbols.

A paper never prints the empty box of a missing glyph: what no font has is printed as `[?]`, can still be copied as what
it was. `domain.printable` knows which letters those are, so that the officer is told before anything is printed.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import Path

from ita_desktop.domain.printable import STAND_IN
from ita_desktop.render.pdf.faces import CLUSTER, Face, Piece
from ita_desktop.render.pdf.form import Look

_OFFICIAL = ("THSarabunNew", "THSarabunNew-Bold", "THSarabunNew-Italic", "THSarabunNew-BoldItalic")
_LENDING = ("Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic", "Sarabun-BoldItalic")
_SYMBOLS = "NotoSansSymbols2-Subset"
_LENT = 0.683
"""TH Sarabun New is drawn small in its em: at this scale the letters of the other two are equally high."""

_NO_LOOK = (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_NO_LOOK += (*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xD800, 0xE000))
_SPACES = (0x09, 0x0B, 0x0C, 0x0D, 0x85, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_CLEAN = dict.fromkeys(_NO_LOOK) | dict.fromkeys(_SPACES, " ") | dict.fromkeys((0x0A, 0x2028, 0x2029), "\n")
_CLEAN[0x2011] = "-"  # the hyphen at which Word ends no line; no font of ours has it


def clean(text: str) -> str:
    """Text as it can be set: all kinds of spaces as one, line ends as one, nothing that has no look."""
    return text.replace("\r\n", "\n").translate(_CLEAN)


class Word:
    """A shaped run of letters in one style, as wide as it is. Kept and used again wherever it occurs."""

    __slots__ = ("face", "is_space", "pieces", "plain", "text", "width")

    def __init__(self, text: str, pieces: tuple[Piece, ...], face: Face) -> None:
        self.text = text
        self.pieces = pieces
        self.face = face
        self.width = sum(piece.advance for piece in pieces) / 1000
        """In ems: times the size of the look."""
        self.plain = all(piece.plain and piece.face is face for piece in pieces)
        self.is_space = text == " "


class Typeface:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[str, Face] = {}
        self._words = lru_cache(maxsize=30_000)(self._shape)

    def _face(self, name: str) -> Face:
        if name not in self._faces:
            self._faces[name] = Face(self._folder / f"{name}.ttf")
        return self._faces[name]

    def word(self, text: str, look: Look) -> Word:
        return self._words(text, look.bold + 2 * look.italic)

    def _shape(self, text: str, style: int) -> Word:
        face = self._face(_OFFICIAL[style])
        if face.letters.issuperset(text):
            return Word(text, face.pieces(text), face)
        pieces: list[Piece] = []
        for lender, clusters in groupby(CLUSTER.findall(text), key=lambda cluster: self._lender(cluster, style)):
            if lender is None:
                pieces += (self._stand_in(face, cluster) for cluster in clusters)
            else:
                pieces += lender.pieces("".join(clusters), 1.0 if lender is face else _LENT)
        return Word(text, tuple(pieces), face)

    def _lender(self, cluster: str, style: int) -> Face | None:
        names = (_OFFICIAL[style], _LENDING[style], _SYMBOLS)
        return next((face for face in map(self._face, names) if face.letters.issuperset(cluster)), None)

    @staticmethod
    def _stand_in(face: Face, cluster: str) -> Piece:
        """`[?]` to look at, the unknown letter itself when copied."""
        glyphs = [glyph for piece in face.pieces(STAND_IN) for glyph in piece.glyphs]
        return Piece(face, cluster, tuple(glyph._replace(text="" if n else cluster) for n, glyph in enumerate(glyphs)))


@lru_cache(maxsize=4)
def typeface(folder: Path) -> Typeface:
    """Fonts are opened once; the words they shaped stay known from paper to paper."""
    return Typeface(folder)
