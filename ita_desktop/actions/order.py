"""คำสั่ง: who does the assessment's work."""

from __future__ import annotations

from ita_desktop.domain.records import Order
from ita_desktop.storage.document import Document


def change_order(document: Document, year: int, order: Order, what: str) -> None:
    with document.change(f"แก้{what}ในคำสั่ง") as change:
        change.save(year, order)
