"""What becomes of each row of an import, or what would: for the rehearsal, the summary and the question in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from ita_desktop.exchange.grid import Place


class Duplicates(StrEnum):
    """What happens to a row that says something else than the workbook does already."""

    STOP = "stop"
    SKIP = "skip"
    UPDATE = "update"


class RowState(StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One cell of the sheet against one field of the workbook."""

    field: str
    before: str
    after: str
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry, or what would."""

    state: RowState
    what: str
    """The record in the officer's words: "ตัวชี้วัดที่ 3", "มาตรการ …"."""
    year: int
    changes: tuple[FieldChange, ...] = ()
    message: str = ""


def joined(outcome: Outcome, others: Iterable[Outcome]) -> Outcome:
    """A row holds a measure and the finding it answers: what happens to either happens to the row."""
    for other in others:
        state = outcome.state
        if state is RowState.UNCHANGED and other.state is not RowState.UNCHANGED:
            state = RowState.SKIPPED if other.state is RowState.SKIPPED else RowState.UPDATED
        outcome = replace(outcome, state=state, changes=(*outcome.changes, *other.changes))
    return outcome
