"""Where a line of Thai may break. Thai has no spaces between words, so breaks come from a word list.

Every break here is one that ICU's line breaking allows too; we leave some out: a repetition sign or a closing mark
begins no line, an opening mark or a leading vowel ends none, and between spaces what is not Thai stays whole, numbers
and item codes above all. Long links may break after a slash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ita_desktop.thai.letters import FOLLOWING_VOWELS, LEADING_VOWELS, LETTERS, MARKS
from ita_desktop.thai.links import LINK

if TYPE_CHECKING:
    from ita_desktop.thai.icu import Breaks

_SPACE = " \t\n\r\f\v\x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"  # not the no-break spaces
_CLOSING = r")\]}”’»›」』】、。!?,.:;/…ๆฯ๚๛"
_OPENING = r"(\[{“‘«‹「『【"

_FOLLOWING = FOLLOWING_VOWELS + MARKS
_NEVER_FIRST = frozenset(_FOLLOWING + "ๆฯ")
_NEVER_LAST = frozenset(LEADING_VOWELS)

_PLACES = re.compile(
    rf"""
      (?P<run> (?![{MARKS}]) [{LETTERS}]{{2,}} )
    | (?P<gap> (?<![{_SPACE}{_OPENING}{LEADING_VOWELS}]) [{_SPACE}]++ (?![{_FOLLOWING}{_CLOSING}]|\Z) )
    | (?P<joint> (?<=[{LETTERS}.]) [-–—] (?=[ก-ฮเ-ไ]) | (?<=[^\s:/]) / (?=[ก-ฮเ-ไ]) )    # ม.ค.-มี.ค., สำนัก/กอง
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(r"ร้อยละ|งบประมาณ|ตัวชี้วัด|ธรรมาภิบาล|ข้อเท็จจริง|อินโฟกราฟิก|เฟซบุ๊ก|คิวอาร์โค้ด|พ\.ศ\. [0-9๐-๙]")
"""Words of these papers that ICU's list takes apart; and a year stays with its era."""
_IN_LINK = re.compile("(?<=[^:/])/(?=[A-Za-z])")

_CLUSTER = re.compile(
    rf"""(?: [{LEADING_VOWELS}]* (?: \r\n | [\U0001f1e6-\U0001f1ff]{{2}} | [^{LEADING_VOWELS}] )
             (?: [{_FOLLOWING}ๆฯ\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff] | \u200d . )*
           | [{LEADING_VOWELS}]+ )""",
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The pieces of a text between which a line may break. Spaces ride at the end of the piece before them."""
    return cut(text, _thai_breaks())


def cut(text: str, breaks: Breaks) -> tuple[str, ...]:
    """As `words`, with the words inside Thai as `breaks` has them."""
    ends: list[int] = []
    for place in _PLACES.finditer(text):
        if place.lastgroup == "run":
            start, run = place.start(), place.group()
            ends += [
                start + end
                for end in breaks(run)[:-1]
                if run[end] not in _NEVER_FIRST and run[end - 1] not in _NEVER_LAST
            ]
        else:
            ends.append(place.end())
    if "/" in text:
        in_links = (slash.end() for link in LINK.finditer(text) for slash in _IN_LINK.finditer(text, *link.span()))
        ends = sorted({*ends, *in_links})
    if inside := {place for whole in _WHOLE.finditer(text) for place in range(whole.start() + 1, whole.end())}:
        ends = [end for end in ends if end not in inside]
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return tuple(pieces) if text else ()


@cache
def _thai_breaks() -> Breaks:
    from ita_desktop.thai.icu import load_icu

    if (breaks := load_icu()) is not None:
        return breaks
    from ita_desktop.thai.dictionary import load_dictionary

    return load_dictionary()


def clusters(text: str) -> tuple[str, ...]:
    """Letters with all that stands on, under and around them: what stays together even where a word has to be torn."""
    return tuple(_CLUSTER.findall(text))


def lines(text: str, measure: Callable[[str], float], width: float) -> list[str]:
    """A text broken into lines no wider than `width`; a word that is wider still is torn between letters."""
    broken: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph.rstrip()) <= width:  # most texts of a window; measuring each beginning of one is slow
            broken.append(paragraph.rstrip())
            continue
        line = ""
        for word in words(paragraph):
            if measure((line + word).rstrip()) <= width:
                line += word
                continue
            if line:
                broken.append(line.rstrip())
            *full, line = _torn(word, measure, width)
            broken += (piece.rstrip() for piece in full)
        broken.append(line.rstrip())
    return broken


def _torn(word: str, measure: Callable[[str], float], width: float) -> list[str]:
    """A word in as many pieces as it takes: one, if it fits on a line."""
    if measure(word.rstrip()) <= width:
        return [word]
    pieces = [""]
    for cluster in clusters(word):
        if pieces[-1] and measure(pieces[-1] + cluster.rstrip()) > width:
            pieces.append(cluster)
        else:
            pieces[-1] += cluster
    return pieces
