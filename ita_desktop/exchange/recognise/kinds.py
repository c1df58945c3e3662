"""Which kind of table a heading makes, and what each of its columns then means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_desktop.exchange.recognise.found import Kind
from ita_desktop.exchange.recognise.headings import Heading
from ita_desktop.exchange.recognise.meanings import Meaning

M = Meaning


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns a kind of table may have, and those without which it is none: one of each group."""

    columns: frozenset[Meaning]
    needed: tuple[frozenset[Meaning], ...]


def _shape(columns: set[Meaning], *needed: set[Meaning]) -> Shape:
    everywhere = {M.ID, M.YEAR, M.ORDER, M.IGNORED}
    return Shape(frozenset(columns | everywhere), tuple(map(frozenset, needed)))


_ABOUT = {M.INDICATOR, M.INDICATOR_NUMBER, M.TOOL, M.TOPIC, M.ITEMS, M.ITEM, M.ITEM_TITLE}
_PLAN = {M.STEPS, M.OWNERS, M.PERIOD, M.START, M.END, M.FOLLOWUP}
SHAPES: Mapping[Kind, Shape] = {
    Kind.FOLLOWUP: _shape(
        _ABOUT
        | _PLAN
        | {M.MEASURE, M.ROUND, M.DUE, M.STATE, M.PROGRESS, M.RESULT, M.OBSTACLES, M.REPORTED, M.EVIDENCE, M.BUDGET}
        | {M.SENT},
        {M.MEASURE},
        {M.STATE, M.PROGRESS, M.RESULT},
    ),
    Kind.MEASURES: _shape(
        _ABOUT | _PLAN | {M.MEASURE, M.FINDING, M.STRENGTH, M.ADVICE, M.ANALYSIS, M.REVISED_END, M.BUDGET, M.ANSWERS},
        {M.MEASURE, M.STEPS},
        (_PLAN - {M.STEPS}) | {M.ANALYSIS, M.FINDING, M.INDICATOR, M.TOPIC},
    ),
    Kind.RESPONDENTS: _shape(
        {M.TOOL, M.DIVISION, M.CLASS, M.MALE, M.FEMALE, M.OTHER, M.TOTAL}, {M.CLASS}, {M.MALE, M.FEMALE}
    ),
    Kind.FINDINGS: _shape(
        _ABOUT | {M.FINDING, M.STRENGTH, M.FINDING_KIND, M.ADVICE, M.SCORE, M.LEVEL},
        {M.FINDING, M.STRENGTH, M.ADVICE},
        {M.INDICATOR, M.INDICATOR_NUMBER, M.TOPIC, M.ITEMS, M.ITEM, M.TOOL},
    ),
    Kind.ITEMS: _shape(
        {M.ITEM, M.ITEM_TITLE, M.INDICATOR, M.INDICATOR_NUMBER, M.TOOL, M.SCORE, M.REMARK, M.CHANGE, M.LEVEL},
        {M.ITEM, M.ITEM_TITLE},
        {M.SCORE, M.REMARK},
    ),
    Kind.SCORES: _shape(
        {M.INDICATOR, M.INDICATOR_NUMBER, M.TOOL, M.SCORE, M.CHANGE, M.LEVEL, M.REMARK},
        {M.INDICATOR, M.INDICATOR_NUMBER},
        {M.SCORE},
    ),
}
"""In the order in which they are tried: what says more comes first."""

MANY = frozenset({M.SCORE, M.MALE, M.FEMALE, M.OTHER, M.TOTAL, M.RESULT, M.STATE, M.PROGRESS, M.OBSTACLES, M.IGNORED})
"""Meanings that several columns may share: one for each year, tool or round."""


def kind_of(meanings: set[Meaning]) -> list[Kind]:
    """Every kind that these columns are enough for."""
    return [kind for kind, shape in SHAPES.items() if all(meanings & group for group in shape.needed)]


def assign(kind: Kind, headings: Sequence[Heading | None]) -> list[Meaning | None]:
    """What each heading means in a table of this kind. A meaning that is one of a kind goes to its first column."""
    allowed = SHAPES[kind].columns
    taken: set[Meaning] = set()
    meanings: list[Meaning | None] = []
    for heading in headings:
        found = next(
            (
                meaning
                for meaning in sorted(heading.meanings if heading else (), key=_says_little)
                if meaning in allowed and (meaning in MANY or meaning not in taken)
            ),
            None,
        )
        if found:
            taken.add(found)
        meanings.append(found)
    return meanings


def _says_little(meaning: Meaning) -> bool:
    """ "ข้อ" is a number of rows only where it cannot be the code of an item."""
    return meaning in {M.ORDER, M.IGNORED}


def fitting_kinds(headings: Sequence[Heading | None]) -> list[Kind]:
    """The kinds for which the headings, understood their way, are enough."""
    return [
        kind
        for kind in SHAPES
        if kind in kind_of({meaning for meaning in assign(kind, headings) if meaning is not None})
    ]
