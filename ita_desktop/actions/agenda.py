"""ระเบียบวาระการประชุม: the meeting that weighs the analysis."""

from __future__ import annotations

from ita_desktop.domain.records import Agenda
from ita_desktop.storage.document import Document


def change_agenda(document: Document, year: int, agenda: Agenda, what: str) -> None:
    with document.change(f"แก้{what}ในระเบียบวาระ") as change:
        change.save(year, agenda)
