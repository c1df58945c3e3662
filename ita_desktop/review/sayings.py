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
from functools import lru_cache

from ita_desktop.domain.records import Year
from ita_desktop.review import cues, whose_year
from ita_desktop.review.prose import Prose
from ita_desktop.review.said_when import is_excepted
from ita_desktop.review.scorelike import could_be_a_score
from ita_desktop.review.speech import Mention
from ita_desktop.review.subjects import About, Subject
from ita_desktop.review.words_about import decimals_of
from ita_desktop.thai.numbers import FoundNumber


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
    or_year: int | None = None
    """An earlier year that is spoken of near by: its figure would be right too."""
    since: int | None = None
    """Of a change: from which year, where that is said."""
    move: tuple[int, int] | None = None
    """Of a change: where the word stands that says up or down."""
    named_at: int = 0
    """Where the thing named begins."""
    before: str = ""
    """The words between what was named (or the figure before) and this figure."""


def sayings(prose: Prose, year: Year) -> tuple[Said, ...]:
    return _read(_Words(prose, year.number))


class _Words:
    """A text as a key: it says the same as long as nothing of this has changed. It holds on to the framework."""

    __slots__ = ("key", "number", "prose")

    def __init__(self, prose: Prose, number: int) -> None:
        self.prose, self.number = prose, number
        self.key = (prose.text, id(prose.framework), prose.office, prose.indicator, prose.columns, number)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and self.key == other.key


@lru_cache(maxsize=4096)
def _read(words: _Words) -> tuple[Said, ...]:
    return tuple(_sayings(words.prose, words.number))


def _sayings(prose: Prose, this: int) -> Iterator[Said]:
    numbers = [number for number in prose.numbers if could_be_a_score(prose, number)]
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
            yield from _Line(prose, this, start, end, here, in_line).read()


