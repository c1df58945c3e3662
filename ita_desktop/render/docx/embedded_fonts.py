"""Our face travels inside the Word file, so that it looks the same on a PC that does not have it.

ECMA-376 part 4, 2.8.1: the first 32 bytes of the font are combined with a key that stands beside it.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from ita_desktop.render.docx.xml import element

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_STYLES = {"Regular": "embedRegular", "Bold": "embedBold", "Italic": "embedItalic", "BoldItalic": "embedBoldItalic"}


def embed(document: Document, face: str, files: dict[str, Path]) -> None:
    """`files`: style (`Regular`, `Bold` …) → font file; styles without a file are left to Word."""
    package = document.part.package
    fonts = parse_xml(f'<w:fonts {nsdecls("w", "r")}><w:font w:name="{face}"/></w:fonts>')
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, b"", package)
    entry = fonts[0]
    entry.append(element("w:charset", val="DE"))
    entry.append(element("w:family", val="swiss"))
    entry.append(element("w:pitch", val="variable"))
    for number, (style, tag) in enumerate(_STYLES.items(), start=1):
        file = files.get(style)
        if file is None or not file.is_file():
            continue
        key = uuid.uuid5(uuid.NAMESPACE_OID, file.name)
        part = Part(
            PackURI(f"/word/fonts/font{number}.odttf"), _OBFUSCATED, _obfuscated(file.read_bytes(), key), package
        )
        reference = element(f"w:{tag}", fontKey=f"{{{str(key).upper()}}}")
        reference.set(qn("r:id"), table.relate_to(part, RELATIONSHIP_TYPE.FONT))
        entry.append(reference)
    table._blob = serialize_part_xml(fonts)
    for key_, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            del document.part.rels[key_]
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    settings = document.settings.element
    settings.insert(0, element("w:embedTrueTypeFonts"))
    zoom = settings.find(qn("w:zoom"))
    if zoom is not None:  # the schema wants zoom before it
        settings.insert(0, zoom)


def _obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    mask = key.bytes[::-1]
    head = bytes(byte ^ mask[at % 16] for at, byte in enumerate(font[:32]))
    return head + font[32:]
