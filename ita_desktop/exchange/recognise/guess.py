"""A table whose heading says nothing we know, or that has none: understood by what stands in it, or not at all."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ita_desktop.domain.framework import Framework
from ita_desktop.exchange.grid import shown
from ita_desktop.exchange.recognise.cells import Unreadable, read_score
from ita_desktop.exchange.recognise.found import Column, FoundTable, Kind
from ita_desktop.exchange.recognise.heads import Sheet
from ita_desktop.exchange.recognise.items import item_code
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import named
from ita_desktop.exchange.recognise.words import clean

_A_LOOK = 200
_ENOUGH = 5


def guess_table(number: int, sheet: Sheet, framework: Framework) -> FoundTable | None:
    """Scores beside the names of indicators or the codes of items; only where one column alone can be the scores."""
    rows = range(min(len(sheet.grid.rows), _A_LOOK))
    width = min(sheet.grid.width, 50)
    texts = [[clean(shown(sheet.value(row, column))) for row in rows] for column in range(width)]
    for kind, meaning in ((Kind.ITEMS, Meaning.ITEM), (Kind.SCORES, Meaning.INDICATOR)):
        for column in range(width):
            found = {row: what for row in rows if (what := _what(kind, texts[column][row], framework)) is not None}
            if len(set(found.values())) >= _ENOUGH:
                of_indicators = (row for row in rows if _what(Kind.SCORES, texts[column][row], framework) is not None)
                first = min(*found, next(of_indicators, len(rows)))  # an indicator stands above its items
                return _table(number, sheet, kind, meaning, column, sorted(found), first)
    return None


def _what(kind: Kind, text: str, framework: Framework) -> object:
    if not text or len(text) > 200:
        return None
    if kind is Kind.SCORES:
        return named(text, framework)
    code = item_code(text, framework, None, None) if text[:1].isalpha() else None
    return code.code if code else None


def _table(
    number: int, sheet: Sheet, kind: Kind, meaning: Meaning, name: int, rows: list[int], first: int
) -> FoundTable | None:
    candidates = [
        column for column in range(min(sheet.grid.width, 50)) if column != name and _are_scores(sheet, column, rows)
    ]
    if len(candidates) != 1:
        return None
    columns = (
        Column(index=name, heading="", meaning=meaning, guessed=True),
        Column(index=candidates[0], heading="", meaning=Meaning.SCORE, guessed=True),
    )
    return FoundTable(
        grid=number,
        sheet=sheet.grid.name,
        kind=kind,
        head=-1,
        first=first,
        last=len(sheet.grid.rows) - 1,
        columns=tuple(sorted(columns, key=lambda column: column.index)),
        title=" ".join(clean(shown(value)) for row in sheet.grid.rows[:first] for value in row if value)[:300],
    )


def _are_scores(sheet: Sheet, column: int, rows: list[int]) -> bool:
    numbers: list[Decimal] = []
    for row in rows:
        try:
            score, _ = read_score(sheet.value(row, column))
        except Unreadable:
            continue
        if score is not None:
            numbers.append(score)
    counting = len(numbers) > 1 and all(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) >= max(_ENOUGH, len(rows) * 0.6) and not counting
