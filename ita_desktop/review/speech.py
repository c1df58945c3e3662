"""What a text speaks of, and where: indicators, items, tools, the total; and which year it has in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.domain.codes import CodeForm, FoundCode
from ita_desktop.domain.framework import Framework
from ita_desktop.review.subjects import About, Subject
from ita_desktop.thai.letters import LETTERS


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing named. `text[start:end]` is how; a range of items names several at once."""

    start: int
    end: int
    subjects: tuple[Subject, ...]
    number: int | None = None
    """Of an indicator: the number that was said."""
    named: int | None = None
    """Of an indicator: the number whose name was said."""
    name: tuple[int, int] | None = None
    """Where the name stands."""
    firm: bool = True
    """False for the mere name of an indicator, which can be ordinary words too."""

    @property
    def about(self) -> About:
        return self.subjects[0].about


_NUMBERED = re.compile(r"ตัวชี้วัด(?:ที่)?[ \u00a0]*(?:\(?(?P<number>[0-9]{1,2})\)?)(?![0-9]|\.[0-9])[.) :]{0,3}")
_SUB = re.compile(r"ตัวชี้วัดย่อย(?:ที่)?\s*(?P<code>[0-9]{1,2}\.[0-9]{1,2})")
_TOOL = re.compile(r"(?<![A-Za-z])(?P<code>IIT|EIT|OIT)(?![A-Za-z])(?:\s*\)?\s*ส่วนที่\s*(?P<part>[12]))?")
_TOTAL = re.compile(
    r"(?<!เสีย)(?<!ต่อ)(?<!ของ)(?<!เพิ่ม)(?:คะแนน(?:ใน)?ภาพรวม|ภาพรวม(?:ของ)?คะแนน(?=ของหน่วยงาน|ของเทศบาล|ของ อบต|\s)"
    r"|คะแนนเฉลี่ย(?:ถ่วงน้ำหนัก)?รวม|คะแนนรวม|คะแนนเฉลี่ย(?=\t)|โดยภาพรวม|ในภาพรวม)"
    r"(?!ของ(?:ตัวชี้วัด|แบบวัด|เครื่องมือ|แต่ละ)|ไป|รายตัวชี้วัด)"
)
_THIS_INDICATOR = re.compile(r"ตัวชี้วัด(?:นี้|ดังกล่าว|ข้างต้น)")
_REFERENCE_BEFORE = re.compile(r"(?:อ้างอิง(?:จาก)?|ตาม(?:แบบวัด)?|OIT|แบบ)\s*(?:ข้อ(?:ที่)?)?\s*$")
_BEFORE_A_NAME = re.compile(rf"(?:^|[^{LETTERS}]|ตัวชี้วัด|ด้าน|และ|หรือ|ส่วน|คือ|ประเด็น|เรื่อง|ได้แก่)$")
_BRACKET_BEFORE = re.compile(r"[(\[]\s*$")


