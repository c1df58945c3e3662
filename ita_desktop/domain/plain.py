"""Records as plain JSON values, and back: the one translation that the file and the data document share.

The names, types and limits are those of the data document's contract. Reading is strict: a value that does not fit is
refused with its path (`measures[2].end`), because a typo must never lose data in silence.
"""

from __future__ import annotations

import base64
import datetime
import functools
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from ita_desktop.domain import records, workbook
from ita_desktop.domain.plain_values import (
    Misfit,
    Reader,
    anything,
    choice,
    clean,
    content,
    date,
    inside,
    matching,
    not_this,
    number,
    optional,
    table_of,
    text,
    true_or_false,
    tuple_of,
    whole,
)

T = TypeVar("T")

# What the contract says beyond the types


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a record is written where its fields and their types do not say it."""

    names: Mapping[str, str]
    """Field → key, where they differ."""
    quiet: frozenset[str]
    """Fields that are left out while they hold their default; all others are always written."""
    needed: frozenset[str]
    """Fields without which the record makes no sense; any other text that is left out is empty."""
    readers: Mapping[str, Reader]


def _shape(quiet: str = "", needed: str = "", names: Mapping[str, str] | None = None, **readers: Reader) -> Shape:
    return Shape(names=names or {}, quiet=frozenset(quiet.split()), needed=frozenset(needed.split()), readers=readers)


SCORE = number(0, 100)
YEAR = whole(2500, 2699)
INDICATOR = whole(1, 99)
EIT_PART = whole(1, 2)
TOPIC = optional(whole(1, 7))
ID = matching(r"[^\s/]{0,64}", "รหัสที่ไม่มีช่องว่างหรือ /")
ITEM = matching(r"[ieo][1-9][0-9]{0,2}", "รหัสข้อ เช่น i1 e11 o39")


def _filled(plain: object) -> str:
    if not text(plain).strip():
        raise Misfit("ต้องไม่เว้นว่าง")
    return text(plain)


def _as_key(read: Reader) -> Reader:
    """Keys of JSON are texts; `1` is the only way to write one."""
    digits = matching("[1-9][0-9]{0,3}", "ตัวเลข")
    return lambda plain: read(int(digits(plain)))


SHAPES: Mapping[type, Shape] = {
    workbook.Workbook: _shape("shelf pictures", "office"),
    workbook.YearRecords: _shape(
        "strength_rule checklist calendar silenced memo report order agenda",
        "number measures_year",
        {"number": "year", "remarks": "assessor_remarks"},
        number=YEAR,
        measures_year=YEAR,
        framework=_filled,
        indicator_scores=table_of(_as_key(INDICATOR), SCORE),
        eit_parts=table_of(_as_key(EIT_PART), SCORE),
        item_scores=table_of(ITEM, SCORE),
    ),
    records.Office: _shape("people telephone website", "name", name=_filled),
    records.Reported: _shape(total=optional(SCORE)),
    records.StrengthRule: _shape(mark=SCORE, top=optional(INDICATOR)),
    records.Respondents: _shape(names={"group": "class"}),
    records.Finding: _shape("drafts", id=ID, indicator=optional(INDICATOR), topic=TOPIC),
    records.Measure: _shape("revised_end drafts", id=ID, indicator=optional(INDICATOR), topic=TOPIC),
    records.Round: _shape(id=ID),
    records.FollowUp: _shape(needed="measure round", progress=optional(whole(0, 100))),
    records.Evidence: _shape("file size sha256"),
    records.CalendarEntry: _shape(id=ID),
    records.MemoPart: _shape("drafts"),
    records.Section: _shape("drafts"),
    records.Order: _shape("whereas effective"),
    records.Draft: _shape(needed="field text"),
}
_NO_SHAPE = _shape()


# Records


def from_plain(kind: type[T], plain: object) -> T:
    """The record that a plain value stands for; raises Misfit with the path of the first value that is wrong."""
    read: Callable[[object], T] = reader_of(typing.cast("Hashable", kind))
    return read(plain)


def fitting(record: T) -> T:
    """The record as it will be read again; raises Misfit where it could not be."""
    return from_plain(type(record), to_plain(record))


@functools.cache
def reader_of(kind: Hashable) -> Reader:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return optional(reader_of(parts[0]))
    if origin is tuple:
        return tuple_of(reader_of(parts[0]))
    if origin is Mapping:
        return table_of(reader_of(parts[0]), reader_of(parts[1]))
    if is_dataclass(kind):
        return _record_reader(typing.cast("type", kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return choice(kind)
    return _READERS[kind]


_READERS: Mapping[Any, Reader] = {
    str: text,
    bool: true_or_false,
    int: whole(0, 2**53),
    Decimal: number(0, 10**12),
    datetime.date: date,
    bytes: content,
    Any: anything,
}


def _record_reader(kind: type) -> Reader:
    shape = SHAPES.get(kind, _NO_SHAPE)
    hints = typing.get_type_hints(kind)
    known: dict[str, tuple[str, Reader]] = {}
    empty: dict[str, str] = {}
    missing: list[tuple[str, str]] = []
    for field in fields(kind):
        key = shape.names.get(field.name, field.name)
        known[key] = field.name, shape.readers.get(field.name) or reader_of(hints[field.name])
        if field.name in shape.needed:
            missing.append((field.name, key))
        elif field.default is MISSING and field.default_factory is MISSING:
            empty[field.name] = ""

    def read(plain: object) -> object:
        if type(plain) is not dict:
            raise not_this(plain, "วัตถุ { … }")
        values: dict[str, Any] = dict(empty)
        for key, value in plain.items():
            if key not in known:
                raise Misfit("ไม่รู้จักชื่อนี้").under(key)
            name, read_value = known[key]
            values[name] = inside(key, read_value, value)
        for name, key in missing:
            if name not in values:
                raise Misfit("ต้องระบุ").under(key)
        return kind(**values)

    return read


def to_plain(value: object) -> object:
    """A record, or anything a record is made of, as plain values."""
    match value:
        case StrEnum():
            return value.value
        case str():
            return clean(value)
        case None | bool() | int() | Decimal():
            return value
        case datetime.date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple() | list():
            return [to_plain(element) for element in value]
        case Mapping():
            return {str(key): to_plain(element) for key, element in value.items()}
    return {
        key: to_plain(held)
        for name, key, quiet_default in _fields_of(typing.cast("Hashable", type(value)))
        if (held := getattr(value, name)) != quiet_default
    }


_ALWAYS_WRITTEN = object()


@functools.cache
def _fields_of(kind: Hashable) -> tuple[tuple[str, str, object], ...]:
    """Field, key, and the value with which the field is left out."""
    record = typing.cast("type", kind)
    shape = SHAPES.get(record, _NO_SHAPE)
    found = []
    for field in fields(record):
        quiet_default: object = _ALWAYS_WRITTEN
        if field.name in shape.quiet:
            quiet_default = field.default if field.default_factory is MISSING else field.default_factory()
        found.append((field.name, shape.names.get(field.name, field.name), quiet_default))
    return tuple(found)
