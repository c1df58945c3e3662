"""Which words of a record are still the program's own, and from which figures they were made.

Drafting renews what nobody touched, the review asks whether its figures still hold, the window shows it as a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Protocol

from ita_desktop.domain.figures import Figures
from ita_desktop.domain.records import Draft

TURN = "turn"
"""Not a figure: which of several wordings the officer chose, so that it is kept when the figures change."""


class Drafted(Protocol):
    @property
    def drafts(self) -> tuple[Draft, ...]: ...


def as_text(value: object) -> str:
    """A field's value as a draft keeps it: lists a line each, dates as ISO, nothing as nothing."""
    match value:
        case None:
            return ""
        case str() if not isinstance(value, Enum):
            return value
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(as_text(member) for member in value)
        case _:
            return str(value)


def field_text(record: object, field: str) -> str:
    return as_text(getattr(record, field))


def draft_of(record: Drafted, field: str) -> Draft | None:
    return next((draft for draft in record.drafts if draft.field == field), None)


def untouched(record: Drafted, field: str) -> Draft | None:
    """The draft that the field still is, word for word."""
    draft = draft_of(record, field)
    return draft if draft is not None and draft.text == field_text(record, field) else None


def is_all_ours(record: Drafted, fields: Iterable[str]) -> bool:
    """No person wrote a word of it: every field is an untouched draft or empty."""
    return all(untouched(record, field) or not field_text(record, field) for field in fields)


def changed_figures(draft: Draft, figures: Figures) -> Mapping[str, tuple[str, str]]:
    """What the draft was written from and no longer holds: the figure as it was, and as it is."""
    return {
        name: (said, now) for name, said in draft.basis.items() if name != TURN and (now := figures.text(name)) != said
    }


def turn_of(draft: Draft | None) -> int:
    return int(draft.basis.get(TURN, "0")) if draft else 0


def in_turn(draft: Draft, turn: int) -> Draft:
    return replace(draft, basis={**draft.basis, TURN: str(turn)}) if turn else draft
