"""ปฏิทินการดำเนินงาน: the dates of the assessment's year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import CalendarEntry
from ita_desktop.storage.document import Document


def set_entries(document: Document, year: int, entries: Sequence[CalendarEntry]) -> None:
    """The whole calendar, in this order. Entries without an id are new."""
    kept = {entry.id for entry in entries}
    gone = [entry for entry in document.year(year).calendar if entry.id not in kept]
    with document.change("แก้ปฏิทินการดำเนินงาน") as change:
        change.delete(year, *gone)
        ids = []
        for entry in entries:
            id = entry.id or change.new_id(year, CalendarEntry)
            change.save(year, replace(entry, id=id))
            ids.append(id)
        change.reorder(year, CalendarEntry, ids)
