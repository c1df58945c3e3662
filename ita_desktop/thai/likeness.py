"""Typed and pasted Thai made sound, and names compared as a person would: this one is meant, though mistyped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

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
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u2007\u200b-\u200f\u2028-\u202f\u2060-\u2064\uf700-\uf71a\ufeff]")
"""All that the patterns above begin with: the usual text has none of it."""
_MARKS = re.compile(f"[{MARKS}]{{2,}}")
_MARKS_TO_SORT = re.compile(f"[{TONES}{SILENCER}][{VOWEL_MARKS}]|([{MARKS}])\\1|[{MARKS}]{{3,}}")
"""Almost every word has two marks in a row; few have them in disorder."""
_SARA_AM_IN_TWO = re.compile(f"{NIKHAHIT}([{TONES}{SILENCER}]*)\u0e32")


def tidy(text: str) -> str:
    """Typed or pasted text without what cannot be seen and is wrong all the same. Says the same, looks the same."""
    if _ODD.search(text):
        text = text.translate(_LETTERS_OF_OLD_FONTS)
        text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", _SPACES.sub(" ", text)))
    text = text.replace("เเ", "แ")
    if _MARKS_TO_SORT.search(text):
        text = _MARKS.sub(_in_order, text)
    return _SARA_AM_IN_TWO.sub(rf"\1{SARA_AM}", text) if NIKHAHIT in text else text


def says_nothing(text: str) -> bool:
    """A dash stands for an empty cell, and so does `N/A`."""
    return not text.strip("-–— \t\n") or text.strip().lower() in {"n/a", "na"}


def _in_order(marks: re.Match[str]) -> str:
    """Vowels before tones, each once: typed the other way round they look alike and are another word to a machine."""
    return "".join(sorted(dict.fromkeys(marks.group()), key=lambda mark: mark not in VOWEL_MARKS))


# --------------------------------------------------------------------------------------------------------------- names

_NUMBERING = re.compile(r"^\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?:[0-9]+(?:\.[0-9]+)*\s*[.)]?\s*)?")
_TOOL_IN_BRACKETS = re.compile(r"[(\[]\s*(?:IIT|EIT|OIT)\s*[)\]]", re.IGNORECASE)
_OF_THE_STATE = re.compile("(?:ของ)?ทางราชการ")
_NO_LETTERS = re.compile(rf"[^\w{MARKS}]|_")
_TONES_AND_SILENCERS = re.compile(f"[{TONES}{SILENCER}\u0e47]")


def name_key(name: str) -> str:
    """What two writings of one name have in common: no spaces, punctuation, numbering, tool in brackets or capitals."""
    key = to_arabic(tidy(name))
    key = _TOOL_IN_BRACKETS.sub(" ", _NUMBERING.sub("", key, count=1))
    return _OF_THE_STATE.sub("ของราชการ", _NO_LETTERS.sub("", key).lower())


def likeness(one: str, other: str) -> float:
    """How like two names are, 0 to 1; 1 is the same name. A tone mark left out weighs little, a word much."""
    return _likeness(_Writing.of(one), _Writing.of(other))


@dataclass(frozen=True, slots=True)
class _Writing:
    """A name made ready to be compared with many others."""

    key: str
    bare: str
    letters: frozenset[tuple[str, int]]
    """The first ก of `bare`, its second ก and so on: what two writings share is counted by the sets themselves."""

    @classmethod
    def of(cls, name: str) -> _Writing:
        key = name_key(name)
        bare = _TONES_AND_SILENCERS.sub("", key)
        counts: Counter[str] = Counter()
        letters = set()
        for letter in bare:
            letters.add((letter, counts[letter]))
            counts[letter] += 1
        return cls(key, bare, frozenset(letters))


def _likeness(a: _Writing, b: _Writing) -> float:
    if a.key == b.key:
        return 1.0
    bare = SequenceMatcher(None, a.bare, b.bare, autojunk=False)
    full = SequenceMatcher(None, a.key, b.key, autojunk=False)
    return 0.9 * bare.ratio() + 0.1 * full.ratio()


def _at_most(a: _Writing, b: _Writing) -> float:
    """What their likeness cannot exceed, told from their lengths, then from their letters in whatever order."""
    length = len(a.bare) + len(b.bare)
    if not length:
        return 1.0
    by_length = 2 * min(len(a.bare), len(b.bare)) / length
    if by_length < 0.5:
        return 0.9 * by_length + 0.1
    return 0.9 * (2 * len(a.letters & b.letters) / length) + 0.1


class Names(Generic[T]):
    """Known writings and what each stands for; made once, asked for many names.

    Comparing letter by letter is slow, so it is done only with writings that could be near enough.
    """

    def __init__(self, known: Iterable[tuple[str, T]]) -> None:
        self._known = [(_Writing.of(writing), meaning) for writing, meaning in known]

    def like(self, name: str, at_least: float, *, of: Callable[[T], bool] = lambda _meaning: True) -> dict[T, float]:
        """The meanings that are at least so like, and how like each is. `of` says which count at all."""
        asked = _Writing.of(name)
        found: dict[T, float] = {}
        for writing, meaning in self._known:
            if found.get(meaning) == 1 or not of(meaning) or _at_most(asked, writing) < at_least:
                continue
            near = _likeness(asked, writing)
            if near >= at_least:
                found[meaning] = max(found.get(meaning, 0.0), near)
        return found

    def best(self, name: str, *, at_least: float = 0.8, ahead: float = 0.05) -> T | None:
        """What a name stands for; None where no writing is near, or two different things are."""
        ranked = sorted(self.like(name, at_least - ahead).items(), key=lambda entry: entry[1], reverse=True)
        if not ranked:
            return None
        best, *others = ranked
        if best[1] < at_least or (best[1] < 1 and others and others[0][1] > best[1] - ahead):
            return None
        return best[0]
