"""Words for how scores moved: "เพิ่มขึ้นจากปีก่อน", "คงที่", "เท่าตัว", with the size of the change or without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import half_up
from ita_desktop.review.case import Case
from ita_desktop.review.predicates import DOWN, IN_YEAR, SAME, UP, Predicate, Sense
from ita_desktop.review.prose import Prose
from ita_desktop.review.readings import readings, subjects_of
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import is_excepted, is_hoped, year_meant
from ita_desktop.review.sayings import Role
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject, called

GOING_ON = (
    r"(?:ของหน่วยงาน|ของเรา|\((?:IIT|EIT|OIT)\)|ปี(?:งบประมาณ)?|พ\.ศ\.|นี้|ใน|ซึ่ง|ที่|โดย|มี|ได้|รับ|ผล|การประเมิน|คะแนน|ค่าเฉลี่ย|เฉลี่ย|แนวโน้ม"
    r"|อยู่|เท่ากับ|ร้อยละ|จึง|ยัง|คือ|ก็|ของ|,|\s|[0-9]+(?:\.[0-9]+)?){0,16}?"
)
"""Words after a thing named that still go on about its score."""
_THEN = rf"(?P<ref>(?:คะแนน|ขึ้น|ไป|\s)*(?:จาก|กว่า|เมื่อ|ใน)*(?:เทียบ|เปรียบเทียบ|คะแนน)*(?:กับ|ของ|จาก|ใน)*\s*{IN_YEAR})"
_SIZE = (
    r"(?:เป็น|ถึง|กว่า)?\s*(?:หนึ่ง|สอง|สาม|[123])?\s*เท่า(?:ตัว)?|เล็กน้อย|อย่างมาก(?:มาย)?|มาก(?!กว่า|ที่สุด)|อย่างมีนัยสำคัญ|อย่างก้าวกระโดด"
    r"|อย่างเห็นได้ชัด"
)
_MOVED = re.compile(
    rf"(?P<lead>{GOING_ON})(?P<denied>ไม่(?:ได้)?|มิได้)?(?P<word>(?P<up>{UP})|(?P<down>{DOWN})|(?P<same>{SAME})"
    rf"|(?:(?P<over>สูง|มาก|ดี)|(?:ต่ำ|น้อย))กว่า(?=(?:คะแนน)?(?:ของ|ใน)?\s*{IN_YEAR.replace('?P<year>', '?:')}))"
    rf"(?!ได้|อีก|\s*ในปี|จะ|หาก|ต่อเนื่อง|อย่างต่อเนื่อง|ติดต่อ|ทุกปี|ตั้งแต่|ทุก|ใน(?:ทุก|ตัวชี้วัด|ข้อ|เครื่องมือ))(?P<size>{_SIZE})?\s*{_THEN}?"
    rf"(?:\s*(?P<size_then>{_SIZE}))?"
)
_COMPARED_BEFORE = re.compile(
    rf"(?:เทียบ|เปรียบ)(?:เทียบ)?(?:คะแนน|ผล)*กับ(?:คะแนน|ผล)*(?:ของ|ใน)?\s*{IN_YEAR}\s*(?:พบว่า|แล้ว)?\s*$"
)
_FROM_A_YEAR = re.compile(
    r"\s*จาก[^0-9\n]{0,12}[0-9]{1,3}\.[0-9]+\s*(?:คะแนน)?\s*(?:ใน|ของ)?\s*ปี[^0-9\n]{0,16}(?P<year>25[0-9]{2})"
)
_UP, _DOWN = ("เพิ่มขึ้น", "สูงขึ้น", "ดีขึ้น", "สูงกว่า", "มากกว่า", "เพิ่ม"), ("ลดลง", "ต่ำลง", "ต่ำกว่า", "น้อยกว่า", "ลด")
_OPPOSITE = {"เพิ่มขึ้น": "ลดลง", "ลดลง": "เพิ่มขึ้น", "สูงขึ้น": "ลดลง", "ต่ำลง": "เพิ่มขึ้น", "สูงกว่า": "ต่ำกว่า", "ต่ำกว่า": "สูงกว่า"}


@dataclass(frozen=True, slots=True)
class Move:
    """A thing named, and words behind it that say how its score moved."""

    mention: Mention
    predicate: Predicate
    word: tuple[int, int]
    said: tuple[int, int]
    """The word with what denies it."""
    size: tuple[int, int] | None
    sure: bool
    """Whether the other year is named, so that nothing else can be meant."""
    since: int | None


def moves(prose: Prose) -> Iterator[Move]:
    for at, mention in enumerate(prose.mentions):
        _, line_end = prose.line_of(mention.start)
        following = prose.mentions[at + 1].start if at + 1 < len(prose.mentions) else line_end
        match = _MOVED.match(prose.arabic, mention.end, min(following, line_end, mention.end + 140))
        if match is None or mention.about is About.SUB:
            continue
        around = prose.text[max(0, mention.start - len("ผลการประเมินของ ")) : match.start("word")]
        of_scores = "คะแนน" in around or mention.about in _SCORED
        of_scores = of_scores or (mention.about is About.OFFICE and "ผลการประเมิน" in around)
        before = _COMPARED_BEFORE.search(prose.arabic, max(0, mention.start - 60), mention.start)
        sure = match["ref"] is not None or before is not None
        if not of_scores and not (sure and mention.about is About.INDICATOR):
            continue
        then = _FROM_A_YEAR.match(prose.arabic, match.end("word"), line_end)
        since = match["year"] or (before["year"] if before else None) or (then["year"] if then else None)
        sense = Sense.SAME if match["same"] else Sense.UP if match["up"] or match["over"] else Sense.DOWN
        denied = {Sense.SAME: Sense.CHANGED, Sense.UP: Sense.NOT_UP, Sense.DOWN: Sense.NOT_DOWN}
        yield Move(
            mention,
            Predicate(denied[sense] if match["denied"] else sense),
            match.span("word"),
            (match.start("denied") if match["denied"] else match.start("word"), match.end("word")),
            next((match.span(name) for name in ("size", "size_then") if match[name]), None),
            sure,
            int(since) if since else None,
        )


_SCORED = frozenset({About.TOTAL, About.TOOL, About.PART})


def _changes(case: Case, prose: Prose, move: Move) -> Iterator[tuple[Subject, Decimal, int]]:
    """By how much each thing meant really moved, and since when."""
    if (
        is_excepted(prose, move.mention.start)
        or is_hoped(prose, move.mention.start, move.word[1])
        or is_hoped(prose, *move.said)
    ):
        return
    year = year_meant(prose, case.year.number, move.mention.start)
    since = move.since or year - 1
    if since >= year:
        return
    for said in move.mention.subjects:
        subject = Subject(About.TOTAL) if said.about is About.OFFICE else said
        now, before = case.known.score(subject, year), case.known.score(subject, since)
        if now is not None and before is not None:
            yield subject, now - before, since


@rule(
    "direction-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าเพิ่มขึ้น ลดลง หรือคงที่ ไม่ตรงกับคะแนน",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน เพิ่มขึ้นจากปีก่อน 0.41 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ลดลงจากปีก่อน 0.41 คะแนน",
    texts=True,
)
def direction_in_text(case: Case) -> Iterator[Found]:
    told: dict[int, set[int]] = {}
    for reading in readings(case, Role.CHANGE):
        said, subjects = reading.said, subjects_of(reading.said)
        if not said.sure or said.move is None or len(subjects) != 1:
            continue
        told.setdefault(id(reading.prose), set()).add(said.move[0])
        change = reading.known.change(subjects[0], said.since)
        word = reading.prose.text[slice(*said.move)]
        said_up, said_down = word.startswith(_UP), word.startswith(_DOWN)
        if change and (said_up or said_down) and (change > 0) != said_up:
            since = said.since or case.year.number - 1
            yield _wrong_way(case, reading.prose, said.move, subjects[0], change, since)
    for prose in case.texts:
        for move in moves(prose) if _MAY_MOVE.search(prose.text) else ():
            if move.word[0] not in told.get(id(prose), ()):
                yield from _said_wrongly(case, prose, move)


_MAY_MOVE = re.compile(f"{UP}|{DOWN}|{SAME}|กว่า")


def _said_wrongly(case: Case, prose: Prose, move: Move) -> Iterator[Found]:
    for subject, change, since in _changes(case, prose, move):
        if move.predicate.holds(change, Decimal(0), Decimal(0)) is False:
            severity = None if move.sure else Severity.WARNING
            yield _wrong_way(case, prose, move.word, subject, change, since, severity)
            return


def _wrong_way(
    case: Case,
    prose: Prose,
    word: tuple[int, int],
    subject: Subject,
    change: Decimal,
    since: int,
    severity: Severity | None = None,
) -> Found:
    said = prose.text[slice(*word)]
    went = _went(change, said)
    when = "จากปีก่อน" if since == case.year.number - 1 else f"จากปี {since}"
    figure = f"{when} {abs(half_up(change))} คะแนน" if change else f"กับ{when.removeprefix('จาก')}"
    return Found(
        where=prose.at(*word),
        quote=said,
        expected=went,
        fix=_OPPOSITE.get(said) if severity is None and change else None,
        message=f"{called(subject, case.year.framework)} {_went(change)}{figure} แต่ข้อความเขียนว่า{said}",
        severity=severity,
    )


def _went(change: Decimal, said: str = "") -> str:
    if not change:
        return "เท่า" if not said else "เท่าเดิม"
    if said.endswith("กว่า"):
        return "สูงกว่า" if change > 0 else "ต่ำกว่า"
    return "เพิ่มขึ้น" if change > 0 else "ลดลง"


# ------------------------------------------------------------------------------------------------ by how much, in words

_MUCH, _LITTLE = Decimal(5), Decimal(1)
"""Points from which nobody calls a change slight, and up to which nobody calls it great."""


@rule(
    "size-of-change",
    Severity.HINT,
    Group.FIGURES,
    title="เขียนว่าเล็กน้อย มาก หรือเท่าตัว ไม่สมกับผลต่างของคะแนน",
    bad="ตัวชี้วัดที่ 10 การป้องกันการทุจริต มีคะแนนลดลงเล็กน้อยจากปีก่อน",
    good="ตัวชี้วัดที่ 10 การป้องกันการทุจริต มีคะแนนลดลงจากปีก่อน 10.00 คะแนน",
    texts=True,
)
def size_of_change(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for move in moves(prose) if re.search("เล็กน้อย|เท่า|มาก|อย่าง", prose.text) else ():
            if move.size is not None:
                yield from _wrong_size(case, prose, move, move.size)


def _wrong_size(case: Case, prose: Prose, move: Move, size: tuple[int, int]) -> Iterator[Found]:
    said = prose.text[slice(*size)]
    for subject, change, since in _changes(case, prose, move):
        before = case.known.score(subject, since) or Decimal(0)
        times = "เท่า" in said
        if times:
            fits = 2 * abs(change) >= before
        else:
            fits = abs(change) < _MUCH if said == "เล็กน้อย" else abs(change) >= _LITTLE
        if fits:
            continue
        figure = abs(half_up(change))
        yield Found(
            where=prose.at(*size),
            quote=said,
            expected=f"{figure} คะแนน",
            message=f"{called(subject, case.year.framework)} {_went(change)} {figure} คะแนน แต่เขียนว่า{said.strip()}",
            severity=Severity.ERROR if times else None,
        )


# ------------------------------------------------------------------------------------------------- two things compared

_THAN = re.compile(
    rf"{GOING_ON}(?P<denied>ไม่(?:ได้)?)?(?P<word>(?:(?P<over>สูง|มาก|ดี)|(?:ต่ำ|น้อย))กว่า)(?:คะแนน|เฉลี่ย|ด้าน|ร้อยละ|ของ|แบบวัด|เครื่องมือ|ข้อ|\s|\()*"
)


@rule(
    "comparison-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าสูงกว่าหรือต่ำกว่ากัน ไม่ตรงกับคะแนน",
    bad="คะแนน EIT สูงกว่า IIT",
    good="คะแนน EIT ต่ำกว่า IIT",
    texts=True,
)
def comparison_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if "กว่า" not in prose.text:
            continue
        for one, other in zip(prose.mentions, prose.mentions[1:], strict=False):
            match = _THAN.fullmatch(prose.arabic, one.end, other.start) if other.start - one.end < 90 else None
            if match and "\n" not in match.group() and not LAST_YEAR.search(match.group()):
                yield from _compared_wrongly(case, prose, one, other, match)


def _compared_wrongly(case: Case, prose: Prose, one: Mention, other: Mention, match: re.Match[str]) -> Iterator[Found]:
    alike = one.about is other.about or {one.about, other.about} <= {About.TOTAL, About.TOOL}
    if not alike or len(one.subjects) > 1 or is_hoped(prose, one.start, other.end):
        return
    year = year_meant(prose, case.year.number, one.start)
    first, second = case.known.score(one.subjects[0], year), case.known.score(other.subjects[0], year)
    if first is None or second is None or one.subjects[0] == other.subjects[0]:
        return
    over = bool(match["over"]) != bool(match["denied"])
    if (first > second) == over or (first == second and match["denied"]):
        return
    right = "เท่ากับ" if first == second else "สูงกว่า" if first > second else "ต่ำกว่า"
    names = [called(mention.subjects[0], case.year.framework) for mention in (one, other)]
    yield Found(
        where=prose.at(*match.span("word")),
        quote=prose.text[slice(*match.span("word"))],
        expected=right,
        fix=None if match["denied"] or first == second else right,
        message=f"{names[0]} ได้ {first} คะแนน {right}{names[1]} ซึ่งได้ {second} คะแนน",
    )
