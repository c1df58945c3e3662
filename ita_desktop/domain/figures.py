"""The figures a text can be made from, each under a name, so that it can be told which of them have changed since.

`indicator.8` is a score, `change.indicator.8` what it gained on last year, `previous.total` last year's total. A draft
keeps the names and the words it was written from; the same name asked again says what holds now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from ita_desktop.domain.progress import counts, progress_of
from ita_desktop.domain.records import FollowUpState, Year
from ita_desktop.domain.recurrence import recurring_indicators
from ita_desktop.domain.scoring import FULL, IndicatorResult, ItemResult, Results, half_up, results, score_text
from ita_desktop.thai.dates import thai_date

Value = Decimal | int | str | date | None
Reader = Callable[["Figures", str], Value]


class Figures:
    def __init__(self, year: Year) -> None:
        self.year = year
        self._said: dict[str, Value] = {}

    def value(self, name: str) -> Value:
        """What is known under this name; None where nothing is, or where nothing bears the name."""
        if name not in self._said:
            head, _, rest = name.partition(".")
            read = _READERS.get(head)
            self._said[name] = read(self, rest) if read else None
        return self._said[name]

    def text(self, name: str) -> str:
        """As it is written in prose; nothing where nothing is known."""
        return _written(self.value(name))

    # What the names are looked up in

    @cached_property
    def results(self) -> Mapping[str, Value]:
        found = results(self.year)
        return {
            "total": found.total,
            "level": found.level.name if found.level else None,
            "previous.total": found.previous_total,
            "previous.level": found.previous_level,
            "change.total": found.total_change,
            "lost.total": None if found.total is None else FULL - found.total,
            **{f"tool.{code}": mean for code, mean in found.tools.items()},
            "count.scored": sum(one.score is not None for one in found.indicators),
            "count.strength": len(found.group("strength")),
            "count.weak": len(found.group("weak")),
            **{f"count.not_below.{one.number}": _not_below(one, found) for one in found.indicators},
            **{name: value for one in found.indicators for name, value in self._indicator(one)},
            **{name: value for one in found.items for name, value in _item(one)},
        }

    def _indicator(self, one: IndicatorResult) -> list[tuple[str, Value]]:
        mark, score = self.year.strength_rule.mark, one.score
        return [
            (f"indicator.{one.number}", score),
            (f"rank.{one.number}", one.rank),
            (f"group.{one.number}", one.group),
            (f"lost.{one.number}", one.points_lost),
            (f"gap.{one.number}", None if score is None else mark - score),
            (f"lacking.{one.number}", None if score is None else FULL - score),
            (f"previous.indicator.{one.number}", one.previous),
            (f"change.indicator.{one.number}", one.change),
        ]

    @cached_property
    def streaks(self) -> Mapping[str, int]:
        return {str(run.indicator): len(run.years) for run in recurring_indicators(self.year)}

    @cached_property
    def states(self) -> Mapping[str, int]:
        """How many measures there are, and how many are in which state."""
        counted = counts(progress_of(self.year))
        return {"": counted.total, **{state.value: counted.states[state] for state in FollowUpState}}

    def of_results(self, name: str) -> Value:
        return self.results.get(name)

    def of_round(self, which: str) -> Value:
        return next((round.due for round in self.year.rounds if round.id == which), None)

    def of_last_year(self, rest: str) -> Value:
        """Last year's total, level and scores as compared; anything else as last year itself says it."""
        if f"previous.{rest}" in self.results:
            return self.results[f"previous.{rest}"]
        return Figures(self.year.last_year).value(rest) if self.year.last_year else None


def _not_below(one: IndicatorResult, found: Results) -> int | None:
    """How many indicators did as well or better, itself among them: its rank, unless others share it."""
    if one.rank is None:
        return None
    return sum(other.rank is not None and other.rank <= one.rank for other in found.indicators)


def _item(one: ItemResult) -> list[tuple[str, Value]]:
    return [
        (f"item.{one.code}", one.score),
        (f"previous.item.{one.code}", one.previous),
        (f"change.item.{one.code}", one.change),
    ]


def _written(value: Value) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return score_text(half_up(value))
        case date():
            return thai_date(value)
        case _:
            return str(value)


_OF_RESULTS = (
    "total", "level", "tool", "indicator", "rank", "group", "lost", "gap", "lacking", "change", "item", "count"
)  # fmt: skip


def _result(head: str) -> Reader:
    return lambda figures, rest: figures.of_results(f"{head}.{rest}" if rest else head)


_READERS: Mapping[str, Reader] = {
    "office": lambda figures, _: figures.year.office.name,
    "year": lambda figures, _: figures.year.number,
    "measures_year": lambda figures, _: figures.year.measures_year,
    "mark": lambda figures, _: figures.year.strength_rule.mark,
    "top": lambda figures, _: figures.year.strength_rule.top,
    "announced": lambda figures, _: figures.year.framework.announced,
    "agencies": lambda figures, _: figures.year.framework.agencies,
    "known": lambda figures, what: int(what == "items" and bool(figures.year.item_scores)),
    "remarks": lambda figures, _: len(figures.year.remarks),
    "people": lambda figures, tool: people(figures.year, tool),
    "measures": lambda figures, state: figures.states.get(state),
    "round": lambda figures, which: figures.of_round(which),
    "rounds": lambda figures, _: len(figures.year.rounds),
    "streak": lambda figures, number: figures.streaks.get(number),
    "order": lambda figures, _: figures.year.order.number if figures.year.order else None,
    "meeting": lambda figures, _: figures.year.agenda.meeting if figures.year.agenda else None,
    "part": lambda figures, part: figures.year.eit_parts.get(int(part)) if part.isdecimal() else None,
    "previous": lambda figures, rest: figures.of_last_year(rest),
    **{head: _result(head) for head in _OF_RESULTS},
}


def people(year: Year, tool: str = "") -> int | None:
    """Who answered, counted over the first classification of each tool: the others count the same people again."""
    counted = 0
    for code in dict.fromkeys(row.tool for row in year.respondents if tool in {"", row.tool}):
        rows = [row for row in year.respondents if row.tool == code]
        counted += sum(row.male + row.female + row.other for row in rows if row.by == rows[0].by)
    return counted or None