@dataclass
class _Line:
    prose: Prose
    this: int
    """The year that is reviewed."""
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
            subjects = self._subjects()
            run = self._run(at, len(subjects) + 1)
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
        if not mention.firm and not cues.FIGURE_FOLLOWS.fullmatch(self.prose.arabic[mention.end : next_number.start]):
            return  # the words of the name, and no more
        if self.group and not self.used and self.group[-1].about is mention.about:
            between = self.prose.arabic[self.group[-1].end : mention.start]
            if cues.JOINED.fullmatch(between):
                self.group.append(mention)
                return
        if mention.about is About.OFFICE and self.group and not self.used:
            return  # "คะแนนรวมของเทศบาล…" is about the total still
        if mention.about is About.TOOL and self.group and self.group[-1].about is About.TOTAL and not self.used:
            return
        self.group, self.used, self.moving, self.last_role = [mention], False, False, None

    def _subjects(self) -> tuple[Subject, ...]:
        return tuple(subject for mention in self.group for subject in mention.subjects)

    def _run(self, at: int, most: int) -> Sequence[FoundNumber]:
        """Figures that follow each other with nothing but a comma or an "and" between them."""
        run = [self.numbers[at]]
        for number in self.numbers[at + 1 : at + most]:
            if not cues.BETWEEN_NUMBERS.fullmatch(self.prose.arabic[run[-1].end : number.start]):
                break
            run.append(number)
        return run

    def _said(self, number: FoundNumber, subjects: tuple[Subject, ...]) -> Said:
        arabic = self.prose.arabic
        subject_end = self.group[-1].end if self.group else self.start
        lead = arabic[max(subject_end, self.last_end) : number.start].rsplit("\t", 1)[-1]
        tail = arabic[number.end : number.end + 40]
        role, year = self._role(number, lead, tail)
        if role is Role.SCORE and year is None and self.group and not self.used:
            year = whose_year.year_before(self.prose, self.start, self.group[0].start, self.this)
        told = role is not Role.SCORE or year is not None
        near = number.start - max(subject_end, self.last_end) <= (cues.FAR_REACH if told else cues.REACH)
        sure = bool(self.group) and near and not cues.OF_OTHERS.search(lead[-80:])
        sure = sure and self._is_its_own(number, lead)
        if role is Role.SCORE and self.used and year is None:
            sure = sure and (cues.TO_BEFORE.search(lead) is not None or self._says_score(lead))
        elif role is Role.SCORE:
            sure = sure and (year is not None or self._says_score(lead))
        moves = [move.span() for move in cues.CHANGE.finditer(lead)] if role is Role.CHANGE else []
        offset = number.start - len(lead)
        said = Said(
            number,
            subjects,
            role,
            sure,
            year,
            or_year=whose_year.earlier_year(self.prose, self.start, number.start, self.this) if year is None else None,
            since=whose_year.since(self.prose, self.start, number, self.this) if role is Role.CHANGE else None,
            move=(moves[-1][0] + offset, moves[-1][1] + offset) if moves else None,
            named_at=self.group[-1].start if self.group else self.start,
            before=lead,
        )
        self.last_role = role
        if role is Role.SCORE and year is not None:
            self.moving = self.moving or cues.CHANGE.search(lead) is not None
        elif role is Role.CHANGE:
            self.moving = False
        return said

    def _is_its_own(self, number: FoundNumber, lead: str) -> bool:
        """Of what was named, and neither of many at once nor of all but this."""
        prose = self.prose
        return not (
            prose.claimed.touch(number.start, number.end)
            or self._is_edge(lead)
            or whose_year.of_several(prose, self.start, self.end, number)
            or is_excepted(prose, self.group[0].start)
        )

    def _is_edge(self, lead: str) -> bool:
        """The highest or the lowest of what was named, and not its own score."""
        if "สุด" not in self.prose.text:
            return False
        at = self.group[0].start
        if cues.EDGE_OF.search(self.prose.arabic, max(self.start, at - 30), at) or cues.EDGE_OF_PARTS.search(lead):
            return True
        return self.group[0].about in {About.TOOL, About.TOTAL, About.OFFICE} and bool(cues.EDGE_WITHIN.search(lead))

    def _hoped(self) -> bool:
        """ "ให้ตัวชี้วัดที่ 8 ได้ 90.00": what is wanted of it, not what it got."""
        at = self.group[0].start if self.group and not self.used else 0
        return at > 0 and cues.WANTED.search(self.prose.arabic, max(self.start, at - 20), at) is not None

    def _is_listed_weight(self, number: FoundNumber, lead: str) -> bool:
        if not self.group or self.group[-1].about is not About.TOOL or decimals_of(number.value):
            return False
        before = self.prose.arabic[max(self.start, self.group[-1].start - 100) : self.group[-1].start]
        return cues.WEIGHTS_LISTED.search(before) is not None and cues.ONLY_A_SHARE.fullmatch(lead) is not None

    def _says_score(self, lead: str) -> bool:
        return (
            cues.ONLY_A_GAP.fullmatch(lead) is not None
            or cues.SCORE_BEFORE.search(lead) is not None
            or lead.endswith("(")
        )

    def _role(self, number: FoundNumber, lead: str, tail: str) -> tuple[Role, int | None]:
        near = lead[-60:]
        if number.text[0] in "+-−":
            return Role.CHANGE, None
        if (column := whose_year.of_column(self.prose, self.start, number)) is not None:
            return Role.SCORE, column
        if cues.GOAL_BEFORE.search(near) or self._hoped():
            return Role.GOAL, None
        if cues.WEIGHT_BEFORE.search(near) or self._is_listed_weight(number, lead):
            return Role.WEIGHT, None
        if cues.FULL_BEFORE.search(near):
            return Role.MARK, None
        if number.unit == "ร้อยละ" and self.last_role is Role.CHANGE and cues.AMOUNTS_TO.search(near):
            return Role.CHANGE, None
        if cues.LOST_BEFORE.search(near) or cues.LOST_AFTER.match(tail):
            return Role.LOST, None
        if cues.MARK_AFTER.match(tail) or cues.MARK_BEFORE.search(near):
            return Role.MARK, None
        if cues.GAP_BEFORE.search(near):
            return Role.GAP, None
        if cues.FROM_BEFORE.search(lead):
            then = whose_year.year_said(self.prose, number, "", self.this)
            return Role.SCORE, then or self.this - 1
        if cues.TO_BEFORE.search(lead) and (cues.CHANGE.search(lead) or self.last_role is Role.SCORE):
            return Role.SCORE, None
        if year := whose_year.year_said(self.prose, number, lead, self.this):
            return Role.SCORE, year if year != self.this else None
        moves = list(cues.CHANGE.finditer(lead))
        if moves and not whose_year.score_follows(lead[moves[-1].end() :]):
            return Role.CHANGE, None
        if self.moving and cues.BY_BEFORE.search(lead):
            return Role.CHANGE, None
        if self.last_role is Role.MARK and re.search(r"อยู่\s*$|โดย\s*$", lead):
            return Role.GAP, None
        if "\t" in self.prose.text[self.start : self.end] and len(self.numbers) > 1:
            return Role.CELL, None
        return Role.SCORE, None
