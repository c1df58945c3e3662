"""Records under headings, as a list: what each says, which group it is in. Shown by `RecordList` and the timeline."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ita_desktop.ui.wrapping import message as tip

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
Record = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How one record reads in the list."""

    record: Record
    key: Hashable
    title: str
    note: str = ""
    icon: str = ""
    spoken: str = ""
    """What the icon says, where no word of the entry does: for those who cannot see it."""
    tone: str = "ink"
    note_tone: str = "muted"
    aside: str = ""
    """At the end of the first line: a key, a year."""
    group: str = ""
    group_note: str = ""


class EntryModel(QAbstractListModel):
    """Entries in their groups; a heading before each group where there is more than a nameless one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []
        self._notes: dict[str, str] = {}
        self.explain: Callable[[str], str] = lambda _text: ""
        """Official terms in a text, for the tip of whoever does not know them."""

    def set_entries(self, entries: Sequence[Entry]) -> bool:
        """Answer whether the rows are others than before; else only what they say was renewed."""
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.group, []).append(entry)
        rows: list[Entry | str] = []
        for name, members in groups.items():
            rows += ([name] if name else []) + list(members)
        self._notes = {entry.group: entry.group_note for entry in entries}
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def entry(self, row: int) -> Entry | None:
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return found if isinstance(found, Entry) else None

    def heading(self, row: int) -> tuple[str, str] | None:
        found = self._rows[row]
        return (found, self._notes.get(found, "")) if isinstance(found, str) else None

    def row_of(self, key: Hashable) -> int | None:
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Entry) and row.key == key), None)

    def first(self) -> int | None:
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Entry)), None)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Record:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Entry):
            told = "\n\n".join(filter(None, (row.title, self.explain(f"{row.title} {row.note}"))))
            return tip(told) or None
        return row if role == ENTRY else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _spoken(entry: Entry) -> str:
    """With its heading, which the arrow keys pass over."""
    return " ".join(filter(None, (entry.spoken, entry.title, entry.note, entry.aside, entry.group)))


def _key(row: Entry | str) -> Hashable:
    return row if isinstance(row, str) else (row.key, row.group)
