"""What a text says of scores: each figure with what it is said of, in which sense, for which year, and how surely.

Attribution goes line by line, for Thai has no full stops: a figure belongs to what was named last before it, and the
words in between tell a score from a change, a mark, a gap. Where they do not tell, the reading is unsure, and an unsure
reading never makes an error.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ita_desktop.domain.records import Year
from ita_desktop.review.prose import Prose
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject
from ita_desktop.thai.numbers import DigitKind, FoundNumber


class Role(StrEnum):
    SCORE = "score"
    CHANGE = "change"
    MARK = "mark"
    """A threshold: "เกณฑ์ 85 คะแนน", "ต่ำกว่า 85"."""
    GAP = "gap"
    """What lacks to a mark or to full."""
    LOST = "lost"
    """What it takes off the total."""
    CELL = "cell"
    """In a row of a table: any of the figures of its subject."""
    WEIGHT = "weight"
    """What a tool counts in the total."""
    GOAL = "goal"
    """Something hoped for, which no table holds."""


@dataclass(frozen=True, slots=True)
class Said:
    number: FoundNumber
    subjects: tuple[Subject, ...]
    role: Role
    sure: bool
    year: int | None = None
    """Whose figure; None = this year's."""
    or_last_year: bool = False
    """Last year is spoken of near by: its figure would be right too."""
    move: tuple[int, int] | None = None
    """Of a change: where the word stands that says up or down."""
    named_at: int = 0
    """Where the thing named begins."""
    before: str = ""
    """The words between what was named (or the figure before) and this figure."""


def sayings(prose: Prose, year: Year) -> Iterator[Said]:
    numbers = [number for number in prose.numbers if _is_figure(prose, number)]
    if not numbers:
        return
    mentions = prose.mentions
    at = 0
    for start, line in prose.lines():
        end = start + len(line)
        in_line = []
        while at < len(numbers) and numbers[at].start < end:
            in_line.append(numbers[at])
            at += 1
        if in_line:
            here = [mention for mention in mentions if start <= mention.start < end]
            yield from _Line(prose, year, start, end, here, in_line).read()


_COUNTS = frozenset({"ตัวชี้วัด", "เครื่องมือ", "มาตรการ", "หน่วยงาน", "คน", "ราย", "ครั้ง", "ปี", "เดือน", "แห่ง", "บาท", "น."})
_COUNTED_AFTER = re.compile(r"\s?(?:ปี|ครั้ง|ข้อ|ตัวชี้วัด|มาตรการ|คน|ราย|เดือน|วัน|แห่ง|รอบ|ประเด็น)")
_NO_FIGURE = re.compile(r"(?:หน้า|รุ่น|ฉบับ|มาตรา|ข้อ|เลขที่|โทร\.?|ครั้งที่|ลำดับที่|ตารางที่|ภาพที่|บทที่)\s*$")
_SCORED = re.compile(r"(?:ได้|คะแนน|ร้อยละ|เท่ากับ|อยู่ที่|รับการประเมิน)\s*$")


def _is_figure(prose: Prose, number: FoundNumber) -> bool:
    """Whether it could be a score or made of scores."""
    if number.digits is DigitKind.WORDS or number.unit in _COUNTS or abs(number.value) > 100:
        return False
    if number.label and number.label not in {"ระดับ", "ปี"}:
        return False
    before = prose.arabic[max(0, number.start - 20) : number.start]
    if _NO_FIGURE.search(before) or "," in number.text:
        return False
    decimals = _decimals(number)
    if decimals > 2 or (not decimals and _COUNTED_AFTER.match(prose.text, number.end)):
        return False
    # "9.1" is a sub-indicator and "13.30" a time as likely as a score; words beside it have to say so.
    return (
        decimals == 2
        or number.unit in {"คะแนน", "ร้อยละ"}
        or _SCORED.search(before) is not None
        or _in_cell(prose, number)
    )


def _in_cell(prose: Prose, number: FoundNumber) -> bool:
    """A number that fills a cell of a table whose head says that scores stand there."""
    text = prose.text
    before = text[: number.start].rstrip(" ")[-1:]
    after = text[number.end :].lstrip(" ")[:1]
    return "\t" in text and before == "\t" and after in {"", "\t", "\n"} and (bool(prose.columns) or number.value >= 50)


def _decimals(number: FoundNumber) -> int:
    exponent = number.value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


