"""The OIT items of a year: who prepares each, by when, where it is published, how far it is."""

from __future__ import annotations

from ita_desktop.domain.oit import from_last_year
from ita_desktop.domain.records import ChecklistEntry
from ita_desktop.storage.document import Document


def save_entries(document: Document, year: int, *entries: ChecklistEntry, what: str = "") -> None:
    """An entry that says nothing any more is none: the item is listed by the rules anyway."""
    label = f"แก้{what}ของข้อ {entries[0].item}" if len(entries) == 1 else f"แก้รายการ OIT {len(entries)} ข้อ"
    kept = {entry.item for entry in document.records(year).checklist}
    with document.change(label) as change:
        for entry in entries:
            if entry != ChecklistEntry(item=entry.item):
                change.save(year, entry)
            elif entry.item in kept:
                change.delete(year, entry)


def take_from_last_year(document: Document, year: int) -> int:
    """Owners and links of last year, where this year has none yet; how many items were filled."""
    entries = from_last_year(document.year(year))
    if entries:
        with document.change(f"ยกผู้รับผิดชอบและลิงก์ OIT {len(entries)} ข้อจากปีก่อน") as change:
            change.save(year, *entries)
    return len(entries)
