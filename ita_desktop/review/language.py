"""The language itself: words twice, sentences cut off, gaps left open, digits of two kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.letters import MARKS
from ita_desktop.thai.quoting import quoted
from ita_desktop.thai.words import words

_TWICE = re.compile(rf"(?P<once>[ก-ฮเ-ไ][ก-๎]{{3,40}}?)(?P<gap>[ ]?)(?P=once)(?![{MARKS}ะาำๅ])")
_SMALL_TWICE = re.compile(r"(?P<once>และ|หรือ|โดย|ตาม|จาก|ให้|ได้|เป็น|แก่|ซึ่ง)(?P=once)(?![ก-๎]?[์็])")
_OFTEN = re.compile(r"(?:ละ|ๆ)")


@rule(
    "word-twice",
    Severity.WARNING,
    Group.LANGUAGE,
    title="คำซ้ำติดกัน",
    bad="การประเมินคุณธรรมคุณธรรมและความโปร่งใส",
    good="การประเมินคุณธรรมและความโปร่งใส",
    texts=True,
)
def word_twice(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for start, end, once in _doubled(prose.text):
            yield Found(
                where=prose.at(start, end),
                quote=prose.text[start:end],
                expected=once,
                fix=once,
                message=f"{quoted(once)} ซ้ำสองครั้งติดกัน",
            )


@lru_cache(maxsize=4096)
def _doubled(text: str) -> tuple[tuple[int, int, str], ...]:
    """Looking for any run of letters that comes twice is slow, and most texts are as they were at the last review."""
    found = [(*match.span(), match["once"]) for match in _SMALL_TWICE.finditer(text)]
    for match in _TWICE.finditer(text):
        once = match["once"]
        if match["gap"] and (_OFTEN.match(text, match.end()) or not _ends_a_word(text, match.end())):
            continue  # "3 มาตรการ มาตรการละ 2 ครั้ง"
        if _is_words(text, match.start(), once):
            found.append((*match.span(), once))
    return tuple(found)


def _ends_a_word(text: str, at: int) -> bool:
    return at == len(text) or not re.match("[ก-๎]", text[at])


def _is_words(text: str, start: int, once: str) -> bool:
    """Whole words twice, no run of letters that repeats by chance ("ของกองกอง…")."""
    before = text[max(0, start - 24) : start]
    run = re.search("[ก-๎]*$", before)
    lead = run.group() if run else ""
    pieces = words(lead + once * 2)
    at, edges = 0, {0}
    for piece in pieces:
        at += len(piece)
        edges.add(at)
    return len(lead) in edges and len(lead) + len(once) in edges


_SAID_TWICE = "จัดทำคู่มือการปฏิบัติงานและเผยแพร่ให้ประชาชนทราบอย่างทั่วถึงทางเว็บไซต์ของหน่วยงานและป้ายประกาศ"


@rule(
    "sentence-twice",
    Severity.HINT,
    Group.LANGUAGE,
    title="ข้อความยาวซ้ำกันในที่เดียวกัน",
    bad=f"ให้ทุกกอง {_SAID_TWICE} และ {_SAID_TWICE}",
    good=f"ให้ทุกกอง{_SAID_TWICE}",
    texts=True,
)
def sentence_twice(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        seen: set[str] = set()
        for match in re.finditer(r"[ก-๎]{75,}", prose.text):
            if match.group() in seen:
                yield Found(where=prose.at(*match.span()), quote=match.group(), message="ข้อความนี้เขียนไว้แล้วข้างต้น")
            seen.add(match.group())


# -------------------------------------------------------------------------------------------------------------- cut off

# fmt: off
_CANNOT_END = frozenset({
    "และ", "หรือ", "โดย", "เพื่อ", "ซึ่ง", "ควร", "เนื่องจาก", "ดังนั้น", "แต่", "จะ", "ว่า", "เช่น",
    "ระหว่าง", "ตั้งแต่", "สำหรับ", "เกี่ยวกับ", "ของ", "ต้อง", "จาก", "กับ", "ด้วยการ", "รวมทั้ง",
    "อีกทั้ง", "พร้อมทั้ง", "ตลอดจน", "หาก", "เมื่อ", "จึง", "ที่จะ", "ควรจะ", "ต้องมี", "คือ", "ได้แก่",
    "ดังต่อ", "แก่", "ต่อการ",
})
# fmt: on
_LISTED = re.compile(r"\s*(?:[-–•*●]|\(?[0-9๐-๙]{1,2}[.)])")
_LEADS_ON = frozenset({"ควร", "คือ", "ได้แก่", "ว่า", "เช่น", "โดย", "จาก", "ของ", "สำหรับ", "แก่"})
"""What may well stand at the end of a line before a list."""
_WHOLE_WORDS = ("ถูกต้อง", "เกี่ยวข้อง", "เจ้าของ", "สิ่งของ", "ที่ควร", "สมควร", "อันควร")
_NEXT_ITEM = re.compile(r"\s*(?:$|\n|[-–•*●]|\(?[0-9๐-๙]{1,2}[.)]|#|\*\*|จุด(?:แข็ง|อ่อน)|ตัวชี้วัดที่|ข้อเสนอแนะ)")


@rule(
    "unfinished-sentence",
    Severity.WARNING,
    Group.LANGUAGE,
    title="ประโยคไม่จบ",
    bad="การเผยแพร่ข้อมูลแสดงถึงความโปร่งใส ซึ่งหน่วยงานควร",
    good="การเผยแพร่ข้อมูลแสดงถึงความโปร่งใส ซึ่งหน่วยงานควรรักษาไว้",
    texts=True,
)
def unfinished_sentence(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if prose.heading:
            continue
        for start, line in prose.lines():
            end = start + len(line.rstrip())
            rest = prose.text[start + len(line) + 1 :] or prose.following
            last = _last_word(line)
            if last not in _CANNOT_END or not _NEXT_ITEM.match(rest) or line.strip() == last:
                continue
            if case.outside and "\t" in line:
                continue  # a cell that a page break cut in two
            if last in _LEADS_ON and (_LISTED.match(rest) or (last != "ควร" and (rest.strip() or case.outside))):
                continue
            yield Found(
                where=prose.at(end - len(last), end),
                quote=last,
                message=f"ข้อความจบที่คำว่า{quoted(last)} จึงยังไม่จบประโยค",
            )


def _last_word(line: str) -> str:
    run = re.search(r"[ก-๎]+$", line.rstrip()[-40:])
    if run and run.group().endswith(_WHOLE_WORDS):
        return ""
    return words(run.group())[-1].strip() if run else ""


@rule(
    "bracket-left-open",
    Severity.WARNING,
    Group.LANGUAGE,
    title="วงเล็บหรือเครื่องหมายคำพูดไม่ครบคู่",
    bad="การประเมินคุณธรรมและความโปร่งใส (ITA ประจำปี",
    good="การประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปี",
    texts=True,
)
def bracket_left_open(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for start, line in prose.lines():
            for opening, closing in (("(", ")"), ("“", "”")):
                at = _left_open(line, opening, closing)
                if at is not None and not case.outside:
                    end = min(at + 20, len(line))
                    yield Found(
                        where=prose.at(start + at, start + end),
                        quote=line[at:end],
                        message=f"เปิดด้วย {opening} แต่ไม่มี {closing} ปิด",
                    )


def _left_open(line: str, opening: str, closing: str) -> int | None:
    if line.count(opening) <= line.count(closing):
        return None
    open_at: list[int] = []
    for at, letter in enumerate(line):
        if letter == opening:
            open_at.append(at)
        elif letter == closing and open_at:
            open_at.pop()
    return open_at[0] if open_at else None


_GAP = re.compile(
    r"\{[^{}\n]{0,40}\}|…{2,}|\.{5,}(?!\s*[0-9๐-๙]+\s*(?:$|\n))|_{3,}|(?i:x{3,})|\[(?:ระบุ|ใส่|กรอก)[^\]\n]{0,40}\]|<(?:ระบุ|ใส่|กรอก)[^>\n]{0,40}>|TODO"
)


@rule(
    "gap-left-open",
    Severity.ERROR,
    Group.LANGUAGE,
    title="ช่องว่างที่ยังไม่ได้เติม",
    bad="คะแนนรวม {total} คะแนน",
    good="คะแนนรวม 88.98 คะแนน",
    texts=True,
)
def gap_left_open(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _GAP.finditer(prose.text):
            if prose.links.touch(*match.span()):
                continue
            dots = set(match.group()) <= set(".…_")
            yield Found(
                where=prose.at(*match.span()),
                quote=match.group(),
                message="ยังไม่ได้เติมข้อความตรงนี้",
                severity=Severity.HINT if dots and case.outside else None,
            )
