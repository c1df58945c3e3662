"""Every figure that a text about a year can rightly name, and what it is: what prose is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from ita_desktop.domain.framework import Level
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import FULL, Results, half_up, level_of, results
from ita_desktop.review.subjects import About, Subject, called

HUNDREDTH = Decimal("0.01")
GOAL = Decimal(85)
"""The mark of the national master plan, which papers name whatever mark the office chose."""


class Known:
    def __init__(self, year: Year) -> None:
        self.year = year
        self.years: Mapping[int, Year] = dict(_back(year))

    @cached_property
    def _results(self) -> dict[int, Results]:
        return {}

    def results_of(self, number: int) -> Results | None:
        if number not in self.years:
            return None
        if number not in self._results:
            self._results[number] = results(self.years[number])
        return self._results[number]

    def score(self, subject: Subject, number: int | None = None) -> Decimal | None:
        """The score at two decimals, of this year or an earlier one."""
        number = self.year.number if number is None else number
        found = self.results_of(number)
        if found is None:
            return None
        year = self.years[number]
        score: Decimal | None
        match subject.about:
            case About.INDICATOR:
                then = self.year.framework.same_indicator(int(subject.key), year.framework)
                score = None if then is None else year.indicator_scores.get(then)
            case About.ITEM:
                score = self._item_score(subject.key, year)
            case About.TOOL:
                score = found.tools.get(subject.key)
            case About.PART:
                score = year.eit_parts.get(int(subject.key))
            case About.TOTAL | About.OFFICE:
                score = found.total if found.total is not None else year.reported.total
            case About.SUB:
                score = None
        return None if score is None else half_up(score)

    def _item_score(self, code: str, year: Year) -> Decimal | None:
        """Of an earlier year: the item that asked for the same thing, whatever its code was."""
        item = self.year.framework.item(code)
        if year is not self.year and item is not None and item.meaning:
            same = year.framework.item_meaning(item.meaning)
            return year.item_scores.get(same.code) if same else None
        return year.item_scores.get(code)

    def change(self, subject: Subject, since: int | None = None) -> Decimal | None:
        """From the year before, or from another that is named."""
        now, before = self.score(subject), self.score(subject, since or self.year.number - 1)
        return None if now is None or before is None else now - before

    def lost(self, subject: Subject) -> Decimal | None:
        """What it takes off the total of 100."""
        if subject.about is About.TOTAL:
            total = self.score(subject)
            return None if total is None else FULL - total
        found = self.results_of(self.year.number)
        assert found is not None
        if subject.about is About.INDICATOR:
            one = found.indicator(int(subject.key))
            return half_up(one.points_lost) if one and one.points_lost is not None else None
        item = found.item(subject.key) if subject.about is About.ITEM else None
        return half_up(item.points_lost) if item and item.points_lost is not None else None

    def marks(self) -> frozenset[Decimal]:
        """Thresholds that a text may name."""
        minima = {level.minimum for level in self.year.framework.levels}
        floors = {level.tools_minimum for level in self.year.framework.levels if level.tools_minimum is not None}
        tops = {minimum - HUNDREDTH for minimum in minima}
        return frozenset({self.year.strength_rule.mark, GOAL, FULL, *minima, *tops, *floors})

    def level(self, number: int | None = None) -> str | None:
        """The name of the level: computed where all scores are known, else as announced."""
        year = self.years.get(self.year.number if number is None else number)
        if year is None:
            return None
        level: Level | None = level_of(year.framework, year.indicator_scores, year.eit_parts)
        return level.name if level else year.reported.level

    # ------------------------------------------------------------------------------- looked up by their value

    @cached_property
    def named(self) -> Mapping[Decimal, str]:
        """Each figure that stands somewhere in the data, and what it is; of equal ones, the first."""
        found: dict[Decimal, str] = {}
        for value, what in self._all():
            found.setdefault(abs(half_up(value)), what)
        return found

    def is_known(self, value: Decimal) -> bool:
        return abs(half_up(value)) in self.named or abs(value) in self.marks() or value == 0

    def what(self, value: Decimal) -> str | None:
        return self.named.get(abs(half_up(value)))

    def nearest(self, value: Decimal) -> Decimal | None:
        """The score that was most likely meant: the fewest digits typed wrongly, then the nearest in size."""
        candidates = [score for subject in self._subjects() if (score := self.score(subject)) is not None]
        return min(candidates, key=lambda score: (_slips(value, score), abs(score - value)), default=None)

    def _subjects(self) -> Iterator[Subject]:
        framework = self.year.framework
        yield Subject(About.TOTAL)
        yield from (Subject(About.INDICATOR, str(one.number)) for one in framework.indicators)
        yield from (Subject(About.ITEM, one.code) for one in framework.items)
        yield from (Subject(About.TOOL, one.code) for one in framework.tools)
        yield from (Subject(About.PART, str(part)) for part in self.year.eit_parts)

    def _all(self) -> Iterator[tuple[Decimal, str]]:
        subjects = list(self._subjects())
        for number in sorted(self.years, reverse=True):
            when = "" if number == self.year.number else f" ปี {number}"
            for subject in subjects:
                if (score := self.score(subject, number)) is not None:
                    yield score, f"{self._score_of(subject)}{when}"
        reported = self.year.reported.total
        if reported is not None:
            yield reported, "คะแนนรวมที่ประกาศ"
        for subject in subjects:
            yield from self._derived(subject)
        for tool in self.year.framework.tools:
            yield tool.weight, f"น้ำหนักของ {tool.code}"
            if (mean := self.score(Subject(About.TOOL, tool.code))) is not None:
                yield mean * tool.weight / FULL, f"คะแนนถ่วงน้ำหนักของ {tool.code}"

    def _score_of(self, subject: Subject) -> str:
        name = called(subject, self.year.framework)
        return name if name.startswith("คะแนน") else f"คะแนนของ{name}"

    def only_earlier(self, value: Decimal) -> Subject | None:
        """Whose score of an earlier year a figure is that is no figure of this year at all."""
        return self._only_earlier.get(abs(half_up(value)))

    @cached_property
    def _only_earlier(self) -> Mapping[Decimal, Subject]:
        found: dict[Decimal, Subject] = {}
        for number in sorted(self.years, reverse=True)[1:]:
            for subject in self._subjects():
                score = self.score(subject, number)
                if score is not None and self.named.get(score) == f"{self._score_of(subject)} ปี {number}":
                    found.setdefault(score, subject)
        return found

    def _derived(self, subject: Subject) -> Iterator[tuple[Decimal, str]]:
        name = called(subject, self.year.framework)
        if (change := self.change(subject)) is not None:
            yield change, f"ผลต่างจากปีก่อนของ{name}"
        if (lost := self.lost(subject)) is not None:
            yield lost, f"คะแนนรวมที่เสียไปของ{name}"
        if (score := self.score(subject)) is not None:
            yield FULL - score, f"คะแนนที่ขาดของ{name}"
            for mark in sorted(self.marks()):
                yield mark - score, f"ระยะห่างจาก {mark.normalize():f} คะแนนของ{name}"


def _back(year: Year) -> Iterator[tuple[int, Year]]:
    now: Year | None = year
    while now is not None:
        yield now.number, now
        now = now.previous


def _slips(typed: Decimal, meant: Decimal) -> int:
    """How many digits differ; digits in another order count once."""
    a, b = f"{half_up(typed):07.2f}", f"{half_up(meant):07.2f}"
    differing = sum(x != y for x, y in zip(a, b, strict=True))
    return 1 if differing and sorted(a) == sorted(b) else differing