def mentions(
    text: str, arabic: str, framework: Framework, codes: Sequence[FoundCode], office: str, about: int | None = None
) -> list[Mention]:
    """Everything named, in order; where two overlap, the longer one. `about` is the indicator of the whole text."""
    found = [
        *_indicators(arabic, framework, about),
        *_items(text, arabic, framework, codes),
        *(_plain(match, About.SUB, match["code"]) for match in _SUB.finditer(arabic)),
        *(_plain(match, About.TOTAL) for match in _TOTAL.finditer(arabic)),
    ]
    found += _tools(arabic, framework, found)
    if office:
        found += [Mention(*match.span(), (Subject(About.OFFICE),)) for match in re.finditer(re.escape(office), text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _plain(match: re.Match[str], about: About, key: str = "") -> Mention:
    return Mention(*match.span(), (Subject(about, key),))


# ---------------------------------------------------------------------------------------------------------- indicators


@lru_cache(maxsize=16)
def _names(writings: tuple[tuple[str, int], ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    longest_first = sorted((name for name, _ in writings), key=len, reverse=True)
    # Names are broken over lines and set apart by spaces in tables; the key has no spaces.
    pattern = "|".join(r"\s?".join(map(re.escape, name.replace(" ", ""))) for name in longest_first)
    return re.compile(pattern), {name.replace(" ", ""): number for name, number in writings}


def indicator_writings(framework: Framework) -> tuple[tuple[str, int], ...]:
    return tuple((name, i.number) for i in framework.indicators for name in (i.name, *i.aliases))


def _indicators(arabic: str, framework: Framework, about: int | None) -> Iterator[Mention]:
    writings = indicator_writings(framework)
    if not writings:
        return
    pattern, numbers = _names(writings)
    last: Subject | None = None
    last_end = 0
    numbered = {match.end(): match for match in _NUMBERED.finditer(arabic)}
    named = {match.start(): match for match in pattern.finditer(arabic)}
    these = {match.start(): match for match in _THIS_INDICATOR.finditer(arabic)}
    for at in sorted({*numbered, *named, *these}):
        if at in these:
            if last is not None:
                yield Mention(at, these[at].end(), (last,))
            continue
        number_said = int(numbered[at]["number"]) if at in numbered else None
        name = named.get(at)
        number_named = numbers[re.sub(r"\s", "", name.group())] if name else None
        if name and number_said is None and at != last_end and not _stands_alone(arabic, name):
            continue
        # The name decides, for ranks are taken for numbers; but not against what the whole text is about.
        number = number_said if number_said == about and about else number_named or number_said
        if number is None or framework.indicator(number) is None:
            continue
        start = numbered[at].start() if at in numbered else at
        last_end = name.end() if name else 0  # lists of names lose the spaces between them at the end of a line
        subject = Subject(About.INDICATOR, str(number))
        firm = number_said is not None or arabic.endswith("ตัวชี้วัด", max(0, at - 12), at)
        if firm or last is None:  # "ตัวชี้วัดนี้" does not mean a name that stands there as ordinary words
            last = subject
        yield Mention(
            start,
            name.end() if name else numbered[at].end("number"),
            (subject,),
            number=number_said,
            named=number_named,
            name=name.span() if name else None,
            firm=firm,
        )


def _stands_alone(arabic: str, name: re.Match[str]) -> bool:
    """No piece of other words: "แบบวัดการเปิดเผยข้อมูลสาธารณะ", "แผนปฏิบัติการป้องกันการทุจริต"."""
    before = arabic[max(0, name.start() - 12) : name.start()]
    return _BEFORE_A_NAME.search(before) is not None and not arabic.startswith("สาธารณะ", name.end())


# ---------------------------------------------------------------------------------------------------- items and tools


def _items(text: str, arabic: str, framework: Framework, codes: Sequence[FoundCode]) -> Iterator[Mention]:
    until = 0
    for at, code in enumerate(codes):
        if code.start < until or code.code is None:
            continue
        if _REFERENCE_BEFORE.search(arabic, max(0, code.start - 40), code.start):
            continue
        end = code.end
        subjects: tuple[Subject, ...] = (Subject(About.ITEM, code.code),)
        if code.through and at + 1 < len(codes):
            end = until = codes[at + 1].end
            first, last = int(code.code[1:]), int(code.through[1:])
            subjects = tuple(Subject(About.ITEM, f"{code.code[0]}{n}") for n in range(first, last + 1))
        else:
            end = _after_title(text, end, framework, code.code)
        yield Mention(code.start, end, subjects, firm=code.form is not CodeForm.NUMBER)


_BEFORE_TITLE = re.compile(r"[ \u00a0]*(?:ประเด็น|เรื่อง)?[ \u00a0]*")


def _after_title(text: str, at: int, framework: Framework, code: str) -> int:
    """Past the item's own title, so that the words of a title are not read as words about its score."""
    item = framework.item(code)
    opening = _BEFORE_TITLE.match(text, at)
    start = opening.end() if opening else at
    return start + len(item.title) if item and item.title and text.startswith(item.title, start) else at


def _tools(arabic: str, framework: Framework, others: list[Mention]) -> Iterator[Mention]:
    ends = {mention.end for mention in others if mention.about is About.INDICATOR}
    for match in _TOOL.finditer(arabic):
        if framework.tool(match["code"]) is None:
            continue
        if match["part"] and match["code"] == "EIT":
            yield Mention(*match.span(), (Subject(About.PART, match["part"]),))
            yield from _other_part(arabic, match)
            continue
        bracket = _BRACKET_BEFORE.search(arabic, max(0, match.start() - 3), match.start())
        if bracket and any(end in ends for end in range(bracket.start() - 2, bracket.start() + 1)):
            continue  # "การใช้อำนาจ (IIT)" is still about the indicator
        yield Mention(*match.span("code"), (Subject(About.TOOL, match["code"]),))


_OTHER_PART = re.compile(r"[^\nA-Za-z]{0,40}?(?P<other>(?<!EIT )(?<!EIT)ส่วนที่\s*(?P<part>[12]))(?![0-9])")


def _other_part(arabic: str, first: re.Match[str]) -> Iterator[Mention]:
    """ "EIT ส่วนที่ 1 ได้ 92.16 คะแนน ส่วนที่ 2 ได้ 86.62 คะแนน" names both."""
    other = _OTHER_PART.match(arabic, first.end())
    if other and other["part"] != first["part"]:
        yield Mention(*other.span("other"), (Subject(About.PART, other["part"]),))


# --------------------------------------------------------------------------------------------------------------- years

LAST_YEAR = re.compile(r"ปี(?:งบประมาณ)?(?:ก่อนหน้า|ก่อน(?!รอบ|การ|วัน|สิ้น|เริ่ม|ปิด)|ที่ผ่านมา|ที่แล้ว)|รอบ(?:ปี)?(?:ก่อน|ที่ผ่านมา|ที่แล้ว)")
