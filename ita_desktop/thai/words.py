"""Where a line of Thai may break. Thai has no spaces between words, so breaks come from a word list.

Every break here is one that ICU's line breaking allows too; we leave some out: a repetition sign or a closing mark
begins no line, an opening mark or a leading vowel ends none, and between spaces what is not Thai stays whole, numbers
and item codes above all. Long links may break after a slash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from ita_desktop.thai.letters import FOLLOWING_VOWELS, LEADING_VOWELS, LETTERS, MARKS
from ita_desktop.thai.links import LINK
from ita_desktop.thai.months import MONTHS

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


# ------------------------------------------------------------------------------------------- where lines had better end

_COMPOUNDS = """
กองคลัง กองช่าง กำกับดูแล ขับเคลื่อน ขั้นตอน ข้อเสนอแนะ ข้อร้องเรียน ข้อบกพร่อง ข้อคิดเห็น ความคิดเห็น คณะทำงาน ครบถ้วน
เครื่องมือ จัดซื้อ จัดจ้าง จัดทำ เจ้าหน้าที่ ช่องทาง ชำนาญการ ดังกล่าว ดำเนินการ ดำเนินงาน ต่อเนื่อง ตรวจสอบ ตรวจดู ถูกต้อง ทุกรอบ
นักวิเคราะห์ นักวิชาการ นักทรัพยากรบุคคล ปฏิบัติงาน ปฏิบัติหน้าที่ ประกอบด้วย ประจำปี ประพฤติมิชอบ ปราบปราม ปลัดเทศบาล
ผลการประเมิน ผู้อำนวยการ ผู้บังคับบัญชา ผู้รับผิดชอบ ผู้รับบริการ เผยแพร่ พึงพอใจ พื้นฐาน เพิ่มขึ้น ภาครัฐ ระยะเวลา รับผิดชอบ รูปแบบ
ร้องเรียน แล้วเสร็จ ส่วนราชการ ส่วนร่วม ส่งเสริม สูงขึ้น หน่วยงาน หลักเกณฑ์ หลักฐาน หอกระจายข่าว เห็นชอบ อย่างต่อเนื่อง
"""
"""Words of these papers that the list takes apart, each long enough to be no chance meeting of other words."""


def _any_of(listed: Iterable[str]) -> str:
    """A pattern of many words, by their first letters: most places of a text are then passed over at one look."""
    groups = groupby(sorted(listed, key=lambda word: (word[0], -len(word))), key=lambda word: word[0])
    return "|".join(f"{first}(?:{'|'.join(word[1:] for word in group)})" for first, group in groups)


_TOGETHER = re.compile(
    rf"""
      (?P<word> (?:{_any_of(_COMPOUNDS.split())}) (?![{_FOLLOWING}]) )
    | (?:ผู้|ความ|(?<![ก-๎])การ) (?=[ก-ฮเ-ไ]) .                                      # never "ผู้" at the end of a line
    | [0-9๐-๙]+ [ ] (?:{_any_of([*MONTHS, "คะแนน", "บาท", "เดือน", "วัน", "คน"])})    # 30 กันยายน, 85.50 คะแนน
    | (?<![ก-๎])ณ [ ] [ก-ฮเ-ไ]                                                  # ณ วันที่
    | (?:ข้อ|ที่) [ ] [eio]? [0-9๐-๙]                                           # ข้อ o27, ตัวชี้วัดที่ 10
    """,
    re.VERBOSE,
)
_LETTER = re.compile(f"[{LETTERS}]")


@lru_cache(maxsize=4096)
def line_pieces(text: str) -> tuple[str, ...]:
    """As `words`, but for the eye: a compound, a number with its unit, a date's day and month stay on one line.

    A line of words apart from each other still reads well; a post or a verb cut in two does not.
    """
    pieces = words(text)
    together = list(_TOGETHER.finditer(text))
    if not together:
        return pieces
    ends = set(accumulate(map(len, pieces)))
    for match in together:
        start, end = match.span()
        ends.difference_update(range(start + 1, end))
        if match["word"]:
            ends.update(place for place in (start, end) if _is_between_words(text, place))
    return tuple(text[start:end] for start, end in pairwise([0, *sorted(ends)]))


def _is_between_words(text: str, place: int) -> bool:
    """Where a compound begins or ends inside Thai, and the list may not have known it."""
    before, after = text[place - 1 : place], text[place : place + 1]
    return bool(_LETTER.match(before) and _LETTER.match(after)) and not (before in _NEVER_LAST or after in _NEVER_FIRST)


def lines(text: str, measure: Callable[[str], float], width: float) -> list[str]:
    """A text broken into lines no wider than `width`; a word that is wider still is torn between letters."""
    broken: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph.rstrip()) <= width:  # most texts of a window; measuring each beginning of one is slow
            broken.append(paragraph.rstrip())
            continue
        line = ""
        for word in line_pieces(paragraph):
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
