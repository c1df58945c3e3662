"""A table is a list of columns over a list of records.

The model shows values and turns what is typed, pasted, filled or cleared into `Edit`s; whoever owns the table makes
one change of them. It never changes a record itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.clipboard import Block
from ita_desktop.ui.wrapping import message as tip

Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()

Record = Any
"""A table lists whatever its columns can read; only the columns and their owner know what it is."""


def _everywhere(_record: Record) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it shows of a record, and, where `read` is given, how typed text becomes its value."""

    title: str
    value: Callable[[Record], str]
    spoken: Callable[[Record], str] | None = None
    """What is read out instead, where the value has drawings in it or an icon says more."""
    sort: Callable[[Record], Any] | None = None
    """The native value to sort by; unknown (None) always comes last."""
    right: bool = False
    width: int = 0
    """In pixels; 0 takes what is left, and never less than its words can be read in."""
    tip: Callable[[Record], str] | None = None
    head_tip: str = ""
    tone: Callable[[Record], str] | None = None
    icon: Callable[[Record], str] | None = None
    bold: Callable[[Record], bool] | None = None
    bar: Callable[[Record], float | None] | None = None
    """A share from 0 to 1, drawn as a bar behind the value."""
    indent: Callable[[Record], int] | None = None
    hint: Callable[[Record], str] | None = None
    """What can be done with the cell, said in it while it is empty."""
    read: Callable[[str], Any] | None = None
    """Typed text to value; raises `ItaError` with the reason where it is none."""
    editable: Callable[[Record], bool] = _everywhere
    field: str = ""
    """What of the record is written, where its owner goes by that."""


@dataclass(frozen=True, slots=True)
class Edit:
    record: Record
    column: Column
    value: Any


