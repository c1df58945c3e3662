"""Which letters our papers can be printed with: known without opening a font, so that a rule can ask on every change.

The fonts are the same in every copy of the program, so their letters are a table. A test reads the fonts themselves and
holds it against them.
"""

from __future__ import annotations

STAND_IN = "[?]"
"""Printed where a letter was written that no font of ours has."""

_CODES = """
0-17E 18F 192 1A0-1A1 1AF-1B0 1CD-1DC 1E6-1E7 1FA-1FF 218-21B 237 251 259 2BB-2BC 2BE-2BF 2C6-2CC 2D8-2DD 300-304
306-30C 31B 323-324 326-328 32E 331 394 3A9 3BC 3C0 61C E00-E3A E3F-E5B 1680 1E0C-1E0F 1E20-1E21 1E24-1E25 1E2A-1E2B
1E36-1E3B 1E42-1E49 1E5A-1E63 1E6C-1E6F 1E80-1E85 1E8E-1E8F 1E92-1E93 1E97 1E9E 1EA0-1EF9 2000-2015 2018-201A 201C-201E
2020-2022 2026 2028-2030 2032-2033 2039-203A 2044 205F-2070 2074-2079 207D-2089 208D-208E 20A1 20A3-20A4 20A6-20A7
20AB-20AC 20B1-20B2 20B5 20B9-20BA 20BD 210A 2113 2117 2120 2122 2126 212E 2153-215E 2190-2193 21AF 21E6-21F0 21F3 2202
2206 220F 2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 25A0-2609 260E-2612 2614-2617 2701-2704 2706-2709
270B-271C 2722-2727 2729-274B 274D 274F-2753 2756-2775 2794 2798-27AF 27B1-27BE 2B1B-2B1C 3000 D800-DFFF F700-F71D
F880-F882 F8FF FB01-FB02 FE00-FE0F FEFF
"""
"""Those that have no look, such as joiners and marks of direction, count as printable: nothing of them is lost."""


def _letters(codes: str) -> frozenset[str]:
    spans = ([int(end, 16) for end in span.split("-")] for span in codes.split())
    return frozenset(chr(code) for span in spans for code in range(span[0], span[-1] + 1))


PRINTABLE = _letters(_CODES)


def unprintable(text: str) -> str:
    """The letters of a text that come out as `[?]`, each once, in the order in which they were written."""
    if PRINTABLE.issuperset(text):
        return ""
    return "".join(dict.fromkeys(letter for letter in text if letter not in PRINTABLE))


def why_unprintable(letters: str) -> str:
    """What an officer is told of such letters, here in quotation marks or called by a word."""
    return f"แบบอักษรของเอกสารไม่มี{letters} ไฟล์ PDF และกระดาษจะพิมพ์เป็น {STAND_IN}"
