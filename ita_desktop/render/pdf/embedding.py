"""A font inside one PDF: only the glyphs that were drawn, and what each of them stands for.

Every pair of glyph and text gets a code of its own, so the same drawn shape can stand for different letters. The codes
lead to the glyphs through one map, and to the letters through another (ToUnicode).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from ita_desktop.render.pdf.faces import Face, Piece

_SYMBOLIC, _ITALIC = 4, 64
_NEEDED = frozenset(("glyf", "head", "hhea", "hmtx", "loca", "maxp"))


def compressed(content: bytes, **entries: object) -> PDFStream:
    return PDFStream(PDFDictionary(entries), content, filters=[PDFZCompress])


class EmbeddedFace:
    def __init__(self, face: Face, number: int) -> None:
        self.name = f"F{number}"
        self._face = face
        self._codes: dict[tuple[int, str], int] = {}
        """(glyph, text) -> code. Code 0 is the empty box of a missing glyph, which is never drawn."""

    def code(self, glyph: int, text: str) -> int:
        return self._codes.setdefault((glyph, text), len(self._codes) + 1)

    def codes(self, piece: Piece) -> str:
        return "".join([f"{self.code(glyph.id, glyph.text):04X}" for glyph in piece.glyphs])

    def write(self, document: PDFDocument) -> PDFObjectReference:
        """Into the document: the font with its descriptor, file, widths and maps. Returns the reference to it."""
        name = PDFName(f"{self._tag()}+{self._face.name}")
        file, moved = self._subset()
        glyphs = [glyph for glyph, _ in self._codes]
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name, file)),
                "W": PDFArray([1, PDFArray([round(self._face.width(glyph)) for glyph in glyphs])]),
                "CIDToGIDMap": document.Reference(
                    compressed(struct.pack(f">{len(glyphs) + 1}H", 0, *map(moved.get, glyphs)))
                ),
            }
        )
        return document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": name,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([document.Reference(descendant)]),
                    "ToUnicode": document.Reference(compressed("\n".join(self._to_unicode()).encode("ascii"))),
                }
            )
        )

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font file with the drawn glyphs only, and where each glyph went in it."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in self._codes})
        wanted.drop_table_tag_set.update(_as_number(tag) for tag in self._face.raw.table_tags if tag not in _NEEDED)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        plan = hb.SubsetPlan(self._face.raw, wanted)
        return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)

    def _tag(self) -> str:
        """Six letters that differ for different subsets of a font, and are the same for the same one."""
        number = zlib.crc32(repr(list(self._codes)).encode())
        return "".join(chr(65 + number // 26**place % 26) for place in range(6))

    def _descriptor(self, document: PDFDocument, name: PDFName, file: bytes) -> PDFDictionary:
        face, tags = self._face, hb.OTMetricsTag
        box = struct.unpack(">4h", face.table("head")[36:44])
        slant = struct.unpack(">i", face.table("post")[4:8])[0] / 65536
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC | (_ITALIC if slant else 0),
                "FontBBox": PDFArray([round(face.unit * edge) for edge in box]),
                "ItalicAngle": slant,
                "Ascent": face.metric(tags.HORIZONTAL_ASCENDER),
                "Descent": face.metric(tags.HORIZONTAL_DESCENDER),
                "CapHeight": face.metric(tags.CAP_HEIGHT),
                "StemV": 120 if "Bold" in face.name else 80,
                "FontFile2": document.Reference(compressed(file, Length1=len(file))),
            }
        )

    def _to_unicode(self) -> Iterator[str]:
        yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
        yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
        yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
        yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
        rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for (_, text), code in self._codes.items()]
        for start in range(0, len(rows), 100):
            block = rows[start : start + 100]
            yield f"{len(block)} beginbfchar"
            yield from block
            yield "endbfchar"
        yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def _as_number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")
