"""The rules of a year written out: the file that is exported, shared and kept as an office's correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from ita_desktop.domain.framework import (
    Confidence,
    Framework,
    Indicator,
    Item,
    Level,
    SubIndicator,
    Tool,
    Topic,
    UsualRound,
)
from ita_desktop.domain.framework_rules import items_by_tool

Record = Tool | Indicator | SubIndicator | Item | Level | UsualRound | Topic


def write_framework(framework: Framework) -> str:
    """The rules as one complete file: reading it gives back equal rules, and writing them again the same text."""
    facts: list[tuple[str, object]] = [
        ("year", framework.year),
        ("name", framework.name),
        ("confidence", framework.confidence),
        ("announced", framework.announced),
        ("agencies", framework.agencies),
        ("preset", framework.preset or None),
        ("measures_item", framework.measures_item or None),
        ("followup_item", framework.followup_item or None),
        ("eit_in_two_parts", framework.eit_in_two_parts),
        ("means_from_items", sorted(framework.means_from_items)),
        ("means_from_sub_indicators", sorted(framework.means_from_sub_indicators)),
        ("unconfirmed", sorted(framework.unconfirmed)),
    ]
    tables: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("tools", framework.tools),
        ("indicators", framework.indicators),
        ("sub_indicators", framework.sub_indicators),
        ("levels", framework.levels),
        ("rounds", framework.rounds),
        ("topics", framework.topics),
    )
    parts = [f"# หลักเกณฑ์การประเมิน ITA ประจำปีงบประมาณ พ.ศ. {framework.year}"]
    parts += [f"{key} = {_written(value)}" for key, value in facts if value is not None]
    parts += ["", *(_written_table(key, records, framework.confidence) for key, records in tables)]
    parts += ["[items]"]
    parts += [_written_table(tool, items, framework.confidence) for tool, items in items_by_tool(framework).items()]
    return "\n".join(parts)


def _written_table(key: str, records: Iterable[Record], confidence: Confidence) -> str:
    rows = []
    for record in records:
        values = ((field.name, getattr(record, field.name)) for field in fields(record))
        stated = ((name, value) for name, value in values if not _goes_without_saying(name, value, confidence))
        rows.append("    { " + ", ".join(f"{name} = {_written(value)}" for name, value in stated) + " },\n")
    return f"{key} = [\n{''.join(rows)}]\n"


def _goes_without_saying(name: str, value: object, confidence: Confidence) -> bool:
    return value is None or value is False or value in ("", ()) or (name == "confidence" and value == confidence)


def _written(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(_ESCAPED.get(letter) or _plain(letter) for letter in value) + '"'
        case tuple() | list():
            return "[" + ", ".join(_written(element) for element in value) + "]"
        case date():
            return value.isoformat()
        case _:
            return str(value)


_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _plain(letter: str) -> str:
    return letter if letter.isprintable() or ord(letter) > 0xA0 else f"\\u{ord(letter):04X}"
