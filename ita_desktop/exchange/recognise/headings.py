"""A cell as a heading: what its words may mean, and which year, tool or round it names.

It has to be such words from end to end: "มาตรการ/โครงการ/กิจกรรม" is a heading, "มาตรการปรับปรุงคู่มือ" is a measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.exchange.recognise.heading_words import COMPILED
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.words import bare, rounds_in, tools_in, years_in

_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class Heading:
    """A cell that could stand above a column: what it may mean, and which year, tool or round it names."""

    text: str
    key: str
    meanings: tuple[Meaning, ...]
    year: int | None = None
    tool: str | None = None
    round: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.meanings) or (not self.key and bool(self.year or self.tool or self.round))


@lru_cache(maxsize=8192)
def read_heading(text: str) -> Heading:
    """What a cell says as a heading. Without meanings it is none, or only names a year, a tool or a round."""
    if len(text) > _LONGEST_HEADING or not text:
        return Heading(text, "-", ())
    years, without_years = years_in(text)
    tools, without_tools = tools_in(without_years)
    named, rest = rounds_in(without_tools)
    key = bare(rest)
    tool = tools[0] if len(tools) == 1 else None
    meanings = tuple(meaning for meaning, pattern in COMPILED if key and pattern.fullmatch(key))
    if not meanings and tool:  # "คะแนน OIT" lost nothing; "OIT" alone may head codes
        whole = bare(without_years)
        meanings = tuple(meaning for meaning, pattern in COMPILED if pattern.fullmatch(whole))
    return Heading(text, key, meanings, years[0] if years else None, tool, named)