class RecordTable(QAbstractTableModel):
    edited = Signal(list)
    """Edits that belong together: one change, one step to undo."""
    refused = Signal(object)
    """An `ItaError`: what was typed or pasted cannot be taken, and nothing of it was."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Record], Hashable] = lambda record: record.id,
        stripe: Callable[[Record], Hashable] = lambda _record: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._stripe = stripe
        self._records: tuple[Record, ...] = ()
        self._shown: list[Record] = []
        self._filter: Callable[[Record], bool] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    # What it holds

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def record(self, index: Index) -> Record:
        return self._shown[index.row()]

    def records(self) -> tuple[Record, ...]:
        """The records shown, in the order shown."""
        return tuple(self._shown)

    def key(self, record: Record) -> Hashable:
        return self._key(record)

    def row_of(self, key: Hashable) -> int | None:
        return next((row for row, record in enumerate(self._shown) if self._key(record) == key), None)

    def set_columns(self, columns: Sequence[Column]) -> None:
        self.beginResetModel()
        self._columns = tuple(columns)
        self._sorted_by = None
        self._shown = self._arranged()
        self.endResetModel()

    def set_records(self, records: Iterable[Any]) -> None:
        """Show these. Where they are the same rows as before, only their cells are drawn again."""
        before = [self._key(record) for record in self._shown]
        self._records = tuple(records)
        arranged = self._arranged()
        if [self._key(record) for record in arranged] == before:
            self._shown = arranged
            if arranged:
                self.dataChanged.emit(self.index(0, 0), self.index(len(arranged) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._shown = arranged
        self.endResetModel()

    def set_filter(self, wanted: Callable[[Record], bool] | None) -> None:
        self._filter = wanted
        self.set_records(self._records)

    def _arranged(self) -> list[Record]:
        chosen = [record for record in self._records if self._filter is None or self._filter(record)]
        if self._sorted_by is None:
            return chosen
        number, order = self._sorted_by
        column = self._columns[number]
        native = column.sort or column.value
        falling = order is Qt.SortOrder.DescendingOrder

        def compare(first: Record, second: Record) -> int:
            a, b = native(first), native(second)
            if a is None or b is None:
                return (a is None) - (b is None)
            return ((a > b) - (a < b)) * (-1 if falling else 1)

        return sorted(chosen, key=cmp_to_key(compare))

    # Qt's questions

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record, column = self._shown[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.value(record)
            case Qt.ItemDataRole.ToolTipRole:
                return (tip(column.tip(record)) or None) if column.tip else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{' '.join(column.title.split())}: {(column.spoken or column.value)(record)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _ if role == RECORD:
                return record
            case _ if role == SORT:
                return (column.sort or column.value)(record)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.head_tip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_edit(index.row(), index.column()) else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self._can_edit(index.row(), index.column()):
            return False
        if str(value).strip() == self._columns[index.column()].value(self._shown[index.row()]).strip():
            return True  # F2 and Enter without typing is no change
        return self._take([(index.row(), index.column(), str(value))])

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        kept = [(self._key(self._shown[index.row()]), index.column()) for index in old]
        self._shown = self._arranged()
        rows = {self._key(record): row for row, record in enumerate(self._shown)}
        self.changePersistentIndexList(old, [self.index(rows[key], where) for key, where in kept])
        self.layoutChanged.emit()

    # Ranges of cells

    def clear(self, cells: Iterable[tuple[int, int]]) -> bool:
        return self._take([(row, column, "") for row, column in cells if self._can_edit(row, column)])

    def fill_down(self, cells: Iterable[tuple[int, int]]) -> bool:
        """The top cell of each column goes into the cells below it; a single cell takes the one above."""
        wanted = sorted(cells)
        filled = []
        for column in sorted({column for _, column in wanted}):
            rows = [row for row, of in wanted if of == column and self._can_edit(row, column)]
            if not rows:
                continue
            source = rows[0] if len(rows) > 1 else rows[0] - 1
            if source < 0 or self._stripe(self._shown[source]) != self._stripe(self._shown[rows[0]]):
                continue  # a heading above is no value
            text = self._columns[column].value(self._shown[source])
            filled += [(row, column, text) for row in rows if row != source and self._can_edit(row, column)]
        return self._take(filled)

    def paste(self, block: Block, anchor: tuple[int, int], cells: Iterable[tuple[int, int]]) -> bool:
        """A range goes to its anchor and fills rows of the anchor's kind; one value fills the whole selection."""
        if not block:
            return False
        if len(block) == 1 and len(block[0]) == 1:
            chosen = list(cells) or [anchor]
            return self._put([(row, column, block[0][0]) for row, column in chosen if self._can_edit(row, column)])
        top, left = anchor
        room = [column for column in range(left, len(self._columns)) if self._columns[column].read]
        if len(block) == 1 and len(room) == 1:
            block = [[cell] for cell in block[0]]  # a row of scores goes down the one column that takes them
        stripe = self._stripe(self._shown[top])
        rows = [row for row in range(top, len(self._shown)) if self._stripe(self._shown[row]) == stripe]
        wide = max((number for line in block for number, text in enumerate(line, 1) if text), default=0)
        for has, room_for, lines, toward in (
            (len(block), len(rows), "แถว", "ลงไป"),
            (wide, len(self._columns) - left, "คอลัมน์", "ไปทางขวา"),
        ):
            if has > room_for:
                return self._refuse(
                    f"วางไม่ได้ เพราะข้อมูลที่คัดลอกมามี {has} {lines} แต่จากช่องที่เลือก{toward}มีที่ให้ {room_for} {lines}",
                    do="เลือกช่องแรกที่จะวางให้ถูก หรือคัดลอกมาเฉพาะที่ต้องการ แล้ววางอีกครั้ง",
                )
        cut = [
            (row, left + across, text)
            for row, line in zip(rows, block, strict=False)
            for across, text in enumerate(line)
            if left + across < len(self._columns) and self._can_edit(row, left + across)
        ]
        return self._put(cut)

    def _put(self, cells: Sequence[tuple[int, int, str]]) -> bool:
        """What is pasted; where nothing of it can go anywhere, whoever pasted is told why."""
        if not cells:
            return self._refuse("วางที่ช่องนี้ไม่ได้ เพราะเป็นช่องที่โปรแกรมแสดงให้", do="เลือกช่องที่กรอกได้ แล้ววางอีกครั้ง")
        return self._take(cells)

    def _refuse(self, happened: str, *, do: str) -> bool:
        self.refused.emit(ItaError(happened, safe="ข้อมูลในตารางยังเหมือนเดิม", do=do))
        return False

    def _can_edit(self, row: int, column: int) -> bool:
        asked = self._columns[column]
        return asked.read is not None and asked.editable(self._shown[row])

    def _take(self, cells: Sequence[tuple[int, int, str]]) -> bool:
        """Read every cell, then announce all edits at once; one cell that cannot be read refuses them all."""
        edits = []
        for row, number, text in cells:
            column, record = self._columns[number], self._shown[row]
            assert column.read is not None
            try:
                edits.append(Edit(record, column, column.read(text)))
            except ItaError as trouble:
                where = f"ช่อง{column.title} แถวที่ {row + 1} ของตาราง: " if len(cells) > 1 else ""
                return self._refuse(where + trouble.happened, do=trouble.do)
        if edits:
            self.edited.emit(edits)
        return bool(edits)
