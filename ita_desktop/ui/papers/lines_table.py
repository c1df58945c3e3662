"""A short list of records as a table whose last line is empty, to write in; rows move with Alt+Up and Alt+Down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import NEAR, row_height
from ita_desktop.ui.widgets.buttons import icon_button, key_within

_MOST = 6
"""Rows in sight."""
_HIGH = 1.4
"""A row of this table has room for two lines."""


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A field of the record: how it is called, shown and read."""

    field: str
    title: str
    show: Callable[[Any], str] = str
    read: Callable[[str], Any] = str.strip
    share: int = 1
    """Of the table's width, compared with the other columns."""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    record: Any


class LinesTable(QWidget):
    committed = Signal(object, str)
    """All records as they should be, and what was done."""
    refused = Signal(object)

    def __init__(self, name: str, columns: Sequence[LineColumn], blank: Any, is_blank: Callable[[Any], bool]) -> None:  # noqa: ANN401 -- a record of any class
        super().__init__()
        self._columns = {column.title: column for column in columns}
        self._blank, self._is_blank = blank, is_blank
        self._records: tuple[Any, ...] = ()
        self._model = RecordTable([_column(column) for column in columns], parent=self)
        self._model.edited.connect(self._edit)
        self._model.refused.connect(self.refused)
        self.table = _RoomyTable(self._model, name, self.make_room)
        self.table.set_rows_high(_HIGH)
        self.table.installEventFilter(self)
        self._verbs = (
            icon_button("up", "เลื่อนขึ้น", key="Alt+↑"),
            icon_button("down", "เลื่อนลง", key="Alt+↓"),
            icon_button("delete", "ลบแถวที่เลือก", key="Ctrl+Delete"),
        )
        verbs = (lambda: self.shift(-1), lambda: self.shift(+1), self.remove)
        for button, key, verb in zip(self._verbs, ("Alt+Up", "Alt+Down", "Ctrl+Delete"), verbs, strict=True):
            button.clicked.connect(verb)
            key_within(self.table, key, verb)
        row = QHBoxLayout()
        row.addStretch()
        for button in self._verbs:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.table)
        column.addLayout(row)

    def show_records(self, records: Sequence[Any]) -> None:
        self._records = tuple(records)
        self.make_room(len(self._records) + 1)
        rows = min(len(self._records) + 1, _MOST)
        high = rows * round(row_height() * _HIGH)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + high + 6)

    def make_room(self, count: int) -> None:
        """At least so many lines; those behind the records are empty."""
        lines = [Line(number, record) for number, record in enumerate(self._records)]
        lines += [Line(number, self._blank) for number in range(len(lines), max(count, len(lines) + 1))]
        self.table.show_records(lines)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns share what room there is."""
        if watched is self.table and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            head, room = self.table.horizontalHeader(), self.table.viewport().width()
            shares = [column.share for column in self._columns.values()]
            for at, share in enumerate(shares):
                head.resizeSection(at, room * share // sum(shares))
        return super().eventFilter(watched, event)

    def shift(self, by: int) -> None:
        line = self.table.current_record()
        if line is None or line.id >= len(self._records) or not 0 <= line.id + by < len(self._records):
            return
        order = list(self._records)
        order.insert(line.id + by, order.pop(line.id))
        column = self.table.currentIndex().column()
        self.committed.emit(tuple(order), "ลำดับ")
        self.table.go_to(line.id + by, column)

    def remove(self) -> None:
        gone = {line.id for line in self.table.selected_records()}
        kept = tuple(record for number, record in enumerate(self._records) if number not in gone)
        if kept != self._records:
            self.committed.emit(kept, "รายการ")

    def _edit(self, edits: list[Edit]) -> None:
        records = dict(enumerate(self._records))
        for edit in edits:
            column = self._columns[edit.column.title]
            before = records.get(edit.record.id, self._blank)
            records[edit.record.id] = replace(before, **{column.field: edit.value})
        titles = dict.fromkeys(edit.column.title for edit in edits)
        kept = tuple(record for record in records.values() if not self._is_blank(record))
        self.committed.emit(kept, next(iter(titles)) if len(titles) == 1 else "รายการ")


class _RoomyTable(Table):
    """Pasting makes as many new lines as it needs."""

    def __init__(self, model: RecordTable, name: str, make_room: Callable[[int], None]) -> None:
        super().__init__(model, name)
        self._make_room = make_room

    @override
    def paste(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedIndexes()] or [self.currentIndex().row()]
        self._make_room(min(rows) + len(self.block_to_paste()))
        super().paste()


def _column(column: LineColumn) -> Column:
    return Column(
        title=column.title,
        value=lambda line: column.show(getattr(line.record, column.field)),
        read=column.read,
        width=60 * column.share,
        head_tip=column.tip,
    )
