"""What belongs to the office as a whole: its name, its divisions and people."""

from __future__ import annotations

from ita_desktop.domain.records import Office
from ita_desktop.storage.document import Document


def change_office(document: Document, office: Office) -> None:
    with document.change("แก้ข้อมูลหน่วยงาน") as change:
        change.save_office(office)
