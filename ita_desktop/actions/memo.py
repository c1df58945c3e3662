"""บันทึกข้อความ: its head, its parts and the way it takes."""

from __future__ import annotations

from ita_desktop.domain.records import Memo
from ita_desktop.storage.document import Document


def change_memo(document: Document, year: int, memo: Memo, what: str) -> None:
    with document.change(f"แก้{what}ในบันทึกข้อความ") as change:
        change.save(year, memo)
