"""Old records and new drafts: what is missing is filled, what nobody touched is renewed, a person's words stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from ita_desktop.domain.drafts import changed_figures, draft_of, field_text, is_all_ours, turn_of, untouched
from ita_desktop.domain.figures import Figures
from ita_desktop.domain.records import Finding, Measure, MemoPart, Section

Record = TypeVar("Record", bound=Finding | Measure | MemoPart | Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A draft nobody touched whose figures have changed: what it says, and what would be written now."""

    kind: str
    """`finding`, `measure`, `memo` or `report`."""
    id: str
    """Of a memo's part its heading, of a section its key."""
    field: str
    old: str
    new: str
    """Empty where nothing would be written any more."""
    figures: tuple[tuple[str, str, str], ...]
    """Each figure that changed: its name, as it was, as it is."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[Record]):
    """A record that is there, and what would be written in its place."""

    record: Record
    written: Callable[[int], Record | None]
    """By the turn of its wordings; nothing where the figures no longer ask for it."""
    fields: tuple[str, ...]
    tied: tuple[str, ...] = ()
    """Fields that say what kind of text it is: where a person wrote the text, they stay."""
    is_ours: bool = True
    """The record itself is a draft, and may go when nothing asks for it; else only its empty fields are filled."""

    def renewed(self, figures: Figures) -> Record:
        """Missing fields filled, stale drafts written anew in the wording that was once chosen."""
        changes: dict[str, Any] = {}
        drafts = {draft.field: draft for draft in self.record.drafts}
        for field in self.fields:
            if field in self.tied and not self._is_free("text"):
                continue
            missing = not field_text(self.record, field).strip()
            if not missing and not self._is_stale(field, figures):
                continue
            fresh = self.written(turn_of(draft_of(self.record, field)))
            new = draft_of(fresh, field) if fresh is not None else None
            if fresh is None or new is None or (missing and not new.text.strip()):
                continue
            changes[field] = getattr(fresh, field)
            drafts[field] = new
        return replace(self.record, **changes, drafts=tuple(drafts.values())) if changes else self.record

    def stale(self, kind: str, id: str, figures: Figures) -> tuple[Stale, ...]:
        found = []
        for field in self.fields:
            draft = untouched(self.record, field)
            changed = changed_figures(draft, figures) if draft else {}
            if draft is None or not changed:
                continue
            fresh = self.written(turn_of(draft))
            new = field_text(fresh, field) if fresh is not None else ""
            if new != draft.text:
                told = tuple((name, before, now) for name, (before, now) in changed.items())
                found.append(Stale(kind=kind, id=id, field=field, old=draft.text, new=new, figures=told))
        return tuple(found)

    def is_gone(self) -> bool:
        """A draft of ours, every word of it, that the figures no longer ask for."""
        ours = self.is_ours and bool(self.record.drafts) and is_all_ours(self.record, self.fields)
        return ours and self.written(0) is None

    def _is_stale(self, field: str, figures: Figures) -> bool:
        draft = untouched(self.record, field)
        return draft is not None and bool(changed_figures(draft, figures))

    def _is_free(self, field: str) -> bool:
        return untouched(self.record, field) is not None or not field_text(self.record, field).strip()
