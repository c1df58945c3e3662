"""Phrases with gaps, and the one way to fill them: each gap has a kind, and none stays open.

`{score}` is written with two decimals, `{year}` as a Buddhist Era year, `{ref:work-manual}` as the OIT item that asks
for it in the year's rules ("(อ้างอิงจาก o8)"), or as nothing where the year has none. `{ref:a|b}` takes the first that
the year has, `{ref:a,b}` names both.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from ita_desktop.domain.scoring import score_text
from ita_desktop.thai.dates import thai_date
from ita_desktop.thai.lists import joined

Value = str | int | Decimal | date
CodeOf = Callable[[str], str]
"""The code of an item by its meaning; nothing where the year does not have it."""

REFERENCE = "ref"


class PhraseTrouble(ValueError):
    """A phrase that cannot be used as it stands: our mistake, and the tests find it before an officer does."""


def _text(value: Value) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PhraseTrouble(f"words are needed, not {value!r}")
    return value


def _maybe(value: Value) -> str:
    if not isinstance(value, str):
        raise PhraseTrouble(f"words are needed, not {value!r}")
    return value


def _score(value: Value) -> str:
    if not isinstance(value, Decimal):
        raise PhraseTrouble(f"a score is needed, not {value!r}")
    return score_text(value)


def _mark(value: Value) -> str:
    """`85`, but `87.50`: a mark is said as it was set."""
    if not isinstance(value, Decimal):
        raise PhraseTrouble(f"a mark is needed, not {value!r}")
    return f"{value:.0f}" if value == value.to_integral_value() else score_text(value)


def _number(value: Value) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        raise PhraseTrouble(f"a whole number is needed, not {value!r}")
    return f"{value:,}"


def _year(value: Value) -> str:
    if not isinstance(value, int) or not 2400 <= value <= 2800:
        raise PhraseTrouble(f"a Buddhist Era year is needed, not {value!r}")
    return str(value)


def _date(value: Value) -> str:
    if not isinstance(value, date):
        raise PhraseTrouble(f"a date is needed, not {value!r}")
    return thai_date(value)


_KINDS: Mapping[Callable[[Value], str], str] = {
    _text: "office name tool_name code codes item items indicators title about good weak advice some level"
    " previous_level division names tools counts method order meeting summary purpose",
    _maybe: "rounds",
    _score: "score previous change lost gap lacking total previous_total percent",
    _mark: "mark goal weight",
    _number: "number rank of count strong weak_count people agencies",
    _year: "year measures_year previous_year",
    _date: "date",
}
PLACEHOLDERS: Mapping[str, Callable[[Value], str]] = {
    name: write for write, names in _KINDS.items() for name in names.split()
}


@cache
def parts_of(phrase: str) -> tuple[tuple[str, str, str], ...]:
    """Words and the gap behind them; refuses a gap that has no kind."""
    try:
        parsed = list(string.Formatter().parse(phrase))
    except ValueError as problem:
        raise PhraseTrouble(f"{problem} in {phrase!r}") from problem
    parts = []
    for words, name, spec, conversion in parsed:
        if name is not None and (conversion or (spec and name != REFERENCE) or name not in {*PLACEHOLDERS, REFERENCE}):
            raise PhraseTrouble(f"unknown placeholder {{{name}}} in {phrase!r}")
        if name == REFERENCE and not spec:
            raise PhraseTrouble(f"{{ref:…}} says no item in {phrase!r}")
        parts.append((words, name or "", spec or ""))
    return tuple(parts)


def placeholders(phrase: str) -> frozenset[str]:
    return frozenset(name for _, name, _ in parts_of(phrase) if name and name != REFERENCE)


def fill(phrase: str, values: Mapping[str, Value], code_of: CodeOf) -> str:
    """The phrase with every gap filled; a gap without a value, or with one of another kind, is refused."""
    written = []
    for words, name, spec in parts_of(phrase):
        written.append(words)
        if name == REFERENCE:
            written.append(_reference(spec, code_of))
        elif name:
            if name not in values:
                raise PhraseTrouble(f"nothing for {{{name}}} in {phrase!r}")
            try:
                written.append(PLACEHOLDERS[name](values[name]))
            except PhraseTrouble as trouble:
                raise PhraseTrouble(f"{{{name}}} in {phrase!r}: {trouble}") from trouble
    return "".join(written)


def _reference(spec: str, code_of: CodeOf) -> str:
    found = (next(filter(None, map(code_of, group.split("|"))), "") for group in spec.split(","))
    codes = tuple(dict.fromkeys(code for code in found if code))
    return f" (อ้างอิงจาก {joined(codes)})" if codes else ""
