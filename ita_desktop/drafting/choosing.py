"""Other wordings of one field, for the officer to choose from side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ita_desktop.domain.drafts import draft_of
from ita_desktop.domain.records import Draft, Finding, Measure, MemoPart, Section, Year
from ita_desktop.drafting.drafting import pairs_of
from ita_desktop.drafting.phrases import Phrases

Record = TypeVar("Record", bound=Finding | Measure | MemoPart | Section)
TURNS = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to write a field: its value, and the draft it will be marked with."""

    value: Any
    draft: Draft


def wordings(
    year: Year, phrases: Phrases, record: Finding | Measure | MemoPart | Section, field: str
) -> tuple[Wording, ...]:
    """All that can be proposed for a field of a record that is in the year, the usual one first; none where the
    figures ask for nothing."""
    pair = next((pair for pair in pairs_of(year, phrases) if pair.record == record), None)
    found: dict[str, Wording] = {}
    for turn in range(TURNS) if pair else ():
        fresh = pair.written(turn) if pair else None
        draft = draft_of(fresh, field) if fresh is not None else None
        if fresh is not None and draft is not None and draft.text.strip():
            found.setdefault(draft.text, Wording(getattr(fresh, field), draft))
    return tuple(found.values())


def with_wording(record: Record, wording: Wording) -> Record:
    """The record with this wording in its field, marked as a draft."""
    others = (draft for draft in record.drafts if draft.field != wording.draft.field)
    changes: dict[str, Any] = {wording.draft.field: wording.value, "drafts": (*others, wording.draft)}
    return replace(record, **changes)


def accepted(record: Record) -> Record:
    """The record with its drafts taken over as the officer's own words."""
    return replace(record, drafts=())