_MARK_BEFORE = re.compile(
    r"(?:เกณฑ์|เกินกว่า|เกิน|ต่ำกว่า|น้อยกว่า|มากกว่า|สูงกว่า|ไม่ถึง|ถึง|ตั้งแต่|เป้าหมาย|ผ่าน|กำหนด|ระดับ)"
    r"(?:คะแนน|ที่|ร้อยละ|เกณฑ์|คือ|ไว้|\s)*$"
)
_MARK_AFTER = re.compile(r"\s*(?:คะแนน)?\s*(?:ขึ้นไป|เป็นต้นไป|หรือมากกว่า)")
_GOAL_BEFORE = re.compile(
    r"(?:ให้ได้|ให้มีคะแนน|ให้มีผลคะแนน|อย่างน้อย|เป้าหมาย(?:ที่|คือ|ไว้|\s)*|ตั้งเป้า[^0-9]{0,30}|คาดว่า[^0-9]{0,30}"
    r"|ค่าเป้าหมาย[^0-9]{0,20}|ให้เป็น|ให้ถึง|จะได้|ควรได้)(?:คะแนน|ร้อยละ|\s)*$"
)
_WANTED = re.compile(r"(?:(?<!ผล)(?<!ทำ)ให้|เป้าหมาย|ตั้งเป้า|คาดว่า|ผลักดัน)(?:คะแนน)?(?:ของ)?\s*$")
_WEIGHT_BEFORE = re.compile(r"น้ำหนัก[^0-9]{0,20}$")
_FULL_BEFORE = re.compile(r"เต็ม\s*$")
_LOST_BEFORE = re.compile(r"(?:เสีย|มีผลต่อคะแนนรวม|คิดเป็น|ส่วนที่ขาด|ที่ขาดของ|คะแนนที่ยังขาดรวม|ยังขาดรวม)[^0-9]{0,45}$")
_LOST_AFTER = re.compile(r"\s*คะแนน\s*ของคะแนนรวม")
_GAP_BEFORE = re.compile(r"(?:ขาด|ห่าง|อีก|ยกระดับ|เพิ่มได้|พัฒนาต่อ|ที่ยังเพิ่ม)[^0-9]{0,25}$")
_BY_BEFORE = re.compile(r"(?:อยู่|จำนวน|เพียง|ถึง|เท่ากับ|เล็กน้อย|ไป)?\s*$")
_CHANGE = re.compile(
    r"เพิ่มขึ้น|เพิ่ม(?=\s|จาก|เป็น)|ลดลง|ลด(?=\s|จาก|เหลือ)|สูงขึ้น|ต่ำลง|ดีขึ้น(?=จาก|\s*[0-9])|ถดถอย|เปลี่ยนแปลง|เปลี่ยนจาก|ผลต่าง"
    r"|(?:สูง|ต่ำ|มาก|น้อย)กว่า(?=ปี|รอบ|เดิม|คะแนนปี)"
)
_FROM_BEFORE = re.compile(r"จาก(?:เดิม|คะแนน)?(?:ที่ได้)?\s*(?:ร้อยละ\s*)?$")
_TO_BEFORE = re.compile(r"(?:เป็น|เหลือ|มาอยู่ที่|ปัจจุบัน)\s*(?:คะแนน|ร้อยละ)?\s*$")
_SCORE_BEFORE = re.compile(
    r"(?:ได้|คะแนน|คะแนนเฉลี่ย|เท่ากับ|คือ|อยู่ที่|ร้อยละ|รับการประเมิน|มีผลคะแนน|เฉลี่ย|ที่|=|:)\s*(?:คะแนน(?:การ)?ประเมิน|คะแนน|ร้อยละ|\s)*\s*$"
)
_ONLY_A_GAP = re.compile(r"(?:\s|\t|\((?:IIT|EIT|OIT)\)|[:=–-])*\(?\s*$")
_WITHIN_YEAR = re.compile(r"[^0-9]{0,4}(?:ซึ่ง|ที่|มี|ได้|เท่ากับ|คือ|คะแนน|อยู่|ร้อยละ|:|=|\(|\s)*$")
_JOINED = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:,|และ|หรือ|กับ|/|\s)\s*(?:และ|หรือ)?\s*(?:ข้อ(?:ที่)?|ตัวชี้วัด(?:ที่)?|[0-9]{1,2}[.)])?\s*"
)
_BETWEEN_NUMBERS = re.compile(r"\s*(?:คะแนน)?\s*(?:,|และ|กับ|/)?\s*(?:และ)?\s*(?:ร้อยละ)?\s*")
_OF_OTHERS = re.compile(r"รายข้อ|ทุกข้อ|ข้ออื่น|แต่ละข้อ|ทั้ง\s*[0-9]+\s*ข้อ|รายเครื่องมือ|ทุกตัวชี้วัด|รายตัวชี้วัด|แต่ละตัวชี้วัด")
"""From here on it is no longer about what was named."""
_FIGURE_FOLLOWS = re.compile(
    r"(?:\s*\((?:IIT|EIT|OIT)\))?(?:\s|\||ได้รับ|ได้|มี|ผล|คะแนน|เท่ากับ|ร้อยละ|อยู่ที่|การประเมิน|คือ|ซึ่ง|[(:=–-])*"
)
_REACH, _FAR_REACH = 110, 1000
"""How far on a sentence still is about what was named; farther where words tell of a change or another year."""


