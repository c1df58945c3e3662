"""A field of a record by its path, as a `Place` names it: `text`, `steps[2]`, `signatures[0].comments[1]`."""

from __future__ import annotations

import re
from dataclasses import is_dataclass, replace
from typing import TypeVar

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year

T = TypeVar("T")
_STEP = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<at>[0-9]+)\])?(?:\.|$)")


class NoSuchField(LookupError):
    """The record has changed since: the field or the element of a list is no longer there."""


def record_at(year: Year, place: Place) -> object:
    """The record that a place lies in."""
    match place.kind:
        case "memo" | "report" | "order" | "agenda" | "office" as paper:
            found: object = getattr(year, paper)
        case "finding" | "measure" | "round" | "followup" | "calendar" | "checklist" as kind:
            records = getattr(year, kind if kind in {"calendar", "checklist"} else f"{kind}s")
            found = next((record for record in records if record.id == place.id), None)
        case _:
            found = None
    if found is None:
        raise NoSuchField(f"{place.kind} {place.id or ''}".rstrip())
    return found


def read_field(record: object, path: str) -> object:
    value = record
    for name, at in _steps(path):
        if not hasattr(value, name) or not is_dataclass(value):
            raise NoSuchField(path)
        value = getattr(value, name)
        if at is not None:
            value = _members(value, at, path)[at]
    return value


def with_field(record: T, path: str, value: object) -> T:
    """The record with another value at the end of the path; everything else as it was."""
    (name, at), *rest = _steps(path)
    if rest:
        inner = read_field(record, name if at is None else f"{name}[{at}]")
        value = with_field(inner, path.split(".", 1)[1], value)
    if at is not None:
        members = _members(getattr(record, name, None), at, path)
        value = (*members[:at], value, *members[at + 1 :])
    return replace(record, **{name: value})  # type: ignore[type-var]


def _steps(path: str) -> list[tuple[str, int | None]]:
    if not re.fullmatch(rf"(?:{_STEP.pattern})+", path):
        raise NoSuchField(path)
    return [(step["name"], int(step["at"]) if step["at"] else None) for step in _STEP.finditer(path)]


def _members(value: object, at: int, path: str) -> tuple[object, ...]:
    if not isinstance(value, tuple) or at >= len(value):
        raise NoSuchField(path)
    return value
