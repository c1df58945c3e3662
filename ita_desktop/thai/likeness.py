"""Typed and pasted Thai made sound, and names compared as a person would: this one is meant, though mistyped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import TypeVar

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.letters import MARKS, NIKHAHIT, SARA_AM, SILENCER, TONES, VOWEL_MARKS

T = TypeVar("T")

# Never NFKC, here or elsewhere: it takes sara am (ำ) apart into two characters that look the same and are not.

_LETTERS_OF_OLD_FONTS = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
"""Cut and shifted forms that Thai fonts of Windows kept in private use, as they come out of an older PDF."""

_SPACES = re.compile("[\u00a0\u2007\u202f]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_UNSEEN = re.compile(
    # Control characters, zero width spaces, marks of writing direction; joiners only in Thai, for emoji live by them.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    "|(?<=[\u0e00-\u0e7f])[\u200c\u200d]|[\u200c\u200d](?=[\u0e00-\u0e7f])"
)
_MARKS = re.compile(f"[{MARKS}]{{2,}}")
_SARA_AM_IN_TWO = re.compile(f"{NIKHAHIT}([{TONES}{SILENCER}]*)\u0e32")


def tidy(text: str) -> str:
    """Typed or pasted text without what cannot be seen and is wrong all the same. Says the same, looks the same."""
    text = text.translate(_LETTERS_OF_OLD_FONTS)
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", _SPACES.sub(" ", text)))
    text = _MARKS.sub(_in_order, text.replace("เเ", "แ"))
    return _SARA_AM_IN_TWO.sub(rf"\1{SARA_AM}", text)


def _in_order(marks: re.Match[str]) -> str:
    """Vowels before tones, each once: typed the other way round they look alike and are another word to a machine."""
    return "".join(sorted(dict.fromkeys(marks.group()), key=lambda mark: mark not in VOWEL_MARKS))


# --------------------------------------------------------------------------------------------------------------- names

_NUMBERING = re.compile(r"^\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?:[0-9]+(?:\.[0-9]+)*\s*[.)]?\s*)?")
_TOOL_IN_BRACKETS = re.compile(r"[(\[]\s*(?:IIT|EIT|OIT)\s*[)\]]", re.IGNORECASE)
_OF_THE_STATE = re.compile("(?:ของ)?ทางราชการ")
_TONES_AND_SILENCERS = re.compile(f"[{TONES}{SILENCER}\u0e47]")


def name_key(name: str) -> str:
    """What two writings of one name have in common: no spaces, punctuation, numbering, tool in brackets or capitals."""
    key = to_arabic(tidy(name))
    key = _TOOL_IN_BRACKETS.sub(" ", _NUMBERING.sub("", key, count=1))
    return _OF_THE_STATE.sub("ของราชการ", "".join(filter(_is_letter, key)).lower())


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in MARKS


def likeness(one: str, other: str) -> float:
    """How like two names are, 0 to 1; 1 is the same name. A tone mark left out weighs little, a word much."""
    a, b = name_key(one), name_key(other)
    if a == b:
        return 1.0
    bare = SequenceMatcher(None, _TONES_AND_SILENCERS.sub("", a), _TONES_AND_SILENCERS.sub("", b), autojunk=False)
    full = SequenceMatcher(None, a, b, autojunk=False)
    return 0.9 * bare.ratio() + 0.1 * full.ratio()


def best_match(name: str, known: Mapping[str, T], *, at_least: float = 0.8, ahead: float = 0.05) -> T | None:
    """What a name stands for, of the known writings; None where none is near, or two different things are."""
    ranked: dict[T, float] = {}
    for writing, meaning in known.items():
        ranked[meaning] = max(ranked.get(meaning, 0.0), likeness(name, writing))
    if not ranked:
        return None
    best, *others = sorted(ranked.items(), key=lambda entry: entry[1], reverse=True)
    if best[1] < at_least or (best[1] < 1 and others and others[0][1] > best[1] - ahead):
        return None
    return best[0]
