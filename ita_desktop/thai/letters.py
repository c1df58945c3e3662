"""Kinds of Thai characters, as strings to look in and to build patterns of."""

from __future__ import annotations

LEADING_VOWELS = "เแโใไ"
"""Written before the consonant they follow in speech."""

FOLLOWING_VOWELS = "\u0e30\u0e32\u0e33\u0e45"  # ะ า ำ ๅ

TONES = "\u0e48\u0e49\u0e4a\u0e4b"
SILENCER = "\u0e4c"  # ์
NIKHAHIT = "\u0e4d"  # the ring of ำ
SARA_AM = "\u0e33"

VOWEL_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47" + NIKHAHIT + "\u0e4e"
MARKS = VOWEL_MARKS + TONES + SILENCER
"""Everything that stands on or under a letter."""

LETTERS = "ก-\u0e3aเ-\u0e4e"
"""For a character class: what a Thai word is made of, the signs ๆ and ฯ included; no digits, no ฿."""
