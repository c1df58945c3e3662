"""JSON text that keeps every digit: numbers with a point are decimals, and nothing is dropped or guessed in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Plain = None | bool | int | Decimal | str | list[Any] | dict[str, Any]

_LONGEST_INT = 18
_quoted = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class NamedTwice:
    """Stands in for an object in which one key occurs twice; ordinary readers would keep the last and say nothing."""

    key: str


def read_json(text: str) -> object:
    """Raises ValueError where it is no JSON. NaN and Infinity come out as floats, which no reader of ours takes."""
    try:
        return _decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _number(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INT else Decimal(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | NamedTwice:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            return NamedTwice(key)
        found[key] = value
    return found


_decode = json.JSONDecoder(parse_float=Decimal, parse_int=_number, object_pairs_hook=_object).decode


def write_json(plain: object, *, indent: int | None = None) -> str:
    return "".join(_pieces(plain, "\n" if indent is not None else "", indent or 0))


def _pieces(plain: object, newline: str, indent: int) -> Iterator[str]:
    match plain:
        case dict():
            names = [(f"{_quoted(key)}:{' ' if newline else ''}", value) for key, value in plain.items()]
            yield from _bracketed("{", "}", names, newline, indent)
        case list():
            yield from _bracketed("[", "]", [("", value) for value in plain], newline, indent)
        case Decimal():
            yield format(plain, "f")
        case str():
            yield _quoted(plain)
        case _:
            yield json.dumps(plain, allow_nan=False)


def _bracketed(left: str, right: str, parts: list[tuple[str, object]], newline: str, indent: int) -> Iterator[str]:
    inner = newline + " " * indent if newline else ""
    yield left
    for count, (name, value) in enumerate(parts):
        yield f"{',' if count else ''}{inner}{name}"
        yield from _pieces(value, inner, indent)
    yield f"{newline if parts else ''}{right}"
