"""Looking for typed words among all things, the best first.

The words of each thing are folded once and kept as long as its year stays as it is; a letter more is looked for only
among what was found before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from ita_desktop.domain.records import Office, Year
from ita_desktop.thai.letters import MARKS, SARA_AM
from ita_desktop.ui.find.things import Part, Thing, of_help, of_office, of_year, of_years
from ita_desktop.ui.sought import folded, words_of

MOST = 60
MOST_OF_A_KIND = 12
_AROUND = 40
"""Letters before what was found that are shown with it."""

_NO_BEGINNING = MARKS + SARA_AM + "\u0e30\u0e32"
_folded_kind = cache(folded)


def _has_number(text: str, number: str) -> bool:
    """`3` begins 3.5 and 30; it is no part of 96.03."""
    at = text.find(number)
    while at > 0 and (text[at - 1].isdigit() or text[at - 1] == "."):
        at = text.find(number, at + 1)
    return at >= 0


class _Ready:
    """A thing with its words folded: the title's, and all of them."""

    __slots__ = ("group", "thing", "title", "words")

    def __init__(self, thing: Thing) -> None:
        self.thing = thing
        self.group = _folded_kind(thing.group)
        year = f"ปี {thing.year}" if thing.year else ""
        lines = (thing.title, thing.note, thing.group, thing.key, year, *(part.text for part in thing.parts))
        self.words = folded("\n".join(" ".join(line.split()) for line in lines))
        self.title = self.words.partition("\n")[0]

    def has(self, words: Sequence[str]) -> bool:
        mine = self.words
        return all(word in mine and (not word.isdigit() or _has_number(mine, word)) for word in words)

    def rank(self, words: Sequence[str]) -> int:
        """0 is what was meant for certain. The kind may be said beside the name: `ตัวชี้วัด 3`."""
        own = [word for word in words if word not in self.group]
        if self.thing.code and own == [self.thing.code]:
            return 0
        title, said = self.title, " ".join(words)
        if title.startswith(said) or title.partition(" ")[2].startswith(said):  # behind its number
            return 1
        if all(word in title for word in words):
            return 2
        return 3 if own and all(word in title for word in own) else 4


@dataclass(frozen=True, slots=True)
class Found:
    thing: Thing
    part: Part | None
    """Where the words stand, when they do not stand in the title."""
    note: str
    """The thing's own, or the words that were found and what stands around them."""

    @classmethod
    def of(cls, thing: Thing, words: Sequence[str]) -> Found:
        part = _part_with(thing, words)
        return cls(thing, part, thing.note if part is None else _around(part.text, words))


def _part_with(thing: Thing, words: Sequence[str]) -> Part | None:
    """The one with most of them."""
    title = folded(thing.title)
    sought = [word for word in words if word not in title]
    best, most = None, 0
    for part in thing.parts if sought else ():
        text = folded(part.text)
        held = sum(word in text for word in sought)
        if held > most:
            best, most = part, held
    return best


def _around(text: str, words: Sequence[str]) -> str:
    text = " ".join(text.split())
    like = folded(text)
    begin = min((like.find(word) for word in words if word in like), default=0) - _AROUND
    return text if begin <= 0 else f"… {text[begin:].lstrip(_NO_BEGINNING)}"


@dataclass(frozen=True, slots=True)
class Answer:
    found: tuple[Found, ...]
    counts: Mapping[str, int]
    """How many there are of each kind, also where not all are shown."""


class Finder:
    """Knows one workbook: what it was told of it, as long as that is so."""

    def __init__(self, help_pages: Mapping[str, str]) -> None:
        self._help = _ready(of_help(help_pages))
        self._commands: list[_Ready] = []
        self._office: tuple[Office, tuple[int, ...]] | None = None
        self._of_office: list[_Ready] = []
        self._years: dict[int, tuple[Year, list[_Ready]]] = {}
        self._last: tuple[Sequence[str], int, list[_Ready]] | None = None

    def learn_commands(self, commands: Iterable[Thing]) -> None:
        self._commands, self._last = _ready(commands), None

    def learn_office(self, office: Office, numbers: tuple[int, ...]) -> None:
        if self._office != (office, numbers):
            self._office, self._last = (office, numbers), None
            self._of_office = _ready([*of_office(office), *of_years(numbers)])
            self._years = {number: self._years[number] for number in numbers if number in self._years}

    def learn_year(self, year: Year) -> None:
        if not self.knows(year):
            self._years[year.number], self._last = (year, _ready(of_year(year))), None

    def knows(self, year: Year) -> bool:
        known = self._years.get(year.number)
        return known is not None and known[0] is year

    def look_for(self, typed: str, current: int) -> Answer:
        """The year that is looked at comes before all others."""
        words = words_of(typed)
        if not words:
            return Answer((), {})
        hits = [ready for ready in self._pool(words, current) if ready.has(words)]
        self._last = words, current, hits
        ranks: list[list[_Ready]] = [[] for _ in range(5)]
        for ready in hits:
            ranks[ready.rank(words)].append(ready)
        taken: Counter[str] = Counter()
        best: list[Found] = []
        for ready in chain.from_iterable(ranks):
            taken[ready.thing.group] += 1
            if taken[ready.thing.group] <= MOST_OF_A_KIND and len(best) < MOST:
                best.append(Found.of(ready.thing, words))
        return Answer(tuple(best), taken)

    def _pool(self, words: Sequence[str], current: int) -> Iterable[_Ready]:
        """What has all the longer words has the shorter ones. Marks typed in disorder make other words, not longer."""
        if self._last is not None and self._last[1] == current:
            before = self._last[0]
            if all(any(short in word for word in words) for short in before):
                return self._last[2]
        now = self._years[current][1] if current in self._years else []
        others = (self._years[number][1] for number in sorted(self._years, reverse=True) if number != current)
        return chain(self._commands, now, self._of_office, self._help, *others)


def _ready(things: Iterable[Thing]) -> list[_Ready]:
    return list(map(_Ready, things))