@dataclass
class _Line:
    prose: Prose
    year: Year
    start: int
    end: int
    mentions: list[Mention]
    numbers: list[FoundNumber]
    group: list[Mention] = field(default_factory=list)
    used: bool = False
    """The group has been given its figure already."""
    moving: bool = False
    """A change was announced and its size has not come yet: "ลดลงจากปีก่อนซึ่งได้ 83.58 อยู่ …"."""
    last_role: Role | None = None
    last_end: int = 0

    def read(self) -> Iterator[Said]:
        self.last_end = self.start
        waiting = deque(self.mentions)
        at = 0
        while at < len(self.numbers):
            while waiting and waiting[0].start < self.numbers[at].start:
                self._hear(waiting.popleft(), self.numbers[at])
            run, subjects = self._run(at), self._subjects()
            if not self.used and 1 < len(run) == len(subjects):
                for number, subject in zip(run, subjects, strict=True):
                    yield Said(number, (subject,), Role.SCORE, sure=True)
            else:
                run = run[:1]
                yield self._said(run[0], subjects)
            self.used = True
            self.last_end = run[-1].end
            at += len(run)

    def _hear(self, mention: Mention, next_number: FoundNumber) -> None:
        if not mention.firm and not _FIGURE_FOLLOWS.fullmatch(self.prose.arabic[mention.end : next_number.start]):
            return  # the words of the name, and no more
        if self.group and not self.used and self.group[-1].about is mention.about:
            between = self.prose.arabic[self.group[-1].end : mention.start]
            if _JOINED.fullmatch(between):
                self.group.append(mention)
                return
        if mention.about is About.OFFICE and self.group and not self.used:
            return  # "คะแนนรวมของเทศบาล…" is about the total still
        if mention.about is About.TOOL and self.group and self.group[-1].about is About.TOTAL and not self.used:
            return
        self.group, self.used, self.moving, self.last_role = [mention], False, False, None

    def _subjects(self) -> tuple[Subject, ...]:
        return tuple(subject for mention in self.group for subject in mention.subjects)

    def _run(self, at: int) -> Sequence[FoundNumber]:
        """Figures that follow each other with nothing but a comma or an "and" between them."""
        run = [self.numbers[at]]
        for number in self.numbers[at + 1 :]:
            if not _BETWEEN_NUMBERS.fullmatch(self.prose.arabic[run[-1].end : number.start]):
                break
            run.append(number)
        return run

    def _said(self, number: FoundNumber, subjects: tuple[Subject, ...]) -> Said:
        arabic = self.prose.arabic
        subject_end = self.group[-1].end if self.group else self.start
        lead = arabic[max(subject_end, self.last_end) : number.start].rsplit("\t", 1)[-1]
        tail = arabic[number.end : number.end + 40]
        role, year = self._role(number, lead, tail)
        told = role is not Role.SCORE or year is not None
        near = number.start - max(subject_end, self.last_end) <= (_FAR_REACH if told else _REACH)
        sure = bool(self.group) and near and not _OF_OTHERS.search(lead[-80:])
        if role is Role.SCORE and self.used and year is None:
            sure = sure and (_TO_BEFORE.search(lead) is not None or self._says_score(lead))
        elif role is Role.SCORE:
            sure = sure and (year is not None or self._says_score(lead))
        spoken = arabic[self.start : number.start]
        moves = [move.span() for move in _CHANGE.finditer(lead)] if role is Role.CHANGE else []
        offset = number.start - len(lead)
        said = Said(
            number,
            subjects,
            role,
            sure,
            year,
            or_last_year=year is None and self._earlier_year_in(spoken),
            move=(moves[-1][0] + offset, moves[-1][1] + offset) if moves else None,
            named_at=self.group[-1].start if self.group else self.start,
            before=lead,
        )
        self.last_role = role
        if role is Role.SCORE and year is not None:
            self.moving = self.moving or _CHANGE.search(lead) is not None
        elif role is Role.CHANGE:
            self.moving = False
        return said

    def _hoped(self) -> bool:
        """ "ให้ตัวชี้วัดที่ 8 ได้ 90.00": what is wanted of it, not what it got."""
        at = self.group[0].start if self.group and not self.used else 0
        return at > 0 and _WANTED.search(self.prose.arabic, max(self.start, at - 20), at) is not None

    def _says_score(self, lead: str) -> bool:
        return _ONLY_A_GAP.fullmatch(lead) is not None or _SCORE_BEFORE.search(lead) is not None or lead.endswith("(")

    def _role(self, number: FoundNumber, lead: str, tail: str) -> tuple[Role, int | None]:
        near = lead[-60:]
        if number.text[0] in "+-−":
            return Role.CHANGE, None
        if (column := self._column_year(number)) is not None:
            return Role.SCORE, column
        if _GOAL_BEFORE.search(near) or self._hoped():
            return Role.GOAL, None
        if _WEIGHT_BEFORE.search(near):
            return Role.WEIGHT, None
        if _FULL_BEFORE.search(near):
            return Role.MARK, None
        if _LOST_BEFORE.search(near) or _LOST_AFTER.match(tail):
            return Role.LOST, None
        if _MARK_AFTER.match(tail) or _MARK_BEFORE.search(near):
            return Role.MARK, None
        if _GAP_BEFORE.search(near):
            return Role.GAP, None
        if _FROM_BEFORE.search(lead):
            return Role.SCORE, self.year.number - 1
        if _TO_BEFORE.search(lead) and (_CHANGE.search(lead) or self.last_role is Role.SCORE):
            return Role.SCORE, None
        if year := self._year_said(number, lead):
            return Role.SCORE, year if year != self.year.number else None
        moves = list(_CHANGE.finditer(lead))
        if moves and not self._score_follows(lead[moves[-1].end() :]):
            return Role.CHANGE, None
        if self.moving and _BY_BEFORE.search(lead):
            return Role.CHANGE, None
        if self.last_role is Role.MARK and re.search(r"อยู่\s*$|โดย\s*$", lead):
            return Role.GAP, None
        if "\t" in self.prose.text[self.start : self.end] and len(self.numbers) > 1:
            return Role.CELL, None
        return Role.SCORE, None

    def _score_follows(self, words: str) -> bool:
        """ "ลดลงจากปีก่อน ได้ 83.17" gives the score, "ลดลง 0.41" the change."""
        return re.search(r"(?:ได้|คือ|อยู่ที่|มีคะแนน)\s*(?:คะแนน|ร้อยละ|\s)*$", words) is not None

    def _year_said(self, number: FoundNumber, lead: str) -> int | None:
        """The year whose figure this is, where it is said directly before it."""
        offset = number.start - len(lead)
        said: tuple[int, int] | None = None
        for found in self.prose.years:
            if offset <= found.start < number.start:
                said = (found.end - offset, found.year)
        for match in LAST_YEAR.finditer(lead):
            if said is None or match.end() > said[0]:
                said = (match.end(), self.year.number - 1)
        if said is None or said[1] > self.year.number:
            return None
        rest = lead[said[0] :]
        changed = _CHANGE.search(lead[: said[0]]) or _CHANGE.search(rest)
        if changed and not self._score_follows(rest):
            return None
        return said[1] if _WITHIN_YEAR.fullmatch(rest) else None

    def _earlier_year_in(self, spoken: str) -> bool:
        if LAST_YEAR.search(spoken):
            return True
        return any(
            self.start <= found.start < self.start + len(spoken) and found.year < self.year.number
            for found in self.prose.years
        )

    def _column_year(self, number: FoundNumber) -> int | None:
        columns = self.prose.columns
        if not columns:
            return None
        at = self.prose.text.count("\t", self.start, number.start)
        return columns[at] if at < len(columns) else None
