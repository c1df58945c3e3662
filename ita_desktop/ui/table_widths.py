"""How wide the columns of a table are: as their list says, the others share the rest; as the officer drew them, for as
long as the table has these columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ita_desktop.ui.table_model import Column
from ita_desktop.ui.theme import theme

_LEAST = 150
"""Pixels in which the words of a cell can still be read."""


class ColumnWidths(QObject):
    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._head = table.horizontalHeader()
        self._columns: tuple[Column, ...] = ()
        self._drawn: dict[int, float] = {}
        """What the officer made of a column, at the usual size of letters."""
        self._laying_out = False
        self._head.sectionResized.connect(self._notice)

    def lay_out(self, columns: Sequence[Column]) -> None:
        """Also after a reset, which would give all columns one width."""
        if self._columns != tuple(columns):
            self._columns = tuple(columns)
            self._drawn.clear()
        self._laying_out = True
        for number in range(len(self._columns)):
            self._head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            if wide := self._drawn.get(number) or self._columns[number].width:
                self._head.resizeSection(number, round(wide * theme().zoom))
        self._laying_out = False
        self.share_the_rest()

    def share_the_rest(self) -> None:
        """Columns without a width take what the others leave; where that is too little the table scrolls sideways."""
        every = range(len(self._columns))
        open_ = [number for number in every if not (self._drawn.get(number) or self._columns[number].width)]
        taken = sum(self._head.sectionSize(number) for number in every if number not in open_)
        self._laying_out = True
        for number in open_:
            share = (self._table.viewport().width() - taken) // len(open_)
            self._head.resizeSection(number, max(share, round(_LEAST * theme().zoom)))
        self._laying_out = False

    def _notice(self, number: int, _before: int, now: int) -> None:
        """With the mouse: drawn at its edge, or by a double click there."""
        if not self._laying_out and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._drawn[number] = now / theme().zoom
